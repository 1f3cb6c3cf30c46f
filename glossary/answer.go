package glossary

import (
	"cmp"
	"slices"

	"duizhao/lang/span"
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
	case s.pattern.short || s.fit.shortened:
		out.How = HowAbbreviated
	case s.fit.inflected:
		out.How = HowInflected
	case r.isPreferred(g, s.pattern):
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
		} else if s, how, ok := r.looselyMet(g); ok && rest == HowMissing {
			out = r.at(s)
			out.How, out.Rendering = how, s.pattern.rendering
			rest = HowCovered
		}
		r.out[member] = out
	}
}

// looselyMet finds what is not a rendering of g but says the same: the full
// name of an acronym, or a derivation.
func (r *recogniser) looselyMet(g *group) (stretch, How, bool) {
	if s, ok := r.expanded(g); ok {
		return s, HowAbbreviated, true
	}
	return r.derived(g)
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

// excused reports whether the Chinese says something that a may render: one of
// the words of unless_zh, and not just as a part of the term itself.
func (r *recogniser) excused(g *group, a *Avoid) bool {
	if len(a.UnlessZh) == 0 {
		return false
	}
	runes := []rune(r.zh)
	for _, words := range a.UnlessZh {
		word := foldRunes(words)
		for i := range runes {
			if startsWith(runes[i:], word) && !r.insideTerm(g.match.Term, span.Span{Start: i, End: i + len(word)}) {
				return true
			}
		}
	}
	return false
}

// insideTerm reports whether at (runes of the Chinese) lies in a match of t.
func (r *recogniser) insideTerm(t *Term, at span.Span) bool {
	return slices.ContainsFunc(r.matches, func(m Match) bool { return m.Term == t && m.Span.Contains(at) })
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
