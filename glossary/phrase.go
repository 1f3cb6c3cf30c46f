package glossary

import (
	"slices"
	"strings"
)

// split is a rendering taken apart as English takes it apart: what stands
// before all (all-around), the modifier (rural) and the head (revitalization).
type split struct {
	p         *pattern
	lead      [2]int
	mod, head [2]int
	of        bool // the head stands before the modifier, joined by a preposition
	verb      bool // the head is a verb and the modifier its object
}

// splits takes p apart in every way that it can be.
func (p *pattern) splits() []split { return p.splitsIn(0, len(p.pieces)) }

// splitsIn is splits for the pieces [start, n).
func (p *pattern) splitsIn(start, n int) []split {
	if p.pieces[start].verb {
		verbs := start + 1
		for verbs+1 < n && isCoordinator(p.pieces[verbs].fold) && p.pieces[verbs+1].verb {
			verbs += 2
		}
		object := verbs
		for object < n && !p.pieces[object].content {
			object++
		}
		if object == n {
			return nil
		}
		return []split{{p: p, head: [2]int{start, verbs}, mod: [2]int{object, n}, verb: true}}
	}
	at := start + slices.IndexFunc(p.pieces[start:n], func(q piece) bool { return isPreposition(q.fold) })
	if at > start && at < n-1 {
		mod := at + 1
		if isArticle(p.pieces[mod].fold) && mod < n-1 {
			mod++
		}
		return []split{{p: p, head: [2]int{start, at}, mod: [2]int{mod, n}, of: true}}
	}
	var out []split
	if gerund := p.pieces[start].fold; n-start > 1 && p.pieces[start+1].gap == gapSoft && strings.HasSuffix(gerund, "ing") && p.pieces[n-1].content {
		out = append(out, split{p: p, head: [2]int{start, start + 1}, mod: [2]int{start + 1, n}}) // expanding demand
	}
	for head := start + 1; head < n; head++ {
		if !p.pieces[head].content || !p.pieces[head-1].content {
			continue
		}
		for mod := start; mod < head; mod++ {
			if mod == start || p.pieces[mod].content && p.pieces[mod-1].content {
				out = append(out, split{p: p, lead: [2]int{start, mod}, mod: [2]int{mod, head}, head: [2]int{head, n}})
			}
		}
	}
	return out
}

// single reports whether the head is one word, or words joined by "and", so
// that it can be turned into verbs.
func (s *split) single() bool {
	for k := s.head[0]; k < s.head[1]; k++ {
		if q := &s.p.pieces[k]; (k-s.head[0])%2 == 1 != isCoordinator(q.fold) {
			return false
		}
	}
	return true
}

// role is the part that words play in a phrase; it says in which forms they may
// stand.
type role uint8

const (
	asIs       role = iota // in their own form
	asModifier             // or in that of another part of speech
	asNoun                 // as nouns
	asVerb                 // as verbs
	asPast                 // as past participles
)

// phrase is the work of finding one rendering in another shape.
type phrase struct {
	r    *recogniser
	p    *pattern
	g    *group
	kins [][]kin // of each piece with each atom
	hits []int   // atoms that render pieces, of the attempt under way

	shared [2]int // pieces that may stand at words which serve another term
}

// fits reports whether atom j can be piece k in this role.
func (f *phrase) fits(k, j int, as role) bool {
	q, a := &f.p.pieces[k], &f.r.atoms[j]
	if !q.content {
		return q.fold == a.fold
	}
	if f.r.used[j] && (k < f.shared[0] || k >= f.shared[1]) {
		return false
	}
	n := f.kins[k][j]
	gerund := len(a.fold) > 4 && a.fold[len(a.fold)-3:] == "ing"
	switch as {
	case asIs:
		return n == kinSame
	case asModifier:
		return n == kinSame || (n == kinQuality || n == kinAdverb || n == kinNoun) && !isParticiple(q.fold)
	case asNoun:
		return n == kinSame || n == kinNoun || n == kinVerb && gerund
	case asVerb:
		return n == kinVerb || n == kinSame && (gerund || !isNominal(a.fold))
	}
	third := a.fold[len(a.fold)-1] == 's'
	return !gerund && !third && (n == kinVerb || n == kinSame && !isNominal(a.fold))
}

// sequence finds the pieces [from, to) one behind the other from atom j on: the
// last one, and those joined to it, in the role given, the others as they are
// or, in a modifier, as another part of speech. An article may stand before a
// word, and in a modifier a list: "air, water and soil pollution".
func (f *phrase) sequence(from, to, j int, as role) (end int, ok bool) {
	atoms := f.r.atoms
	for k := from; k < to; k++ {
		if k > from && j < len(atoms) && isArticle(atoms[j].fold) && !isArticle(f.p.pieces[k].fold) {
			j++
		}
		if isArticle(f.p.pieces[k].fold) && (j >= len(atoms) || !isArticle(atoms[j].fold)) {
			continue
		}
		form := as
		if as != asModifier && k < to-1 && !(k+1 < to && isCoordinator(f.p.pieces[k+1].fold)) {
			form = asIs
		}
		stands := func(j int) bool { return j < len(atoms) && f.fits(k, j, form) }
		if k > from && as == asModifier && j < len(atoms) && !stands(j) && (atoms[j].gap == gapComma || isCoordinator(atoms[j].fold)) {
			j = f.behindList(j, stands)
		}
		if !stands(j) || k > from && atoms[j].gap > gapSoft && !(f.p.pieces[k].gap >= atoms[j].gap) {
			return 0, false
		}
		if f.p.pieces[k].content {
			f.hits = append(f.hits, j)
		}
		j++
	}
	return j, true
}

// behindList is the first atom behind j, in the same list, that stands.
func (f *phrase) behindList(j int, stands func(int) bool) int {
	for n := j; n < min(len(f.r.atoms), j+maxList) && f.r.atoms[n].gap <= gapComma; n++ {
		if f.r.atoms[n].gap == gapSoft && stands(n) {
			return n
		}
	}
	return j
}

// maxList is how many words of a list may stand inside a modifier.
const maxList = 6

// kinsOf compares every piece with every atom; ok is false where a piece has
// no word at all.
func (r *recogniser) kinsOf(p *pattern) (kins [][]kin, ok bool) {
	for k := range p.pieces {
		if p.pieces[k].content && !slices.ContainsFunc(r.atoms, func(a atom) bool { return a.fold[0] == p.pieces[k].fold[0] }) {
			return nil, false
		}
	}
	kins = make([][]kin, len(p.pieces))
	for k := range p.pieces {
		q := &p.pieces[k]
		kins[k] = make([]kin, len(r.atoms))
		if !q.content {
			continue // a rendering may end in such a word: "lead to"
		}
		found := false
		for j := range r.atoms {
			kins[k][j] = q.kinOf(&r.atoms[j])
			found = found || kins[k][j] != kinNone
		}
		if !found {
			return nil, false
		}
	}
	return kins, true
}
