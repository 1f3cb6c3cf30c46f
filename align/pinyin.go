package align

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"duizhao/lang/han"
)

// plainReadings are the readings of r without tones, at most three.
func plainReadings(r rune) []string {
	if !han.Is(r) {
		return nil
	}
	var out []string
	for _, reading := range han.Readings(r) {
		plain := dropTones(reading)
		known := false
		for _, o := range out {
			known = known || o == plain
		}
		if !known {
			out = append(out, plain)
		}
		if len(out) == 2 {
			break
		}
	}
	return out
}

// dropTones takes the tone mark off a syllable; ü is written u, or v by some.
func dropTones(syllable string) string {
	var b strings.Builder
	for _, c := range norm.NFD.String(syllable) {
		if c < 0x80 {
			b.WriteRune(c)
		}
	}
	return b.String()
}

// spellable reports whether a lower-case word has only letters that pinyin
// has, and a length that up to three syllables can have.
func spellable(word string) bool {
	if len(word) < 2 || len(word) > 18 {
		return false
	}
	for i := range len(word) {
		if word[i] < 'a' || word[i] > 'z' || word[i] == 'v' {
			return false
		}
	}
	return true
}
