package number

import (
	"fmt"
	"strconv"
	"time"
)

// calendar says a date or a range of dates.
func (v Value) calendar() string {
	if !v.Range {
		return v.Start.English()
	}
	a, b := v.Start, v.Stop
	switch {
	case a == Date{Year: a.Year} && b == Date{Year: b.Year}:
		return fmt.Sprintf("%d–%d", a.Year, b.Year)
	case a.Year != b.Year || a.Part != Whole || b.Part != Whole:
		return a.English() + " to " + b.English()
	case a.Month == b.Month && a.Month > 0 && a.Day > 0 && b.Day > 0:
		return fmt.Sprintf("%s %d–%d", month(a.Month), a.Day, b.Day) + inYear(", ", a.Year)
	case a.Month == b.Month && a.Day > 0:
		return "the " + Rank(Int(int64(a.Day))) + " to the " + Rank(Int(int64(b.Day)))
	case a.Month == 1 && a.Day == 0 && b.Day == 0 && b.Month < 12:
		count := strconv.Itoa(b.Month)
		if b.Month < 10 {
			count = cardinals[b.Month]
		}
		return "the first " + count + " months" + inYear(" of ", a.Year)
	case a.Day == 0 && b.Day == 0:
		return month(a.Month) + "–" + month(b.Month) + inYear(" ", a.Year)
	}
	return fmt.Sprintf("%s to %s", Date{Month: a.Month, Day: a.Day}.English(), Date{Month: b.Month, Day: b.Day}.English()) + inYear(", ", a.Year)
}

// English says a date: "October 24, 2021", "October 2021", "the 24th", "the
// first half of 2021", "late October", "the end of 2030".
func (d Date) English() string {
	switch {
	case d.Day > 0 && d.Month > 0:
		return month(d.Month) + " " + strconv.Itoa(d.Day) + inYear(", ", d.Year)
	case d.Day > 0:
		return "the " + Rank(Int(int64(d.Day)))
	case d.Month > 0:
		return d.within(month(d.Month) + inYear(" ", d.Year))
	}
	year := inYear("", d.Year)
	of := inYear(" of ", d.Year)
	switch d.Part {
	case FirstHalf:
		return "the first half" + of
	case SecondHalf:
		return "the second half" + of
	case Quarter1, Quarter2, Quarter3, Quarter4:
		return "the " + rankWords[1+d.Part-Quarter1] + " quarter" + of
	case FirstTwoQuarters:
		return "the first two quarters" + of
	case FirstThreeQuarters:
		return "the first three quarters" + of
	}
	if year == "" {
		year = "the year"
	}
	return d.within(year)
}

// within puts the part of a month or year before its name.
func (d Date) within(name string) string {
	switch d.Part {
	case Beginning:
		return "the beginning of " + name
	case End:
		return "the end of " + name
	case Whole:
		return name
	}
	return part(d.Part) + name
}

// part is "early ", "mid-" or "late ".
func part(p Part) string {
	switch p {
	case Early, Beginning:
		return "early "
	case Middle:
		return "mid-"
	case Late, End:
		return "late "
	}
	return ""
}

func inYear(before string, year int) string {
	if year == 0 {
		return ""
	}
	return before + strconv.Itoa(year)
}

func month(n int) string { return time.Month(n).String() }

// english says a time on the twelve-hour clock: 5:48 p.m.
func (t Time) english() string {
	half := "a.m."
	hour := t.Hour % 24
	if hour >= 12 {
		half = "p.m."
	}
	if hour %= 12; hour == 0 {
		hour = 12
	}
	switch {
	case t.Minute+t.Second == 0 && t.Hour == 12:
		return "noon"
	case t.Minute+t.Second == 0 && t.Hour%24 == 0:
		return "midnight"
	case t.Second > 0:
		return fmt.Sprintf("%d:%02d:%02d %s", hour, t.Minute, t.Second, half)
	case t.Minute > 0:
		return fmt.Sprintf("%d:%02d %s", hour, t.Minute, half)
	}
	return fmt.Sprintf("%d %s", hour, half)
}
