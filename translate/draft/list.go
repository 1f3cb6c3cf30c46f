package draft

import "duizhao/lang/lexicon"

// items lists the parts of a coordination, and the word that joins the last
// two; etc reports that the row is left open by 等.
func (p *printer) coordinate(n *node, into []*node) (all []*node, joint *node, etc bool) {
	switch say(n) {
	case "pass":
		if p.cat(n) == "NC" {
			return p.coordinate(n.left, into)
		}
	case "etc":
		all, joint, _ = p.coordinate(n.left, into)
		return all, joint, true
	case "list":
		x := parts(n)
		all, _, _ = p.coordinate(x[0], into)
		if len(x) == 2 { // two words side by side
			return append(all, x[1]), nil, false
		}
		var last *node
		all, last, etc = p.coordinate(x[2], all)
		if last == nil && p.cat(x[1]) == "c" {
			last = x[1]
		}
		return all, last, etc
	}
	return append(into, n), nil, false
}

// list says a coordination of noun phrases.
func (p *printer) list(n *node, at place) {
	all, joint, etc := p.coordinate(n, nil)
	p.row(all, joint, etc, func(x *node) { p.noun(x, at) })
}

// items says a coordination where etc is understood from what stands before.
func (p *printer) items(n *node, at place) {
	all, joint, _ := p.coordinate(n, nil)
	p.row(all, joint, false, func(x *node) { p.noun(x, at) })
}

// row says items one after the other: "A, B and C", "A, B, etc.".
func (p *printer) row(all []*node, joint *node, etc bool, item func(*node)) {
	for i, x := range all {
		last := i == len(all)-1
		switch {
		case i == 0:
		case last && !etc:
			p.joint(joint)
		default:
			p.out.close(",")
		}
		item(x)
		if last && etc {
			p.out.close(",")
			p.out.say("etc.")
		}
	}
}

// joint says the word between the last two items: "and", "or".
func (p *printer) joint(n *node) {
	if n == nil {
		p.out.say("and")
		return
	}
	p.word(n, lexicon.Conjunction)
}

// group says what stands in quotation marks, title marks or brackets.
func (p *printer) group(n *node) {
	for n.rule != nil {
		n = n.left
	}
	p.fixed(n.at)
}

// quoted says a group token with its marks. Title marks around a single term
// are not said: a term that is a title stands in English without them.
func (p *printer) quoted(t *token) {
	open, end := `"`, `"`
	switch {
	case isBracket(t.mark):
		open, end = "(", ")"
	case t.mark == '《' || t.mark == '〈':
		if len(t.inner) == 1 && len(t.inner[0].tokens) == 1 && t.inner[0].tokens[0].kind == term {
			open, end = "", ""
		}
	case t.mark == '‘' || t.mark == '『':
		open, end = "'", "'"
	}
	if open != "" {
		p.out.open(open)
	}
	from := len(p.out.pieces)
	p.writer.group(t.inner, p.out, t.mark == '《' || t.mark == '〈')
	if end != "" {
		if from == len(p.out.pieces) {
			p.out.pieces = p.out.pieces[:from-1] // nothing stood between the marks
			return
		}
		p.out.close(end)
	}
}
