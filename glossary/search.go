package glossary

import "slices"

// forms are the patterns that may meet m in a document of this date.
func (r *recogniser) forms(e *compiled, m Match) []*pattern {
	var out []*pattern
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
	g.wrong = slices.DeleteFunc(r.find(nil, r.avoids(g), false), func(s stretch) bool {
		return r.excused(g, s.pattern.avoid)
	})
	g.stretches = r.find(nil, g.forms, r.capitals)
	if len(g.wrong) > 0 {
		g.stretches = slices.DeleteFunc(g.stretches, g.isWrong)
	}
}

// isWrong reports whether s is, or is part of, what g avoids.
func (g *group) isWrong(s stretch) bool {
	return slices.ContainsFunc(g.wrong, func(w stretch) bool {
		inside := w.from <= s.from && s.to <= w.to
		longer := w.to-w.from > s.to-s.from
		return inside && !w.fit.inflected && (longer || s.fit.inflected)
	})
}

// find appends to dst all places where one of patterns stands.
func (r *recogniser) find(dst []stretch, patterns []*pattern, capitals bool) []stretch {
	for _, p := range patterns {
		first := p.pieces[0].fold[0]
		for i := range r.atoms {
			if r.atoms[i].fold[0] != first {
				continue
			}
			if end, f, ok := p.at(r.atoms, i, capitals); ok {
				dst = append(dst, stretch{from: i, to: end, pattern: p, fit: f})
			}
		}
	}
	return dst
}
