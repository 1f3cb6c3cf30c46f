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

// corridor gives for each number of Chinese pieces taken the numbers of English ones that may
// have been taken.
type corridor []Range // End is exclusive

func wholeCorridor(n, m int) corridor {
	c := make(corridor, n+1)
	for i := range c {
		c[i] = Range{0, m + 1}
	}
	return c
}

// cell holds which tokens of a pair of pieces are linked.
type cell struct {
	en, zh         []match
	enGain, zhGain float64 // where the pair is the whole of the other side
}

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
	scores   [][]float64
	back     [][]uint8
	heads    []int32 // by English feature: first of hits
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

// run returns the best path.
func (s *search) run() []bead {
	n, m := len(s.t.zh), len(s.t.en)
	s.scores = make([][]float64, n+1)
	s.back = make([][]uint8, n+1)
	for i := 0; i <= n; i++ {
		r := s.c[i]
		s.scores[i] = make([]float64, r.Len())
		s.back[i] = make([]uint8, r.Len())
		for k := range s.scores[i] {
			s.scores[i][k] = math.Inf(-1)
		}
		if i == 0 {
			s.scores[0][0] = 0
		}
		if i > 0 {
			s.fillRow(i - 1)
		}
		for j := r.Start; j < r.End; j++ {
			s.relax(i, j)
		}
	}
	return s.path(n, m)
}

// relax finds the best bead that ends behind i pieces of Chinese and j of English.
func (s *search) relax(i, j int) {
	best, how := math.Inf(-1), uint8(0)
	if i == 0 && j == 0 {
		return
	}
	for a := 0; a <= min(maxZh, i); a++ {
		r := s.c[i-a]
		for b := 0; b <= min(maxEn, j); b++ {
			if math.IsInf(s.m.prior[a][b], -1) {
				continue
			}
			k := j - b
			if k < r.Start || k >= r.End {
				continue
			}
			before := s.scores[i-a][k-r.Start]
			if math.IsInf(before, -1) {
				continue
			}
			if got := before + s.score(i-a, k, a, b); got > best {
				best, how = got, uint8(a<<4|b)
			}
		}
	}
	s.scores[i][j-s.c[i].Start], s.back[i][j-s.c[i].Start] = best, how
}

func (s *search) path(n, m int) []bead {
	var beads []bead
	for i, j := n, m; i > 0 || j > 0; {
		how := s.back[i][j-s.c[i].Start]
		a, b := int(how>>4), int(how&15)
		score := s.scores[i][j-s.c[i].Start]
		i, j = i-a, j-b
		score -= s.scores[i][j-s.c[i].Start]
		if a > 0 && b > 0 {
			score -= s.m.prior[a][b]
		} else {
			score = 0
		}
		beads = append(beads, bead{i, j, a, b, score})
	}
	slices.Reverse(beads)
	return beads
}

// fillRow computes the cells of Chinese piece i.
func (s *search) fillRow(i int) {
	lo, hi := s.c[i].Start, s.c[i].End
	for k := i; k <= min(len(s.t.zh), i+maxZh); k++ {
		lo, hi = min(lo, s.c[k].Start), max(hi, s.c[k].End)
	}
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

func (s *search) fill(c *cell, zh []feature, j int) {
	c.en, c.zh = c.en[:0], c.zh[:0]
	c.enGain, c.zhGain = 0, 0
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
			c.enGain += s.m.en[f].gain(float64(sum), len(zh))
		}
	}
	for k := range c.zh {
		x := &c.zh[k]
		x.w = s.acc[x.at]
		s.acc[x.at] = 0
		c.zhGain += s.m.zh[zh[x.at]].gain(float64(x.w), len(en))
	}
}

// gain is what a token gets for being linked with sum among n tokens of the
// other side.
func (t *token) gain(sum float64, n int) float64 {
	sum = min(sum, 1)
	return max(0, math.Log(t.alone+(1-t.alone)*sum/(float64(n)*t.chance))-t.logAlone)
}

func (s *search) cell(i, j int) *cell { return &s.rows[i%maxZh][j-s.first[i%maxZh]] }

// score is that of the bead with a pieces from i and b from j.
func (s *search) score(i, j, a, b int) float64 {
	total := s.m.prior[a][b]
	if a == 0 || b == 0 {
		return total
	}
	var zhLen, enLen, base, gain float64
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
	total += s.m.lengths(zhLen, enLen)
	if a == 1 {
		for k := j; k < j+b; k++ {
			gain += s.cell(i, k).enGain
		}
	} else {
		for k := j; k < j+b; k++ {
			gain += s.enGain(i, a, k, zhTokens)
		}
	}
	if b == 1 {
		for k := i; k < i+a; k++ {
			gain += s.cell(k, j).zhGain
		}
	} else {
		for k := i; k < i+a; k++ {
			gain += s.zhGain(k, j, b, enTokens)
		}
	}
	return total + s.m.lexical*(base+gain)
}

// enGain is what the tokens of English piece j gain in a bead with a pieces
// of Chinese from i.
func (s *search) enGain(i, a, j, zhTokens int) float64 {
	s.accTouch = s.accTouch[:0]
	for k := i; k < i+a; k++ {
		s.accumulate(s.cell(k, j).en)
	}
	return s.collect(s.t.en[j].features, s.m.en, zhTokens)
}

func (s *search) zhGain(i, j, b, enTokens int) float64 {
	s.accTouch = s.accTouch[:0]
	for k := j; k < j+b; k++ {
		s.accumulate(s.cell(i, k).zh)
	}
	return s.collect(s.t.zh[i].features, s.m.zh, enTokens)
}

func (s *search) accumulate(ms []match) {
	for _, x := range ms {
		if s.acc[x.at] == 0 {
			s.accTouch = append(s.accTouch, x.at)
		}
		s.acc[x.at] += x.w
	}
}

func (s *search) collect(features []feature, tokens []token, n int) float64 {
	gain := 0.0
	for _, at := range s.accTouch {
		gain += tokens[features[at]].gain(float64(s.acc[at]), n)
		s.acc[at] = 0
	}
	return gain
}
