package draft

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"duizhao/lang/han"
	"duizhao/lang/lexicon"
	"duizhao/lang/span"
	"duizhao/translate"
)

// tokeniser cuts units into tokens. It keeps what it learns of the names in
// one request, and its buffers.
type tokeniser struct {
	lexicon *lexicon.Lexicon
	longest int // word, in runes
	posts   map[string]bool
	names   map[string]string // folded Chinese name to English, "" for a foreign one

	runes   []rune // of the unit
	folded  string // of the unit
	offsets []int  // in bytes of folded, by rune
	taken   []bool // runes that belong to terms
	postEnd []bool // places where a term ends that is a post
	steps   []step
}

func newTokeniser(l *lexicon.Lexicon, posts map[string]bool) *tokeniser {
	return &tokeniser{lexicon: l, longest: max(l.MaxRunes(), longestListed), posts: posts, names: make(map[string]string)}
}

// postWords are the English words for posts, in lower case.
func postWords(l *lexicon.Lexicon) map[string]bool {
	posts := make(map[string]bool)
	for e := range l.All {
		for _, s := range e.Senses {
			if s.Flags.Has(lexicon.Post) {
				for _, en := range s.En {
					posts[lastWord(en)] = true
				}
			}
		}
	}
	return posts
}

// longestListed is how long a word of the frequency list is looked for.
const longestListed = 6

// load makes u the unit that is cut, and marks what its terms cover.
func (t *tokeniser) load(u translate.Unit, terms []translate.TermPair) {
	t.runes = append(t.runes[:0], []rune(u.Zh)...)
	t.folded = han.FoldString(u.Zh)
	t.offsets = t.offsets[:0]
	for i := range t.folded {
		t.offsets = append(t.offsets, i)
	}
	t.offsets = append(t.offsets, len(t.folded))
	t.taken = append(t.taken[:0], make([]bool, len(t.runes))...)
	t.postEnd = append(t.postEnd[:0], make([]bool, len(t.runes)+1)...)
	for _, use := range u.Terms {
		if !fits(use, len(t.runes), len(terms)) {
			continue
		}
		t.postEnd[use.End] = t.posts[lastWord(terms[use.Term].En)]
		for i := use.Start; i < use.End; i++ {
			t.taken[i] = true
		}
	}
}

// text is the folded text of a stretch of the unit.
func (t *tokeniser) text(at span.Span) string {
	return t.folded[t.offsets[at.Start]:t.offsets[at.End]]
}

// tokens cuts the unit that was loaded. What is fixed comes first: terms,
// then figures, then letters and signs; the Chinese between them is cut into
// names and words. Every term use gives exactly one token.
func (t *tokeniser) tokens(u translate.Unit, terms []translate.TermPair) []token {
	fixed := t.termTokens(u.Terms, terms)
	fixed = t.figures(u.Zh, fixed)
	var out []token
	i := 0
	for len(fixed) > 0 || i < len(t.runes) {
		if len(fixed) > 0 && fixed[0].at.Start <= i {
			if fixed[0].kind != silent {
				out = append(out, fixed[0])
			}
			i = max(i, fixed[0].at.End)
			fixed = fixed[1:]
			continue
		}
		limit := len(t.runes)
		if len(fixed) > 0 {
			limit = fixed[0].at.Start
		}
		i, out = t.stretch(i, limit, out)
	}
	return t.splitAlready(hedge(out))
}

// hedges are the words that hedge a figure from behind.
var hedges = map[string]string{"左右": "about ", "以上": "at least ", "以下": "no more than ", "以内": "within "}

// hedge moves 左右 behind a figure whose unit is a term before the figure: 3万千瓦时左右
// "about 30,000 kWh".
func hedge(tokens []token) []token {
	for i := 2; i < len(tokens); i++ {
		if en := hedges[tokens[i].zh]; en != "" && tokens[i].kind == word && tokens[i-1].kind == term && tokens[i-2].kind == figure {
			tokens[i-2].en = en + tokens[i-2].en
			tokens = slices.Delete(tokens, i, i+1)
		}
	}
	return tokens
}

// splitAlready cuts 已经 in two where 经 says by whom something is decided:
// 已 经 市政府 审议 通过.
func (t *tokeniser) splitAlready(tokens []token) []token {
	for i := 0; i+2 < len(tokens); i++ {
		if tokens[i].zh != "已经" || !t.decides(tokens[i+1:]) {
			continue
		}
		first, second := tokens[i], tokens[i]
		first.at.End--
		second.at.Start++
		for _, half := range []*token{&first, &second} {
			half.zh = t.text(half.at)
			half.entry, _ = t.lexicon.LookupFolded(half.zh)
		}
		if first.entry != nil && second.entry != nil {
			tokens = slices.Replace(tokens, i, i+1, first, second)
		}
	}
	return tokens
}

// decides reports whether tokens begin with a body and end, before the next
// mark, in a verb for what bodies decide.
func (t *tokeniser) decides(tokens []token) bool {
	first := &tokens[0]
	body := first.kind == term || first.kind == locality || first.kind == ordinal || first.entry != nil && first.entry.Has(lexicon.Noun) && !first.entry.Has(lexicon.Verb)
	if !body {
		return false
	}
	for _, x := range tokens[1:] {
		if x.kind == mark && endsClause(x.mark) {
			return false
		}
		if hint("resolves", x.zh) {
			return true
		}
	}
	return false
}

// fits reports whether a use has a place in a unit of so many runes, and a
// term among so many.
func fits(use translate.TermUse, runes, terms int) bool {
	return use.Term >= 0 && use.Term < terms && use.Start >= 0 && use.End <= runes && use.Start < use.End
}

// termTokens gives a token for every use of a term, by place.
func (t *tokeniser) termTokens(uses []translate.TermUse, terms []translate.TermPair) []token {
	var out []token
	for _, use := range uses {
		if !fits(use, len(t.runes), len(terms)) {
			continue
		}
		at := span.Span{Start: use.Start, End: use.End}
		tok := token{kind: term, at: at, zh: t.text(at), en: terms[use.Term].En}
		tok.verb = t.isVerb(tok)
		tok.post = t.posts[lastWord(tok.en)]
		t.widen(&tok)
		tok.counts = !tok.verb && hint("countables", head(tok.en))
		tok.how = strings.HasPrefix(strings.ToLower(tok.en), "to ")
		if e, ok := t.lexicon.LookupFolded(tok.zh); ok {
			tok.acts, tok.how = e.Senses[0].POS == lexicon.Verb, tok.how || e.Senses[0].POS == lexicon.Adverb
		}
		out = append(out, tok)
	}
	slices.SortStableFunc(out, func(a, b token) int { return cmp.Compare(a.at.Start, b.at.Start) })
	return out
}

// longestAround is how many runes to either side of a term a set phrase may
// have.
const longestAround = 4

// widen makes a term part of the longest set phrase of the lexicon that holds
// it, where the phrase says it in the same words: 行政处罚决定 "administrative
// penalty decision".
func (t *tokeniser) widen(tok *token) {
	at := tok.at
	for start := max(0, at.Start-longestAround); start <= at.Start; start++ {
		for end := min(len(t.runes), at.End+longestAround); end >= at.End; end-- {
			wide := span.Span{Start: start, End: end}
			if wide.Len() <= tok.at.Len() || !t.free(span.Span{Start: start, End: at.Start}) || !t.free(span.Span{Start: at.End, End: end}) {
				continue
			}
			if en := t.phraseWith(wide, tok.en); en != "" {
				tok.at, tok.zh, tok.en = wide, t.text(wide), en
			}
		}
	}
	for i := tok.at.Start; i < tok.at.End; i++ {
		t.taken[i] = true
	}
}

// phraseWith is the English of the word at, where it holds en; else "".
func (t *tokeniser) phraseWith(at span.Span, en string) string {
	e, ok := t.lexicon.LookupFolded(t.text(at))
	if !ok {
		return ""
	}
	for _, s := range e.Senses {
		for _, phrase := range s.En {
			if strings.Contains(" "+phrase+" ", " "+en+" ") {
				return phrase
			}
		}
	}
	return ""
}

// isVerb reports whether a term is said as a verb: its Chinese begins with a
// verb of the lexicon, and its English with what that verb is in English.
func (t *tokeniser) isVerb(tok token) bool {
	if _, second, ok := strings.Cut(tok.en, " and "); ok && strings.Contains(second+" ", "ing ") {
		return false // "reform and opening up"
	}
	first, rest, _ := strings.Cut(tok.en, " ")
	adverb := strings.HasSuffix(first, "ly")
	if adverb {
		first, _, _ = strings.Cut(rest, " ") // 深入贯彻 "fully implement"
	}
	if strings.HasPrefix(tok.zh, "自") && strings.HasSuffix(tok.zh, "行") {
		return true // 自发布之日起施行
	}
	start := tok.at.Start
	if adverb {
		start = min(start+2, tok.at.End)
	}
	for l := tok.at.End - start; l >= 1; l-- {
		e, ok := t.lexicon.LookupFolded(t.text(span.Span{Start: start, End: start + l}))
		if !ok {
			continue
		}
		for _, s := range e.Senses {
			if s.POS != lexicon.Verb {
				continue
			}
			for _, en := range s.En {
				if verb, _, _ := strings.Cut(en, " "); verb == first {
					return true
				}
			}
		}
	}
	return false
}

// stretch cuts the next stretch of one nature that begins at rune i and ends
// at limit or before, and returns where it ends.
func (t *tokeniser) stretch(i, limit int, out []token) (int, []token) {
	end := i + 1
	switch r := t.runes[i]; {
	case han.Is(r):
		for end < limit && (han.Is(t.runes[end]) || t.isDot(end)) {
			end++
		}
		at := span.Span{Start: i, End: end}
		return end, t.words(at, t.namesIn(at), out)
	case isLatin(r):
		for end < limit && (isLatin(t.runes[end]) || end+1 < limit && joinsLatin(t.runes[end]) && isLatin(t.runes[end+1])) {
			end++
		}
		for end < limit && (t.runes[end] == '%' || t.runes[end] == '+' || t.runes[end] == '℃') {
			end++
		}
		return end, append(out, token{kind: latin, at: span.Span{Start: i, End: end}, en: halfWidth(t.runes[i:end])})
	case unicode.IsSpace(r) || !unicode.IsPrint(r):
		return end, out
	default:
		for end < limit && t.runes[end] == r && (r == '…' || r == '—' || r == '-') {
			end++
		}
		return end, append(out, token{kind: mark, at: span.Span{Start: i, End: end}, mark: r})
	}
}

// isDot reports whether rune i is the dot inside a foreign name.
func (t *tokeniser) isDot(i int) bool {
	r := t.runes[i]
	return (r == '·' || r == '•' || r == '‧' || r == '・') && i+1 < len(t.runes) && han.Is(t.runes[i+1])
}

// isLatin reports whether r stays as it is: a letter or digit that is not
// Chinese.
func isLatin(r rune) bool {
	return !han.Is(r) && (unicode.IsLetter(r) || unicode.IsDigit(r) || r >= 'Ⅰ' && r <= 'ⅿ')
}

// joinsLatin reports whether r may stand inside a word or figure.
func joinsLatin(r rune) bool {
	switch r {
	case '.', '-', '/', '&', '@', '_', '\'', '+', ':', '~', '%', ',', '=', '?', '#':
		return true
	}
	return false
}

// halfWidth writes full-width letters and digits as ASCII.
func halfWidth(runes []rune) string {
	b := make([]byte, 0, len(runes))
	for _, r := range runes {
		if r >= '！' && r <= '～' {
			r -= '！' - '!'
		}
		b = utf8.AppendRune(b, r)
	}
	return string(b)
}
