// Package impact promises to show what a change of a glossary does to texts
// before it is made: which units have a term that changes, how their English
// meets it before and after, and which findings come and go. What it calls a
// finding is exactly what [check.Run] reports with either glossary.
//
// Start with [Of]. The package changes nothing and opens no files; how
// glossaries differ is said by glossary/compare.
package impact

import (
	"cmp"
	"context"
	"slices"

	"duizhao/bitext"
	"duizhao/check"
	"duizhao/glossary"
	"duizhao/glossary/compare"
)

// Impact is what a change of a glossary does to documents.
type Impact struct {
	Changes []compare.Change // all of them, also those that touch nothing
	Groups  []Group          // most failing first
	Units   int              // looked at
	Touched int              // units that stand in a group
}

// Group is one entry with the places where its change, or that of others,
// shows.
type Group struct {
	Zh     string          // of the entry; "" for findings that are about no term
	Change *compare.Change // nil where the entry itself does not change
	Places []Place         // in order of the documents
}

// Place is one unit.
type Place struct {
	Input, Unit   int // indexes
	Path, At      string
	Zh, En        string
	Before, After *Standing      // nil where the term does not stand in the unit
	New           []check.Report // findings that the change brings
	Gone          []check.Report // findings that it takes away
}

// Standing is how a unit meets a term: by its worst occurrence.
type Standing struct {
	How glossary.How
	En  string // what stands in the English, "" where nothing does
}

// Fails reports whether the change brings a finding as grave as limit.
func (p *Place) Fails(limit bitext.Severity) bool {
	return limit != check.Off && slices.ContainsFunc(p.New, func(r check.Report) bool { return check.AtLeast(r.Severity, limit) })
}

// Failing counts the places of a group that [Place.Fails].
func (g *Group) Failing(limit bitext.Severity) int {
	n := 0
	for i := range g.Places {
		if g.Places[i].Fails(limit) {
			n++
		}
	}
	return n
}

// Of says what replacing one glossary by another does to documents. o says how
// to check; its Glossary is not used. limit is the severity that fails, for the
// order of the groups. The error is that of ctx.
func Of(ctx context.Context, before, after *glossary.Glossary, inputs []check.Input, o check.Options, limit bitext.Severity) (*Impact, error) {
	w := &work{inputs: inputs, options: o, groups: map[string]*group{}}
	w.changes = compare.Diff(before.Terms(), after.Terms())
	w.index()
	w.touched(before, after)
	if err := w.findings(ctx, before, after); err != nil {
		return nil, err
	}
	out := &Impact{Changes: w.changes, Groups: w.sorted(limit)}
	units := map[[2]int]bool{}
	for _, g := range out.Groups {
		for _, p := range g.Places {
			units[[2]int{p.Input, p.Unit}] = true
		}
	}
	out.Touched = len(units)
	for _, in := range inputs {
		out.Units += len(in.Document.Units())
	}
	return out, nil
}

// work is an impact under way.
type work struct {
	inputs  []check.Input
	options check.Options
	changes []compare.Change
	changed map[*glossary.Term]*compare.Change // by the old and by the new entry
	byKey   map[string]*compare.Change
	groups  map[string]*group // by key of the entry
}

type group struct {
	zh     string
	change *compare.Change
	places map[[2]int]*Place
}

func (w *work) index() {
	w.changed, w.byKey = map[*glossary.Term]*compare.Change{}, map[string]*compare.Change{}
	for i := range w.changes {
		c := &w.changes[i]
		if !c.Matters() {
			continue
		}
		for _, t := range []*glossary.Term{c.Old, c.New} {
			if t != nil {
				w.changed[t], w.byKey[glossary.Key(t.Zh)] = c, c
			}
		}
	}
}

// place is the place of unit in the group of zh.
func (w *work) place(zh string, input, unit int) *Place {
	change := w.byKey[glossary.Key(zh)]
	if change != nil {
		zh = change.Term().Zh
	}
	key := glossary.Key(zh)
	g := w.groups[key]
	if g == nil {
		g = &group{zh: zh, change: change, places: map[[2]int]*Place{}}
		w.groups[key] = g
	}
	at := [2]int{input, unit}
	if g.places[at] == nil {
		p := &Place{Input: input, Unit: unit, Path: w.inputs[input].Document.Source.Path}
		if units := w.inputs[input].Document.Units(); unit >= 0 {
			u := units[unit]
			p.At, p.Zh, p.En = cmp.Or(u.At, u.ID), u.Zh, u.En
		}
		g.places[at] = p
	}
	return g.places[at]
}

// sorted gives the groups: those that fail most first, then in the order of
// the changes, those that change only by others last.
func (w *work) sorted(limit bitext.Severity) []Group {
	order := make(map[*compare.Change]int, len(w.changes))
	for i := range w.changes {
		order[&w.changes[i]] = i
	}
	order[nil] = len(w.changes)
	out := make([]Group, 0, len(w.groups))
	for _, g := range w.groups {
		group := Group{Zh: g.zh, Change: g.change}
		for _, p := range g.places {
			group.Places = append(group.Places, *p)
		}
		slices.SortFunc(group.Places, func(a, b Place) int { return cmp.Or(a.Input-b.Input, a.Unit-b.Unit) })
		out = append(out, group)
	}
	slices.SortFunc(out, func(a, b Group) int {
		return cmp.Or(b.Failing(limit)-a.Failing(limit), order[a.Change]-order[b.Change], cmp.Compare(a.Zh, b.Zh))
	})
	return out
}
