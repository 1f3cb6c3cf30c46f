package draft

// leafOf is the first word of n.
func (p *printer) leafOf(n *node) *node {
	for n.rule != nil {
		n = n.left
	}
	return n
}

// lastLeaf is the last word of n.
func (p *printer) lastLeaf(n *node) *node {
	for n.rule != nil {
		if n.right == nil {
			n = n.left
		} else {
			n = n.right
		}
	}
	return n
}

// words says the words of n one after the other.
func (p *printer) words(n *node) {
	if n.rule == nil {
		p.fixed(n.at)
		return
	}
	p.words(n.left)
	if n.right != nil {
		p.words(n.right)
	}
}

// cat is the name of the category of n.
func (p *printer) cat(n *node) string { return p.g.names[n.cat] }

// say is how n is said: the last word of its rule, "" for a word.
func say(n *node) string {
	if n.rule == nil {
		return ""
	}
	return n.rule.say
}

// parts gives the two or three parts of n.
func parts(n *node) []*node {
	switch {
	case n.rule == nil:
		return nil
	case n.right == nil:
		return []*node{n.left}
	case n.left.rule != nil && n.left.rule.half:
		return []*node{n.left.left, n.left.right, n.right}
	}
	return []*node{n.left, n.right}
}
