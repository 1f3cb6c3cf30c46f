package translate

import (
	"slices"
	"strings"

	"duizhao/bitext"
	"duizhao/check"
	"duizhao/glossary"
)

// planMentions decides, from the Chinese alone, how bodies with an
// abbreviation are to be said: in full in headings and where they occur once;
// otherwise "Full Name (ABBR)" where the text mentions them first, and the
// abbreviation further on. A gloss says them in full everywhere.
func (r *run) planMentions() {
	if r.Status == bitext.Draft {
		return
	}
	total := map[string]int{}
	for _, w := range r.works {
		for i := range w.terms {
			if full, _, ok := w.abbreviable(i); ok {
				total[full]++
			}
		}
	}
	seen := map[string]bool{}
	for _, w := range r.works {
		for i := range w.terms {
			full, abbr, ok := w.abbreviable(i)
			switch {
			case !ok || total[full] < 2:
			case seen[full]:
				w.say[i] = abbr
			case w.glossed(i):
				seen[full] = true
			default:
				w.say[i] = full + " (" + strings.TrimPrefix(abbr, "the ") + ")"
				seen[full] = true
			}
		}
	}
}

// abbreviable gives the full name of term i and the short form it has further
// on; ok is false where it is no body with an abbreviation, does not bind, or
// stands in a heading.
func (w *work) abbreviable(i int) (full, abbr string, ok bool) {
	m := w.terms[i]
	if m.Term.Kind != glossary.KindBody || len(m.Term.Abbr) == 0 || !check.Binds(m) || slices.Contains(headings, w.unit.Block) {
		return "", "", false
	}
	preferred := m.Preferred(w.context)
	if preferred.Form == glossary.FormShort {
		return "", "", false
	}
	abbr = m.Term.Abbr[0]
	if strings.HasPrefix(preferred.En, "the ") {
		abbr = "the " + abbr
	}
	return preferred.En, abbr, true
}

// headings are the blocks where nothing is introduced.
var headings = []string{"title", "heading"}

// glossed reports whether the Chinese itself gives a short name in brackets
// behind term i (（以下简称“央行”）, （UNEP）): the English will do the same.
func (w *work) glossed(i int) bool {
	zh := []rune(w.unit.Zh)
	end := w.terms[i].Span.End
	for end < len(zh) && strings.ContainsRune("》”」", zh[end]) {
		end++
	}
	if end >= len(zh) || !strings.ContainsRune("（(", zh[end]) {
		return false
	}
	length := slices.IndexFunc(zh[end:], func(r rune) bool { return strings.ContainsRune("）)", r) })
	if length < 0 {
		return false
	}
	inside := string(zh[end : end+length])
	return strings.Contains(inside, w.terms[i].Term.Abbr[0]) || strings.Contains(inside, "称")
}
