package english

import (
	"strings"
	"sync"
)

// sounds says how words and acronyms begin when they are read aloud, where
// the first letter misleads.
var sounds = sync.OnceValue(func() map[string]map[string]bool { return wordSets("sounds.txt") })

// Article is "a" or "an", by the sound of what follows: an hour, a European
// country, an NDRC notice, a UN body, a one-off, an 18-month plan.
func Article(next string) string {
	var buf [4]Word
	words := AppendParts(buf[:0], next[:min(len(next), 64)])
	if len(words) == 0 {
		return "a"
	}
	if vowelSound(words[0].Text) {
		return "an"
	}
	return "a"
}

func vowelSound(word string) bool {
	c := word[0]
	switch {
	case isDigit(c):
		return vowelFigure(word)
	case isAcronym(word) || len(word) == 1:
		return vowelAcronym(word)
	}
	t, key := sounds(), Fold(word)
	switch {
	case t["an"][key]:
		return true
	case t["a"][key] || prefixed(key, t["a-prefix"]):
		return prefixed(key, t["an-prefix"])
	}
	return isVowel(c | 0x20)
}

// prefixed reports whether word begins with one of the prefixes.
func prefixed(word string, prefixes map[string]bool) bool {
	for n := 2; n <= len(word); n++ {
		if prefixes[word[:n]] {
			return true
		}
	}
	return false
}

// vowelAcronym judges letters read one by one (an NDRC notice), or as a word
// where the table says so (a NATO member).
func vowelAcronym(word string) bool {
	if sounds()["read-as-word"][strings.ToLower(strings.TrimRight(word, "0123456789"))] {
		return isVowel(word[0]|0x20) && word[0] != 'U' // UNESCO, UNICEF
	}
	return strings.IndexByte("AEFHILMNORSX", word[0]&^0x20) >= 0
}

// vowelFigure: eight, eighty, eight hundred; eleven and eighteen, alone or
// before thousands.
func vowelFigure(word string) bool {
	if word[0] == '8' {
		return true
	}
	digits := 0
	for digits < len(word) && isDigit(word[digits]) {
		digits++
	}
	return digits == 2 && (word[:2] == "11" || word[:2] == "18")
}
