package translate

import (
	"slices"
	"strings"

	"duizhao/bitext"
	"duizhao/check"
	"duizhao/glossary"
	"duizhao/lang/english"
	"duizhao/lang/span"
)

// replace puts the rendering of a term in the place of a known wrong one, where
// the engine has not done so when it was asked: in each unit as long as that
// makes it better.
func (r *run) replace() {
	if r.Status == bitext.Draft {
		return
	}
	for _, w := range r.works {
		if !w.best.usable {
			continue
		}
		for slices.ContainsFunc(w.wrong(), func(i int) bool { return r.replaceTerm(w, i) }) {
		}
		for slices.ContainsFunc(w.best.findings, func(f check.Finding) bool { return r.cutChatter(w, f) }) {
		}
	}
}

// wrong are the terms of a unit that bind and are met by a form that the
// glossary avoids, or without their capitals.
func (w *work) wrong() []int {
	var out []int
	for i := range w.best.met {
		m := &w.best.met[i]
		if (m.How == glossary.HowAvoided || m.How == glossary.HowMissing && m.Lowered) && check.Binds(w.terms[i]) && w.best.receipts[i].Target != nil {
			out = append(out, i)
		}
	}
	return out
}

// replaceTerm replaces what stands wrongly for term i, and keeps the result if
// it is better.
func (r *run) replaceTerm(w *work, i int) bool {
	if !w.certain(i) {
		return false
	}
	right, ok := w.inPlaceOf(i)
	if !ok {
		return false
	}
	en, ok := splice(w.best.en, *w.best.receipts[i].Target, right)
	if !ok {
		return false
	}
	repaired := r.judge(w, en, bitext.FromRepair)
	if !w.better(repaired, w.best) {
		return false
	}
	w.best = repaired
	return true
}

// certain reports whether what stands wrongly for term i can be the rendering
// of nothing else: it stands in the English no more often than it was found
// for this term, and no other term of the unit avoids it.
func (w *work) certain(i int) bool {
	form, found := w.best.met[i].En, 0
	for j := range w.best.met {
		other := &w.best.met[j]
		switch {
		case w.terms[j].Term == w.terms[i].Term && other.How == w.best.met[i].How:
			found++
		case w.terms[j].Term == w.terms[i].Term || other.How.Met():
		case slices.ContainsFunc(w.terms[j].Term.Senses[w.terms[j].Sense].Avoid, func(a glossary.Avoid) bool { return samePhrase(a.En, form) }):
			return false
		}
	}
	return countPhrase(w.best.en, form) <= found
}

// countPhrase counts the places in en where phrase stands, in singular or
// plural.
func countPhrase(en, phrase string) int {
	words, n := english.Words(en), len(english.Words(phrase))
	count := 0
	for i := 0; n > 0 && i+n <= len(words); i++ {
		if samePhrase(en[words[i].Span.Start:words[i+n-1].Span.End], phrase) {
			count++
		}
	}
	return count
}

// samePhrase compares but for case, spelling and number.
func samePhrase(a, b string) bool {
	return english.SameSpelling(a, b) || english.IsPlural(a, b) || english.IsPlural(b, a)
}

// inPlaceOf is what is to stand in the place of what stands wrongly for term i:
// form for form, in the same number and with capitals for capitals.
func (w *work) inPlaceOf(i int) (string, bool) {
	m, met := w.terms[i], &w.best.met[i]
	if met.Lowered {
		article, name := "", met.En
		if len(name) > 4 && strings.EqualFold(name[:4], "the ") {
			article, name = name[:4], name[4:]
		}
		right := strings.TrimPrefix(met.Rendering.En, "the ")
		return article + right, english.SameSpelling(right, name)
	}
	right := nominal(m, w.context)
	if right == "" || !isName(m.Term.Kind) && !w.standsAsNoun(i, right) {
		return "", false
	}
	wrong := met.En
	if cut := strings.TrimSuffix(strings.TrimSuffix(wrong, "'s"), "’s"); cut != wrong {
		return english.Possessive(withCapitals(right, cut, met.Avoid.En)), !isPlural(right)
	}
	switch {
	case isPlural(wrong) && !isPlural(right):
		if right = english.Plural(right); isName(m.Term.Kind) || !isPlural(right) || !mayBePlural(right) {
			return "", false
		}
	case !isPlural(wrong) && isPlural(right) && !isName(m.Term.Kind):
		return "", false
	}
	return withCapitals(right, wrong, met.Avoid.En), true
}

// nominal is the rendering of m that is a noun, the preferred one first.
func nominal(m glossary.Match, c glossary.Context) string {
	isNoun := func(r *glossary.Rendering) bool {
		return r.Form == glossary.FormAny || r.Form == glossary.FormNoun || r.Form == glossary.FormTitle
	}
	if p := m.Preferred(c); isNoun(p) {
		return p.En
	}
	renderings := m.Term.Senses[m.Sense].Renderings
	for i := range renderings {
		if isNoun(&renderings[i]) && renderings[i].Form != glossary.FormTitle && renderings[i].Period.Holds(c.Date) {
			return renderings[i].En
		}
	}
	return ""
}

// isName reports whether terms of a kind are names, which are nouns wherever
// they stand and have no number.
func isName(k glossary.Kind) bool {
	return slices.Contains([]glossary.Kind{glossary.KindBody, glossary.KindTitle, glossary.KindPerson, glossary.KindPlace, glossary.KindEvent}, k)
}

// isPlural reports whether a noun phrase is plural, as its form tells.
func isPlural(phrase string) bool {
	return strings.HasSuffix(phrase, "s") && english.Plural(phrase) == phrase
}

// mayBePlural reports whether a plural that was made is a word: of carbon
// peaking there is none.
func mayBePlural(plural string) bool {
	words := english.Words(plural)
	last := words[len(words)-1].Text
	return !strings.HasSuffix(last, "ings") && !strings.HasSuffix(last, "ities") && !strings.HasSuffix(last, "isms")
}

// withCapitals gives right the capitals in which wrong stands in the text;
// plain is wrong as the glossary has it. What right has of its own stays.
func withCapitals(right, wrong, plain string) string {
	switch {
	case wrong == strings.ToUpper(wrong) && plain != strings.ToUpper(plain):
		return strings.ToUpper(right)
	case wrong == plain:
		return right
	case len(english.Words(wrong)) > 1 && wrong == english.TitleCase(wrong) && plain != english.TitleCase(plain):
		return english.TitleCase(right)
	case wrong == english.Capitalise(wrong) && plain != english.Capitalise(plain):
		return english.Capitalise(right)
	}
	return right
}

// splice puts right in the place at (runes) of en. A leading article is
// carried over: "a" and "an" by the sound of what follows, and one that right
// brings along takes the place of one that stands there. ok is false where no
// English comes of it: "a" before a noun that has no singular.
func splice(en string, at span.Span, right string) (out string, ok bool) {
	runes := []rune(en)
	before, after := string(runes[:at.Start]), string(runes[at.End:])
	words := english.Words(before)
	if len(words) > 0 && strings.TrimSpace(before[words[len(words)-1].Span.End:]) == "" {
		last := words[len(words)-1]
		switch article := strings.ToLower(last.Text); article {
		case "the":
			if own, found := strings.CutPrefix(right, "the "); found {
				right = own
			}
		case "a", "an":
			own, definite := strings.CutPrefix(right, "the ")
			word := "the"
			if !definite {
				if word = english.Article(right); uncounted(right) {
					return "", false
				}
			}
			if last.Text != strings.ToLower(last.Text) {
				word = english.Capitalise(word)
			}
			before, right = before[:last.Span.Start]+word+before[last.Span.End:], own
		}
	}
	if begins(before) && hasCapital(string(runes[at.Start:at.End])) {
		right = english.Capitalise(right)
	}
	return before + right + after, true
}

// uncounted reports whether a noun phrase cannot have "a".
func uncounted(phrase string) bool {
	words := english.Words(phrase)
	if len(words) == 0 {
		return true
	}
	last := words[len(words)-1].Text
	return isPlural(phrase) || english.Uncountable(last) || strings.HasSuffix(last, "ing") || strings.HasSuffix(last, "ity")
}

// begins reports whether what stands behind before begins a sentence.
func begins(before string) bool {
	before = strings.TrimRight(before, " \n\t\"'“‘([")
	return before == "" || strings.ContainsRune(".!?", rune(before[len(before)-1]))
}
