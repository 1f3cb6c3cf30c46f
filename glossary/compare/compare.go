// Package compare promises that a change of a glossary can be read: which
// entries came, went, or say something else, and what exactly. The order of
// entries, the short and the long form of writing them, comments and layout
// are no difference.
//
// Start with [Diff]; [Change.Lines] says a change in words. What a change does
// to texts is said elsewhere.
package compare

import (
	"cmp"
	"slices"

	"duizhao/glossary"
)

// Kind says what became of an entry.
type Kind string

// The kinds of changes.
const (
	Added   Kind = "added"
	Removed Kind = "removed"
	Changed Kind = "changed"
)

// Change is one entry that differs.
type Change struct {
	Kind     Kind
	Old, New *glossary.Term // one is nil where the entry was added or removed
	Details  []Detail       // of a changed entry, in the order of [Fields]
}

// Term is the entry as it is now, or as it was where it is gone.
func (c *Change) Term() *glossary.Term { return cmp.Or(c.New, c.Old) }

// Matters reports whether c can change how a text is judged: a note or a
// source cannot.
func (c *Change) Matters() bool {
	return c.Kind != Changed || slices.ContainsFunc(c.Details, func(d Detail) bool { return d.Matters })
}

// Detail is one thing that an entry says differently.
type Detail struct {
	Field   string // one of [Fields]
	Sense   int    // from 1, where the entry has several; else 0
	Removed []string
	Added   []string
	Moved   bool // the same texts in another order
	Matters bool // a text may be judged differently for it
}

// Diff compares two glossaries, entry by entry, and gives the changes in the
// order of the new one, what was removed behind what stood before it. Entries
// belong together that have the same Chinese but for script and typography, or
// else the same id.
func Diff(before, after []*glossary.Term) []Change {
	pairs := pair(before, after)
	type placed struct {
		Change
		at [2]int // index in after, then in before
	}
	var out []placed
	last := -1 // where in after the entry before the removed one stands
	place := make(map[*glossary.Term]int, len(after))
	for i, t := range after {
		place[t] = i
	}
	known := make(map[*glossary.Term]bool, len(after))
	for i, old := range before {
		now := pairs[old]
		if now == nil {
			out = append(out, placed{Change{Kind: Removed, Old: old}, [2]int{last, i + 1}})
			continue
		}
		known[now], last = true, place[now]
		if details := details(old, now); len(details) > 0 {
			out = append(out, placed{Change{Changed, old, now, details}, [2]int{last, 0}})
		}
	}
	for i, t := range after {
		if !known[t] {
			out = append(out, placed{Change{Kind: Added, New: t}, [2]int{i, 0}})
		}
	}
	slices.SortStableFunc(out, func(a, b placed) int { return slices.Compare(a.at[:], b.at[:]) })
	changes := make([]Change, len(out))
	for i := range out {
		changes[i] = out[i].Change
	}
	return changes
}

// pair gives each old entry the new one that is its own.
func pair(before, after []*glossary.Term) map[*glossary.Term]*glossary.Term {
	byKey, byID := make(map[string]*glossary.Term, len(after)), make(map[string]*glossary.Term, len(after))
	for _, t := range after {
		byKey[glossary.Key(t.Zh)], byID[t.ID] = t, t
	}
	out := make(map[*glossary.Term]*glossary.Term, len(before))
	taken := make(map[*glossary.Term]bool, len(after))
	for _, t := range before {
		if now := byKey[glossary.Key(t.Zh)]; now != nil && !taken[now] {
			out[t], taken[now] = now, true
		}
	}
	for _, t := range before {
		if now := byID[t.ID]; out[t] == nil && now != nil && !taken[now] {
			out[t], taken[now] = now, true
		}
	}
	return out
}
