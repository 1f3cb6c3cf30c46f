package check

import (
	"cmp"
	"slices"

	"duizhao/bitext"
	"duizhao/glossary"
)

// Trial is what became of one term in approved pairs: how often its
// renderings stand in the English, which ones, and what stands there instead.
// It is the honest way to find accepted renderings and to decide how binding
// a term may be.
type Trial struct {
	Term    *glossary.Term
	Sense   int // index into Term.Senses: the one that occurred first
	Found   int // occurrences in the Chinese that count: not doubtful, not inside a title
	Met     int // of these
	Forms   []Count
	Instead []Count // what stands where the term is not met, as far as it can be told
	Unmet   []Place // the occurrences that are not met, in order
}

// Count is an English wording and how often it stands there.
type Count struct {
	En  string
	How glossary.How
	N   int
}

// Place is one occurrence of a term.
type Place struct {
	Path, At string       // of the document and in it
	Zh, En   string       // the unit
	Instead  string       // what stands there instead, "" where it cannot be told
	How      glossary.How // missing, or avoided where Instead is a form that the entry avoids
}

// Try runs g over the units of docs that have English, and reports on every
// term that stands in one, those most often unmet first. Units that failed or
// are drafts do not count. c gives the context that a document does not.
func Try(g *glossary.Glossary, c glossary.Context, docs ...*bitext.Document) []Trial {
	trials := map[*glossary.Term]*trial{}
	for _, d := range docs {
		tryDocument(g, c, d, trials)
	}
	wordings := newWordings(docs)
	out := make([]Trial, 0, len(trials))
	for _, t := range trials {
		out = append(out, t.finish(wordings))
	}
	slices.SortFunc(out, func(a, b Trial) int {
		return cmp.Or(cmp.Compare(len(b.Unmet), len(a.Unmet)), cmp.Compare(b.Found, a.Found), cmp.Compare(a.Term.ID, b.Term.ID))
	})
	return out
}

// trial is a Trial under way.
type trial struct {
	Trial
	forms map[Count]int // N is 0 in the key
	unmet []*bitext.Unit
}

func tryDocument(g *glossary.Glossary, c glossary.Context, d *bitext.Document, trials map[*glossary.Term]*trial) {
	c.Date = cmp.Or(c.Date, d.Source.Published)
	for _, u := range tried(d) {
		c.Block = u.Block
		// What approved terms hide is tried as well: proposals are made of them.
		for _, matches := range [][]glossary.Match{g.Match(u.Zh, c), g.Beside(u.Zh, c)} {
			for i, r := range g.Recognise(u.En, u.Zh, matches, c) {
				if unbound(matches[i]) == "" {
					trialOf(trials, matches[i]).add(d.Source.Path, u, r)
				}
			}
		}
	}
}

// trialOf is the trial of the term of m, begun where there is none.
func trialOf(trials map[*glossary.Term]*trial, m glossary.Match) *trial {
	if trials[m.Term] == nil {
		trials[m.Term] = &trial{Trial: Trial{Term: m.Term, Sense: m.Sense}, forms: map[Count]int{}}
	}
	return trials[m.Term]
}

// tried are the units of d that somebody stands behind.
func tried(d *bitext.Document) []*bitext.Unit {
	return slices.DeleteFunc(d.Units(), func(u *bitext.Unit) bool {
		return u.Zh == "" || u.En == "" || u.Status == bitext.Failed || u.Status == bitext.Draft
	})
}

func (t *trial) add(path string, u *bitext.Unit, r glossary.Recognition) {
	t.Found++
	if r.How.Met() {
		t.Met++
		t.forms[Count{En: r.En, How: r.How}]++
		return
	}
	t.Unmet = append(t.Unmet, Place{Path: path, At: cmp.Or(u.At, u.ID), Zh: u.Zh, En: u.En, Instead: r.En, How: r.How})
	t.unmet = append(t.unmet, u)
}

// finish counts the forms and finds out what stands where the term is unmet.
func (t *trial) finish(w *wordings) Trial {
	t.Forms = counts(t.forms)
	usual := w.usual(t.unmet)
	instead := map[Count]int{}
	for i := range t.Unmet {
		p := &t.Unmet[i]
		if p.Instead == "" {
			p.Instead = w.nearest(t.unmet[i], t.Term, usual)
		}
		if p.Instead != "" {
			instead[Count{En: p.Instead, How: p.How}]++
		}
	}
	t.Instead = counts(instead)
	return t.Trial
}

// counts lists what was counted, the commonest first.
func counts(m map[Count]int) []Count {
	out := make([]Count, 0, len(m))
	for c, n := range m {
		c.N = n
		out = append(out, c)
	}
	slices.SortFunc(out, func(a, b Count) int {
		return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.En, b.En), cmp.Compare(a.How, b.How))
	})
	return out
}
