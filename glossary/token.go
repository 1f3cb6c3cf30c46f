package glossary

import "duizhao/lang/han"

// cutsToken reports whether h begins or ends inside a run of Latin letters and
// digits, or inside a Chinese number: 十四五 in 二十四五, CER in CCER.
func (w *workspace) cutsToken(h hit) bool {
	return h.start > 0 && sameToken(w.runes[h.start-1], w.runes[h.start]) ||
		int(h.end) < len(w.runes) && sameToken(w.runes[h.end-1], w.runes[h.end])
}

func sameToken(a, b rune) bool {
	switch numeralOf(a) {
	case notNumeral:
		return isLatin(a) && isLatin(b)
	case digit:
		return numeralOf(b) != notNumeral
	}
	// No number has a power before a smaller one: 56万亿千瓦时 is 56万亿, 千瓦时.
	n := numeralOf(b)
	return n == digit || n == myriad
}

// numeral is the part that a character plays in a Chinese number.
type numeral int

const (
	notNumeral numeral = iota
	digit
	power  // 十百千
	myriad // 万亿: may follow another power
)

func numeralOf(r rune) numeral {
	switch r {
	case '〇', '零', '一', '二', '三', '四', '五', '六', '七', '八', '九':
		return digit
	case '十', '百', '千':
		return power
	case '万', '萬', '亿', '億':
		return myriad
	}
	return notNumeral
}

func isLatin(r rune) bool {
	if r >= 0xFF00 {
		r = han.Fold(r)
	}
	return '0' <= r && r <= '9' || 'a' <= r|0x20 && r|0x20 <= 'z'
}
