package glossary

import (
	"slices"
	"strings"
)

// exchanged finds "B and A" for a rendering that has "A and B".
func (f *phrase) exchanged(i int) (end int, ok bool) {
	n, and := len(f.p.pieces), -1
	for k := 1; k < n-1; k++ {
		if isCoordinator(f.p.pieces[k].fold) {
			if and >= 0 {
				return 0, false
			}
			and = k
		}
	}
	if and < 0 || f.p.pieces[0].verb || i+n > len(f.r.atoms) {
		return 0, false
	}
	for k := range n {
		other := k
		switch k {
		case and - 1:
			other = and + 1
		case and + 1:
			other = and - 1
		}
		j := i + k
		if !f.fits(other, j, asIs) || k > 0 && f.r.atoms[j].gap > gapSoft {
			return 0, false
		}
		if f.p.pieces[other].content {
			f.hits = append(f.hits, j)
		}
	}
	return i + n, true
}

// pair finds two verbs with their objects, both in the passive, in either
// order: "power was delegated and administration streamlined".
func (f *phrase) pair(i int) (end int, ok bool) {
	n, and := len(f.p.pieces), -1
	for k := 1; k < n-1; k++ {
		if isCoordinator(f.p.pieces[k].fold) && f.p.pieces[k+1].verb {
			and = k
		}
	}
	if and < 2 || and > n-3 || !f.p.pieces[0].verb {
		return 0, false
	}
	first := split{p: f.p, head: [2]int{0, 1}, mod: [2]int{1, and}, verb: true}
	second := split{p: f.p, head: [2]int{and + 1, and + 2}, mod: [2]int{and + 2, n}, verb: true}
	for _, order := range [][2]*split{{&first, &second}, {&second, &first}} {
		f.hits = f.hits[:0]
		j, ok := passive(f, order[0], i)
		if !ok || j+1 >= len(f.r.atoms) || !isCoordinator(f.r.atoms[j].fold) {
			continue
		}
		if j, ok = f.sequence(order[1].mod[0], order[1].mod[1], j+1, asIs); !ok {
			continue
		}
		for j < len(f.r.atoms) && f.r.atoms[j].gap == gapSoft && (listed("auxiliary", f.r.atoms[j].fold) || strings.HasSuffix(f.r.atoms[j].fold, "ly")) {
			j++
		}
		if j, ok = f.sequence(order[1].head[0], order[1].head[1], j, asPast); ok {
			return j, true
		}
	}
	return 0, false
}

// lemmaIn is the word of a list that w is a form of, or w.
func lemmaIn(list, w string) string {
	for _, ending := range [...]string{"", "s", "d", "ed", "es"} {
		if stem, ok := strings.CutSuffix(w, ending); ok && listed(list, stem) {
			return stem
		}
	}
	switch w {
	case "grew", "grown":
		return "grow"
	case "rose", "risen":
		return "rise"
	case "fell", "fallen":
		return "fall"
	}
	return w
}

// isPreposition reports whether w is one of the common prepositions.
func isPreposition(w string) bool {
	switch w {
	case "of", "for", "on", "in", "to", "with", "from", "by", "against", "under", "between", "at", "about", "concerning", "regarding", "among", "over", "into", "through", "towards", "toward", "upon":
		return true
	}
	return false
}

// isTurning reports whether w joins a noun to what would stand before it:
// "management of risks".
func isTurning(w string) bool {
	switch w {
	case "of", "for", "with", "at", "in", "on", "to", "concerning", "regarding", "among", "between", "against", "about":
		return true
	}
	return false
}

// coordinates reports whether p has an "and" of its own.
func (p *pattern) coordinates() bool {
	return slices.ContainsFunc(p.pieces, func(q piece) bool { return isCoordinator(q.fold) })
}
