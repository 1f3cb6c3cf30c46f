// Package english promises exact answers about English words: where they
// stand, whether two are spellings or forms of one word, and how a word or a
// phrase is inflected when English is written.
//
// Start with [Words], [Fold] and [SameLemma] to compare English texts, and
// with [Plural], [PastTense], [Gerund] and [Article] to write them. Forms are
// recognised by making them (rules and tables of irregular words), never by
// cutting endings off, so government and governance stay two words.
//
// The package knows no parts of speech and no meanings: whoever asks for the
// past tense of a noun gets one.
package english

import (
	"unicode"
	"unicode/utf8"

	"duizhao/lang/span"
)

// Word is a word as it stands in a text.
type Word struct {
	Text string    // the bytes of Span
	Span span.Span // bytes
}

// Words cuts s into words. A word is a run of letters and digits together with
// what joins them: hyphens (low-carbon), apostrophes (China's), the full stops
// of abbreviations (U.S.), the points and commas of figures (1,234.5) and an
// inner ampersand (R&D). Spaces and other punctuation stand between words.
func Words(s string) []Word {
	if s == "" {
		return nil
	}
	return AppendWords(make([]Word, 0, len(s)/6+1), s)
}

// AppendWords is [Words] for callers that keep the slice.
func AppendWords(dst []Word, s string) []Word {
	return appendTokens(dst, s, true)
}

// AppendParts appends the words of s with hyphenated ones cut into their
// parts, for comparing "low-carbon" with "low carbon".
func AppendParts(dst []Word, s string) []Word {
	return appendTokens(dst, s, false)
}

func appendTokens(dst []Word, s string, hyphens bool) []Word {
	for i := 0; i < len(s); {
		n := alnum(s, i)
		if n == 0 {
			i += runeLen(s, i)
			continue
		}
		end := wordEnd(s, i, hyphens)
		dst = append(dst, Word{s[i:end], span.Span{Start: i, End: end}})
		i = end
	}
	return dst
}

// wordEnd is where the word ends that begins at byte start.
func wordEnd(s string, start int, hyphens bool) int {
	dotted := false // an abbreviation such as U.S
	for i := start; ; {
		if n := alnum(s, i); n > 0 {
			i += n
			continue
		}
		if i >= len(s) {
			return i
		}
		n := joiner(s, i, hyphens)
		if n == 0 {
			if dotted && s[i] == '.' {
				return i + 1
			}
			return i
		}
		dotted = dotted || s[i] == '.' && !isDigit(s[i-1])
		i += n
	}
}

// joiner is the length of what stands at byte i and joins the word before it
// to letters or digits after it, 0 if nothing does.
func joiner(s string, i int, hyphens bool) int {
	switch c := s[i]; {
	case c == '\'' || c == '&':
		return joins(i+1 < len(s) && isLetter(s[i+1]) && isLetter(s[i-1]), 1)
	case c == '-':
		return joins(hyphens && alnum(s, i+1) > 0, 1)
	case c == '.':
		if i+1 < len(s) && isDigit(s[i-1]) && isDigit(s[i+1]) {
			return 1
		}
		single := isLetter(s[i-1]) && (i == 1 || alnum(s, i-2) == 0 && s[i-2] < utf8.RuneSelf)
		return joins(single && i+1 < len(s) && isLetter(s[i+1]) && alnum(s, i+2) == 0, 1)
	case c == ',':
		return joins(isDigit(s[i-1]) && threeDigits(s[i+1:]), 1)
	case c == 0xE2 && i+3 < len(s): // U+2019 ’, U+2010 ‐, U+2011 ‑
		switch s[i : i+3] {
		case "’":
			return joins(isLetter(s[i+3]) && isLetter(s[i-1]), 3)
		case "‐", "‑":
			return joins(hyphens && alnum(s, i+3) > 0, 3)
		}
	}
	return 0
}

func joins(yes bool, n int) int {
	if yes {
		return n
	}
	return 0
}

// threeDigits reports whether s begins with exactly three digits.
func threeDigits(s string) bool {
	return len(s) >= 3 && isDigit(s[0]) && isDigit(s[1]) && isDigit(s[2]) && (len(s) == 3 || !isDigit(s[3]))
}

// alnum is the length of the letter or digit at byte i, 0 if there is none.
func alnum(s string, i int) int {
	if i >= len(s) {
		return 0
	}
	if c := s[i]; c < utf8.RuneSelf {
		return joins(isLetter(c) || isDigit(c), 1)
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	return joins(unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r), n)
}

func runeLen(s string, i int) int {
	if s[i] < utf8.RuneSelf {
		return 1
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	return n
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
func isDigit(c byte) bool  { return c >= '0' && c <= '9' }
func isUpper(c byte) bool  { return c >= 'A' && c <= 'Z' }
