package glossary

import (
	"slices"

	"duizhao/lang/english"
)

// appendForms appends the patterns that may meet m in a document of this date.
func (r *recogniser) appendForms(out []*pattern, e *compiled, m Match) []*pattern {
	for sense := range m.Term.Senses {
		if sense != m.Sense && !(m.Ambiguous && m.Term.Senses[sense].When.Empty()) {
			continue
		}
		patterns := e.patternsOf(sense)
		for i := range patterns {
			if p := &patterns[i]; p.rendering == nil || p.rendering.Period.Holds(r.c.Date) {
				out = append(out, p)
			}
		}
	}
	return out
}

// search finds where the forms of g stand, and where those that it avoids do.
// A form inside a longer avoided one does not count: the "Belt and Road" of
// "Belt and Road Strategy". Nor does an inflected one that is avoided as such.
func (r *recogniser) search(g *group) {
	g.wrong = slices.DeleteFunc(r.findWrong(g), func(s stretch) bool {
		return r.excused(g, s.pattern.avoid)
	})
	for _, p := range g.forms {
		g.stretches = r.find(g.stretches, p, r.capitals)
	}
	if len(g.wrong) > 0 {
		g.stretches = slices.DeleteFunc(g.stretches, g.isWrong)
	}
}

// isWrong reports whether s is, or is part of, what g avoids.
func (g *group) isWrong(s stretch) bool {
	return slices.ContainsFunc(g.wrong, func(w stretch) bool {
		inside := w.from <= s.from && s.to <= w.to
		longer := w.to-w.from > s.to-s.from
		return inside && (longer || !w.fit.inflected && s.fit.inflected)
	})
}

// find appends to dst all places where p stands.
func (r *recogniser) find(dst []stretch, p *pattern, capitals bool) []stretch {
	first := p.pieces[0].fold[0]
	for i := range r.atoms {
		if r.atoms[i].fold[0] != first {
			continue
		}
		if end, f, ok := p.at(r.atoms, i, capitals); ok {
			dst = append(dst, stretch{from: i, to: end, pattern: p, fit: f})
		}
	}
	if p.pieces[0].verb && len(p.pieces) > 1 {
		dst = r.findPassive(dst, p, capitals)
	}
	return dst
}

// findWrong finds what g avoids in a document of this date.
func (r *recogniser) findWrong(g *group) []stretch {
	if g.match.Ambiguous {
		return g.wrong // what is wrong in one sense may be right in the other
	}
	patterns := g.entry.avoidsOf(g.match.Sense)
	for i := range patterns {
		if p := &patterns[i]; p.avoid.Period.Holds(r.c.Date) {
			g.wrong = r.find(g.wrong, p, false)
		}
	}
	return g.wrong
}

// findPassive appends the places where a verb stands behind its object in the
// passive: "emissions have been reduced" for "reduce emissions".
func (r *recogniser) findPassive(dst []stretch, p *pattern, capitals bool) []stretch {
	participle := ""
	for i := range r.atoms {
		object, f, ok := p.part(1, len(p.pieces), r.atoms, i, capitals)
		if !ok {
			continue
		}
		if participle == "" {
			participle = english.Fold(english.PastParticiple(p.pieces[0].fold))
		}
		auxiliary := false
		for j := object; j <= object+maxVerbGap && j < len(r.atoms) && r.atoms[j].gap == gapSoft; j++ {
			if auxiliary && r.atoms[j].fold == participle {
				f.inflected = true
				dst = append(dst, stretch{from: i, to: j + 1, pattern: p, fit: f})
				break
			}
			auxiliary = auxiliary || isBe(r.atoms[j].fold)
		}
	}
	return dst
}

// isBe reports whether w is a form of "be" that makes a passive.
func isBe(w string) bool {
	switch w {
	case "is", "are", "was", "were", "be", "been", "being":
		return true
	}
	return false
}
