package draft

import (
	"slices"
	"strings"

	"duizhao/lang/lexicon"
)

// verbParts is a verb phrase taken apart.
type verbParts struct {
	adverbs  []*node // before the verb
	negated  bool
	suffered bool // 被 without a doer
	isNot    bool // negated, and said behind "is"
	modal    *node
	light    bool    // 进行 stood before the verb, whose object 对 may name
	core     *node   // the verb with its object
	after    []*node // adjuncts, said after the object
	take     *node   // the object that 把 put before the verb
	by       *node   // the doer that 由 or 被 names
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
	case "suffered":
		into.suffered = true
	default:
		into.core = n
		return
	}
	p.takeVerb(n.right, into)
}

// adverbs says the adverbs before a verb; those that English says behind it go
// to the adjuncts.
func (p *printer) adverbs(v *verbParts) {
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
}

// verbShape says what is no verb with its parts: a row of verb phrases, a
// clause with a time before its subject. It reports whether n was such.
func (p *printer) verbShape(n *node, f form, thing bool) bool {
	switch p.cat(n) {
	case "SV": // with a time before its subject
		p.subject(n)
		return true
	case "IS":
		p.out.say(verbForm("be", f))
		p.noun(n.right, complement)
		return true
	case "pi":
		p.out.say(verbForm(p.first(n.at, lexicon.Phrase), f))
		return true
	}
	switch say(n) {
	case "list":
		all, joint, etc := p.coordinate(n, nil)
		p.row(all, joint, etc, func(x *node) { p.verb(x, f, thing) })
		return true
	case "serial":
		p.verb(n.left, f, thing)
		p.out.say("|")
		p.verb(n.right, f, false)
		return true
	case "done":
		p.verb(n.left, f, thing)
		return true
	}
	return false
}

// verb says a verb phrase. thing tells that its subject is no person or body,
// so that a verb without object is meant in the passive: 方案印发 "the plan
// is printed".
func (p *printer) verb(n *node, f form, thing bool) {
	if p.verbShape(n, f, thing) {
		return
	}
	var v verbParts
	p.takeVerb(n, &v)
	if v.take == nil && p.ahead != nil {
		v.take, p.ahead = p.ahead, nil
	}
	if p.takesAs(&v, f) {
		return
	}
	if v.by != nil && v.modal == nil && strings.HasPrefix(p.first(p.leafOf(v.core).at, lexicon.Verb), "be ") {
		p.charged(&v)
		return
	}
	suffered := v.suffered && !strings.HasPrefix(p.first(p.leafOf(v.core).at, lexicon.Verb), "be ") // 被列入 is "be included" by itself
	passive := (v.by != nil || suffered || thing && p.passive(v.core)) && f != participle
	isNot := passive && v.negated && v.modal == nil && f != gerund && f != base
	if isNot {
		v.negated = false // "is not changed"
	}
	f = p.auxiliaries(&v, f)
	perfect := v.modal == nil && !v.negated && !isNot && p.isPerfect(&v, f)
	switch {
	case perfect && f == third:
		p.out.say("has")
	case perfect:
		p.out.say("have")
	case passive:
		p.out.say(verbForm("be", f))
	}
	if isNot {
		p.out.say("not")
	}
	if passive || perfect {
		f = participle
	}
	from := len(p.out.pieces)
	p.adverbs(&v)
	if passive && perfect {
		p.out.say("been")
	}
	to := len(p.out.pieces)
	p.core(&v, f)
	p.out.afterBe(from, to)
	if v.by != nil {
		p.out.say("by")
		p.noun(v.by, object)
	}
	for _, a := range v.after {
		if say(v.core) != "be" && say(v.core) != "degree" && p.compares(a) || p.governed(v.core, a) {
			continue
		}
		p.adjunct(a)
	}
}

// isPerfect reports whether a finite verb has 已 or 已经 before it: "has already
// been adopted".
func (p *printer) isPerfect(v *verbParts, f form) bool {
	if f != third && f != many && f != first || say(v.core) == "list" || say(v.core) == "serial" {
		return false
	}
	return slices.ContainsFunc(v.adverbs, func(a *node) bool {
		return p.first(p.leafOf(a).at, lexicon.Adverb) == "already"
	})
}

// isWithAs reports whether a verb phrase without subject is 以……为……, which is no
// predicate where another follows: "with coal as the mainstay".
func (p *printer) isWithAs(n *node) bool {
	if say(n) == "list" || p.state != nil && p.state.subject {
		return false
	}
	var v verbParts
	p.takeVerb(n, &v)
	return v.modal == nil && p.isTakeAs(&v)
}

// isTakeAs reports whether v is 以……为…….
func (p *printer) isTakeAs(v *verbParts) bool {
	if say(v.core) != "object" || p.tokens[p.leafOf(v.core).at].zh != "为" || len(v.after) == 0 || p.cat(v.core.right) != "NC" {
		return false
	}
	with := v.after[0]
	return say(with) == "preposition" && p.cat(with.right) == "NC" && p.tokens[p.leafOf(with).at].zh == "以"
}

// takesAs says 以企业为主体: "with enterprises as the mainstay", and "take" with
// a subject. It reports whether v was of that shape.
func (p *printer) takesAs(v *verbParts, f form) bool {
	if !p.isTakeAs(v) {
		return false
	}
	with := v.after[0]
	f = p.auxiliaries(v, f)
	if f == base && v.modal == nil || f == gerund || f == participle {
		p.with(with.right, v.core.right)
	} else {
		p.out.say(verbForm("take", f))
		p.noun(with.right, ofPhrase)
		p.out.say("as")
		p.noun(v.core.right, complement)
	}
	for _, a := range v.after[1:] {
		p.adjunct(a)
	}
	return true
}

// asWhat says 以……为…… without a verb, by its last word.
var asWhat = map[string]string{
	"重点": "with a focus on", "导向": "guided by", "主体": "led by", "核心": "centered on", "中心": "centered on", "基础": "on the basis of",
	"支撑": "supported by", "引领": "guided by", "主": "mainly with", "代表": "represented by", "补充": "supplemented by", "依托": "relying on",
	"目标": "with the goal of", "契机": "taking the opportunity of", "指导": "under the guidance of", "原则": "on the principle of", "准": "subject to",
}

// with says 以……为…… without a verb: "with a focus on industry", "with the city
// as the mainstay".
func (p *printer) with(what, as *node) {
	role := as
	for role.rule != nil && role.right == nil {
		role = role.left
	}
	if role.rule == nil && asWhat[p.tokens[role.at].zh] != "" && p.tokens[role.at].kind == word {
		p.out.say(asWhat[p.tokens[role.at].zh])
		p.noun(what, ofPhrase)
		return
	}
	p.out.say("with")
	p.noun(what, ofPhrase)
	p.out.say("as")
	p.noun(as, complement)
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
	if v.modal == nil && finite && f != base && say(v.core) == "be" {
		v.isNot = true
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
	if t.kind == term && t.verb {
		p.said[n.at]++
		p.out.sayVerb(verbForm(t.en, f))
		return
	}
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
