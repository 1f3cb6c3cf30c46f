package draft

import "duizhao/lang/lexicon"

func (p *printer) light(v *verbParts, f form) bool {
	verb := p.leafOf(v.core.left)
	s := p.sense(verb.at, lexicon.Verb)
	if s == nil || !s.Flags.Has(lexicon.Light) {
		return false
	}
	head := v.core.right
	for head.rule != nil && head.right == nil {
		head = head.left
	}
	if head.rule != nil || p.read[head.at] != "g" || p.sense(head.at, lexicon.Verb) == nil {
		return false
	}
	p.verbWord(head, f)
	p.taken(v)
	p.objectOf(v)
	return true
}

func (p *printer) receives(n *node, f form) bool {
	if !hint("receives", p.tokens[p.leafOf(n.left).at].zh) || p.cat(n.right) != "NC" {
		return false
	}
	var np nounParts
	p.takeApart(n.right, &np)
	for np.head.rule != nil && np.head.right == nil {
		np.head = np.head.left
	}
	if np.head.rule != nil || p.read[np.head.at] != "g" || p.sense(np.head.at, lexicon.Verb) == nil ||
		np.det != nil || np.quantity != nil || len(np.after) > 0 || np.owner != nil || np.of != nil {
		return false
	}
	for _, m := range np.mods {
		if m.rule != nil || p.sense(m.at, lexicon.Adverb) == nil {
			return false
		}
	}
	p.out.say(verbForm("be", f))
	for _, m := range np.mods {
		p.adverb(m)
	}
	p.verbWord(np.head, participle)
	return true
}

func (p *printer) objectOf(v *verbParts) {
	for i, a := range v.after {
		if say(a) == "preposition" && p.cat(a.right) == "NC" && p.tokens[p.leafOf(a).at].zh == "对" {
			p.noun(a.right, object)
			v.after = append(v.after[:i:i], v.after[i+1:]...)
			return
		}
	}
}
