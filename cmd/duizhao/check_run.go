package main

import (
	"context"
	"slices"

	"duizhao/check"
)

// checkRun is what it takes to check.
type checkRun struct {
	loader
	jobs    []checkJob
	options check.Options
}

// run reads what the jobs name and holds it to the rules.
func (c *checkRun) run(ctx context.Context) ([]*checked, *check.Result, error) {
	docs, err := c.load(ctx, c.jobs)
	if err != nil {
		return nil, nil, err
	}
	r, err := check.Run(ctx, inputsOf(docs), c.options)
	if err != nil {
		return nil, nil, err
	}
	r.Findings = slices.DeleteFunc(r.Findings, func(f check.Report) bool {
		// A missing stretch is one finding, not one for each of its units.
		return f.Rule == emptyTarget && docs[f.Input].alone[f.Unit]
	})
	return docs, r, nil
}

// emptyTarget is the rule about units without English.
const emptyTarget = "empty-target"

func inputsOf(docs []*checked) []check.Input {
	out := make([]check.Input, len(docs))
	for i, d := range docs {
		out[i] = d.Input
	}
	return out
}
