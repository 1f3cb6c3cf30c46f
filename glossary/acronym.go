package glossary

import (
	"slices"

	"duizhao/lang/lexicon"
)

// minAcronym is the shortest acronym whose letters are enough to know its full
// name by.
const minAcronym = 3

// expanded finds the full name for which the rendering of g, an acronym,
// stands, and takes it: "World Trade Organization" for WTO. Initials are not
// enough, for the World Tourism Organization has the same: the name must be
// known for this Chinese.
func (r *recogniser) expanded(g *group) (stretch, bool) {
	for _, p := range g.forms {
		if p.rendering != nil && !p.isAcronym() && !p.isNumbered() {
			return stretch{}, false // the entry says what the full name is
		}
	}
	for _, p := range g.forms {
		for i := range r.atoms {
			end := r.numbered(p, i)
			if end == 0 && p.isAcronym() {
				end = spells(r.atoms, i, p.pieces[0].fold, false)
				if end > 0 && !isNameOf(g.match.Term, r.atoms[i:end]) {
					end = 0
				}
			}
			if end > 0 {
				s := stretch{from: i, to: end, pattern: p}
				if r.free(s) {
					r.mark(s)
					return s, true
				}
			}
		}
	}
	return stretch{}, false
}

// isNameOf reports whether words are, or end in, what the lexicon has for t.
// Other terms do not tell: one that does not occur changes no receipt.
func isNameOf(t *Term, words []atom) bool {
	for _, zh := range append([]string{t.Zh}, t.ZhAlso...) {
		e, ok := lexicon.Default().Lookup(zh)
		if !ok {
			continue
		}
		for _, s := range e.Senses {
			for _, en := range s.En {
				name := atomise(nil, en)
				if n := len(words) - len(name); len(name) > 1 && n >= 0 && equalWords(words[n:], name) {
					return true
				}
			}
		}
	}
	return false
}

func equalWords(a, b []atom) bool {
	return slices.EqualFunc(a, b, func(a, b atom) bool { return a.fold == b.fold })
}

func (p *pattern) isAcronym() bool {
	return len(p.pieces) == 1 && p.pieces[0].caps == capsAll && len(p.pieces[0].fold) >= minAcronym
}

// isNumbered reports whether p is a letter and a number: G20.
func (p *pattern) isNumbered() bool {
	w := p.pieces[0].text
	return len(p.pieces) == 1 && 1 < len(w) && len(w) < 4 && 'A' <= w[0] && w[0] <= 'Z' && '1' <= w[1] && w[1] <= '9'
}

// numbered returns where the words from i end that say G20 in full, the "Group
// of Twenty", or 0.
func (r *recogniser) numbered(p *pattern, i int) int {
	if !p.isNumbered() || i+2 >= len(r.atoms) || r.atoms[i+1].fold != "of" {
		return 0
	}
	words, ok := spelled(p.pieces[0].text[1:])
	if a := &r.atoms[i]; !ok || len(a.text) < 2 || a.text[0] != p.pieces[0].text[0] || r.atoms[i+2].fold != words {
		return 0
	}
	return i + 3
}

// minPlain is the shortest acronym that words without capitals may spell.
const minPlain = 4

// spells returns where the words from i end whose initials are those of
// acronym, or 0. Small function words do not count; all others have a capital,
// unless plain says that the words beside them vouch for it, or the acronym is
// long.
func spells(atoms []atom, i int, acronym string, plain bool) int {
	long := len(acronym) >= minPlain
	for j := i; j < len(atoms) && (j == i || atoms[j].gap == gapSoft); j++ {
		a := &atoms[j]
		capital := capsOf(a.text) != capsNone || plain || long && !isFunction(a.fold)
		switch {
		case capital && len(a.fold) > 1 && a.fold[0] == acronym[0]:
			if acronym = acronym[1:]; acronym == "" {
				return j + 1
			}
		case j == i || !isFunction(a.fold):
			return 0
		}
	}
	return 0
}

// acronym compares an acronym in one of the two with the words that it stands
// for in the other, from piece k and word j on: the "National People's
// Congress" of its Standing Committee is the NPC. Alone, an acronym is told by
// the entry.
func (p *pattern) acronym(k, to int, atoms []atom, j int) (pieces, words int, f fit, ok bool) {
	q, a := &p.pieces[k], &atoms[j]
	if p.avoid != nil || len(p.pieces) == 1 {
		return 0, 0, fit{}, false
	}
	if q.caps == capsAll {
		if end := spells(atoms, j, q.fold, true); end > 0 {
			return 1, end - j, fit{shortened: true}, true
		}
	}
	if a.gap == gapOpen || len(a.text) < 2 || a.text[1] < 'A' || a.text[1] > 'Z' || capsOf(a.text) != capsAll {
		return 0, 0, fit{}, false
	}
	if n := p.spelt(k, to, a.fold); n > 0 && n < len(p.pieces) {
		return n, 1, fit{shortened: true}, true
	}
	return 0, 0, fit{}, false
}

// spelt is how many pieces from k on the acronym stands for, or 0.
func (p *pattern) spelt(k, to int, acronym string) int {
	for i := k; i < to; i++ {
		q := &p.pieces[i]
		switch {
		case q.fold[0] == acronym[0]:
			if acronym = acronym[1:]; acronym == "" {
				return i + 1 - k
			}
		case i == k || q.content:
			return 0
		}
	}
	return 0
}
