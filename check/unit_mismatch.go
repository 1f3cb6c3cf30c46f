package check

import (
	"duizhao/bitext"
	"duizhao/lang/number"
)

var unitMismatch = &Rule{
	Name:    "unit-mismatch",
	Summary: "a figure stands with another unit or currency",
	Why: `5个百分点 are 5 percentage points, not 5 percent: from 20 percent they lead to 25, not 21. The same figure in mu and in
hectares, in jin and in kilograms, in yuan and in dollars is another amount. Converted figures are right in either system,
rounded as the English figure is; what the English leaves to be understood (people, the yuan of a list) is not missed, and
dollars in brackets behind yuan are welcome.`,
	Bad:    Example{Zh: "失业率下降0.3个百分点。", En: "The unemployment rate fell by 0.3 percent."},
	Good:   Example{Zh: "失业率下降0.3个百分点。", En: "The unemployment rate fell by 0.3 percentage points."},
	Grades: []Grade{{"", bitext.Error, bitext.Warning}},
	Answer: true,
	Unit:   checkUnits,
}

func checkUnits(s *Subject) []Finding {
	var out []Finding
	for _, d := range s.figures() {
		if d.Kind == number.OtherUnit && !ofDate(d) {
			out = append(out, s.figureFinding("", d))
		}
	}
	return out
}
