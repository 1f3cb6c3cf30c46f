package align

import (
	"slices"
)

// pair is a Chinese and an English feature.
type pair struct{ zh, en feature }

// learner learns which features go together from beads.
type learner struct {
	m       *model
	zhBeads []int // by feature: in how many beads it is
	enBeads []int
	beads   [][2][]feature // the distinct features of each bead
	pairs   []pair         // that meet in more than one bead
	weights []float64      // of pairs: how probably one stands for the other
	sums    []float64      // of pairs: how often it does
	cells   [][]int32      // by bead: the pairs of each English feature in turn …
	ends    [][]int32      // … and where they end
}

func newLearner(m *model) *learner {
	return &learner{m: m, zhBeads: make([]int, len(m.zh)), enBeads: make([]int, len(m.en))}
}

func (l *learner) add(b bead) {
	zh := distinct(l.m.t.zh[b.i : b.i+b.a])
	en := distinct(l.m.t.en[b.j : b.j+b.b])
	for _, z := range zh {
		l.zhBeads[z]++
	}
	for _, e := range en {
		l.enBeads[e]++
	}
	l.beads = append(l.beads, [2][]feature{zh, en})
}

// distinct lists the distinct features of sentences in order.
func distinct(sentences []sentence) []feature {
	var out []feature
	for _, s := range sentences {
		out = append(out, s.features...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// begin finds the pairs that meet in more than one bead and gives them their
// first weights.
func (l *learner) begin() {
	index := map[pair]int32{} // -1: met once
	for _, b := range l.beads {
		for _, z := range b[0] {
			if l.zhBeads[z] < 2 {
				continue
			}
			for _, e := range b[1] {
				if l.enBeads[e] < 2 {
					continue
				}
				p := pair{z, e}
				switch k, ok := index[p]; {
				case !ok:
					index[p] = -1
				case k < 0:
					index[p] = int32(len(l.pairs))
					l.pairs = append(l.pairs, p)
					l.sums = append(l.sums, 2)
				default:
					l.sums[k]++
				}
			}
		}
	}
	l.weights = make([]float64, len(l.pairs))
	for k, p := range l.pairs {
		dice := 2 * l.sums[k] / float64(l.zhBeads[p.zh]+l.enBeads[p.en])
		l.weights[k] = max(0.3*dice, l.m.seeded(p))
	}
	for _, b := range l.beads {
		var cells, ends []int32
		for _, e := range b[1] {
			if l.enBeads[e] < 2 {
				continue
			}
			for _, z := range b[0] {
				if l.zhBeads[z] < 2 {
					continue
				}
				if k := index[pair{z, e}]; k >= 0 {
					cells = append(cells, k)
				}
			}
			ends = append(ends, int32(len(cells)))
		}
		l.cells, l.ends = append(l.cells, cells), append(l.ends, ends)
	}
}

// seeded is the weight that was known for a pair before anything was learnt.
func (m *model) seeded(p pair) float64 {
	for _, w := range m.t.links[p.zh] {
		if w.f == p.en {
			return w.w
		}
	}
	return 0
}

// round shares each English feature of a bead among the Chinese ones that may
// have caused it, and makes new weights of the sums.
func (l *learner) round() {
	clear(l.sums)
	for k := range l.cells {
		from := int32(0)
		for _, end := range l.ends[k] {
			total := 0.2
			for _, p := range l.cells[k][from:end] {
				total += l.weights[p]
			}
			for _, p := range l.cells[k][from:end] {
				l.sums[p] += l.weights[p] / total
			}
			from = end
		}
	}
	for k, p := range l.pairs {
		l.weights[k] = l.sums[k] / float64(l.zhBeads[p.zh]+1)
	}
}
