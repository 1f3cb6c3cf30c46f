package check

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"duizhao/lang/english"
	"duizhao/lang/han"
	"duizhao/lang/span"
)

// place is where a name stands in the Chinese.
type place struct {
	scope *Scope
	unit  int
	at    span.Span // runes
}

func (p place) subject() *Subject { return p.scope.Subjects[p.unit] }

// Bounds of what is learned: in how many units a name must stand, which share
// of them must agree, and how much of the use of a wording must lie in them.
const (
	minUnits   = 4
	minAgree   = 0.6
	minOwnUse  = 0.6
	maxPhrase  = 8  // words of a wording
	maxNameLen = 16 // runes
)

// findRecurring learns what the names of the documents are called, and where
// they are called otherwise.
func (c *corpus) findRecurring() []recurring {
	places := map[string][]place{}
	for _, sc := range c.scopes {
		for i, s := range sc.Subjects {
			if s.En == "" || mostlyChinese(s.En) {
				continue
			}
			for _, at := range namesIn(s) {
				key := han.Key(s.zh(at))
				if last := places[key]; len(last) > 0 && last[len(last)-1].scope == sc && last[len(last)-1].unit == i {
					continue
				}
				places[key] = append(places[key], place{sc, i, at})
			}
		}
	}
	var keys []string
	for key, where := range places {
		if len(where) >= minUnits {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	var out []recurring
	for _, key := range keys {
		if r, ok := c.name(places[key]); ok {
			out = append(out, r)
		}
	}
	return out
}

// name finds what most of the units at places call the name.
func (c *corpus) name(places []place) (recurring, bool) {
	count := map[string]int{}
	phrases := make([]map[string]span.Span, len(places))
	for i, p := range places {
		phrases[i] = phrasesOf(p.subject())
		for phrase := range phrases[i] {
			count[phrase]++
		}
	}
	best := ""
	for phrase, n := range count {
		if float64(n) < minAgree*float64(len(places)) || n == len(places) {
			continue
		}
		if best == "" || betterName(phrase, n, best, count[best]) {
			best = phrase
		}
	}
	if best == "" || float64(count[best]) < minOwnUse*float64(c.unitsWith(best)) || sharedByAll(count, len(places), best) {
		return recurring{}, false
	}
	r := recurring{zh: places[0].subject().zh(places[0].at), n: count[best]}
	for i, p := range places {
		if at, ok := phrases[i][best]; ok {
			r.en = p.subject().En[at.Start:at.End]
			break
		}
	}
	for i, p := range places {
		if _, ok := phrases[i][best]; ok {
			continue
		}
		if at, ok := likest(p.subject(), phrases[i], best, r.en); ok {
			r.deviations = append(r.deviations, deviation{p.scope, p.unit, p.at, at})
		}
	}
	return r, len(r.deviations) > 0
}

// sharedByAll reports whether a wording that is no part of best stands in all
// of n units: then all of them call the name alike.
func sharedByAll(count map[string]int, n int, best string) bool {
	for phrase, c := range count {
		if c == n && !strings.Contains(best, phrase) {
			return true
		}
	}
	return false
}

// betterName prefers the wording that more units have, then the longer one.
func betterName(a string, n int, b string, m int) bool {
	return cmp.Or(cmp.Compare(n, m), cmp.Compare(len(a), len(b)), cmp.Compare(b, a)) > 0
}

// unitsWith counts the units in whose English a wording stands.
func (c *corpus) unitsWith(phrase string) int {
	n := 0
	for _, sc := range c.scopes {
		for _, s := range sc.Subjects {
			if strings.Contains(s.foldedEn(), phrase) {
				n++
			}
		}
	}
	return n
}

// likest is the wording of a unit that is phrase but for one word; it has the
// capitals of a name where phrase has them.
func likest(s *Subject, phrases map[string]span.Span, phrase, text string) (at span.Span, ok bool) {
	if sameLemmas(s, phrase) {
		return at, false
	}
	best, words := "", contentWords(phrase)
	for other, where := range phrases {
		if strings.Count(other, " ") != strings.Count(phrase, " ") || len(contentWords(other)) != len(words) || likeness(other, phrase) < float64(len(words)-1)/float64(len(words)) || likeness(other, phrase) == 1 {
			continue
		}
		if namelike(text) == namelike(s.En[where.Start:where.End]) && (best == "" || other < best) {
			best = other
		}
	}
	return phrases[best], best != ""
}

// namelike reports whether every content word of text has a capital.
func namelike(text string) bool {
	for _, w := range english.Words(text) {
		if isPlainWord(w.Text) && !functionWords[w.Text] {
			return false
		}
	}
	return true
}

// sameLemmas reports whether the words of phrase all stand in s, in whatever
// form and order.
func sameLemmas(s *Subject, phrase string) bool {
	for _, want := range contentWords(phrase) {
		if !slices.ContainsFunc(s.Words(), func(w english.Word) bool { return english.SameLemma(english.Fold(w.Text), want) }) {
			return false
		}
	}
	return true
}

// phrasesOf are the wordings of two words or more in the English of s, folded,
// with the bytes where each stands first. None begins or ends with a function
// word, and none reaches across a mark.
func phrasesOf(s *Subject) map[string]span.Span {
	words := s.Words()
	out := map[string]span.Span{}
	for i := range words {
		if functionWords[english.Fold(words[i].Text)] {
			continue
		}
		for j := i + 1; j < len(words) && j < i+maxPhrase; j++ {
			if strings.TrimSpace(s.En[words[j-1].Span.End:words[j].Span.Start]) != "" {
				break
			}
			if functionWords[english.Fold(words[j].Text)] {
				continue
			}
			at := span.Span{Start: words[i].Span.Start, End: words[j].Span.End}
			folded := english.Fold(s.En[at.Start:at.End])
			if _, known := out[folded]; !known {
				out[folded] = at
			}
		}
	}
	return out
}

// bodyEnds are what names of bodies end with, folded.
var bodyEnds = folded("委员会 办公室 办公厅 总局 集团 公司 大学 学院 研究院 研究所 研究中心 协会 联合会 基金会 银行 交易所 组织 论坛 基地 示范区 试验区 实验室")

// notInNames are characters that do not stand in the name of a body, folded.
const notInNames = "的了在是和与及或等向对由为从被将把让于以该本各这那其此每某，。、；：！？“”‘’《》（）()「」『』〈〉 　0123456789年月日新并按至到有"

// namesIn finds what may be a name outside the glossary: what stands in 《》 or
// quotation marks, and bodies.
func namesIn(s *Subject) []span.Span {
	var out []span.Span
	zh := s.Runes()
	open := -1
	for i, r := range zh {
		switch r {
		case '《', '“', '「':
			open = i + 1
		case '》', '”', '」':
			if n := i - open; open > 0 && n >= 3 && n <= maxNameLen {
				out = append(out, span.Span{Start: open, End: i})
			}
			open = -1
		}
	}
	text := s.Folded()
	for _, end := range bodyEnds {
		for from := 0; ; {
			i := strings.Index(text[from:], end)
			if i < 0 {
				break
			}
			from += i + len(end)
			at := span.Span{End: utf8.RuneCountInString(text[:from])}
			at.Start = nameStart(zh, at.End-utf8.RuneCountInString(end))
			if at.Len() > utf8.RuneCountInString(end)+1 {
				out = append(out, at)
			}
		}
	}
	return slices.DeleteFunc(out, func(at span.Span) bool { return s.inMatch(at) })
}

// nameStart is where the name that reaches rune i begins.
func nameStart(zh []rune, i int) int {
	start := i
	for start > 0 && i-start < maxNameLen && !strings.ContainsRune(notInNames, zh[start-1]) && !strings.ContainsRune(notInNames, han.Fold(zh[start-1])) {
		start--
	}
	return start
}

// inMatch reports whether runes at of the Chinese overlap a term.
func (s *Subject) inMatch(at span.Span) bool {
	for _, m := range s.Terms {
		if m.Span.Overlaps(at) {
			return true
		}
	}
	return false
}
