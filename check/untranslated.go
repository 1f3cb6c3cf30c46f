package check

import (
	"unicode"

	"duizhao/bitext"
	"duizhao/lang/han"
	"duizhao/lang/span"
)

var untranslated = &Rule{
	Name:    "untranslated",
	Summary: "the English is Chinese",
	Why: `The unit was copied or answered in Chinese. At least half of the letters must be Chinese, where a Chinese character
counts as two; less is chinese-left.`,
	Bad:    Example{Zh: "推进碳达峰。", En: "推进碳达峰。"},
	Good:   Example{Zh: "推进碳达峰。", En: "Advance carbon peaking."},
	Grades: []Grade{{"", bitext.Error, bitext.Error}},
	Answer: true,
	Unit:   checkUntranslated,
}

func checkUntranslated(s *Subject) []Finding {
	if !mostlyChinese(s.En) {
		return nil
	}
	return []Finding{found("", span.Span{End: len(s.Runes())}, s.target(span.Span{End: len(s.En)}), "not translated")}
}

// lettersOfHan is how many letters of English one Chinese character weighs.
const lettersOfHan = 2

// mostlyChinese reports whether at least half of an English text is Chinese.
func mostlyChinese(en string) bool {
	chinese, other := 0, 0
	for _, r := range en {
		switch {
		case r < 0x80 && ('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'):
			other++
		case r < 0x2E80:
		case han.Is(r):
			chinese++
		case unicode.IsLetter(r):
			other++
		}
	}
	return chinese > 0 && chinese*lettersOfHan >= other
}
