package main

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"duizhao/check"
	"duizhao/glossary"
)

// runRules holds the documents to the rules. Those that name their own house
// or genre are looked at by themselves.
func runRules(ctx context.Context, docs []*checked, o check.Options) (*check.Result, error) {
	out := &check.Result{}
	seen := map[string]int{}
	for _, group := range byContext(docs, o.Context) {
		o.Context = group.context
		r, err := check.Run(ctx, group.inputs(docs), o)
		if err != nil {
			return nil, err
		}
		r.Findings = slices.DeleteFunc(r.Findings, func(f check.Report) bool {
			// A missing stretch is one finding, not one for each of its units.
			return f.Rule == emptyTarget && docs[group.docs[f.Input]].alone[f.Unit]
		})
		out.Findings = append(out.Findings, group.reports(r.Findings, seen)...)
		out.Waived = append(out.Waived, group.reports(r.Waived, seen)...)
		for _, w := range r.Unused {
			w.Input = group.docs[w.Input]
			out.Unused = append(out.Unused, w)
		}
		out.Units += r.Units
	}
	inOrder := func(a, b check.Report) int { return cmp.Compare(a.Input, b.Input) }
	slices.SortStableFunc(out.Findings, inOrder)
	slices.SortStableFunc(out.Waived, inOrder)
	return out, nil
}

// emptyTarget is the rule about units without English.
const emptyTarget = "empty-target"

// contextGroup is documents that are judged by the same renderings.
type contextGroup struct {
	context glossary.Context
	docs    []int
}

// byContext groups documents by house and genre, in order.
func byContext(docs []*checked, base glossary.Context) []*contextGroup {
	var out []*contextGroup
	for i, d := range docs {
		c := base
		if d.context.House != "" {
			c.House = d.context.House
		}
		if d.context.Genre != "" {
			c.Genre = d.context.Genre
		}
		k := slices.IndexFunc(out, func(g *contextGroup) bool { return g.context.House == c.House && g.context.Genre == c.Genre })
		if k < 0 {
			k = len(out)
			out = append(out, &contextGroup{context: c})
		}
		out[k].docs = append(out[k].docs, i)
	}
	return out
}

// inputs are the documents of the group.
func (g *contextGroup) inputs(docs []*checked) []check.Input {
	out := make([]check.Input, len(g.docs))
	for i, k := range g.docs {
		out[i] = docs[k].Input
	}
	return out
}

// reports leads the findings of the group back to all documents. A fingerprint
// that another group has used gets a number.
func (g *contextGroup) reports(rs []check.Report, seen map[string]int) []check.Report {
	for i := range rs {
		r := &rs[i]
		r.Input = g.docs[r.Input]
		seen[r.Fingerprint]++
		if n := seen[r.Fingerprint]; n > 1 {
			r.Fingerprint = fmt.Sprintf("%s-%d", r.Fingerprint, n)
		}
	}
	return rs
}
