package check

import (
	"slices"
	"strings"

	"duizhao/glossary"
	"duizhao/lang/english"
	"duizhao/lang/span"
)

// Replacement puts the rendering of a term in the place of what stands wrongly
// for term i: a form that the glossary avoids, or the rendering without its
// capitals. It is form for form, with number, capitals and article carried
// over; ok is false where that is not certain.
func (s *Subject) Replacement(i int) (f Fix, ok bool) {
	met := &s.Met[i]
	if met.How != glossary.HowAvoided && !met.Lowered || met.Target.Empty() || !Binds(s.Terms[i]) || !s.certain(i) {
		return Fix{}, false
	}
	right, ok := s.inPlaceOf(i)
	if !ok {
		return Fix{}, false
	}
	out, ok := splice(s.En, met.Target, right)
	if !ok || out == s.En {
		return Fix{}, false
	}
	return difference([]rune(s.En), []rune(out)), true
}

// difference is the fix that makes b of a.
func difference(a, b []rune) Fix {
	start := 0
	for start < len(a) && start < len(b) && a[start] == b[start] {
		start++
	}
	end := 0
	for end < len(a)-start && end < len(b)-start && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	return Fix{Target: span.Span{Start: start, End: len(a) - end}, En: string(b[start : len(b)-end])}
}

// certain reports whether what stands wrongly for term i can be the rendering
// of nothing else: it stands in the English no more often than it was found
// for this term, and no other term of the unit avoids it.
func (s *Subject) certain(i int) bool {
	form, found := s.Met[i].En, 0
	for j := range s.Met {
		other := &s.Met[j]
		switch {
		case s.Terms[j].Term == s.Terms[i].Term && other.How == s.Met[i].How:
			found++
		case s.Terms[j].Term == s.Terms[i].Term || other.How.Met():
		case slices.ContainsFunc(s.Terms[j].Term.Senses[s.Terms[j].Sense].Avoid, func(a glossary.Avoid) bool { return samePhrase(a.En, form) }):
			return false
		}
	}
	return countPhrase(s.En, form) <= found
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
func (s *Subject) inPlaceOf(i int) (string, bool) {
	m, met := s.Terms[i], &s.Met[i]
	if met.Lowered {
		article, name := "", met.En
		if len(name) > 4 && strings.EqualFold(name[:4], "the ") {
			article, name = name[:4], name[4:]
		}
		right := strings.TrimPrefix(s.proper(i), "the ")
		return article + right, english.SameSpelling(right, name)
	}
	right := nominal(m, s.Context)
	if right == "" || !namesOne(m.Term.Kind) && !s.standsAsNoun(i, right) {
		return "", false
	}
	wrong := met.En
	if cut := strings.TrimSuffix(strings.TrimSuffix(wrong, "'s"), "’s"); cut != wrong {
		return english.Possessive(withCapitals(right, cut, met.Avoid.En)), !isPlural(right)
	}
	switch {
	case isPlural(wrong) && !isPlural(right):
		if right = english.Plural(right); namesOne(m.Term.Kind) || !isPlural(right) || !mayBePlural(right) {
			return "", false
		}
	case !isPlural(wrong) && isPlural(right) && !namesOne(m.Term.Kind):
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
