package number

import "duizhao/lang/span"

// ordinal reads 第十九届, 第五条, 第 3 号.
func (r reader) ordinal(i, floor int) (Value, bool) {
	start := i - 1
	if r.at(start) == ' ' {
		start--
	}
	if r.at(start) != '第' || start < floor {
		return Value{}, false
	}
	f, ok := r.figure(i)
	if !ok || f.pair || f.n.exp < 0 {
		return Value{}, false
	}
	v := Value{Kind: Ordinal, N: f.n, Span: span.Span{Start: start, End: f.end}}
	j := r.skip(f.end)
	if end, _, ok := counters().longest(r.text, j); ok && !r.mask(j) {
		v.Counter, v.Span.End = string(r.text[j:end]), end
	}
	return v, true
}

// item reads the number of a list item: 一、 at the head of the text, （三）
// anywhere.
func (r reader) item(i, floor int) (Value, bool) {
	head := i == 0 || i == 1 && r.at(0) == ' '
	bracket := r.at(i-1) == '('
	if !head && !bracket {
		return Value{}, false
	}
	f, ok := r.figure(i)
	n, whole := f.n.Int64()
	if !ok || !whole || n > 99 || f.pair || f.hedge != Plain {
		return Value{}, false
	}
	next := r.at(f.end)
	switch {
	case bracket && next == ')' && f.scale == 0:
	case head && (next == '、' || next == '.' && !isArabic(r.at(f.end+1)) || next == '．'):
	default:
		return Value{}, false
	}
	return Value{Kind: Item, N: f.n, Span: span.Span{Start: i, End: f.end}}, true
}
