package draft

import (
	"strings"
	"unicode"

	"duizhao/lang/han"
	"duizhao/lang/lexicon"
	"duizhao/lang/span"
)

// learn remembers the names that stand in clear places of the unit loaded,
// so that they are known everywhere in the request.
func (t *tokeniser) learn() {
	for i := 0; i < len(t.runes); {
		end := i
		for end < len(t.runes) && !t.taken[end] && (han.Is(t.runes[end]) || end > i && t.isDot(end)) {
			end++
		}
		if end == i {
			i++
			continue
		}
		for _, n := range t.namesIn(span.Span{Start: i, End: end}) {
			t.names[n.zh] = n.en
		}
		i = end
	}
}

// namesIn finds the names in a stretch of Chinese, from left to right.
func (t *tokeniser) namesIn(at span.Span) []token {
	var out []token
	for i := at.Start; i < at.End; i++ {
		n := t.foreignName(i, at)
		if n.at.Empty() {
			n = t.chineseName(i, at)
		}
		if n.at.Empty() {
			continue
		}
		out = append(out, n)
		i = n.at.End - 1
	}
	return out
}

// foreignName finds a name with a dot in it, or a part of one that was seen
// before, or a word of sounds where a person must stand.
func (t *tokeniser) foreignName(i int, in span.Span) token {
	end, dots := i, 0
	for end < in.End {
		if end > i && t.isDot(end) {
			dots++
		} else if !hint("sounds", t.text(span.Span{Start: end, End: end + 1})) {
			break
		}
		end++
	}
	end = t.beforeWord(i, end)
	at := span.Span{Start: i, End: end}
	switch {
	case end-i < 2:
		return token{}
	case dots > 0:
		for part := range strings.FieldsFuncSeq(t.text(at), func(r rune) bool { return !han.Is(r) }) {
			if len(part) >= 2*len("安") {
				t.names[part] = ""
			}
		}
	case t.foreignKnown(i, end) > 0:
		at.End = i + t.foreignKnown(i, end)
	case end-i >= 3 && !t.anyWord(at) && t.personAfter(end) && (i == in.Start || t.postBefore(i)):
	default:
		return token{}
	}
	return token{kind: unknown, at: at, zh: t.text(at)}
}

// foreignKnown is the length of the longest known foreign name at i.
func (t *tokeniser) foreignKnown(i, end int) int {
	for l := end - i; l >= 2; l-- {
		if en, ok := t.names[t.text(span.Span{Start: i, End: i + l})]; ok && en == "" {
			return l
		}
	}
	return 0
}

// beforeWord moves the end of a run of sounds back to where a verb of saying
// or a post begins inside it.
func (t *tokeniser) beforeWord(i, end int) int {
	for j := i + 2; j < end; j++ {
		if t.personAfter(j) {
			return j
		}
	}
	return end
}

// chineseName finds a name of surname and given name at i, in a place where
// only a person can stand.
func (t *tokeniser) chineseName(i int, in span.Span) token {
	surname := han.SurnameLen(t.text(span.Span{Start: i, End: min(i+2, in.End)}))
	if surname == 0 {
		return token{}
	}
	post := t.postBefore(i)
	for given := 2; given >= 1; given-- {
		at := span.Span{Start: i, End: i + surname + given}
		if at.End > in.End {
			continue
		}
		if given == 2 && post && hint("follows", t.text(span.Span{Start: at.End - 1, End: at.End})) && at.End < in.End {
			continue // 王毅同来访的外长
		}
		zh := t.text(at)
		en, seen := t.names[zh]
		if seen && en != "" {
			return token{kind: name, at: at, zh: zh, en: en}
		}
		if !t.clearPlace(at, in, post) {
			continue
		}
		if en, ok := han.Name(string(t.runes[at.Start:at.End])); ok {
			return token{kind: name, at: at, zh: zh, en: en}
		}
	}
	return token{}
}

// clearPlace reports whether the stretch at can only be a person: it stands
// between a post and a word, or before what only people do, and is made of no
// other words.
func (t *tokeniser) clearPlace(at, in span.Span, post bool) bool {
	if t.wordAt(at.Start, in.End) || t.ordinary(span.Span{Start: at.End - 2, End: at.End}) || t.namesPlace(at) {
		return false
	}
	if at.Len() == 3 && !t.anyWord(at) && t.titleAfter(at.End) {
		return true
	}
	if t.hintBefore(at.Start) {
		return !t.anyWord(at) && (at.End == in.End || at.Len() == 3 && t.personAfter(at.End))
	}
	if post {
		return at.End == in.End || t.personAfter(at.End) || t.wordAt(at.End, in.End)
	}
	if at.Start != in.Start {
		return false
	}
	if at.Len() == 3 && at.End < in.End && t.runes[at.Start] != '于' && hint("acts", t.text(span.Span{Start: at.End, End: at.End + 1})) {
		return true
	}
	return t.speaks(at.End) || at == in && t.afterColon(at.Start)
}

// titleAfter reports whether 先生 or its like stands at rune i.
func (t *tokeniser) titleAfter(i int) bool {
	return i+2 <= len(t.runes) && hint("titles", t.text(span.Span{Start: i, End: i + 2}))
}

// namesPlace reports whether the name at is that of a place: it ends in 市, or
// 市 or 河 stands behind it.
func (t *tokeniser) namesPlace(at span.Span) bool {
	if hint("localities", han.FoldString(string(t.runes[at.End-1]))) {
		return true
	}
	if at.End >= len(t.runes) {
		return false
	}
	next := han.FoldString(string(t.runes[at.End]))
	return hint("localities", next) || hint("features", next)
}

// hintBefore reports whether a word such as 代表 ends at rune i, which often
// stands before a name and more often does not.
func (t *tokeniser) hintBefore(i int) bool {
	i = t.beforeSpace(i)
	return i >= 2 && hint("before", t.text(span.Span{Start: i - 2, End: i})) ||
		i >= 3 && hint("before", t.text(span.Span{Start: i - 3, End: i}))
}

// beforeSpace is where the spaces before rune i begin: 市长　李明.
func (t *tokeniser) beforeSpace(i int) int {
	for i > 0 && unicode.IsSpace(t.runes[i-1]) && t.runes[i-1] != '\n' {
		i--
	}
	return i
}

// commonGiven is the frequency up to which a word may be a given name: 建国,
// 文博, but not 会议.
const commonGiven = 1500

// ordinary reports whether a common word of two characters stands at.
func (t *tokeniser) ordinary(at span.Span) bool {
	_, known := t.lexicon.LookupFolded(t.text(at))
	return known && lexicon.Frequency(t.text(at)) > commonGiven
}

// afterColon reports whether rune i follows a colon: 联系人：张晓明.
func (t *tokeniser) afterColon(i int) bool {
	return i > 0 && (t.runes[i-1] == '：' || t.runes[i-1] == ':')
}

// anyWord reports whether a word of two or more characters begins in at and
// is known to the lexicon.
func (t *tokeniser) anyWord(at span.Span) bool {
	for i := at.Start; i < at.End-1; i++ {
		if t.wordAt(i, at.End) {
			return true
		}
	}
	return false
}

// wordAt reports whether a word of the lexicon of at least two characters
// begins at i and ends at limit or before.
func (t *tokeniser) wordAt(i, limit int) bool {
	for l := 2; l <= t.lexicon.MaxRunes() && i+l <= limit; l++ {
		if _, ok := t.lexicon.LookupFolded(t.text(span.Span{Start: i, End: i + l})); ok {
			return true
		}
	}
	return false
}

// postBefore reports whether a post ends at rune i: a word, or a term whose
// English ends in one.
func (t *tokeniser) postBefore(i int) bool {
	i = t.beforeSpace(i)
	for l := 2; l <= 6 && i-l >= 0; l++ {
		e, ok := t.lexicon.LookupFolded(t.text(span.Span{Start: i - l, End: i}))
		if ok && e.Senses[0].Flags.Has(lexicon.Post) {
			return true
		}
	}
	return t.postEnd[i]
}

// speaks reports whether a verb of saying, or what else only people do,
// stands at rune i.
func (t *tokeniser) speaks(i int) bool {
	for l := 2; l <= 4 && i+l <= len(t.runes); l++ {
		e, ok := t.lexicon.LookupFolded(t.text(span.Span{Start: i, End: i + l}))
		if !ok {
			continue
		}
		for _, s := range e.Senses {
			if s.Flags.Has(lexicon.Says) || s.Flags.Has(lexicon.Post) {
				return true
			}
		}
		if hint("after", e.Zh) {
			return true
		}
	}
	return false
}

// personAfter reports whether at rune i stands what follows a person.
func (t *tokeniser) personAfter(i int) bool {
	if i >= len(t.runes) {
		return true
	}
	if t.speaks(i) {
		return true
	}
	return hint("after", t.text(span.Span{Start: i, End: i + 1}))
}
