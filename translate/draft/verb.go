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
	if passive := v.by != nil || thing && p.bareTransitive(v.core); passive && f != participle {
		p.out.say(verbForm("be", f))
		f = participle
	}
	for _, a := range v.adverbs {
		if p.saidLate(a) {
			v.after = append(v.after, a)
			continue
		}
		p.adverb(a)
	}
	p.core(&v, f)
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

// governed says an adjunct whose preposition stands in the verb already:
// 对质量负责 "be responsible for quality". It reports whether it did.
func (p *printer) governed(core, n *node) bool {
	if say(core) != "word" && say(core) != "pass" || say(n) != "preposition" || !endsInPreposition(p.first(p.leafOf(core).at, lexicon.Verb)) {
		return false
	}
	switch p.cat(n.right) {
	case "NC":
		p.noun(n.right, ofPhrase)
	case "T":
		p.when(n.right, false)
	default:
		return false
	}
	return true
}

// compares says 比 before a verb, where English has no "than". It reports
// whether n was that.
func (p *printer) compares(n *node) bool {
	if say(n) != "preposition" || p.tokens[p.leafOf(n).at].zh != "比" {
		return false
	}
	p.out.say("compared with")
	if p.cat(n.right) == "T" {
		p.when(n.right, false)
	} else {
		p.noun(n.right, ofPhrase)
	}
	return true
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
	p.state.modal = true
	en := choice(s)
	if isModal(en) {
		p.out.say(en)
		return
	}
	p.out.say(verbForm(en, f))
}

// amount says an object with how much of it behind it: 治理面积5万亩 "treat 50,000
// mu of area", 新建公园12个 "build 12 parks".
func (p *printer) amount(v *verbParts, f form) {
	x := parts(v.core)
	p.verbWord(x[0], f)
	p.taken(v)
	p.amountOf(x[2])
	if t := &p.tokens[p.leafOf(x[2]).at]; t.unit {
		p.out.say("of")
		p.noun(x[1], attribute)
		return
	}
	p.noun(x[1], counted)
}

// amountOf says a figure with its measure word, if any.
func (p *printer) amountOf(n *node) {
	if n.rule != nil {
		p.quantity(n)
		return
	}
	p.fixed(n.at)
}

// toward says an adjunct that stands behind its verb: there 给 is "to".
func (p *printer) toward(n *node) {
	if say(n) == "preposition" && p.tokens[p.leafOf(n).at].zh == "给" {
		p.out.say("to")
		p.noun(n.right, ofPhrase)
		return
	}
	p.adjunct(n)
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

// core says the verb with its object.
func (p *printer) core(v *verbParts, f form) {
	n := v.core
	switch say(n) {
	case "word", "pass":
		if p.cat(n.left) == "i" {
			p.out.say(verbForm(p.first(n.left.at, lexicon.Phrase), f))
			return
		}
		p.verbWord(n, f)
		p.taken(v)
	case "object":
		if p.light(v, f) {
			return
		}
		p.verbWord(n.left, f)
		if whole := p.taken(v); whole {
			p.out.say("to")
		}
		if p.sameVerb(n.left, n.right) {
			return
		}
		if p.cat(n.left) == "vi" && p.isPercent(n.right) {
			p.out.say("by")
		}
		if p.cat(n.right) == "AP" {
			p.adjective(n.right)
			return
		}
		if p.first(p.leafOf(n.left).at, lexicon.Verb) == "be" && (f == third || f == past) {
			p.noun(n.right, complement)
			return
		}
		p.noun(n.right, object)
	case "chain":
		p.verbWord(n.left, f)
		p.taken(v)
		p.chained(n, f)
	case "amount":
		p.amount(v, f)
	case "equal":
		p.out.say(verbForm("be", f))
		p.amountOf(n.left)
	case "that":
		p.verbWord(n.left, f)
		p.out.say("that")
		p.subject(n.right)
	case "adjunct":
		p.verbWord(n.left, f)
		p.taken(v)
		p.toward(n.right)
	case "be":
		p.out.say(verbForm("be", f))
		p.adjective(n.left)
	case "list", "serial", "done":
		p.verb(n, f, false)
	default:
		p.verbWord(n, f)
	}
}

// sameVerb reports whether the object is a verb that English says no
// differently: 贯彻执行 "implement".
func (p *printer) sameVerb(verb, object *node) bool {
	for object.rule != nil && object.right == nil {
		object = object.left
	}
	if object.rule != nil || p.read[object.at] != "g" {
		return false
	}
	a, b := p.first(p.leafOf(verb).at, lexicon.Verb), p.first(object.at, lexicon.Verb)
	return a != "" && a == b
}

// taken says the object that 把 put before the verb.
// It reports whether it said it behind a verb that has no preposition.
func (p *printer) taken(v *verbParts) bool {
	if v.take == nil {
		return false
	}
	take := v.take
	v.take = nil
	last := len(p.out.pieces) - 1
	verb, preposition, cut := cutLast(p.out.pieces[last].text)
	if cut {
		p.out.pieces[last].text = verb // 把……放在 "place … in"
	}
	p.noun(take, object)
	if cut {
		p.out.say(preposition)
	}
	return !cut
}

func endsInPreposition(verb string) bool {
	_, _, ok := cutLast(verb)
	return ok
}

// cutLast cuts the preposition off a verb that ends in one.
func cutLast(verb string) (rest, preposition string, ok bool) {
	i := strings.LastIndexByte(verb, ' ')
	if i < 0 {
		return verb, "", false
	}
	switch verb[i+1:] {
	case "in", "into", "on", "as", "to", "with", "at", "for", "from", "of":
		return verb[:i], verb[i+1:], true
	}
	return verb, "", false
}

// chained says the verb phrase that depends on another verb.
func (p *printer) chained(n *node, f form) {
	if p.cat(n.right) == "SV" {
		if p.first(p.leafOf(n.left).at, lexicon.Verb) == "ensure" {
			p.out.say("that")
			many := p.isPlural(n.right.left)
			p.noun(n.right.left, object)
			p.verb(n.right.right, p.state.finite(many), p.isThing(n.right.left))
			return
		}
		p.noun(n.right.left, object)
		p.out.say("to")
		p.verb(n.right.right, base, false)
		return
	}
	s := p.sense(p.leafOf(n.left).at, lexicon.Verb)
	switch {
	case s == nil || len(s.En) == 0:
		p.verb(n.right, f, false)
	case p.wantsGerund(p.leafOf(n.left), s) && f != gerund:
		p.verb(n.right, gerund, false)
	case s.Flags.Has(lexicon.TakesTo) || p.cat(n.left) == "vk":
		p.out.say("to")
		p.verb(n.right, base, false)
	default: // side by side: 组织实施 "organize and implement"
		p.out.say("and")
		p.verb(n.right, f, false)
	}
}

// wantsGerund reports whether another verb behind verb n stands in -ing.
func (p *printer) wantsGerund(n *node, s *lexicon.Sense) bool {
	return s.Flags.Has(lexicon.TakesIng) || theHints().gerunds[p.tokens[n.at].zh] || endsInPreposition(s.En[0])
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
		verb := p.leafOf(n).at
		s := p.sense(verb, lexicon.Verb)
		return s != nil && !theHints().both[p.tokens[verb].zh] && s.Flags&(lexicon.Intransitive|lexicon.Says) == 0 && len(s.En) > 0 && s.En[0] != "be"
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

// isThing reports whether the noun phrase n names neither a person nor a
// body.
func (p *printer) isThing(n *node) bool {
	n = p.lastLeaf(n)
	t := &p.tokens[n.at]
	if t.kind != word {
		return false
	}
	for i := range t.entry.Senses {
		if t.entry.Senses[i].Flags&(lexicon.Person|lexicon.Body|lexicon.Post|lexicon.Proper) != 0 {
			return false
		}
	}
	return p.read[n.at] == "n" || p.read[n.at] == "g" || p.read[n.at] == "ab"
}
