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

// learnLinks gives each pair of features that meets in several beads a weight
// of its own: IBM model 1 over the beads, begun with what is known and with
// how often the two meet.
func (m *model) learnLinks(beads []bead) {
	l := newLearner(m)
	step := len(beads)/mostLearnt + 1
	for k := 0; k < len(beads); k += step {
		if b := beads[k]; b.a > 0 && b.b > 0 && b.score > -5 {
			l.add(b)
		}
	}
	l.begin()
	for range 4 {
		l.round()
	}
	links := make([][]weight, len(m.t.links))
	for z, ws := range m.t.links {
		links[z] = slices.Clone(ws)
	}
	for k, p := range l.pairs {
		// What was seen once more by chance is taken off.
		share := (l.sums[k] - 0.5) / float64(l.zhBeads[p.zh]+1)
		if share > 0.2 {
			links[p.zh] = appendWeight(links[p.zh], p.en, min(1, share))
		}
	}
	m.links = links
}

// learnAlone estimates for each feature how often it stands without a
// counterpart.
func (m *model) learnAlone(beads []bead) {
	zhAlone, enAlone := make([]float64, len(m.zh)), make([]float64, len(m.en))
	zhAll, enAll := make([]float64, len(m.zh)), make([]float64, len(m.en))
	zhIn, enIn := make([]int, len(m.zh)), make([]int, len(m.en))
	for k, b := range beads {
		if b.a == 0 || b.b == 0 {
			continue
		}
		stamp := k + 1
		for _, s := range m.t.en[b.j : b.j+b.b] {
			for _, e := range s.features {
				enIn[e] = stamp
			}
		}
		for _, s := range m.t.zh[b.i : b.i+b.a] {
			for _, z := range s.features {
				linked := false
				for _, w := range m.links[z] {
					if enIn[w.f] == stamp {
						zhIn[z], linked = stamp, true
					}
				}
				zhAll[z]++
				if !linked {
					zhAlone[z]++
				}
			}
		}
		reached := map[feature]bool{}
		for _, s := range m.t.zh[b.i : b.i+b.a] {
			for _, z := range s.features {
				for _, w := range m.links[z] {
					reached[w.f] = true
				}
			}
		}
		for _, s := range m.t.en[b.j : b.j+b.b] {
			for _, e := range s.features {
				enAll[e]++
				if !reached[e] {
					enAlone[e]++
				}
			}
		}
	}
	const weight = 4.0
	set := func(tokens []token, alone, all []float64) {
		// What is known of a rare feature is what is known of them all.
		var sumAlone, sum float64
		for f := range tokens {
			if tokens[f].alone < 1 {
				sumAlone, sum = sumAlone+alone[f], sum+all[f]
			}
		}
		mean := (sumAlone + 20*startAlone) / (sum + 20)
		for f := range tokens {
			p := (alone[f] + weight*mean) / (all[f] + weight)
			tokens[f].set(min(max(p, 0.4), 0.98))
		}
	}
	set(m.zh, zhAlone, zhAll)
	set(m.en, enAlone, enAll)
	linked := make([]bool, len(m.en))
	for z, ws := range m.links {
		if len(ws) == 0 {
			m.zh[z].set(1)
		}
		for _, w := range ws {
			linked[w.f] = true
		}
	}
	for f := range m.en {
		if !linked[f] {
			m.en[f].set(1)
		}
	}
}
