package article

import (
	"strings"
	"unicode/utf8"

	"duizhao/lang/han"
	"duizhao/lang/span"
)

// A full-width bracket is a pair of bytes itself, so that a converter that
// takes two neighbours for one character (see repair.go) loses no byte: 時 and
// the bracket behind it decode as other characters, 暎╣òng）. No mark of a lost
// byte stands there to begin the arithmetic from; the place is only reported.

// brokenFullGlosses finds what is left of full-width glosses in text, in
// bytes: a reading whose opening bracket is gone, with the two characters in
// front of it, and a gloss behind a small letter that was half a character.
func brokenFullGlosses(text string) []span.Span {
	const closing = "）"
	var out []span.Span
	for i := 0; i+len(closing) <= len(text); i++ {
		if text[i] != closing[0] || text[i:i+len(closing)] != closing {
			continue
		}
		start := i - lastReading(text[:i])
		end := i + len(closing)
		if !toned(text[start:i]) {
			continue
		}
		before, size := utf8.DecodeLastRuneInString(text[:start])
		switch {
		case size == 0 || before == '(':
			continue
		case before == '（':
			start -= size
			letter, _ := utf8.DecodeLastRuneInString(text[:start])
			if letter < 'a' || letter > 'z' || !endsHan(text[:start-1]) && !strings.HasSuffix(text[:start-1], closing) {
				continue
			}
			start--
		case before < utf8.RuneSelf || insideBrackets(text[:start]):
			continue
		default:
			start -= size
			if _, size = utf8.DecodeLastRuneInString(text[:start]); endsHan(text[:start]) {
				start -= size
			}
		}
		if n := len(out); n > 0 && start < out[n-1].End {
			start = out[n-1].End
		}
		out = append(out, span.Span{Start: start, End: end})
	}
	return out
}

// lastReading is the length of what looks like a reading at the end of text.
func lastReading(text string) int {
	n := 0
	for n <= maxReading {
		r, size := utf8.DecodeLastRuneInString(text[:len(text)-n])
		if (r < 'a' || r > 'z') && !isReadingLetter(r) {
			break
		}
		n += size
	}
	return n
}

// insideBrackets reports whether the last bracket of text is an opening one,
// as in （音hù）.
func insideBrackets(text string) bool {
	text = text[max(0, len(text)-clauseBytes):]
	last := strings.LastIndex(text, "（")
	return last >= 0 && last > strings.LastIndex(text, "）")
}

// endsHan reports whether text ends with a Han character.
func endsHan(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	return han.Is(r)
}
