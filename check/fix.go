package check

import (
	"cmp"
	"context"
	"slices"

	"duizhao/bitext"
)

// Fixed is a unit whose English was mended.
type Fixed struct {
	Input, Unit   int // indexes
	Before, After string
	Fixes         []Fix    // in order; their places count in Before and do not overlap
	Rules         []string // which rule each of Fixes is for
}

// Mend makes good what r found and how it must be mended is certain: a known
// wrong rendering, capitals, marks, doubled words, the spelling of a name. The
// inputs stay as they are. What it gives passes the check: with all of it in
// place, no unit that was changed has a finding that it had not before.
func Mend(ctx context.Context, inputs []Input, o Options, r *Result) ([]Fixed, error) {
	fixed := propose(inputs, r)
	had := map[faultKey]int{}
	for i := range r.Findings {
		had[keyOfFault(&r.Findings[i])]++
	}
	for len(fixed) > 0 {
		again, err := Run(ctx, mended(inputs, fixed), o)
		if err != nil {
			return nil, err
		}
		has, worse := map[faultKey]int{}, map[[2]int]bool{}
		for i := range again.Findings {
			f := &again.Findings[i]
			k := keyOfFault(f)
			if has[k]++; has[k] > had[k] {
				worse[[2]int{f.Input, max(f.Unit, f.Target)}], worse[[2]int{f.Input, f.Target}] = true, true
			}
		}
		n := len(fixed)
		fixed = slices.DeleteFunc(fixed, func(f Fixed) bool { return worse[[2]int{f.Input, f.Unit}] })
		if len(fixed) == n {
			break
		}
	}
	return fixed, nil
}

// faultKey is what makes two findings of one unit the same, wherever in it they
// stand.
type faultKey struct {
	input, unit       int
	rule, grade, term string
}

func keyOfFault(f *Report) faultKey {
	k := faultKey{input: f.Input, unit: f.Unit, rule: f.Rule, grade: f.Grade}
	if f.Term != nil {
		k.term = f.Term.ID
	}
	return k
}

// propose collects the fixes of each unit; of two that overlap the first stays.
func propose(inputs []Input, r *Result) []Fixed {
	var out []Fixed
	index := map[[2]int]int{}
	for i := range r.Findings {
		f := &r.Findings[i]
		if f.Fix == nil || f.Target < 0 {
			continue
		}
		k := [2]int{f.Input, f.Target}
		at, known := index[k]
		if !known {
			at, index[k] = len(out), len(out)
			out = append(out, Fixed{Input: f.Input, Unit: f.Target, Before: inputs[f.Input].Document.Units()[f.Target].En})
		}
		if !slices.ContainsFunc(out[at].Fixes, func(o Fix) bool { return touches(o, *f.Fix) }) {
			out[at].Fixes = append(out[at].Fixes, *f.Fix)
			out[at].Rules = append(out[at].Rules, f.Rule)
		}
	}
	for i := range out {
		out[i].apply()
	}
	return out
}

// touches reports whether two fixes overlap, or put something in at the place
// of the other.
func touches(a, b Fix) bool {
	if a.Target.Empty() || b.Target.Empty() {
		return a.Target.Start <= b.Target.End && b.Target.Start <= a.Target.End
	}
	return a.Target.Overlaps(b.Target)
}

// apply makes After, with the fixes in order.
func (f *Fixed) apply() {
	order := make([]int, len(f.Fixes))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(f.Fixes[a].Target.Start, f.Fixes[b].Target.Start) })
	fixes, rules := make([]Fix, len(order)), make([]string, len(order))
	runes, at, after := []rune(f.Before), 0, ""
	for i, k := range order {
		fixes[i], rules[i] = f.Fixes[k], f.Rules[k]
		after += string(runes[at:fixes[i].Target.Start]) + fixes[i].En
		at = fixes[i].Target.End
	}
	f.Fixes, f.Rules, f.After = fixes, rules, after+string(runes[at:])
}

// mended are the inputs with the fixes in place; what is not changed is shared.
func mended(inputs []Input, fixed []Fixed) []Input {
	out := slices.Clone(inputs)
	after := map[[2]int]string{}
	changed := map[int]bool{}
	for _, f := range fixed {
		after[[2]int{f.Input, f.Unit}], changed[f.Input] = f.After, true
	}
	for i := range out {
		if !changed[i] {
			continue
		}
		d := *out[i].Document
		d.Records = slices.Clone(d.Records)
		unit := 0
		for k := range d.Records {
			if d.Records[k].Unit == nil {
				continue
			}
			if en, ok := after[[2]int{i, unit}]; ok {
				u := *d.Records[k].Unit
				u.En = en
				d.Records[k] = bitext.Record{Unit: &u}
			}
			unit++
		}
		out[i].Document = &d
	}
	return out
}
