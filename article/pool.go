package article

// pool gives out places in memory, many at a time: a long document has too
// many lines for one slice that grows by being copied.
type pool[T any] struct{ free []T }

// poolSize is how many places are made at once.
const poolSize = 256

// put gives v a place that stays.
func (p *pool[T]) put(v T) *T {
	if len(p.free) == 0 {
		p.free = make([]T, poolSize)
	}
	place := &p.free[0]
	p.free = p.free[1:]
	*place = v
	return place
}
