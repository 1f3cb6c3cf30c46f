package article

import (
	"unicode/utf8"

	"duizhao/lang/han"
	"duizhao/lang/span"
)

// gloss is a reading in parentheses behind a Han character: 環(huán).
type gloss struct {
	start, end int // bytes of the text, with the parentheses
	of         rune
	reading    string
}

// eachGloss calls visit for every gloss of text whose reading is one of its
// character's, in order.
func eachGloss(text string, visit func(gloss)) {
	for i := 0; i < len(text); i++ {
		start := i
		switch {
		case text[i] == '(':
		case text[i] == 0x88 && i >= 2 && text[i-2:i+1] == "（":
			start = i - 2
		default:
			continue
		}
		reading, end, ok := readingAt(text, i+1)
		if !ok {
			continue
		}
		of, _ := utf8.DecodeLastRuneInString(text[:start])
		if of >= gbkTrailMin && of < 0x7F {
			// The converter took the second byte of the character before and
			// this letter for a character: 地G is B5D8 47, and D847 is 谿.
			of = gbkTable().rune(pairBefore(text, start-1, change{end: -1})[1], byte(of))
		}
		if han.Is(of) && han.IsReading(of, reading) {
			visit(gloss{start: start, end: end, of: of, reading: reading})
		}
		i = end - 1
	}
}

// maxReading is the longest reading in bytes: "zhuāng" with a combining mark
// and a tone digit has room.
const maxReading = 12

// readingAt reads what looks like a reading and the closing parenthesis
// behind it, from byte at of text.
func readingAt(text string, at int) (reading string, end int, ok bool) {
	i := at
	for i < len(text) && i-at <= maxReading {
		c := text[i]
		if c >= 'a' && c <= 'z' || c >= '1' && c <= '5' && i > at {
			i++
			continue
		}
		if c == ')' {
			return text[at:i], i + 1, i > at
		}
		if c < utf8.RuneSelf {
			return "", 0, false
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == '）' {
			return text[at:i], i + size, i > at
		}
		if !isReadingLetter(r) {
			return "", 0, false
		}
		i += size
	}
	return "", 0, false
}

// isReadingLetter knows the letters of pinyin outside ASCII: vowels with tone
// marks, ü, ê, ń, ḿ, the round ɑ and ɡ, and combining tone marks.
func isReadingLetter(r rune) bool {
	return r >= 0xE0 && r <= 0x1F9 || r == 'ɑ' || r == 'ɡ' || r >= 0x300 && r <= 0x30C || r == 'ḿ' || r == 'ế' || r == 'ề' || r == 'ê'
}

// toned reports whether a reading carries a tone mark or a tone digit.
func toned(reading string) bool {
	for _, r := range reading {
		if r >= '1' && r <= '5' || r >= utf8.RuneSelf && r != 'ü' && r != 'ɑ' && r != 'ɡ' {
			return true
		}
	}
	return false
}

// removable reports whether g is dirt in a document that is glossed as s
// says. Among toned readings a bare one is a reading only where the character
// has it as its neutral tone (們(men)) or is one that converters gloss.
func (s glossing) removable(g gloss) bool {
	if !s.full {
		return false
	}
	if !s.toned || toned(g.reading) {
		return true
	}
	for _, reading := range han.Readings(g.of) {
		if reading == g.reading {
			return true
		}
	}
	return isRare(g.of)
}

// isRare reports whether GBK has r outside the simplified characters of
// GB 2312, where both bytes of a pair are 0xA1 and more.
func isRare(r rune) bool {
	pair, ok := gbkTable().pairs[r]
	return ok && (pair[0] < 0xA1 || pair[1] < 0xA1)
}

// removeGlosses takes the readings out of a document that is full of them.
func removeGlosses(c *cleaning) []span.Span {
	if !c.glossing.full {
		return nil
	}
	out := make([]span.Span, 0, c.glossing.count)
	var changes []change // of one line after the other
	for _, l := range c.lines {
		if l.skip != "" {
			continue
		}
		changes = glossChanges(changes[:0], l.text, c.glossing)
		out = c.changeLine(l, changes, stepGlosses, "readings", out)
	}
	return out
}

// glossChanges appends the changes that take the glosses out of text.
func glossChanges(changes []change, text string, s glossing) []change {
	eachGloss(text, func(g gloss) {
		if s.removable(g) {
			changes = append(changes, change{start: g.start, end: g.end})
		}
	})
	return changes
}
