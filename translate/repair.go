package translate

import (
	"slices"

	"duizhao/check"
)

// faulty are the units to be asked again: those that were answered, but not
// well.
func (r *run) faulty() []int {
	var out []int
	for i, w := range r.works {
		if w.first != nil && (!w.best.usable || len(w.faults(w.best)) > 0) {
			out = append(out, i)
		}
	}
	return out
}

// complaints say what is wrong with the last answer to w, as long as it was
// one: an answer that fixed a term and lost another is told so.
func (w *work) complaints(id int) []Complaint {
	about := w.last
	if !about.usable && w.best.usable {
		about = w.best
	}
	var out []Complaint
	for _, f := range w.faults(about) {
		c := Complaint{ID: id, En: about.en, Rule: f.Rule, Message: f.Message}
		if f.Match >= 0 {
			c.Also, c.Avoid = w.forms(f)
		}
		out = append(out, c)
	}
	return out
}

// maxForms is how many forms a complaint lists.
const maxForms = 6

// forms are the other renderings that a term accepts, and what it avoids.
func (w *work) forms(f check.Finding) (also, avoid []string) {
	m := w.terms[f.Match]
	sense := m.Term.Senses[m.Sense]
	for _, rendering := range sense.Renderings {
		if rendering.En != m.Preferred(w.context).En && rendering.Period.Holds(w.context.Date) && !slices.Contains(also, rendering.En) {
			also = append(also, rendering.En)
		}
	}
	for _, a := range sense.Avoid {
		if a.Period.Holds(w.context.Date) {
			avoid = append(avoid, a.En)
		}
	}
	return also[:min(len(also), maxForms)], avoid[:min(len(avoid), maxForms)]
}
