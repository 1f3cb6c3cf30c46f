package draft

import (
	"slices"
	"strings"

	"duizhao/lang/lexicon"
)

// place is where a noun phrase stands: it decides about articles.
type place uint8

const (
	object     place = iota
	subject          // before its verb
	attribute        // before another noun
	ofPhrase         // after a preposition
	complement       // after "is"
	counted          // after a number
	bare             // in a title: no article, no plural
)

// nounParts is a noun phrase taken apart.
type nounParts struct {
	det      *node
	quantity *node
	mods     []*node // before the head
	ofWords  []*node // words of the compound, said after the head
	ofDet    *node   // what stands before ofWords in place of an article
	owner    *node   // of a document, said after the head
	within   *node   // the larger place that the head lies in
	address  *node   // the post said before the name: "Minister Li Ganjie"
	post     []*node // the post of the person who is the head
	head     *node   // a word, or a phrase that is said as a whole
	after    []*node // DP, said after the head
	of       *node   // NL or ND, said after the head
	many     bool    // the head is in the plural
	suchAs   bool    // of is a list of examples
	parens   []*node
}

// takeApart collects the parts of the noun phrase n.
func (p *printer) takeApart(n *node, into *nounParts) {
	switch say(n) {
	case "pass":
		p.takeApart(n.left, into)
	case "compound":
		into.mods = p.flatten(n.left, into.mods)
		p.takeApart(n.right, into)
	case "modify":
		if c := say(n.left); c == "de" && p.saidBehind(n.left.left) {
			into.after = append(into.after, n.left)
		} else if c == "de" {
			into.mods = append(into.mods, n.left.left)
		} else if m := p.attributive(n.left); m != nil {
			into.mods = append(into.mods, m)
		} else {
			into.after = append(into.after, n.left)
		}
		p.takeApart(n.right, into)
	case "determine":
		if p.cat(n) == "QP" || into.det != nil {
			into.head = n
			return
		}
		into.det = n.left
		p.takeApart(n.right, into)
	case "quantity":
		if p.cat(n) == "QP" || into.quantity != nil {
			into.head = n
			return
		}
		into.quantity = n.left
		p.takeApart(n.right, into)
	case "owner":
		into.owner = n.left
		p.takeApart(n.right, into)
	case "scope":
		into.of = n.left
		into.suchAs = p.cat(n.left) == "ND"
		p.takeApart(n.right, into)
	case "paren":
		p.takeApart(n.left, into)
		into.parens = append(into.parens, n.right)
	default:
		into.head = n
	}
}

// saidBehind reports whether an adjective stands behind its noun: 共同关心的 "of
// common concern".
func (p *printer) saidBehind(n *node) bool {
	n = p.leafOf(n)
	return strings.HasPrefix(p.first(n.at, lexicon.Adjective), "of ")
}

// flatten lists the words that qualify a noun.
func (p *printer) flatten(n *node, into []*node) []*node {
	switch say(n) {
	case "compound":
		return p.flatten(n.right, p.flatten(n.left, into))
	case "word", "pass":
		return p.flatten(n.left, into)
	}
	return append(into, n)
}

// attributive gives the word of a DP "A的" that English puts before the noun:
// 中国的 "Chinese". It is nil when there is no such word.
func (p *printer) attributive(dp *node) *node {
	n := dp.left
	for n.rule != nil && n.right == nil {
		n = n.left
	}
	if n.rule != nil || say(dp) != "of" {
		return nil
	}
	t := &p.tokens[n.at]
	if t.kind == word && (p.sense(n.at, lexicon.Attribute) != nil || p.read[n.at] == "r") {
		return n
	}
	return nil
}

// noun says a noun phrase.
func (p *printer) noun(n *node, at place) {
	if p.state.title && at != attribute {
		at = bare
	}
	if n.rule == nil {
		p.nounWord(n, at, &nounParts{head: n})
		return
	}
	switch say(n) {
	case "list", "etc":
		p.list(n, at)
		return
	case "dash":
		x := parts(n)
		p.noun(x[0], at)
		p.out.link("–")
		p.noun(x[2], attribute)
		return
	case "oneof":
		p.oneOf(n.left)
		return
	case "clause":
		p.subject(n.left)
		return
	case "word":
		p.noun(n.left, at)
		return
	case "hedged":
		if d := p.leafOf(n.left); p.sense(d.at, lexicon.Attribute) != nil {
			p.word(d, lexicon.Attribute)
		} else {
			p.adverb(d)
		}
		p.fixed(n.right.at)
		return
	}
	var np nounParts
	p.takeApart(n, &np)
	if p.amountBefore(&np) {
		at = counted
	}
	p.settle(&np)
	p.headed(n, &np, at)
	p.behind(&np)
}

// headed says the head of a noun phrase n with what stands before it.
func (p *printer) headed(n *node, np *nounParts, at place) {
	switch {
	case np.head.rule == nil:
		p.nounWord(np.head, at, np)
	case p.cat(np.head) == "QP":
		p.before(np)
		p.quantity(np.head)
	case np.head == n && p.cat(n) == "VP": // the subject of an event
		p.verb(n, gerund, false)
	case np.head == n: // no noun phrase
		p.words(n)
	case p.cat(np.head) == "GL":
		if p.hasOf(np) && at != bare && at != attribute {
			if np.det == nil {
				p.out.say("the")
			}
			at = attribute
		}
		p.before(np)
		p.noun(np.head, at)
	default:
		p.before(np)
		if many, known := p.counted(np); known && many {
			at = counted
		} else if known {
			at = attribute
		}
		p.noun(np.head, at)
	}
}

// oneOf says 之一: "one of the countries".
func (p *printer) oneOf(n *node) {
	p.out.say("one of the")
	from := len(p.out.pieces)
	p.noun(n, counted)
	if rest := p.out.pieces[from:]; len(rest) > 0 && (rest[0].text == "the" || rest[0].indef) {
		p.out.pieces = append(p.out.pieces[:from], rest[1:]...)
	}
}

// amountBefore says a quantity with a unit, and "of": 300万吨钢铁 "3 million
// tonnes of steel". It reports whether np had one.
func (p *printer) amountBefore(np *nounParts) bool {
	if np.quantity == nil || np.det != nil || np.quantity.rule != nil && say(np.quantity) != "pass" {
		return false
	}
	if t := &p.tokens[p.leafOf(np.quantity).at]; t.kind != figure || !t.unit || t.people || t.share {
		return false
	}
	p.quantity(np.quantity)
	p.out.say("of")
	np.quantity = nil
	return true
}

// settle moves the words before a verbal noun, and all too long rows of
// words, behind the head: 产业结构调整 "adjustment of the industrial structure".
func (p *printer) settle(np *nounParts) {
	for np.head.rule != nil && np.head.right == nil && say(np.head) == "word" {
		np.head = np.head.left
	}
	if np.of != nil && !np.suchAs && strings.HasPrefix(p.first(p.leafOf(np.of).at, lexicon.Noun), "all ") {
		np.many = true // 各省、自治区、直辖市人民政府
	}
	if np.of != nil && !np.suchAs || np.head.rule != nil {
		return
	}
	if p.holder(np) || p.place(np) {
		return
	}
	if p.ofAll(np) {
		return
	}
	if len(np.mods) > 1 && np.mods[0].rule == nil && p.read[np.mods[0].at] == "r" { // 我们的共同责任
		whose := np.mods[0]
		np.mods = np.mods[1:]
		p.settle(np)
		np.mods = append([]*node{whose}, np.mods...)
		return
	}
	nouns := len(np.mods)
	for nouns > 0 && p.isAdjective(np.mods[nouns-1]) {
		nouns--
	}
	verbal := p.read[np.head.at] == "g"
	if nouns > 1 && p.tokens[p.leafOf(np.mods[0]).at].zh == "中华人民共和国" {
		nouns = 1
	}
	if i := slices.IndexFunc(np.mods, p.isOrdinal); i > 0 {
		nouns = i
	}
	split := nouns < len(np.mods) || p.marked(np) // words that cannot stand before the head
	if nouns == 0 || !np.suchAs && !split && (len(np.mods) == 1 || !verbal && len(np.mods) <= 3) {
		return
	}
	np.ofWords = np.mods[:nouns]
	np.mods = np.mods[nouns:]
	np.ofDet, np.det = np.det, nil
	np.many = np.many || p.first(p.leafOf(np.ofWords[0]).at, lexicon.Noun) == "both countries" // 两国领导人
}

// ofAll turns 各县人民政府 around: "people's governments of all counties". It
// reports whether np was of that shape.
func (p *printer) ofAll(np *nounParts) bool {
	if len(np.mods) == 0 {
		return false
	}
	s := p.sense(p.leafOf(np.mods[0]).at, lexicon.Noun)
	if np.det != nil && p.first(p.leafOf(np.det).at, lexicon.Pronoun) != "all" ||
		np.det == nil && (s == nil || len(s.En) == 0 || !strings.HasPrefix(s.En[0], "all ")) {
		return false
	}
	t := &p.tokens[np.head.at]
	body := t.kind == term && hint("articles", lastWord(t.en))
	if h := p.sense(np.head.at, lexicon.Noun); h != nil {
		body = h.Flags.Has(lexicon.Body)
	}
	if s == nil || !s.Flags.Has(lexicon.Place) || !body {
		return false
	}
	np.ofWords, np.mods = np.mods, nil
	np.ofDet, np.det, np.many = np.det, nil, true
	return true
}

// marked reports whether the words before a noun have an article of their own,
// so that they cannot stand before it: 本条例规定 "provisions of this
// regulation".
func (p *printer) marked(np *nounParts) bool {
	if len(np.mods) == 0 {
		return false
	}
	if np.det != nil {
		return true
	}
	m := p.leafOf(np.mods[0])
	if t := &p.tokens[m.at]; t.kind == term && strings.HasSuffix(t.en, " concerned") {
		return true
	}
	first, _, _ := strings.Cut(p.first(m.at, lexicon.Noun), " ")
	if p.read[m.at] == "bd" && np.mods[0].rule == nil && len(np.mods) > 1 || first == "both" {
		return true
	}
	return first == "this" || first == "our" && len(np.mods) > 1 || first == "these" || first == "the" || strings.Contains(p.first(m.at, lexicon.Noun), " at ") || p.tokens[m.at].zh == "中华人民共和国"
}

// holder turns 外交部部长王毅 around: the name is the head, and the words before
// it are the post that is said behind it.
func (p *printer) holder(np *nounParts) bool {
	if last := len(np.mods) - 1; last >= 0 && np.mods[last].rule == nil && p.tokens[np.mods[last].at].kind == name && (p.holdsPost(np) || p.isTitle(np.head)) {
		np.address, np.head = np.head, np.mods[last] // 李干杰部长
		np.post, np.mods = np.mods[:last], nil
		return true
	}
	if p.tokens[np.head.at].kind != name || len(np.mods) == 0 {
		return false
	}
	np.post = np.mods
	np.mods = nil
	return true
}

// isTitle reports whether n is said before a name: 先生 "Mr."
func (p *printer) isTitle(n *node) bool {
	en := p.first(n.at, lexicon.Noun)
	return en == "Mr." || en == "Ms."
}

// place turns 肯尼亚内罗毕 around: "Nairobi, Kenya".
func (p *printer) place(np *nounParts) bool {
	if len(np.mods) != 1 || np.mods[0].rule != nil || !p.isPlace(np.head) || !p.isPlace(np.mods[0]) {
		return false
	}
	np.within = np.mods[0]
	np.mods = nil
	return true
}

// isPlace reports whether the word n can be the name of a place.
func (p *printer) isPlace(n *node) bool {
	s := p.sense(n.at, lexicon.Noun)
	return s != nil && s.Flags.Has(lexicon.Proper|lexicon.Place)
}

// isOrdinal reports whether n is a word like 第十三次.
func (p *printer) isOrdinal(n *node) bool { return n.rule == nil && p.tokens[n.at].kind == ordinal }

func (p *printer) isAdjective(n *node) bool {
	if n.rule != nil {
		return p.cat(n) == "AP"
	}
	switch p.read[n.at] {
	case "a", "b":
		return true
	}
	return false
}

// first is the English of the first sense of word i of part of speech pos.
func (p *printer) first(i int, pos lexicon.POS) string {
	if s := p.sense(i, pos); s != nil {
		return choice(s)
	}
	return ""
}
