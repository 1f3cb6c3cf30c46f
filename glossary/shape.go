package glossary

import "strings"

// turned finds the head before the modifier, joined by a preposition; what
// stands before all may stand behind all: "development of the bond market in
// Hong Kong".
func turned(f *phrase, s *split, i int) (end int, ok bool) {
	if s.lead[1] > s.lead[0] {
		all := *s
		all.lead = [2]int{}
		if j, ok := turned(f, &all, i); ok && j+1 < len(f.r.atoms) && isTurning(f.r.atoms[j].fold) && f.r.atoms[j].gap == gapSoft {
			if j++; isArticle(f.r.atoms[j].fold) {
				j++
			}
			if end, ok := f.sequence(s.lead[0], s.lead[1], j, asIs); ok {
				return end, true
			}
		}
		f.hits = f.hits[:0]
	}
	atoms := f.r.atoms
	j := i
	if s.lead[1] > s.lead[0] {
		if j, ok = f.sequence(s.lead[0], s.lead[1], j, asIs); !ok {
			return 0, false
		}
	}
	head := j
	if j, ok = f.sequence(s.head[0], s.head[1], j, asNoun); !ok || j >= len(atoms) || atoms[j].gap > gapSoft {
		return 0, false
	}
	w := atoms[j].fold
	if !isTurning(w) {
		return 0, false
	}
	if own := f.p.preposition(s); own != "" && w != own && (atoms[head].fold != f.p.pieces[s.head[0]].fold || w == "on" || own == "on") {
		return 0, false // rules on law, for "rule of law"
	}
	kept := len(f.hits)
	if end, ok = f.modifierBehind(s, j+1, maxForeign); ok && f.modifiesAnother(s, end) {
		return 0, false // a war on trade barriers, for "trade war"
	}
	if ok && s.lead[1] > s.lead[0] {
		ok = f.unchanged(s, kept) // not supply-side reform of structures
	}
	return end, ok
}

// modifiesAnother reports whether the modifier, one word that ends before atom
// end, stands before a noun that says more: trade barriers.
func (f *phrase) modifiesAnother(s *split, end int) bool {
	q, a := &f.p.pieces[s.mod[1]-1], &f.r.atoms[end-1]
	if s.mod[1]-s.mod[0] > 1 || f.endsPhrase(end) || q.fold != a.fold || capsOf(a.text) != capsNone || strings.HasSuffix(a.fold, "s") {
		return false
	}
	next := &f.r.atoms[end]
	return !listed("general", next.fold) && !isPreterite(next) && !strings.HasSuffix(next.fold, "ing") && !isPreposition(next.fold) && !f.r.vouched(f.g, next, true)
}

// unchanged reports whether the words of the modifier, which are the hits from
// kept on, stand in their own form.
func (f *phrase) unchanged(s *split, kept int) bool {
	for k := s.mod[0]; k < s.mod[1]; k++ {
		if f.p.pieces[k].content {
			if f.kins[k][f.hits[kept]] != kinSame {
				return false
			}
			kept++
		}
	}
	return true
}

// preposition is the one that joins head and modifier in the rendering itself.
func (p *pattern) preposition(s *split) string {
	if !s.of {
		return ""
	}
	return p.pieces[s.head[1]].fold
}

// modifierBehind finds the modifier from atom j on, behind at most foreign other
// words.
func (f *phrase) modifierBehind(s *split, j, foreign int) (end int, ok bool) {
	kept := len(f.hits)
	last := min(len(f.r.atoms), j+2*maxForeign)
	for n := 0; j < last && f.r.atoms[j].gap <= gapSoft; j++ {
		if end, ok := f.modifier(s, j); ok {
			return end, true
		}
		f.hits = f.hits[:kept]
		w := f.r.atoms[j].fold
		if isArticle(w) || isOwner(w) {
			continue
		}
		if n++; n > foreign || isPreposition(w) || isBe(w) || isCoordinator(w) && n == 1 || n > 1 && isPreterite(&f.r.atoms[j]) {
			break
		}
	}
	return 0, false
}

// modifier finds the modifier of s at atom j as a phrase of its own: what is
// only an adjective needs a noun that says no more.
func (f *phrase) modifier(s *split, j int) (end int, ok bool) {
	end, ok = f.sequence(s.mod[0], s.mod[1], j, asModifier)
	if !ok {
		return 0, false
	}
	last, atoms := s.mod[1]-1, f.r.atoms
	goesOn := end < len(atoms) && atoms[end].gap == gapSoft
	if !s.of && !s.verb && isAdjective(atoms[end-1].fold) {
		areas := goesOn && (strings.HasPrefix(atoms[end].fold, "area") || strings.HasPrefix(atoms[end].fold, "region"))
		if areas || goesOn && listed("general", atoms[end].fold) && !listed("adjectives", atoms[end-1].fold) {
			return end + 1, true
		}
		people := s.mod[1]-s.mod[0] == 1 && j > 0 && atoms[j-1].fold == "the" // services to the public
		return end, people && f.endsPhrase(end)
	}
	if f.p.pieces[last].join {
		return end, f.endsPhrase(end)
	}
	return end, true
}

// possessive finds the modifier before the head where the rendering has a
// preposition between them.
func possessive(f *phrase, s *split, i int) (end int, ok bool) {
	if !s.of || !isTurning(f.p.preposition(s)) {
		return 0, false
	}
	j, ok := f.sequence(s.mod[0], s.mod[1], i, asModifier)
	if !ok || j >= len(f.r.atoms) || f.r.atoms[j].gap > gapSoft {
		return 0, false
	}
	owner := f.r.atoms[j-1].fold
	owned := strings.HasSuffix(owner, "'s") || strings.HasSuffix(owner, "s'") || strings.HasSuffix(owner, "'")
	if !owned && f.r.atoms[j].fold != f.p.pieces[s.head[0]].fold {
		return 0, false // law rules, for "rule of law"
	}
	return f.sequence(s.head[0], s.head[1], j, asIs)
}

// isManner reports whether the word at j stands in "in a … way".
func (f *phrase) isManner(j int) bool {
	atoms := f.r.atoms
	if j < 2 || j+1 >= len(atoms) || atoms[j-2].fold != "in" || !isArticle(atoms[j-1].fold) || atoms[j+1].gap > gapSoft {
		return false
	}
	w := atoms[j+1].fold
	return w == "way" || w == "manner" || w == "fashion"
}

// compound finds the object before the head as a noun.
func compound(f *phrase, s *split, i int) (end int, ok bool) {
	switch {
	case s.verb:
		j, ok := f.sequence(s.mod[0], s.mod[1], i, asModifier)
		if !ok || j >= len(f.r.atoms) || f.r.atoms[j].gap > gapSoft {
			return 0, false
		}
		return f.sequence(s.head[0], s.head[1], j, asNoun)
	case s.of && s.head[1]-s.head[0] > 1 && isTurning(f.p.preposition(s)):
		// people-centered development philosophy, for "… philosophy of development"
		last := s.head[1] - 1
		j, ok := f.sequence(s.head[0], last, i, asIs)
		if ok {
			j, ok = f.sequence(s.mod[0], s.mod[1], j, asIs)
		}
		if !ok || !f.p.pieces[last-1].content {
			return 0, false
		}
		return f.sequence(last, last+1, j, asIs)
	}
	return 0, false
}

// nested finds a verb with its object in another shape.
func nested(f *phrase, s *split, i int) (end int, ok bool) {
	if !s.verb || s.mod[1]-s.mod[0] < 2 {
		return 0, false
	}
	j, ok := f.sequence(s.head[0], s.head[1], i, asVerb)
	if !ok {
		return 0, false
	}
	if j < len(f.r.atoms) && (isArticle(f.r.atoms[j].fold) || isOwner(f.r.atoms[j].fold)) {
		j++
	}
	kept := len(f.hits)
	objects := f.p.splitsIn(s.mod[0], s.mod[1])
	for k := range objects {
		for _, shape := range []shape{turned, possessive} {
			f.hits = f.hits[:kept]
			if j < len(f.r.atoms) && f.r.atoms[j].gap == gapSoft {
				if end, ok := shape(f, &objects[k], j); ok {
					return end, true
				}
			}
		}
	}
	return 0, false
}
