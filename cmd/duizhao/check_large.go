package main

import (
	"context"
	"fmt"
	"iter"
	"os"

	"duizhao/bitext"
	"duizhao/check"
	"duizhao/check/report"
)

// A bitext above the bound is checked part by part, since it may be larger
// than the memory.
const (
	partedInput = 64 << 20 // bytes
	partUnits   = 4096
	mostListed  = 10_000 // findings of one severity in large files
)

// isLarge reports whether a file is to be checked part by part.
func isLarge(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular() && info.Size() > partedInput
}

// takeLarge takes the large bitexts out of the jobs.
func takeLarge(jobs []checkJob) (whole []checkJob, large []string) {
	for _, j := range jobs {
		if j.bitext != "" && j.bitext != stdinName && isLarge(j.bitext) {
			large = append(large, j.bitext)
		} else {
			whole = append(whole, j)
		}
	}
	return whole, large
}

// allowLarge says what cannot be done with large files.
func (o *checkOptions) allowLarge(large []string) error {
	if len(large) == 0 {
		return nil
	}
	hint := fmt.Sprintf("files above %d MB are checked part by part; split it", partedInput>>20)
	switch {
	case o.fix:
		return withHint(fmt.Errorf("--fix: %s is too large", large[0]), hint)
	case o.update:
		return withHint(fmt.Errorf("--update-baseline: %s is too large", large[0]), hint)
	}
	return nil
}

// largeFindings are the findings of large files on their way into a report.
type largeFindings struct {
	to     *report.Report
	listed map[bitext.Severity]int
	more   int  // findings that are not listed
	fails  bool // one of those fails
}

// add lists findings, as many of each severity as are listed.
func (l *largeFindings) add(r *report.Report) {
	l.to.Units += r.Units
	for _, f := range r.Findings {
		if l.listed[f.Severity]++; l.listed[f.Severity] <= mostListed {
			l.to.Findings = append(l.to.Findings, f)
			continue
		}
		l.more++
		l.fails = l.fails || f.Fails
	}
}

// checkLarge checks the large files, behind what was checked whole, and puts
// the findings into the report.
func (c *checkRun) checkLarge(ctx context.Context, o *checkOptions, known *check.Baseline, changed *changes, to *report.Report) (*largeFindings, error) {
	out := &largeFindings{to: to, listed: map[bitext.Severity]int{}}
	for _, path := range c.large {
		c.u.Say("%s is checked in parts of %d units: rules that compare units compare those of one part", path, partUnits)
		to.Files = append(to.Files, sourcePath(path))
		err := c.eachPart(ctx, path, func(docs []*checked, r *check.Result) error {
			sayWaivers(c.u, docs, r, changed)
			if err := changed.keep(r, docs); err != nil {
				return err
			}
			split := baselineSplit{known: map[string]bool{}}
			if known != nil {
				_, found, _ := known.Split(r)
				for i := range found {
					split.known[found[i].Fingerprint] = true
				}
			}
			out.add(reportOf(docs, r, split, o.failLevel))
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	if out.more > 0 {
		c.u.Warn("%s of large files not listed", counted(out.more, "further finding is", "further findings are"))
	}
	return out, nil
}

// eachPart reads a file part by part and holds each part to the rules, while
// the next is read.
func (c *checkRun) eachPart(ctx context.Context, path string, tell func([]*checked, *check.Result) error) error {
	in, err := c.open(path)
	if err != nil {
		return err
	}
	defer in.Close() // read only
	for part, err := range ahead(ctx, bitext.Parts(in, partUnits)) {
		if err != nil {
			return withHint(fmt.Errorf("read bitext %s: %w", path, pathCause(err)), notABitext(path))
		}
		file := newTextFile(path, part.Text)
		file.above = part.Line - 1
		docs := bitextSides(file, part.Documents)
		r, err := c.stream.Check(ctx, inputsOf(docs), check.Cut{Continued: part.Continued, GoesOn: part.GoesOn})
		if err != nil {
			return err
		}
		if err := tell(docs, r); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// ahead takes the next value of seq while the last one is worked on.
func ahead[V any](ctx context.Context, seq iter.Seq2[V, error]) iter.Seq2[V, error] {
	type read struct {
		value V
		err   error
	}
	return func(yield func(V, error) bool) {
		ctx, stop := context.WithCancel(ctx)
		values, done := make(chan read), make(chan struct{})
		defer func() { stop(); <-done }()
		go func() {
			defer close(done)
			defer close(values)
			for v, err := range seq {
				select {
				case values <- read{v, err}:
				case <-ctx.Done():
					return
				}
			}
		}()
		for v := range values {
			if !yield(v.value, v.err) {
				return
			}
		}
	}
}
