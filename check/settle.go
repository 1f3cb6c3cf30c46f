package check

import (
	"slices"
	"strings"

	"duizhao/bitext"
	"duizhao/glossary"
	"duizhao/lang/span"
)

// settleTerms looks again at the terms that are missing in their unit: in the
// work of a person the rendering may stand in the neighbouring unit or further
// down the paragraph, and a fixed term that the whole document never has is
// graver than one that it lacks once.
func (d *document) settleTerms(r *run) {
	for _, s := range d.scope.Subjects {
		for i, m := range s.Terms {
			if s.Met[i].How.Met() {
				d.met[m.Term] = true
			}
		}
	}
	for i := range d.found {
		kept := d.found[i][:0]
		for _, f := range d.found[i] {
			if f.rule == termMissing && d.groups[i].profile == Human && f.Grade != "derived" {
				if n, ok := d.metNearby(i, f.Match); ok {
					d.met[f.Term] = true
					r.nearby = append(r.nearby, n)
					continue
				}
			}
			kept = append(kept, f)
		}
		d.found[i] = kept
	}
	if d.goesOn {
		return // it may be met yet
	}
	for i := range d.found {
		for k := range d.found[i] {
			if f := &d.found[i][k]; f.rule == termMissing && f.Grade == string(glossary.Fixed) && !d.met[f.Term] {
				f.Grade = "absent"
			}
		}
	}
}

// settlePassages takes back what is said of each sentence of a passage that
// stands in one language only: it is one fault. An engine's bitext has none.
func (d *document) settlePassages(r *run) {
	if !slices.Contains(r.asked[Human], missingPair) {
		return
	}
	for _, passage := range d.scope.unpaired() {
		for i := passage.from; i < passage.to; i++ {
			d.found[i] = slices.DeleteFunc(d.found[i], func(f ruled) bool {
				return f.rule != missingPair && (f.rule == emptyTarget || f.rule == termMissing || d.groups[i].unit.En == "")
			})
		}
	}
}

// reach is how far from a unit a rendering is looked for, in units of its
// paragraph.
const reach = 3

// metNearby finds the neighbour, or the unit of the same paragraph, whose
// English has a rendering of term match of unit i that it does not need for
// itself.
func (d *document) metNearby(i, match int) (n Neighbour, ok bool) {
	for distance := 1; distance <= reach; distance++ {
		for _, j := range [2]int{i - distance, i + distance} {
			if j < 0 || j >= len(d.groups) || distance > 1 && !sameParagraph(d.groups[i].unit, d.groups[j].unit) {
				continue
			}
			if met, ok := spare(d.scope.Subjects[i], match, d.scope.Subjects[j]); ok {
				return d.neighbour(i, match, j, met), true
			}
		}
	}
	return n, false
}

// neighbour is the receipt for term match of group i, met in group j.
func (d *document) neighbour(i, match, j int, met glossary.Recognition) Neighbour {
	s := d.scope.Subjects[i]
	at := s.real(s.aboutTerm(match, "", "met nearby"))
	unit := d.groups[i].place(&at)
	target := d.scope.Subjects[j].enEntities.real(met.Target)
	return Neighbour{Input: d.index, Unit: unit, In: d.groups[j].head, Receipt: bitext.Receipt{
		ID: at.Term.ID, Zh: s.zh(s.Terms[match].Span), En: met.En, Source: *at.Source, Target: &target, How: bitext.Neighbour,
	}}
}

// sameParagraph compares the places of two units up to the sentence: "p3.".
func sameParagraph(a, b *bitext.Unit) bool {
	cut := func(at string) string { p, _, _ := strings.Cut(at, "."); return p }
	return a.At != "" && cut(a.At) == cut(b.At)
}

// spare finds a rendering of the term in the English of other that the Chinese
// of other does not ask for.
func spare(s *Subject, match int, other *Subject) (r glossary.Recognition, ok bool) {
	if other.En == "" {
		return r, false
	}
	m := s.Terms[match]
	used := 0
	for i, o := range other.Terms {
		if o.Term == m.Term && meets(&other.Met[i]) {
			used++
		}
	}
	// The term is asked for behind the Chinese of other.
	end := len(other.Runes())
	more := m
	more.Span = span.Span{Start: end, End: end + m.Span.Len()}
	matches := append(other.Terms[:len(other.Terms):len(other.Terms)], more)
	found := 0
	met := s.Glossary.Recognise(other.En, other.Zh+s.zh(m.Span), matches, other.Context)
	for i := range met {
		if matches[i].Term == m.Term && meets(&met[i]) {
			found++
		}
	}
	// Mentions take their English in order, so the last has what is left over.
	r = met[len(met)-1]
	return r, found > used && meets(&r)
}

// meets reports whether a term has English of its own.
func meets(r *glossary.Recognition) bool {
	return r.How.Met() && r.How != glossary.HowCovered && r.How != glossary.HowDerived
}
