package number

import (
	"sync"

	"duizhao/lang/han"
	"duizhao/lang/span"
)

// FindChinese finds the values of a Chinese text, in either script. Their
// spans count runes, are sorted and disjoint, and cover what the English of
// the value says: hedges (约, 以上), units and measure words, but no nouns.
// Runes in masked (sorted, disjoint spans of the caller's, such as matched
// terms) hold no value.
func FindChinese(s string, masked ...span.Span) []Value {
	if !triggered(s) {
		return nil
	}
	buf, ok := buffers.Get().(*[]rune)
	if !ok {
		buf = new([]rune)
	}
	defer buffers.Put(buf)
	*buf = foldRunes((*buf)[:0], s)
	r := reader{text: *buf, masked: masked}
	values := r.values()
	r.context(values)
	return values
}

// buffers keeps folded texts between calls.
var buffers sync.Pool

// triggered reports whether a value may begin anywhere in s.
func triggered(s string) bool {
	set := triggers()
	for _, c := range s {
		if c < 0x10000 && set[c>>6]&(1<<(c&63)) != 0 {
			return true
		}
	}
	return false
}

// values reads the text from left to right; at each digit either a value
// begins, or a word that is none is passed over.
func (r reader) values() []Value {
	var out []Value
	set := triggers()
	for i, floor := 0, 0; i < len(r.text); {
		c := r.text[i]
		if c >= 0x10000 || set[c>>6]&(1<<(c&63)) == 0 {
			i++
			continue
		}
		v, end := r.value(i, floor)
		if v.Kind != 0 {
			out = append(out, v)
			floor = end
		}
		i = max(end, i+1)
	}
	return out
}

// value reads the value at the digit at rune i; what stands before floor
// belongs to another value. With no value there, end is where to go on.
func (r reader) value(i, floor int) (v Value, end int) {
	if d, ok := r.special(i, floor); ok {
		return d, d.Span.End
	}
	if contains("陆伍", r.at(i)) && !contains("拾佰仟万亿元", r.at(i+1)) {
		return Value{}, i + 1 // 陆续, 队伍
	}
	if end := r.maskEnd(i); end > 0 {
		return Value{}, end
	}
	if end := r.latin(i); end > 0 {
		return Value{}, end
	}
	for _, read := range [...]func(reader, int, int) (Value, bool){
		reader.item, reader.date, reader.clock, reader.period, reader.ordinal, reader.amount,
	} {
		if v, ok := read(r, i, floor); ok && !r.crossesMask(v.Span) {
			return v, v.Span.End
		}
	}
	if f, ok := r.figure(i); ok || f.end > i {
		return Value{}, f.end // a number of nothing: 三 in 三农
	}
	return Value{}, i + 1
}

// crossesMask reports whether a span runs into one of the caller's.
func (r reader) crossesMask(s span.Span) bool {
	for _, m := range r.masked {
		if m.Overlaps(s) {
			return true
		}
	}
	return false
}

// latin passes over names and identifiers with digits in them: PM2.5, 5G,
// COVID-19, 1+N, 010-12345678.
func (r reader) latin(i int) int {
	if !isArabic(r.at(i)) {
		return 0
	}
	if prev := r.at(i - 1); isLatin(prev) || prev == '-' && isLatin(r.at(i-2)) || prev == '.' && isLatin(r.at(i-2)) {
		return r.token(i)
	}
	if prev := r.at(i - 1); prev == '-' && han.Is(r.at(i-2)) && !r.negative(i, 0) && digitValue(r.at(i-2)) < 0 && power(r.at(i-2)) == 0 && !r.ranged(i-2) {
		return r.token(i) // 伊尔-76
	}
	if r.at(i) == '0' && isArabic(r.at(i+1)) && r.at(i+2) != ':' && r.at(i+2) != '：' {
		return r.token(i) // 010-12345678
	}
	end := i
	for point := false; isArabic(r.at(end)) || !point && r.at(end) == '.' && isArabic(r.at(end+1)); end++ {
		point = point || r.at(end) == '.'
	}
	if r.at(end) == '+' && isLatin(r.at(end+1)) {
		return r.token(end + 1)
	}
	if !isLatin(r.at(end)) {
		return 0
	}
	if stop, _, ok := units().longest(r.text, end); ok && !isLatin(r.at(stop)) {
		return 0 // 100MW
	}
	return r.token(end)
}

// ranged reports whether a figure with its measure may end at rune i, so that
// a hyphen behind it is the sign of a range: 3个-5, 3月-5月.
func (r reader) ranged(i int) bool {
	for j := i; j > i-4; j-- {
		if c := r.at(j); isArabic(c) || digitValue(c) >= 0 || power(c) > 0 {
			return true
		}
	}
	return false
}

// token is the end of a run of letters, digits and their joiners.
func (r reader) token(i int) int {
	for isLatin(r.at(i)) || isArabic(r.at(i)) || (r.at(i) == '-' || r.at(i) == '.') && (isLatin(r.at(i+1)) || isArabic(r.at(i+1))) {
		i++
	}
	return i
}

// special reads what must be seen before masks: 百分之五, 翻一番, 一半, 零下.
func (r reader) special(i, floor int) (Value, bool) {
	if i < floor || r.crossesMask(span.Span{Start: i, End: i + 1}) {
		return Value{}, false
	}
	switch c := r.at(i); {
	case r.at(i+1) == '分' && r.at(i+2) == '之' && (c == '百' || c == '千' || c == '万'):
		return r.shareOf(i, floor)
	case c == '十' && r.has(i+1, "分之"):
		return r.amount(i, floor)
	case r.has(i+1, "季度"):
		return r.period(i, floor)
	case r.at(i-1) == '翻' && i-1 >= floor:
		return r.doubling(i, i-1)
	case r.has(i-2, "翻了") && i-2 >= floor:
		return r.doubling(i, i-2)
	case c == '半' && r.at(i-1) == '一' && i-1 >= floor && !r.has(i+1, "导体"):
		return r.half(i-1, i+1, floor)
	case c == '半' && r.at(i+1) == '数', c == '半' && r.at(i-1) == '过':
		end := i + 1
		if r.at(end) == '数' {
			end++
		}
		return r.half(i, end, floor)
	case c == '半' && r.at(i-1) != '上' && r.at(i-1) != '下':
		return r.halfUnit(i, floor)
	}
	return Value{}, false
}

// shareOf reads 百分之五, 千分之三, 百分之三至百分之五.
func (r reader) shareOf(i, floor int) (Value, bool) {
	prefix := r.text[i : i+3]
	lo, ok := r.figure(i + 3)
	if !ok {
		return Value{}, false
	}
	v := Value{Kind: Percent, N: lo.n, Hedge: lo.hedge}
	switch prefix[0] {
	case '千':
		v.Kind = PerMille
	case '万':
		v.Kind, v.Den = Fraction, 10000
	}
	end := lo.end
	if lo.pair {
		v.Range, v.To = true, lo.to
	} else if j := r.separator(end); j > 0 {
		if r.stands(prefix, j) {
			j += 3
		}
		if hi, ok := r.figure(j); ok && hi.n.Cmp(lo.n) > 0 {
			v.Range, v.To, end = true, hi.n, hi.end
		}
	}
	return r.hedged(v, i, end, floor), true
}

// doubling reads 翻一番, 翻了两番, 翻番, whose number or 番 stands at i.
func (r reader) doubling(i, start int) (Value, bool) {
	n, end := 1, i
	if d := digitValue(r.at(i)); d > 0 {
		n, end = d, i+1
	} else if isArabic(r.at(i)) {
		n, end = int(r.at(i)-'0'), i+1
	}
	if r.at(end) == '了' {
		end++
	}
	if r.at(end) != '番' {
		return Value{}, false
	}
	return Value{Kind: Doubling, N: Int(int64(n)), Span: span.Span{Start: start, End: end + 1}}, true
}

// half reads 一半, 半数, 过半.
func (r reader) half(start, end, floor int) (Value, bool) {
	v := Value{Kind: Fraction, N: Int(1), Den: 2}
	if r.at(start-1) == '过' && start-1 >= floor {
		v.Hedge = Over
		if r.at(start-2) == '超' {
			start--
		}
		v.Span = span.Span{Start: start - 1, End: end}
		return v, true
	}
	return r.hedged(v, start, end, floor), true
}

// halfUnit reads half a unit of time: 半年, 半个月, 半小时.
func (r reader) halfUnit(i, floor int) (Value, bool) {
	if r.has(i+1, "个多月") {
		v := Value{Kind: Quantity, N: Decimal{5, -1}, Unit: "month", Hedge: Over}
		return r.hedged(v, i, i+4, floor), true
	}
	end, unit, ok := units().longest(r.text, i+1)
	v := Value{Kind: Quantity, N: Decimal{5, -1}, Unit: unit}
	if !ok || !v.timeUnit() || r.mask(i) {
		return Value{}, false
	}
	return r.hedged(v, i, end, floor), true
}
