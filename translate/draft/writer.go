package draft

import (
	"duizhao/lang/english"
	"duizhao/lang/lexicon"
)

// writer says the clauses of units in English. It keeps its buffers from one
// unit to the next.
type writer struct {
	lexicon *lexicon.Lexicon
	grammar *grammar
	goal    category
	chart   *chart
	leaves  [][]leaf
}

func newWriter(l *lexicon.Lexicon, g *grammar) *writer {
	return &writer{lexicon: l, grammar: g, goal: g.number["S"], chart: newChart(g)}
}

// unit says a whole unit. block is the kind of the block it stands in: the
// words of a title have capitals.
func (w *writer) unit(clauses []clause, block string) string {
	w.chart.reset()
	out := &text{}
	w.sentences(clauses, out, tellsPast(clauses))
	en := out.String()
	if block == "title" {
		return english.TitleCase(en)
	}
	return en
}

// parsed is a stretch of a clause with its tree, ready to be said.
type parsed struct {
	printer *printer
	tree    *node
}

// parse finds the trees of a clause: one, or several when the clause is too
// long to be understood as a whole.
func (w *writer) parse(tokens []token, out *text) []parsed {
	var all []parsed
	for len(tokens) > 0 {
		n := cut(tokens)
		p := &printer{g: w.grammar, tokens: tokens[:n], read: make([]string, n), out: out, writer: w}
		w.leaves = w.leaves[:0]
		for _, t := range tokens[:n] {
			w.leaves = append(w.leaves, leaves(w.grammar, t))
		}
		tree := w.chart.parse(w.leaves, w.goal)
		p.note(tree)
		all = append(all, parsed{p, tree})
		tokens = tokens[n:]
	}
	return all
}

// longestClause is how many words are understood together. The time to
// understand a clause grows with the cube of its length.
const longestClause = 40

// cut is how many tokens are understood together: all of a clause, or up to
// the last 、 before it gets too long.
func cut(tokens []token) int {
	if len(tokens) <= longestClause {
		return len(tokens)
	}
	for i := longestClause; i > longestClause/2; i-- {
		if tokens[i-1].kind == mark && tokens[i-1].mark == '、' {
			return i
		}
	}
	return longestClause
}

// sentences says clauses one after the other with the marks between them.
// Every sentence begins with a capital.
func (w *writer) sentences(clauses []clause, out *text, past bool) {
	trees := make([][]parsed, len(clauses))
	for i, c := range clauses {
		trees[i] = w.parse(c.tokens, out)
	}
	s := &state{past: past}
	start := len(out.pieces)
	for i, c := range clauses {
		from := len(out.pieces)
		for j, x := range trees[i] {
			if j > 0 {
				out.say("|")
			}
			x.printer.state = s
			x.printer.clause(x.tree)
		}
		if len(out.pieces) == from && c.end != 0 {
			continue // nothing was said: no mark either
		}
		if c.end == '，' || c.end == ',' {
			w.comma(trees[i], following(trees, i), out, s)
			continue
		}
		out.stop(c.end)
		s = &state{past: past, subject: s.subject && isPause(c.end), plural: s.plural}
		if !isPause(c.end) {
			capitaliseAt(out, start)
			start = len(out.pieces)
		}
	}
	capitaliseAt(out, start)
}

// following gives the trees of the clause after clause i.
func following(trees [][]parsed, i int) []parsed {
	if i+1 < len(trees) {
		return trees[i+1]
	}
	return nil
}

// isPause reports whether a sentence goes on behind r.
func isPause(r rune) bool {
	return r == '；' || r == ';' || r == '：' || r == ':'
}

// comma says what English has in the place of a Chinese comma: nothing but
// "that" behind a verb of saying, a semicolon between whole sentences, and a
// comma elsewhere.
func (w *writer) comma(now, next []parsed, out *text, s *state) {
	if len(next) == 0 || len(now) == 0 {
		out.comma()
		return
	}
	last, first := now[len(now)-1], next[0]
	switch {
	case last.says():
		if first.quotes() {
			out.comma()
			return
		}
		out.say("that")
		s.that, s.subject, s.past = true, false, false
	case last.predicates() && first.hasSubject():
		out.close(";")
	default:
		out.comma()
	}
}

// top is the phrase that a clause is made of, behind what leads up to it.
func (x parsed) top() *node {
	n := x.tree
	for n != nil {
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

// predicates reports whether the clause says something of something.
func (x parsed) predicates() bool {
	c := x.printer.cat(x.top())
	return c == "SV" || c == "VP"
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
func (x parsed) quotes() bool { return x.printer.tokens[0].kind == group }

// tellsPast reports whether the clauses tell what happened: they name a day
// or have 了, and nothing is still to come.
func tellsPast(clauses []clause) bool {
	happened := false
	for _, c := range clauses {
		for _, t := range c.tokens {
			switch t.zh {
			case "将", "要", "应", "应当", "必须":
				return false
			case "了":
				happened = true
			}
			happened = happened || t.day
		}
	}
	return happened
}

// group says what stands between two marks: a sentence of its own when it has
// several clauses, else words that go on with the sentence around them.
func (w *writer) group(inner []clause, out *text) {
	if len(inner) > 1 {
		w.sentences(inner, out, tellsPast(inner))
		return
	}
	for _, c := range inner {
		for _, x := range w.parse(c.tokens, out) {
			x.printer.state = &state{}
			x.printer.clause(x.tree)
		}
	}
}
