package number

import "duizhao/lang/span"

// months is the 8 of 前8个月 and where it ends.
type months struct{ n, end int }

// firstMonths reads 前8个月 at i.
func (r reader) firstMonths(i int) (months, bool) {
	if r.at(i) != '前' && r.at(i) != '首' || contains("提之以", r.at(i-1)) {
		return months{}, false
	}
	n, end, _ := r.integer(r.skip(i + 1))
	end = r.skip(end)
	if n < 2 || n > 11 || !r.has(end, "个月") {
		return months{}, false
	}
	return months{n, end + 2}, true
}

func firstMonths(year int, m months, start, end int) Value {
	return Value{
		Kind: Calendar, Range: true, Start: Date{Year: year, Month: 1}, Stop: Date{Year: year, Month: m.n},
		Span: span.Span{Start: start, End: end},
	}
}

// period reads parts of a year whose year is not said: 上半年, 三季度,
// 前三季度, 前8个月.
func (r reader) period(i, floor int) (Value, bool) {
	start := i
	if at := r.back(i) - 1; at >= floor && contains("上下第前首", r.at(at)) && (at == i-1 || !contains("上下", r.at(at))) {
		start = at
	}
	if m, ok := r.firstMonths(start); ok {
		return firstMonths(0, m, start, m.end), true
	}
	if r.at(i) == '半' && start == i {
		return Value{}, false
	}
	if part, end := r.yearPart(start); part != Whole {
		return Value{Kind: Calendar, Start: Date{Part: part}, Span: span.Span{Start: start, End: end}}, true
	}
	return Value{}, false
}

// decade reads 90年代, 上世纪九十年代, 20世纪90年代, 1990年代, and centuries.
func (r reader) decade(i, floor int) (Value, bool) {
	n, end, digits := r.integer(i)
	if end == i {
		return Value{}, false
	}
	start, century := i, 0
	if j := r.skip(end); r.has(j, "世纪") && n >= 1 && n <= 30 {
		century = n
		next := r.skip(j + 2)
		if m, stop, _ := r.integer(next); stop > next && r.has(r.skip(stop), "年代") {
			n, end = m, stop
		} else {
			return r.partOf(Value{Kind: Century, N: Int(int64(n)), Span: span.Span{Start: i, End: j + 2}}), true
		}
	} else if r.has(i-3, "上世纪") && i-3 >= floor {
		start, century = i-3, 20
	} else if r.has(i-4, "上个世纪") && i-4 >= floor {
		start, century = i-4, 20
	}
	end = r.skip(end)
	if !r.has(end, "年代") || n%10 != 0 {
		return Value{}, false
	}
	switch {
	case digits == 4 && n >= 1000:
	case n > 90:
		return Value{}, false
	case century > 0:
		n += (century - 1) * 100
	case n >= 30:
		n += 1900
	default:
		n += 2000
	}
	return r.partOf(Value{Kind: Decade, Start: Date{Year: n}, Span: span.Span{Start: start, End: end + 2}}), true
}

// partOf adds 初, 中期 or 末 behind a decade or century.
func (r reader) partOf(v Value) Value {
	for _, w := range [...]struct {
		word string
		part Part
	}{{"初期", Early}, {"初", Early}, {"中期", Middle}, {"中叶", Middle}, {"末期", Late}, {"末", Late}, {"后期", Late}} {
		if r.has(v.Span.End, w.word) {
			v.Start.Part = w.part
			v.Span.End += runes(w.word)
			break
		}
	}
	return v
}
