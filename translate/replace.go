package translate

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"duizhao/bitext"
	"duizhao/check"
	"duizhao/glossary"
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

// replaceTerm replaces what stands wrongly for term i where it is certain what
// is to stand there, and keeps the result if it is better.
func (r *run) replaceTerm(w *work, i int) bool {
	s := w.best.subject
	if s.En != w.best.en {
		return false // it has entities, which are no places in what was answered
	}
	fix, ok := s.Replacement(i)
	if !ok {
		return false
	}
	en := put(w.best.en, fix.Target, fix.En)
	if !s.Met[i].Lowered {
		en = asSmall(en, w.best.en, s.Met[i].Target.Start, w.terms[i].Preferred(w.context).En)
	}
	repaired := r.judge(w, en, bitext.FromRepair)
	if !w.better(repaired, w.best) {
		return false
	}
	w.best = repaired
	return true
}

// asSmall gives en a small letter at rune at where what stood there before had
// one and the rendering has one: behind a colon or "U.S." no sentence begins.
func asSmall(en, before string, at int, rendering string) string {
	runes, stood := []rune(en), []rune(before)
	first, _ := utf8.DecodeRuneInString(strings.TrimPrefix(rendering, "the "))
	if at < len(runes) && unicode.IsLower(stood[at]) && unicode.IsLower(first) {
		runes[at] = unicode.ToLower(runes[at])
	}
	return string(runes)
}

// put is en with right in the place at (runes).
func put(en string, at span.Span, right string) string {
	runes := []rune(en)
	return string(runes[:at.Start]) + right + string(runes[at.End:])
}
