package check

import (
	"duizhao/bitext"
	"duizhao/glossary"
	"duizhao/lang/english"
	"duizhao/lang/span"
)

var termAvoided = &Rule{
	Name:    "term-avoided",
	Summary: "a rendering that the glossary calls wrong stands for a term",
	Why: `A known mistake, named by whoever keeps the glossary. It counts only where it stands for the term: exact or plural,
outside of accepted renderings, and where these are fewer than the mentions of the term. In a quotation of
some words a person may cite what somebody else has written: the grade of a fixed term is "quoted" there.`,
	Bad:  Example{Zh: "推进碳达峰。", En: "Advance the carbon summit."},
	Good: Example{Zh: "推进碳达峰。", En: "Advance carbon peaking."},
	Grades: []Grade{
		{"fixed", bitext.Error, bitext.Error},
		{"quoted", bitext.Error, bitext.Warning},
		{"preferred", bitext.Warning, bitext.Warning},
		{"unsure", bitext.Note, bitext.Note},
		{"advisory", bitext.Note, bitext.Note},
	},
	Answer: true,
	Unit:   checkAvoided,
}

func checkAvoided(s *Subject) []Finding {
	var out []Finding
	for i, m := range s.Terms {
		r := &s.Met[i]
		if r.How != glossary.HowAvoided {
			continue
		}
		grade := demand(m)
		if grade == string(glossary.Fixed) && s.inQuotation(r.Target) {
			grade = "quoted"
		}
		f := s.aboutTerm(i, grade, "%s should be %q, not %q", s.zh(m.Span), m.Preferred(s.Context).En, r.En)
		if r.Avoid != nil && r.Avoid.Why != "" {
			f.Message += ": " + r.Avoid.Why
		}
		f.Fix = s.fixOf(i)
		out = append(out, f)
	}
	return out
}

// fixOf is the replacement of what stands for term i, nil where there is none.
func (s *Subject) fixOf(i int) *Fix {
	if f, ok := s.Replacement(i); ok {
		return &f
	}
	return nil
}

// furtherWords is how many more words a quotation has than the term in it: a
// term that is set in quotation marks by itself is no citation.
const furtherWords = 3

// inQuotation reports whether runes at of the English stand in a quotation that
// says more than they do.
func (s *Subject) inQuotation(at span.Span) bool {
	runes := []rune(s.En)
	open := -1
	for i, r := range runes[:at.Start] {
		switch {
		case r == '“' || r == '"' && open < 0:
			open = i
		case r == '”' || r == '"':
			open = -1
		}
	}
	if open < 0 {
		return false
	}
	end := at.End
	for end < len(runes) && runes[end] != '”' && runes[end] != '"' {
		end++
	}
	quoted, term := english.Words(string(runes[open:end])), english.Words(string(runes[at.Start:at.End]))
	return len(quoted) >= len(term)+furtherWords
}
