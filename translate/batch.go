package translate

import (
	"unicode/utf8"

	"duizhao/lang/han"
)

// Bounds of a batch: small enough that an answer is seldom cut and that many
// can be under way at once, large enough that the fixed part of a request
// does not weigh. TestScheduleIsNearTheBound shows how near the end is to the best.
const (
	maxBatchUnits  = 24
	maxBatchWeight = 1500
	unitWeight     = 15 // of id, echo and brackets, in runes of Chinese

	longDocument = 10 * maxBatchWeight // from here on the last batches are smaller
	minBatch     = maxBatchWeight / 2
	taper        = 8 // a batch is at most this part of what is left
)

// echoRunes is how much of a unit's Chinese the answer repeats.
const echoRunes = 6

// Echo is what an answer must repeat of zh: its first six runes.
func Echo(zh string) string {
	n := 0
	for i := range zh {
		if n == echoRunes {
			return zh[:i]
		}
		n++
	}
	return zh
}

// sameEcho compares echoes folded: an engine may change script or width.
func sameEcho(a, b string) bool { return han.Key(a) == han.Key(b) }

// batch is a few units that are asked together: indices into run.works, in
// order of the document.
type batch struct {
	units []int
	tries int  // how often this very batch was asked already
	bare  bool // without title and neighbours
}

// halves splits a batch of two or more units.
func (b batch) halves() []batch {
	middle := len(b.units) / 2
	return []batch{{units: b.units[:middle]}, {units: b.units[middle:]}}
}

// batches cuts units into stretches of nearly the same weight; those at the end
// of a long document are smaller, so that no worker is long at the last one
// when the others have nothing left. Two units with equal echoes never share a
// batch, since their answers could not be told apart. The number of workers
// plays no part, since it must not change a request.
func (r *run) batches(units []int) []batch {
	rest := 0
	for _, i := range units {
		rest += r.weight(i)
	}
	long := rest > longDocument
	var out []batch
	echoes := map[string]bool{}
	for from := 0; from < len(units); {
		clear(echoes)
		limit := maxBatchWeight
		if long {
			limit = min(limit, max(minBatch, rest/taper))
		}
		share := rest / ((rest + limit - 1) / limit)
		to, weight := from, 0
		for ; to < len(units) && to-from < maxBatchUnits; to++ {
			n, echo := r.weight(units[to]), han.Key(Echo(r.works[units[to]].unit.Zh))
			if to > from && (weight+n/2 > share || weight+n > limit || echoes[echo]) {
				break
			}
			weight += n
			echoes[echo] = true
		}
		out = append(out, batch{units: units[from:to]})
		from, rest = to, rest-weight
	}
	return out
}

// weight says how much unit i adds to a request and its answer.
func (r *run) weight(i int) int { return utf8.RuneCountInString(r.works[i].unit.Zh) + unitWeight }
