package translate

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"duizhao/bitext"
	"duizhao/check"
	"duizhao/glossary"
	"duizhao/lang/span"
)

// candidate is English for a unit, and what verification says of it.
type candidate struct {
	en       string
	subject  *check.Subject
	origin   bitext.Origin
	met      []glossary.Recognition // of each term of the unit
	receipts []bitext.Receipt
	findings []check.Finding // gravest first
	usable   bool            // it is a translation, however bad
}

// judge verifies English for a unit. Of a gloss only the terms are judged:
// its marks are Chinese, and it shows every guess itself.
func (r *run) judge(w *work, en string, origin bitext.Origin) candidate {
	u := *w.unit
	u.En, u.Status, u.Origin, u.Findings = en, r.Status, origin, nil
	s := check.NewSubject(r.Glossary, w.context, &u, w.terms)
	c := candidate{en: en, subject: s, origin: origin, met: s.Met, receipts: s.Receipts(), usable: en != "" || !hasText(u.Zh)}
	for _, f := range check.Verify(s) {
		if r.Status != bitext.Draft || f.Match >= 0 {
			c.findings = append(c.findings, f)
			c.usable = c.usable && !(f.Severity == bitext.Error && slices.Contains(noTranslation, f.Rule))
		}
	}
	return c
}

// take judges an answer and keeps it where it is the best so far.
func (r *run) take(i int, en string) {
	w := r.works[i]
	w.err = nil
	w.last = r.judge(w, en, bitext.FromEngine)
	if line := oneLine(en); line != en && !strings.Contains(w.unit.Zh, "\n") && !slices.ContainsFunc(w.last.findings, isChatter) {
		w.last = r.judge(w, line, bitext.FromEngine) // one segment is one line, but lines tell what is chatter
	}
	if w.first == nil {
		w.first = w.last.metTerms()
	}
	if w.better(w.last, w.best) {
		w.best = w.last
	}
}

// metTerms tells for each term whether it is met.
func (c candidate) metTerms() []bool {
	met := make([]bool, len(c.met))
	for i := range c.met {
		met[i] = c.met[i].How.Met()
	}
	return met
}

// noTranslation are the rules whose findings say that there is no translation.
// Such an answer never reaches the bitext.
var noTranslation = []string{"answer-refused", "answer-obeyed", "untranslated", "empty-target"}

// hasText reports whether there is anything to translate: a unit may be no
// more than a row of dashes.
func hasText(zh string) bool {
	return strings.ContainsFunc(zh, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// faults are the findings for which the engine is asked again: errors, binding
// terms that are not met, and figures.
func (w *work) faults(c candidate) []check.Finding {
	var out []check.Finding
	for _, f := range c.findings {
		unmet := f.Match >= 0 && !c.met[f.Match].How.Met() && check.Binds(w.terms[f.Match])
		if f.Severity == bitext.Error || unmet || f.Severity == bitext.Warning && f.Rule == ruleNumber {
			out = append(out, f)
		}
	}
	return out
}

const ruleNumber = "number-mismatch"

// better reports whether a is to be taken in the place of b: it is usable
// where b is not, or it has fewer faults and loses nothing. So the order in
// which candidates come does not make the English worse.
func (w *work) better(a, b candidate) bool {
	if !a.usable || !b.usable {
		return a.usable
	}
	return !w.loses(a, b) && len(w.faults(a)) < len(w.faults(b))
}

// loses reports whether a term that b has met is not met in a, or a has a
// fault that b has not.
func (w *work) loses(a, b candidate) bool {
	for i := range b.met {
		if b.met[i].How.Met() && !a.met[i].How.Met() && check.Binds(w.terms[i]) {
			return true
		}
	}
	had := map[string]bool{}
	for _, f := range w.faults(b) {
		had[fault(f)] = true
	}
	return slices.ContainsFunc(w.faults(a), func(f check.Finding) bool { return !had[fault(f)] })
}

// fault names what a finding is about, in whatever English it was found.
func fault(f check.Finding) string {
	if f.Match >= 0 {
		return fmt.Sprint("term ", f.Match)
	}
	var at span.Span
	if f.Source != nil {
		at = *f.Source
	}
	return fmt.Sprint(f.Rule, " ", at, " ", f.Message)
}
