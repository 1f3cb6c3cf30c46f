package translate

import (
	"fmt"
	"strings"
)

// accept takes an answer over, or none of it: one fault in a batch (an id that
// is missing, twice there or unknown, an echo of another unit, no English)
// makes every place in it doubtful.
func (r *run) accept(b batch, a Answer) error {
	if len(a.Units) != len(b.units) {
		return fmt.Errorf("%w: %d units asked, %d answered", errShifted, len(b.units), len(a.Units))
	}
	seen := make([]bool, len(b.units))
	for _, u := range a.Units {
		i := u.ID - 1
		switch {
		case i < 0 || i >= len(b.units):
			return fmt.Errorf("%w: unknown id %d", errShifted, u.ID)
		case seen[i]:
			return fmt.Errorf("%w: id %d twice", errShifted, u.ID)
		case !sameEcho(u.Echo, Echo(r.works[b.units[i]].unit.Zh)):
			return fmt.Errorf("%w: id %d echoes %q", errShifted, u.ID, u.Echo)
		case strings.TrimSpace(u.En) == "" && hasText(r.works[b.units[i]].unit.Zh):
			return fmt.Errorf("%w: no English for id %d", errEmpty, u.ID)
		}
		seen[i] = true
	}
	for _, u := range a.Units {
		r.take(b.units[u.ID-1], strings.TrimSpace(strings.ToValidUTF8(u.En, "\uFFFD")))
	}
	return nil
}
