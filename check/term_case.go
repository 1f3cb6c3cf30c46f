package check

import (
	"strings"

	"duizhao/bitext"
)

var termCase = &Rule{
	Name:    "term-case",
	Summary: "a rendering stands there without its capitals",
	Why: `The capitals of a name are part of it: "the belt and road initiative" names nothing. Capitals may be added, in a
title, never left out; a unit all in capitals is exempt.`,
	Bad:    Example{Zh: "生态环境部发布公告。", En: "The ministry of ecology and environment issued a notice."},
	Good:   Example{Zh: "生态环境部发布公告。", En: "The Ministry of Ecology and Environment issued a notice."},
	Grades: []Grade{{"", bitext.Warning, bitext.Note}},
	Answer: true,
	Unit:   checkCase,
}

func checkCase(s *Subject) []Finding {
	var out []Finding
	for i, m := range s.Terms {
		if r := &s.Met[i]; r.Lowered && unbound(m) == "" {
			f := s.aboutTerm(i, "", "%s should have its capitals: %q, not %q", s.zh(m.Span), s.proper(i), r.En)
			f.Fix = s.fixOf(i)
			out = append(out, f)
		}
	}
	return out
}

// proper is what stands in small letters for term i, with its capitals.
func (s *Subject) proper(i int) string {
	if r := s.Met[i].Rendering; r != nil {
		return r.En
	}
	for _, abbr := range s.Terms[i].Term.Abbr {
		if strings.EqualFold(abbr, s.Met[i].En) {
			return abbr
		}
	}
	return s.Terms[i].Preferred(s.Context).En
}
