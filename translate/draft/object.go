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
var comparatives = map[string]string{
	"高": "higher", "低": "lower", "多": "more", "少": "less", "快": "faster", "慢": "slower",
	"大": "larger", "小": "smaller", "长": "longer", "短": "shorter", "早": "earlier", "晚": "later",
}

// compares says 比 before a verb, where English has no "than". It reports
// whether n was that.
func (p *printer) compares(n *node) bool {
	if say(n) != "preposition" || p.tokens[p.leafOf(n).at].zh != "比" && p.tokens[p.leafOf(n).at].zh != "较" {
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

// amount says an object with how much of it behind it: 治理面积5万亩 "treat 50,000
// mu of area", 新建公园12个 "build 12 parks".
func (p *printer) amount(v *verbParts, f form) {
	x := parts(v.core)
	p.verbWord(x[0], f)
	p.taken(v)
	if p.isRow(x[1]) { // the figure belongs to the last of the row, if to any
		p.noun(x[1], object)
		p.amountOf(x[2])
		return
	}
	if p.tokens[p.leafOf(x[2]).at].share { // 下调利率0.5个百分点
		p.noun(x[1], object)
		p.out.say("by")
		p.amountOf(x[2])
		return
	}
	if t := &p.tokens[p.leafOf(x[2]).at]; strings.HasSuffix(t.en, " households") && x[2].rule == nil {
		p.said[x[2].at]++
		p.out.say(strings.TrimSuffix(t.en, " households"))
		p.noun(x[1], counted)
		return
	}
	p.amountOf(x[2])
	if p.tokens[p.leafOf(x[2]).at].people && p.isPersons(x[1]) {
		return // 惠及群众12万人 "benefit 120,000 people"
	}
	if t := &p.tokens[p.leafOf(x[2]).at]; t.unit {
		p.out.say("of")
		p.noun(x[1], attribute)
		return
	}
	p.noun(x[1], counted)
}

// isRow reports whether n is a coordination.
func (p *printer) isRow(n *node) bool {
	for n.rule != nil && n.right == nil {
		n = n.left
	}
	return say(n) == "list" || say(n) == "etc"
}

// isPersons reports whether n is one word for persons.
func (p *printer) isPersons(n *node) bool {
	for n.rule != nil && n.right == nil {
		n = n.left
	}
	if n.rule != nil {
		return false
	}
	s := p.sense(n.at, lexicon.Noun)
	return s != nil && s.Flags.Has(lexicon.Person)
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
		x := parts(n)
		p.verbWord(x[0], f)
		p.taken(v)
		p.noun(x[1], object)
		p.out.say("to")
		p.verb(x[2], base, false)
	case "degree":
		p.out.sayVerb(verbForm("be", f))
		p.fixed(n.right.at)
		if more := comparatives[p.tokens[n.left.at].zh]; more != "" {
			p.out.say(more)
		} else {
			p.out.say("more")
			p.word(n.left, lexicon.Adjective)
		}
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
func (p *printer) by(amount *node) {
	tail := ""
	if verb := p.out.lastVerb(); verb != nil {
		for _, x := range [...]string{" year on year", " month on month", " in nominal terms", " in real terms"} {
			if rest, ok := strings.CutSuffix(verb.text, x); ok {
				verb.text, tail = rest, x[1:]
			}
		}
	}
	p.out.say("by")
	p.noun(amount, object)
	p.out.say(tail)
}

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

// receives says 得到合理控制 in the passive: "be reasonably controlled". It
// reports whether n was of that shape.
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

// objectOf says what 对 names before a light verb as the object: 对制度进行调整
// "adjust the system".
func (p *printer) objectOf(v *verbParts) {
	for i, a := range v.after {
		if say(a) == "preposition" && p.cat(a.right) == "NC" && p.tokens[p.leafOf(a).at].zh == "对" {
			p.noun(a.right, object)
			v.after = append(v.after[:i:i], v.after[i+1:]...)
			return
		}
	}
}

// isFigure reports whether n is a figure and nothing else.
func (p *printer) isFigure(n *node) bool {
	for n.rule != nil && n.right == nil {
		n = n.left
	}
	return n.rule == nil && p.tokens[n.at].kind == figure
}

// isPercent reports whether n is a figure in percent or percentage points.
func (p *printer) isPercent(n *node) bool {
	for n.rule != nil && n.right == nil {
		n = n.left
	}
	return n.rule == nil && p.tokens[n.at].share
}
