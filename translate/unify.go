package translate

import (
	"slices"
	"strings"

	"duizhao/bitext"
	"duizhao/lang/english"
	"duizhao/lang/span"
)

// Name is a body, a document or a person that recurs in the document and that
// the glossary does not hold: a suggestion for it.
type Name struct {
	Zh, En  string
	Units   int      // in which it stands
	Changed []string // places of the units whose English was brought into line
}

// unify brings what recurs under one name to one rendering: that which most
// units have, the first of those; and persons to their pinyin. A rendering is
// replaced only where it is hardly another, and no term, figure or finding
// changes by that.
func (r *run) unify() {
	if r.Status == bitext.Draft {
		return
	}
	r.unifyPeople()
	found := make([][]named, len(r.works))
	places := map[string][]int{} // units in which a name stands
	var order []named
	for i, w := range r.works {
		found[i] = w.findNames()
		for _, n := range found[i] {
			if len(places[n.zh]) == 0 {
				order = append(order, n)
			}
			if p := places[n.zh]; len(p) == 0 || p[len(p)-1] != i {
				places[n.zh] = append(p, i)
			}
		}
	}
	for _, n := range order {
		if units := places[n.zh]; len(units) > 1 {
			r.unifyName(n, units, found)
		}
	}
}

// unifyName brings one name to one rendering, if two units at least agree.
func (r *run) unifyName(n named, units []int, found [][]named) {
	type use struct {
		w  *work
		at span.Span
		en string
	}
	var uses []use
	for _, i := range units {
		w := r.works[i]
		if at, ok := w.rendering(n, found[i]); ok {
			uses = append(uses, use{w, at, string([]rune(w.best.en)[at.Start:at.End])})
		}
	}
	best, votes := -1, 0
	for i, u := range uses {
		same, near := 0, 0
		for _, other := range uses {
			if other.en == u.en {
				same++
			}
			if alike(other.en, u.en, n.head) {
				near++
			}
		}
		if near > 1 && same > votes {
			best, votes = i, same
		}
	}
	if best < 0 {
		return
	}
	name := Name{Zh: n.zh, En: uses[best].en, Units: len(units)}
	for _, u := range uses {
		if !strings.EqualFold(u.en, name.En) && alike(u.en, name.En, n.head) && r.rename(u.w, u.at, name.En) {
			name.Changed = append(name.Changed, u.w.unit.At)
		}
	}
	r.names = append(r.names, name)
}

// rename replaces what stands at (runes of the English), unless that harms.
func (r *run) rename(w *work, at span.Span, en string) bool {
	runes := []rune(w.best.en)
	c := r.judge(w, string(runes[:at.Start])+en+string(runes[at.End:]), bitext.FromRepair)
	for i := range c.met {
		if c.met[i].How != w.best.met[i].How || c.met[i].En != w.best.met[i].En {
			return false
		}
	}
	if !w.harmless(c) {
		return false
	}
	w.best = c
	return true
}

// rendering finds the only name in the English that n can be: one with its
// head that serves no term. It is certain only where the Chinese has no other
// name with such a head.
func (w *work) rendering(n named, others []named) (at span.Span, ok bool) {
	if !w.best.usable {
		return at, false
	}
	for _, o := range others {
		if o.zh != n.zh && slices.ContainsFunc(o.head.en, func(word string) bool { return slices.Contains(n.head.en, word) }) {
			return at, false
		}
	}
	for _, name := range capitalised(w.best.en) {
		if !hasWord(w.best.en, name, n.head.en) || w.serves(name) {
			continue
		}
		if ok {
			return at, false // two of them
		}
		at, ok = name, true
	}
	return at, ok
}

// serves reports whether a term is met at (runes of the English).
func (w *work) serves(at span.Span) bool {
	return slices.ContainsFunc(w.best.receipts, func(r bitext.Receipt) bool { return r.Target != nil && r.Target.Overlaps(at) })
}

func hasWord(en string, at span.Span, words []string) bool {
	for _, word := range english.Words(string([]rune(en)[at.Start:at.End])) {
		if slices.Contains(words, word.Text) {
			return true
		}
	}
	return false
}

// linking words stand inside a name, never at its ends.
var linking = map[string]bool{"of": true, "and": true, "for": true, "the": true, "on": true, "in": true, "to": true, "with": true, "at": true}

// capitalised finds the names in en, in runes: two words or more with a
// capital, with small linking words between them and nothing else. An owner
// ("Branson's") and a name before "and the" stand apart.
func capitalised(en string) []span.Span {
	var out []span.Span
	words := english.Words(en)
	for i := 0; i < len(words); i++ {
		if !nameBegins(en, words, i) {
			continue
		}
		last, count := i, 1
		for j := i + 1; j < len(words) && en[words[j-1].Span.End:words[j].Span.Start] == " "; j++ {
			apart := words[j].Text == "the" && words[j-1].Text == "and"
			if apart || !hasCapital(words[j].Text) && !linking[words[j].Text] || isOwner(words[j-1].Text) {
				break
			}
			if hasCapital(words[j].Text) {
				last = j
				count++
			}
		}
		if count > 1 && !isOwner(words[last].Text) {
			start := len([]rune(en[:words[i].Span.Start]))
			out = append(out, span.Span{Start: start, End: start + len([]rune(en[words[i].Span.Start:words[last].Span.End]))})
		}
		i = last
	}
	return out
}

// nameBegins reports whether a name can begin with word i: not with a common
// word that has its capital from the sentence, as in "Data of the Institute".
func nameBegins(en string, words []english.Word, i int) bool {
	if !hasCapital(words[i].Text) || linking[strings.ToLower(words[i].Text)] {
		return false
	}
	common := i+1 < len(words) && linking[words[i+1].Text] && begins(en[:words[i].Span.Start])
	return !common || slices.ContainsFunc(heads(), func(h head) bool { return slices.Contains(h.en, words[i].Text) })
}

func isOwner(word string) bool {
	return strings.HasSuffix(word, "'s") || strings.HasSuffix(word, "’s")
}

func hasCapital(word string) bool { return word != "" && 'A' <= word[0] && word[0] <= 'Z' }

// alike reports whether two renderings of a name are nearly one, but for the
// order of their words and which word stands for its head: else one is perhaps
// not what it was taken for.
func alike(a, b string, h *head) bool {
	words := func(s string) []string {
		var out []string
		for _, w := range english.AppendParts(nil, s) {
			if !linking[strings.ToLower(w.Text)] && !slices.Contains(h.en, w.Text) {
				out = append(out, w.Text)
			}
		}
		return out
	}
	as, bs := words(a), words(b)
	shared := 0
	for _, x := range as {
		if slices.ContainsFunc(bs, func(y string) bool { return english.SameLemma(x, y) }) {
			shared++
		}
	}
	return 4*shared >= 3*max(len(as), len(bs)) && shared > 0
}

// begins reports whether what stands behind before begins a sentence.
func begins(before string) bool {
	before = strings.TrimRight(before, " \n\t\"'“‘([")
	return before == "" || strings.ContainsRune(".!?", rune(before[len(before)-1]))
}
