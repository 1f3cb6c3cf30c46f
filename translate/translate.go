// Package translate promises that an article comes out of a translation whole
// and in order: every unit once, each with the English that the engine gave
// for it and no other, a receipt for every term, and a status that says what
// the English is worth. Whatever the engine does, a unit without a proper
// answer is marked failed, and a unit that misses a binding term needs review.
//
// Start with [Run]. The package knows engines by [Engine] alone, opens no
// files and says nothing: progress and results are values.
package translate

import (
	"context"
	"errors"
	"sync"

	"duizhao/bitext"
	"duizhao/glossary"
)

// Options say how to translate. Engine and Glossary must be set.
type Options struct {
	Engine      Engine
	Glossary    *glossary.Glossary
	Context     glossary.Context // date, house and genre of the document; Block is set for each unit
	Style       Style
	Status      bitext.Status         // of a unit that was answered well; "" means bitext.Translated
	Concurrency int                   // requests under way at once; 0 means 1
	Progress    func(done, total int) // called after each batch, never concurrently; may be nil
}

// run is one document under way.
type run struct {
	Options
	title string
	units []*bitext.Unit
	terms [][]glossary.Match // of each unit

	mentions glossary.Mentions // of the units that are settled

	mu   sync.Mutex
	done int
}

// Run translates the units of doc, in place, and writes receipts for the terms
// of every unit. It fails only where nothing
// could be done at all; a unit that could not be translated has the status
// failed and says why. When ctx is cancelled, what was answered by then is
// kept, the rest is failed, and the error is that of ctx.
func Run(ctx context.Context, doc *bitext.Document, o Options) (Summary, error) {
	if o.Engine == nil || o.Glossary == nil {
		return Summary{}, errors.New("translate: Options need an Engine and a Glossary")
	}
	if o.Status == "" {
		o.Status = bitext.Translated
	}
	r := &run{Options: o, title: doc.Title, units: doc.Units()}
	doc.Engine = bitext.Engine{Name: o.Engine.Name()}
	r.match()
	results := r.ask(ctx)
	for i, u := range r.units {
		r.settle(u, r.terms[i], results[i])
	}
	return r.summary(), ctx.Err()
}

// match finds the terms of every unit. Short names that the document itself
// gives to terms are terms of it from the first unit on: headings use them
// before the text explains them.
func (r *run) match() {
	var short []*glossary.Term
	for _, u := range r.units {
		short = append(short, r.Glossary.Aliases(u.Zh, r.context(u))...)
	}
	r.Glossary = r.Glossary.With(short)
	r.terms = make([][]glossary.Match, len(r.units))
	for i, u := range r.units {
		r.terms[i] = r.Glossary.Match(u.Zh, r.context(u))
	}
}

// context is the document's context with the block of the unit.
func (r *run) context(u *bitext.Unit) glossary.Context {
	c := r.Context
	c.Block = u.Block
	return c
}

func (r *run) progress(units int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.done += units
	if r.Progress != nil {
		r.Progress(r.done, len(r.units))
	}
}
