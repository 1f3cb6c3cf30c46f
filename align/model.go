package align

import (
	"math"
	"strings"
)

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
	t            *corpus
	prior        [maxZh + 1][maxEn + 1]float64 // log
	open, extend float64                       // log prior of a piece without counterpart, and of one more
	ratio        float64                       // log of English runes for each Chinese one
	spread       float64                       // standard deviation of the log ratio of long pieces
	en, zh       []token                       // by feature
	links        [][]weight                    // by Chinese feature
	lexical      float64                       // weight of the words, which are not independent of each other
	borders      *borders
	table        *lengthTable
}

// token is what the model knows about a feature.
type token struct {
	chance   float64 // probability of the feature in any place
	alone    float64 // probability that its place has no counterpart in the bead; 1: it never has
	logAlone float64
	exact    bool    // a figure, which is known to be there or not
	odds     float64 // how much more probable it is where a link of full weight leads to it than alone
}

// set notes how often the token stands alone.
func (t *token) set(alone float64) {
	t.alone, t.logAlone = alone, math.Log(alone)
	t.odds = (1 - alone) / (alone * t.chance)
}

func newModel(t *corpus) *model {
	m := &model{t: t, links: t.links, lexical: 0.6, spread: 0.35}
	m.setPriors(nil)
	m.borders = newBorders(t, nil)
	m.ratio = m.overallRatio()
	m.en = chances(t.enVocab)
	m.zh = chances(t.zhVocab)
	m.setAlone()
	m.setLengths()
	return m
}

// chances tells how probable each feature of a vocabulary is in any place.
func chances(v *vocabulary) []token {
	total := 0
	for _, n := range v.counts {
		total += n
	}
	out := make([]token, len(v.counts))
	for i, n := range v.counts {
		out[i] = token{chance: (float64(n) + 0.5) / (float64(total) + 500), alone: 1}
	}
	for key, f := range v.ids {
		if strings.HasPrefix(key, keyNumber) {
			out[f].exact = true
			out[f].set(exactAlone)
		}
	}
	return out
}

// startAlone is the probability with which a word stands alone before any bead
// is seen, exactAlone that of a figure.
const (
	startAlone = 0.92
	exactAlone = 0.6
)

// setAlone lets linked words stand alone as often as is assumed in the
// beginning.
func (m *model) setAlone() {
	for z, ws := range m.links {
		for _, w := range ws {
			if !m.zh[z].exact {
				m.zh[z].set(startAlone)
				m.en[w.f].set(startAlone)
			}
		}
	}
}

// overallRatio is the length ratio of the two texts, within what is usual.
func (m *model) overallRatio() float64 {
	var zh, en float64
	for _, s := range m.t.zh {
		zh += float64(s.length)
	}
	for _, s := range m.t.en {
		en += float64(s.length)
	}
	r := math.Log((en + 30) / (zh + 10))
	return min(max(r, math.Log(2.2)), math.Log(5))
}

// startPrior is how often each shape occurs before any text is seen.
func startPrior(a, b int) float64 {
	switch {
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

// startOpen and startExtend are how often a piece has no counterpart, and how
// often one more follows, before any text is seen.
const (
	startOpen    = 0.03
	startExtend  = 0.1
	extendWeight = 10
)

const priorWeight = 30 // beads that the start prior counts for

// setPriors estimates how often each shape occurs from beads.
func (m *model) setPriors(beads []bead) {
	var seen [maxZh + 1][maxEn + 1]float64
	opened, extended := startOpen*priorWeight, 0.0
	for k, b := range beads {
		seen[b.a][b.b]++
		if b.a == 0 || b.b == 0 {
			if k > 0 && (beads[k-1].a == 0 || beads[k-1].b == 0) {
				extended++
			} else {
				opened++
			}
		}
	}
	m.open = math.Log(opened / (float64(len(beads)) + priorWeight))
	m.extend = math.Log((extended + startExtend*extendWeight) / (opened + extended + extendWeight))
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

// mostLength is up to which length, in runes, the parts of the length score
// are kept in tables.
const mostLength = 1200

// lengthTable holds the parts of the length score by length.
type lengthTable struct {
	en   [mostLength]float64 // logarithm of the length
	zh   [mostLength]float64 // … and what is expected of the English
	gain [mostLength]float64 // by Chinese length: the score of a perfect fit
	loss [mostLength]float64 // … what a squared log ratio of one takes off it
}

// setLengths makes the tables for the present ratio and spread.
func (m *model) setLengths() {
	m.table = &lengthTable{}
	for n := range mostLength {
		m.table.en[n] = math.Log(float64(n) + 6)
		m.table.zh[n] = math.Log(float64(n)+2) + m.ratio
		// Short pieces differ more.
		sd := min(m.spread*math.Sqrt(1+12/(float64(n)+2)), 0.9)
		m.table.gain[n] = math.Log(chanceSpread / sd)
		m.table.loss[n] = (1/(sd*sd) - 1/(chanceSpread*chanceSpread)) / 2
	}
}

// lengths scores how well two lengths fit.
func (m *model) lengths(zh, en int) float64 {
	for zh >= mostLength || en >= mostLength {
		zh, en = zh/2, en/2 // the ratio is what counts
	}
	x := m.table.en[en] - m.table.zh[zh]
	return m.table.gain[zh] - x*x*m.table.loss[zh]
}
