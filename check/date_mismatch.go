package check

import (
	"duizhao/bitext"
	"duizhao/lang/number"
)

var dateMismatch = &Rule{
	Name:    "date-mismatch",
	Summary: "a date, part of a year, decade or time of day is lost or changed",
	Why: `Dates are compared by what they say: 2021年10月24日 is October 24, 2021, 24 October 2021 and 2021-10-24, 上半年 the first
half or January to June, 前8个月 the first eight months, 下午3时 3 p.m. or 15:00. What English adds (a month, a year) does not
count; all that the Chinese says must be there, once for all the places that say it. A year that stands elsewhere in the
sentence counts as said.`,
	Bad:  Example{Zh: "自2023年5月1日起施行。", En: "It shall come into force on May 10, 2023."},
	Good: Example{Zh: "自2023年5月1日起施行。", En: "It shall come into force on 1 May 2023."},
	Grades: []Grade{
		{"changed", bitext.Error, bitext.Error},
		{"lost", bitext.Error, bitext.Error},
	},
	Answer: true,
	Unit:   checkDates,
}

func checkDates(s *Subject) []Finding {
	var out []Finding
	for _, d := range s.figures() {
		switch {
		case !ofDate(d):
		case d.Kind == number.Lost:
			out = append(out, s.figureFinding("lost", d))
		default:
			out = append(out, s.figureFinding("changed", d))
		}
	}
	return out
}

// ofDate reports whether a difference is about a date or time of the Chinese.
func ofDate(d number.Difference) bool {
	if d.Zh == nil {
		return false
	}
	switch d.Zh.Kind {
	case number.Calendar, number.Decade, number.Century, number.Clock:
		return true
	}
	return false
}
