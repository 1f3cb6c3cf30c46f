package translate

import (
	"unicode/utf8"

	"duizhao/bitext"
	"duizhao/lang/han"
)

// Bounds of a batch: small enough that an answer is seldom cut, large enough
// that the fixed part of a request does not weigh.
const (
	maxBatchUnits = 12
	maxBatchRunes = 900
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

// batches cuts the units, in order, into stretches that are asked together:
// from and to are indices into units. Two units with equal echoes never share
// a batch, since their answers could not be told apart.
func batches(units []*bitext.Unit) []batch {
	var out []batch
	var open batch
	runes, echoes := 0, map[string]bool{}
	for i, u := range units {
		n, e := utf8.RuneCountInString(u.Zh), han.Key(Echo(u.Zh))
		full := open.to-open.from == maxBatchUnits || runes+n > maxBatchRunes || echoes[e]
		if full && open.to > open.from {
			out = append(out, open)
			open, runes = batch{from: i}, 0
			clear(echoes)
		}
		open.to = i + 1
		runes += n
		echoes[e] = true
	}
	if open.to > open.from {
		out = append(out, open)
	}
	return out
}

// batch is the stretch [from, to) of a document's units.
type batch struct{ from, to int }

// halves splits a batch of two or more units.
func (b batch) halves() (batch, batch) {
	middle := b.from + (b.to-b.from)/2
	return batch{b.from, middle}, batch{middle, b.to}
}
