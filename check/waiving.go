package check

import "slices"

// waiving applies the waivers of one document.
type waiving struct {
	d     *document
	files [2][]bool // used, of d.Waivers
	units map[unitWaiver]bool
}

// unitWaiver is waiver n of the record of a unit.
type unitWaiver struct{ unit, n int }

func newWaiving(d *document) *waiving {
	w := &waiving{d: d, units: map[unitWaiver]bool{}}
	for lang := range d.Waivers {
		w.files[lang] = make([]bool, len(d.Waivers[lang]))
	}
	for i := range d.keys {
		for n := range d.keys[i].Waivers {
			w.units[unitWaiver{i, n}] = false
		}
	}
	return w
}

// waives finds the waiver that takes f back, and marks every one that does.
func (w *waiving) waives(f *Report) *Waiver {
	var by *Waiver
	for _, unit := range slices.Compact([]int{f.Unit, f.Target}) {
		if unit < 0 {
			continue
		}
		for n := range w.d.keys[unit].Waivers {
			if waiver := &w.d.keys[unit].Waivers[n]; waiver.Reason != "" && waiver.concerns(f) {
				w.units[unitWaiver{unit, n}], by = true, waiver
			}
		}
	}
	for lang := range w.d.Waivers {
		for n := range w.d.Waivers[lang] {
			if waiver := &w.d.Waivers[lang][n]; waiver.concerns(f) && w.stands(waiver, lang, f) {
				w.files[lang][n], by = true, waiver
			}
		}
	}
	return by
}

// stands reports whether f stands in what the waiver covers, in the Chinese
// file (lang 0) or the English one. A finding about the whole document stands
// everywhere.
func (w *waiving) stands(waiver *Waiver, lang int, f *Report) bool {
	unit := f.Unit
	if lang == 1 {
		unit = f.Target
	}
	if unit < 0 {
		return f.Unit < 0
	}
	at := w.d.units[unit].Span
	if lang == 1 {
		at = w.d.keys[unit].Target
	}
	return at != nil && at.Overlaps(waiver.Cover)
}

// unused lists the waivers that took nothing back, but for those of rules that
// were not asked.
func (w *waiving) unused(rules []*Rule) []Unused {
	asked := func(name string) bool {
		return slices.ContainsFunc(rules, func(r *Rule) bool { return r.Name == name })
	}
	var out []Unused
	for lang, name := range []string{"zh", "en"} {
		for n, used := range w.files[lang] {
			if waiver := w.d.Waivers[lang][n]; !used && asked(waiver.Rule) {
				out = append(out, Unused{waiver, w.d.index, name, -1})
			}
		}
	}
	for i := range w.d.keys {
		for n, waiver := range w.d.keys[i].Waivers {
			if !w.units[unitWaiver{i, n}] && asked(waiver.Rule) {
				out = append(out, Unused{waiver, w.d.index, "", i})
			}
		}
	}
	return out
}
