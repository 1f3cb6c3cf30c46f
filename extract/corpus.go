package extract

import (
	"cmp"
	"slices"

	"duizhao/bitext"
	"duizhao/glossary"
	"duizhao/lang/han"
	"duizhao/lang/lexicon"
	"duizhao/lang/number"
	"duizhao/lang/span"
)

// corpus is the sentences of the documents as runs of words.
type corpus struct {
	sentences []sentence
	known     map[string]bool // keys of known terms
	words     int
}

// sentence is one unit.
type sentence struct {
	unit     *bitext.Unit
	document int
	path, at string
	runs     [][]token // what stands between marks, figures and names
}

// token is a word, or a known term.
type token struct {
	text  string    // folded, without quotation marks
	span  span.Span // runes of the unit's Chinese
	known bool      // a term of the glossary
	class class
}

// readCorpus reads the units of documents, each sentence once.
func readCorpus(docs []*bitext.Document, o Options) *corpus {
	c := &corpus{known: map[string]bool{}}
	if o.Context.Borders == nil {
		o.Context.Borders = lexicon.Borders()
	}
	if o.Glossary != nil {
		for _, t := range o.Glossary.Terms() {
			for _, zh := range append([]string{t.Zh}, t.ZhAlso...) {
				c.known[glossary.Key(zh)] = true
			}
		}
	}
	r := &runner{Options: o, names: &names{borders: o.Context.Borders, found: map[string]bool{}}}
	for _, d := range docs {
		for _, u := range d.Units() {
			r.names.learn(foldAll([]rune(u.Zh)))
		}
	}
	seen := map[string]bool{}
	for i, d := range docs {
		for _, u := range d.Units() {
			if key := han.Key(u.Zh); key == "" || seen[key] {
				continue
			} else {
				seen[key] = true
			}
			s := sentence{unit: u, document: i, path: d.Source.Path, at: cmp.Or(u.At, u.ID)}
			s.runs = r.runs(u)
			for _, run := range s.runs {
				c.words += len(run)
			}
			c.sentences = append(c.sentences, s)
		}
	}
	return c
}

// runner cuts units into runs.
type runner struct {
	Options
	names *names
}

// cut is a stretch of a sentence that is not cut into words: a known term, or
// what no term holds.
type cut struct {
	at    span.Span
	known bool
}

// runs cuts the Chinese of a unit into runs of words.
func (r *runner) runs(u *bitext.Unit) [][]token {
	zh := []rune(u.Zh)
	cuts := r.cuts(u, zh)
	var runs [][]token
	var run []token
	end := func() {
		if len(run) > 0 {
			runs = append(runs, run)
		}
		run = nil
	}
	for i := 0; i < len(zh); {
		if len(cuts) > 0 && i >= cuts[0].at.Start {
			if cuts[0].known {
				at := cuts[0].at
				run = append(run, token{
					text: glossary.Key(string(zh[at.Start:at.End])), span: at, known: true, class: class{start: true, end: true},
				})
			} else {
				end()
			}
			i, cuts = max(i, cuts[0].at.End), cuts[1:]
			continue
		}
		stop := len(zh)
		if len(cuts) > 0 {
			stop = cuts[0].at.Start
		}
		next := i
		for next < stop && (han.Is(zh[next]) || isQuote(zh[next])) {
			next++
		}
		if next == i {
			end()
			i++
			continue
		}
		for _, t := range r.tokens(zh, i, next) {
			if t.class.breaks {
				end()
				continue
			}
			run = append(run, t)
		}
		i = next
	}
	end()
	return runs
}

// isQuote reports whether r may stand inside a term: “双碳”目标.
func isQuote(r rune) bool { return r == '“' || r == '”' || r == '「' || r == '」' }

// tokens are the words of zh[from:to], quotation marks left out.
func (r *runner) tokens(zh []rune, from, to int) []token {
	var runes []rune
	var place []int
	for i := from; i < to; i++ {
		if !isQuote(zh[i]) {
			runes, place = append(runes, han.Fold(zh[i])), append(place, i)
		}
	}
	var out []token
	for _, w := range r.Context.Borders.Words(runes) {
		text := string(runes[w.Start:w.End])
		out = append(out, token{text: text, span: span.Span{Start: place[w.Start], End: place[w.End-1] + 1}, class: classOf(text)})
	}
	return out
}

// cuts finds the known terms, figures and names of a unit, in order and
// without overlap.
func (r *runner) cuts(u *bitext.Unit, zh []rune) []cut {
	var all []cut
	var masked []span.Span
	if r.Glossary != nil {
		c := r.Context
		c.Block = u.Block
		for _, m := range r.Glossary.Match(u.Zh, c) {
			all, masked = append(all, cut{m.Span, true}), append(masked, m.Span)
		}
	}
	for _, v := range number.FindChinese(u.Zh, masked...) {
		all = append(all, cut{v.Span, false})
	}
	for _, at := range r.names.in(foldAll(zh)) {
		all = append(all, cut{at, false})
	}
	slices.SortStableFunc(all, func(a, b cut) int { return cmp.Or(a.at.Start-b.at.Start, b.at.End-a.at.End) })
	return slices.CompactFunc(all, func(a, b cut) bool { return b.at.Start < a.at.End })
}
