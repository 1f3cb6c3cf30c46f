package main

import (
	"context"
	"os"
	"runtime/debug"
	"slices"

	"duizhao/check"
)

// checkRun is what it takes to check.
type checkRun struct {
	loader
	jobs    []checkJob
	large   []string // bitexts that are checked part by part, behind the jobs
	options check.Options
	stream  *check.Stream // of the last run
}

// run reads what the jobs name and holds it to the rules.
func (c *checkRun) run(ctx context.Context) ([]*checked, *check.Result, error) {
	docs, err := c.load(ctx, c.jobs)
	if err != nil {
		return nil, nil, err
	}
	if c.stream, err = check.NewStream(c.options); err != nil {
		return nil, nil, err
	}
	r, err := c.stream.Check(ctx, inputsOf(docs), check.Cut{})
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

// A check of the usual size holds little memory for a short time: collecting
// garbage less often saves a fifth of its work. Above the bound, memory counts.
const (
	usualInput     = 32 << 20 // bytes of all files
	usualGCPercent = 400
)

// spendMemory collects garbage less often where the files are not large and
// the caller has not said how often.
func spendMemory(files []string) {
	total := int64(0)
	for _, path := range files {
		if info, err := os.Stat(path); err == nil {
			total += info.Size()
		}
	}
	if total <= usualInput && os.Getenv("GOGC") == "" {
		debug.SetGCPercent(usualGCPercent)
	}
}
