package number

import "duizhao/lang/span"

// partAt reads half, two-thirds, a quarter of, 2/3, one in four.
func (r englishReader) partAt(i int) (Value, int, bool) {
	t := r.at(i)
	v := Value{Kind: Fraction, N: Int(1), Span: t.Span}
	if t.class == aPart {
		v.Den, v.Indefinite = int64(t.n), !r.is(i, "half")
		if r.is(i, "quarter") && r.oneOf(i-1, "a", "one") {
			v.Indefinite = false
		}
		if r.oneOf(i, "half") {
			if m, ok := r.numeral(i); ok {
				v, next := r.measured(Value{Kind: Quantity, N: m.n, Span: span.Span{Start: t.Start, End: r.at(m.next - 1).End}}, m.next)
				return v, next, true
			}
			return r.halfUnit(v, i)
		}
		return v, i + 1, t.n == 4 && !r.is(i, "quarters")
	}
	if t.class != aFigure && t.class != aValue {
		return Value{}, 0, false
	}
	num, ok := r.numeral(i)
	if !ok || num.n.exp < 0 {
		return Value{}, 0, false
	}
	v.N, v.Span.End = num.n, r.at(num.next-1).End
	next := num.next
	if den, end, ok := r.denominator(next, t.class == aValue); ok && num.n.Cmp(Int(den)) < 0 {
		v.Den, v.Span.End = den, r.at(end-1).End
		return v, end, true
	}
	if r.gap(next) == "/" && t.class == aFigure && r.at(next).class == aFigure && r.gap(next+1) != "/" {
		den, ok := parseFigure(r.text[r.at(next).Start:r.at(next).End])
		if d, whole := den.Int64(); ok && whole && 1 < d && d <= 100 && num.n.Cmp(den) < 0 {
			v.Den, v.Span.End = d, r.at(next).End
			return v, next + 1, true
		}
	}
	return r.outOf(v, next)
}

// denominator reads thirds, -third, quarters at token i.
func (r englishReader) denominator(i int, words bool) (int64, int, bool) {
	t := r.at(i)
	if !words || !r.joined(i) || t.class != aPart && t.class != aRank || r.oneOf(i, "first", "second", "quarters") && r.gap(i) != "-" && !r.is(i, "quarters") {
		return 0, 0, false
	}
	if t.class == aRank && t.n < 3 || t.class == aPart && r.is(i, "half") && r.gap(i) == " " && !r.is(i-1, "one") {
		return 0, 0, false
	}
	return int64(t.n), i + 1, true
}

// outOf reads one in four, seven out of ten.
func (r englishReader) outOf(v Value, i int) (Value, int, bool) {
	at := i
	switch {
	case r.is(at, "out") && r.is(at+1, "of"):
		at += 2
	case r.is(at, "in") && !r.is(at-1, "in"):
		at++
	default:
		return Value{}, 0, false
	}
	den, ok := r.numeral(at)
	d, whole := den.n.Int64()
	if !ok || !whole || d < 2 || v.N.Cmp(den.n) >= 0 || d > 10000 || r.at(at).class == aFigure && d > 1000 && den.n.coef != 1 {
		return Value{}, 0, false
	}
	if m, _ := r.measured(Value{Kind: Quantity, Span: span.Span{End: r.at(den.next - 1).End}}, den.next); m.Kind != Quantity || m.Unit != "" || r.monthAt(den.next) > 0 || r.yearAt(at) > 0 {
		return Value{}, 0, false
	}
	v.Den, v.Span.End = d, r.at(den.next-1).End
	return v, den.next, true
}

// halfUnit reads half a year, half-hour, half of.
func (r englishReader) halfUnit(v Value, i int) (Value, int, bool) {
	next := i + 1
	if r.oneOf(next, "a", "an") {
		next++
	}
	if r.joined(next) {
		at := r.at(next)
		if at.class == aSpan {
			q, after := r.decadesLong(Value{Kind: Quantity, N: Decimal{5, -1}, Span: v.Span}, next)
			return q, after, true
		}
		if unit, stop := longestName(r.text, at.Start); stop > 0 {
			v = Value{Kind: Quantity, N: Decimal{5, -1}, Unit: unit, Span: span.Span{Start: v.Span.Start, End: stop}}
			return v, r.behind(next, stop), true
		}
	}
	return v, i + 1, true
}
