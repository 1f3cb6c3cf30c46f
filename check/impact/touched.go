package impact

import (
	"cmp"
	"context"
	"fmt"

	"duizhao/bitext"
	"duizhao/check"
	"duizhao/glossary"
)

// touched notes the units in which an entry that changes stands, before or
// after.
func (w *work) touched(before, after *glossary.Glossary) {
	for i, in := range w.inputs {
		units := in.Document.Units()
		for side, g := range []*glossary.Glossary{before, after} {
			g, c := w.forDocument(g, in, units)
			for k, u := range units {
				c.Block = u.Block
				w.touchedUnit(g, c, i, k, u, side == 0)
			}
		}
	}
}

// forDocument adds to a glossary the short names that the document gives to
// terms, and to the context what the document says.
func (w *work) forDocument(g *glossary.Glossary, in check.Input, units []*bitext.Unit) (*glossary.Glossary, glossary.Context) {
	c := in.Context
	c.Date = cmp.Or(c.Date, w.options.Context.Date, in.Document.Source.Published)
	c.House, c.Genre = cmp.Or(c.House, w.options.Context.House), cmp.Or(c.Genre, w.options.Context.Genre)
	c.Borders = cmp.Or(c.Borders, w.options.Context.Borders)
	var short []*glossary.Term
	for _, u := range units {
		c.Block = u.Block
		short = append(short, g.Aliases(u.Zh, c)...)
	}
	return g.With(short), c
}

func (w *work) touchedUnit(g *glossary.Glossary, c glossary.Context, input, unit int, u *bitext.Unit, old bool) {
	// Proposals that approved terms hide are shown as well.
	for _, matches := range [][]glossary.Match{g.Match(u.Zh, c), g.Beside(u.Zh, c)} {
		if !w.anyChanged(matches) {
			continue
		}
		for i, r := range g.Recognise(u.En, u.Zh, matches, c) {
			change := w.changed[matches[i].Term]
			if change == nil {
				continue
			}
			p := w.place(change.Term().Zh, input, unit)
			into := &p.After
			if old {
				into = &p.Before
			}
			if *into == nil || (*into).How.Met() && !r.How.Met() {
				*into = &Standing{How: r.How, En: r.En}
			}
		}
	}
}

func (w *work) anyChanged(matches []glossary.Match) bool {
	for _, m := range matches {
		if w.changed[m.Term] != nil {
			return true
		}
	}
	return false
}

// findings notes the findings that come and go.
func (w *work) findings(ctx context.Context, before, after *glossary.Glossary) error {
	var results [2]*check.Result
	for side, g := range []*glossary.Glossary{before, after} {
		o := w.options
		o.Glossary = g
		r, err := check.Run(ctx, w.inputs, o)
		if err != nil {
			return err
		}
		results[side] = r
	}
	counts := map[string]int{}
	for _, r := range results[0].Findings {
		counts[sameness(&r)]++
	}
	for _, r := range results[1].Findings {
		if key := sameness(&r); counts[key] > 0 {
			counts[key]--
			continue
		}
		p := w.place(aboutZh(&r), r.Input, r.Unit)
		p.New = append(p.New, r)
	}
	// What is left over of the old ones is gone: the last of each kind.
	for i := len(results[0].Findings) - 1; i >= 0; i-- {
		r := results[0].Findings[i]
		if key := sameness(&r); counts[key] > 0 {
			counts[key]--
			p := w.place(aboutZh(&r), r.Input, r.Unit)
			p.Gone = append([]check.Report{r}, p.Gone...)
		}
	}
	return nil
}

// sameness is what two findings share that are one, whatever the glossary.
// The message is not part of it: it quotes renderings.
func sameness(r *check.Report) string {
	return fmt.Sprint(r.Input, " ", r.Unit, " ", r.Rule, " ", r.Severity, " ", glossary.Key(aboutZh(r)))
}

func aboutZh(r *check.Report) string {
	if r.Term == nil {
		return ""
	}
	return r.Term.Zh
}
