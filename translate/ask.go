package translate

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"

	"duizhao/bitext"
)

// result is what came of one unit: English, or the reason why there is none.
type result struct {
	en  string
	err error
}

// ask puts all units to the engine and gives back one result for each, at the
// index of the unit. What a request holds depends on the article and the
// glossary alone, never on an answer, so the order in which answers arrive
// changes nothing.
func (r *run) ask(ctx context.Context) []result {
	results := make([]result, len(r.units))
	work := make(chan batch)
	var workers sync.WaitGroup
	for range max(r.Concurrency, 1) {
		workers.Go(func() {
			for b := range work {
				r.askBatch(ctx, b, results)
				r.progress(b.to - b.from)
			}
		})
	}
	for _, b := range batches(r.units) {
		work <- b
	}
	close(work)
	workers.Wait()
	return results
}

// askBatch asks for one batch and fills in its results. Where the answer to
// a unit does not stand under the right id and echo, the units without a good
// answer are asked again in halves, down to one unit.
func (r *run) askBatch(ctx context.Context, b batch, results []result) {
	if err := ctx.Err(); err != nil {
		fill(results, b, fmt.Errorf("interrupted: %w", err))
		return
	}
	answer, err := r.Engine.Translate(ctx, r.request(b))
	if err == nil && answer.Error != "" {
		err = errors.New(answer.Error)
	}
	if err == nil {
		err = accept(r.units[b.from:b.to], answer, results[b.from:b.to])
	}
	switch {
	case err == nil:
	case b.to-b.from == 1 || ctx.Err() != nil:
		fill(results, b, err)
	default:
		first, second := b.halves()
		r.askBatch(ctx, first, results)
		r.askBatch(ctx, second, results)
	}
}

func fill(results []result, b batch, err error) {
	for i := b.from; i < b.to; i++ {
		results[i] = result{err: err}
	}
}

// errShifted is the reason of a unit whose answer bears the wrong id or echo.
var errShifted = errors.New("the answer does not belong to this unit")

// accept takes an answer over into results, or none of it: one fault in a
// batch (an id that is missing, twice there or unknown, an echo of another
// unit) makes every place in it doubtful.
func accept(units []*bitext.Unit, a Answer, results []result) error {
	if len(a.Units) != len(units) {
		return fmt.Errorf("%w: %d units asked, %d answered", errShifted, len(units), len(a.Units))
	}
	seen := make([]bool, len(units))
	for _, u := range a.Units {
		i := u.ID - 1
		switch {
		case i < 0 || i >= len(units):
			return fmt.Errorf("%w: unknown id %d", errShifted, u.ID)
		case seen[i]:
			return fmt.Errorf("%w: id %d twice", errShifted, u.ID)
		case !sameEcho(u.Echo, Echo(units[i].Zh)):
			return fmt.Errorf("%w: id %d echoes %q", errShifted, u.ID, u.Echo)
		case strings.TrimSpace(u.En) == "":
			return fmt.Errorf("empty answer to id %d", u.ID)
		}
		seen[i] = true
	}
	for _, u := range a.Units {
		results[u.ID-1] = result{en: strings.TrimSpace(u.En)}
	}
	return nil
}
