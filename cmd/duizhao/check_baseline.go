package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"duizhao/check"
)

// baselineFlags are the flags of the findings that a project lives with.
type baselineFlags struct {
	baseline string
	update   bool
	allowNew bool
}

func (f *baselineFlags) register(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&f.baseline, "baseline", "", "findings that stand in this `FILE` do not fail")
	flags.BoolVar(&f.update, "update-baseline", false, "take out of the baseline what is found no more")
	flags.BoolVar(&f.allowNew, "allow-new", false, "with --update-baseline: take in what is found anew as well")
}

func (f *baselineFlags) validate() error {
	switch {
	case f.update && f.baseline == "":
		return withHint(errors.New("--update-baseline needs a baseline"), "--baseline .duizhao-baseline.json")
	case f.allowNew && !f.update:
		return withHint(errors.New("--allow-new goes with --update-baseline"), "--baseline FILE --update-baseline --allow-new")
	}
	return nil
}

// readBaseline reads the baseline; nil where none is named. One that is to be
// made need not be there.
func (f *baselineFlags) readBaseline() (*check.Baseline, error) {
	if f.baseline == "" {
		return nil, nil
	}
	file, err := os.Open(f.baseline)
	switch {
	case errors.Is(err, fs.ErrNotExist) && f.allowNew:
		return &check.Baseline{}, nil
	case errors.Is(err, fs.ErrNotExist):
		return nil, withHint(fmt.Errorf("read baseline %s: %w", relative(f.baseline), pathCause(err)),
			"make it: duizhao check … --baseline "+relative(f.baseline)+" --update-baseline --allow-new")
	case err != nil:
		return nil, fmt.Errorf("read baseline %s: %w", relative(f.baseline), pathCause(err))
	}
	defer file.Close() // read only
	b, err := check.ReadBaseline(file)
	if err != nil {
		return nil, withHint(fmt.Errorf("%s: %w", f.baseline, err), "a baseline is what --update-baseline writes")
	}
	return b, nil
}

// baselineSplit is which findings the baseline knows, by fingerprint.
type baselineSplit struct{ known map[string]bool }

// applyBaseline tells known findings from new ones, and brings the file up to
// date where that was asked for.
func (f *baselineFlags) applyBaseline(u *ui, b *check.Baseline, docs []*checked, r *check.Result) (baselineSplit, error) {
	split := baselineSplit{known: map[string]bool{}}
	if b == nil {
		return split, nil
	}
	fresh, known, gone := b.Split(r)
	for i := range known {
		split.known[known[i].Fingerprint] = true
	}
	if !f.update {
		if len(gone) > 0 {
			u.Tell("%s: %s not found in this run", f.baseline, counted(len(gone), "entry was", "entries were"))
		}
		return split, nil
	}
	next := b.Shrink(r)
	if f.allowNew {
		next = check.NewBaseline(inputsOf(docs), r)
		for i := range fresh {
			split.known[fresh[i].Fingerprint] = true
		}
	}
	if err := writeFile(f.baseline, next.Write); err != nil {
		return split, err
	}
	added := 0
	if f.allowNew {
		added = len(fresh)
	}
	u.Say("baseline %s: %s, %d new, %d gone", relative(f.baseline), counted(len(next.Findings), "entry", "entries"), added, len(gone))
	if !f.allowNew && len(fresh) > 0 {
		u.Say("%s not in the baseline, which only shrinks; --allow-new takes them in", counted(len(fresh), "finding is", "findings are"))
	}
	return split, nil
}
