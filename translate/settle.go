package translate

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"duizhao/bitext"
	"duizhao/glossary"
	"duizhao/lang/span"
)

// Rules under which a translation reports.
const (
	ruleEngineError = "engine-error"
	ruleShifted     = "answer-shifted"
	ruleMissing     = "term-missing"
	ruleAvoided     = "term-avoided"
	ruleFirstUse    = "abbreviation-first-use"
)

// settle makes a result part of the bitext: English, receipts, findings and
// the status that follows from them. It is called when all answers are there,
// in the order of the document, for what is mentioned first.
func (r *run) settle(u *bitext.Unit, terms []glossary.Match, res result) {
	if res.err != nil {
		u.Status = bitext.Failed
		u.Terms = receipts(u, terms, r.Glossary.Recognise("", u.Zh, terms, r.context(u)))
		u.Findings = append(u.Findings, failure(res.err))
		return
	}
	u.En, u.Origin, u.Status = res.en, bitext.FromEngine, r.Status
	found := r.Glossary.Recognise(u.En, u.Zh, terms, r.context(u))
	u.Terms = receipts(u, terms, found)
	for _, early := range r.mentions.Note(terms, found, r.context(u)) {
		u.Findings = append(u.Findings, firstUse(u.Terms[early.Match], early.Write))
	}
	if slices.ContainsFunc(u.Findings, func(f bitext.Finding) bool { return f.Severity == bitext.Error }) {
		u.Status = bitext.NeedsReview // broken Chinese: no English of it can be trusted
	}
	for i, m := range terms {
		if u.Terms[i].How.Met() || !required(m) {
			continue
		}
		f := unmet(u.Terms[i], m, r.context(u))
		u.Findings = append(u.Findings, f)
		if f.Severity == bitext.Error {
			u.Status = bitext.NeedsReview
		}
	}
}

func failure(err error) bitext.Finding {
	f := bitext.Finding{Rule: ruleEngineError, Severity: bitext.Error, Message: err.Error()}
	switch {
	case errors.Is(err, context.Canceled):
		f.Message = "interrupted"
	case errors.Is(err, errShifted):
		f.Rule = ruleShifted
	}
	return f
}

// firstUse is the finding for a short form that stands before its full form.
func firstUse(r bitext.Receipt, write string) bitext.Finding {
	return bitext.Finding{
		Rule: ruleFirstUse, Severity: bitext.Warning, Source: &r.Source, Target: r.Target,
		Message: fmt.Sprintf("%q stands here before its full form; write %q", r.En, write),
	}
}

// required reports whether the term binds where it stands.
func required(m glossary.Match) bool {
	return m.Term.Status == glossary.Approved && m.Term.Binding != glossary.Advisory &&
		!m.Doubtful && !m.Ambiguous && !m.Quoted
}

// receipts says for every match how the English meets it.
func receipts(u *bitext.Unit, terms []glossary.Match, found []glossary.Recognition) []bitext.Receipt {
	out := make([]bitext.Receipt, len(terms))
	zh := []rune(u.Zh)
	for i, m := range terms {
		out[i] = bitext.Receipt{
			ID: m.Term.ID, Zh: string(zh[m.Span.Start:m.Span.End]), Source: m.Span,
			En: found[i].En, How: bitext.How(found[i].How),
		}
		if !found[i].Target.Empty() {
			out[i].Target = &span.Span{Start: found[i].Target.Start, End: found[i].Target.End}
		}
	}
	return out
}

// unmet is the finding for a binding term without its rendering: an error for
// a fixed term, a warning for a preferred one.
func unmet(r bitext.Receipt, m glossary.Match, c glossary.Context) bitext.Finding {
	f := bitext.Finding{
		Rule: ruleMissing, Severity: bitext.Warning, Source: &r.Source, Target: r.Target,
		Message: fmt.Sprintf("%s should be %q", r.Zh, m.Preferred(c).En),
	}
	if m.Term.Binding == glossary.Fixed {
		f.Severity = bitext.Error
	}
	if r.How == bitext.Avoided {
		f.Rule = ruleAvoided
		f.Message = fmt.Sprintf("%s should be %q, not %q", r.Zh, m.Preferred(c).En, r.En)
	}
	return f
}
