package number

import (
	"strings"
	"sync"
)

// maskWord is a word of data/masks.txt as it is looked for: around its first
// digit character.
type maskWord struct {
	before []rune // what stands before the digit, folded
	from   []rune // the digit and what follows
	number bool   // a longer word in which the digit is a number after all
}

// masks finds mask words by their first digit character and the rune behind
// it, or before it where it ends the word.
var masks = sync.OnceValue(func() map[[2]rune][]maskWord {
	table := make(map[[2]rune][]maskWord)
	for line := range lines("masks.txt") {
		for word := range strings.FieldsSeq(line) {
			word, number := strings.CutPrefix(word, "!")
			runes := foldRunes(nil, word)
			at := firstDigit(runes)
			if at < 0 {
				panic("masks.txt: no digit in " + word)
			}
			m := maskWord{runes[:at], runes[at:], number}
			key := [2]rune{runes[at], 0}
			if at+1 < len(runes) {
				key[1] = runes[at+1]
			} else {
				key[1] = -runes[at-1]
			}
			table[key] = append(table[key], m)
		}
	}
	return table
})

func firstDigit(word []rune) int {
	for i, r := range word {
		if digitValue(r) >= 0 || power(r) > 0 || isArabic(r) || r == '半' || r == '几' || r == '数' {
			return i
		}
	}
	return -1
}

// maskEnd is where the word ends that masks the digit at rune i, or the
// caller's masked span; 0 when the digit may be a number.
func (r reader) maskEnd(i int) int {
	for _, m := range r.masked {
		if m.Start <= i && i < m.End {
			return m.End
		}
	}
	best, length, number := 0, 0, false
	table, c := masks(), r.at(i)
	for _, key := range [2][2]rune{{c, r.at(i + 1)}, {c, -r.at(i - 1)}} {
		for _, m := range table[key] {
			if r.at(i-1) == '第' && len(m.before) == 0 {
				continue // 第三生态环境 is not 三生
			}
			if len(m.from) == 1 && power(r.at(i+1)) > 0 {
				continue // 系统一百个 is not 统一
			}
			if n := len(m.before) + len(m.from); n > length && r.stands(m.from, i) && r.stands(m.before, i-len(m.before)) {
				best, length, number = i+len(m.from), n, m.number
			}
		}
	}
	if number {
		return 0
	}
	return best
}

// mask reports whether the digit at i is masked.
func (r reader) mask(i int) bool { return r.maskEnd(i) > 0 }

func (r reader) stands(word []rune, i int) bool {
	if i < 0 || i+len(word) > len(r.text) {
		return false
	}
	for j, c := range word {
		if r.text[i+j] != c {
			return false
		}
	}
	return true
}
