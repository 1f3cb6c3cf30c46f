package glossary

import (
	"slices"

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

// group is all matches of one sense of one term, inside titles or outside:
// they are met together.
type group struct {
	entry     *compiled
	match     Match // the first
	members   []int // indexes into the matches
	forms     []*pattern
	stretches []stretch // where a form stands
	wrong     []stretch // where a form stands that the sense avoids
	taken     []stretch // those that serve this group, at most one for a member
	beside    []beside  // what renders the Chinese around, once it has been asked for
}

// stretch is a place in English where a pattern stands: atoms [from, to),
// without those between in a coordination.
type stretch struct {
	from, to int
	between  span.Span
	hits     []int // instead: the atoms that serve, where others stand among them
	pattern  *pattern
	fit      fit
	how      How // empty: as the pattern and the fit say
}

// recogniser is the work on one unit. Its slices serve the next unit again.
type recogniser struct {
	g        *Glossary
	c        Context
	en, zh   string
	matches  []Match
	atoms    []atom
	used     []bool // atoms that serve a term
	capitals bool   // the unit has small letters, so capitals mean something
	groups   []*group
	spare    []*group // made for units before
	bids     []bid
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
	r := g.desks.Get().(*recogniser)
	defer g.desks.Put(r)
	r.c, r.en, r.zh, r.matches, r.out = c, en, zh, ms, make([]Recognition, len(ms))
	r.atoms = atomise(r.atoms[:0], en)
	r.used = append(r.used[:0], make([]bool, len(r.atoms))...)
	r.capitals = false
	for i := range r.atoms {
		k := capsOf(r.atoms[i].text)
		r.capitals = r.capitals || k != capsAll && hasLower(r.atoms[i].text)
	}
	for rank := range ranks {
		r.clear()
		r.collect(ms, rank)
		if len(r.groups) > 0 {
			r.assign(false)
			r.turnDirectly()
			r.coordinate()
			r.assignParts()
			r.assign(true) // "the Initiatives" only where nothing longer stands
			r.answer()
		}
	}
	r.clear()
	r.coverBrackets()
	return r.out
}

// clear puts the groups aside.
func (r *recogniser) clear() {
	r.spare = append(r.spare, r.groups...)
	r.groups = r.groups[:0]
}

// newGroup begins the group of m.
func (r *recogniser) newGroup(m Match) *group {
	g := new(group)
	if n := len(r.spare); n > 0 {
		g, r.spare = r.spare[n-1], r.spare[:n-1]
	}
	*g = group{
		entry: r.g.compiledOf(m.Term), match: m,
		members: g.members[:0], forms: g.forms[:0], stretches: g.stretches[:0], wrong: g.wrong[:0], taken: g.taken[:0],
	}
	g.forms = r.appendForms(g.forms, g.entry, m)
	r.search(g)
	return g
}

// coverBrackets lets a short name in brackets, 国资委 behind its full name,
// go without English of its own where the full name is met.
func (r *recogniser) coverBrackets() {
	var zh []rune
	for i := 1; i < len(r.out); i++ {
		at, before := r.matches[i].Span, r.matches[i-1].Span
		if r.out[i].How != HowMissing || !r.out[i-1].How.Met() || before.End+1 != at.Start {
			continue
		}
		if zh == nil {
			zh = []rune(r.zh)
		}
		if at.End < len(zh) && (zh[before.End] == '（' && zh[at.End] == '）' || zh[before.End] == '(' && zh[at.End] == ')') {
			r.out[i].How = HowCovered
		}
	}
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
			return g.match.Term == ms[i].Term && g.match.Sense == ms[i].Sense && g.match.Quoted == ms[i].Quoted
		})
		if at < 0 {
			at = len(r.groups)
			r.groups = append(r.groups, r.newGroup(ms[i]))
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
