package align

import (
	"cmp"
	"math"
	"slices"
)

// corridor gives for each number of Chinese pieces taken the numbers of
// English ones that may have been taken. Neither end of its ranges ever moves
// back.
type corridor []Range

// margin is how far, in pieces, a path may leave what is known of it.
const margin = 25

// wholeArea is how many cells are searched without asking where the path may
// run.
const wholeArea = 200_000

// firstCorridor is where the first path is looked for: everywhere in short
// texts, along anchors in long ones.
func firstCorridor(c *corpus) corridor {
	n, m := len(c.zh), len(c.en)
	if (n+1)*(m+1) <= wholeArea {
		whole := make(corridor, n+1)
		for i := range whole {
			whole[i] = Range{0, m + 1}
		}
		return whole
	}
	return along(anchors(c), n, m)
}

// anchor is a pair of pieces with rare features in common.
type anchor struct {
	i, j  int
	score float64
}

// rareProduct is how many pairs of places a pair of features may have to be
// an anchor.
const rareProduct = 12

// anchors returns the heaviest chain of anchors that runs forward in both
// texts.
func anchors(c *corpus) []anchor {
	zhAt, enAt := places(c.zh, len(c.zhVocab.counts)), places(c.en, len(c.enVocab.counts))
	var points []anchor
	area := float64(len(c.zh)) * float64(len(c.en))
	for z, ws := range c.links {
		for _, w := range ws {
			product := len(zhAt[z]) * len(enAt[w.f])
			if product == 0 || product > rareProduct {
				continue
			}
			// Rarer than chance by this much, shared among the places.
			score := w.w * math.Log(area/float64(product)) / float64(max(len(zhAt[z]), len(enAt[w.f])))
			for _, i := range zhAt[z] {
				for _, j := range enAt[w.f] {
					points = append(points, anchor{int(i), int(j), score})
				}
			}
		}
	}
	slices.SortFunc(points, func(a, b anchor) int {
		return cmp.Or(cmp.Compare(a.i, b.i), cmp.Compare(a.j, b.j), cmp.Compare(a.score, b.score))
	})
	return supported(chain(merged(points), len(c.en)))
}

// places lists for each feature the pieces that have it, each once.
func places(sentences []sentence, features int) [][]int32 {
	at := make([][]int32, features)
	for i, s := range sentences {
		for _, f := range s.features {
			if n := len(at[f]); (n == 0 || at[f][n-1] != int32(i)) && n <= rareProduct {
				at[f] = append(at[f], int32(i))
			}
		}
	}
	return at
}

// merged adds up the anchors of one pair of pieces.
func merged(points []anchor) []anchor {
	out := points[:0]
	for _, p := range points {
		if n := len(out); n > 0 && out[n-1].i == p.i && out[n-1].j == p.j {
			out[n-1].score += p.score
		} else {
			out = append(out, p)
		}
	}
	return out
}

// chain finds the heaviest sequence of sorted points in which neither i nor j
// falls, by a Fenwick tree of the best sums up to each j.
func chain(points []anchor, m int) []anchor {
	best := make([]float64, len(points))
	before := make([]int, len(points))
	tree := make([]int, m+1) // index of a point + 1, by Fenwick node
	last := -1
	for k, p := range points {
		before[k] = -1
		for x := p.j + 1; x > 0; x -= x & -x {
			if t := tree[x] - 1; t >= 0 && (before[k] < 0 || best[t] > best[before[k]]) {
				before[k] = t
			}
		}
		best[k] = p.score
		if before[k] >= 0 {
			best[k] += best[before[k]]
		}
		for x := p.j + 1; x <= m; x += x & -x {
			if t := tree[x] - 1; t < 0 || best[t] < best[k] {
				tree[x] = k + 1
			}
		}
		if last < 0 || best[k] > best[last] {
			last = k
		}
	}
	var out []anchor
	for ; last >= 0; last = before[last] {
		out = append(out, points[last])
	}
	slices.Reverse(out)
	return out
}

// supported keeps the anchors that others near by agree with: a chance
// meeting of rare words stands alone.
func supported(points []anchor) []anchor {
	const near, needed = 8, 2 // anchors looked at to each side, and agreeing ones
	var out []anchor
	for k, p := range points {
		agree := 0
		for x := max(0, k-near); x < min(len(points), k+near+1); x++ {
			di, dj := points[x].i-p.i, points[x].j-p.j
			if x != k && max(di-2*dj, dj-2*di, -di, -dj) <= margin/2 && di*di+dj*dj < 4*margin*margin {
				agree++
			}
		}
		if agree >= needed {
			out = append(out, p)
		}
	}
	return out
}

// along is the corridor around anchors: between two of them all that lies
// between, or a band along the straight line where that would be too much.
func along(points []anchor, n, m int) corridor {
	knots := append([]anchor{{}}, points...)
	knots = append(knots, anchor{i: n, j: m})
	c := make(corridor, n+1)
	for i := range c {
		c[i] = Range{m + 1, 0}
	}
	for k := 1; k < len(knots); k++ {
		a, b := knots[k-1], knots[k]
		for i := max(0, a.i-margin); i <= min(n, b.i+margin); i++ {
			lo, hi := a.j, b.j
			if (b.i-a.i)*(b.j-a.j) > wholeArea {
				at := a.j + (min(max(i, a.i), b.i)-a.i)*(b.j-a.j)/(b.i-a.i)
				half := max(10*margin, wholeArea/(2*(b.i-a.i)))
				lo, hi = max(a.j, at-half), min(b.j, at+half)
			}
			c.widen(i, lo-margin, hi+margin, m)
		}
	}
	return c.smooth(m)
}

// around is the corridor around a path.
func around(beads []bead, n, m int) corridor {
	c := make(corridor, n+1)
	for i := range c {
		c[i] = Range{m + 1, 0}
	}
	c.widen(0, 0, 0, m)
	for _, b := range beads {
		for i := b.i; i <= b.i+b.a; i++ {
			c.widen(i, b.j, b.j+b.b, m)
		}
	}
	const half = margin / 2 // what was found once is nearly right
	wide := make(corridor, n+1)
	for i := range wide {
		wide[i] = Range{max(0, c[max(0, i-half)].Start-half), min(m+1, c[min(n, i+half)].End+half)}
	}
	return wide.smooth(m)
}

func (c corridor) widen(i, lo, hi, m int) {
	c[i].Start = max(0, min(c[i].Start, lo))
	c[i].End = min(m+1, max(c[i].End, hi+1))
}

// smooth lets neither end move back, and both corners lie within.
func (c corridor) smooth(m int) corridor {
	n := len(c) - 1
	c[0].Start, c[n].End = 0, m+1
	for i := 1; i <= n; i++ {
		c[i].End = max(c[i].End, c[i-1].End)
	}
	for i := n - 1; i >= 0; i-- {
		c[i].Start = min(c[i].Start, c[i+1].Start)
	}
	return c
}
