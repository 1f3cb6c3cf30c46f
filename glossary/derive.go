package glossary

import (
	"slices"
	"strings"
)

// maxForeign words may stand between the parts of a phrase that is turned
// round or made a verb: "the reduction of greenhouse gas emissions".
const maxForeign = 3

// shape is one way in which English says "risk management" otherwise: it tries
// the words from atom i on and tells behind which they end.
type shape func(f *phrase, s *split, i int) (end int, ok bool)

// shapes are tried in this order.
func shapes() []shape {
	return []shape{
		turned,     // management of risks
		possessive, // the Fund's deposits, for deposits of the Fund
		passive,    // risks must be managed; the risks that banks manage
		turning,    // emissions peaked
		madeSo,     // make finance inclusive
		active,     // manage their risks
		drivenBy,   // development driven by innovation
		adverbial,  // benefit mutually
		compound,   // emission reduction, for reduce emissions
		nested,     // uphold the Party's leadership
	}
}

// derived finds a free stretch that says a rendering of g in another shape:
// its words as other parts of speech, turned round, or with a word inside that
// the Chinese has beside the term. It takes the stretch. A name has no other
// shape.
func (r *recogniser) derived(g *group) (stretch, How, bool) {
	for _, p := range g.forms {
		if p.short || p.isPluralAdjective() {
			continue
		}
		if p.name || g.match.Term.wordForWord() {
			if s, ok := r.turnedName(p); ok {
				r.mark(s)
				return s, HowDerived, true
			}
			continue
		}
		kins, ok := r.kinsOf(p)
		if !ok {
			continue
		}
		f := &phrase{r: r, g: g, p: p, kins: kins}
		if s, how, ok := f.find(g); ok {
			r.mark(s)
			return s, how, true
		}
	}
	return stretch{}, "", false
}

// turnDirectly meets groups whose rendering is turned round within one phrase,
// before a coordination takes its words: in "the system of governance and the
// capacity for governance" nothing is shared.
func (r *recogniser) turnDirectly() {
	if !r.joins() {
		return
	}
	for _, g := range r.groups {
		if len(g.taken) > 0 || len(g.wrong) > 0 || g.match.Term.wordForWord() {
			continue
		}
		if slices.ContainsFunc(g.stretches, func(s stretch) bool { return s.fit.lowered }) {
			continue
		}
		for _, p := range g.forms {
			if s, ok := r.turnedDirectly(g, p); ok {
				r.take(g, s)
				break
			}
		}
	}
}

// turnedDirectly finds p turned round with nothing but a preposition and
// articles among its words.
func (r *recogniser) turnedDirectly(g *group, p *pattern) (stretch, bool) {
	if p.short || p.name || len(p.pieces) < 2 || p.isPluralAdjective() {
		return stretch{}, false
	}
	kins, ok := r.kinsOf(p)
	if !ok {
		return stretch{}, false
	}
	f := &phrase{r: r, g: g, p: p, kins: kins}
	splits := p.splits()
	for k := range splits {
		if splits[k].of || splits[k].verb {
			continue
		}
		for i := range r.atoms {
			f.hits = f.hits[:0]
			if r.isOneOfHeads(i) {
				continue
			}
			end, ok := turned(f, &splits[k], i)
			if !ok {
				continue
			}
			between := 0
			for j := i; j < end; j++ {
				if w := r.atoms[j].fold; !isArticle(w) && !slices.Contains(f.hits, j) {
					between++
				}
			}
			if between == 1 {
				return stretch{from: i, to: end, hits: slices.Clone(f.hits), pattern: p, how: HowDerived}, true
			}
		}
	}
	return stretch{}, false
}

// isOneOfHeads reports whether the head at i is joined to another one before it,
// with which it shares what follows: the system and capacity for governance.
func (r *recogniser) isOneOfHeads(i int) bool {
	if i > 0 && isArticle(r.atoms[i-1].fold) {
		i--
	}
	return i > 1 && isCoordinator(r.atoms[i-1].fold) && !r.used[i-2]
}

// wordForWord reports whether t is a name that has to stand word for word.
func (t *Term) wordForWord() bool {
	switch t.Kind {
	case KindBody, KindTitle, KindSlogan, KindPlace, KindPerson:
		return true
	}
	return false
}

// find tries the shapes of f.p from every atom on.
func (f *phrase) find(g *group) (stretch, How, bool) {
	try := func(at func(i int) (int, bool)) (stretch, bool) {
		for i := range f.r.atoms {
			f.hits = f.hits[:0]
			if end, ok := at(i); ok && len(f.hits) > 0 {
				return stretch{from: min(i, f.hits[0]), to: end, hits: slices.Clone(f.hits), pattern: f.p}, true
			}
		}
		return stretch{}, false
	}
	if s, ok := try(func(i int) (int, bool) { return f.inOrder(i, nil) }); ok {
		return s, HowDerived, true
	}
	if s, ok := try(func(i int) (int, bool) { return f.inOrder(i, g) }); ok {
		return s, f.howInside(), true
	}
	f.shared = [2]int{}
	splits := f.p.splits()
	for _, shape := range shapes() {
		for k := range splits {
			if s, ok := try(func(i int) (int, bool) { return shape(f, &splits[k], i) }); ok {
				return s, HowDerived, true
			}
		}
	}
	for _, shape := range []shape{turned, active} {
		for k := range splits {
			if s, ok := try(func(i int) (int, bool) { return f.sharedBehind(&splits[k], shape, i) }); ok {
				return s, HowCoordinated, true
			}
		}
	}
	f.shared = [2]int{}
	for _, other := range []func(i int) (int, bool){f.exchanged, f.pair} {
		if s, ok := try(other); ok {
			return s, HowDerived, true
		}
	}
	return stretch{}, "", false
}

// inOrder finds the words in their order as other parts of speech: emission
// reductions, carbon neutral, mutually benefit. With a group, words may stand
// among them that the Chinese has beside the term, but no form may change.
func (f *phrase) inOrder(i int, g *group) (end int, ok bool) {
	n := len(f.p.pieces)
	if n == 1 {
		f.hits = append(f.hits, i)
		k := f.kins[0][i]
		return i + 1, g == nil && !f.r.used[i] && k != kinNone && k != kinAdverb && k != kinAgent && !(k == kinQuality && f.hasOtherHead(i))
	}
	if f.p.pieces[0].verb {
		return 0, false
	}
	f.shared = [2]int{}
	if g != nil && i > 0 && (isCoordinator(f.r.atoms[i-1].fold) || f.r.atoms[i].gap == gapComma) {
		f.shared = [2]int{n - 1, n} // green and low-carbon economic development
	}
	adverbs, j := true, i
	for k := range f.p.pieces {
		q := &f.p.pieces[k]
		as := asModifier
		if k == n-1 {
			as = asNoun
		}
		fits := func(j int) bool {
			last := k == n-1 && (f.kins[k][j] == kinQuality && g == nil || adverbs && k > 0 && f.fits(k, j, asVerb) || f.kins[k][j] == kinAgent && f.r.speaksOfAgents(f.g))
			return j < len(f.r.atoms) && (f.fits(k, j, as) || last && !f.r.used[j])
		}
		if g != nil && k > 0 && j < len(f.r.atoms) && q.content && !fits(j) {
			j = f.r.behindVouched(g, j, fits)
		}
		if j >= len(f.r.atoms) || !fits(j) || k > 0 && f.r.atoms[j].gap > max(gapSoft, q.gap) {
			return 0, false
		}
		if q.content {
			f.hits = append(f.hits, j)
		}
		adverbs = adverbs && strings.HasSuffix(f.r.atoms[j].fold, "ly")
		j++
	}
	return j, true
}

// hasOtherHead reports whether the adjective at i, made from a rendering of one
// word, stands before a noun that no Chinese right behind the term asks for: the
// central parity is no center, but 和平解决 is a peaceful solution.
func (f *phrase) hasOtherHead(i int) bool {
	if f.endsPhrase(i+1) || !isAdjective(f.r.atoms[i].fold) {
		return false
	}
	return !f.r.goesOnWith(f.g, &f.r.atoms[i+1])
}

// howInside says what the words are that stand among those of the rendering: a
// list, or a modifier.
func (f *phrase) howInside() How {
	for k := 1; k < len(f.hits); k++ {
		for j := f.hits[k-1] + 1; j < f.hits[k]; j++ {
			if w := f.r.atoms[j].fold; isCoordinator(w) && !f.p.coordinates() {
				return HowCoordinated
			}
		}
	}
	return HowInflected
}
