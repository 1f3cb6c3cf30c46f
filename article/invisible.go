package article

import (
	"unicode/utf8"

	"duizhao/lang/span"
)

// removeInvisible takes out characters that nobody sees and that cut words
// apart: zero-width spaces and joiners, direction marks, soft hyphens, byte
// order marks inside the text, and control characters.
func removeInvisible(c *cleaning) []span.Span {
	var out []span.Span
	for i := range c.lines {
		l := c.lines[i]
		if l.skip != "" {
			continue
		}
		changes := invisibleChanges(l.text)
		out = c.changeLine(l, changes, stepInvisible, "characters that show nothing", out)
	}
	return out
}

// invisibleChanges finds the invisible characters of text.
func invisibleChanges(text string) []change {
	var changes []change
	for i := 0; i < len(text); i++ {
		size := invisibleLen(text, i)
		if size == 0 {
			continue
		}
		if n := len(changes); n > 0 && changes[n-1].end == i {
			changes[n-1].end = i + size
		} else {
			changes = append(changes, change{start: i, end: i + size})
		}
		i += size - 1
	}
	return changes
}

// invisibleLen is the length of the invisible character at byte i of text, 0
// where there is none.
func invisibleLen(text string, i int) int {
	switch c := text[i]; {
	case c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\v' && c != '\f', c == 0x7F:
		return 1
	case c == 0xC2 || c == 0xE2 || c == 0xEF:
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == 0xAD, r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x2064, r == 0xFEFF:
			return size
		}
	}
	return 0
}
