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
	m.learnLinks(beads)
	m.learnAlone(beads)
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
		zh += m.t.zh[k].length
	}
	for k := b.j; k < b.j+b.b; k++ {
		en += m.t.en[k].length
	}
	return zh, en
}

// pair is a Chinese and an English feature.
type pair struct{ zh, en feature }

// evidence is how often a pair was seen and in how many beads.
type evidence struct {
	sum   float64
	beads int
}

// learnLinks gives each pair that meets in several beads a weight of its own.
func (m *model) learnLinks(beads []bead) {
	seen := map[pair]evidence{}
	var zhBeads, enBeads = make([]int, len(m.zh)), make([]int, len(m.en))
	var zh, en []feature
	for _, b := range beads {
		if b.a == 0 || b.b == 0 || b.score < 0 {
			continue
		}
		zh, en = distinct(zh[:0], m.t.zh[b.i:b.i+b.a]), distinct(en[:0], m.t.en[b.j:b.j+b.b])
		for _, z := range zh {
			zhBeads[z]++
		}
		for _, e := range en {
			enBeads[e]++
		}
		m.count(seen, zh, en)
	}
	links := make([][]weight, len(m.t.links))
	for z, ws := range m.t.links {
		links[z] = slices.Clone(ws)
	}
	pairs := make([]pair, 0, len(seen))
	for p := range seen {
		pairs = append(pairs, p)
	}
	slices.SortFunc(pairs, func(p, q pair) int {
		if p.zh != q.zh {
			return int(p.zh - q.zh)
		}
		return int(p.en - q.en)
	})
	for _, p := range pairs {
		x := seen[p]
		if x.beads < 2 {
			continue
		}
		// Two words that meet again and again, and rarely stand without each
		// other, are each other's rendering.
		share := (x.sum - 0.5) / (float64(max(zhBeads[p.zh], 1)) + 1)
		if share < 0.1 {
			continue
		}
		links[p.zh] = appendWeight(links[p.zh], p.en, min(1, share))
	}
	m.links = links
}

// distinct appends the distinct features of sentences, in order.
func distinct(dst []feature, sentences []sentence) []feature {
	for _, s := range sentences {
		dst = append(dst, s.features...)
	}
	slices.Sort(dst)
	return slices.Compact(dst)
}

// unlinked is the weight of a pair that nothing links yet, against those that are.
const unlinked = 0.02

// count shares each English feature of a bead among the Chinese ones that may have caused
// it.
func (m *model) count(seen map[pair]evidence, zh, en []feature) {
	weights := make([]float64, len(zh))
	for _, e := range en {
		total := unlinked + float64(len(zh))*0
		for k, z := range zh {
			weights[k] = unlinked * m.zhRare(z)
			for _, w := range m.links[z] {
				if w.f == e {
					weights[k] += w.w
				}
			}
			total += weights[k]
		}
		for k, z := range zh {
			p := pair{z, e}
			x := seen[p]
			x.sum += weights[k] / total
			x.beads++
			seen[p] = x
		}
	}
}

func (m *model) zhRare(feature) float64 { return 1 }

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
	const weight = 4
	set := func(tokens []token, alone, all []float64) {
		for f := range tokens {
			p := (alone[f] + weight*startAlone) / (all[f] + weight)
			tokens[f].alone = min(max(p, 0.1), 0.98)
		}
	}
	set(m.zh, zhAlone, zhAll)
	set(m.en, enAlone, enAll)
	linked := make([]bool, len(m.en))
	for z, ws := range m.links {
		if len(ws) == 0 {
			m.zh[z].alone = 1
		}
		for _, w := range ws {
			linked[w.f] = true
		}
	}
	for f := range m.en {
		if !linked[f] {
			m.en[f].alone = 1
		}
		m.en[f].logAlone = math.Log(m.en[f].alone)
	}
	for f := range m.zh {
		m.zh[f].logAlone = math.Log(m.zh[f].alone)
	}
}
