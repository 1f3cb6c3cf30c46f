// Package han promises that Chinese text can be compared and shown whatever
// script it is written in, without losing its place: every function that
// changes a text keeps the number of its runes, so that an offset in one form
// is an offset in all of them.
//
// Start with [Fold] and [Key], which say when two texts are the same to a
// glossary; [Simplify] and [Traditionalise] convert for the eye, [IsReading]
// and [Name] know pinyin, [Width] counts terminal columns, and [Borders]
// judges whether words end where a term begins.
//
// The package has no word list of its own (lang/lexicon has one), does not
// segment text for its own sake, and translates nothing. Its tables are
// embedded and read when they are first used; importing it costs nothing.
package han

import "unicode"

// Is reports whether r is a Han character: an ideograph of any plane, 〇, 々,
// or a radical that stands for a character.
func Is(r rune) bool {
	switch {
	case 0x4E00 <= r && r <= 0x9FFF:
		return true
	case r < 0x2E80:
		return false
	}
	return unicode.Is(unicode.Han, r)
}
