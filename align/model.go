package align

import "math"

// The shapes of beads: how many pieces they take of each side.
const (
	maxZh = 4
	maxEn = 6
)

// model scores beads by how much more probable their two sides are together
// than apart. Its lexical part follows IBM model 1, its length part Gale and
// Church (1993), both as ratios against chance; so an empty link costs no more
// than its prior, however long it is.
type model struct {
	t       *corpus
	prior   [maxZh + 1][maxEn + 1]float64 // log
	ratio   float64                       // log of English runes for each Chinese one
	spread  float64                       // standard deviation of the log ratio of long pieces
	en, zh  []token                       // by feature
	links   [][]weight                    // by Chinese feature
	lexical float64
}

// token is what the model knows about a feature.
type token struct {
	chance   float64 // probability of the feature in any place
	alone    float64 // probability that its place has no counterpart in the bead; 1: it never has
	logAlone float64
}

func newModel(t *corpus) *model {
	m := &model{t: t, links: t.links, lexical: 0.6, spread: 0.35}
	m.setPriors(nil)
	m.ratio = m.overallRatio()
	m.en = chances(t.enVocab)
	m.zh = chances(t.zhVocab)
	m.setAlone()
	return m
}

func chances(v *vocabulary) []token {
	total := 0
	for _, n := range v.counts {
		total += n
	}
	out := make([]token, len(v.counts))
	for i, n := range v.counts {
		out[i] = token{chance: (float64(n) + 0.5) / (float64(total) + 500), alone: 1}
	}
	return out
}

const startAlone = 0.7

func (m *model) setAlone() {
	for z, ws := range m.links {
		for _, w := range ws {
			m.zh[z].alone = startAlone
			m.en[w.f].alone = startAlone
		}
	}
	for i := range m.en {
		m.en[i].logAlone = math.Log(m.en[i].alone)
	}
	for i := range m.zh {
		m.zh[i].logAlone = math.Log(m.zh[i].alone)
	}
}

func (m *model) overallRatio() float64 {
	var zh, en float64
	for _, s := range m.t.zh {
		zh += s.length
	}
	for _, s := range m.t.en {
		en += s.length
	}
	r := math.Log((en + 30) / (zh + 10))
	return min(max(r, math.Log(2.2)), math.Log(5))
}

// startPrior is how often each shape occurs before any text is seen.
func startPrior(a, b int) float64 {
	switch {
	case a == 0 && b == 1, a == 1 && b == 0:
		return 0.015
	case a == 0 || b == 0:
		return 0
	case a == 1 && b == 1:
		return 0.7
	case a == 1:
		return 0.12 * math.Pow(0.25, float64(b-2))
	case b == 1:
		return 0.07 * math.Pow(0.15, float64(a-2))
	case a+b <= 5:
		return 0.012 * math.Pow(0.5, float64(a+b-4))
	case a <= 3 && b <= 3:
		return 0.001
	}
	return 0
}

const priorWeight = 30 // beads that the start prior counts for

func (m *model) setPriors(beads []bead) {
	var seen [maxZh + 1][maxEn + 1]float64
	for _, b := range beads {
		seen[b.a][b.b]++
	}
	for a := range m.prior {
		for b := range m.prior[a] {
			p := startPrior(a, b)
			if p == 0 {
				m.prior[a][b] = math.Inf(-1)
				continue
			}
			m.prior[a][b] = math.Log((seen[a][b] + priorWeight*p) / (float64(len(beads)) + priorWeight))
		}
	}
}

// chanceSpread is how much lengths of pieces that do not belong together
// differ, as a standard deviation of the log ratio.
const chanceSpread = 1.0

// lengths scores how well two lengths fit.
func (m *model) lengths(zh, en float64) float64 {
	x := math.Log((en+6)/(zh+2)) - m.ratio
	sd := m.spread * math.Sqrt(1+12/(zh+2))
	sd = min(sd, 0.9)
	gain := math.Log(chanceSpread/sd) - x*x/2*(1/(sd*sd)-1/(chanceSpread*chanceSpread))
	return gain
}
