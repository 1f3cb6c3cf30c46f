package check

import (
	"strings"
	"unicode/utf8"

	"duizhao/bitext"
	"duizhao/lang/english"
	"duizhao/lang/han"
	"duizhao/lang/span"
)

var segmentInconsistent = &Rule{
	Name:    "segment-inconsistent",
	Summary: "the same Chinese is rendered in several ways",
	Why: `A heading, a clause of a law or a sentence that recurs should read the same each time. The rendering used most often, or
first, is the measure; capitals, marks and a leading article do not count, and texts of fewer than four characters are left
alone. One finding in ten chapters by people, a heading worded in two ways.`,
	Bad:      Example{Zh: "加强组织领导。\n加强组织领导。", En: "Strengthen organization and leadership.\nImprove how the work is led."},
	Good:     Example{Zh: "加强组织领导。\n加强组织领导。", En: "Strengthen organization and leadership.\nStrengthen organization and leadership"},
	Grades:   []Grade{{"", bitext.Warning, bitext.Note}},
	Document: checkSegments,
}

// shortestSegment is how many runes a text must have to be compared.
const shortestSegment = 4

func checkSegments(sc *Scope) []Finding {
	segments := sc.learned().segments()
	var out []Finding
	for i, s := range sc.Subjects {
		if s.En == "" {
			continue
		}
		usual, recurs := segments[segmentKey(s)]
		if recurs && wording(usual) != wording(s.En) {
			out = append(out, about(i, found("", span.Span{End: len(s.Runes())}, s.target(span.Span{End: len(s.En)}), "elsewhere rendered as %q", usual)))
		}
	}
	return out
}

// segmentKey is the Chinese under which s is compared, "" where it is not.
func segmentKey(s *Subject) string {
	if key := han.Key(s.Zh); utf8.RuneCountInString(key) >= shortestSegment && strings.ContainsFunc(key, han.Is) {
		return key
	}
	return ""
}

// countSegments finds the texts that recur with several renderings.
func (c *corpus) countSegments() map[string]string {
	type rendering struct {
		en    string
		count map[string]int
	}
	seen := map[string]*rendering{}
	for _, sc := range c.scopes {
		for _, s := range sc.Subjects {
			key := segmentKey(s)
			if key == "" || s.En == "" {
				continue
			}
			r := seen[key]
			if r == nil {
				seen[key] = &rendering{en: s.En}
				continue
			}
			if r.count == nil {
				r.count = map[string]int{wording(r.en): 1}
			}
			w := wording(s.En)
			if r.count[w]++; r.count[w] > r.count[wording(r.en)] {
				r.en = s.En
			}
		}
	}
	out := map[string]string{}
	for key, r := range seen {
		if len(r.count) > 1 {
			out[key] = r.en
		}
	}
	return out
}

// wording is the words of an English text, folded, without a leading article.
func wording(en string) string {
	var b strings.Builder
	for i, w := range english.Words(en) {
		folded := english.Fold(w.Text)
		if i == 0 && (folded == "the" || folded == "a" || folded == "an") {
			continue
		}
		b.WriteString(folded)
		b.WriteByte(' ')
	}
	return b.String()
}
