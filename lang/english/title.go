package english

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

var small = sync.OnceValue(func() map[string]bool { return wordSets("small.txt")["lower"] })

// TitleCase writes s as a title in the style of official documents: all words
// capitalised but articles, conjunctions and prepositions; the first and last
// word and the first behind a colon or dash always. Capitals that are there
// stay.
func TitleCase(s string) string {
	words := Words(s)
	out := []byte(s)
	for i, w := range words {
		edge := i == 0 || i == len(words)-1 || strings.ContainsAny(s[words[i-1].Span.End:w.Span.Start], ":;.?!—")
		if !edge && small()[Fold(w.Text)] {
			if w.Text != strings.ToUpper(w.Text) {
				copy(out[w.Span.Start:], strings.ToLower(w.Text))
			}
			continue
		}
		capitaliseParts(out[w.Span.Start:w.Span.End])
	}
	return string(out)
}

// capitaliseParts capitalises the parts of a hyphenated word but prepositions
// and the like inside it.
func capitaliseParts(word []byte) {
	for at := 0; at < len(word); {
		end := at
		for end < len(word) && word[end] != '-' {
			end++
		}
		part := string(word[at:end])
		if part != "" && part[0] >= 'a' && part[0] <= 'z' && (at == 0 || !small()[Fold(part)]) && !mixedCase(part) {
			word[at] &^= 0x20
		}
		at = end + 1
	}
}

// mixedCase reports a word like pH or eIDAS, whose small first letter is
// meant.
func mixedCase(word string) bool {
	return strings.IndexFunc(word, unicode.IsUpper) > 0
}

// Capitalise writes the first letter of s large, behind opening quotes and
// brackets; a text that begins with a figure stays as it is.
func Capitalise(s string) string {
	for i, r := range s {
		switch {
		case unicode.IsLetter(r):
			up := unicode.ToUpper(r)
			if up == r {
				return s
			}
			return s[:i] + string(up) + s[i+utf8.RuneLen(r):]
		case unicode.IsNumber(r):
			return s
		}
	}
	return s
}
