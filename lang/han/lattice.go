package han

import (
	"math"

	"duizhao/lang/span"
)

// lattice is the stretch [from, to) of text in which two kinds of readings
// compete: those with borders at both edges of at, and those in which a word
// crosses an edge.
type lattice struct {
	*Borders
	text     []rune
	at       span.Span
	from, to int
}

// reading is the best path up to a rune. The zero value costs nothing.
type reading struct {
	cost int32
	word span.Span // the last crossing word, empty where there is none
}

const unreached = math.MaxInt32 / 2

// best returns the best reading with borders at both edges, and the best with
// a crossing word.
func (l *lattice) best() (term, crossing reading) {
	// bounded and crossed hold the two best readings up to each rune.
	bounded := make([]reading, l.to-l.from+1)
	crossed := make([]reading, l.to-l.from+1)
	for i := range bounded {
		bounded[i].cost, crossed[i].cost = unreached, unreached
	}
	bounded[0].cost = 0
	for i := l.from; i < l.to; i++ {
		here, there := bounded[i-l.from], crossed[i-l.from]
		step := func(j int, cost int32) {
			w := span.Span{Start: i, End: j}
			switch {
			case w == l.at:
				bounded[j-l.from].relax(here, min(cost, l.term))
			case w.Contains(l.at) || l.compound(w):
				// says nothing about the term
			case crosses(w, l.at):
				crossed[j-l.from].relax(reading{here.cost, w}, cost)
				crossed[j-l.from].relax(reading{there.cost, w}, cost)
			default:
				bounded[j-l.from].relax(here, cost)
				crossed[j-l.from].relax(there, cost)
			}
		}
		step(i+1, l.unknown)
		if i == l.at.Start {
			step(l.at.End, l.term)
		}
		if l.at.Start <= i && i < l.at.End {
			l.rests(i, step)
		}
		for j, cost := range l.known(l.text[:l.to], i) {
			step(j, cost)
		}
	}
	return bounded[l.to-l.from], crossed[l.to-l.from]
}

// rests steps over what a crossing word leaves of the term, from rune i on: it
// counts as one word where it is made of known words, as the term does. What
// is left of 湿地保护法 by 法律 is 湿地保护, though no list has it.
func (l *lattice) rests(i int, step func(j int, cost int32)) {
	if i > l.at.Start {
		if l.plain(i, l.at.End) {
			step(l.at.End, l.term)
		}
		return
	}
	for j := i + 2; j < l.at.End; j++ {
		if l.plain(i, j) {
			step(j, l.term)
		}
	}
}

// plain reports whether the runes [i, j) of text are known words of at least
// two runes, one after the other.
func (l *lattice) plain(i, j int) bool {
	if i == j {
		return true
	}
	for end := range l.known(l.text[:j], i) {
		if end >= i+2 && l.plain(end, j) {
			return true
		}
	}
	return false
}

// relax takes the reading that goes on from r with a word of that cost, if it
// is better.
func (r *reading) relax(from reading, cost int32) {
	if cost += from.cost; cost < r.cost {
		*r = reading{cost, from.word}
	}
}

// crosses reports whether the word w covers runes on both sides of an edge of
// at without containing at.
func crosses(w, at span.Span) bool {
	if w.Contains(at) {
		return false
	}
	return w.Start < at.Start && at.Start < w.End || w.Start < at.End && at.End < w.End
}

// compound reports whether w crosses an edge of at but is itself made of two
// words of at least two runes that meet there: 人大常委会, which crosses the
// right edge of 全国人大 in 全国人大常委会, is 人大 and 常委会.
func (l *lattice) compound(w span.Span) bool {
	for _, edge := range [...]int{l.at.Start, l.at.End} {
		if w.Start+2 <= edge && edge <= w.End-2 && l.isWord(w.Start, edge) && l.isWord(edge, w.End) {
			return true
		}
	}
	return false
}

// isWord reports whether the runes [i, j) of text are a known word.
func (l *lattice) isWord(i, j int) bool {
	for end := range l.known(l.text[:j], i) {
		if end == j {
			return true
		}
	}
	return false
}
