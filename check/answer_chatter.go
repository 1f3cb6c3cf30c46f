package check

import (
	"strings"

	"duizhao/bitext"
	"duizhao/lang/span"
)

var answerChatter = &Rule{
	Name:    "answer-chatter",
	Summary: "the model talks around its translation",
	Why: `"Here is the translation:", a fence of Markdown or a closing note is the model's own word and stands in no source.
Openings and asides count where the Chinese says nothing like it.`,
	Bad:    Example{Zh: "推进碳达峰。", En: "Here is the translation: Advance carbon peaking."},
	Good:   Example{Zh: "以下是公告全文。", En: "Here is the full text of the notice."},
	Grades: []Grade{{"", bitext.Error, Off}},
	Answer: true,
	Unit:   checkChatter,
}

func checkChatter(s *Subject) []Finding {
	t := answerTable()
	for _, p := range t.phrases["talk"] {
		if end, ok := says(s.En, p.en); ok && s.unsaid(p) {
			return chatter(s, span.Span{End: end})
		}
	}
	aside := lastAside(s.En)
	if aside < 0 {
		return nil
	}
	for _, p := range t.phrases["aside"] {
		if _, ok := says(s.En[aside:], p.en); ok && s.unsaid(p) {
			return chatter(s, span.Span{Start: aside, End: len(s.En)})
		}
	}
	return nil
}

// unsaid reports whether the Chinese has nothing that a phrase may render.
func (s *Subject) unsaid(p phrase) bool {
	return !containsAny(s.Folded(), p.unless) && !strings.Contains(s.Zh, p.en)
}

func chatter(s *Subject, at span.Span) []Finding {
	return []Finding{found("", span.Span{}, s.target(at), "%q is the model's own word", strings.TrimSpace(s.En[at.Start:at.End]))}
}

// lastAside is where the last line or bracket at the end of en begins, in
// bytes, or -1.
func lastAside(en string) int {
	if i := strings.LastIndexByte(strings.TrimSpace(en), '\n'); i >= 0 {
		return i + 1
	}
	if !strings.HasSuffix(en, ")") {
		return -1
	}
	return strings.LastIndexByte(en, '(')
}
