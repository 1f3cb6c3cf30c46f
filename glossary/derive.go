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
		f := &phrase{r: r, p: p, kins: kins}
		if s, how, ok := f.find(g); ok {
			r.mark(s)
			return s, how, true
		}
	}
	return stretch{}, "", false
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
	splits := f.p.splits()
	for _, shape := range shapes() {
		for k := range splits {
			if s, ok := try(func(i int) (int, bool) { return shape(f, &splits[k], i) }); ok {
				return s, HowDerived, true
			}
		}
	}
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
		return i + 1, g == nil && !f.r.used[i] && f.kins[0][i] != kinNone && f.kins[0][i] != kinAdverb
	}
	if f.p.pieces[0].verb {
		return 0, false
	}
	adverbs, j := true, i
	for k := range f.p.pieces {
		q := &f.p.pieces[k]
		as := asModifier
		if k == n-1 {
			as = asNoun
		}
		fits := func(j int) bool {
			last := k == n-1 && (f.kins[k][j] == kinQuality && g == nil || adverbs && k > 0 && f.fits(k, j, asVerb))
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
	if end, ok = f.modifierBehind(s, j+1, maxForeign); ok && s.lead[1] > s.lead[0] {
		ok = f.unchanged(s, kept) // not supply-side reform of structures
	}
	return end, ok
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
		return 0, false
	}
	if f.p.pieces[last].join && goesOn {
		w := atoms[end].fold
		return end, isFunction(w) || listed("following", w) || listed("auxiliary", w) || strings.HasSuffix(w, "ly")
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

// active finds the head as a verb before its object.
func active(f *phrase, s *split, i int) (end int, ok bool) {
	if s.lead[1] > s.lead[0] || s.verb || !s.single() {
		return 0, false
	}
	j, ok := f.sequence(s.head[0], s.head[1], i, asVerb)
	if !ok || f.isAttribute(s, i, j) {
		return 0, false
	}
	noun := f.kins[s.head[0]][i] == kinSame && !strings.HasSuffix(f.r.atoms[i].fold, "ing") // it may be: cut, market
	kept := len(f.hits)
	end, ok = f.modifierBehind(s, j, maxForeign)
	if ok && noun && !f.isVerbHere(i, j) && !f.isOtherNumber(s.mod[1]-1, end-1) {
		return 0, false // market capital, for "capital market"; but cut taxes
	}
	if ok && f.hits[kept] == j && isParticiple(f.r.atoms[i].fold) && !f.hasSubject(i) {
		return 0, false // planned development, for "development plan"
	}
	return end, ok
}

// isOtherNumber reports whether piece k stands at j in another number.
func (f *phrase) isOtherNumber(k, j int) bool {
	return f.kins[k][j] == kinSame && f.r.atoms[j].fold != f.p.pieces[k].fold
}

// isVerbHere reports whether the word at i, which may be a noun, has the
// neighbours of a verb.
func (f *phrase) isVerbHere(i, j int) bool {
	if j < len(f.r.atoms) && (isArticle(f.r.atoms[j].fold) || isOwner(f.r.atoms[j].fold)) {
		return true
	}
	return i > 0 && f.r.atoms[i].gap == gapSoft && (listed("auxiliary", f.r.atoms[i-1].fold) || isPronoun(f.r.atoms[i-1].fold))
}

// hasSubject reports whether what stands before i may be the subject of a verb
// there.
func (f *phrase) hasSubject(i int) bool {
	if i == 0 || f.r.atoms[i].gap > gapSoft {
		return false
	}
	before := f.r.atoms[i-1].fold
	return !isFunction(before) && !isAdjective(before) || listed("auxiliary", before) || before == "and"
}

func isOwner(w string) bool { return w == "its" || w == "their" || w == "our" }

func isPronoun(w string) bool {
	switch w {
	case "we", "they", "it", "he", "she", "i", "you", "who", "which", "that":
		return true
	}
	return false
}

// isAttribute reports whether the word at i is no verb but stands as a
// participle or a noun before what would be its object: a protected
// environment, the management risks.
func (f *phrase) isAttribute(s *split, i, j int) bool {
	if i == 0 || j >= len(f.r.atoms) || f.r.atoms[i].gap > gapSoft || isArticle(f.r.atoms[j].fold) {
		return false
	}
	before := f.r.atoms[i-1].fold
	article := isArticle(before) || isOwner(before) || strings.HasSuffix(before, "'s")
	return article && !strings.HasSuffix(f.r.atoms[i].fold, "ing")
}

// passive finds the head as a participle behind its object, with a form of "be"
// between them or "by" behind, or as a verb in a relative clause.
func passive(f *phrase, s *split, i int) (end int, ok bool) {
	if s.lead[1] > s.lead[0] || !s.single() {
		return 0, false
	}
	j, ok := f.modifier(s, i)
	if !ok {
		return 0, false
	}
	atoms := f.r.atoms
	be, relative := false, j < len(atoms) && (atoms[j].fold == "that" || atoms[j].fold == "which")
	kept := len(f.hits)
	for n := 0; n <= maxBetween && j < len(atoms) && atoms[j].gap == gapSoft; n++ {
		as := asPast
		if relative && !be {
			as = asVerb
		}
		if end, ok := f.sequence(s.head[0], s.head[1], j, as); ok {
			by := end < len(atoms) && atoms[end].fold == "by" && n == 0
			return end, be || by || relative && n > 1
		}
		f.hits = f.hits[:kept]
		w := atoms[j].fold
		be = be || isBe(w)
		if !relative && !listed("auxiliary", w) && !strings.HasSuffix(w, "ly") {
			break
		}
		j++
	}
	return 0, false
}

// turning finds the head as a verb that its object does by itself.
func turning(f *phrase, s *split, i int) (end int, ok bool) {
	if s.lead[1] > s.lead[0] || s.head[1]-s.head[0] != 1 {
		return 0, false
	}
	j, ok := f.sequence(s.mod[0], s.mod[1], i, asModifier)
	if !ok || isAdjective(f.r.atoms[j-1].fold) {
		return 0, false
	}
	atoms := f.r.atoms
	for n := 0; n <= maxForeign && j < len(atoms) && atoms[j].gap == gapSoft; n++ {
		verb := listed("turning", lemmaIn("turning", atoms[j].fold))
		if verb && f.fits(s.head[0], j, asVerb) && !strings.HasSuffix(atoms[j].fold, "ing") {
			f.hits = append(f.hits, j)
			last := j+1 == len(atoms) || atoms[j+1].gap > gapSoft
			return j + 1, last || listed("following", atoms[j+1].fold) || atoms[j+1].fold[0] <= '9' || strings.HasSuffix(atoms[j+1].fold, "ly")
		}
		if !listed("auxiliary", atoms[j].fold) && !strings.HasSuffix(atoms[j].fold, "ly") {
			break
		}
		j++
	}
	return 0, false
}

// drivenBy finds "development driven by innovation" for innovation-driven
// development.
func drivenBy(f *phrase, s *split, i int) (end int, ok bool) {
	if s.of || s.verb || s.mod[1]-s.mod[0] != 2 || !isParticiple(f.p.pieces[s.mod[1]-1].fold) {
		return 0, false
	}
	j := i
	if s.lead[1] > s.lead[0] {
		if j, ok = f.sequence(s.lead[0], s.lead[1], j, asIs); !ok {
			return 0, false
		}
	}
	if j, ok = f.sequence(s.head[0], s.head[1], j, asNoun); !ok {
		return 0, false
	}
	atoms := f.r.atoms
	for j < len(atoms) && atoms[j].gap == gapSoft && (isBe(atoms[j].fold) || atoms[j].fold == "that" || atoms[j].fold == "which") {
		j++
	}
	if j+1 >= len(atoms) || !f.fits(s.mod[1]-1, j, asIs) || !isPreposition(atoms[j+1].fold) {
		return 0, false
	}
	f.hits = append(f.hits, j)
	if j += 2; j < len(atoms) && isArticle(atoms[j].fold) {
		j++
	}
	return f.sequence(s.mod[0], s.mod[0]+1, j, asModifier)
}

// adverbial finds the head as a verb with an adverb behind it.
func adverbial(f *phrase, s *split, i int) (end int, ok bool) {
	if s.lead[1] > s.lead[0] || s.of || s.verb || s.mod[1]-s.mod[0] != 1 || s.head[1]-s.head[0] != 1 || f.r.used[i] {
		return 0, false
	}
	n := f.kins[s.head[0]][i]
	if n == kinNone || n == kinAdverb || isNominal(f.r.atoms[i].fold) || isAdjective(f.r.atoms[i].fold) {
		return 0, false
	}
	f.hits = append(f.hits, i)
	for j := i + 1; j <= i+1+maxForeign && j < len(f.r.atoms) && f.r.atoms[j].gap == gapSoft; j++ {
		k := f.kins[s.mod[0]][j]
		if k == kinSame && !f.r.used[j] && f.isManner(j) {
			f.hits = append(f.hits, j)
			return j + 2, true
		}
		if adverb := strings.HasSuffix(f.r.atoms[j].fold, "ly"); adverb && (k == kinAdverb || k == kinSame) && !f.r.used[j] {
			f.hits = append(f.hits, j)
			return j + 1, true
		}
	}
	return 0, false
}
