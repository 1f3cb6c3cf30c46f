package draft

import "duizhao/lang/lexicon"

// printer says the tree of a clause in English.
type printer struct {
	g      *grammar
	tokens []token  // of the clause
	read   []string // the category that each token has in the tree
	said   []int    // how often each token was said, except words
	out    *text
	state  *state
	writer *writer
	ahead  *node // what 把 took before a row of verbs, to be said behind the first
	part   bool  // the clause is a part of one that nobody understood
	asked  bool  // 为什么 was said before its subject
}

// state is what one clause leaves to the next of its sentence.
type state struct {
	past     bool // what is told happened
	subject  bool // a clause before had a subject
	first    bool // that subject was "I"
	plural   bool // that subject was plural
	that     bool // the clause follows "said that"
	title    bool // no articles, no plurals: a title, or a label before a colon
	measured bool // what is told of the subject is a figure
	thing    bool // that subject was neither a person nor a body
	although bool // a clause before began with "although"
	event    bool // what is done in the clause is the subject of the next
	modal    bool // a clause before had a modal, which goes on
}

// form is a form of a verb.
type form uint8

const (
	base       form = iota // "promote"
	third                  // "promotes"
	many                   // "promote", with a plural subject: "are"
	past                   // "promoted"
	pastMany               // "promoted", with a plural subject: "were"
	gerund                 // "promoting"
	participle             // "promoted"
	first                  // "promote", with the subject "I": "am"
)

// finite is the form that goes with a subject.
func (s *state) finite(plural bool) form {
	switch {
	case s.first && !s.past:
		return first
	case s.past && plural && !s.first:
		return pastMany
	case s.past:
		return past
	case plural:
		return many
	}
	return third
}

// mark notes how each word of the tree is read.
func (p *printer) note(n *node) {
	if n == nil {
		return
	}
	if n.rule == nil {
		p.read[n.at] = p.g.names[n.cat]
		return
	}
	p.note(n.left)
	p.note(n.right)
}

// clause says a clause: n is of category S.
func (p *printer) clause(n *node) {
	switch say(n) {
	case "pass":
		p.phrase(n.left)
	case "lead":
		if p.datedAs(n) {
			return
		}
		if p.timed(n) {
			return
		}
		p.phrase(n.left)
		if p.cat(n.left) != "AD" || p.adverbial(n.left) {
			p.out.comma()
		}
		p.clause(n.right)
	case "subject-first":
		p.state.subject, p.state.plural = true, p.isPlural(n.left)
		p.noun(n.left, subject)
		p.out.comma()
		p.adjunct(n.right)
	case "conjoin":
		if p.conditions() && (p.tokens[0].zh == "虽然" || p.tokens[0].zh == "尽管") {
			p.state.although = true
		}
		if p.conditional(n) {
			return
		}
		if zh := p.tokens[n.left.at].zh; p.state.although && (zh == "但" || zh == "但是") {
			p.clause(n.right) // English says "although" or "but", not both
			return
		}
		p.word(n.left, lexicon.Conjunction)
		p.clause(n.right)
	case "skip":
		p.clause(n.right)
	case "topic":
		p.noun(n.left, subject)
		p.out.comma()
		p.clause(n.right)
	case "beside":
		p.clause(n.left)
		p.out.divide()
		p.clause(n.right)
	case "paren":
		if n.right != nil {
			p.clause(n.left)
			p.group(n.right)
			return
		}
		p.group(n.left)
	case "dash":
		p.out.say("-")
	case "nothing":
		p.leftOver(n.left)
	default:
		p.leaf(n.left)
	}
}

// conditional says 如果 and its like before a verb without a subject: "if (it)
// does not take measures", "only by strengthening". It reports whether n was
// of that shape.
func (p *printer) conditional(n *node) bool {
	if p.state.subject || say(n.right) != "pass" || p.cat(n.right.left) != "VP" || p.hasModal(n.right.left) {
		return false
	}
	switch zh := p.tokens[n.left.at].zh; {
	case zh == "只有":
		p.out.say("only by")
		p.verb(n.right.left, gerund, false)
	case hint("conditions", zh):
		p.word(n.left, lexicon.Conjunction)
		p.out.say("(it)")
		p.verb(n.right.left, p.state.finite(false), false)
	default:
		return false
	}
	return true
}

// conditions reports whether the clause begins with 如果 or its like, and cannot
// stand alone.
func (p *printer) conditions() bool {
	zh := p.tokens[0].zh
	return p.read[0] == "c" && (zh == "只有" || hint("conditions", zh))
}

// datedAs says 今年为第五次 with the time as the subject: "this year is the
// fifth". It reports whether n was of that shape.
func (p *printer) datedAs(n *node) bool {
	if p.cat(n.left) != "T" || say(n.right) != "pass" || p.cat(n.right.left) != "VP" {
		return false
	}
	vp := n.right.left
	if say(vp) != "object" || p.tokens[p.leafOf(vp).at].zh != "为" && p.tokens[p.leafOf(vp).at].zh != "是" {
		return false
	}
	p.when(n.left, false)
	p.verb(vp, third, false)
	return true
}

// timed says a time behind the predicate that goes on with the subject before:
// 每两年举行 "is held every two years". It reports whether n was of that shape.
func (p *printer) timed(n *node) bool {
	if p.cat(n.left) != "T" || !p.state.subject || !p.state.thing || say(n.right) != "pass" || p.cat(n.right.left) != "VP" {
		return false
	}
	if !p.bareTransitive(n.right.left) {
		return false
	}
	p.predicate(n.right.left)
	p.when(n.left, true)
	return true
}

// whole reports whether all that stands fixed was said, and once.
func (p *printer) whole() bool {
	for i, t := range p.tokens {
		if t.kind != word && t.kind != mark && p.said[i] != 1 {
			return false
		}
	}
	return true
}

// plain says the tokens one after the other, each by its first sense: what is
// left when the tree of a clause cannot be said whole.
func (p *printer) plain() {
	for i, t := range p.tokens {
		if t.kind == mark && t.mark == '、' {
			p.out.comma()
			continue
		}
		p.fixed(i)
	}
}

// phrase says a phrase that makes a clause by itself.
func (p *printer) phrase(n *node) {
	switch p.cat(n) {
	case "SV":
		p.subject(n)
	case "VP":
		p.predicate(n)
	case "NC":
		p.noun(n, object)
	case "PP", "LP", "T":
		p.adjunct(n)
	case "AP":
		p.adjective(n)
	case "AD":
		p.adverb(n)
	case "DP", "DQ", "DW":
		p.described(n)
	default:
		p.clause(n)
	}
}

// leaf says a single word by its first sense.
func (p *printer) leaf(n *node) {
	for n.rule != nil {
		n = n.left
	}
	t := &p.tokens[n.at]
	if t.kind != word {
		p.fixed(n.at)
		return
	}
	p.word(n, t.entry.Senses[0].POS)
}

// leftOver says a mark that the grammar has no place for.
func (p *printer) leftOver(n *node) {
	t := &p.tokens[n.at]
	if t.kind == mark && !isLatinMark(t.mark) {
		return
	}
	if t.kind == mark {
		p.out.say(string(t.mark))
	}
}

// isLatinMark reports whether a mark means something in English too.
func isLatinMark(r rune) bool {
	switch r {
	case '+', '=', '%', '&', '@', '$', '€', '£', '°', '<', '>', '*', '#', '"', '\'', '.', '×', '±', '≥', '≤':
		return true
	}
	return false
}
