package number

import (
	"strconv"
	"strings"

	"duizhao/lang/span"
)

// clockAt reads 9:30 a.m., 9 a.m., 17:48, noon.
func (r englishReader) clockAt(i int) (Value, int, bool) {
	t := r.at(i)
	if t.class == aClock {
		return Value{Kind: Clock, Clock: Time{Hour: t.n}, Span: t.Span, around: around{said: true}}, i + 1, true
	}
	if v, next, ok := r.dotted(i); ok {
		return v, next, true
	}
	hour, next, ok := r.twoDigits(i, 24)
	if !ok {
		return Value{}, 0, false
	}
	v := Value{Kind: Clock, Clock: Time{Hour: hour}, around: around{said: hour > 12 || hour == 0 || r.text[t.Start] == '0'}}
	minutes := false
	if r.gap(next) == ":" {
		m, after, ok := r.twoDigits(next, 59)
		if !ok || r.at(next).End-r.at(next).Start != 2 {
			return Value{}, 0, false
		}
		v.Clock.Minute, next, minutes = m, after, true
		if r.gap(next) == ":" {
			if s, after, ok := r.twoDigits(next, 59); ok {
				v.Clock.Second, next = s, after
			}
		}
	}
	end := r.at(next - 1).End
	switch half := r.halfDay(next); {
	case half != 0:
		if v.Clock.Hour > 12 || v.Clock.Hour == 0 && half == 'p' {
			return Value{}, 0, false
		}
		v.Clock.Hour, v.said = v.Clock.Hour%12, true
		if half == 'p' {
			v.Clock.Hour += 12
		}
		if end, next = r.at(next).End, next+1; r.is(next, "m") {
			end, next = r.at(next).End, next+1
		}
	case minutes && r.is(next, "in") && r.is(next+1, "the") && r.oneOf(next+2, "morning", "afternoon", "evening"):
		if v.said = true; !r.is(next+2, "morning") && v.Clock.Hour < 12 {
			v.Clock.Hour += 12
		}
		end, next = r.at(next+2).End, next+3
	case r.is(next, "o") && r.is(next+1, "clock"):
		end, next = r.at(next+1).End, next+2
	case !minutes:
		return Value{}, 0, false
	}
	v.Span = span.Span{Start: t.Start, End: end}
	return v, next, true
}

// dotted reads 9.30 a.m.
func (r englishReader) dotted(i int) (Value, int, bool) {
	t := r.at(i)
	half := r.halfDay(i + 1)
	hour, minute, ok := strings.Cut(r.text[t.Start:t.End], ".")
	if half == 0 || !ok || t.class != aFigure || len(minute) != 2 || len(hour) > 2 {
		return Value{}, 0, false
	}
	h, errH := strconv.Atoi(hour)
	m, errM := strconv.Atoi(minute)
	if errH != nil || errM != nil || h > 12 || m > 59 {
		return Value{}, 0, false
	}
	if h %= 12; half == 'p' {
		h += 12
	}
	next := i + 2
	if r.is(next, "m") {
		next++
	}
	v := Value{Kind: Clock, Clock: Time{Hour: h, Minute: m}, Span: span.Span{Start: t.Start, End: r.at(next - 1).End}}
	v.said = true
	return v, next, true
}

// halfDay is 'a' or 'p' where a.m. or p.m. stands at token i, else 0.
func (r englishReader) halfDay(i int) byte {
	switch {
	case r.gap(i) != " " && r.gap(i) != "":
		return 0
	case r.is(i, "am"):
		return 'a'
	case r.is(i, "pm"):
		return 'p'
	case r.gap(i+1) == "." && r.is(i+1, "m") && r.is(i, "a"):
		return 'a'
	case r.gap(i+1) == "." && r.is(i+1, "m") && r.is(i, "p"):
		return 'p'
	}
	return 0
}

// twoDigits reads a whole number of one or two digits up to limit.
func (r englishReader) twoDigits(i, limit int) (n, next int, ok bool) {
	t := r.at(i)
	if t.class == aValue && t.n > 0 && t.n <= 12 && r.gap(i+1) != ":" {
		return t.n, i + 1, true
	}
	if t.class != aFigure || t.End-t.Start > 2 {
		return 0, 0, false
	}
	for _, c := range []byte(r.text[t.Start:t.End]) {
		n = n*10 + int(c-'0')
	}
	return n, i + 1, n <= limit
}
