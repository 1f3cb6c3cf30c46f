package align

import (
	"math"
	"slices"
)

// learn takes from the beads of one round what helps in the next: how often
// pieces are split and joined, how long the English of a stretch is, which
// words go together, and which of them stand alone how often.
func (m *model) learn(beads []bead) {
	m.setPriors(beads)
	m.learnLengths(beads)
	m.borders = newBorders(m.t, beads)
	m.learnLinks(beads)
	m.learnAlone(beads)
	m.setLengths()
}

// learnLengths takes the ratio and spread of the middle half of the beads,
// which wrong links do not reach.
func (m *model) learnLengths(beads []bead) {
	var ratios []float64
	for _, b := range beads {
		if b.a == 0 || b.b == 0 {
			continue
		}
		zh, en := m.sizes(b)
		if zh >= 8 {
			ratios = append(ratios, math.Log((en+6)/(zh+2)))
		}
	}
	if len(ratios) < 10 {
		return
	}
	slices.Sort(ratios)
	n := len(ratios)
	m.ratio = ratios[n/2]
	const quartiles = 1.35 // between the quartiles of a normal distribution, in standard deviations
	m.spread = min(max((ratios[n*3/4]-ratios[n/4])/quartiles*0.85, 0.15), 0.5)
}

func (m *model) sizes(b bead) (zh, en float64) {
	for k := b.i; k < b.i+b.a; k++ {
		zh += float64(m.t.zh[k].length)
	}
	for k := b.j; k < b.j+b.b; k++ {
		en += float64(m.t.en[k].length)
	}
	return zh, en
}

// mostLearnt is how many beads links are learnt from; those of longer texts are
// taken at even distances.
const mostLearnt = 2500

// leastScore is what a bead must score to be learnt from.
const leastScore = -5

const learnRounds = 4 // of IBM model 1

// What is taken off how often a pair was seen, besides what chance brings
// together, and which part of the Chinese feature's beads must be left, for a
// pair to be learnt.
const byChance, leastShare = 0.2, 0.2

// learnLinks gives each pair of features that meets in several beads a weight
// of its own: IBM model 1 over the beads, begun with what is known and with
// how often the two meet.
func (m *model) learnLinks(beads []bead) {
	l := newLearner(m)
	step := len(beads)/mostLearnt + 1
	for k := 0; k < len(beads); k += step {
		if b := beads[k]; b.a > 0 && b.b > 0 && b.score > leastScore {
			l.add(b)
		}
	}
	l.begin()
	for range learnRounds {
		l.round()
	}
	links := make([][]weight, len(m.t.links))
	for z, ws := range m.t.links {
		links[z] = slices.Clone(ws)
	}
	for k, p := range l.pairs {
		chance := float64(l.zhBeads[p.zh]) * float64(l.enBeads[p.en]) / float64(len(l.beads))
		share := (l.sums[k] - byChance - 2*chance) / float64(l.zhBeads[p.zh]+1)
		if share > leastShare {
			links[p.zh] = appendWeight(links[p.zh], p.en, min(1, share))
		}
	}
	m.links = links
}
