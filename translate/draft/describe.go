package draft

import (
	"strings"

	"duizhao/lang/english"
	"duizhao/lang/lexicon"
)

// before says what stands before the head, save its article.
func (p *printer) before(np *nounParts) {
	if np.det != nil {
		p.determiner(np.det, p.isMany(np) || p.pluralOnly(np))
	}
	if np.quantity != nil {
		p.quantity(np.quantity)
	}
	if np.address != nil {
		p.title(np.address)
	}
	p.modifiers(np.mods)
}

// title says a post before a name.
func (p *printer) title(n *node) {
	en := p.tokens[n.at].en
	if p.tokens[n.at].kind == word {
		en = p.first(n.at, lexicon.Noun)
	}
	p.said[n.at]++
	p.out.say(english.TitleCase(en))
}

// pluralOnly reports whether the head is a plural as it stands: "regulations".
func (p *printer) pluralOnly(np *nounParts) bool {
	if np.head.rule != nil {
		return false
	}
	if t := &p.tokens[np.head.at]; t.kind == term {
		return looksPlural(strings.ToLower(t.en))
	}
	s := p.sense(np.head.at, lexicon.Noun)
	return s != nil && s.Flags.Has(lexicon.PluralOnly)
}

// modifiers says words before a noun.
func (p *printer) modifiers(mods []*node) {
	for i, m := range mods {
		if i > 0 && p.isAdjective(m) && p.isAdjective(mods[i-1]) && m.rule == nil && mods[i-1].rule == nil &&
			p.read[m.at] == "a" && p.read[mods[i-1].at] == "a" {
			p.out.comma()
		}
		p.modifier(m)
	}
}

// modifier says one word or phrase before a noun.
func (p *printer) modifier(m *node) {
	if m.rule != nil {
		if p.cat(m) == "AP" {
			p.adjective(m)
			return
		}
		p.noun(m, attribute)
		return
	}
	t := &p.tokens[m.at]
	if t.kind != word {
		p.fixed(m.at)
		return
	}
	if p.read[m.at] == "r" {
		p.out.say(possessive(p.first(m.at, lexicon.Pronoun)))
		return
	}
	for _, pos := range [...]lexicon.POS{lexicon.Attribute, lexicon.Adjective, lexicon.Noun} {
		if pos == lexicon.Adjective && p.read[m.at] != "a" {
			continue
		}
		if s := p.sense(m.at, pos); s != nil {
			p.out.say(choice(s))
			return
		}
	}
	p.nounSense(m.at)
}

// possessive is the determiner that goes with a pronoun.
func possessive(pronoun string) string {
	switch pronoun {
	case "we", "us":
		return "our"
	case "they", "them":
		return "their"
	case "it":
		return "its"
	case "he", "him":
		return "his"
	case "she", "her":
		return "her"
	case "I", "me":
		return "my"
	case "you":
		return "your"
	}
	return pronoun
}

// behind says what stands after the head.
func (p *printer) behind(np *nounParts) {
	for _, x := range np.parens {
		p.group(x)
	}
	if np.within != nil {
		p.out.close(",")
		p.noun(np.within, object)
		p.out.close(",")
	}
	if len(np.post) > 0 {
		p.out.close(",")
		p.post(np.post)
		p.out.close(",")
	}
	if len(np.ofWords) > 0 {
		p.out.say("of")
		p.wordsAsNoun(np.ofWords, np.ofDet)
	}
	if np.owner != nil {
		p.out.say("of")
		p.noun(np.owner, ofPhrase)
	}
	if np.of != nil {
		if np.suchAs && (p.read[np.head.at] != "g" || len(np.ofWords) > 0) {
			p.out.say("such as")
		} else {
			p.out.say("of")
		}
		p.items(np.of, listPlace(p.read[np.head.at]))
	}
	for i := len(np.after) - 1; i >= 0; i-- {
		p.afterNoun(np.after[i], np.head)
	}
}

// post says the post of a person: 外交部部长 "minister of the Ministry of
// Foreign Affairs".
func (p *printer) post(words []*node) {
	last := words[len(words)-1]
	if last.rule != nil || len(words) == 1 {
		p.modifiers(words)
		return
	}
	body := len(words) - 1
	for body > 0 && p.isAdjective(words[body-1]) {
		body--
	}
	p.modifiers(words[body:])
	if body > 0 {
		p.out.say("of")
		p.wordsAsNoun(words[:body], nil)
	}
}

// listPlace is where the items of a list behind a head stand: those behind a
// post have no articles (minister of climate and environment).
func listPlace(head string) place {
	if head == "po" {
		return attribute
	}
	return ofPhrase
}

// wordsAsNoun says words that stood before a head as a noun phrase of their
// own, the last of them its head.
func (p *printer) wordsAsNoun(words []*node, det *node) {
	last := words[len(words)-1]
	np := nounParts{mods: words[:len(words)-1], head: last, det: det}
	if last.rule != nil {
		p.modifiers(np.mods)
		p.noun(last, ofPhrase)
		return
	}
	p.settle(&np)
	p.nounWord(last, ofPhrase, &np)
	p.behind(&np)
}

// afterNoun says a DP behind the noun that it describes.
func (p *printer) afterNoun(dp, head *node) {
	n := dp.left
	if p.cat(dp) == "LP" {
		p.adjunct(dp)
		return
	}
	switch say(dp) {
	case "of":
		switch p.cat(n) {
		case "NC":
			p.out.say("of")
			p.noun(n, ofPhrase)
		default:
			p.adjunct(n)
		}
	case "about":
		p.adjunct(n)
	case "de":
		p.adjective(n)
	case "both":
		x := parts(dp)
		p.adjunct(x[0])
		p.out.say("and")
		p.afterNoun(x[2], head)
	case "relative":
		if p.cat(n) == "VP" && hint("wants", p.tokens[p.lastLeaf(head).at].zh) {
			p.out.say("to")
			p.verb(n, base, false)
			return
		}
		p.relative(n)
	default:
		p.modifier(n)
	}
}

// doneBy says 由甲主办 or 乙承办 behind what is done: "hosted by A".
func (p *printer) doneBy(n *node) {
	p.verbWord(n.right, participle)
	p.out.say("by")
	doer := n.left
	if say(n) == "passive" {
		doer = n.left.right
	}
	p.noun(doer, object)
}

// relative says a clause that describes a noun: 取得的 "made", 推动发展的
// "promoting development", 企业承担的 "borne by enterprises".
func (p *printer) relative(n *node) {
	if p.cat(n) == "BL" {
		all, joint, etc := p.coordinate(n, nil)
		p.row(all, joint, etc, p.doneBy)
		return
	}
	vp := n
	if p.cat(n) == "SV" {
		vp = n.right
	}
	switch {
	case vp == n && p.entrusted(vp):
		p.verb(vp, participle, false)
	case vp == n && say(vp) == "be":
		p.adjective(vp.left)
	case p.bareTransitive(vp):
		p.verb(vp, participle, false)
		if vp != n {
			p.out.say("by")
			p.noun(n.left, object)
		}
	case vp != n:
		p.out.say("that")
		many := p.isPlural(n.left)
		p.noun(n.left, subject)
		p.verb(n.right, p.state.finite(many), false)
	default:
		p.verb(vp, gerund, false)
	}
}
