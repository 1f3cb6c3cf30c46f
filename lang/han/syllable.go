package han

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// syllable is a syllable of pinyin in one spelling: lower case, v for ü and
// E for ê.
type syllable struct {
	letters [6]byte
	tone    int8 // 1 to 4; 0 where none is marked, which is also the neutral tone
}

// toned lists the letters that carry a tone, four to a vowel.
const (
	toned  = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
	vowels = "aeiouv"
)

// parseSyllable reads one syllable as people, dictionaries and converters of
// pages write it. It reports false for everything else.
func parseSyllable(s string) (syllable, bool) {
	var out syllable
	n := 0
	for i, r := range s {
		if r == ':' && n > 0 && out.letters[n-1] == 'u' { // u: is ü
			out.letters[n-1] = 'v'
			continue
		}
		if '0' <= r && r <= '5' {
			if i+1 != len(s) || out.tone != 0 {
				return syllable{}, false
			}
			out.tone = int8(r-'0') % 5
			continue
		}
		if tone, ok := combine(&out, n, r); ok {
			out.tone = max(out.tone, tone)
			continue
		}
		letter, tone := letterOf(r)
		if letter == 0 || n == len(out.letters) || tone != 0 && out.tone != 0 {
			return syllable{}, false
		}
		out.letters[n] = letter
		out.tone = max(out.tone, tone)
		n++
	}
	out.respell(n)
	return out, n > 0
}

// combine takes a combining mark that follows the n letters of s.
func combine(s *syllable, n int, r rune) (tone int8, ok bool) {
	if n == 0 {
		return 0, false
	}
	switch r {
	case '\u0304':
		return 1, true
	case '\u0301':
		return 2, true
	case '\u030C', '\u0306': // a breve is a common slip for the caron
		return 3, true
	case '\u0300':
		return 4, true
	case '\u0308':
		s.letters[n-1] = 'v'
		return 0, true
	case '\u0302':
		s.letters[n-1] = 'E'
		return 0, true
	}
	return 0, false
}

// letterOf returns the letter of r and the tone on it, 0 where r is no letter.
func letterOf(r rune) (letter byte, tone int8) {
	r = unicode.ToLower(r)
	if 'a' <= r && r <= 'z' {
		return byte(r), 0
	}
	if i := strings.IndexRune(toned, r); i >= 0 && r != utf8.RuneError {
		k := utf8.RuneCountInString(toned[:i])
		return vowels[k/4], int8(k%4) + 1
	}
	return rareLetter(r)
}

// rareLetter knows interjections (ê, m, n), the letters
// that Chinese fonts draw alone (ɑ, ɡ) and the breve written for the caron.
func rareLetter(r rune) (letter byte, tone int8) {
	switch r {
	case 'ü':
		return 'v', 0
	case 'ê':
		return 'E', 0
	case 'ɑ':
		return 'a', 0
	case 'ɡ':
		return 'g', 0
	case 'ă':
		return 'a', 3
	case 'ĕ':
		return 'e', 3
	case 'ĭ':
		return 'i', 3
	case 'ŏ':
		return 'o', 3
	case 'ŭ':
		return 'u', 3
	case 'ế':
		return 'E', 2
	case 'ề':
		return 'E', 4
	case 'ḿ':
		return 'm', 2
	case 'ń':
		return 'n', 2
	case 'ň':
		return 'n', 3
	case 'ǹ':
		return 'n', 4
	}
	return 0, 0
}

// respell brings spellings together that name one syllable: ü after j, q, x
// and y is written u, and ue after l and n is always üe.
func (s *syllable) respell(n int) {
	if n < 2 {
		return
	}
	switch first := s.letters[0]; {
	case s.letters[1] == 'v' && (first == 'j' || first == 'q' || first == 'x' || first == 'y'):
		s.letters[1] = 'u'
	case n == 3 && (first == 'l' || first == 'n') && string(s.letters[1:3]) == "ue":
		s.letters[1] = 'v'
	}
}

// String writes s without its tone.
func (s syllable) String() string {
	n := 0
	for n < len(s.letters) && s.letters[n] != 0 {
		n++
	}
	return strings.NewReplacer("v", "ü", "E", "ê").Replace(string(s.letters[:n]))
}
