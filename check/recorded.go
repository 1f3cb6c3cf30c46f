package check

import "duizhao/bitext"

// recorded passes on what was found under a name when the unit was made.
func recorded(name string) func(*Subject) []Finding {
	return func(s *Subject) []Finding {
		var out []Finding
		for _, f := range s.Unit.Findings {
			if f.Rule == name {
				out = append(out, Finding{Finding: bitext.Finding{Message: f.Message, Source: s.zhEntities.plainOf(f.Source), Target: s.enEntities.plainOf(f.Target)}, Match: -1})
			}
		}
		return out
	}
}
