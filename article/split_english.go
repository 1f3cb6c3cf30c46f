package article

import (
	"strings"
	"unicode/utf8"

	"duizhao/lang/han"
)

// endsEnglish reports whether the full stop at byte i ends an English
// sentence that Chinese follows: … before 2030.” 外交部. It is none behind an
// abbreviation or an initial, and none behind the number of an item.
func endsEnglish(text string, i int) bool {
	rest := strings.TrimLeft(text[i+1:], "”’\"')）」』")
	chinese := strings.TrimLeft(rest, " \u00a0\u3000")
	after, _ := utf8.DecodeRuneInString(chinese)
	if len(chinese) == len(rest) || !han.Is(after) && !strings.ContainsRune("“《「『（【", after) {
		return false
	}
	start := i
	for start > 0 && !isSpace(rune(text[start-1])) && text[start-1] < utf8.RuneSelf {
		start--
	}
	word := strings.TrimLeft(text[start:i], "\"'([")
	if digits := strings.TrimRight(word, "%"); strings.TrimLeft(digits, "0123456789,.") == "" {
		return (len(digits) > 2 || len(digits) < len(word)) && wordBefore(text[:start])
	}
	word = strings.TrimRight(word, "\"')]")
	return len(word) > 1 && isLetter(word[len(word)-1]) && !strings.Contains(word, ".") && !isAbbreviation(word)
}

// wordBefore reports whether text ends with an English word and a space.
func wordBefore(text string) bool {
	trimmed := strings.TrimRight(text, " ")
	return len(trimmed) < len(text) && trimmed != "" && isLetter(trimmed[len(trimmed)-1])
}

// abbreviations end with a full stop that ends no sentence: titles, and words
// that a number or a name follows.
const abbreviations = " no nos dr mr mrs ms prof st fig figs vol art sec ch pp vs cf al inc ltd co corp gen gov sen rep approx "

// isAbbreviation reports whether a full stop behind word belongs to it.
func isAbbreviation(word string) bool {
	return len(word) <= 6 && strings.Contains(abbreviations, " "+strings.ToLower(word)+" ")
}
