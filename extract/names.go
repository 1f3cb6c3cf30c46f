package extract

import (
	"slices"
	"strings"

	"duizhao/lang/han"
	"duizhao/lang/span"
)

// names collects the names that stand in units: of people, behind a post or
// before what they say; with a dot between their parts; and of places that end
// in 省, 市, 县 and the like. The names are folded.
type names struct {
	borders *han.Borders
	found   map[string]bool
	longest int // runes
}

func (n *names) add(runes []rune) {
	n.found[string(runes)] = true
	n.longest = max(n.longest, len(runes))
}

// learn adds the names of a text, folded.
func (n *names) learn(zh []rune) {
	words := n.borders.Words(zh)
	s := stops()
	for i, w := range words {
		rest := zh[w.Start:]
		afterPost := i > 0 && isPost(string(zh[words[i-1].Start:words[i-1].End]))
		says := func(length int) bool {
			j := slices.IndexFunc(words, func(x span.Span) bool { return x.Start == w.Start+length })
			return j >= 0 && s["says"][string(zh[words[j].Start:words[j].End])]
		}
		switch length := personLen(rest, func(length int) bool { return afterPost || says(length) }); {
		case length > 0:
			n.add(rest[:length])
		case placeLen(zh, words, i) > 0:
			n.add(zh[words[i-placeLen(zh, words, i)].Start:w.End])
		}
		if i > 0 && i+1 < len(words) && isDot(zh[w.Start]) {
			n.learnDotted(zh, words, i)
		}
	}
}

// learnDotted adds the parts of a foreign name on both sides of its dot.
func (n *names) learnDotted(zh []rune, words []span.Span, dot int) {
	s := stops()
	isPart := func(w span.Span) bool {
		return han.Is(zh[w.Start]) && w.Len() < 4 && !s["break"][string(zh[w.Start:w.End])] && !s["says"][string(zh[w.Start:w.End])]
	}
	from, to := dot, dot+1
	for from > 0 && dot-from < 4 && isPart(words[from-1]) && words[from-1].Len() < 3 && !isPost(string(zh[words[from-1].Start:words[from-1].End])) {
		from--
	}
	for to < len(words) && to-dot < 6 && isPart(words[to]) {
		to++
	}
	if from < dot && to > dot+1 {
		n.add(zh[words[from].Start:words[dot].Start])
		n.add(zh[words[dot].End:words[to-1].End])
	}
}

func isDot(r rune) bool { return r == '·' || r == '•' || r == '・' || r == '‧' }

// isPost reports whether a word is a post, or ends with one: 党组书记.
func isPost(word string) bool {
	for post := range stops()["post"] {
		if strings.HasSuffix(word, post) {
			return true
		}
	}
	return false
}

// in finds the names in a text, folded.
func (n *names) in(zh []rune) []span.Span {
	var out []span.Span
	for i := 0; i < len(zh); i++ {
		for length := min(n.longest, len(zh)-i); length >= 2; length-- {
			if n.found[string(zh[i:i+length])] {
				out = append(out, span.Span{Start: i, End: i + length})
				i += length - 1
				break
			}
		}
	}
	return out
}

func foldAll(zh []rune) []rune {
	out := make([]rune, len(zh))
	for i, r := range zh {
		out[i] = han.Fold(r)
	}
	return out
}

// personLen is the length of the name that zh begins with, 0 where fits says
// of none that it may end there.
func personLen(zh []rune, fits func(int) bool) int {
	for n := min(4, len(zh)); n >= 2; n-- {
		if _, ok := han.Name(string(zh[:n])); ok && fits(n) {
			return n
		}
	}
	return 0
}

// placeLen is how many single characters before word i, which is 省, 市, 县 …,
// are the name of the place: 云 江 市.
func placeLen(zh []rune, words []span.Span, i int) int {
	if words[i].Len() != 1 {
		return 0
	}
	switch han.Fold(zh[words[i].Start]) {
	case '省', '市', '县', '镇', '乡', '村', '州', '区':
	default:
		return 0
	}
	n := 0
	for n < 3 && n < i && words[i-n-1].Len() == 1 && han.Is(zh[words[i-n-1].Start]) && !stops()["break"][string(han.Fold(zh[words[i-n-1].Start]))] {
		n++
	}
	if n == 0 && i > 0 && words[i-1].Len() == 2 && han.Is(zh[words[i-1].Start]) {
		return 1 // a name that the word list knows: 苏州 市
	}
	return n
}
