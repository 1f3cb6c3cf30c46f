package translate

import (
	"fmt"
	"slices"
	"strings"

	"duizhao/bitext"
	"duizhao/glossary"
)

// Summary says how a run went.
type Summary struct {
	Units    int
	ByStatus map[bitext.Status][]string // the places of the units, in order of the source
	Required int                        // binding occurrences of terms
	Met      int                        // of these
	Unmet    []Unmet                    // the others, in order of the source
	Advisory int                        // occurrences that do not bind: advisory, uncertain, inside 《》
	Proposed int                        // occurrences of terms that are not approved yet
}

// Unmet is one binding occurrence of a term that is not met.
type Unmet struct{ At, Zh string }

func (r *run) summary() Summary {
	s := Summary{Units: len(r.units), ByStatus: map[bitext.Status][]string{}}
	for i, u := range r.units {
		s.ByStatus[u.Status] = append(s.ByStatus[u.Status], u.At)
		for j, m := range r.terms[i] {
			switch {
			case m.Term.Status != glossary.Approved:
				s.Proposed++
			case !required(m):
				s.Advisory++
			case u.Terms[j].How.Met():
				s.Required++
				s.Met++
			default:
				s.Required++
				s.Unmet = append(s.Unmet, Unmet{u.At, u.Terms[j].Zh})
			}
		}
	}
	return s
}

// FailedOn reports whether a unit has one of the statuses.
func (s Summary) FailedOn(statuses []string) bool {
	return slices.ContainsFunc(statuses, func(status string) bool { return len(s.ByStatus[bitext.Status(status)]) > 0 })
}

// maxNamed is how many unmet terms the summary names.
const maxNamed = 10

// Lines puts the summary into words: one line on the units, one on the terms.
func (s Summary) Lines() []string {
	var units []string
	for _, status := range []bitext.Status{bitext.Translated, bitext.Draft, bitext.NeedsReview, bitext.Failed} {
		if n := len(s.ByStatus[status]); n > 0 {
			units = append(units, fmt.Sprintf("%d %s", n, status))
		}
	}
	terms := fmt.Sprintf("terms %d required: %d met", s.Required, s.Met)
	if n := len(s.Unmet); n > 0 {
		named := make([]string, 0, maxNamed)
		for _, u := range s.Unmet[:min(n, maxNamed)] {
			named = append(named, u.At+" "+u.Zh)
		}
		terms += fmt.Sprintf(", %d unmet → %s", n, strings.Join(named, ", "))
		if n > maxNamed {
			terms += " …"
		}
	}
	if s.Advisory > 0 {
		terms += fmt.Sprintf("; %d more not binding", s.Advisory)
	}
	if s.Proposed > 0 {
		terms += fmt.Sprintf("; %d proposed", s.Proposed)
	}
	return []string{fmt.Sprintf("units %d: %s", s.Units, strings.Join(units, ", ")), terms}
}
