package glossary

import (
	"cmp"
	"slices"
	"strings"
)

// answer writes the recognitions of all groups.
func (r *recogniser) answer() {
	for _, g := range r.groups {
		slices.SortFunc(g.taken, func(a, b stretch) int { return cmp.Compare(a.from, b.from) })
		for i, member := range g.members {
			if i < len(g.taken) {
				r.out[member] = r.met(g, g.taken[i])
			}
		}
		if len(g.taken) < len(g.members) {
			r.unmet(g, g.members[len(g.taken):])
		}
	}
}

// met tells how s meets g.
func (r *recogniser) met(g *group, s stretch) Recognition {
	out := r.at(s)
	out.Rendering = s.pattern.rendering
	switch {
	case s.how != "":
		out.How = s.how
	case s.pattern.short:
		out.How = HowAbbreviated
	case s.fit.inflected:
		out.How = HowInflected
	case strings.EqualFold(s.pattern.rendering.En, g.match.Preferred(r.c).En):
		out.How = HowPreferred
	default:
		out.How = HowAccepted
	}
	return out
}

func (r *recogniser) at(s stretch) Recognition {
	where := r.bytes(s)
	return Recognition{Target: r.runes(where), En: r.en[where.Start:where.End]}
}

// unmet answers for the members of g that no stretch serves: a wrong rendering
// before one that only lacks its capitals, and that before a derivation.
func (r *recogniser) unmet(g *group, members []int) {
	rest := HowMissing
	if len(g.taken) > 0 {
		rest = HowCovered
	}
	for _, member := range members {
		out := Recognition{How: rest}
		if s, ok := r.avoided(g); ok {
			out = r.at(s)
			out.How, out.Avoid = HowAvoided, s.pattern.avoid
		} else if s, ok := r.lowered(g); ok {
			out = r.at(s)
			out.How, out.Rendering, out.Lowered = rest, s.pattern.rendering, true
		} else if rest == HowMissing {
			if s, ok := r.derived(g); ok {
				out = r.at(s)
				out.How, out.Rendering = HowDerived, s.pattern.rendering
				rest = HowCovered
			}
		}
		r.out[member] = out
	}
}

// avoided finds the longest free stretch where a form stands that g avoids,
// exact or plural, and takes it.
func (r *recogniser) avoided(g *group) (stretch, bool) {
	best, found := stretch{}, false
	for _, s := range g.wrong {
		if r.free(s) && (!found || s.to-s.from > best.to-best.from) {
			best, found = s, true
		}
	}
	if found {
		r.mark(best)
	}
	return best, found
}

// avoids are the patterns that g avoids in a document of this date.
func (r *recogniser) avoids(g *group) []*pattern {
	if g.match.Ambiguous {
		return nil // what is wrong in one sense may be right in the other
	}
	var out []*pattern
	patterns := g.entry.avoidsOf(g.match.Sense)
	for i := range patterns {
		if p := &patterns[i]; p.avoid.Period.Holds(r.c.Date) {
			out = append(out, p)
		}
	}
	return out
}

// excused reports whether the Chinese says, outside the term itself, something
// that a may render.
func (r *recogniser) excused(g *group, a *Avoid) bool {
	if len(a.UnlessZh) == 0 {
		return false
	}
	runes := []rune(r.zh)
	for _, m := range r.matches {
		if m.Term == g.match.Term {
			for i := m.Span.Start; i < m.Span.End; i++ {
				runes[i] = 0
			}
		}
	}
	zh := Key(string(runes))
	return slices.ContainsFunc(a.UnlessZh, func(s string) bool { return strings.Contains(zh, Key(s)) })
}

// lowered finds a free stretch that is a form of g but for its capitals, and
// takes it.
func (r *recogniser) lowered(g *group) (stretch, bool) {
	for _, s := range g.stretches {
		if s.fit.lowered && r.free(s) {
			r.mark(s)
			return s, true
		}
	}
	return stretch{}, false
}
