package glossary

import "strings"

// exchanged finds "B and A" for a rendering that has "A and B", and adjectives
// joined without the "and": green, low-carbon development.
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
	if and < 0 || f.p.pieces[0].verb {
		return 0, false
	}
	from, to := and-1, and+2 // one word each, or one joined by hyphens
	for from > 0 && f.p.pieces[from].join {
		from--
	}
	for to < n && f.p.pieces[to].join {
		to++
	}
	other := make([]int, 0, n)
	add := func(from, to int) {
		for k := from; k < to; k++ {
			other = append(other, k)
		}
	}
	add(0, from)
	add(and+1, to)
	other = append(other, and)
	add(from, and)
	add(to, n)
	if end, ok := f.words(other, i); ok {
		return end, true
	}
	if to == n {
		return 0, false
	}
	f.hits, other = f.hits[:0], other[:0]
	add(0, and)
	add(and+1, n)
	return f.words(other, i)
}

// words finds pieces as they are one behind the other; a comma may stand among
// them.
func (f *phrase) words(pieces []int, j int) (end int, ok bool) {
	for at, k := range pieces {
		if j >= len(f.r.atoms) || !f.fits(k, j, asIs) || at > 0 && f.r.atoms[j].gap > gapComma {
			return 0, false
		}
		if f.p.pieces[k].content {
			f.hits = append(f.hits, j)
		}
		j++
	}
	return j, true
}

// pair finds two phrases joined by "and", each in another shape, in either
// order: "conserve energy and reduce emissions", "power was delegated and
// administration streamlined".
func (f *phrase) pair(i int) (end int, ok bool) {
	n := len(f.p.pieces)
	for and := 2; and < n-2; and++ {
		if !isCoordinator(f.p.pieces[and].fold) {
			continue
		}
		first, second := f.p.splitsIn(0, and), f.p.splitsIn(and+1, n)
		for _, order := range [][2][]split{{first, second}, {second, first}} {
			for k := range order[0] {
				f.hits = f.hits[:0]
				if end, ok := f.pairOf(&order[0][k], order[1], i); ok {
					return end, true
				}
			}
		}
	}
	return 0, false
}

// pairOf finds one phrase at atom i and one of others behind "and", in the same
// shape.
func (f *phrase) pairOf(one *split, others []split, i int) (end int, ok bool) {
	for _, both := range [][2]shape{{active, active}, {passive, passive}, {passive, participle}, {turned, turned}, {compound, compound}} {
		f.hits = f.hits[:0]
		j, ok := both[0](f, one, i)
		if !ok || j+1 >= len(f.r.atoms) || !isCoordinator(f.r.atoms[j].fold) {
			continue
		}
		kept := len(f.hits)
		for k := range others {
			f.hits = f.hits[:kept]
			if end, ok := both[1](f, &others[k], j+1); ok {
				return end, true
			}
		}
	}
	return 0, false
}

// participle finds the head as a participle behind its object, "be" left out.
func participle(f *phrase, s *split, i int) (end int, ok bool) {
	j, ok := f.sequence(s.mod[0], s.mod[1], i, asIs)
	if !ok {
		return 0, false
	}
	for j < len(f.r.atoms) && f.r.atoms[j].gap == gapSoft && (listed("auxiliary", f.r.atoms[j].fold) || strings.HasSuffix(f.r.atoms[j].fold, "ly")) {
		j++
	}
	return f.sequence(s.head[0], s.head[1], j, asPast)
}
