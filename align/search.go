package align

import (
	"math"
	"slices"
)

// bead is a pieces of Chinese from i and b of English from j.
type bead struct {
	i, j, a, b int
	score      float64
}

// cell holds which tokens of a pair of pieces are linked, and what beads that
// begin with the pair gain on one side of it.
type cell struct {
	en, zh []match
	// enGain is what the English piece gains among so many Chinese pieces from
	// this one, zhGain the reverse; unknown where not asked for yet.
	enGain [maxZh + 1]float64
	zhGain [maxEn + 1]float64
}

// unknown marks a gain that was not computed yet; gains are not negative.
const unknown = -1

// match is the sum of weights with which a token is linked.
type match struct {
	at int32
	w  float32
}

// search finds the best path through a corridor.
type search struct {
	t        *corpus
	m        *model
	c        corridor
	rows     [][]cell // ring of the last maxZh rows, cells from c.lo of row
	first    []int
	enBase   []float64 // of each piece: the score of its tokens when none is linked
	zhBase   []float64
	linked   [][]float64 // best path to a place whose last bead has both sides …
	empty    [][]float64 // … or only one
	back     [][]uint8   // shape of the last bead on the better one …
	backGap  [][]uint8   // … and of the empty one, with fromGap
	heads    []int32     // by English feature: first of hits
	hits     []hit
	acc      []float32
	accTouch []int32
}

type hit struct {
	next int32
	at   int32 // token of the Chinese piece
	w    float32
}

func newSearch(t *corpus, m *model, c corridor) *search {
	s := &search{t: t, m: m, c: c}
	s.enBase = make([]float64, len(t.en))
	longest := 0
	for j := range t.en {
		longest = max(longest, len(t.en[j].features))
		for _, f := range t.en[j].features {
			s.enBase[j] += m.en[f].logAlone
		}
	}
	s.zhBase = make([]float64, len(t.zh))
	for i := range t.zh {
		longest = max(longest, len(t.zh[i].features))
		for _, f := range t.zh[i].features {
			s.zhBase[i] += m.zh[f].logAlone
		}
	}
	s.acc = make([]float32, longest)
	s.heads = make([]int32, len(t.enVocab.counts))
	for i := range s.heads {
		s.heads[i] = -1
	}
	s.rows = make([][]cell, maxZh)
	s.first = make([]int, maxZh)
	return s
}

// Shapes of empty beads on the way back.
const (
	takesZh = 1 << iota
	takesEn
	fromGap
)

// run returns the best path.
func (s *search) run() []bead {
	n, m := len(s.t.zh), len(s.t.en)
	s.linked, s.empty = make([][]float64, n+1), make([][]float64, n+1)
	s.back, s.backGap = make([][]uint8, n+1), make([][]uint8, n+1)
	for i := 0; i <= n; i++ {
		r := s.c[i]
		s.linked[i], s.empty[i] = make([]float64, r.Len()), make([]float64, r.Len())
		s.back[i], s.backGap[i] = make([]uint8, r.Len()), make([]uint8, r.Len())
		if i > 0 {
			s.fillRow(i - 1)
		}
		for j := r.Start; j < r.End; j++ {
			s.relaxLinked(i, j)
			s.relaxEmpty(i, j)
		}
		if i == 0 {
			s.linked[0][0] = 0
		}
	}
	return s.path(n, m)
}

// at gives the scores of a place, minus infinity outside the corridor.
func (s *search) at(i, j int) (linked, empty float64) {
	if i < 0 || j < s.c[i].Start || j >= s.c[i].End {
		return math.Inf(-1), math.Inf(-1)
	}
	k := j - s.c[i].Start
	return s.linked[i][k], s.empty[i][k]
}

// relaxLinked finds the best bead with two sides that ends behind i pieces of
// Chinese and j of English.
func (s *search) relaxLinked(i, j int) {
	best, how := math.Inf(-1), uint8(0)
	if i == 0 && j == 0 {
		best = 0
	}
	for a := 1; a <= min(maxZh, i); a++ {
		for b := 1; b <= min(maxEn, j); b++ {
			if math.IsInf(s.m.prior[a][b], -1) {
				continue
			}
			linked, empty := s.at(i-a, j-b)
			before := max(linked, empty)
			if math.IsInf(before, -1) {
				continue
			}
			if got := before + s.score(i-a, j-b, a, b); got > best {
				best, how = got, uint8(a<<4|b)
			}
		}
	}
	k := j - s.c[i].Start
	s.linked[i][k], s.back[i][k] = best, how
}

// relaxEmpty finds the best way to leave out a piece.
func (s *search) relaxEmpty(i, j int) {
	best, how := math.Inf(-1), uint8(0)
	try := func(i, j int, takes uint8) {
		linked, empty := s.at(i, j)
		if got := linked + s.m.open; got > best {
			best, how = got, takes
		}
		if got := empty + s.m.extend; got > best {
			best, how = got, takes|fromGap
		}
	}
	try(i-1, j, takesZh)
	if j > 0 {
		try(i, j-1, takesEn)
	}
	k := j - s.c[i].Start
	s.empty[i][k], s.backGap[i][k] = best, how
}

// path follows the best path back from its end.
func (s *search) path(n, m int) []bead {
	var beads []bead
	linked, empty := s.at(n, m)
	gap := empty > linked
	for i, j := n, m; i > 0 || j > 0; {
		k := j - s.c[i].Start
		if gap {
			how := s.backGap[i][k]
			a, b := 1, 0
			if how&takesEn != 0 {
				a, b = 0, 1
			}
			i, j = i-a, j-b
			beads = append(beads, bead{i: i, j: j, a: a, b: b})
			gap = how&fromGap != 0
			continue
		}
		how := s.back[i][k]
		a, b := int(how>>4), int(how&15)
		score := s.linked[i][k]
		i, j = i-a, j-b
		linked, empty := s.at(i, j)
		gap = empty > linked
		// What stands together in the make of both documents need not say the same.
		score -= max(linked, empty) + s.m.prior[a][b] + s.t.structure(i, j, a, b)
		beads = append(beads, bead{i, j, a, b, score})
	}
	slices.Reverse(beads)
	return beads
}

// fillRow computes the cells of Chinese piece i.
func (s *search) fillRow(i int) {
	// A bead that takes piece i may begin and end this many pieces away.
	lo, hi := s.c[max(0, i-maxZh+1)].Start, s.c[min(len(s.t.zh), i+maxZh)].End
	hi = min(hi, len(s.t.en))
	zh := s.t.zh[i].features
	s.hits = s.hits[:0]
	var used []feature
	for at, z := range zh {
		for _, w := range s.m.links[z] {
			if s.heads[w.f] < 0 {
				used = append(used, w.f)
			}
			s.hits = append(s.hits, hit{s.heads[w.f], int32(at), float32(w.w)})
			s.heads[w.f] = int32(len(s.hits) - 1)
		}
	}
	row := s.rows[i%maxZh]
	if cap(row) < hi-lo {
		row = make([]cell, hi-lo)
	}
	row = row[:hi-lo]
	for j := lo; j < hi; j++ {
		s.fill(&row[j-lo], zh, j)
	}
	s.rows[i%maxZh], s.first[i%maxZh] = row, lo
	for _, f := range used {
		s.heads[f] = -1
	}
}

// fill finds the links between a Chinese piece, whose links are in s.hits, and
// English piece j.
func (s *search) fill(c *cell, zh []feature, j int) {
	c.en, c.zh = c.en[:0], c.zh[:0]
	for k := range c.enGain {
		c.enGain[k] = unknown
	}
	for k := range c.zhGain {
		c.zhGain[k] = unknown
	}
	enGain, zhGain := product{rest: 1}, product{rest: 1}
	en := s.t.en[j].features
	for at, f := range en {
		var sum float32
		for h := s.heads[f]; h >= 0; h = s.hits[h].next {
			sum += s.hits[h].w
			if s.acc[s.hits[h].at] == 0 {
				c.zh = append(c.zh, match{at: s.hits[h].at})
			}
			s.acc[s.hits[h].at] += s.hits[h].w
		}
		if sum > 0 {
			c.en = append(c.en, match{int32(at), sum})
			enGain.link(&s.m.en[f], float64(sum), len(zh))
		}
	}
	for k := range c.zh {
		x := &c.zh[k]
		x.w = s.acc[x.at]
		s.acc[x.at] = 0
		zhGain.link(&s.m.zh[zh[x.at]], float64(x.w), len(en))
	}
	c.enGain[1], c.zhGain[1] = enGain.sum(), zhGain.sum()
}

// product sums up logarithms by multiplying, which is faster.
type product struct{ log, rest float64 }

// link adds what a token gains by links of weight sum among n tokens of the
// other side.
func (p *product) link(t *token, sum float64, n int) {
	p.rest *= 1 + t.odds*min(sum, 1)/float64(n)
	if p.rest > 1e200 {
		p.log += math.Log(p.rest)
		p.rest = 1
	}
}

func (p *product) sum() float64 { return p.log + math.Log(p.rest) }

func (s *search) cell(i, j int) *cell { return &s.rows[i%maxZh][j-s.first[i%maxZh]] }

// worstFit is how badly lengths may fit before words are not looked at.
const worstFit = -12

// score is that of the bead with a pieces from i and b from j.
func (s *search) score(i, j, a, b int) float64 {
	total := s.m.prior[a][b]
	var base, gain float64
	zhLen, enLen := 0, 0
	zhTokens, enTokens := 0, 0
	for k := i; k < i+a; k++ {
		zhLen += s.t.zh[k].length
		base += s.zhBase[k]
		zhTokens += len(s.t.zh[k].features)
	}
	for k := j; k < j+b; k++ {
		enLen += s.t.en[k].length
		base += s.enBase[k]
		enTokens += len(s.t.en[k].features)
	}
	fit := s.m.lengths(zhLen, enLen)
	if fit < worstFit {
		return math.Inf(-1)
	}
	total += fit
	total += s.m.borders.score(s.t.zh[i].shape, s.t.zh[i+a-1].shape, s.t.en[j].shape, s.t.en[j+b-1].shape)
	for k := j; k < j+b; k++ {
		gain += s.enGain(i, a, k, zhTokens)
	}
	for k := i; k < i+a; k++ {
		gain += s.zhGain(k, j, b, enTokens)
	}
	return total + s.t.structure(i, j, a, b) + s.m.lexical*(base+gain)
}

// enGain is what the tokens of English piece j gain in a bead with a pieces
// of Chinese from i.
func (s *search) enGain(i, a, j, zhTokens int) float64 {
	c := s.cell(i, j)
	if c.enGain[a] != unknown {
		return c.enGain[a]
	}
	s.accTouch = s.accTouch[:0]
	for k := i; k < i+a; k++ {
		s.accumulate(s.cell(k, j).en)
	}
	c.enGain[a] = s.collect(s.t.en[j].features, s.m.en, zhTokens)
	return c.enGain[a]
}

// zhGain is the reverse, for Chinese piece i and b pieces of English from j.
func (s *search) zhGain(i, j, b, enTokens int) float64 {
	c := s.cell(i, j)
	if c.zhGain[b] != unknown {
		return c.zhGain[b]
	}
	s.accTouch = s.accTouch[:0]
	for k := j; k < j+b; k++ {
		s.accumulate(s.cell(i, k).zh)
	}
	c.zhGain[b] = s.collect(s.t.zh[i].features, s.m.zh, enTokens)
	return c.zhGain[b]
}

func (s *search) accumulate(ms []match) {
	for _, x := range ms {
		if s.acc[x.at] == 0 {
			s.accTouch = append(s.accTouch, x.at)
		}
		s.acc[x.at] += x.w
	}
}

// collect sums up what the accumulated tokens gain among n of the other side.
func (s *search) collect(features []feature, tokens []token, n int) float64 {
	gain := product{rest: 1}
	for _, at := range s.accTouch {
		gain.link(&tokens[features[at]], float64(s.acc[at]), n)
		s.acc[at] = 0
	}
	return gain.sum()
}
