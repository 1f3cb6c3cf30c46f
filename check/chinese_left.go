package check

import (
	"strings"
	"unicode/utf8"

	"duizhao/bitext"
	"duizhao/lang/han"
	"duizhao/lang/span"
)

var chineseLeft = &Rule{
	Name:    "chinese-left",
	Summary: "Chinese characters or marks stand in the English",
	Why: `Characters left in place are the plainest sign of an unfinished translation; full-width marks and 《》 come from
copying. Characters in brackets behind the English, as in "carbon peaking (碳达峰)", are a choice of some houses: they have the
grade "gloss", marks the grade "mark". All of eight findings in sentences of a machine were right, and none stood in those of
people.`,
	Bad:  Example{Zh: "推进碳达峰。", En: "Advance 碳达峰."},
	Good: Example{Zh: "推进碳达峰。", En: "Advance carbon peaking."},
	Grades: []Grade{
		{"character", bitext.Error, bitext.Error},
		{"mark", bitext.Error, bitext.Error},
		{"gloss", bitext.Warning, bitext.Note},
	},
	Answer: true,
	Unit:   checkChineseLeft,
}

func checkChineseLeft(s *Subject) []Finding {
	first := strings.IndexFunc(s.En, isChinese)
	if first < 0 || mostlyChinese(s.En) {
		return nil
	}
	var out []Finding
	for i := first; i < len(s.En); {
		r, size := utf8.DecodeRuneInString(s.En[i:])
		if !isChinese(r) {
			i += size
			continue
		}
		run := span.Span{Start: i, End: i + chineseRun(s.En[i:])}
		i = run.End
		if s.Unit.Status == bitext.Draft && inBraces(s.En, run) {
			continue // draft-published says it
		}
		f := found(gradeOfChinese(s.En, run), span.Span{}, s.target(run), "%s is left in the English", s.En[run.Start:run.End])
		if f.Grade == "mark" {
			f.Fix = fixMarks(s, run)
		}
		out = append(out, f)
	}
	return out
}

// isChinese reports whether r is a character or mark of Chinese text that
// English has not.
func isChinese(r rune) bool {
	if r < 0x2E80 {
		return false
	}
	return han.Is(r) || isChineseMark(r)
}

// isChineseMark reports whether r is a mark of Chinese text: 、 。 《 》 「 」
// and the full-width forms of ASCII.
func isChineseMark(r rune) bool {
	return 0x3001 <= r && r <= 0x3011 && r != '々' && r != '〆' && r != '〇' || 0xFF01 <= r && r <= 0xFF5E
}

// chineseRun is the length in bytes of the run of Chinese that s begins with.
func chineseRun(s string) int {
	for i, r := range s {
		if !isChinese(r) {
			return i
		}
	}
	return len(s)
}

func gradeOfChinese(en string, run span.Span) string {
	text := en[run.Start:run.End]
	switch {
	case !strings.ContainsFunc(text, han.Is):
		return "mark"
	case isGloss(en, run):
		return "gloss"
	}
	return "character"
}

// inBraces reports whether run stands in braces, as a draft marks what it does
// not know.
func inBraces(en string, run span.Span) bool {
	return strings.HasSuffix(en[:run.Start], "{") && strings.HasPrefix(en[run.End:], "}")
}

// isGloss reports whether run stands in brackets by itself behind English.
func isGloss(en string, run span.Span) bool {
	before := strings.TrimRight(en[:run.Start], "“\"‘' ")
	after := strings.TrimLeft(en[run.End:], "”\"’' ")
	for _, pair := range []string{"()", "[]"} {
		if strings.HasSuffix(before, pair[:1]) && strings.HasPrefix(after, pair[1:]) {
			return strings.TrimSpace(before[:len(before)-1]) != ""
		}
	}
	return strings.HasPrefix(en[run.Start:], "（") && strings.HasSuffix(en[:run.End], "）") && strings.TrimSpace(before) != ""
}

// englishMarks are what stands in English for the marks of Chinese.
var englishMarks = map[rune]string{'、': ", ", '。': ". ", '，': ", ", '；': "; ", '：': ": ", '？': "? ", '！': "! ", '（': " (", '）': ") ", '《': " “", '》': "” ", '「': " “", '」': "” "}

// fixMarks writes the marks in run as English does, with the spaces that they
// need there; nil where one has no counterpart.
func fixMarks(s *Subject, run span.Span) *Fix {
	var b strings.Builder
	for _, r := range s.En[run.Start:run.End] {
		switch mark, ok := englishMarks[r]; {
		case ok:
			b.WriteString(mark)
		case 0xFF01 <= r && r <= 0xFF5E:
			b.WriteRune(r - 0xFF01 + '!')
		default:
			return nil
		}
	}
	en := strings.ReplaceAll(b.String(), "  ", " ")
	before, after := s.En[:run.Start], s.En[run.End:]
	if before == "" || strings.IndexByte(" \n(“\"", before[len(before)-1]) >= 0 {
		en = strings.TrimLeft(en, " ")
	}
	if after == "" || strings.IndexByte(" \n,.;:?!)\"'", after[0]) >= 0 || strings.HasPrefix(after, "”") || strings.HasPrefix(after, "’") {
		en = strings.TrimRight(en, " ")
	}
	if strings.HasSuffix(before, " ") && en != "" && strings.IndexByte(",.;:?!)", en[0]) >= 0 {
		run.Start-- // no space in front of the mark
	}
	return &Fix{Target: s.target(run), En: en}
}
