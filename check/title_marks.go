package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"duizhao/bitext"
	"duizhao/lang/span"
)

var titleMarks = &Rule{
	Name:    "title-marks",
	Summary: "a title in 《》 is not marked as one in the English",
	Why: `《》 make a title, which English shows with quotation marks, italics or capitals. Flagged where nothing of the kind stands
in the whole unit, the first word of a sentence apart. Seldom: three findings in 4,800 pairs, all right.`,
	Bad:    Example{Zh: "会议审议了《关于加强碳排放管理的意见》。", En: "The meeting deliberated on opinions on improving the management of emissions."},
	Good:   Example{Zh: "会议审议了《关于加强碳排放管理的意见》。", En: "The meeting deliberated on the Opinions on Improving the Management of Emissions."},
	Grades: []Grade{{"", bitext.Warning, bitext.Note}},
	Unit:   checkTitles,
}

func checkTitles(s *Subject) []Finding {
	open := strings.Index(s.Zh, "《")
	if open < 0 || s.En == "" || strings.ContainsAny(s.En, "\"“”‘*_<《") || mostlyChinese(s.En) {
		return nil
	}
	for i, w := range s.Words() {
		r, _ := utf8.DecodeRuneInString(w.Text)
		if unicode.IsUpper(r) && i > 0 && !startsSentence(s.En[:w.Span.Start]) {
			return nil
		}
	}
	start := utf8.RuneCountInString(s.Zh[:open])
	end := start + 1
	for end < len(s.Runes()) && s.Runes()[end] != '》' {
		end++
	}
	return []Finding{found("", span.Span{Start: start, End: min(end+1, len(s.Runes()))}, span.Span{}, "the title is not marked in the English")}
}

// startsSentence reports whether a sentence starts behind text.
func startsSentence(text string) bool {
	text = strings.TrimRight(text, " \n\"'“‘(")
	return text == "" || strings.IndexByte(".!?:", text[len(text)-1]) >= 0
}
