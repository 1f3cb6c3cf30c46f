package check

import (
	"cmp"
	"context"
	"runtime"
	"slices"
	"sync"

	"duizhao/bitext"
	"duizhao/glossary"
)

// Run holds documents to the rules. The order of rules and the number of
// processors change nothing in the result; documents are read together where a
// rule learns from all of them. The error is that of ctx, or says what Options
// lack.
func Run(ctx context.Context, inputs []Input, o Options) (*Result, error) {
	s, err := NewStream(o)
	if err != nil {
		return nil, err
	}
	return s.Check(ctx, inputs, Cut{})
}

// run is a check under way.
type run struct {
	Options
	inputs    []Input
	documents []*document
	asked     map[Profile][]*Rule // the rules that may report anything
	nearby    []Neighbour
	prints    fingerprints
}

// document is one input under way.
type document struct {
	Input
	*carried      // from the parts before
	goesOn   bool // in the next part
	index    int
	glossary *glossary.Glossary // with the short names of the document
	context  glossary.Context
	units    []*bitext.Unit
	keys     []linkKeys
	groups   []group
	scope    *Scope
	found    [][]ruled // of each group
	whole    []ruled   // of the document
}

// ruled is a finding and the rule that found it.
type ruled struct {
	rule *Rule
	Finding
}

// open prepares an input, with what earlier parts of its document hand on.
func (r *run) open(i int, earlier *carried, goesOn bool) *document {
	in := r.inputs[i]
	d := &document{Input: in, carried: earlier, goesOn: goesOn, index: i, units: in.Document.Units()}
	d.glossary, d.context, d.short = forDocument(r.Glossary, contextOf(in.Context, r.Context), in.Document, d.short)
	d.keys = make([]linkKeys, len(d.units))
	for k, u := range d.units {
		d.keys[k] = keysOf(u)
	}
	d.groups = groups(d.units, d.keys)
	doubtful := make(map[int]bool, len(in.Facts.Doubtful))
	for _, k := range in.Facts.Doubtful {
		doubtful[k] = true
	}
	for k := range d.groups {
		g := &d.groups[k]
		g.doubtful = g.doubtful || slices.ContainsFunc(g.units, func(u int) bool { return doubtful[u] })
		g.profile = r.profileOf(in.Document, g.unit)
	}
	d.scope = &Scope{Document: in.Document, Facts: d.groupedFacts(), Spelling: r.Spelling, Subjects: make([]*Subject, len(d.groups)), first: &d.first}
	d.found = make([][]ruled, len(d.groups))
	return d
}

// contextOf is the context of a document, completed by that of all.
func contextOf(own, all glossary.Context) glossary.Context {
	all.Date = cmp.Or(own.Date, all.Date)
	all.House = cmp.Or(own.House, all.House)
	all.Genre = cmp.Or(own.Genre, all.Genre)
	all.Borders = cmp.Or(own.Borders, all.Borders)
	return all
}

// groupedFacts are the facts of the input with groups for units.
func (d *document) groupedFacts() Facts {
	facts := d.Facts
	facts.Unpaired = slices.Clone(facts.Unpaired)
	for i := range facts.Unpaired {
		u := &facts.Unpaired[i].Unit
		*u = max(0, slices.IndexFunc(d.groups, func(g group) bool { return g.units[len(g.units)-1] >= *u }))
	}
	return facts
}

// chunk is how many groups one worker takes at a time.
const chunk = 64

// task is a stretch of the groups of a document.
type task struct {
	d        *document
	from, to int
}

// checkUnits makes the subjects and asks the rules over units, on all
// processors. Each result has its place, so the order of work does not matter.
func (r *run) checkUnits(ctx context.Context) error {
	tasks := make(chan task)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for t := range tasks {
				for i := t.from; i < t.to; i++ {
					r.checkGroup(t.d, i)
				}
			}
		})
	}
	for _, d := range r.documents {
		for from := 0; from < len(d.groups) && ctx.Err() == nil; from += chunk {
			tasks <- task{d, from, min(from+chunk, len(d.groups))}
		}
	}
	close(tasks)
	workers.Wait()
	return ctx.Err()
}

func (r *run) checkGroup(d *document, i int) {
	g := &d.groups[i]
	c := d.context
	c.Block = g.unit.Block
	s := NewSubject(d.glossary, c, g.unit, g.match(d.glossary, c, d.units))
	d.scope.Subjects[i] = s
	empty := !s.hasEnglish()
	for _, rule := range r.asked[g.profile] {
		if rule.Unit == nil || empty && !rule.Empty {
			continue
		}
		for _, f := range rule.Unit(s) {
			d.found[i] = append(d.found[i], ruled{rule, f})
		}
	}
}

// on reports whether anything that the rule may find is reported.
func (o *Options) on(rule *Rule, p Profile) bool {
	return slices.ContainsFunc(rule.Grades, func(g Grade) bool {
		f := Finding{Grade: g.Name}
		return o.severity(rule, &f, p) != Off
	})
}

// checkDocuments asks the rules over documents.
func (r *run) checkDocuments() {
	scopes := make([]*Scope, len(r.documents))
	for i, d := range r.documents {
		scopes[i] = d.scope
	}
	shared := newCorpus(scopes)
	for _, d := range r.documents {
		d.scope.corpus = shared
		for _, rule := range r.Rules {
			if rule.Document == nil || !r.on(rule, Machine) && !r.on(rule, Human) {
				continue
			}
			for _, f := range rule.Document(d.scope) {
				if f.Unit < 0 || len(d.groups) == 0 {
					d.whole = append(d.whole, ruled{rule, f})
					continue
				}
				d.found[f.Unit] = append(d.found[f.Unit], ruled{rule, f})
			}
		}
		d.settlePassages(r)
		d.settleTerms(r)
	}
}

// result puts the findings into their order and places.
func (r *run) result() *Result {
	out := &Result{Neighbours: r.nearby}
	for _, d := range r.documents {
		out.Units += len(d.units)
		w := newWaiving(d)
		var reports []Report
		for _, f := range d.whole {
			reports = r.report(reports, d, nil, nil, f)
		}
		for i := range d.groups {
			reports = r.report(reports, d, &d.groups[i], d.scope.Subjects[i], d.found[i]...)
		}
		for i := range reports {
			f := &reports[i]
			f.Fingerprint = r.prints.of(d, f)
			if f.Waiver = w.waives(f); f.Waiver != nil {
				out.Waived = append(out.Waived, *f)
			} else {
				out.Findings = append(out.Findings, *f)
			}
		}
		out.Unused = append(out.Unused, w.unused(r.Rules)...)
	}
	return out
}

// report adds the findings of one group, those in front of others first.
func (r *run) report(out []Report, d *document, g *group, s *Subject, fs ...ruled) []Report {
	from := len(out)
	for _, f := range fs {
		profile := cmp.Or(r.Profile, Human)
		if g != nil {
			profile = g.profile
		}
		rep := Report{Finding: f.Finding, Input: d.index, Target: -1}
		rep.Rule, rep.Severity = f.rule.Name, r.severity(f.rule, &f.Finding, profile)
		rep.Unit = -1
		if g != nil {
			if g.doubtful {
				rep.Severity = atMost(rep.Severity, bitext.Note)
			}
			rep.Finding = s.real(rep.Finding)
			rep.Unit, rep.Target = g.place(&rep.Finding), g.head
		}
		if rep.Severity != Off {
			out = append(out, rep)
		}
	}
	slices.SortStableFunc(out[from:], inOrder)
	return out
}

// inOrder orders the findings of a group: by place in the English, then in the
// Chinese, then by rule and message.
func inOrder(a, b Report) int {
	start := func(r *Report) int {
		switch {
		case r.Finding.Target != nil:
			return r.Finding.Target.Start
		case r.Source != nil:
			return r.Source.Start
		}
		return -1
	}
	return cmp.Or(cmp.Compare(start(&a), start(&b)), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Message, b.Message))
}
