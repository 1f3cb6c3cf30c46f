package glossary

import (
	"strings"

	"duizhao/lang/english"
)

// maxDerivedGap is how many foreign words may stand among the words of a
// rendering that stands in another part of speech: "powers were delegated".
const maxDerivedGap = 3

// derived finds a free stretch that says a rendering of g in another part of
// speech: every word of weight stands there in some form, and one of them in
// a derived form or in another order. It takes the stretch. A name has no
// other form.
func (r *recogniser) derived(g *group) (stretch, bool) {
	for _, p := range g.forms {
		if p.short || p.name {
			continue
		}
		for i := range r.atoms {
			if s, ok := r.derivedAt(p, i); ok && r.free(s) {
				r.mark(s)
				return s, true
			}
		}
	}
	return stretch{}, false
}

func (r *recogniser) derivedAt(p *pattern, i int) (stretch, bool) {
	need := 0
	for k := range p.pieces {
		if p.pieces[k].content {
			need++
		}
	}
	if need == 0 {
		return stretch{}, false
	}
	met := make([]bool, len(p.pieces))
	changed, last := false, -1
	end := min(len(r.atoms), i+need+maxDerivedGap)
	for j := i; j < end; j++ {
		if j > i && r.atoms[j].gap > gapSoft {
			return stretch{}, false
		}
		k := relatedPiece(p, met, &r.atoms[j])
		if k < 0 && j == i {
			return stretch{}, false
		}
		if k < 0 {
			continue
		}
		met[k] = true
		_, same := p.pieces[k].meets(&r.atoms[j])
		changed = changed || !same || k < last
		last = k
		if need--; need == 0 {
			return stretch{from: i, to: j + 1, pattern: p}, changed
		}
	}
	return stretch{}, false
}

// relatedPiece is the piece of p, not yet met, that a is a form of; -1 if none.
func relatedPiece(p *pattern, met []bool, a *atom) int {
	for k := range p.pieces {
		q := &p.pieces[k]
		if q.content && !met[k] && related(q.fold, a.fold) {
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
	if len(a) < 4 || len(b) < 4 || a[:3] != b[:3] {
		return false
	}
	return english.SameLemma(a, b) || madeFrom(a, b) || madeFrom(b, a)
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
	{"al", []string{"", "e"}},
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
