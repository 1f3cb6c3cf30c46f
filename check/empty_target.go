package check

import (
	"slices"
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
	Empty:   true,
	Unit:    checkEmpty,
}

func checkEmpty(s *Subject) []Finding {
	if s.hasEnglish() || s.Unit.Status == bitext.Merged || !strings.ContainsFunc(s.Zh, isText) || s.failed() {
		return nil
	}
	return []Finding{found("", span.Span{End: len(s.Runes())}, span.Span{}, "no English")}
}

// hasEnglish reports whether the English has a word or figure.
func (s *Subject) hasEnglish() bool { return strings.ContainsFunc(s.En, isText) }

// failed reports whether it is recorded why the unit has no English.
func (s *Subject) failed() bool {
	return slices.ContainsFunc(s.Unit.Findings, func(f bitext.Finding) bool {
		return f.Rule == engineErrorName || f.Rule == answerShiftedName
	})
}

func isText(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
