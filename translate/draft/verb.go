package draft

import (
	"strings"

	"duizhao/lang/lexicon"
)

// verbParts is a verb phrase taken apart.
type verbParts struct {
	adverbs []*node // before the verb
	negated bool
	modal   *node
	light   bool    // 进行 stood before the verb, whose object 对 may name
	core    *node   // the verb with its object
	after   []*node // adjuncts, said after the object
	take    *node   // the object that 把 put before the verb
	by      *node   // the doer that 由 or 被 names
}

// takeVerb collects the parts of the verb phrase n.
func (p *printer) takeVerb(n *node, into *verbParts) {
	switch say(n) {
	case "adverb":
		switch p.first(p.leafOf(n.left).at, lexicon.Adverb) {
		case "not":
			into.negated = true
		case "all": // 都 adds nothing where its subject stands
		default:
			into.adverbs = append(into.adverbs, n.left)
		}
	case "modal":
		if into.modal == nil {
			into.modal = n.left
		}
	case "after":
		if say(n.left) == "preposition" && p.tokens[p.leafOf(n.left).at].zh == "受" {
			into.by = n.left.right
		} else {
			into.after = append(into.after, n.left)
		}
	case "light": // the verb behind it says what is done
		into.light = true
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
	if p.takesAs(&v, f) {
		return
	}
	if v.by != nil && v.modal == nil && strings.HasPrefix(p.first(p.leafOf(v.core).at, lexicon.Verb), "be ") {
		p.charged(&v)
		return
	}
	f = p.auxiliaries(&v, f)
	if passive := v.by != nil || thing && p.passive(v.core); passive && f != participle {
		p.out.say(verbForm("be", f))
		f = participle
	}
	from := len(p.out.pieces)
	for _, a := range v.adverbs {
		if p.saidLate(a) {
			v.after = append(v.after, a)
			continue
		}
		if en := p.first(p.leafOf(a).at, lexicon.Adverb); p.asked && (en == "why" || en == "how") {
			continue
		}
		p.adverb(a)
	}
	to := len(p.out.pieces)
	p.core(&v, f)
	p.out.afterBe(from, to)
	if v.by != nil {
		p.out.say("by")
		p.noun(v.by, object)
	}
	for _, a := range v.after {
		if say(v.core) != "be" && p.compares(a) || p.governed(v.core, a) {
			continue
		}
		p.adjunct(a)
	}
}

// takesAs says 以企业为主体: "with enterprises as the mainstay", and "take" with
// a subject. It reports whether v was of that shape.
func (p *printer) takesAs(v *verbParts, f form) bool {
	if say(v.core) != "object" || p.tokens[p.leafOf(v.core).at].zh != "为" || len(v.after) == 0 || p.cat(v.core.right) != "NC" {
		return false
	}
	with := v.after[0]
	if say(with) != "preposition" || p.cat(with.right) != "NC" || p.tokens[p.leafOf(with).at].zh != "以" {
		return false
	}
	f = p.auxiliaries(v, f)
	if f == base && v.modal == nil || f == gerund || f == participle {
		p.out.say("with")
	} else {
		p.out.say(verbForm("take", f))
	}
	p.noun(with.right, ofPhrase)
	p.out.say("as")
	p.noun(v.core.right, complement)
	for _, a := range v.after[1:] {
		p.adjunct(a)
	}
	return true
}

// charged says 由 with a verb that is "be …" in English and has no passive:
// 由市政府负责 "| the municipal government is responsible".
func (p *printer) charged(v *verbParts) {
	p.out.say("|")
	by := v.by
	v.by = nil
	p.noun(by, subject)
	p.core(v, p.state.finite(p.isPlural(by)))
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
	case f == base || f == many || f == first:
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
	p.state.modal = true
	en := choice(s)
	if isModal(en) {
		p.out.say(en)
		return
	}
	p.out.say(verbForm(en, f))
}

// isModal reports whether en is a modal, that has one form only, and not a
// verb such as "be able to".
func isModal(en string) bool {
	first, _, _ := strings.Cut(en, " ")
	switch first {
	case "will", "shall", "should", "must", "may", "can", "could", "would", "might", "cannot", "need", "had":
		return true
	}
	return false
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
			p.out.sayVerb(verbForm(en, f))
		}
		return
	}
	p.fixed(n.at)
}

// passive reports whether the verb phrase n, said of a thing, is meant in the
// passive.
func (p *printer) passive(n *node) bool {
	return p.bareTransitive(n) && !endsInPreposition(p.first(p.leafOf(n).at, lexicon.Verb))
}

// bareTransitive reports whether vp is a verb that wants an object and has
// none.
func (p *printer) bareTransitive(n *node) bool {
	switch say(n) {
	case "adverb", "modal", "after", "light":
		return p.bareTransitive(n.right)
	case "pass", "done":
		if c := p.cat(n.left); c != "V" && c != "v" {
			return false
		}
		verb := p.leafOf(n).at
		s := p.sense(verb, lexicon.Verb)
		return s != nil && !hint("both", p.tokens[verb].zh) && s.Flags&(lexicon.Intransitive|lexicon.Says) == 0 && len(s.En) > 0 && s.En[0] != "be"
	}
	return false
}

// isThing reports whether the noun phrase n names neither a person nor a
// body.
func (p *printer) isThing(n *node) bool {
	n = p.lastLeaf(n)
	t := &p.tokens[n.at]
	if t.kind != word || hint("doers", t.zh) {
		return false
	}
	for i := range t.entry.Senses {
		if t.entry.Senses[i].Flags&(lexicon.Person|lexicon.Body|lexicon.Post|lexicon.Proper) != 0 {
			return false
		}
	}
	return p.read[n.at] == "n" || p.read[n.at] == "g" || p.read[n.at] == "ab"
}
