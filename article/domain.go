package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"duizhao/lang/han"
	"duizhao/lang/span"
)

// domainBytes is how far a broken-up domain reaches before and behind its
// last dot.
const domainBytes = 72

// topLevels are the ends of domains that watermarks carry.
var topLevels = []string{"com.cn", "net.cn", "org.cn", "gov.cn", "com", "cn", "net", "org"}

// brokenDomain reads a domain with spaces in it, or spelt with letters from
// other alphabets, around the dot at byte dot of text.
func brokenDomain(text string, dot int) (span.Span, bool) {
	end, spacedEnd, oddEnd, ok := topLevelAt(text, dot+1)
	if !ok {
		return span.Span{}, false
	}
	name := domainName(text, dot)
	if name.start == dot {
		return span.Span{}, false
	}
	s := span.Span{Start: name.start, End: end}
	if name.odd+oddEnd >= 2 {
		return s, true
	}
	if spacedEnd || name.spaceBeforeDot {
		return s, name.groups >= 2 && name.letters <= name.groups*7/2
	}
	return s, name.groups >= 3 && name.letters <= name.groups*3
}

// topLevelAt reads the end of a domain behind a dot: its letters may have
// single spaces between them.
func topLevelAt(text string, at int) (end int, spaced bool, odd int, ok bool) {
	squeezed := make([]byte, 0, 8)
	i, sawSpace := at, false
	for i < len(text) && i-at < domainBytes/4 && len(squeezed) < 7 {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch letter, foreign := domainLetter(r); {
		case r == ' ':
			sawSpace = true
		case r == '.':
			squeezed = append(squeezed, '.')
		case letter == 0:
			return end, spaced, odd, ok
		default:
			squeezed = append(squeezed, letter)
			if foreign {
				odd++
			}
		}
		i += size
		if r != ' ' && endsDomain(string(squeezed), text[i:]) {
			end, spaced, ok = i, sawSpace, true
		}
	}
	return end, spaced, odd, ok
}

// endsDomain reports whether s is a top-level domain with no letter behind.
func endsDomain(s, rest string) bool {
	for _, top := range topLevels {
		if s == top {
			r, _ := utf8.DecodeRuneInString(rest)
			letter, _ := domainLetter(r)
			return letter == 0
		}
	}
	return false
}

// spelling is the part of a broken-up domain before its last dot.
type spelling struct {
	start          int
	groups         int // letters without a space between them
	letters        int
	odd            int // letters from outside ASCII
	spaceBeforeDot bool
}

// domainName reads backward from the dot at byte dot.
func domainName(text string, dot int) spelling {
	name := spelling{start: dot}
	inGroup := false
	for i := dot; i > 0 && dot-i < domainBytes; {
		r, size := utf8.DecodeLastRuneInString(text[:i])
		letter, foreign := domainLetter(r)
		switch {
		case r == ' ' && i < len(text) && text[i] == ' ':
			return name // two spaces end it
		case r == ' ':
			name.spaceBeforeDot = name.spaceBeforeDot || i == dot
			inGroup = false
		case r == '.' || r == '-' && inGroup:
			name.start = i - size
		case letter == 0:
			return name
		default:
			if !inGroup {
				name.groups++
			}
			if foreign {
				name.odd++
			}
			inGroup = true
			name.letters++
			name.start = i - size
		}
		i -= size
	}
	return name
}

// domainLetter is the ASCII letter or digit that r stands for in a domain, 0
// for none; foreign where r is from another alphabet or carries a mark.
func domainLetter(r rune) (letter byte, foreign bool) {
	switch {
	case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
		return byte(r), false
	case r >= 'A' && r <= 'Z':
		return byte(r) + 'a' - 'A', false
	case r < utf8.RuneSelf || r >= 0x530 || !unicode.IsLetter(r) || han.Is(r):
		return 0, false
	case strings.ContainsRune("ōóǒòоο", r):
		return 'o', true
	case strings.ContainsRune("ńňǹņ", r):
		return 'n', true
	default:
		return 'x', true
	}
}
