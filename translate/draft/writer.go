package draft

import (
	"slices"
	"strings"

	"duizhao/lang/english"
	"duizhao/lang/lexicon"
)

// writer says the clauses of units in English. It keeps its buffers from one
// unit to the next.
type writer struct {
	lexicon *lexicon.Lexicon
	grammar *grammar
	goal    category // of a clause
	noun    category // of a title that is a noun phrase
	chart   *chart
	leaves  [][]leaf
}

func newWriter(l *lexicon.Lexicon, g *grammar) *writer {
	return &writer{lexicon: l, grammar: g, goal: g.number["S"], noun: g.number["NC"], chart: newChart(g)}
}

// unit says a whole unit. block is the kind of the block it stands in: the
// words of a title have capitals.
func (w *writer) unit(clauses []clause, block string) string {
	w.chart.reset()
	out := &text{}
	title := block == "title"
	if len(clauses) == 1 && len(clauses[0].tokens) == 1 {
		clauses[0].tokens[0].preposition = "" // a date by itself, in a table
	}
	w.sentences(clauses, out, !title && tellsPast(clauses), title)
	en := out.String()
	if title {
		return english.TitleCase(en)
	}
	return en
}

// parse finds the trees of a clause: one, or several when the clause is too
// long to be understood as a whole.
func (w *writer) parse(tokens []token, out *text) []parsed { return w.parseAs(w.goal, tokens, out) }

// parseNoun finds the tree of tokens that are one noun phrase, and any tree
// when they are none.
func (w *writer) parseNoun(tokens []token, out *text) []parsed {
	if len(tokens) <= longestClause {
		if all := w.parseAs(w.noun, tokens, out); len(all) == 1 && all[0].tree != nil {
			return all
		}
	}
	return w.parse(tokens, out)
}

func (w *writer) parseAs(goal category, tokens []token, out *text) []parsed {
	var all []parsed
	for len(tokens) > 0 {
		n := cut(tokens)
		p, tree := w.tree(goal, tokens[:n], out)
		if tree != nil && goal == w.goal && weak(tree, n) {
			all = append(all, w.divide(tokens[:n], out)...)
		} else {
			all = append(all, parsed{printer: p, tree: tree})
		}
		tokens = tokens[n:]
	}
	return all
}

// tree finds the cheapest tree of category goal over tokens.
func (w *writer) tree(goal category, tokens []token, out *text) (*printer, *node) {
	n := len(tokens)
	p := &printer{g: w.grammar, tokens: tokens, read: make([]string, n), said: make([]int, n), out: out, writer: w}
	w.leaves = w.leaves[:0]
	for _, t := range tokens {
		w.leaves = append(w.leaves, leaves(w.grammar, t))
	}
	if inStep(tokens) {
		w.bar(tokens)
	}
	w.fromTo(tokens)
	w.opening(tokens)
	tree := w.chart.parse(w.leaves, goal)
	p.note(tree)
	return p, tree
}

// inStep reports whether 、 joins three or more phrases with 的: 和平的建设者、发展的
// 贡献者、秩序的维护者.
func inStep(tokens []token) bool {
	of, rows := 0, 0
	for i, t := range tokens {
		switch {
		case t.kind == word && t.zh == "的" && i+1 < len(tokens):
			of++
		case t.kind == mark && t.mark == '、':
			if rows++; of != rows {
				return false
			}
		}
	}
	return rows > 0 && of == rows+1
}

// fromTo reads 由 before 到 or 至 as a preposition: 由21%提高到24% "from".
func (w *writer) fromTo(tokens []token) {
	for i, t := range tokens {
		if t.kind == word && t.zh == "由" && slices.ContainsFunc(tokens[i+1:], leadsTo) {
			w.leaves[i] = []leaf{{cat: w.grammar.number["p"]}}
		}
	}
}

// opening reads 与 at the beginning of a clause as a preposition, not as "and".
func (w *writer) opening(tokens []token) {
	if first := &tokens[0]; first.kind == word && (first.zh == "与" || first.zh == "同" || first.zh == "和" || first.zh == "跟") {
		c := w.grammar.number["c"]
		w.leaves[0] = slices.DeleteFunc(w.leaves[0], func(l leaf) bool { return l.cat == c && len(w.leaves[0]) > 1 })
	}
}

// leadsTo reports whether t says where a change ends.
func leadsTo(t token) bool {
	return t.kind == word && t.entry.Senses[0].POS != lexicon.Noun && (strings.HasSuffix(t.zh, "到") || strings.HasSuffix(t.zh, "至") || t.zh == "向" || t.zh == "变为" || t.zh == "转变为" || t.zh == "转为")
}

// bar reads every 、 of tokens as one that joins whole phrases.
func (w *writer) bar(tokens []token) {
	for i, t := range tokens {
		if t.kind == mark && t.mark == '、' {
			w.leaves[i] = []leaf{{cat: w.grammar.number["bar"]}}
		}
	}
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

// reading is a clause that was understood, ready to be said.
type reading struct {
	label   string // the number before it: "1.", "Article 10"
	point   string // the word that counts it: "first"
	purpose bool   // it stood behind 为
	trees   []parsed
	end     rune
}

// read understands clauses one by one.
func (w *writer) read(clauses []clause, out *text, title bool) []reading {
	all := make([]reading, len(clauses))
	for i, c := range clauses {
		r, tokens := &all[i], c.tokens
		r.end = c.end
		if i == 0 || isColon(clauses[i-1].end) {
			r.label, tokens = label(tokens)
		}
		r.point, tokens = enumerator(tokens)
		if x, ok := w.titled(tokens, out); ok && len(clauses) == 1 && c.end == 0 {
			r.trees = []parsed{x}
			continue
		}
		heads := i == 0 && (title || c.end == 0) || r.label != "" // may be a title or a heading
		if heads && i+2 >= len(clauses) && (isNominal(tokens) || strings.HasPrefix(r.label, "Chapter ")) {
			r.trees = w.parseNoun(tokens, out)
			continue
		}
		r.purpose, tokens = w.forPurpose(tokens, c.end)
		r.trees = w.parse(tokens, out)
	}
	return all
}

// sentences says clauses one after the other with the marks between them.
// Every sentence begins with a capital.
func (w *writer) sentences(clauses []clause, out *text, past, title bool) {
	all := w.read(clauses, out, title)
	start, aim := len(out.pieces), false
	s := &state{past: past, title: title}
	for i, r := range all {
		if r.label != "" {
			capitaliseAt(out, start)
			out.say(r.label)
			start = len(out.pieces)
		}
		from := len(out.pieces)
		aim = r.purpose || aim && i > 0 && !endsSentence(all[i-1].end)
		s.title = title || isColon(r.end) && len(r.trees) == 1 && r.trees[0].isNoun()
		s.event = r.isEventOf(all[i+1:])
		r.say(out, s)
		if len(out.pieces) == from && r.end != 0 {
			continue // nothing was said: no mark either
		}
		if r.end == '，' || r.end == ',' {
			w.comma(all[i:], out, s, aim)
			continue
		}
		out.stop(r.end)
		pause := isPause(r.end)
		s = &state{past: past, title: title, subject: s.subject && pause, plural: s.plural, thing: s.thing}
		if !pause {
			capitaliseAt(out, start)
			start = len(out.pieces)
		}
	}
	capitaliseAt(out, start)
}

// say says the clause, going on from s.
func (r reading) say(out *text, s *state) {
	if r.point != "" {
		out.say(r.point)
		out.comma()
		s.subject, s.modal = false, false
	}
	for j, x := range r.trees {
		if j > 0 {
			out.divide()
		}
		if j == 0 && r.purpose {
			x.sayPurpose(s)
			continue
		}
		x.say(s)
	}
	out.undivide()
}

// isEventOf reports whether the next clause says what comes of what is done in
// this one: 建立标准，有利于打破壁垒.
func (r reading) isEventOf(rest []reading) bool {
	if len(rest) == 0 || len(r.trees) != 1 || len(rest[0].trees) == 0 || !r.trees[0].isPredicate() {
		return false
	}
	next := rest[0].trees[0]
	return hint("results", next.printer.tokens[0].zh)
}

// comma says what English has in the place of the Chinese comma behind the
// first of rest: nothing but "that" behind a verb of saying, a semicolon
// between whole sentences, "and" before the last of several predicates, and a
// comma elsewhere. aim tells that the sentence said what for before.
func (w *writer) comma(rest []reading, out *text, s *state, aim bool) {
	if len(rest) < 2 || len(rest[0].trees) == 0 || len(rest[1].trees) == 0 {
		out.comma()
		return
	}
	if rest[0].point != "" && rest[1].point != "" { // 一是……，二是……
		out.close(";")
		return
	}
	closing := !aim && endsSentence(rest[1].end)
	now := rest[0].trees
	last, first := now[len(now)-1], rest[1].trees[0]
	if last.isNoun() && len(now) == 1 && first.isPredicate() && !s.title {
		s.subject, s.plural = true, last.printer.isPlural(last.top())
		return // 本法所称固体废物，是指
	}
	switch {
	case rest[0].isEventOf(rest[1:]):
	case now[0].printer.conditions():
		out.comma()
	case last.says():
		if first.quotes() {
			out.comma()
			return
		}
		out.say("that")
		s.that, s.subject, s.past = true, false, false
	case last.predicates() && first.hasSubject():
		out.close(";")
	case closing && last.predicates() && first.isPredicate():
		out.close(",")
		out.say("and")
	default:
		out.comma()
	}
}

// tellsPast reports whether the clauses tell what happened: they name a day
// or have 了, and nothing is still to come.
func tellsPast(clauses []clause) bool {
	happened := false
	for _, c := range clauses {
		for i, t := range c.tokens {
			switch t.zh {
			case "将", "要", "应", "应当", "必须":
				return false
			case "了":
				happened = true
			}
			happened = happened || t.kind == date && strings.HasSuffix(t.en, " ago") || t.day && (i == 0 || !isLimit(c.tokens[i-1].zh))
		}
	}
	return happened
}

// isLimit reports whether a day behind zh is the limit of something, and not
// when it happened.
func isLimit(zh string) bool {
	switch zh {
	case "自", "从", "到", "至", "截至", "截止", "于", "在":
		return true
	}
	return false
}

// group says what stands between two marks: a sentence of its own when it has
// several clauses, else words that go on with the sentence around them.
func (w *writer) group(inner []clause, out *text, title bool) {
	if title {
		own := &text{}
		w.sentences(inner, own, false, true)
		out.say(english.TitleCase(own.String()))
		return
	}
	if len(inner) > 1 || len(inner) == 1 && inner[0].end != 0 {
		w.sentences(inner, out, tellsPast(inner), false)
		return
	}
	for _, c := range inner {
		for _, x := range w.parse(c.tokens, out) {
			x.say(&state{})
		}
	}
}
