package article

import (
	"html"
	"strings"
	"unicode/utf8"
)

// inline feeds the bytes from up to to of HTML text into w: white space and
// character references are resolved.
func (w *weaver) inline(from, to int, link bool) {
	start := -1 // of the piece that is being read
	stop := func(at int) {
		if start >= 0 {
			w.keep(start, at, link)
			start = -1
		}
	}
	for i := from; i < to; {
		if isPlain(w.src[i]) {
			if start < 0 {
				start = i
			}
			i++
			continue
		}
		if size, newline := blankAt(w.src[i:to]); size > 0 {
			stop(i)
			w.blank(newline)
			i += size
			continue
		}
		if w.src[i] == '&' {
			if text, size := reference(w.src[i:to]); size > 0 {
				stop(i)
				w.reference(i, i+size, text, link)
				i += size
				continue
			}
		}
		if start < 0 {
			start = i
		}
		i++
	}
	stop(to)
}

// isPlain reports whether a byte begins neither a reference nor any white space.
func isPlain(c byte) bool { return c > ' ' && c != '&' && c != 0xC2 && (c < 0xE1 || c > 0xE3) }

// reference takes what a character reference stands for; spaces are spaces.
func (w *weaver) reference(from, to int, text string, link bool) {
	if strings.TrimSpace(text) == "" {
		w.blank(false)
		return
	}
	w.put(from, to, text, link)
}

// blankAt is the length of the white space character, as unicode.IsSpace has
// it, that s begins with, 0 where there is none.
func blankAt(s string) (size int, newline bool) {
	switch s[0] {
	case '\n', '\r':
		return 1, true
	case ' ', '\t', '\f', '\v':
		return 1, false
	case 0xC2:
		if strings.HasPrefix(s, "\u00A0") || strings.HasPrefix(s, "\u0085") {
			return 2, false
		}
	case 0xE1:
		if strings.HasPrefix(s, "\u1680") {
			return 3, false
		}
	case 0xE2:
		return thinBlank(s), false
	case 0xE3:
		if strings.HasPrefix(s, "\u3000") {
			return 3, false
		}
	}
	return 0, false
}

// thinBlank is 3 where s begins with one of the spaces U+2000 to U+200A, U+2028,
// U+2029, U+202F or U+205F, and 0 otherwise.
func thinBlank(s string) int {
	if len(s) < 3 {
		return 0
	}
	switch c := s[2]; {
	case s[1] == 0x80 && (c <= 0x8A || c == 0xA8 || c == 0xA9 || c == 0xAF), s[1] == 0x81 && c == 0x9F:
		return 3
	}
	return 0
}

// longestReference is the length of the longest character reference by name
// in HTML, &CounterClockwiseContourIntegral;, in bytes.
const longestReference = 33

// reference decodes the character reference that s begins with. size is 0
// where s begins with a bare ampersand.
func reference(s string) (text string, size int) {
	n := 1
	for n < len(s) && n < longestReference && isReferenceByte(s[n]) {
		n++
	}
	if n < len(s) && s[n] == ';' {
		n++
	}
	text = html.UnescapeString(s[:n])
	if text == s[:n] || text == "" {
		return "", 0
	}
	// Old names do without a semicolon, and what follows them is left over.
	_, first := utf8.DecodeRuneInString(text)
	for len(text) > first && text[len(text)-1] == s[n-1] {
		text = text[:len(text)-1]
		n--
	}
	return text, n
}

func isReferenceByte(c byte) bool {
	return c == '#' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}
