package glossary

import (
	"slices"
	"strings"

	"duizhao/lang/english"
	"duizhao/lang/han"
	"duizhao/lang/span"
)

// maxDerivedGap is how many foreign words may stand among the words of a
// rendering that stands in another part of speech: "powers were delegated".
const maxDerivedGap = 3

// derived finds a free stretch that says a rendering of g in another part of
// speech: every word of weight stands there in some form, and one of them in
// a derived form, or they are turned round with "of" or "for". It takes the stretch. A
// name has no other form.
func (r *recogniser) derived(g *group) (stretch, bool) {
	widen := r.hasNeighbour(g)
	for _, p := range g.forms {
		if p.short || p.isPluralAdjective() {
			continue
		}
		if p.name {
			if s, ok := r.turnedName(p); ok {
				r.mark(s)
				return s, true
			}
			continue
		}
		for i := range r.atoms {
			s, ok := r.derivedAt(p, i)
			if !ok && widen {
				s, ok = r.widened(p, i)
				ok = ok && r.free(s)
			}
			if ok {
				r.mark(s)
				return s, true
			}
		}
	}
	return stretch{}, false
}

// turnedName finds a name that begins with an acronym and has it behind "of":
// "Central Committee of the CPC". Otherwise names keep their order.
func (r *recogniser) turnedName(p *pattern) (stretch, bool) {
	n := len(p.pieces)
	if n < 2 || p.pieces[0].caps != capsAll {
		return stretch{}, false
	}
	for i := range r.atoms {
		of, f, ok := p.part(1, n, r.atoms, i, r.capitals)
		if !ok || f.lowered || of+1 >= len(r.atoms) || r.atoms[of].fold != "of" {
			continue
		}
		at := of + 1
		if isArticle(r.atoms[at].fold) && at+1 < len(r.atoms) {
			at++
		}
		end, f, ok := p.part(0, 1, r.atoms, at, r.capitals)
		if s := (stretch{from: i, to: end, pattern: p}); ok && !f.lowered && r.free(s) {
			return s, true
		}
	}
	return stretch{}, false
}

// derivedAt tries p from atom i on. Words that serve other terms may stand in
// between: "the system of national governance" for governance system.
func (r *recogniser) derivedAt(p *pattern, i int) (stretch, bool) {
	need := 0
	for k := range p.pieces {
		if p.pieces[k].content {
			need++
		}
	}
	if need == 0 || r.used[i] || relatedPiece(p, nil, &r.atoms[i]) < 0 {
		return stretch{}, false
	}
	met := make([]bool, len(p.pieces))
	changed, of, bent := false, false, false
	first, last, turns, foreign := -1, -1, 0, 0
	end := min(len(r.atoms), i+need+maxDerivedGap)
	for j := i; j < end; j++ {
		if j > i && r.atoms[j].gap > gapSoft {
			return stretch{}, false
		}
		k := -1
		if !r.used[j] {
			k = relatedPiece(p, met, &r.atoms[j])
		}
		if k < 0 {
			of = of || turnsRound(r.atoms[j].fold)
			if !isFunction(r.atoms[j].fold) || isCoordinator(r.atoms[j].fold) && !p.coordinates() {
				foreign++
			}
			continue
		}
		met[k] = true
		_, same := p.pieces[k].meets(&r.atoms[j])
		changed, bent = changed || !same, bent || of && !same && r.atoms[j].isPlural()
		if k < last {
			turns++
		}
		if last = k; first < 0 {
			first = k
		}
		if need--; need == 0 {
			s := stretch{from: i, to: j + 1, pattern: p}
			// "cut taxes" for tax cuts, "the Fund's deposits" for deposits of the Fund
			round := of || foreign == 0 && (p.turns() || turns == 1 && first == len(p.pieces)-1 && !p.pieces[0].verb)
			if turns > 0 && (bent || !round && foreign == 0) {
				return stretch{}, false
			}
			return s, changed || turns > 0 && round
		}
	}
	return stretch{}, false
}

// isPlural reports whether a looks like a plural.
func (a *atom) isPlural() bool {
	return strings.HasSuffix(a.fold, "s") && !strings.HasSuffix(a.fold, "ss")
}

// turnsRound reports whether w joins a noun to what would stand before it:
// "management of risks".
func turnsRound(w string) bool {
	return w == "of" || w == "for" || w == "with" || w == "at" || w == "in"
}

// turns reports whether p has a word that turns it round: "subsidiaries of the
// Fund" is "the Fund's subsidiaries".
func (p *pattern) turns() bool {
	return slices.ContainsFunc(p.pieces, func(q piece) bool { return turnsRound(q.fold) })
}

// coordinates reports whether p has an "and" of its own.
func (p *pattern) coordinates() bool {
	return slices.ContainsFunc(p.pieces, func(q piece) bool { return isCoordinator(q.fold) })
}

// hasNeighbour reports whether the Chinese has a word right before the term:
// 经济 before 高质量发展.
func (r *recogniser) hasNeighbour(g *group) bool {
	n := g.match.Span.Start - 1 // runes to pass over
	for _, c := range r.zh {
		if n <= 0 {
			return n == 0 && han.Is(c)
		}
		n--
	}
	return false
}

// widened finds p with an adjective before its last word: "high-quality
// economic development".
func (r *recogniser) widened(p *pattern, i int) (stretch, bool) {
	n := len(p.pieces)
	if n < 2 || p.pieces[0].fold[0] != r.atoms[i].fold[0] {
		return stretch{}, false
	}
	at, f, ok := p.part(0, n-1, r.atoms, i, r.capitals)
	if !ok || f.lowered || at+1 >= len(r.atoms) || r.atoms[at].gap != gapSoft || r.atoms[at+1].gap != gapSoft || !isAdjective(r.atoms[at].fold) {
		return stretch{}, false
	}
	end, f, ok := p.part(n-1, n, r.atoms, at+1, r.capitals)
	return stretch{from: i, to: end, between: span.Span{Start: at, End: at + 1}, pattern: p}, ok && !f.lowered
}

// isAdjective reports whether w looks like an adjective of a field: economic,
// industrial.
func isAdjective(w string) bool {
	return len(w) > 5 && (strings.HasSuffix(w, "ic") || strings.HasSuffix(w, "al"))
}

// relatedPiece is the piece of p, of those not yet met, that a is a form of; -1 if none.
func relatedPiece(p *pattern, met []bool, a *atom) int {
	for k := range p.pieces {
		q := &p.pieces[k]
		if !q.content || q.fold[0] != a.fold[0] || met != nil && met[k] {
			continue
		}
		if _, ok := q.meets(a); ok || related(q.fold, a.fold) {
			return k
		}
	}
	return -1
}

// related reports whether two folded words are forms of one word, or one is
// made from the other by a common ending: delegation and delegated, neutrality
// and neutral. Two words made from a third with different endings are not:
// government and governance.
func related(a, b string) bool {
	if a == b {
		return true
	}
	if len(a) < 4 || len(b) < 4 || a[:3] != b[:3] || lookAlike(a, b) || lookAlike(b, a) {
		return false
	}
	return english.SameLemma(a, b) || madeFrom(a, b) || madeFrom(b, a)
}

// lookAlike reports whether a only looks as if it made b.
func lookAlike(a, b string) bool {
	return a == "discrete" && (b == "discretion" || b == "discretionary")
}

// endings by which words are made from others, and what to put back.
var endings = []struct {
	ending string
	back   []string
}{
	{"ation", []string{"", "e", "ate"}},
	{"ition", []string{"", "e", "ite"}},
	{"sion", []string{"d", "de", "t", "s", "se"}},
	{"ion", []string{"", "e"}},
	{"ment", []string{""}},
	{"ance", []string{"", "e"}},
	{"ence", []string{"", "e"}},
	{"ality", []string{"al"}},
	{"ity", []string{"", "e"}},
	{"ness", []string{""}},
	{"ism", []string{"", "e"}},
	{"al", []string{"", "e"}},
	{"ful", []string{""}},
	{"tific", []string{"ce"}},
	{"ical", []string{"y"}},
	{"ic", []string{"y"}},
	{"atory", []string{"ate", "ation", "e"}},
	{"ly", []string{""}},
}

// madeFrom reports whether the folded word made comes from a form of base.
func madeFrom(made, base string) bool {
	for _, e := range endings {
		stem, ok := strings.CutSuffix(made, e.ending)
		if !ok || len(stem) < 3 {
			continue
		}
		for _, back := range e.back {
			if english.SameLemma(stem+back, base) {
				return true
			}
		}
	}
	return false
}
