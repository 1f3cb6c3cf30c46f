package align

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"duizhao/glossary"
	"duizhao/lang/english"
	"duizhao/lang/han"
	"duizhao/lang/lexicon"
	"duizhao/lang/number"
)

// feature is a word or sign of one language, numbered by a [vocabulary].
type feature int32

// vocabulary numbers the features of one side.
type vocabulary struct {
	ids    map[string]feature
	counts []int // how often each stands in the text
}

func newVocabulary() *vocabulary { return &vocabulary{ids: map[string]feature{}} }

func (v *vocabulary) add(key string) feature {
	id, ok := v.ids[key]
	if !ok {
		id = feature(len(v.counts))
		v.ids[key] = id
		v.counts = append(v.counts, 0)
	}
	v.counts[id]++
	return id
}

// sentence is a piece as the model sees it.
type sentence struct {
	features []feature
	length   int // in runes; what is not Han counts less in Chinese
	shape    shape
	piece    *Piece
}

// Signs of both languages that are features: keys begin with a byte that no
// word has.
const (
	keyNumber = "#"
	keyMark   = "!"
	keyPinyin = "~"
	keyTerm   = "@"
	keyLabel  = "="
)

// corpus is both sides as features, with what links the features.
type corpus struct {
	zh, en           []sentence
	zhVocab, enVocab *vocabulary
	blocks           bool       // both sides have blocks
	links            [][]weight // by Chinese feature: the English ones that may stand for it
}

// weight is a feature of the other side and how probably it is the one meant.
type weight struct {
	f feature
	w float64
}

// reader makes features of pieces.
type reader struct {
	corpus
	seed     *seed
	glossary *glossary.Glossary
	borders  *han.Borders
	words    []english.Word    // scratch
	plain    map[rune][]string // readings without tones
}

// mostFeatures is how many features of a piece are compared: one with more is
// no sentence, and comparing two of them takes the product of their lengths.
const mostFeatures = 400

func (s sentence) cut() sentence {
	s.features = s.features[:min(len(s.features), mostFeatures)]
	return s
}

// readText reads both sides; the English first, since only what it has can be
// linked.
func readText(zh, en []Piece, o Options) *corpus {
	r := &reader{seed: seeds(), glossary: o.Glossary, borders: lexicon.Borders(), plain: map[rune][]string{}}
	r.zhVocab, r.enVocab = newVocabulary(), newVocabulary()
	names := map[string]bool{}
	r.en = make([]sentence, len(en))
	for i := range en {
		r.en[i] = r.english(&en[i], names).cut()
	}
	r.zh = make([]sentence, len(zh))
	for i := range zh {
		r.zh[i] = r.chinese(&zh[i], names).cut()
	}
	r.blocks = hasBlocks(r.zh) && hasBlocks(r.en)
	return &r.corpus
}

// english reads an English piece and notes words that may be names in pinyin.
func (r *reader) english(p *Piece, names map[string]bool) sentence {
	s := sentence{piece: p, shape: shapeOf(p.Text), length: utf8.RuneCountInString(p.Text)}
	r.words = english.AppendParts(r.words[:0], p.Text)
	for _, w := range r.words {
		c := w.Text[0]
		if c >= '0' && c <= '9' {
			continue
		}
		folded := english.TrimPossessive(english.Fold(w.Text))
		if c >= 'A' && c <= 'Z' {
			if key := strings.ReplaceAll(folded, "'", ""); spellable(key) {
				names[key] = true
			}
		}
		s.features = append(s.features, r.enVocab.add(r.seed.stem(folded)))
	}
	for _, v := range number.FindEnglish(p.Text) {
		for _, key := range valueKeys(v) {
			s.features = append(s.features, r.enVocab.add(key))
		}
	}
	if n, ok := label(p.Text); ok {
		s.features = append(s.features, r.enVocab.add(keyLabel+strconv.Itoa(n)))
	}
	for _, c := range p.Text {
		if key := markKey(c); key != "" {
			s.features = append(s.features, r.enVocab.add(key))
		}
	}
	return s
}

// chinese reads a Chinese piece.
func (r *reader) chinese(p *Piece, names map[string]bool) sentence {
	s := sentence{piece: p, shape: shapeOf(p.Text)}
	folded := []rune(han.FoldString(p.Text))
	others := 0
	for _, c := range folded {
		if han.Is(c) {
			s.length++
		} else {
			others++
		}
	}
	s.length += others * 2 / 5
	for _, w := range r.borders.Words(folded) {
		word := folded[w.Start:w.End]
		if !wordLike(word) {
			continue
		}
		key := string(word)
		f := r.zhVocab.add(key)
		s.features = append(s.features, f)
		if int(f) == len(r.links) {
			r.links = append(r.links, r.wordLinks(key, word))
		}
	}
	for _, v := range number.FindChinese(p.Text) {
		for _, key := range valueKeys(v) {
			s.features = append(s.features, r.same(key))
		}
	}
	if n, ok := label(p.Text); ok {
		s.features = append(s.features, r.same(keyLabel+strconv.Itoa(n)))
	}
	for _, c := range folded {
		if key := markKey(c); key != "" {
			s.features = append(s.features, r.same(key))
		}
	}
	s.features = r.spell(s.features, folded, names)
	s.features = r.terms(s.features, p)
	return s
}

// same is the Chinese feature that stands for itself in English.
func (r *reader) same(key string) feature {
	f := r.zhVocab.add(key)
	if int(f) == len(r.links) {
		var ws []weight
		if e, ok := r.enVocab.ids[key]; ok {
			ws = []weight{{e, 1}}
		}
		r.links = append(r.links, ws)
	}
	return f
}

// wordLinks links a word with its renderings that occur in the English.
func (r *reader) wordLinks(key string, word []rune) []weight {
	var ws []weight
	renderings := r.seed.renderings[key]
	if len(renderings) == 0 && !han.Is(word[0]) {
		renderings = []rendering{{r.seed.stem(english.Fold(key)), 1}}
	}
	if len(renderings) == 0 && len(word) > 1 {
		renderings = r.parts(word)
	}
	for _, x := range renderings {
		if e, ok := r.enVocab.ids[x.stem]; ok {
			ws = appendWeight(ws, e, x.share)
		}
	}
	return ws
}

// parts are the renderings of the two parts of a word that is not known itself,
// where both are.
func (r *reader) parts(word []rune) []rendering {
	var out []rendering
	for cut := 1; cut < len(word); cut++ {
		a, b := r.seed.renderings[string(word[:cut])], r.seed.renderings[string(word[cut:])]
		if len(a) == 0 || len(b) == 0 {
			continue
		}
		share := 0.5
		if len(word) == 2 {
			share = 0.3
		}
		for _, x := range a {
			out = append(out, rendering{x.stem, x.share * share})
		}
		for _, x := range b {
			out = append(out, rendering{x.stem, x.share * share})
		}
	}
	return out
}

// appendWeight keeps the greater weight of a feature that is linked twice.
func appendWeight(ws []weight, f feature, w float64) []weight {
	for i := range ws {
		if ws[i].f == f {
			ws[i].w = max(ws[i].w, w)
			return ws
		}
	}
	return append(ws, weight{f, w})
}

// longestName is how many characters one word of a name in pinyin has.
const longestName = 3

// spell adds a feature for each run of characters whose pinyin is a
// capitalised word of the English.
func (r *reader) spell(dst []feature, folded []rune, names map[string]bool) []feature {
	if len(names) == 0 {
		return dst
	}
	for i := range folded {
		keys := []string{""}
		for n := 1; n <= longestName && i+n <= len(folded); n++ {
			readings, ok := r.plain[folded[i+n-1]]
			if !ok {
				readings = plainReadings(folded[i+n-1])
				r.plain[folded[i+n-1]] = readings
			}
			if len(readings) == 0 {
				break
			}
			var next []string
			for _, k := range keys {
				for _, x := range readings {
					next = append(next, k+x)
				}
			}
			keys = next
			for _, k := range keys {
				if !names[k] {
					continue
				}
				e, ok := r.enVocab.ids[r.seed.stem(k)]
				if !ok {
					continue
				}
				f := r.zhVocab.add(keyPinyin + string(folded[i:i+n]))
				if int(f) == len(r.links) {
					w := 1.0
					if n == 1 {
						w = 0.3
					}
					r.links = append(r.links, []weight{{e, w}})
				}
				dst = append(dst, f)
			}
		}
	}
	return dst
}

// terms adds a feature for each glossary term.
func (r *reader) terms(dst []feature, p *Piece) []feature {
	if r.glossary == nil {
		return dst
	}
	for _, m := range r.glossary.Match(p.Text, glossary.Context{Borders: r.borders}) {
		f := r.zhVocab.add(keyTerm + m.Term.ID)
		if int(f) == len(r.links) {
			var ws []weight
			for _, s := range m.Term.Senses {
				for _, x := range s.Renderings {
					for _, y := range r.seed.appendRenderings(nil, x.En) {
						if e, ok := r.enVocab.ids[y.stem]; ok {
							ws = appendWeight(ws, e, y.share)
						}
					}
				}
			}
			r.links = append(r.links, ws)
		}
		dst = append(dst, f)
	}
	return dst
}

// wordLike reports whether a run of runes is a word rather than punctuation or
// a figure, which is compared by value.
func wordLike(word []rune) bool {
	c := word[0]
	return han.Is(c) || unicode.IsLetter(c)
}

// markKey is the key of a punctuation mark that both languages use alike.
func markKey(c rune) string {
	switch c {
	case '?', '？':
		return "!?"
	case '!', '！':
		return "!!"
	case '“', '”', '"', '「', '」':
		return "!q"
	case '(', '（':
		return "!("
	case '%', '％':
		return "!%"
	case ';', '；':
		return "!;"
	case ':', '：':
		return "!:"
	}
	return ""
}

// valueKeys are the figures that a value is compared by.
func valueKeys(v number.Value) []string {
	switch v.Kind {
	case number.Calendar, number.Decade:
		var keys []string
		for _, d := range []number.Date{v.Start, v.Stop} {
			if d.Year != 0 {
				keys = append(keys, keyNumber+strconv.Itoa(d.Year))
			}
			if d.Month != 0 {
				keys = append(keys, keyNumber+"m"+strconv.Itoa(d.Month))
			}
			if d.Day != 0 {
				keys = append(keys, keyNumber+"d"+strconv.Itoa(d.Day))
			}
		}
		return keys
	case number.Clock:
		return []string{keyNumber + strconv.Itoa(v.Clock.Hour) + ":" + strconv.Itoa(v.Clock.Minute)}
	}
	if v.Indefinite {
		return nil
	}
	keys := []string{keyNumber + v.N.String()}
	if v.Range {
		keys = append(keys, keyNumber+v.To.String())
	}
	return keys
}
