package glossary

import (
	"slices"
	"sort"
)

// choose appends to dst the indexes of the candidates that become matches, in
// order: the best set of approved ones, then the best set of all others in the
// room that those leave. cands are sorted by start, then by end.
func choose(dst []int, cands []candidate) []int {
	if len(cands) == 1 {
		return append(dst, 0)
	}
	approved := make([]int, 0, len(cands))
	var others []int
	for i := range cands {
		if cands[i].approved {
			approved = append(approved, i)
		} else {
			others = append(others, i)
		}
	}
	dst = pickClusters(dst, cands, approved)
	if len(others) == 0 {
		return dst
	}
	taken := slices.Clone(dst)
	others = slices.DeleteFunc(others, func(i int) bool {
		return hider(cands, taken, &cands[i]) >= 0
	})
	dst = pickClusters(dst, cands, others)
	slices.Sort(dst) // cands are in order of the text
	return dst
}

// hider returns the index of the first of picks that overlaps c, or -1; picks
// are in order of the text.
func hider(cands []candidate, picks []int, c *candidate) int {
	i := sort.Search(len(picks), func(i int) bool { return cands[picks[i]].end > c.start })
	if i < len(picks) && cands[picks[i]].start < c.end {
		return picks[i]
	}
	return -1
}

// pickClusters cuts order (indexes into cands) where nothing overlaps and
// appends the best set of each piece.
func pickClusters(dst []int, cands []candidate, order []int) []int {
	for len(order) > 0 {
		n, end := 1, cands[order[0]].end
		for n < len(order) && cands[order[n]].start < end {
			end = max(end, cands[order[n]].end)
			n++
		}
		dst = pickBest(dst, cands, order[:n])
		order = order[n:]
	}
	return dst
}

// pickBest appends the set of cluster with the greatest weight.
func pickBest(dst []int, cands []candidate, cluster []int) []int {
	n := len(cluster)
	if n == 1 {
		return append(dst, cluster[0])
	}
	best := make([]int64, n+1) // of the candidates from i on
	next := make([]int, n)     // the first candidate that i does not overlap
	take := make([]bool, n)
	for i := n - 1; i >= 0; i-- {
		c := &cands[cluster[i]]
		next[i] = i + sort.Search(n-i, func(k int) bool { return cands[cluster[i+k]].start >= c.end })
		with, without := weight(c)+best[next[i]], best[i+1]
		// At a tie the leftmost wins: this one, unless what follows begins at
		// the same place, where the longer one stands later.
		tie := with == without && cands[cluster[i+1]].start > c.start
		take[i] = with > without || tie
		best[i] = max(with, without)
	}
	for i := 0; i < n; {
		if take[i] {
			dst = append(dst, cluster[i])
			i = next[i]
		} else {
			i++
		}
	}
	return dst
}

// weight grows with the square of the length, so that a long term outweighs
// any two that it could be cut into; a doubtful one gives way to an equal.
func weight(c *candidate) int64 {
	n := int64(c.end - c.start)
	w := 2 * n * n
	if c.doubtful {
		w--
	}
	return w
}
