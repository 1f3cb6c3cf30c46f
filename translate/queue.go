package translate

import (
	"slices"
	"sync"
)

// queue hands batches to workers in order of the document. What comes of a
// batch that was split goes to the front, where any worker may take it.
type queue struct {
	mu      sync.Mutex
	changed *sync.Cond
	waiting []batch
	out     int // batches that are with workers
}

func newQueue(bs []batch) *queue {
	q := &queue{waiting: bs}
	q.changed = sync.NewCond(&q.mu)
	return q
}

// next waits for a batch; ok is false when all work is done.
func (q *queue) next() (b batch, ok bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.waiting) == 0 {
		if q.out == 0 {
			return batch{}, false
		}
		q.changed.Wait()
	}
	b = q.waiting[0]
	q.waiting = q.waiting[1:]
	q.out++
	return b, true
}

// done gives a batch back, with what is to be asked instead.
func (q *queue) done(again []batch) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.out--
	q.waiting = slices.Concat(again, q.waiting)
	q.changed.Broadcast()
}
