package glossary

import (
	"slices"

	"duizhao/lang/english"
)

// maxHeads is how many words may stand between a head and the preposition
// before what it shares with other heads.
const maxHeads = 7

// sharedHead finds p where its heads and another's share what a preposition
// joins to both: the "system and capacity for governance", "laws, plans and
// policies on energy".
func (r *recogniser) sharedHead(g *group, p *pattern) (stretch, bool) {
	if p.name || p.short || len(p.pieces) < 2 || !r.joins() {
		return stretch{}, false
	}
	kins, ok := r.kinsOf(p)
	if !ok {
		return stretch{}, false
	}
	f := &phrase{r: r, p: p, kins: kins}
	splits := p.splits()
	for k := range splits {
		s := &splits[k]
		if s.verb || s.lead[1] > s.lead[0] {
			continue
		}
		f.shared = s.mod
		for i := range r.atoms {
			f.hits = f.hits[:0]
			if end, ok := f.headOfMany(g, s, i); ok {
				return stretch{from: i, to: end, hits: slices.Clone(f.hits), pattern: p, how: HowCoordinated}, true
			}
		}
	}
	return stretch{}, false
}

// joins reports whether the unit has a coordinator.
func (r *recogniser) joins() bool {
	return slices.ContainsFunc(r.atoms, func(a atom) bool { return isCoordinator(a.fold) })
}

// headOfMany finds the head of s at atom i, as one of several before or behind
// others, and then what they share.
func (f *phrase) headOfMany(g *group, s *split, i int) (end int, ok bool) {
	atoms := f.r.atoms
	j, ok := f.sequence(s.head[0], s.head[1], i, asNoun)
	if !ok {
		return 0, false
	}
	if j+1 < len(atoms) && isTurning(atoms[j].fold) && isCoordinator(atoms[j+1].fold) {
		j++ // capacity of and systems for governance
	}
	last := i > 0 && (isCoordinator(atoms[i-1].fold) || i > 1 && isArticle(atoms[i-1].fold) && isCoordinator(atoms[i-2].fold))
	if j < len(atoms) && (isCoordinator(atoms[j].fold) || atoms[j].gap == gapComma) {
		j, last = f.r.behindHeads(g, j), false
	} else if !last {
		return 0, false
	}
	if j+1 >= len(atoms) || !isTurning(atoms[j].fold) || atoms[j].gap > gapSoft {
		return 0, false
	}
	if own := f.p.preposition(s); own != "" && own != atoms[j].fold {
		return 0, false
	}
	kept := len(f.hits)
	end, ok = f.modifierBehind(s, j+1, 0)
	return end, ok && (!last || f.r.used[f.hits[kept]])
}

// behindHeads is the preposition behind a list of heads that goes on at atom j,
// or len(atoms) where something else than heads stands there.
func (r *recogniser) behindHeads(g *group, j int) int {
	joined, foreign := false, 0
	for n := j; n < min(len(r.atoms), j+maxHeads) && r.atoms[n].gap <= gapComma; n++ {
		w := r.atoms[n].fold
		switch {
		case isTurning(w) && n > j && !isFunction(r.atoms[n-1].fold):
			if !joined || foreign > 1 || foreign == 1 && w != "of" { // the system, and push for
				return len(r.atoms)
			}
			return n
		case isCoordinator(w):
			joined = true
		case !isArticle(w) && !isOwner(w) && !r.inRendering(w) && !isNominal(w) && !r.vouched(g, &r.atoms[n], true):
			foreign++
		}
	}
	return len(r.atoms)
}

// sharedBehind finds s in a shape whose head serves another term already, with
// a list behind it: "management of liquidity and risks", "manage costs and
// risks".
func (f *phrase) sharedBehind(s *split, shape shape, i int) (end int, ok bool) {
	f.shared = s.head
	if end, ok = shape(f, s, i); !ok || s.lead[1] > s.lead[0] {
		return 0, false
	}
	heads := 0
	for k := s.head[0]; k < s.head[1]; k++ {
		if f.p.pieces[k].content {
			heads++
		}
	}
	atoms, first, last := f.r.atoms, f.hits[heads], f.hits[len(f.hits)-1]
	if isArticle(atoms[first-1].fold) || isOwner(atoms[first-1].fold) {
		first--
	}
	before := isCoordinator(atoms[first-1].fold) || atoms[first].gap == gapComma
	behind := last+1 < len(atoms) && (isCoordinator(atoms[last+1].fold) || atoms[last+1].gap == gapComma)
	return end, before || behind
}

// maxNames is how many words a list of names may have.
const maxNames = 30

// sharedName finds a name whose head stands in the plural before a list: the
// "Ministries of Finance, Commerce, and Justice".
func (r *recogniser) sharedName(p *pattern) (stretch, bool) {
	of := slices.IndexFunc(p.pieces, func(q piece) bool { return q.fold == "of" || q.fold == "for" })
	if !p.name || p.avoid != nil || of < 1 || of == len(p.pieces)-1 {
		return stretch{}, false
	}
	head := &p.pieces[of-1]
	for i := range r.atoms {
		at, ok := r.nameAt(p, 0, of, i)
		if !ok || at >= len(r.atoms) || r.atoms[at].fold != p.pieces[of].fold || !english.IsPlural(head.fold, r.atoms[at-1].fold) {
			continue
		}
		for j := at + 1; j < min(len(r.atoms), at+maxNames) && r.inNames(j); j++ {
			if end, ok := r.nameAt(p, of+1, len(p.pieces), j); ok && r.beginsName(j) && r.endsName(end) && r.free(stretch{from: j, to: end}) {
				s := stretch{from: i, to: end, pattern: p, how: HowCoordinated}
				for k := i; k < end; k++ {
					if k < at || k >= j {
						s.hits = append(s.hits, k)
					}
				}
				return s, true
			}
		}
	}
	return stretch{}, false
}

// inNames reports whether a list of names may go on with atom j.
func (r *recogniser) inNames(j int) bool {
	a := &r.atoms[j]
	return a.gap <= gapComma && (capsOf(a.text) != capsNone || isFunction(a.fold))
}

// beginsName reports whether a name of a list may begin with atom j.
func (r *recogniser) beginsName(j int) bool {
	before := r.atoms[j-1].fold
	return r.atoms[j].gap == gapComma || isCoordinator(before) || isArticle(before) || before == "of" || before == "for"
}

// endsName reports whether a name may end before atom j.
func (r *recogniser) endsName(j int) bool {
	return j == len(r.atoms) || r.atoms[j].gap > gapSoft || isFunction(r.atoms[j].fold) || capsOf(r.atoms[j].text) == capsNone
}
