package bitext

import (
	"cmp"
	"slices"

	"duizhao/lang/span"
)

// run is a stretch of text that is all marked by one receipt, or by none.
type run struct {
	text string
	term int // index into the unit's Terms, -1 where none
}

// zhRuns and enRuns cut the two texts of a unit at its receipts. zh may be
// the Chinese in another script; it has the runes of u.Zh.
func (u *Unit) zhRuns(zh string) []run {
	return cut(zh, u.Terms, func(r Receipt) *span.Span { return &r.Source })
}

func (u *Unit) enRuns() []run {
	return cut(u.En, u.Terms, func(r Receipt) *span.Span { return r.Target })
}

// cut splits text at the stretches that at gives for each receipt. Where two
// overlap (a coordinated rendering serves two terms), the first one wins.
func cut(text string, terms []Receipt, at func(Receipt) *span.Span) []run {
	type mark struct {
		span.Span
		term int
	}
	var marks []mark
	for i, r := range terms {
		if s := at(r); s != nil && !s.Empty() {
			marks = append(marks, mark{*s, i})
		}
	}
	slices.SortStableFunc(marks, func(a, b mark) int { return cmp.Compare(a.Start, b.Start) })
	runes := []rune(text)
	var runs []run
	pos := 0
	for _, m := range marks {
		if m.Start < pos || m.End > len(runes) {
			continue
		}
		if m.Start > pos {
			runs = append(runs, run{string(runes[pos:m.Start]), -1})
		}
		runs = append(runs, run{string(runes[m.Start:m.End]), m.term})
		pos = m.End
	}
	if pos < len(runes) {
		runs = append(runs, run{string(runes[pos:]), -1})
	}
	return runs
}

// Verdict counts how the terms of a document are met.
type Verdict struct {
	Terms int // occurrences with a receipt
	ByHow map[How]int
	Unmet []Unmet // in order of the source
}

// Unmet is one occurrence of a term that is not met.
type Unmet struct {
	Unit    *Unit
	Receipt Receipt
}

// Verdict sums up the receipts of the document.
func (d *Document) Verdict() Verdict {
	v := Verdict{ByHow: map[How]int{}}
	for _, u := range d.Units() {
		for _, r := range u.Terms {
			v.Terms++
			v.ByHow[r.How]++
			if !r.How.Met() {
				v.Unmet = append(v.Unmet, Unmet{u, r})
			}
		}
	}
	return v
}

// hows is every How, best first, for summaries in a fixed order.
var hows = []How{Preferred, Accepted, Inflected, Derived, Abbreviated, Coordinated, Covered, Neighbour, Avoided, Missing}
