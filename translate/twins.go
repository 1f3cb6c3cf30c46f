package translate

import "fmt"

// findTwins tells which units are asked, and which have the same text in the
// same kind of block and are to be said the same way: these get the English of
// the first. A heading or a cell that recurs then has one translation, which
// is paid for once.
func (r *run) findTwins() (asked []int) {
	first := map[string]int{}
	for i, w := range r.works {
		key := fmt.Sprintf("%q %q %q", w.unit.Zh, w.unit.Block, w.say)
		if leader, known := first[key]; known {
			r.works[leader].twins = append(r.works[leader].twins, i)
			continue
		}
		first[key] = i
		asked = append(asked, i)
	}
	return asked
}

// heirs are the units to be asked in the place of those that got no answer:
// their first twins, which stand elsewhere, among other neighbours. All others
// become twins of these.
func (r *run) heirs(asked []int) []int {
	var out []int
	for _, i := range asked {
		w := r.works[i]
		if w.first != nil || len(w.twins) == 0 || hopeless(w.err) {
			continue
		}
		heir := w.twins[0]
		r.works[heir].twins, r.works[heir].told = append([]int{i}, w.twins[1:]...), true
		w.twins = nil
		out = append(out, heir)
	}
	return out
}

// share gives the twins of every unit what that has.
func (r *run) share() {
	for _, w := range r.works {
		for _, i := range w.twins {
			twin := r.works[i]
			twin.best, twin.last, twin.first, twin.err = w.best, w.last, w.first, w.err
		}
	}
}
