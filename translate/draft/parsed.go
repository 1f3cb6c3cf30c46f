package draft

import "duizhao/lang/lexicon"

// parsed is a stretch of a clause with its tree, ready to be said.
type parsed struct {
	printer *printer
	tree    *node
	notice  *notice // of the title of a document
}

// isNoun reports whether the clause is a noun phrase and nothing else.
func (x parsed) isNoun() bool { return x.printer.cat(x.top()) == "NC" }

// say says the clause, going on from s.
func (x parsed) say(s *state) {
	if x.notice != nil {
		x.sayNotice(s)
		return
	}
	x.sayTree(s)
}

func (x parsed) sayTree(s *state) {
	x.saidBy(s, func(p *printer) {
		if p.cat(x.tree) == "NC" {
			p.noun(x.tree, object)
			return
		}
		p.clause(x.tree)
	})
}

// saidBy lets in say the clause, and says it word by word when that lost
// something.
func (x parsed) saidBy(s *state, in func(*printer)) {
	p := x.printer
	from := len(p.out.pieces)
	p.state = s
	in(p)
	if !p.whole() {
		p.out.pieces = p.out.pieces[:from]
		p.plain()
	}
}

// top is the phrase that a clause is made of, behind what leads up to it.
func (x parsed) top() *node {
	n := x.tree
	for n != nil {
		if x.printer.cat(n) == "NC" {
			return n
		}
		switch say(n) {
		case "lead", "conjoin", "skip", "topic", "beside":
			n = n.right
		case "pass":
			return n.left
		default:
			return n
		}
	}
	return n
}

// hasSubject reports whether the clause has a subject of its own.
func (x parsed) hasSubject() bool { return x.printer.cat(x.top()) == "SV" && say(x.tree) != "conjoin" }

// isPredicate reports whether the clause is a verb phrase and nothing before
// it.
func (x parsed) isPredicate() bool {
	return x.printer.cat(x.top()) == "VP" && say(x.tree) == "pass" && x.printer.read[0] != "c"
}

// predicates reports whether the clause says something of something.
func (x parsed) predicates() bool {
	n := x.top()
	c := x.printer.cat(n)
	return c == "SV" || c == "VP" && !x.printer.entrusted(n) && !x.printer.isWithAs(n)
}

// says reports whether the clause ends in a verb of saying that still wants
// what is said.
func (x parsed) says() bool {
	n := x.top()
	if x.printer.cat(n) == "SV" {
		n = n.right
	}
	if x.printer.cat(n) != "VP" {
		return false
	}
	var v verbParts
	x.printer.takeVerb(n, &v)
	if say(v.core) != "pass" && say(v.core) != "word" {
		return false
	}
	s := x.printer.sense(x.printer.leafOf(v.core).at, lexicon.Verb)
	return s != nil && s.Flags.Has(lexicon.Says)
}

// quotes reports whether the clause begins with a quotation.
func (x parsed) quotes() bool {
	first := &x.printer.tokens[0]
	return first.kind == group && first.mark != '《' && first.mark != '〈' && !isBracket(first.mark)
}
