package check

import "duizhao/bitext"

var termAmbiguous = &Rule{
	Name:    "term-ambiguous",
	Summary: "a term has several senses, and nothing tells which is meant",
	Why: `Any of its renderings is accepted there, so nobody has checked that it is the right one. A "when" in the glossary entry
would decide.`,
	Bad:    Example{Zh: "开展评价。", En: "Carry out an evaluation."},
	Good:   Example{Zh: "印发评价。", En: "Issue an appraisal."},
	Grades: []Grade{{"", bitext.Note, Off}},
	Unit:   checkAmbiguous,
}

func checkAmbiguous(s *Subject) []Finding {
	var out []Finding
	for i, m := range s.Terms {
		if m.Ambiguous && s.firstOf(i) == i {
			out = append(out, s.aboutTerm(i, "", "%s has several senses; nothing here tells which is meant", s.zh(m.Span)))
		}
	}
	return out
}
