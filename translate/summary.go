package translate

import (
	"fmt"
	"slices"
	"strings"

	"duizhao/bitext"
	"duizhao/check"
	"duizhao/glossary"
)

// Summary says how a run went.
type Summary struct {
	Units    int
	ByStatus map[bitext.Status][]string // the places of the units, in order of the source
	Required int                        // binding occurrences of terms
	Met      int                        // of these
	Repaired int                        // of these, not met by the first answer
	Unmet    []Unmet                    // the others, in order of the source
	Advisory int                        // occurrences that do not bind: advisory, uncertain, inside 《》
	Proposed int                        // occurrences of terms that are not approved yet
	Names    []Name                     // suggestions for the glossary, in order of the source

	Requests  int   // put to the engine
	Usage     Usage // as far as the engine told
	Unmetered int   // answers that did not tell
}

// Unmet is one binding occurrence of a term that is not met.
type Unmet struct{ At, Zh string }

func (r *run) summary() Summary {
	s := Summary{
		Units: len(r.works), ByStatus: map[bitext.Status][]string{}, Names: r.names,
		Requests: r.progress.Requests, Usage: r.progress.Usage, Unmetered: r.unmetered,
	}
	for _, w := range r.works {
		s.ByStatus[w.unit.Status] = append(s.ByStatus[w.unit.Status], w.unit.At)
		for j, m := range w.terms {
			switch {
			case m.Term.Status != glossary.Approved:
				s.Proposed++
			case !check.Binds(m):
				s.Advisory++
			case w.unit.Terms[j].How.Met():
				s.Required++
				s.Met++
				if w.first != nil && !w.first[j] {
					s.Repaired++
				}
			default:
				s.Required++
				s.Unmet = append(s.Unmet, Unmet{w.unit.At, w.unit.Terms[j].Zh})
			}
		}
	}
	return s
}

// FailOnUnmet is the word for a binding term that is not met, beside the
// statuses, see [Summary.FailedOn].
const FailOnUnmet = "unmet"

// FailedOn reports whether a unit has one of the statuses, or, where
// [FailOnUnmet] is among the words, a binding term is not met.
func (s Summary) FailedOn(words []string) bool {
	return slices.ContainsFunc(words, func(word string) bool {
		return word == FailOnUnmet && len(s.Unmet) > 0 || len(s.ByStatus[bitext.Status(word)]) > 0
	})
}

// maxNamed is how many unmet terms, and how many suggestions, are named.
const maxNamed = 10

// Lines puts the summary into words: one line on the units, one on the terms,
// and one on the names that the glossary might have, if there are any.
func (s Summary) Lines() []string {
	var units []string
	for _, status := range []bitext.Status{bitext.Translated, bitext.Draft, bitext.NeedsReview, bitext.Failed} {
		if n := len(s.ByStatus[status]); n > 0 {
			units = append(units, fmt.Sprintf("%d %s", n, status))
		}
	}
	lines := []string{fmt.Sprintf("units %d: %s", s.Units, strings.Join(units, ", ")), s.termsLine()}
	if len(s.Names) > 0 {
		lines = append(lines, "for the glossary: "+listed(s.Names, func(n Name) string { return n.Zh + " = " + n.En }))
	}
	return lines
}

// termsLine is "terms 61 required: 58 met, 2 after repair, 1 unmet → p4.s2 碳达峰".
func (s Summary) termsLine() string {
	line := fmt.Sprintf("terms %d required: %d met", s.Required, s.Met-s.Repaired)
	if s.Repaired > 0 {
		line += fmt.Sprintf(", %d after repair", s.Repaired)
	}
	if n := len(s.Unmet); n > 0 {
		line += fmt.Sprintf(", %d unmet → %s", n, listed(s.Unmet, func(u Unmet) string { return u.At + " " + u.Zh }))
	}
	if s.Advisory > 0 {
		line += fmt.Sprintf("; %d more not binding", s.Advisory)
	}
	if s.Proposed > 0 {
		line += fmt.Sprintf("; %d proposed", s.Proposed)
	}
	return line
}

// listed names the first of a list.
func listed[T any](list []T, name func(T) string) string {
	named := make([]string, 0, maxNamed)
	for _, item := range list[:min(len(list), maxNamed)] {
		named = append(named, name(item))
	}
	if len(list) > maxNamed {
		return strings.Join(named, ", ") + " …"
	}
	return strings.Join(named, ", ")
}
