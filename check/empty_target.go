package check

import (
	"strings"
	"unicode"

	"duizhao/bitext"
	"duizhao/lang/span"
)

var emptyTarget = &Rule{
	Name:    "empty-target",
	Summary: "the Chinese has no English",
	Why:     `A passage was lost. A unit whose English stands in its neighbour (status merged) is not empty, nor is one without a word.`,
	Bad:     Example{Zh: "推进碳达峰。", En: ""},
	Good:    Example{Zh: "推进碳达峰。", En: "Advance carbon peaking."},
	Grades:  []Grade{{"", bitext.Error, bitext.Warning}},
	Answer:  true,
	Unit:    checkEmpty,
}

func checkEmpty(s *Subject) []Finding {
	if strings.ContainsFunc(s.En, isText) || s.Unit.Status == bitext.Merged || !strings.ContainsFunc(s.Zh, isText) {
		return nil
	}
	return []Finding{found("", span.Span{End: len(s.Runes())}, span.Span{}, "no English")}
}

func isText(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
