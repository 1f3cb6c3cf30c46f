package check

import (
	"fmt"
	"strings"

	"duizhao/bitext"
	"duizhao/lang/span"
)

var structureMismatch = &Rule{
	Name:    "structure-mismatch",
	Summary: "headings, list items, tables, code or links differ in number",
	Why: `A heading or a table that is missing on one side means a passage that is missing, or marked up wrongly. Links and images
are counted too: a link that is lost is not seen in the text.`,
	Bad: Example{Zh: "推进碳达峰。", En: "Advance carbon peaking.",
		Facts: Facts{Structure: [2]Structure{{Headings: 3, Tables: 1}, {Headings: 2, Tables: 1}}}},
	Good: Example{Zh: "推进碳达峰。", En: "Advance carbon peaking.",
		Facts: Facts{Structure: [2]Structure{{Headings: 3}, {Headings: 3}}}},
	Grades:   []Grade{{"", bitext.Error, bitext.Error}},
	Document: checkStructure,
}

func checkStructure(sc *Scope) []Finding {
	zh, en := sc.Facts.Structure[0], sc.Facts.Structure[1]
	var differences []string
	for _, c := range []struct {
		name   string
		zh, en int
	}{
		{"headings", zh.Headings, en.Headings}, {"list items", zh.ListItems, en.ListItems}, {"tables", zh.Tables, en.Tables},
		{"code blocks", zh.CodeBlocks, en.CodeBlocks}, {"links", zh.Links, en.Links}, {"images", zh.Images, en.Images},
	} {
		if c.zh != c.en {
			differences = append(differences, fmt.Sprintf("%s %d in the Chinese, %d in the English", c.name, c.zh, c.en))
		}
	}
	if len(differences) == 0 {
		return nil
	}
	return []Finding{about(-1, found("", span.Span{}, span.Span{}, "%s", strings.Join(differences, "; ")))}
}
