package align

import (
	"strings"
	"unicode/utf8"
)

// label reads the number at the head of a heading, item or article: 一、
// （三） 第五条 1. (2) I. IV) Article 5 Chapter III. Articles, chapters and
// plain numbers are not told apart, since translations change their style.
func label(s string) (n int, ok bool) {
	s = strings.TrimLeft(s, " \t\u3000(（[【〔")
	for _, word := range []string{"第", "Article ", "Chapter ", "Section ", "Part ", "No. ", "ARTICLE ", "CHAPTER ", "SECTION ", "PART "} {
		if rest, found := strings.CutPrefix(s, word); found {
			n, rest = leadingNumber(rest)
			return n, n > 0 && len(rest) < len(s)
		}
	}
	return itemNumber(s)
}

// itemNumber reads the number of an item: （三） 1. (2) 四、 IV).
func itemNumber(s string) (n int, ok bool) {
	s = strings.TrimLeft(s, " \t\u3000(（[【〔")
	n, rest := leadingNumber(s)
	r, _ := utf8.DecodeRuneInString(rest)
	return n, n > 0 && n < 1000 && strings.ContainsRune(".．、)）]】〕", r) && !digitFollows(rest)
}

// digitFollows reports that a point stands inside a decimal: 1.5.
func digitFollows(rest string) bool {
	return len(rest) > 1 && rest[0] == '.' && rest[1] >= '0' && rest[1] <= '9'
}

// leadingNumber reads the number that s begins with, in digits, Chinese
// numerals up to 99 or Roman ones; 0 where there is none.
func leadingNumber(s string) (n int, rest string) {
	end := 0
	for end < len(s) && s[end] >= '0' && s[end] <= '9' && end < 4 {
		n = n*10 + int(s[end]-'0')
		end++
	}
	if end > 0 {
		return n, s[end:]
	}
	if n, rest = chineseNumber(s); n > 0 {
		return n, rest
	}
	return romanNumber(s)
}

const chineseDigits = "一二三四五六七八九"

// chineseNumber reads Chinese numerals up to 99; n is 0 where there are none.
func chineseNumber(s string) (n int, rest string) {
	last := 0
	for s != "" {
		r, size := utf8.DecodeRuneInString(s)
		switch at := strings.IndexRune(chineseDigits, r); {
		case at >= 0 && last == 0:
			last = at/len("一") + 1
		case r == '十' && n == 0:
			n, last = max(last, 1)*10, 0
		default:
			return n + last, s
		}
		s = s[size:]
	}
	return n + last, s
}

// romanNumber reads a Roman number up to 39; a small i or v counts as well.
func romanNumber(s string) (n int, rest string) {
	end := 0
	for end < len(s) && strings.IndexByte("IVXivx", s[end]) >= 0 && end < 7 {
		end++
	}
	values := map[byte]int{'i': 1, 'v': 5, 'x': 10}
	for k := range end {
		v := values[s[k]|0x20]
		if k+1 < end && v < values[s[k+1]|0x20] {
			v = -v
		}
		n += v
	}
	return n, s[end:]
}
