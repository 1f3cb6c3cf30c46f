package check

import (
	"cmp"
	"slices"
)

// Verify holds an engine's answer to the rules that one unit alone can be held
// to, with the severities of the machine profile, gravest first. Terms that
// are not approved are not required of an engine, so nothing is said of them.
// Rules of a whole document are left to [Run].
func Verify(s *Subject) []Finding {
	var out []Finding
	for _, r := range All {
		if !r.Answer || r.Unit == nil {
			continue
		}
		for _, f := range r.Unit(s) {
			g, _ := r.Grade(f.Grade)
			if g.Machine == Off || f.Term != nil && !approved(f.Term) {
				continue
			}
			f.Rule, f.Severity = r.Name, g.Machine
			out = append(out, s.real(f))
		}
	}
	slices.SortStableFunc(out, func(a, b Finding) int { return cmp.Compare(weight(b.Severity), weight(a.Severity)) })
	return out
}
