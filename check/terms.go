package check

import (
	"cmp"

	"duizhao/bitext"
	"duizhao/glossary"
	"duizhao/lang/span"
)

// Use is one term of a document, in one sense, with all its places.
type Use struct {
	Term   *glossary.Term
	En     string // the preferred rendering in this document
	Places []UsePlace
}

// UsePlace is one place of a term; Why says what keeps it from binding.
type UsePlace struct {
	At   string
	Span span.Span // runes of the unit's Chinese
	Why  string    // "", "doubtful border", "several senses", "inside a title"
}

// Terms lists the terms that stand in the Chinese of a document, in the order
// in which they first stand, short names that the document gives to terms
// included. c gives the context that the document does not.
func Terms(g *glossary.Glossary, c glossary.Context, d *bitext.Document) []Use {
	type key struct {
		term *glossary.Term
		en   string
	}
	var uses []Use
	known := map[key]int{}
	g, c, _ = forDocument(g, c, d, nil)
	for _, u := range d.Units() {
		c.Block = u.Block
		for _, m := range g.Match(u.Zh, c) {
			k := key{m.Term, m.Preferred(c).En}
			i, ok := known[k]
			if !ok {
				i = len(uses)
				known[k] = i
				uses = append(uses, Use{Term: m.Term, En: k.en})
			}
			uses[i].Places = append(uses[i].Places, UsePlace{At: u.At, Span: m.Span, Why: unbound(m)})
		}
	}
	return uses
}

func unbound(m glossary.Match) string {
	switch {
	case m.Doubtful:
		return "doubtful border"
	case m.Ambiguous:
		return "several senses"
	case m.Quoted:
		return "inside a title"
	}
	return ""
}

// forDocument adds what only the document knows: its date, and the short
// names that it gives to terms, behind those that are known.
func forDocument(g *glossary.Glossary, c glossary.Context, d *bitext.Document, short []*glossary.Term) (*glossary.Glossary, glossary.Context, []*glossary.Term) {
	c.Date = cmp.Or(c.Date, d.Source.Published)
	for _, u := range d.Units() {
		c.Block = u.Block
		short = append(short, g.Aliases(u.Zh, c)...)
	}
	return g.With(short), c, short
}

// Fate is what became of one place where the characters of a term stand.
type Fate struct {
	At string
	Zh string // of the unit
	glossary.Fate
	Unbound string // of a match: what keeps it from binding, as in [UsePlace]
}

// Why tells of every place in d where the characters of the term zh stand
// what became of it, in order: taken, hidden by a longer term, rejected since
// a known word crosses its edge, and so on. zh may be in either script.
func Why(g *glossary.Glossary, c glossary.Context, d *bitext.Document, zh string) []Fate {
	g, c, _ = forDocument(g, c, d, nil)
	var out []Fate
	for _, u := range d.Units() {
		c.Block = u.Block
		runes := []rune(u.Zh)
		unbounds := unboundPlaces(g.Match(u.Zh, c))
		for _, f := range g.Explain(u.Zh, c) {
			if glossary.Key(string(runes[f.Span.Start:f.Span.End])) == glossary.Key(zh) || glossary.Key(f.Term.Zh) == glossary.Key(zh) {
				fate := Fate{At: u.At, Zh: u.Zh, Fate: f}
				if f.Reason == glossary.Taken {
					fate.Unbound = unbounds[f.Span]
				}
				out = append(out, fate)
			}
		}
	}
	return out
}

// unboundPlaces says of each match what keeps it from binding.
func unboundPlaces(matches []glossary.Match) map[span.Span]string {
	out := make(map[span.Span]string, len(matches))
	for _, m := range matches {
		out[m.Span] = unbound(m)
	}
	return out
}
