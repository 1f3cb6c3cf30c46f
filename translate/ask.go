package translate

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

// What a unit may cost: it is asked in batches that are halved down to itself
// (five requests at most, as batches go), then maxTries times alone, in each
// round, and never for longer than Options.Deadline. Requests that fail on
// their way are tried again by the engine, below all this.
const (
	maxTries  = 3
	maxSilent = 16 // requests that may fail one after the other, for each that is under way at once
)

// Reasons why a unit was not answered; those an engine gives stand beside
// them, see [ErrRefused].
var (
	errShifted     = errors.New("the answer does not belong to this unit")
	errInterrupted = errors.New("interrupted")
	errLate        = errors.New("not answered in time")
	errEmpty       = errors.New("the answer is empty")
	errEndless     = errors.New("the answer has no end")
	errGivenUp     = errors.New("the engine was given up")
)

// ask puts units to the engine. What a request holds depends on the article,
// the glossary and earlier answers to the same units alone, so the order in
// which answers arrive changes nothing.
func (r *run) ask(ctx context.Context, units []int) {
	if len(units) == 0 {
		return
	}
	r.progress.Round, r.progress.Left = r.round, len(units)
	q := newQueue(r.batches(units))
	var workers sync.WaitGroup
	for range max(r.Concurrency, 1) {
		workers.Go(func() {
			for {
				b, ok := q.next()
				if !ok {
					return
				}
				q.done(r.askBatch(ctx, b))
			}
		})
	}
	workers.Wait()
}

// askBatch asks for one batch, once, and says what is to be asked instead
// where the answer is no good: one fault in it makes every place doubtful.
func (r *run) askBatch(ctx context.Context, b batch) (again []batch) {
	answer, err := r.call(ctx, b)
	if err == nil {
		err = r.accept(b, answer)
	}
	switch {
	case err == nil:
		r.settled(b, true)
		return nil
	case hopeless(err):
	case len(b.units) > 1:
		return b.halves()
	case b.tries+1 < maxTries && !(b.bare && errors.Is(err, ErrRefused)):
		// It may be the title or the neighbours that a filter minds.
		return []batch{{units: b.units, tries: b.tries + 1, bare: b.bare || errors.Is(err, ErrRefused)}}
	}
	for _, i := range b.units {
		r.works[i].err = err
	}
	r.settled(b, false)
	return nil
}

// hopeless reports whether asking again is of no use.
func hopeless(err error) bool {
	return errors.Is(err, errInterrupted) || errors.Is(err, errLate) || errors.Is(err, errGivenUp) || errors.Is(err, ErrUnusable)
}

// call puts one request to the engine, within what time its units have left:
// half of it, so that enough remains for asking again in halves, and all of it
// only for the last try. One unit on which an engine hangs must not take the
// others of its batch along.
func (r *run) call(ctx context.Context, b batch) (Answer, error) {
	if err := r.mayAsk(ctx); err != nil {
		return Answer{}, err
	}
	left := r.Deadline
	for _, i := range b.units {
		left = min(left, r.Deadline-r.works[i].spent)
	}
	if left <= 0 {
		return Answer{}, fmt.Errorf("%w: %s", errLate, r.Deadline)
	}
	last := len(b.units) == 1 && b.tries+1 == maxTries
	if !last {
		left /= 2
	}
	within, cancel := context.WithTimeout(ctx, left)
	defer cancel()
	start := time.Now()
	answer, err := r.Engine.Translate(within, r.request(b))
	for _, i := range b.units {
		r.works[i].spent += time.Since(start)
	}
	switch {
	case err == nil && answer.Error != "":
		err = errors.New(answer.Error)
	case err != nil && ctx.Err() != nil:
		err = errInterrupted
	case err != nil && within.Err() != nil && last:
		err = fmt.Errorf("%w: %s", errLate, r.Deadline)
	}
	r.heard(answer, err)
	return answer, err
}

// mayAsk says why the engine is asked no more, if it is not.
func (r *run) mayAsk(ctx context.Context) error {
	if ctx.Err() != nil {
		return errInterrupted
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.stop
}

// heard counts a request and what became of it.
func (r *run) heard(a Answer, err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.progress.Requests++
	if a.Usage != nil {
		r.progress.Usage.Input += a.Usage.Input
		r.progress.Usage.Output += a.Usage.Output
	} else if err == nil {
		r.unmetered++
	}
	switch {
	case err == nil || errors.Is(err, ErrRefused) || errors.Is(err, ErrCut):
		r.silent, r.spoke = 0, true
	case errors.Is(err, errInterrupted):
	case errors.Is(err, ErrUnusable):
		r.halt(err)
	default:
		r.silent, r.failure = r.silent+1, err
		if a.Usage != nil {
			r.silent = 0 // it does answer, if badly
		}
		if r.silent == maxSilent*max(r.Concurrency, 1) {
			r.halt(fmt.Errorf("%w: %d requests in a row failed, the last: %w", errGivenUp, r.silent, err))
		}
	}
}

// halt keeps all further requests back; the first reason stays. r.mu is held.
func (r *run) halt(err error) {
	if r.stop == nil {
		r.stop = err
	}
}

// unusable is the reason why the engine could not be used at all, or nil: it
// said so before it answered anything, or failed every one of many requests.
// Few prove nothing: the text may be hard.
func (r *run) unusable() error {
	switch {
	case r.answered:
		return nil
	case errors.Is(r.stop, ErrUnusable):
		return r.stop
	case !r.spoke && r.failure != nil && r.progress.Requests >= maxSilent:
		return &Unusable{
			Problem: fmt.Sprintf("all of %d requests failed, the last: %v", r.progress.Requests, r.failure),
			Advice:  "try the engine by hand with one short sentence; --dry-run --verbose shows what it is asked",
			Cause:   r.failure,
		}
	}
	return nil
}

// settled tells the progress of a batch that is asked no more in this round.
func (r *run) settled(b batch, answered bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	p := &r.progress
	p.Left -= len(b.units)
	for _, i := range b.units {
		w := r.works[i]
		n := 1 + len(w.twins)
		required, met := w.required()
		if !w.told {
			p.Done += n
			p.Required += n * required
			w.told = true
		}
		p.Met += n * (met - w.counted)
		w.counted = met
	}
	r.answered = r.answered || answered
	if r.Progress != nil {
		r.Progress(*p)
	}
}
