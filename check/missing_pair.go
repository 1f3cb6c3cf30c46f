package check

import (
	"cmp"
	"fmt"

	"duizhao/bitext"
	"duizhao/lang/span"
)

var missingPair = &Rule{
	Name:    "missing-pair",
	Summary: "a passage or a file stands in one language only",
	Why:     `One finding for a block that is missing, instead of one for every unit that is shifted by it.`,
	Bad: Example{Zh: "推进碳达峰。", En: "Advance carbon peaking.",
		Facts: Facts{Unpaired: []Unpaired{{Blocks: 2, Lang: "zh", Text: "第三条"}}}},
	Good:     Example{Zh: "推进碳达峰。", En: "Advance carbon peaking."},
	Grades:   []Grade{{"", Off, bitext.Error}},
	Document: checkUnpaired,
}

var languages = map[string]string{"zh": "Chinese", "en": "English"}

func checkUnpaired(sc *Scope) []Finding {
	var out []Finding
	for _, u := range sc.Facts.Unpaired {
		what := "the whole file stands"
		switch {
		case u.Blocks == 1:
			what = "a block stands"
		case u.Blocks > 1:
			what = fmt.Sprintf("%d blocks stand", u.Blocks)
		}
		f := found("", span.Span{}, span.Span{}, "%s in %s only", what, cmp.Or(languages[u.Lang], u.Lang))
		if u.Text != "" {
			f.Message += fmt.Sprintf(", beginning with %q", u.Text)
		}
		if u.Blocks == 0 {
			u.Unit = -1
		}
		out = append(out, about(u.Unit, f))
	}
	return out
}
