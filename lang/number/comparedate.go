package number

import "strings"

// stretch is a date as days and months: what is not said is 0.
type stretch struct {
	year, stopYear     int
	month, stopMonth   int
	day, stopDay, edge int
}

// stretchOf brings the ways to say a stretch of time together: the first half
// is January to June, Q1 the first three months.
func stretchOf(v *Value) stretch {
	s := stretch{year: v.Start.Year, stopYear: v.Stop.Year, month: v.Start.Month, stopMonth: v.Stop.Month, day: v.Start.Day, stopDay: v.Stop.Day}
	if !v.Range {
		s.stopYear, s.stopMonth, s.stopDay = s.year, s.month, s.day
	}
	switch v.Start.Part {
	case FirstHalf, FirstTwoQuarters:
		s.month, s.stopMonth = 1, 6
	case SecondHalf:
		s.month, s.stopMonth = 7, 12
	case FirstThreeQuarters:
		s.month, s.stopMonth = 1, 9
	case Quarter1, Quarter2, Quarter3, Quarter4:
		s.month = 1 + 3*int(v.Start.Part-Quarter1)
		s.stopMonth = s.month + 2
	case Beginning, Early:
		s.edge = 1
	case Middle:
		s.edge = 2
	case End, Late:
		s.edge = 3
	}
	return s
}

// fitsCalendar compares dates: all that the Chinese says must be in the
// English; what the English adds (the year, the month) does not count.
func fitsCalendar(z, e *Value) grade {
	switch e.Kind {
	case Calendar:
	case Quantity:
		if z.bareYear(*e) {
			return fitBare
		}
		if z.Start == (Date{Day: z.Start.Day}) && !z.Range && strings.HasPrefix(e.Unit, "day") && e.N == Int(int64(z.Start.Day)) {
			return fitLoosely // 每周开放6日
		}
		return 0
	case Ordinal:
		if z.Start == (Date{Day: z.Start.Day}) && !z.Range && e.N == Int(int64(z.Start.Day)) {
			return fitBare // 24日: the 24th
		}
		return 0
	case Decade:
		if z.Start == e.Start && !z.Range {
			return fitLoosely
		}
		return 0
	default:
		return 0
	}
	if e.Indefinite && e.Start.Year+e.Start.Month == 0 {
		if z.Start.Year > 0 && z.Start.Month == 0 && !z.Range && (e.Start.Part == Whole || e.Start.Part == z.Start.Part) && (z.Start.Part == Whole || z.Start.Part >= Beginning) {
			return fitShared // 2019年: last year
		}
		return 0
	}
	return fitsStretch(stretchOf(z), stretchOf(e))
}

// fitsStretch compares dates part by part.
func fitsStretch(a, b stretch) grade {
	if a == b {
		return fitSame
	}
	said, left := 0, 0
	for _, p := range [...][2]int{{a.year, b.year}, {a.stopYear, b.stopYear}, {a.month, b.month}, {a.stopMonth, b.stopMonth},
		{a.day, b.day}, {a.stopDay, b.stopDay}, {a.edge, b.edge}} {
		switch {
		case p[0] == p[1]:
			if p[0] != 0 {
				said++
			}
		case p[0] == 0:
		case p[1] == 0:
			left++
		default:
			return 0
		}
	}
	if a.day == 0 && a.year == 0 && (a.month == 0) != (b.month == 0) {
		return 0
	}
	switch {
	case said == 0:
		return 0
	case left == 0:
		return fitBare
	}
	return fitPartly
}

// fitsAge compares decades and centuries.
func fitsAge(z, e *Value) grade {
	switch {
	case z.Kind == e.Kind && z.N == e.N && z.Start.Year == e.Start.Year:
		return fitSame
	case z.Kind == Century && e.Kind == Ordinal && z.N == e.N:
		return fitBare
	case z.Kind == Century && e.Kind == Decade:
		if n, ok := z.N.Int64(); ok && int(n-1)*100 == e.Start.Year {
			return fitEqual
		}
	case z.Kind == Decade && e.Kind == Calendar && e.Start.Year == z.Start.Year:
		return fitLoosely
	}
	return 0
}

// fitsClock compares times; where the English does not say which half of the
// day it means, either will do.
func fitsClock(z, e *Value) grade {
	if e.Kind != Clock {
		return 0
	}
	a, b := z.Clock, e.Clock
	if a.Hour%24 == b.Hour%24 && a.Minute == b.Minute && a.Second == b.Second {
		return fitSame
	}
	if (!e.said || !z.said) && a.Hour%12 == b.Hour%12 && a.Minute == b.Minute && a.Second == b.Second {
		return fitBare
	}
	return 0
}
