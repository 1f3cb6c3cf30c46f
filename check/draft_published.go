package check

import (
	"duizhao/bitext"
	"duizhao/lang/span"
)

var draftPublished = &Rule{
	Name:    "draft-published",
	Summary: "the English is a draft",
	Why: `The built-in engine writes a gloss for finding one's way, not for publishing. Counted for units with the status draft, and
where its marks stand in the English: {汉字} for what is unknown. One finding a document, at the first such unit.`,
	Bad:      Example{Zh: "雲江市举行会议。", En: "{雲江} City held a meeting."},
	Good:     Example{Zh: "云江市举行会议。", En: "Yunjiang City held a meeting."},
	Grades:   []Grade{{"", bitext.Error, bitext.Error}},
	Document: checkDraft,
}

func checkDraft(sc *Scope) []Finding {
	first, n := -1, 0
	for i, s := range sc.Subjects {
		if s.Unit.Status != bitext.Draft && !hasDraftMark(s.En) {
			continue
		}
		if n++; first < 0 {
			first = i
		}
	}
	if n == 0 {
		return nil
	}
	s := sc.Subjects[first]
	f := found("", span.Span{}, s.target(span.Span{End: len(s.En)}), "a draft, not a translation")
	if n > 1 {
		f = found("", span.Span{}, s.target(span.Span{End: len(s.En)}), "a draft, not a translation, as are %d more units", n-1)
	}
	return []Finding{about(first, f)}
}

// hasDraftMark reports whether the mark of the draft engine for what it does
// not know stands in en.
func hasDraftMark(en string) bool {
	open := -1
	for i, r := range en {
		switch {
		case r == '{':
			open = i + 1
		case r == '}' && open >= 0 && i > open:
			return true
		case !isChinese(r):
			open = -1
		}
	}
	return false
}
