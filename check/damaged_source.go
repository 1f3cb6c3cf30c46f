package check

import (
	"strings"

	"duizhao/bitext"
	"duizhao/lang/span"
)

var damagedSource = &Rule{
	Name:    "damaged-source",
	Summary: "the Chinese is broken",
	Why: `Characters were lost when the file was converted, and what they were cannot be told from the bytes, so no English of the
unit can be trusted. Recorded when the article was read; characters that could not be decoded count as well.`,
	Bad:    Example{Zh: "推进碳\uFFFD峰。", En: "Advance carbon peaking."},
	Good:   Example{Zh: "推进碳达峰。", En: "Advance carbon peaking."},
	Grades: []Grade{{"", bitext.Error, bitext.Warning}},
	Empty:  true,
	Unit:   checkDamaged,
}

func checkDamaged(s *Subject) []Finding {
	if out := recorded("damaged-source")(s); len(out) > 0 {
		return out
	}
	i := strings.IndexRune(s.Zh, '\uFFFD')
	if i < 0 {
		return nil
	}
	start := len([]rune(s.Zh[:i]))
	return []Finding{found("", span.Span{Start: start, End: start + 1}, span.Span{}, "a character of the Chinese was lost")}
}
