package draft

import (
	"strings"

	"duizhao/lang/lexicon"
)

// governed says an adjunct whose preposition stands in the verb already:
// 对质量负责 "be responsible for quality". It reports whether it did.
func (p *printer) governed(core, n *node) bool {
	if say(core) != "word" && say(core) != "pass" || !endsInPreposition(p.first(p.leafOf(core).at, lexicon.Verb)) {
		return false
	}
	switch {
	case say(n) == "circumfix" && p.tokens[p.leafOf(n).at].zh == "自": // 自……之日起施行
		place := p.first(n.right.right.at, lexicon.Localiser)
		_, place, _ = strings.Cut(place, " ") // "from" stands in the verb
		p.out.say(place)
		p.inside(n.right)
	case say(n) != "preposition":
		return false
	case p.cat(n.right) == "NC":
		p.noun(n.right, ofPhrase)
	case p.cat(n.right) == "T":
		p.when(n.right, false)
	default:
		return false
	}
	return true
}

// comparatives are the adjectives that come with how much more.
// compares says 比 before a verb, where English has no "than". It reports
// whether n was that.
// amount says an object with how much of it behind it: 治理面积5万亩 "treat 50,000
// mu of area", 新建公园12个 "build 12 parks".
// isRow reports whether n is a coordination.
// isPersons reports whether n is one word for persons.
// amountOf says a figure with its measure word, if any.
// toward says an adjunct that stands behind its verb: there 给 is "to".
func (p *printer) toward(n *node) {
	if say(n) == "preposition" && p.tokens[p.leafOf(n).at].zh == "给" {
		p.out.say("to")
		p.noun(n.right, ofPhrase)
		return
	}
	p.adjunct(n)
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
		if v.light {
			p.objectOf(v)
		}
	case "object":
		p.withObject(v, f)
	case "chain":
		if p.exists(n) {
			return
		}
		if p.stance(n) {
			p.verb(n.right, f, false)
			return
		}
		p.verbWord(n.left, f)
		p.taken(v)
		p.chained(n, f)
	case "purposely":
		p.purposely(v, f)
	case "degree":
		p.degree(n, f)
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
		p.out.sayVerb(verbForm("be", f))
		if v.isNot {
			p.out.say("not")
		}
		p.adjective(n.left)
	case "list", "serial", "done":
		p.ahead, v.take = v.take, nil
		p.verb(n, f, false)
	default:
		p.verbWord(n, f)
	}
}

// purposely says a verb whose object serves another verb: 采取措施减轻影响 "take
// measures to alleviate impacts".
func (p *printer) purposely(v *verbParts, f form) {
	x := parts(v.core)
	p.verbWord(x[0], f)
	p.taken(v)
	p.noun(x[1], object)
	p.out.say("to")
	p.verb(x[2], base, false)
}

// withObject says a verb and its object.
func (p *printer) withObject(v *verbParts, f form) {
	n := v.core
	if p.light(v, f) || p.receives(n, f) {
		return
	}
	p.verbWord(n.left, f)
	if whole := p.taken(v); whole {
		p.out.say("to")
	}
	if t := &p.tokens[p.leafOf(n.left).at]; t.kind == term && !t.verb {
		p.out.say("of") // a verb said as a noun: "issuance of"
	}
	if p.isFigure(n.right) { // 投资2.8亿元 "invest 280 million yuan"
		if verb := p.out.lastVerb(); verb != nil && p.first(p.leafOf(n.left).at, lexicon.Verb) == "invest in" {
			verb.text, _, _ = cutLast(verb.text)
		}
	}
	if p.sameVerb(n.left, n.right) {
		return
	}
	if p.isPercent(n.right) && p.cat(n.left) == "vi" || p.isFigure(n.right) && hint("both", p.tokens[p.leafOf(n.left).at].zh) {
		p.by(n.right)
		return
	}
	if p.cat(n.right) == "AP" {
		p.adjective(n.right)
		return
	}
	if p.first(p.leafOf(n.left).at, lexicon.Verb) == "be" && (f == third || f == past || f == first) {
		p.noun(n.right, complement)
		return
	}
	p.noun(n.right, object)
}

// by says how much something grew, before what it is compared with: "grow by
// 5 percent year on year".
// exists says 有 before a clause: 有三个省出台了办法 "three provinces issued
// measures". It reports whether n was of that shape.
func (p *printer) exists(n *node) bool {
	if p.tokens[p.leafOf(n).at].zh != "有" || p.cat(n.right) != "SV" {
		return false
	}
	p.subject(n.right)
	return true
}

// stance reports whether n is a verb of saying with the stance that is taken:
// 表示坚决反对 "resolutely oppose".
func (p *printer) stance(n *node) bool {
	verb := p.leafOf(n.left)
	if s := p.sense(verb.at, lexicon.Verb); s == nil || !s.Flags.Has(lexicon.Says) || p.cat(n.right) != "VP" {
		return false
	}
	var v verbParts
	p.takeVerb(n.right, &v)
	return hint("stances", p.tokens[p.leafOf(v.core).at].zh)
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
	preposition, cut := "", false
	if verb := p.out.lastVerb(); verb != nil {
		verb.text, preposition, cut = cutLast(verb.text) // 把……放在 "place … in"
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
		if !bareInfinitive(p.first(p.leafOf(n.left).at, lexicon.Verb)) {
			p.out.say("to")
		}
		p.verb(n.right.right, base, false)
		return
	}
	s := p.sense(p.leafOf(n.left).at, lexicon.Verb)
	switch {
	case s == nil || len(s.En) == 0:
		p.verb(n.right, f, false)
	case p.wantsGerund(p.leafOf(n.left), s) && f != gerund:
		p.verb(n.right, gerund, false)
	case p.cat(n.right) == "VP" && wantsIng(s.En[0]):
		p.verb(n.right, gerund, false)
	case s.Flags.Has(lexicon.TakesTo) || p.cat(n.left) == "vk":
		p.out.say("to")
		p.verb(n.right, base, false)
	default: // side by side: 组织实施 "organize and implement"
		p.out.say("and")
		p.verb(n.right, f, false)
	}
}

// wantsIng reports whether another verb behind verb stands in -ing.
func wantsIng(verb string) bool {
	switch verb {
	case "promote", "advance", "drive", "push for", "facilitate", "support", "ensure", "guarantee":
		return true
	}
	return false
}

// bareInfinitive reports whether another verb stands behind verb without "to".
func bareInfinitive(verb string) bool { return verb == "let" || verb == "make" || verb == "help" }

// wantsGerund reports whether another verb behind verb n stands in -ing.
func (p *printer) wantsGerund(n *node, s *lexicon.Sense) bool {
	return s.Flags.Has(lexicon.TakesIng) || hint("gerunds", p.tokens[n.at].zh) || endsInPreposition(s.En[0])
}

// light gives a verb like 进行 up for the verbal noun that is its object. It
// reports whether it did.
// receives says 得到合理控制 in the passive: "be reasonably controlled". It
// reports whether n was of that shape.
// objectOf says what 对 names before a light verb as the object: 对制度进行调整
// "adjust the system".
// isFigure reports whether n is a figure and nothing else.
// isPercent reports whether n is a figure in percent or percentage points.
