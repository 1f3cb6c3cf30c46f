package glossary

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"duizhao/lang/span"
)

// How says how an English text meets a term.
type How string

// The ways to meet a term, and not to.
const (
	HowPreferred   How = "preferred"   // by the preferred rendering
	HowAccepted    How = "accepted"    // by another rendering, or by each of its parts
	HowInflected   How = "inflected"   // plural, possessive, verb form, a small gap
	HowDerived     How = "derived"     // another part of speech: delegation, delegated
	HowAbbreviated How = "abbreviated" // by an abbreviation or short form
	HowCoordinated How = "coordinated" // with a word shared: carbon peaking and neutrality
	HowCovered     How = "covered"     // a further mention; another one is met
	HowNeighbour   How = "neighbour"   // met in the neighbouring unit; said by others
	HowMissing     How = "missing"
	HowAvoided     How = "avoided" // a wrong rendering stands there
)

// Met reports whether h is a way to meet a term.
func (h How) Met() bool { return h != HowMissing && h != HowAvoided }

// Recognition says how English meets one match.
type Recognition struct {
	How       How
	Target    span.Span  // runes of the English; empty where nothing stands
	En        string     // the English at Target
	Rendering *Rendering // the rendering met, or nil
	Avoid     *Avoid     // with HowAvoided: what stands there
	// Lowered says that what stands at Target would be the rendering if it
	// had its capitals; How is then HowMissing or HowCovered.
	Lowered bool
}

// group is all matches of one sense of one term: they are met together.
type group struct {
	entry     *compiled
	match     Match // the first
	members   []int // indexes into the matches
	forms     []*pattern
	stretches []stretch // where a form stands
	wrong     []stretch // where a form stands that the sense avoids
	taken     []stretch // those that serve this group, at most one for a member
}

// stretch is a place in English where a pattern stands: atoms [from, to),
// without those between in a coordination.
type stretch struct {
	from, to int
	between  span.Span
	pattern  *pattern
	fit      fit
	how      How // empty: as the pattern and the fit say
}

// recogniser is the work on one unit.
type recogniser struct {
	g        *Glossary
	c        Context
	en, zh   string
	matches  []Match
	atoms    []atom
	used     []bool // atoms that serve a term
	capitals bool   // the unit has small letters, so capitals mean something
	groups   []*group
	out      []Recognition
}

// Recognise says of each match in zh how en meets it; the answers stand in the
// order of ms. Each stretch of English serves one term, the longest first,
// approved terms before others, but for words shared in a coordination. A term
// that occurs several times is missing only if no occurrence is met.
func (g *Glossary) Recognise(en, zh string, ms []Match, c Context) []Recognition {
	if len(ms) == 0 {
		return nil
	}
	r := &recogniser{g: g, c: c, en: en, zh: zh, matches: ms, out: make([]Recognition, len(ms))}
	r.atoms = atomise(make([]atom, 0, len(en)/6+1), en)
	r.used = make([]bool, len(r.atoms))
	for i := range r.atoms {
		k := capsOf(r.atoms[i].text)
		r.capitals = r.capitals || k != capsAll && hasLower(r.atoms[i].text)
	}
	for rank := range ranks {
		r.groups = r.groups[:0]
		r.collect(ms, rank)
		if len(r.groups) > 0 {
			r.assign()
			r.coordinate()
			r.assignParts()
			r.answer()
		}
	}
	return r.out
}

// ranks is the number of classes of matches; those of a lower class take their
// English first, so that nothing in a higher class changes what they meet.
const ranks = 3

func rankOf(m *Match) int {
	switch {
	case !m.Term.approved():
		return 2
	case m.Doubtful:
		return 1
	}
	return 0
}

func hasLower(s string) bool {
	for i := range len(s) {
		if 'a' <= s[i] && s[i] <= 'z' {
			return true
		}
	}
	return false
}

// collect makes the groups of the matches of one rank and finds where their
// forms stand.
func (r *recogniser) collect(ms []Match, rank int) {
	for i := range ms {
		if rankOf(&ms[i]) != rank {
			continue
		}
		at := slices.IndexFunc(r.groups, func(g *group) bool {
			return g.match.Term == ms[i].Term && g.match.Sense == ms[i].Sense
		})
		if at < 0 {
			e := r.g.compiledOf(ms[i].Term)
			at = len(r.groups)
			r.groups = append(r.groups, &group{entry: e, match: ms[i], forms: r.forms(e, ms[i])})
			r.search(r.groups[at])
		}
		r.groups[at].members = append(r.groups[at].members, i)
	}
}

// compiledOf is the compiled form of t, made anew where t is not of g.
func (g *Glossary) compiledOf(t *Term) *compiled {
	if e, ok := g.byTerm[t]; ok {
		return e
	}
	return &compiled{term: t}
}

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
	g.wrong = r.find(nil, r.avoids(g), false)
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

// bid is a stretch that some group would take.
type bid struct {
	stretch
	group *group
	order int // of the group
}

// assign gives each stretch of English to one group: the longest first, then
// the better fit, then the leftmost.
func (r *recogniser) assign() {
	var bids []bid
	for i, g := range r.groups {
		for _, s := range g.stretches {
			if !s.fit.lowered {
				bids = append(bids, bid{s, g, i})
			}
		}
	}
	slices.SortStableFunc(bids, func(a, b bid) int {
		return cmp.Or(cmp.Compare(b.pattern.length, a.pattern.length), a.fit.compare(b.fit), cmp.Compare(a.from, b.from), cmp.Compare(a.order, b.order))
	})
	for _, b := range bids {
		if len(b.group.taken) < len(b.group.members) && r.free(b.stretch) {
			r.take(b.group, b.stretch)
		}
	}
	for _, g := range r.groups {
		if len(g.taken) == 0 {
			r.exchange(g)
		}
	}
}

func (f fit) compare(o fit) int {
	switch {
	case f == o:
		return 0
	case o.inflected:
		return -1
	}
	return 1
}

// exchange gets an unmet group a stretch that another group has taken but can
// do without, because the same form stands elsewhere for that one. A longer
// stretch is never broken up.
func (r *recogniser) exchange(g *group) {
	for _, s := range g.stretches {
		if s.fit.lowered {
			continue
		}
		for _, other := range r.groups {
			at := slices.IndexFunc(other.taken, func(t stretch) bool { return t.from == s.from && t.to == s.to })
			if at < 0 || other == g {
				continue
			}
			for _, instead := range other.stretches {
				if !instead.fit.lowered && r.free(instead) {
					other.taken = slices.Delete(other.taken, at, at+1)
					r.take(other, instead)
					g.taken = append(g.taken, s)
					return
				}
			}
		}
	}
}

func (r *recogniser) free(s stretch) bool { return !slices.Contains(r.used[s.from:s.to], true) }

func (r *recogniser) mark(s stretch) {
	for i := s.from; i < s.to; i++ {
		if i < s.between.Start || i >= s.between.End {
			r.used[i] = true
		}
	}
}

func (r *recogniser) take(g *group, s stretch) {
	r.mark(s)
	g.taken = append(g.taken, s)
}

// bytes is where s stands in the English.
func (r *recogniser) bytes(s stretch) span.Span {
	return span.Span{Start: r.atoms[s.from].span.Start, End: r.atoms[s.to-1].span.End}
}

// runes leads bytes of the English to runes.
func (r *recogniser) runes(s span.Span) span.Span {
	start := utf8.RuneCountInString(r.en[:s.Start])
	return span.Span{Start: start, End: start + utf8.RuneCountInString(r.en[s.Start:s.End])}
}
