package number

import "duizhao/lang/span"

// rankAt reads 19th, the third, twenty-first, Article 5, the 19th century.
func (r englishReader) rankAt(i, floor int) (Value, int, bool) {
	t := r.at(i)
	n, next := int64(t.n), i+1
	v := Value{Kind: Ordinal}
	switch {
	case t.class == aReference:
		return r.referenceAt(i)
	case t.class == aRankLike, t.class == aRoman:
		v.Indefinite = true
	case t.class == aRank:
		v.Indefinite, v.words = t.n < 3 || r.fiveYear(next), true
	case t.class == aValue && t.n >= 20 && r.gap(next) == "-" && r.at(next).class == aRank && r.at(next).n < 10:
		n += int64(r.at(next).n)
		next++
	case t.class == aFigure && r.glued(next) && r.oneOf(next, "st", "nd", "rd", "th"):
		d, exact := parseFigure(r.text[t.Start:t.End])
		whole, ok := d.Int64()
		if !exact || !ok {
			return Value{}, 0, false
		}
		n = whole
		next++
		v.Indefinite = r.fiveYear(next)
	case t.class == aFigure && r.gap(next) == "-" && r.is(next, "century") && t.End-t.Start <= 2: // a slip for 17th
		d, _ := r.dayAt(i)
		n = int64(d)
	default:
		return Value{}, 0, false
	}
	v.N = Int(n)
	v.Span = span.Span{Start: t.Start, End: r.at(next - 1).End}
	if r.joined(next) && r.oneOf(next, "century", "centuries") {
		v.Kind, v.Span.End, v.Indefinite = Century, r.at(next).End, false
		return r.early(v, i, floor), next + 1, true
	}
	if r.oneOf(i-1, "a", "one") && r.gap(i) == " " && v.N.Cmp(Int(2)) > 0 && r.is(next, "of") {
		v.Kind, v.N, v.Den, v.Indefinite = Fraction, Int(1), n, false
		return r.hedged(v, floor), next, true
	}
	return v, next, true
}

// fiveYear reports whether Five-Year stands at token i: the 14th Five-Year
// Plan is a name.
func (r englishReader) fiveYear(i int) bool { return r.is(i, "five") && r.is(i+1, "year") }

// referenceAt reads Article 5, No. 23, Chapter II.
func (r englishReader) referenceAt(i int) (Value, int, bool) {
	next := i + 1
	g := r.gap(next)
	if g != " " && g != ". " && g != "." {
		return Value{}, 0, false
	}
	t := r.at(next)
	v := Value{Kind: Ordinal, Span: span.Span{Start: r.at(i).Start, End: t.End}}
	if n := roman(r.text[t.Start:t.End]); n > 0 && r.capital(i) {
		v.N = Int(int64(n))
		return v, next + 1, true
	}
	d, ok := parseFigure(r.text[t.Start:t.End])
	if t.class != aFigure || !ok || d.exp < 0 || r.is(i, "no") && !r.capital(i) && g == " " || r.glued(next+1) || !r.capital(i) && g == " " && !r.bare(next+1, t.End) {
		return Value{}, 0, false
	}
	v.N = d
	return v, next + 1, true
}

// bare reports whether nothing measures a figure that ends at byte end before
// token next.
func (r englishReader) bare(next, end int) bool {
	v, _ := r.measured(Value{Kind: Quantity, Span: span.Span{End: end}}, next)
	return v.Kind == Quantity && v.Unit == "" && r.at(next).class != aPower
}

// roman is the value of a Roman figure up to 39, 0 for other words.
func roman(s string) int {
	n, last := 0, 0
	for i := len(s) - 1; i >= 0; i-- {
		d := 0
		switch s[i] {
		case 'I':
			d = 1
		case 'V':
			d = 5
		case 'X':
			d = 10
		default:
			return 0
		}
		if d < last {
			n -= d
		} else {
			n, last = n+d, d
		}
	}
	return n
}
