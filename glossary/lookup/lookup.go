// Package lookup promises that whoever half remembers a term finds it: by its
// Chinese in either script, its English, its pinyin or the initials of it
// (tdf for 碳达峰), also with a slip in them; the best answer first.
//
// Start with [New] and [Index.Find]; [Filter] picks terms by what their entries
// say. The package does not look for terms in running text: that is
// [glossary.Glossary.Match].
package lookup

import (
	"cmp"
	"slices"
	"strings"

	"duizhao/glossary"
	"duizhao/lang/english"
	"duizhao/lang/han"
)

// How says what of a term a query fits.
type How string

// The ways to fit, best first.
const (
	Exact       How = "exact"       // a Chinese or English form, or an abbreviation, as a whole
	Reading     How = "pinyin"      // the pinyin of a whole form: tandafeng
	Initials    How = "initials"    // the initials of a whole form: tdf
	Beginning   How = "beginning"   // a form begins with it
	ReadingPart How = "pinyin-part" // the beginning of the pinyin or of the initials, or both mixed: tandf, td
	Inside      How = "inside"      // it stands inside a form, in English at the beginning of a word
	Words       How = "words"       // its English words, or their forms, stand in a rendering in any order
	Wrong       How = "avoided"     // a form that the term avoids
	Fuzzy       How = "fuzzy"       // a form but for a slip or two
)

// rank is the order in which the ways are answered.
var rank = map[How]int{Exact: 0, Reading: 1, Initials: 2, Beginning: 3, ReadingPart: 4, Inside: 5, Words: 6, Wrong: 7, Fuzzy: 8}

// Hit is a term that fits a query.
type Hit struct {
	Term *glossary.Term
	How  How
	Text string // the form that fits, as the entry writes it

	cost int // within a way: what the form has more than the query, or slips
}

// form is one text of a term, prepared for comparing.
type form struct {
	term     *glossary.Term
	text     string
	key      []rune   // Chinese: its key; English: folded
	words    []string // English
	readings [][]string
	avoided  bool
}

// Index finds terms. It never changes and may be used by many goroutines.
type Index struct {
	forms []form
	place map[*glossary.Term]int
}

// New makes an index over terms; of equal answers the earlier term comes first.
func New(terms []*glossary.Term) *Index {
	x := &Index{place: make(map[*glossary.Term]int, len(terms))}
	for i, t := range terms {
		x.place[t] = i
		for _, zh := range append([]string{t.Zh}, t.ZhAlso...) {
			x.forms = append(x.forms, chineseForm(t, zh))
		}
		for _, a := range t.Abbr {
			x.forms = append(x.forms, englishForm(t, a, false))
		}
		for _, s := range t.Senses {
			for _, r := range s.Renderings {
				x.forms = append(x.forms, englishForm(t, r.En, false))
			}
			for _, a := range s.Avoid {
				x.forms = append(x.forms, englishForm(t, a.En, true))
			}
		}
	}
	return x
}

func chineseForm(t *glossary.Term, zh string) form {
	f := form{term: t, text: zh, key: []rune(glossary.Key(zh))}
	original := make([]rune, 0, len(f.key))
	for _, r := range zh {
		if !han.Ignorable(r) {
			original = append(original, r)
		}
	}
	for i, r := range f.key {
		syllables := syllablesOf(r)
		if i < len(original) && len(original) == len(f.key) {
			// 乾 folds to 干, and would lose its own reading.
			syllables = append(syllablesOf(original[i]), syllables...)
		}
		f.readings = append(f.readings, syllables)
	}
	return f
}

func englishForm(t *glossary.Term, en string, avoided bool) form {
	folded := foldEnglish(en)
	f := form{term: t, text: en, key: []rune(folded), avoided: avoided}
	for _, w := range english.AppendParts(nil, folded) {
		f.words = append(f.words, w.Text)
	}
	return f
}

// foldEnglish is the spelling under which English is compared here.
func foldEnglish(s string) string { return strings.ReplaceAll(english.Fold(s), "-", " ") }

// Find returns the terms that fit query, best first, each once with the form
// that fits best; at most limit of them, all where limit is 0. An empty query
// fits nothing.
func (x *Index) Find(query string, limit int) []Hit {
	q := newQuery(query)
	if len(q.key) == 0 {
		return nil
	}
	best := map[*glossary.Term]Hit{}
	for i := range x.forms {
		f := &x.forms[i]
		how, cost, ok := q.fits(f)
		if !ok {
			continue
		}
		if f.avoided && how != Fuzzy {
			how = Wrong
		}
		hit := Hit{Term: f.term, How: how, Text: f.text, cost: cost}
		if old, found := best[f.term]; !found || compare(hit, old) < 0 {
			best[f.term] = hit
		}
	}
	out := make([]Hit, 0, len(best))
	for _, h := range best {
		out = append(out, h)
	}
	slices.SortFunc(out, func(a, b Hit) int {
		return cmp.Or(compare(a, b), cmp.Compare(x.place[a.Term], x.place[b.Term]))
	})
	// A slip is only guessed at where nothing fits without one.
	if i := slices.IndexFunc(out, func(h Hit) bool { return h.How == Fuzzy }); i > 0 {
		out = out[:i]
	}
	if limit > 0 && len(out) > limit {
		out = out[:limit]
	}
	return out
}

// compare orders hits: by way, by cost, approved terms before others.
func compare(a, b Hit) int {
	unapproved := func(h Hit) int {
		if h.Term.Status == glossary.Approved {
			return 0
		}
		return 1
	}
	return cmp.Or(rank[a.How]-rank[b.How], a.cost-b.cost, unapproved(a)-unapproved(b))
}

// query is what is asked for, prepared.
type query struct {
	key     []rune
	chinese bool
	words   []string
	letters string // for pinyin: lower case without tones, spaces and apostrophes
}

func newQuery(text string) query {
	text = strings.TrimSpace(text)
	if strings.ContainsFunc(text, han.Is) {
		return query{key: []rune(glossary.Key(text)), chinese: true}
	}
	folded := foldEnglish(text)
	q := query{key: []rune(folded), letters: plainPinyin(text)}
	for _, w := range english.AppendParts(nil, folded) {
		q.words = append(q.words, w.Text)
	}
	return q
}

// fits says how q fits a form, and at what cost.
func (q query) fits(f *form) (how How, cost int, ok bool) {
	isChinese := f.readings != nil
	if q.chinese != isChinese {
		if isChinese {
			return q.fitsReading(f)
		}
		return "", 0, false
	}
	more := len(f.key) - len(q.key)
	if at := indexRunes(f.key, q.key); at >= 0 {
		switch {
		case more == 0:
			return Exact, 0, true
		case at == 0:
			return Beginning, more, true
		case isChinese || !isLetter(f.key[at-1]):
			return Inside, more, true
		}
	}
	if !isChinese && len(q.words) > 1 && hasWords(f.words, q.words) {
		return Words, max(more, 0), true
	}
	if allowed := slips(len(q.key), isChinese); allowed > 0 {
		if d := distance(q.key, f.key, allowed); d <= allowed {
			return Fuzzy, d, true
		}
	}
	return "", 0, false
}

// slips is how many slips a query of n runes may have.
func slips(n int, chinese bool) int {
	if chinese {
		return min((n-1)/2, 2)
	}
	return min(n/4, 3)
}

// hasWords reports whether each wanted word, or a form of it, is among words.
func hasWords(words, wanted []string) bool {
	for _, w := range wanted {
		if !slices.ContainsFunc(words, func(x string) bool { return x == w || english.SameLemma(x, w) }) {
			return false
		}
	}
	return true
}
