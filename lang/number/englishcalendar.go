package number

import (
	"strings"

	"duizhao/lang/span"
)

// calendarAt reads a date, a month, a year or part of one at token i: October
// 24, 2021; 24 October; 2021-10-24; early May; Q1 2022; the first half.
func (r englishReader) calendarAt(i, floor int) (Value, int, bool) {
	switch t := r.at(i); t.class {
	case aFigure:
		if v, next, ok := r.numericDate(i); ok {
			return v, next, true
		}
		if v, next, ok := r.dayMonth(i, floor); ok {
			return v, next, true
		}
		return r.yearDate(i, floor)
	case aMonth:
		return r.monthDate(i, floor)
	case aRank:
		if v, next, ok := r.dayMonth(i, floor); ok {
			return v, next, true
		}
		return r.partOfYear(i)
	case aYear:
		return r.someYear(i, floor)
	case aQuarter:
		return r.ofYear(i, Quarter1+Part(t.n-1), i+1)
	case aHalfYear:
		return r.ofYear(i, FirstHalf+Part(t.n-1), i+1)
	}
	return Value{}, 0, false
}

// calendarValue makes a value of a date that stands from token i to next.
func (r englishReader) calendarValue(i, next int, d Date) Value {
	return Value{Kind: Calendar, Start: d, Span: span.Span{Start: r.at(i).Start, End: r.at(next - 1).End}}
}

// dayAt is the day of a month that token i says (24, 24th, third), and the
// token behind it; 0 if none.
func (r englishReader) dayAt(i int) (day, next int) {
	t := r.at(i)
	if t.class == aRank && t.n <= 31 {
		return t.n, i + 1
	}
	if t.class != aFigure || t.End-t.Start > 2 {
		return 0, 0
	}
	n, next := int(r.text[t.Start]-'0'), i+1
	if t.End-t.Start == 2 {
		if !digitAt(r.text, t.Start+1) {
			return 0, 0
		}
		n = n*10 + int(r.text[t.Start+1]-'0')
	}
	if n < 1 || n > 31 || r.follows(t.End, "%") {
		return 0, 0
	}
	if r.glued(next) && r.oneOf(next, "st", "nd", "rd", "th") {
		next++
	}
	return n, next
}

// monthAt is the month that token i says, 0 if none; may, march and short
// names need a capital letter.
func (r englishReader) monthAt(i int) int {
	if t := r.at(i); t.class == aMonth && (r.capital(i) || t.End-t.Start > 5) {
		return t.n
	}
	return 0
}

// numericDate reads 2021-10-24, 2021/10/24, 10/24/2021 and 24/10/2021, in
// which the first figure is the month unless it cannot be.
func (r englishReader) numericDate(i int) (Value, int, bool) {
	sign := r.gap(i + 1)
	if sign != r.gap(i+2) || sign != "-" && sign != "/" && sign != "." {
		return Value{}, 0, false
	}
	if y := r.yearAt(i); y > 0 {
		m, _ := r.dayAt(i + 1)
		d, next := r.dayAt(i + 2)
		if 0 < m && m <= 12 && d > 0 {
			return r.calendarValue(i, next, Date{Year: y, Month: m, Day: d}), next, true
		}
	}
	m, _ := r.dayAt(i)
	d, _ := r.dayAt(i + 1)
	y := r.yearAt(i + 2)
	if m == 0 || d == 0 || y == 0 || sign == "-" {
		return Value{}, 0, false
	}
	if m > 12 || sign == "." {
		m, d = d, m
	}
	if m > 12 {
		return Value{}, 0, false
	}
	return r.calendarValue(i, i+3, Date{Year: y, Month: m, Day: d}), i + 3, true
}

// dayMonth reads 24 October 2021, the 24th of October, 24–26 October.
func (r englishReader) dayMonth(i, floor int) (Value, int, bool) {
	day, next := r.dayAt(i)
	if day == 0 {
		return Value{}, 0, false
	}
	to := 0
	if r.dash(next) || r.oneOf(next, "to", "and") {
		at := next
		if !r.dash(next) {
			at++
		}
		if to, at = r.dayAt(at); to > day {
			next = at
		} else {
			to = 0
		}
	}
	if r.is(next, "of") {
		next++
	}
	m := r.monthAt(next)
	if m == 0 || strings.TrimSpace(r.gap(next)) != "" {
		return Value{}, 0, false
	}
	y, after := r.year(next + 1)
	v := r.calendarValue(i, after, Date{Year: y, Month: m, Day: day})
	if to > 0 {
		v.Range, v.Stop = true, Date{Year: y, Month: m, Day: to}
		return v, after, true
	}
	if stop, end, ok := r.dayMonthStop(after); ok {
		if v.Start.Year == 0 {
			v.Start.Year = stop.Year
		}
		v.Range, v.Stop, v.Span.End = true, stop, r.at(end-1).End
		return v, end, true
	}
	return v, after, true
}

// dayMonthStop reads the upper end of "30 October to 2 November 2021".
func (r englishReader) dayMonthStop(i int) (Date, int, bool) {
	if r.is(i, "to") {
		i++
	} else if !r.dash(i) {
		return Date{}, 0, false
	}
	day, next := r.dayAt(i)
	m := r.monthAt(next)
	if day == 0 || m == 0 {
		return Date{}, 0, false
	}
	y, after := r.year(next + 1)
	return Date{Year: y, Month: m, Day: day}, after, true
}

// monthDate reads October 24, 2021; October 24–26; October 2021; early
// October; January to August 2021. May and March alone are vague.
func (r englishReader) monthDate(i, floor int) (Value, int, bool) {
	m := r.monthAt(i)
	if m == 0 {
		return Value{}, 0, false
	}
	next := i + 1
	v := r.calendarValue(i, next, Date{Month: m})
	day, after := r.dayAt(next)
	if g := strings.Trim(r.gap(next), ". "); day > 0 && g == "" && r.at(next).class == aFigure && !r.colon(after) ||
		day > 0 && r.is(next-1, "the") {
		v.Start.Day, next = day, after
		next = r.dayStop(&v, next)
	} else if stop, after, ok := r.monthStop(next); ok {
		v.Range, v.Stop, next = true, stop, after
	}
	if y, after := r.year(next); y > 0 {
		if v.Start.Year == 0 && (v.Stop.Year == 0 || v.Stop.Year == y) {
			v.Start.Year = y
		}
		if v.Range && v.Stop.Year == 0 {
			v.Stop.Year = y
		}
		next = after
	}
	if v.Range && v.Stop.Year > 0 && v.Start.Year == 0 {
		v.Start.Year = v.Stop.Year
	}
	v.Span.End = r.at(next - 1).End
	if v.Start.Day == 0 && !v.Range {
		v = r.early(v, i, floor)
		v.Indefinite = v.Start == Date{Month: m} && !r.certainMonth(i)
	}
	return v, next, true
}

// colon reports whether a colon stands before token i: May 9:30.
func (r englishReader) colon(i int) bool { return r.gap(i) == ":" }

// certainMonth reports whether the month alone at token i is no other word.
func (r englishReader) certainMonth(i int) bool {
	n := r.at(i).n
	return n != 5 && n != 3 || r.oneOf(i-1, "in", "since", "until", "till", "by", "last", "next", "this", "of", "from", "through", "during")
}

// dayStop reads the upper end of a range behind a day: October 24–26, October
// 24 to November 2.
func (r englishReader) dayStop(v *Value, next int) int {
	at := next
	switch {
	case r.dash(next):
	case r.oneOf(next, "to", "through", "and"):
		at++
	default:
		if y, after := r.year(next); y > 0 && (r.dash(after) || r.is(after, "to")) {
			if !r.dash(after) {
				after++
			}
			if r.monthAt(after) > 0 {
				v.Start.Year, at = y, after
				break
			}
		}
		return next
	}
	if m := r.monthAt(at); m > 0 {
		if day, after := r.dayAt(at + 1); day > 0 {
			v.Range, v.Stop = true, Date{Month: m, Day: day}
			return after
		}
		return next
	}
	if day, after := r.dayAt(at); day > v.Start.Day && !(r.is(next, "and") && r.at(at).class != aFigure) {
		v.Range, v.Stop = true, Date{Month: v.Start.Month, Day: day}
		return after
	}
	return next
}

// monthStop reads the upper end of January to August, January 2021 to March
// 2022.
func (r englishReader) monthStop(i int) (Date, int, bool) {
	at := i
	if r.oneOf(at, "to", "through", "till") {
		at++
	} else if !r.dash(at) {
		return Date{}, 0, false
	}
	m := r.monthAt(at)
	if m == 0 || m <= r.monthAt(i-1) {
		return Date{}, 0, false
	}
	if day, _ := r.dayAt(at + 1); day > 0 && r.gap(at+1) == " " {
		return Date{}, 0, false
	}
	return Date{Month: m}, at + 1, true
}
