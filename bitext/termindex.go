package bitext

import (
	"cmp"
	"slices"
	"strings"
)

// IndexEntry is one term of a document with everything that stands for it in
// the English: drift is seen here.
type IndexEntry struct {
	ID, Zh string // as it first stands
	Count  int    // occurrences
	Forms  []IndexForm
}

// IndexForm is one wording of a term and the units in which it stands.
type IndexForm struct {
	En    string // as it first stands; "" where nothing stands
	How   How
	Units []*Unit
}

// TermIndex lists the terms of the document, those with most wordings first,
// then those most often used.
func (d *Document) TermIndex() []IndexEntry {
	var out []IndexEntry
	at := make(map[string]int)
	for _, u := range d.Units() {
		for _, r := range u.Terms {
			key := cmp.Or(r.ID, r.Zh)
			i, known := at[key]
			if !known {
				i = len(out)
				at[key] = i
				out = append(out, IndexEntry{ID: r.ID, Zh: r.Zh})
			}
			out[i].add(u, r)
		}
	}
	slices.SortStableFunc(out, func(a, b IndexEntry) int {
		return cmp.Or(cmp.Compare(len(b.Forms), len(a.Forms)), cmp.Compare(b.Count, a.Count))
	})
	return out
}

// add counts an occurrence; capitals at the start of a sentence are no wording
// of their own.
func (e *IndexEntry) add(u *Unit, r Receipt) {
	e.Count++
	for i := range e.Forms {
		if f := &e.Forms[i]; f.How == r.How && strings.EqualFold(f.En, r.En) {
			if f.Units[len(f.Units)-1] != u {
				f.Units = append(f.Units, u)
			}
			return
		}
	}
	e.Forms = append(e.Forms, IndexForm{En: r.En, How: r.How, Units: []*Unit{u}})
}
