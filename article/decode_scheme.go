package article

import (
	"strings"
	"sync"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// scheme is one character encoding. Its next takes the first character off s,
// which is not empty: its rune and its length in bytes, or bad and 1 where the
// first byte starts no character (in UTF-16: 2 for a lone half of a pair).
type scheme struct {
	name string // as Source.Encoding has it
	mark string // its byte order mark
	next func(s string) (r rune, size int)
}

// bad is the rune of bytes that start no character. A U+FFFD that was encoded
// as such is not bad.
const bad rune = -1

var (
	utf8Scheme    = &scheme{name: "utf-8", mark: "\xEF\xBB\xBF", next: nextUTF8}
	gb18030Scheme = &scheme{name: "gb18030", mark: "\x84\x31\x95\x33", next: nextGB18030}
	big5Scheme    = &scheme{name: "big5", next: nextBig5}
	utf16LEScheme = &scheme{name: "utf-16le", mark: "\xFF\xFE", next: nextUTF16LE}
	utf16BEScheme = &scheme{name: "utf-16be", mark: "\xFE\xFF", next: nextUTF16BE}
)

// schemes is all encodings, the likelier first.
var schemes = [...]*scheme{utf8Scheme, gb18030Scheme, big5Scheme, utf16LEScheme, utf16BEScheme}

// decode gives data as UTF-8, with one U+FFFD for each byte that is bad.
func (s *scheme) decode(data string) string {
	var b strings.Builder
	b.Grow(len(data) + len(data)/2)
	for len(data) > 0 {
		r, size := s.next(data)
		if r == bad {
			r = utf8.RuneError
		}
		b.WriteRune(r)
		data = data[size:]
	}
	return b.String()
}

func nextUTF8(s string) (rune, int) {
	r, size := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && size == 1 {
		return bad, 1
	}
	return r, size
}

func nextGB18030(s string) (rune, int) {
	c := s[0]
	switch {
	case c < utf8.RuneSelf:
		return rune(c), 1
	case c == 0x80: // Microsoft's code page 936 and the WHATWG standard
		return '€', 1
	}
	if r, ok := gbkPairs().rune(s); ok {
		return r, 2
	}
	if len(s) >= 4 && '0' <= s[1] && s[1] <= '9' && s[2] >= 0x81 && '0' <= s[3] && s[3] <= '9' {
		return nextGB18030Four(s[:4])
	}
	return bad, 1
}

// nextGB18030Four decodes a character of four bytes. They are rare enough in
// Chinese text for the slow way.
func nextGB18030Four(s string) (rune, int) {
	out, err := simplifiedchinese.GB18030.NewDecoder().String(s)
	r, size := utf8.DecodeRuneInString(out)
	if err != nil || size != len(out) || r == utf8.RuneError {
		return bad, 1
	}
	return r, 4
}

func nextBig5(s string) (rune, int) {
	if c := s[0]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	if r, ok := big5Pairs().rune(s); ok {
		return r, 2
	}
	return bad, 1
}

func nextUTF16LE(s string) (rune, int) {
	return nextUTF16(s, func(s string) rune { return rune(s[0]) | rune(s[1])<<8 })
}

func nextUTF16BE(s string) (rune, int) {
	return nextUTF16(s, func(s string) rune { return rune(s[1]) | rune(s[0])<<8 })
}

func nextUTF16(s string, unit func(string) rune) (rune, int) {
	if len(s) < 2 {
		return bad, 1
	}
	r := unit(s)
	if !utf16.IsSurrogate(r) {
		return r, 2
	}
	if len(s) >= 4 {
		if pair := utf16.DecodeRune(r, unit(s[2:])); pair != utf8.RuneError {
			return pair, 4
		}
	}
	return bad, 2
}

// pairs is the two-byte part of an encoding: the rune of lead and trail byte,
// 0 where they have none.
type pairs [0x80 * 0x100]rune

func (p *pairs) rune(s string) (rune, bool) {
	if len(s) < 2 {
		return 0, false
	}
	r := p[int(s[0]&0x7F)<<8|int(s[1])]
	return r, r != 0
}

var (
	gbkPairs  = sync.OnceValue(func() *pairs { return readPairs(simplifiedchinese.GBK) })
	big5Pairs = sync.OnceValue(func() *pairs { return readPairs(traditionalchinese.Big5) })
)

// readPairs asks enc for each pair of bytes. The four codes of Big5-HKSCS that
// stand for two characters are left out.
func readPairs(enc encoding.Encoding) *pairs {
	p := new(pairs)
	decoder := enc.NewDecoder()
	for lead := 0x81; lead <= 0xFE; lead++ {
		var row []byte
		for trail := 0x40; trail <= 0xFF; trail++ {
			row = append(row, byte(lead), byte(trail), '\n')
		}
		out, err := decoder.Bytes(row)
		if err != nil {
			continue // decoders of x/text answer bad bytes with U+FFFD, not with errors
		}
		for i, char := range strings.Split(strings.TrimSuffix(string(out), "\n"), "\n") {
			r, size := utf8.DecodeRuneInString(char)
			if r != utf8.RuneError && size == len(char) {
				p[(lead&0x7F)<<8|(0x40+i)] = r
			}
		}
	}
	return p
}
