package check

import (
	"duizhao/bitext"
	"duizhao/glossary"
)

var termMissing = &Rule{
	Name:    "term-missing",
	Summary: "a term of the glossary stands in the Chinese, and none of its renderings in the English",
	Why: `Official terms have official renderings, and a reader who searches for one must find it. Plurals, verb forms,
spelling variants, abbreviations and words shared by "and" count as met; docs/labelling.md says what does. A rendering that
is only derived (delegation, delegated) has the grade "derived", a term that no unit of the document meets "absent".
Terms inside 《》, with uncertain borders or of several senses have the grade "unsure".`,
	Bad:  Example{Zh: "推进碳达峰。", En: "Advance the matter of emissions."},
	Good: Example{Zh: "推进碳达峰。", En: "Advance carbon peaking."},
	Grades: []Grade{
		{"absent", bitext.Error, bitext.Error},
		{"fixed", bitext.Error, bitext.Warning},
		{"preferred", bitext.Warning, bitext.Note},
		{"derived", bitext.Warning, bitext.Note},
		{"unsure", bitext.Note, Off},
		{"advisory", Off, Off},
	},
	Answer: true,
	Unit:   checkMissing,
}

func checkMissing(s *Subject) []Finding {
	var out []Finding
	for i, m := range s.Terms {
		r := &s.Met[i]
		switch {
		case r.How == glossary.HowDerived && unbound(m) == "":
			out = append(out, s.aboutTerm(i, "derived", "%s should be %q; %q is another part of speech", s.zh(m.Span), m.Preferred(s.Context).En, r.En))
		case r.How == glossary.HowMissing && !r.Lowered:
			out = append(out, s.aboutTerm(i, demand(m), "%s should be %q", s.zh(m.Span), m.Preferred(s.Context).En))
		}
	}
	return out
}

// demand is the grade in which m demands its rendering.
func demand(m glossary.Match) string {
	if m.Term.Binding != glossary.Advisory && unbound(m) != "" {
		return "unsure"
	}
	return string(m.Term.Binding)
}

// aboutTerm is a finding about term i of s, where it stands.
func (s *Subject) aboutTerm(i int, grade, format string, args ...any) Finding {
	f := found(grade, s.Terms[i].Span, s.Met[i].Target, format, args...)
	f.Term, f.Match = s.Terms[i].Term, i
	return f
}
