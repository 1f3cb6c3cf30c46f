package han

import (
	"unicode"

	"golang.org/x/text/width"
)

// Width returns the number of columns that s takes in a terminal: two for
// wide and full-width runes (UAX #11), none for control characters, combining
// marks and format characters, one for all others. Runes of ambiguous width,
// such as “ ” and ·, count one.
func Width(s string) int {
	n := 0
	for _, r := range s {
		n += RuneWidth(r)
	}
	return n
}

// RuneWidth is [Width] of one rune.
func RuneWidth(r rune) int {
	switch {
	case 0x4E00 <= r && r <= 0x9FFF:
		return 2
	case ' ' <= r && r <= '~':
		return 1
	case unicode.In(r, unicode.Cc, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}
