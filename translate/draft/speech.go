package draft

import "duizhao/lang/lexicon"

// subject says a subject and what is said of it.
func (p *printer) subject(n *node) {
	p.state.modal = false
	if say(n) == "timed" {
		p.when(n.left, true)
		p.out.comma()
		n = n.right
	}
	if say(n) == "isevent" {
		p.verb(n.left, gerund, false)
		p.verb(n.right, p.state.finite(false), false)
		p.state.subject, p.state.plural, p.state.thing = true, false, true
		return
	}
	if say(n) == "event" {
		p.verb(n.left, gerund, false)
		p.verb(n.right, p.state.finite(false), false)
		return
	}
	once := !p.state.past && p.founded(n)
	if !p.state.title && (once || p.happened(n)) {
		p.state.past = true
	}
	p.state.measured = p.hasFigure(n.right)
	many := p.isPlural(n.left)
	p.noun(n.left, subject)
	if last := p.lastLeaf(n.left); p.read[last.at] == "r" {
		p.state.first = p.first(last.at, lexicon.Pronoun) == "I"
	} else {
		p.state.first = false
	}
	p.state.subject, p.state.plural, p.state.thing = true, many, p.isThing(n.left) || p.held(n)
	p.verb(n.right, p.state.finite(many), p.state.thing)
	if once {
		p.state.past = false // when it was founded says nothing of what follows
	}
}

// predicate says a verb phrase without a subject: as an order where the
// sentence has none, and otherwise in agreement with the one before.
func (p *printer) predicate(n *node) {
	if p.doer(n) {
		return
	}
	modal := p.hasModal(n)
	if !modal && !p.state.subject && p.entrusted(n) {
		p.verb(n, participle, false)
		return
	}
	switch {
	case !p.state.subject && p.state.event && !modal:
		p.verb(n, gerund, false)
		p.state.subject, p.state.plural, p.state.thing = true, false, true
	case !p.state.subject && !modal && !p.state.title && p.there(n):
	case !p.state.subject && !modal && len(p.out.pieces) > 0 && p.tokens[p.leafOf(n).at].zh == "是":
		p.out.say("(it)")
		p.verb(n, p.state.finite(false), false)
	case p.state.modal && !modal:
		p.verb(n, base, false)
	case !p.state.subject && (modal || p.state.that):
		p.asks(n)
		p.out.say("(it)")
		p.state.subject, p.state.plural = true, false
		p.verb(n, p.state.finite(false), false)
	case p.state.subject:
		p.verb(n, p.state.finite(p.state.plural), p.state.thing)
	default:
		p.verb(n, base, false)
	}
}

// there says 有 without a subject: "there are". It reports whether n was of that
// shape.
func (p *printer) there(n *node) bool {
	var v verbParts
	if say(n) == "list" {
		return false
	}
	p.takeVerb(n, &v)
	if say(v.core) != "object" || p.tokens[p.leafOf(v.core).at].zh != "有" || v.negated || v.by != nil || v.take != nil || p.cat(v.core.right) != "NC" {
		return false
	}
	f := third
	if p.isPlural(v.core.right) {
		f = many
	}
	for _, a := range v.adverbs {
		p.adverb(a)
	}
	p.out.say("there")
	p.out.say(verbForm("be", f))
	p.noun(v.core.right, object)
	for _, a := range v.after {
		p.adjunct(a)
	}
	return true
}

// asks says 为什么 or 如何 before the supplied subject.
func (p *printer) asks(n *node) {
	var v verbParts
	if say(n) == "list" {
		return
	}
	p.takeVerb(n, &v)
	for _, a := range v.adverbs {
		if en := p.first(p.leafOf(a).at, lexicon.Adverb); en == "why" || en == "how" {
			p.adverb(a)
			p.asked = true
		}
	}
}

// doer says 由主管部门发放许可证 with the doer as the subject: "the competent
// departments issue licenses". It reports whether n was of that shape.
func (p *printer) doer(n *node) bool {
	var v verbParts
	if say(n) == "list" {
		return false
	}
	p.takeVerb(n, &v)
	if v.by == nil || p.tokens[p.leafOf(n).at].zh != "由" || p.bareTransitive(v.core) {
		return false
	}
	many := p.isPlural(v.by)
	p.noun(v.by, subject)
	p.state.subject, p.state.plural = true, many
	p.verb(n.right, p.state.finite(many), false)
	return true
}

// entrusted reports whether a verb phrase without a subject is in the
// passive: 受国务院委托 "entrusted by the State Council".
func (p *printer) entrusted(n *node) bool {
	if say(n) != "passive" && say(n) != "after" {
		return false
	}
	var v verbParts
	p.takeVerb(n, &v)
	return v.by != nil && p.bareTransitive(v.core)
}

// hasModal reports whether the verb phrase n has a modal.
func (p *printer) hasModal(n *node) bool {
	var v verbParts
	if say(n) == "list" {
		return p.hasModal(n.left)
	}
	p.takeVerb(n, &v)
	return v.modal != nil
}

// happened reports whether a clause with a subject reports an event: by its
// verb, or because somebody says something.
func (p *printer) happened(n *node) bool {
	if p.hasModal(n.right) {
		return false
	}
	var v verbParts
	p.takeVerb(n.right, &v)
	verb := &p.tokens[p.leafOf(v.core).at]
	if !hint("events", verb.zh) {
		return false
	}
	if s := p.sense(p.leafOf(v.core).at, lexicon.Verb); s == nil || !s.Flags.Has(lexicon.Says) {
		return true
	}
	return !p.isThing(n.left) || hint("speakers", p.tokens[p.lastLeaf(n.left).at].zh)
}

// held reports whether a clause says that a meeting takes place: 会议召开.
func (p *printer) held(n *node) bool {
	var v verbParts
	p.takeVerb(n.right, &v)
	return hint("held", p.tokens[p.leafOf(v.core).at].zh) && hint("speakers", p.tokens[p.lastLeaf(n.left).at].zh)
}

// founded reports whether a clause with a subject says when it was founded.
func (p *printer) founded(n *node) bool {
	if p.state.title || p.hasModal(n.right) || !p.hasYear() {
		return false
	}
	var v verbParts
	p.takeVerb(n.right, &v)
	return hint("founded", p.tokens[p.leafOf(v.core).at].zh)
}

// hasYear reports whether the clause says in or on what date something was.
func (p *printer) hasYear() bool {
	for i := 1; i < len(p.tokens); i++ {
		if p.tokens[i].kind == date && (p.tokens[i-1].zh == "于" || p.tokens[i-1].zh == "在") {
			return true
		}
	}
	return false
}

// hasFigure reports whether the object of the verb phrase n is a figure.
func (p *printer) hasFigure(n *node) bool {
	var v verbParts
	p.takeVerb(n, &v)
	if say(v.core) == "equal" {
		return true
	}
	if say(v.core) != "object" {
		return false
	}
	object := v.core.right
	for object.rule != nil && object.right == nil {
		object = object.left
	}
	return object.rule == nil && p.tokens[object.at].kind == figure
}

// described says what would stand before a noun that is not there.
func (p *printer) described(n *node) {
	switch p.cat(n.left) {
	case "b":
		p.leaf(n.left)
	case "VP", "SV":
		p.whoever(n)
	default:
		p.phrase(n.left)
	}
}

// describing says what stands between 的 and a localiser: 确保安全的前提下.
func (p *printer) describing(n *node) {
	switch p.cat(n.left) {
	case "VP":
		p.verb(n.left, gerund, false)
	case "SV":
		p.noun(n.left.left, ofPhrase)
		p.verb(n.left.right, gerund, false)
	default:
		p.described(n)
	}
}

// whoever says a clause that ends in 的 and stands for whom or what it is true
// of: 违反规定的 "where (it) violates provisions".
func (p *printer) whoever(dp *node) {
	n := dp.left
	switch {
	case (p.state.title || p.part) && p.cat(n) == "VP":
		p.verb(n, gerund, false)
		return
	case p.part:
		p.subject(n)
		return
	}
	p.out.say("where")
	past := p.state.past
	p.state.past, p.state.subject, p.state.modal = false, false, false
	if p.cat(n) == "SV" {
		p.subject(n)
	} else {
		p.out.say("(it)")
		p.verb(n, third, false)
	}
	p.state.past, p.state.subject = past, false
}
