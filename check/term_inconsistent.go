package check

import (
	"strings"

	"duizhao/bitext"
	"duizhao/glossary"
	"duizhao/lang/english"
	"duizhao/lang/span"
)

var termInconsistent = &Rule{
	Name:    "term-inconsistent",
	Summary: "one term has several names in the English",
	Why: `Readers take two names for two things. "fixed" is a fixed term of the glossary that is rendered by another accepted noun
than elsewhere in the document; abbreviations, verb forms, titles and shortened names do not count. Both are accepted, so it is
never an error. "other" is a name outside the glossary that
recurs (in quotation marks, in 《》, or a body) and is learned from the documents themselves: what most of its units call it, where one word of the name is another. Strict on purpose: silent about ten chapters by people.`,
	Bad: Example{Zh: "碳达峰是目标。\n碳达峰是路径。\n碳达峰是责任。",
		En: "Carbon peaking is the goal.\nCarbon peaking is the way.\nCarbon dioxide peaking is the duty."},
	Good: Example{Zh: "碳达峰是目标。\n碳达峰是路径。", En: "Carbon peaking is the goal.\nCarbon peaking is the way."},
	Grades: []Grade{
		{"fixed", bitext.Warning, bitext.Note},
		{"other", bitext.Warning, bitext.Note},
	},
	Document: checkInconsistent,
}

func checkInconsistent(sc *Scope) []Finding {
	out := inconsistentTerms(sc)
	for _, r := range sc.learned().wordings() {
		for _, d := range r.deviations {
			if d.scope != sc {
				continue
			}
			s := sc.Subjects[d.unit]
			out = append(out, about(d.unit, found("other", d.source, s.target(d.target), "%s is %q in %d other places, here %q",
				r.zh, r.en, r.n, s.En[d.target.Start:d.target.End])))
		}
	}
	return out
}

// termUse is where a sense of a term is met by a noun of its own.
type termUse struct {
	unit, match int
	rendering   *glossary.Rendering
}

// inconsistentTerms finds the fixed terms that are met by several nouns.
func inconsistentTerms(sc *Scope) []Finding {
	type sense struct {
		term  *glossary.Term
		index int
	}
	uses := map[sense][]termUse{}
	var order []sense
	for i, s := range sc.Subjects {
		for j, m := range s.Terms {
			r := &s.Met[j]
			if m.Term.Binding != glossary.Fixed || unbound(m) != "" || r.Rendering == nil || isHeading(s.Unit.Block) || !isNoun(r) {
				continue
			}
			k := sense{m.Term, m.Sense}
			if len(uses[k]) == 0 {
				order = append(order, k)
			}
			uses[k] = append(uses[k], termUse{i, j, r.Rendering})
		}
	}
	var out []Finding
	for _, k := range order {
		usual, n := usualRendering(uses[k])
		for _, u := range uses[k] {
			if n < 2 || sameOrPart(u.rendering.En, usual.En) {
				continue
			}
			out = append(out, about(u.unit, sc.Subjects[u.unit].aboutTerm(u.match, "fixed", "%s is %q in %d other places, here %q",
				k.term.Zh, usual.En, n, sc.Subjects[u.unit].Met[u.match].En)))
		}
	}
	return out
}

// sameOrPart reports whether one rendering is the other, or the beginning or
// end of it, as a short name is.
func sameOrPart(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	short, long := english.Fold(a), english.Fold(b)
	return english.SameSpelling(a, b) || strings.HasPrefix(long, short+" ") || strings.HasSuffix(long, " "+short)
}

// isNoun reports whether r meets its term by a noun in full.
func isNoun(r *glossary.Recognition) bool {
	switch r.How {
	case glossary.HowPreferred, glossary.HowAccepted, glossary.HowInflected:
		return (r.Rendering.Form == glossary.FormAny || r.Rendering.Form == glossary.FormNoun) && !isAcronym(strings.TrimSuffix(r.Rendering.En, "s"))
	}
	return false
}

// usualRendering is the rendering used most often, of several the first.
func usualRendering(uses []termUse) (usual *glossary.Rendering, n int) {
	count := map[string]int{}
	for _, u := range uses {
		count[english.Fold(u.rendering.En)]++
	}
	for _, u := range uses {
		if c := count[english.Fold(u.rendering.En)]; c > n {
			usual, n = u.rendering, c
		}
	}
	return usual, n
}

// recurring is a name that recurs in the Chinese, how most of its units call
// it in English, and where it is called otherwise.
type recurring struct {
	zh, en     string
	n          int // units that have en
	deviations []deviation
}

// deviation is one place of a recurring name.
type deviation struct {
	scope  *Scope
	unit   int
	source span.Span // runes
	target span.Span // bytes
}
