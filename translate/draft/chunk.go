package draft

// What tells that a tree is a guess: what it costs in all, and by word. A
// clause whose words hang together by common rules stays far below.
const (
	weakTree = 5.0
	weakWord = 0.9
	nextPart = 1.6 // what it costs a guess to be cut once more
)

// weak reports whether the tree n of so many words is a guess.
func weak(n *node, words int) bool {
	return n.cost > weakTree && n.cost > weakWord*float32(words)
}

// cuts gives the places where the words of the clause parsed last hang
// together least; the last is the number of its words. The parts between
// them, said one after the other, keep the order of the Chinese, where one
// tree over all would move words across a clause that nobody understood.
func (c *chart) cuts(words int, goal category) []int {
	cost := make([]float32, words+1)
	from := make([]int, words+1)
	for j := 1; j <= words; j++ {
		from[j] = -1
		for i := range j {
			n := c.best(i, j, words, goal)
			if n == nil || from[i] < 0 {
				continue
			}
			if all := cost[i] + n.cost + nextPart; from[j] < 0 || all < cost[j] {
				cost[j], from[j] = all, i
			}
		}
	}
	var out []int
	for j := words; j > 0; j = from[j] {
		out = append([]int{j}, out...)
		if from[j] < 0 {
			return []int{words}
		}
	}
	return out
}

// best is the cheapest node of category goal over words [i, j) of the clause
// parsed last, nil when there is none.
func (c *chart) best(i, j, words int, goal category) *node {
	for x := c.cells[i*(words+1)+j]; x != nil; x = x.next {
		if x.cat == goal {
			return x
		}
	}
	return nil
}

// divide parses the tokens of a weak tree part by part.
func (w *writer) divide(tokens []token, out *text) []parsed {
	var all []parsed
	start := 0
	for _, end := range w.chart.cuts(len(tokens), w.goal) {
		p, tree := w.tree(w.goal, tokens[start:end], out)
		p.part = true
		all = append(all, parsed{printer: p, tree: tree})
		start = end
	}
	return all
}
