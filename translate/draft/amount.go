package draft

import (
	"strings"

	"duizhao/lang/lexicon"
)

var comparatives = map[string]string{
	"高": "higher", "低": "lower", "多": "more", "少": "less", "快": "faster", "慢": "slower",
	"大": "larger", "小": "smaller", "长": "longer", "短": "shorter", "早": "earlier", "晚": "later",
}

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

func (p *printer) isRow(n *node) bool {
	for n.rule != nil && n.right == nil {
		n = n.left
	}
	return say(n) == "list" || say(n) == "etc"
}

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

func (p *printer) amountOf(n *node) {
	if n.rule != nil {
		p.quantity(n)
		return
	}
	p.fixed(n.at)
}

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

func (p *printer) isFigure(n *node) bool {
	for n.rule != nil && n.right == nil {
		n = n.left
	}
	return n.rule == nil && p.tokens[n.at].kind == figure
}

func (p *printer) isPercent(n *node) bool {
	for n.rule != nil && n.right == nil {
		n = n.left
	}
	return n.rule == nil && p.tokens[n.at].share
}

// degree says an adjective with how much more: 高3.1个百分点 "be 3.1 percentage
// points higher".
func (p *printer) degree(n *node, f form) {
	p.out.sayVerb(verbForm("be", f))
	p.fixed(n.right.at)
	if more := comparatives[p.tokens[n.left.at].zh]; more != "" {
		p.out.say(more)
		return
	}
	p.out.say("more")
	p.word(n.left, lexicon.Adjective)
}
