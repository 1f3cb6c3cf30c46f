// Package translate promises that an article comes out of a translation whole
// and in order: every unit once, each with the English that the engine gave
// for it and no other, a receipt for every term, and a status that says what
// the English is worth. Whatever the engine does, a unit without a proper
// answer is marked failed, and a unit that misses a binding term needs review.
//
// Start with [Run]; [Requests] shows what it would ask. The package knows
// engines by [Engine] alone, opens no files and says nothing: progress and
// results are values.
package translate

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"time"

	"duizhao/bitext"
	"duizhao/glossary"
)

// Options say how to translate. Engine and Glossary must be set.
type Options struct {
	Engine      Engine
	Model       string // recorded in the bitext
	Glossary    *glossary.Glossary
	Context     glossary.Context // date, house and genre of the document; Block is set for each unit
	Style       Style
	Status      bitext.Status  // of a unit that was answered well; "" means bitext.Translated
	Concurrency int            // requests under way at once; 0 means 1
	Repairs     int            // rounds in which faulty units are asked again; 0 means 2, less than 0 none
	Deadline    time.Duration  // of one unit over all requests that hold it, waiting for the engine included; 0 means 10 minutes
	Progress    func(Progress) // called when units were answered or given up, never concurrently; may be nil
}

// Defaults of Options.
const (
	defaultRepairs  = 2
	defaultDeadline = 10 * time.Minute
)

// Progress says how far a run is.
type Progress struct {
	Units, Done   int // all units, and those that were answered or given up
	Required, Met int // binding occurrences of terms in the units answered, and those met
	Round         int // 0 while all units are asked, 1 … in rounds of repair
	Left          int // units still to be asked in this round
	Requests      int // so far, in all rounds
	Usage         Usage
}

// Run translates the units of doc, in place, and writes receipts for the terms
// of every unit. A unit that could not be translated has the status failed and
// says why. When ctx is cancelled, what was answered by then is kept, the rest
// is failed, and the error is that of ctx. Where the engine cannot be used at
// all the error wraps [ErrUnusable], and doc is as it was.
func Run(ctx context.Context, doc *bitext.Document, o Options) (Summary, error) {
	r, err := newRun(doc, o)
	if err != nil {
		return Summary{}, err
	}
	asked := r.findTwins()
	r.ask(ctx, asked)
	r.ask(ctx, r.heirs(asked))
	if err := r.unusable(); err != nil && ctx.Err() == nil {
		return Summary{}, fmt.Errorf("engine %s: %w", o.Engine.Name(), err)
	}
	for r.round = 1; r.round <= r.Repairs; r.round++ {
		r.ask(ctx, r.faulty())
	}
	// The passes over the whole document, each in its order. What recurs gets
	// its English first; wrong renderings go before names, since receipts must
	// be right when names are compared; what is mentioned first is known only
	// when every unit has its last wording.
	for _, pass := range []func(){r.share, r.replace, r.unify, r.introduce, r.settle} {
		pass()
	}
	doc.Engine = bitext.Engine{Name: o.Engine.Name(), Model: o.Model}
	return r.summary(), ctx.Err()
}

// Requests gives what Run would ask first for doc, in order of the document:
// for showing and counting beforehand. Options need no Engine.
func Requests(doc *bitext.Document, o Options) ([]Request, error) {
	o.Engine = cmp.Or[Engine](o.Engine, noEngine{})
	r, err := newRun(doc, o)
	if err != nil {
		return nil, err
	}
	var out []Request
	for _, b := range r.batches(r.findTwins()) {
		out = append(out, r.request(b))
	}
	return out, nil
}

// noEngine stands where none is needed.
type noEngine struct{}

func (noEngine) Name() string { return "" }

func (noEngine) Translate(context.Context, Request) (Answer, error) {
	return Answer{}, errors.New("no engine")
}
