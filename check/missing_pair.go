package check

import (
	"cmp"
	"fmt"

	"duizhao/bitext"
	"duizhao/lang/span"
)

var missingPair = &Rule{
	Name:    "missing-pair",
	Summary: "a passage or a file stands in one language only",
	Why:     `One finding for a block that is missing, instead of one for every unit that is shifted by it.`,
	Bad: Example{Zh: "推进碳达峰。", En: "Advance carbon peaking.",
		Facts: Facts{Unpaired: []Unpaired{{Blocks: 2, Lang: "zh", Text: "第三条"}}}},
	Good:     Example{Zh: "推进碳达峰。", En: "Advance carbon peaking."},
	Grades:   []Grade{{"", bitext.Error, bitext.Error}},
	Document: checkUnpaired,
}

func checkUnpaired(sc *Scope) []Finding {
	var out []Finding
	for _, u := range sc.Facts.Unpaired {
		what := "the whole file stands"
		if u.Blocks > 0 {
			what = several(u.Blocks, "block")
		} else {
			u.Unit = -1
		}
		out = append(out, about(u.Unit, alone(what, u.Lang, u.Text)))
	}
	for _, r := range sc.unpaired() {
		s := sc.Subjects[r.from]
		if s.Zh == "" {
			out = append(out, about(r.from, alone(several(r.to-r.from, "sentence"), "en", s.En)))
		} else {
			out = append(out, about(r.from, alone(several(r.to-r.from, "sentence"), "zh", s.Zh)))
		}
	}
	return out
}

// several is "a block stands" or "3 blocks stand".
func several(n int, what string) string {
	if n == 1 {
		return "a " + what + " stands"
	}
	return fmt.Sprintf("%d %ss stand", n, what)
}

// alone is the finding for something that stands in one language only.
func alone(what, lang, text string) Finding {
	language := map[string]string{"zh": "Chinese", "en": "English"}[lang]
	f := found("", span.Span{}, span.Span{}, "%s in %s only", what, cmp.Or(language, lang))
	if runes := []rune(text); text != "" {
		f.Message += fmt.Sprintf(", beginning with %q", string(runes[:min(len(runes), longestQuotation)]))
	}
	return f
}

// longestQuotation is how much of a text a message quotes, in runes.
const longestQuotation = 40

// stretch is a range of subjects.
type stretch struct{ from, to int }

// fewestUnpaired is how many sentences in a row must lack their English before
// they are a passage that is missing; fewer are each an empty-target.
const fewestUnpaired = 2

// unpaired finds the passages that stand in one language only: sentences that
// an aligner found no counterpart for. What an engine failed at is no such
// passage.
func (sc *Scope) unpaired() []stretch {
	var out []stretch
	for i := 0; i < len(sc.Subjects); {
		kind := unpairedKind(sc.Subjects[i])
		from := i
		for i < len(sc.Subjects) && unpairedKind(sc.Subjects[i]) == kind {
			i++
		}
		if kind == "en" || kind == "zh" && i-from >= fewestUnpaired {
			out = append(out, stretch{from, i})
		}
	}
	return out
}

// unpairedKind is the language of a sentence that has no counterpart, or "".
func unpairedKind(s *Subject) string {
	switch u := s.Unit; {
	case u.Status == bitext.Added:
		return "en"
	case u.Status == "" && (u.Origin == "" || u.Origin == bitext.FromPerson) && s.Zh != "" && s.En == "":
		return "zh"
	}
	return ""
}
