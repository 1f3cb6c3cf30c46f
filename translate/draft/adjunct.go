package draft

import (
	"strings"

	"duizhao/lang/english"
	"duizhao/lang/lexicon"
)

// adjunct says a phrase that qualifies a verb or a clause.
func (p *printer) adjunct(n *node) {
	switch say(n) {
	case "preposition":
		p.prepositional(n)
	case "circumfix":
		p.circumfix(n)
	case "since": // 自收到决定之日起六十日内
		x := parts(n)
		p.fixed(x[2].right.at)
		p.out.say("from the date of")
		if p.cat(x[1]) == "VP" {
			p.verb(x[1], gerund, false)
		} else {
			p.noun(x[1], ofPhrase)
		}
	case "as":
		p.out.say("as")
		was := *p.state
		p.subject(n.right)
		p.state.subject, p.state.plural, p.state.thing = was.subject, was.plural, was.thing
	case "aswhat":
		x := parts(n)
		p.with(x[len(x)-2], x[len(x)-1].right)
	case "aslist":
		x := parts(n)
		p.adjunct(x[0])
		p.out.say("and")
		p.adjunct(x[2])
	case "affected":
		p.out.say("affected by")
		p.noun(parts(n)[1], ofPhrase)
	case "invitation":
		p.out.say("at the invitation of")
		p.noun(parts(n)[1], ofPhrase)
	case "gerund":
		if p.purpose(n) {
			return
		}
		p.word(p.leafOf(n.left), lexicon.Preposition)
		if p.cat(n.right) == "SV" {
			p.noun(n.right.left, ofPhrase)
			p.verb(n.right.right, gerund, false)
			return
		}
		p.verb(n.right, gerund, false)
	case "second":
		p.word(n.right, lexicon.Localiser)
	case "localise":
		p.localised(n)
	case "pass", "of":
		p.adjunct(n.left)
	default:
		if p.cat(n) == "AD" || p.cat(n) == "AA" {
			p.adverb(n)
			return
		}
		p.when(n, true)
	}
}

// prepositional says a preposition with a noun or a time.
func (p *printer) prepositional(n *node) {
	timed := p.cat(n.right) == "T"
	zh := p.tokens[p.leafOf(n.left).at].zh
	switch {
	case timed && zh == "到":
		p.out.say("by")
	case timed && (zh == "在" || zh == "于"):
		p.when(n.right, true)
		return
	default:
		p.word(p.leafOf(n.left), lexicon.Preposition)
	}
	if timed {
		p.when(n.right, false)
		return
	}
	p.noun(n.right, ofPhrase)
}

// purpose says 为 or 以 with a verb: "in order to protect". It reports
// whether it did.
func (p *printer) purpose(n *node) bool {
	i := p.leafOf(n.left).at
	if zh := p.tokens[i].zh; p.cat(n.right) != "VP" || zh != "为" && zh != "为了" && p.first(i, lexicon.Preposition) != "in order to" {
		return false
	}
	p.out.say("in order to")
	p.verb(n.right, base, false)
	return true
}

// circumfix says 在……中: the localiser tells more than the preposition does.
func (p *printer) circumfix(n *node) {
	place := p.first(n.right.right.at, lexicon.Localiser)
	switch p.tokens[p.leafOf(n.left).at].zh {
	case "在", "于":
	case "与", "同", "和", "跟":
		if p.tokens[n.right.right.at].zh != "相比" {
			p.word(p.leafOf(n.left), lexicon.Preposition)
		}
	case "自", "从":
		if p.tokens[n.right.right.at].zh != "方面" && !p.holdsWord(n.right, "之日起") && !strings.HasPrefix(place, "in terms") && !strings.HasPrefix(place, "from") && !strings.HasPrefix(place, "since") {
			p.word(p.leafOf(n.left), lexicon.Preposition)
		}
	case "到":
		if strings.HasPrefix(place, "at ") { // 到本世纪末
			p.out.say("by" + place[len("at"):])
			p.inside(n.right)
			return
		}
		p.word(p.leafOf(n.left), lexicon.Preposition)
	default:
		p.word(p.leafOf(n.left), lexicon.Preposition)
		if p.tokens[n.right.right.at].zh == "方面" && p.cat(n.right.left) == "NC" && p.isQuantity(n.right.left) {
			p.noun(n.right.left, ofPhrase) // 围绕三个方面
			p.out.say("aspects")
			return
		}
		if place == "in" {
			p.inside(n.right)
			return
		}
	}
	p.localised(n.right)
}

// holdsWord reports whether a word of n is zh.
func (p *printer) holdsWord(n *node, zh string) bool {
	for i := p.leafOf(n).at; i <= p.lastLeaf(n).at; i++ {
		if p.tokens[i].zh == zh {
			return true
		}
	}
	return false
}

// localised says a phrase with a localiser, which English puts before it.
func (p *printer) localised(n *node) {
	if p.tokens[n.right.at].zh == "方面" && p.cat(n.left) == "NC" && p.isQuantity(n.left) { // 从三个方面
		p.out.say("in")
		p.noun(n.left, ofPhrase)
		p.out.say("respects")
		return
	}
	p.word(n.right, lexicon.Localiser)
	p.inside(n)
}

// isQuantity reports whether n is a number, with or without a measure word.
func (p *printer) isQuantity(n *node) bool {
	for n.rule != nil && n.right == nil && p.cat(n) != "QP" {
		n = n.left
	}
	return p.cat(n) == "QP" || p.isFigure(n)
}

// inside says what stands before a localiser.
func (p *printer) inside(n *node) {
	switch p.cat(n.left) {
	case "NC":
		p.noun(n.left, ofPhrase)
	case "T":
		p.when(n.left, false)
	case "VP":
		p.verb(n.left, gerund, false)
	case "DP":
		p.describing(n.left)
	case "SV":
		if p.first(n.right.at, lexicon.Localiser) == "while" {
			p.subject(n.left)
			return
		}
		p.noun(n.left.left, ofPhrase)
		p.verb(n.left.right, gerund, false)
	}
}

// when says a time; alone tells that no preposition stands before it.
func (p *printer) when(n *node, alone bool) {
	if say(n) == "together" { // the longer time comes first in Chinese, last in English
		p.when(n.right, alone)
		p.when(n.left, false)
		return
	}
	n = p.leafOf(n)
	t := &p.tokens[n.at]
	if t.kind == word && !alone {
		en := p.first(n.at, lexicon.Time)
		for _, preposition := range [...]string{"at ", "in ", "on ", "by "} {
			en = strings.TrimPrefix(en, preposition)
		}
		p.out.say(en)
		return
	}
	if t.kind == word {
		p.word(n, lexicon.Time)
		return
	}
	if alone && t.preposition != "" {
		p.out.say(t.preposition)
	}
	p.fixed(n.at)
}

// adjective says an adjective phrase.
func (p *printer) adjective(n *node) {
	switch say(n) {
	case "list":
		all, joint, etc := p.coordinate(n, nil)
		p.row(all, joint, etc, p.adjective)
	case "before":
		if est := p.superlativeOf(n); est != "" {
			p.out.say(est)
			return
		}
		if d := p.leafOf(n.left); p.saidLate(d) && p.sense(d.at, lexicon.Attribute) != nil {
			p.word(d, lexicon.Attribute)
		} else {
			p.adverb(d)
		}
		p.adjective(n.right)
	case "word":
		p.adjective(n.left)
	default:
		p.word(n, lexicon.Adjective)
	}
}

// superlativeOf is 最 with a short adjective: "hottest".
func (p *printer) superlativeOf(n *node) string {
	a := p.leafOf(n.right)
	if p.tokens[p.leafOf(n.left).at].zh != "最" || say(n.right) != "word" {
		return ""
	}
	switch en := p.first(a.at, lexicon.Adjective); en {
	case "high", "low", "fast", "slow", "new", "old", "great", "small", "strong", "weak", "deep", "long", "short", "rich", "poor", "near", "cold", "warm", "hard", "young":
		return en + "est"
	case "large", "late", "wide":
		return en + "st"
	case "big", "hot", "wet":
		return en + en[len(en)-1:] + "est"
	case "early":
		return "earliest"
	case "heavy", "dry":
		return strings.TrimSuffix(en, "y") + "iest"
	case "good":
		return "best"
	case "bad":
		return "worst"
	}
	return ""
}

// adverb says an adverb.
func (p *printer) adverb(n *node) {
	if say(n) == "list" {
		all, joint, etc := p.coordinate(n, nil)
		p.row(all, joint, etc, p.adverb)
		return
	}
	n = p.leafOf(n)
	t := &p.tokens[n.at]
	if t.kind != word {
		p.fixed(n.at)
		return
	}
	for _, pos := range [...]lexicon.POS{lexicon.Adverb, lexicon.Phrase, lexicon.Adjective} {
		if s := p.sense(n.at, pos); s != nil {
			if en := choice(s); !p.out.endsWith(en) { // 同步设计、同步建设
				p.out.say(en)
			}
			return
		}
	}
}

// saidLate reports whether an adverb is said behind the object: "on schedule",
// "in accordance with the law".
func (p *printer) saidLate(n *node) bool {
	if say(n) == "list" {
		return false
	}
	n = p.leafOf(n)
	en := p.first(n.at, lexicon.Adverb)
	if p.tokens[n.at].kind == term {
		en = p.tokens[n.at].en // 依法
	}
	switch first, rest, _ := strings.Cut(en, " "); first {
	case "together":
		return true
	case "in", "on", "at", "by", "with", "for", "to", "from", "under", "according", "step", "year", "as", "over", "without", "one":
		return rest != ""
	}
	return false
}

// adverbial reports whether n is a set phrase that English sets off by a
// comma.
func (p *printer) adverbial(n *node) bool {
	i := p.leafOf(n).at
	return p.read[i] == "ia" && !strings.HasSuffix(p.first(i, lexicon.Phrase), "ly")
}

// determiner says what stands in the place of an article.
func (p *printer) determiner(n *node, many bool) {
	n = p.leafOf(n)
	s := p.sense(n.at, lexicon.Pronoun)
	if s == nil {
		p.fixed(n.at)
		return
	}
	en := choice(s)
	switch {
	case many && en == "this":
		en = "these"
	case many && en == "that":
		en = "those"
	}
	p.out.say(en)
}

// quantity says how many, without the measure words that English drops.
func (p *printer) quantity(n *node) {
	switch say(n) {
	case "quantity":
		p.quantity(n.left)
		p.measure(n.right, !p.isOne(n.left))
		return
	case "determine":
		p.determiner(n.left, p.cat(n.right) == "QP" && !p.isOne(n.right))
		if p.cat(n.right) == "QP" {
			p.quantity(n.right)
		} else {
			p.measure(n.right, false)
		}
		return
	case "word":
		p.measure(n.left, false)
		return
	}
	n = p.leafOf(n)
	if p.tokens[n.at].some {
		p.said[n.at]++
		p.out.article()
		return
	}
	p.word(n, lexicon.Indefinite)
}

// measure says a measure word, when English has one.
func (p *printer) measure(n *node, many bool) {
	s := p.sense(n.at, lexicon.Measure)
	if s == nil || len(s.En) == 0 {
		return
	}
	en := choice(s)
	if many && s.Flags.Has(lexicon.Countable) {
		en = english.Plural(en)
	}
	p.out.say(en)
}
