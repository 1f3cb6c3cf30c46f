package draft

import "duizhao/lang/lexicon"

// verbParts is a verb phrase taken apart.
type verbParts struct {
	adverbs []*node // before the verb
	negated bool
	modal   *node
	core    *node   // the verb with its object
	after   []*node // adjuncts, said after the object
	take    *node   // the object that 把 put before the verb
	by      *node   // the doer that 由 or 被 names
}

// takeVerb collects the parts of the verb phrase n.
func (p *printer) takeVerb(n *node, into *verbParts) {
	switch say(n) {
	case "adverb":
		if p.first(p.leafOf(n.left).at, lexicon.Adverb) == "not" {
			into.negated = true
		} else {
			into.adverbs = append(into.adverbs, n.left)
		}
	case "modal":
		if into.modal == nil {
			into.modal = n.left
		}
	case "after":
		into.after = append(into.after, n.left)
	case "take":
		into.take = n.left.right
	case "passive":
		into.by = n.left.right
	default:
		into.core = n
		return
	}
	p.takeVerb(n.right, into)
}

// leafOf is the first word of n.
func (p *printer) leafOf(n *node) *node {
	for n.rule != nil {
		n = n.left
	}
	return n
}

// verb says a verb phrase. thing tells that its subject is no person or body,
// so that a verb without object is meant in the passive: 方案印发 "the plan
// is printed".
func (p *printer) verb(n *node, f form, thing bool) {
	switch say(n) {
	case "list":
		all, joint, etc := p.coordinate(n, nil)
		p.row(all, joint, etc, func(x *node) { p.verb(x, f, thing) })
		return
	case "serial":
		p.verb(n.left, f, thing)
		p.out.say("|")
		p.verb(n.right, f, false)
		return
	case "done":
		p.verb(n.left, f, thing)
		return
	}
	var v verbParts
	p.takeVerb(n, &v)
	f = p.auxiliaries(&v, f)
	for _, a := range v.adverbs {
		p.adverb(a)
	}
	passive := v.by != nil || thing && p.bareTransitive(v.core)
	if passive && f != participle {
		p.out.say(verbForm("be", f))
		f = participle
	}
	p.core(&v, f)
	if v.by != nil {
		p.out.say("by")
		p.noun(v.by, object)
	}
	for _, a := range v.after {
		p.adjunct(a)
	}
}

// auxiliaries says the modal and the negation, and gives the form of the verb
// behind them.
func (p *printer) auxiliaries(v *verbParts, f form) form {
	finite := f != gerund && f != participle
	if v.modal != nil && finite {
		p.modal(v.modal, f)
		f = base
	}
	if !v.negated {
		return f
	}
	switch {
	case v.modal != nil || !finite || say(v.core) == "be":
	case f == base || f == many:
		p.out.say("do")
		f = base
	case f == third:
		p.out.say("does")
		f = base
	default:
		p.out.say("did")
		f = base
	}
	p.out.say("not")
	return f
}

// modal says a modal; without a subject what is to be done is said
// impersonally.
func (p *printer) modal(n *node, f form) {
	s := p.sense(n.at, lexicon.Auxiliary)
	if s == nil {
		return
	}
	if f == base {
		p.out.say("(it)")
	}
	p.out.say(choice(s))
}

// core says the verb with its object.
func (p *printer) core(v *verbParts, f form) {
	n := v.core
	switch say(n) {
	case "word", "pass":
		p.verbWord(n, f)
		p.taken(v)
	case "object":
		if p.light(v, f) {
			return
		}
		p.verbWord(n.left, f)
		p.taken(v)
		if p.cat(n.left) == "vi" && p.isPercent(n.right) {
			p.out.say("by")
		}
		if p.cat(n.right) == "AP" {
			p.adjective(n.right)
			return
		}
		p.noun(n.right, object)
	case "chain":
		p.verbWord(n.left, f)
		p.chained(n)
	case "that":
		p.verbWord(n.left, f)
		p.out.say("that")
		p.subject(n.right)
	case "adjunct":
		p.verbWord(n.left, f)
		p.taken(v)
		p.adjunct(n.right)
	case "be":
		p.out.say(verbForm("be", f))
		p.adjective(n.left)
	case "adverb": // an adjective before a verb
		p.verb(n, f, false)
	default:
		p.verb(n, f, false)
	}
}

// taken says the object that 把 put before the verb.
func (p *printer) taken(v *verbParts) {
	if v.take != nil {
		p.noun(v.take, object)
		v.take = nil
	}
}

// chained says the verb phrase that depends on another verb.
func (p *printer) chained(n *node) {
	if p.cat(n.right) == "SV" {
		p.noun(n.right.left, object)
		p.out.say("to")
		p.verb(n.right.right, base, false)
		return
	}
	if s := p.sense(p.leafOf(n.left).at, lexicon.Verb); s != nil && s.Flags.Has(lexicon.TakesIng) {
		p.verb(n.right, gerund, false)
		return
	}
	p.out.say("to")
	p.verb(n.right, base, false)
}

// verbWord says a verb, or verbs that stand together, in form f.
func (p *printer) verbWord(n *node, f form) {
	switch say(n) {
	case "list":
		all, joint, etc := p.coordinate(n, nil)
		p.row(all, joint, etc, func(x *node) { p.verbWord(x, f) })
		return
	case "word", "pass":
		p.verbWord(n.left, f)
		return
	case "done":
		p.verbWord(n.left, f)
		return
	}
	t := &p.tokens[n.at]
	if t.kind != word {
		p.fixed(n.at)
		return
	}
	if s := p.sense(n.at, lexicon.Verb); s != nil {
		if en := choice(s); en != "" {
			p.out.say(verbForm(en, f))
		}
		return
	}
	p.fixed(n.at)
}

// bareTransitive reports whether vp is a verb that wants an object and has
// none.
func (p *printer) bareTransitive(n *node) bool {
	switch say(n) {
	case "adverb", "modal", "after":
		return p.bareTransitive(n.right)
	case "pass", "done":
		if c := p.cat(n.left); c != "V" && c != "v" {
			return false
		}
		s := p.sense(p.leafOf(n).at, lexicon.Verb)
		return s != nil && s.Flags&(lexicon.Intransitive|lexicon.Says) == 0 && len(s.En) > 0 && s.En[0] != "be"
	}
	return false
}

// light gives a verb like 进行 up for the verbal noun that is its object:
// 对制度进行调整 "adjust the system". It reports whether it did.
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
	for i, a := range v.after {
		if say(a) == "preposition" && p.tokens[p.leafOf(a).at].zh == "对" {
			p.noun(a.right, object)
			v.after = append(v.after[:i:i], v.after[i+1:]...)
			break
		}
	}
	return true
}

// isPercent reports whether n is a figure in percent or percentage points.
func (p *printer) isPercent(n *node) bool {
	for n.rule != nil && n.right == nil {
		n = n.left
	}
	return n.rule == nil && p.tokens[n.at].share
}

// isThing reports whether the noun phrase n names neither a person nor a
// body.
func (p *printer) isThing(n *node) bool {
	for n.rule != nil {
		if n.right == nil {
			n = n.left
		} else {
			n = n.right
		}
	}
	t := &p.tokens[n.at]
	if t.kind != word {
		return false
	}
	for i := range t.entry.Senses {
		if t.entry.Senses[i].Flags&(lexicon.Person|lexicon.Body|lexicon.Post|lexicon.Proper) != 0 {
			return false
		}
	}
	return p.read[n.at] == "n" || p.read[n.at] == "g"
}
