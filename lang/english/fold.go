package english

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// Fold gives the spelling under which a word or phrase is compared: lower
// case, straight quotes, plain hyphens, and American spelling (labour → labor,
// programme → program, organisation → organization). A tonne stays a tonne.
// It returns s itself, without allocating, when nothing changes.
func Fold(s string) string {
	if isFolded(s) {
		return s
	}
	var buf [64]byte
	return string(appendFold(buf[:0], s))
}

// SameSpelling reports whether a and b are one word or phrase but for case,
// quotes, American or British spelling, and hyphens: "low-carbon" is
// "low carbon", and "policy-making" is "policymaking", but "policy making" is
// not "policymaking".
func SameSpelling(a, b string) bool {
	if a == b {
		return true
	}
	var bufA, bufB [64]byte
	x, y := appendFold(bufA[:0], a), appendFold(bufB[:0], b)
	if bytes.Equal(x, y) {
		return true
	}
	return sameJoined(x, y)
}

// sameJoined compares folded phrases where a hyphen may stand for a space or
// for nothing.
func sameJoined(x, y []byte) bool {
	i, j := 0, 0
	for i < len(x) && j < len(y) {
		switch {
		case x[i] == y[j]:
			i++
			j++
		case x[i] == '-' && y[j] == ' ' || x[i] == ' ' && y[j] == '-':
			i++
			j++
		case x[i] == '-':
			i++
		case y[j] == '-':
			j++
		default:
			return false
		}
	}
	return i == len(x) && j == len(y)
}

// isFolded reports that Fold would change nothing in s.
func isFolded(s string) bool {
	american := spelling()
	for i := 0; i < len(s); {
		c := s[i]
		if c >= utf8.RuneSelf || isUpper(c) {
			return false
		}
		if !isLetter(c) {
			i++
			continue
		}
		j := i + 1
		for j < len(s) && isLetter(s[j]) && !isUpper(s[j]) {
			j++
		}
		if j < len(s) && s[j] == '-' && coHyphen(s[i:]) {
			return false
		}
		if j-i >= shortestVariant {
			if _, ok := american[s[i:j]]; ok {
				return false
			}
		}
		i = j
	}
	return true
}

// appendFold appends the folded s to dst, which must not share memory with s.
func appendFold(dst []byte, s string) []byte {
	american := spelling()
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case isLetter(c):
			j := len(dst)
			for i < len(s) && isLetter(s[i]) {
				dst = append(dst, s[i]|0x20)
				i++
			}
			if string(dst[j:]) == "co" && i < len(s) && coHyphen("co"+s[i:]) {
				i++
				for i < len(s) && isLetter(s[i]) {
					dst = append(dst, s[i]|0x20)
					i++
				}
			}
			if us, ok := american[string(dst[j:])]; ok {
				dst = append(dst[:j], us...)
			}
		case c < utf8.RuneSelf:
			dst = append(dst, c)
			i++
		default:
			r, n := utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError && n == 1 {
				dst = append(dst, c) // keep a broken byte as it is
			} else {
				dst = utf8.AppendRune(dst, foldRune(r))
			}
			i += n
		}
	}
	return dst
}

// coHyphen reports that s begins with a British co-operation or
// co-ordination, which is folded to one word. s is lower case up to the
// hyphen.
func coHyphen(s string) bool {
	if len(s) < 6 || s[:3] != "co-" || s[3]|0x20 != 'o' {
		return false
	}
	p := [2]byte{s[4] | 0x20, s[5] | 0x20}
	return p == [2]byte{'p', 'e'} || p == [2]byte{'r', 'd'}
}

func foldRune(r rune) rune {
	switch r {
	case '‘', '’', 'ʼ', '′':
		return '\''
	case '“', '”', '″':
		return '"'
	case '‐', '‑':
		return '-'
	case '\u00a0', '\u202f':
		return ' '
	}
	return unicode.ToLower(r)
}
