package english

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"duizhao/lang/span"
)

var abbreviations = sync.OnceValue(func() map[string]map[string]bool { return wordSets("abbreviations.txt") })

// Sentences cuts s into sentences and gives their bytes, without the space
// around them. A sentence ends at . ! ? or … with its closing quotes and
// brackets, or at the end of a line; not at the full stop of an abbreviation
// (No. 5, Mr. Li, the U.S. dollar, e.g.), nor inside a figure.
func Sentences(s string) []span.Span {
	var out []span.Span
	start := 0
	add := func(end int) {
		text := s[start:end]
		lead := len(text) - len(strings.TrimLeftFunc(text, unicode.IsSpace))
		if text = strings.TrimSpace(text); text != "" {
			out = append(out, span.Span{Start: start + lead, End: start + lead + len(text)})
		}
		start = end
	}
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '\n':
			add(i)
			i += n
		case r == '.' || r == '!' || r == '?' || r == '…':
			end := closeSentence(s, i+n)
			if endsHere(s, start, i, end) {
				add(end)
			}
			i = end
		default:
			i += n
		}
	}
	add(len(s))
	return out
}

// closeSentence walks over further end marks and closing quotes and brackets.
func closeSentence(s string, i int) int {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !strings.ContainsRune(".!?…\"'”’)]", r) {
			break
		}
		i += n
	}
	return i
}

// endsHere judges the end mark at byte i whose closing marks reach to end.
func endsHere(s string, start, i, end int) bool {
	rest := strings.TrimLeft(s[end:], " \t\u00a0")
	if rest == "" {
		return true
	}
	if len(rest) == len(s)-end {
		return false // no space: 3.5, www.gov.cn
	}
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, "\"'“‘([—- "))
	if unicode.IsLower(next) {
		return false
	}
	if s[i] != '.' || end > i+1 {
		return true
	}
	word := s[start:i]
	word = word[strings.LastIndexAny(word, " \t\u00a0(\"“‘[/")+1:]
	return !abbreviated(word, next)
}

// abbreviated reports whether the full stop behind word only shortens it,
// with next the first letter or digit of what follows.
func abbreviated(word string, next rune) bool {
	t, key := abbreviations(), strings.ToLower(word)
	switch {
	case t["never-last"][key]:
		return true
	case t["before-figure"][key]:
		return unicode.IsNumber(next)
	case t["may-end"][key]:
		return !unicode.IsUpper(next)
	case len(word) == 1 && isUpper(word[0]) && word != "I":
		return true // an initial
	case strings.Contains(word, "."): // U.S. U.N. Ph.D.
		return len(word) <= 5 && !unicode.IsUpper(next)
	}
	return false
}
