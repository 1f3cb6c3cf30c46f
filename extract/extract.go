// Package extract promises a short list of what a glossary may lack: stretches
// of Chinese that recur as one, hold together and stand in changing company, as
// terms do, the most promising first. Known terms, names of people and places,
// figures and the phrases of everyday prose are left out; each candidate shows
// where it stands and, in bitexts, what the English says for it.
//
// Start with [Find]. The package proposes; whether something is a term, and
// what its rendering should be, a person decides.
//
// The measures are the usual ones: pointwise mutual information of the weakest
// joint, entropy of what stands on either side, C-value for terms within terms
// (Frantzi, Ananiadou and Mima 2000), and how rare the words are in general
// prose.
package extract

import (
	"cmp"
	"slices"

	"duizhao/bitext"
	"duizhao/glossary"
	"duizhao/lang/span"
)

// Strictness says how sure a candidate must be.
type Strictness string

// The degrees of strictness; the zero value is Normal.
const (
	Loose  Strictness = "loose"  // twice is enough, whatever stands beside it
	Normal Strictness = "normal" // it recurs, holds together, and its company changes
	Strict Strictness = "strict" // three times at least, and all measures high
)

// Options say what to look for. The zero value knows no terms, and gives all
// candidates of normal strictness.
type Options struct {
	Glossary   *glossary.Glossary // whose terms are known; nil: none
	Context    glossary.Context   // for matching them
	Strictness Strictness
	Limit      int // so many candidates; 0: all
	Contexts   int // sentences kept of each candidate; 0: three
}

// Candidate is a stretch of Chinese that may be a term.
type Candidate struct {
	Zh        string
	Count     int     // how often it stands in the texts, repeated sentences once
	Documents int     // in how many documents
	Cohesion  float64 // normalised pointwise mutual information of its weakest joint, -1 to 1; 1 for one word
	Entropy   float64 // of the poorer side, in bits
	CValue    float64
	Score     float64 // what the order follows
	Contexts  []Place

	// In bitexts: what the English says for it, the commonest first, and in how
	// many of its sentences it could not be told.
	Renderings []Rendering
	Unclear    int
}

// Varies reports whether the English says a candidate in more than one way.
func (c *Candidate) Varies() bool { return len(c.Renderings) > 1 }

// Place is a sentence in which a candidate stands.
type Place struct {
	Path, At string
	Zh, En   string
	Span     span.Span // runes of Zh
}

// Rendering is an English wording and in how many sentences it stands.
type Rendering struct {
	En string
	N  int
}

// Find returns the candidates of documents, best first; those whose English
// varies stand before the others. Of units without English it looks at the
// Chinese alone.
func Find(docs []*bitext.Document, o Options) []Candidate {
	c := readCorpus(docs, o)
	grams := c.count()
	kept := c.judge(grams, o.Strictness)
	if o.Limit > 0 && len(kept) > o.Limit {
		kept = kept[:o.Limit]
	}
	out := make([]Candidate, 0, len(kept))
	english := newEnglish(c)
	for _, g := range kept {
		out = append(out, c.candidate(g, english, cmp.Or(o.Contexts, defaultContexts)))
	}
	slices.SortStableFunc(out, func(a, b Candidate) int { return varying(b) - varying(a) })
	return out
}

const defaultContexts = 3

func varying(c Candidate) int {
	if c.Varies() {
		return 1
	}
	return 0
}

// candidate is what is told about a gram.
func (c *corpus) candidate(g *gram, e *wordings, contexts int) Candidate {
	out := Candidate{
		Zh: g.text, Count: len(g.at), Cohesion: g.cohesion, Entropy: g.entropy, CValue: g.cvalue, Score: g.score,
	}
	documents, shown := map[int]bool{}, map[int]bool{}
	var units []int
	for _, at := range g.at {
		s := &c.sentences[at.sentence]
		documents[s.document] = true
		if shown[at.sentence] {
			continue
		}
		shown[at.sentence] = true
		units = append(units, at.sentence)
		if len(out.Contexts) < contexts {
			out.Contexts = append(out.Contexts, Place{Path: s.path, At: s.at, Zh: s.unit.Zh, En: s.unit.En, Span: at.span})
		}
	}
	out.Documents = len(documents)
	out.Renderings, out.Unclear = e.renderings(g, units)
	return out
}
