package number

import "strings"

// yearAt is the year that token i says in four digits, 0 if none.
func (r englishReader) yearAt(i int) int {
	t := r.at(i)
	if t.class != aFigure || t.End-t.Start != 4 {
		return 0
	}
	n := 0
	for _, c := range []byte(r.text[t.Start:t.End]) {
		if c < '0' || c > '9' {
			return 0
		}
		n = n*10 + int(c-'0')
	}
	if n < 1000 || n > 2999 {
		return 0
	}
	return n
}

// year adds a year that stands at token next: ", 2021", " 2021", " of 2021".
func (r englishReader) year(next int) (year, after int) {
	if r.is(next, "of") || r.is(next, "in") {
		if y := r.yearAt(next + 1); y > 0 && !r.measuredNext(next+1) {
			return y, next + 2
		}
		return 0, next
	}
	switch strings.TrimSpace(r.gap(next)) {
	case "", ",", ".", ".,":
		if y := r.yearAt(next); y > 0 && !r.measuredNext(next) {
			return y, next + 1
		}
	}
	return 0, next
}

// early adds the part of a month or year that stands before token i: early,
// mid-, late, the end of.
func (r englishReader) early(v Value, i, floor int) Value {
	at := i - 1
	if r.is(at, "the") {
		if !r.is(at-1, "of") {
			return v
		}
		at--
	}
	if r.is(at, "year") && r.is(at-1, "the") {
		at -= 2
	}
	if r.oneOf(at, "of", "in") {
		at--
	}
	p := Whole
	switch {
	case r.oneOf(at, "early"):
		p = Early
	case r.oneOf(at, "mid", "middle"):
		p = Middle
	case r.oneOf(at, "late"):
		p = Late
	case r.oneOf(at, "end", "close") && (at < i-1 || r.gap(i) == "-"), r.is(at, "end") && r.is(at-1, "year"):
		p = End
	case r.oneOf(at, "beginning", "start") && at < i-1:
		p = Beginning
	}
	if p == Whole || r.at(at).Start < floor {
		return v
	}
	if r.is(at-1, "year") && p == End {
		at--
	}
	if r.is(at-1, "the") && r.at(at-1).Start >= floor {
		at--
	}
	v.Start.Part, v.Span.Start = p, r.at(at).Start
	return v
}

// yearDate reads 2021, 2021–2025, 2021 to 2025, early 2021, 1990s.
func (r englishReader) yearDate(i, floor int) (Value, int, bool) {
	if v, next, ok := r.decadeAt(i, floor); ok {
		return v, next, true
	}
	y := r.yearAt(i)
	if y == 0 || r.measuredNext(i) {
		return Value{}, 0, false
	}
	next := i + 1
	v := r.calendarValue(i, next, Date{Year: y})
	switch {
	case r.dash(next) && r.yearAt(next+0) > y:
		v.Range, v.Stop.Year = true, r.yearAt(next)
		next++
	case r.oneOf(next, "to", "through") && r.yearAt(next+1) > y:
		v.Range, v.Stop.Year = true, r.yearAt(next+1)
		next += 2
	case r.is(next, "and") && r.is(i-1, "between") && r.yearAt(next+1) > y:
		v.Range, v.Stop.Year = true, r.yearAt(next+1)
		next += 2
	case r.at(next).class == aQuarter && r.gap(next) == " ":
		v.Start.Part = Quarter1 + Part(r.at(next).n-1)
		next++
	case r.at(next).class == aHalfYear && r.gap(next) == " ":
		v.Start.Part = FirstHalf + Part(r.at(next).n-1)
		next++
	case r.dash(next) && r.at(next).End-r.at(next).Start == 2 && y%100 < 99:
		if short, ok := parseFigure(r.text[r.at(next).Start:r.at(next).End]); ok && short.Cmp(Int(int64(y%100))) > 0 && short.exp >= 0 && !r.glued(next+1) {
			to, _ := short.Int64()
			v.Range, v.Stop.Year = true, y/100*100+int(to)
			next++
		}
	}
	if r.glued(next) {
		return Value{}, 0, false // 2000m
	}
	v.Span.End = r.at(next - 1).End
	if !v.Range && v.Start.Part == Whole {
		v = r.early(v, i, floor)
		if r.is(next, "year") && r.is(next+1, "end") && v.Start.Part == Whole {
			v.Start.Part, v.Span.End, next = End, r.at(next+1).End, next+2
		}
	}
	return v, next, true
}

// someYear reads a year that is said without its number: last year, the end of
// the year, a year ago, year-end.
func (r englishReader) someYear(i, floor int) (Value, int, bool) {
	v := r.calendarValue(i, i+1, Date{})
	v.Indefinite = true
	switch {
	case r.yearAt(i+1) > 0:
	case r.is(i+1, "end") && r.joined(i+1):
		v.Start.Part, v.Span.End = End, r.at(i+1).End
		if y := r.yearAt(i + 2); y > 0 {
			v.Start.Year, v.Span.End, v.Indefinite = y, r.at(i+2).End, false
			return v, i + 3, true
		}
		return v, i + 2, true
	case r.is(i-1, "the"):
		return r.early(v, i, floor), i + 1, true
	case r.oneOf(i-1, "this", "that", "last", "same", "previous", "preceding", "following", "next"),
		r.oneOf(i-1, "a", "one") && r.oneOf(i+1, "ago", "earlier", "before"):
		return v, i + 1, true
	}
	return Value{}, 0, false
}

// decadeAt reads 1990s, the '90s, early 1990s.
func (r englishReader) decadeAt(i, floor int) (Value, int, bool) {
	next := i + 1
	if r.gap(next) == "'" || r.gap(next) == "’" {
		if !r.is(next, "s") {
			return Value{}, 0, false
		}
	} else if !r.glued(next) || !r.is(next, "s") {
		return Value{}, 0, false
	}
	y := r.yearAt(i)
	if day, ok := parseFigure(r.text[r.at(i).Start:r.at(i).End]); y == 0 && ok && r.at(i).End-r.at(i).Start == 2 {
		n, _ := day.Int64()
		if y = int(n) + 1900; n < 30 {
			y += 100
		}
	}
	if y == 0 || y%10 != 0 {
		return Value{}, 0, false
	}
	v := r.calendarValue(i, next+1, Date{Year: y})
	v.Kind = Decade
	return r.early(v, i, floor), next + 1, true
}

// partOfYear reads the first half, the second quarter, the first three
// quarters, the first eight months, and which year it is of.
func (r englishReader) partOfYear(i int) (Value, int, bool) {
	n := r.at(i).n
	next := i + 1
	if n == 1 {
		if m, ok := r.numeral(next); ok && m.scaled == 0 {
			count, whole := m.n.Int64()
			if r.is(m.next, "quarters") && count == 2 {
				return r.ofYear(i, FirstTwoQuarters, m.next+1)
			}
			if r.is(m.next, "quarters") && count == 3 {
				return r.ofYear(i, FirstThreeQuarters, m.next+1)
			}
			if r.is(m.next, "months") && whole && count > 1 && count < 12 {
				v, after, ok := r.ofYear(i, Whole, m.next+1)
				v.Range, v.Stop = true, Date{Year: v.Start.Year, Month: int(count)}
				v.Start.Month = 1
				return v, after, ok
			}
		}
	}
	if !r.joined(next) {
		return Value{}, 0, false
	}
	switch {
	case r.is(next, "half") && n <= 2:
		return r.ofYear(i, FirstHalf+Part(n-1), next+1)
	case r.oneOf(next, "quarter", "quarters") && n <= 4:
		return r.ofYear(i, Quarter1+Part(n-1), next+1)
	}
	return Value{}, 0, false
}

// ofYear ends a part of a year with its year, if one is said.
func (r englishReader) ofYear(i int, p Part, next int) (Value, int, bool) {
	y, after := r.year(next)
	v := r.calendarValue(i, after, Date{Year: y, Part: p})
	return v, after, true
}
