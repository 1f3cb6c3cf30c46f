package draft

// node is a word or phrase in the tree of a clause.
type node struct {
	cat   category
	rule  *rule // nil for a word
	left  *node
	right *node // nil for a word and in a rule of one part
	at    int   // index of the word, for a word
	cost  float32
	next  *node // the next cheaper-by-category node of the same stretch
}

// leaf is a reading of a word: a category of the grammar and what it costs
// to read the word so.
type leaf struct {
	cat  category
	cost float32
}

// chart finds the cheapest tree over a clause (Cocke-Younger-Kasami). Its
// trees are good until it is reset.
type chart struct {
	g     *grammar
	cells []*node // by stretch: the best node of each category, linked
	arena []node
}

func newChart(g *grammar) *chart { return &chart{g: g} }

// modalBefore is what it costs to read a verb phrase with a modal before 的: in
// 应当坚持节约的原则 the modal is the main verb.
const modalBefore = 1.5

// modal reports whether a verb phrase begins with a modal, or an adverb or
// adjunct before one.
func (n *node) modal() bool {
	for n.rule != nil {
		switch n.rule.say {
		case "modal":
			return true
		case "adverb", "after":
			n = n.right
		case "list":
			for n = n.left; n.rule != nil && n.rule.half; {
				n = n.left
			}
		default:
			return false
		}
	}
	return false
}

// reset gives back the room of all trees that were found.
func (c *chart) reset() { c.arena = c.arena[:0] }

// parse gives the cheapest node of category goal over all words, or nil when
// there is none. Time grows with the cube of the number of words.
func (c *chart) parse(words [][]leaf, goal category) *node {
	n := len(words)
	c.cells = append(c.cells[:0], make([]*node, n*(n+1))...)
	for i, leaves := range words {
		cell := &c.cells[i*(n+1)+i+1]
		for _, l := range leaves {
			c.put(cell, node{cat: l.cat, at: i, cost: l.cost})
		}
	}
	for length := 2; length <= n; length++ {
		for i := 0; i+length <= n; i++ {
			c.join(i, i+length, n+1)
		}
	}
	for x := c.cells[n]; x != nil; x = x.next {
		if x.cat == goal {
			return x
		}
	}
	return nil
}

// join fills the cell of words [i, j).
func (c *chart) join(i, j, stride int) {
	cell := &c.cells[i*stride+j]
	for k := i + 1; k < j; k++ {
		for l := c.cells[i*stride+k]; l != nil; l = l.next {
			rules := c.g.binary[l.cat]
			if len(rules) == 0 {
				continue
			}
			for r := c.cells[k*stride+j]; r != nil; r = r.next {
				for x := range rules {
					if rules[x].right == r.cat {
						cost := l.cost + r.cost + rules[x].cost
						if rules[x].plain && l.modal() {
							cost += modalBefore
						}
						c.put(cell, node{cat: rules[x].lhs, rule: &rules[x], left: l, right: r, cost: cost})
					}
				}
			}
		}
	}
}

// put keeps n in cell when it is cheaper than what has its category there,
// and whatever rules of one part make of it.
func (c *chart) put(cell **node, n node) {
	for x := *cell; x != nil; x = x.next {
		if x.cat != n.cat {
			continue
		}
		if x.cost <= n.cost {
			return
		}
		n.next = x.next
		*x = n
		c.raise(cell, x)
		return
	}
	kept := c.keep(n)
	kept.next = *cell
	*cell = kept
	c.raise(cell, kept)
}

func (c *chart) raise(cell **node, n *node) {
	rules := c.g.unary[n.cat]
	for x := range rules {
		c.put(cell, node{cat: rules[x].lhs, rule: &rules[x], left: n, cost: n.cost + rules[x].cost})
	}
}

// arenaBlock is how many nodes are made at a time.
const arenaBlock = 1024

// keep moves n to where it stays: full blocks are left to the trees that use
// them, so a node never moves.
func (c *chart) keep(n node) *node {
	if len(c.arena) == cap(c.arena) {
		c.arena = make([]node, 0, arenaBlock)
	}
	c.arena = append(c.arena, n)
	return &c.arena[len(c.arena)-1]
}
