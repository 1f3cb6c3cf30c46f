package translate

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"duizhao/bitext"
	"duizhao/check"
	"duizhao/glossary"
	"duizhao/lang/english"
	"duizhao/lang/span"
)

// Rules under which a translation reports what is no matter of one unit's
// English.
const (
	ruleEngineError = "engine-error"
	ruleShifted     = "answer-shifted"
	ruleRefused     = "answer-refused"
	ruleCut         = "answer-cut"
	ruleEmpty       = "empty-target"
	ruleFirstUse    = "abbreviation-first-use"
)

// introduce writes the full form where an abbreviation stands before it, in
// order of the document: a body is introduced where the English mentions it
// first, even if the unit that was to do so has failed.
func (r *run) introduce() {
	var mentions glossary.Mentions
	for _, w := range r.works {
		if !w.best.usable {
			continue
		}
		early := mentions.Note(w.terms, w.best.met, w.context)
		for r.Status != bitext.Draft && slices.ContainsFunc(early, func(e glossary.EarlyUse) bool { return r.introduceTerm(w, e) }) {
			early = mentions.Note(w.terms, w.best.met, w.context)
		}
		w.early = early
	}
}

// introduceTerm replaces a short form by what should stand there, if nothing
// is lost by that.
func (r *run) introduceTerm(w *work, early glossary.EarlyUse) bool {
	target := w.best.receipts[early.Match].Target
	if target == nil || !check.Binds(w.terms[early.Match]) || len(w.terms[early.Match].Term.Abbr) == 0 {
		return false
	}
	en, ok := spellOut(w.best.en, *target, early.Write)
	if !ok {
		return false
	}
	c := r.judge(w, en, bitext.FromRepair)
	if !w.harmless(c) || c.met[early.Match].How == glossary.HowAbbreviated {
		return false
	}
	w.best = c
	return true
}

// spellOut puts a full name in the place at (runes) of en, with one article
// and the capital that begins a sentence. ok is false behind "a" and "an": what
// is named there is something else, "an NDRC notice".
func spellOut(en string, at span.Span, full string) (out string, ok bool) {
	runes := []rune(en)
	before := strings.TrimRight(string(runes[:at.Start]), " \n\t")
	words := strings.Fields(before)
	if len(words) > 0 {
		switch strings.ToLower(words[len(words)-1]) {
		case "a", "an":
			return "", false
		case "the":
			full = strings.TrimPrefix(full, "the ")
		}
	}
	if begins(before) && hasCapital(string(runes[at.Start:at.End])) {
		full = english.Capitalise(full)
	}
	return put(en, at, full), true
}

// harmless reports whether c has every term and figure that the best English
// of w has, and no fault that it has not.
func (w *work) harmless(c candidate) bool {
	if !c.usable || w.loses(c, w.best) {
		return false
	}
	return len(w.faults(c)) <= len(w.faults(w.best))
}

// settle makes the best English of every unit part of the bitext: with
// receipts, findings and the status that follows from them.
func (r *run) settle() {
	for _, w := range r.works {
		u := w.unit
		if !w.best.usable {
			r.fail(w)
			continue
		}
		u.En, u.Origin, u.Terms, u.Status = w.best.en, w.best.origin, w.best.receipts, r.Status
		for _, early := range w.early {
			u.Findings = append(u.Findings, firstUse(u.Terms[early.Match], early.Write))
		}
		for _, f := range w.best.findings {
			if f.Severity != bitext.Note {
				u.Findings = append(u.Findings, f.Finding)
			}
		}
		// Broken Chinese is an error as well: no English of it can be trusted.
		if slices.ContainsFunc(u.Findings, func(f bitext.Finding) bool { return f.Severity == bitext.Error }) || w.unmetFixed() {
			u.Status = bitext.NeedsReview
		}
	}
}

// unmetFixed reports whether a fixed term is not met.
func (w *work) unmetFixed() bool {
	for i, m := range w.terms {
		if m.Term.Binding == glossary.Fixed && check.Binds(m) && !w.best.met[i].How.Met() {
			return true
		}
	}
	return false
}

// fail says that there is no translation of a unit, and why.
func (r *run) fail(w *work) {
	u := w.unit
	u.Status = bitext.Failed
	u.Terms = r.judge(w, "", "").receipts
	if w.err != nil {
		u.Findings = append(u.Findings, failure(w.err))
		return
	}
	for _, f := range w.last.findings {
		if slices.Contains(noTranslation, f.Rule) {
			f.Source, f.Target = &span.Span{End: len([]rune(u.Zh))}, nil
			f.Message = fmt.Sprintf("%s: %q", f.Message, start(w.last.en))
			u.Findings = append(u.Findings, f.Finding)
		}
	}
}

// failure is the finding of a unit that was not answered.
func failure(err error) bitext.Finding {
	f := bitext.Finding{Rule: ruleEngineError, Severity: bitext.Error, Message: err.Error()}
	for _, known := range []struct {
		err  error
		rule string
	}{{errShifted, ruleShifted}, {errEmpty, ruleEmpty}, {ErrRefused, ruleRefused}, {ErrCut, ruleCut}} {
		if errors.Is(err, known.err) {
			f.Rule = known.rule
		}
	}
	return f
}

// maxQuoted is how many runes of an answer a finding quotes.
const maxQuoted = 80

// start is the beginning of an answer.
func start(en string) string {
	if runes := []rune(en); len(runes) > maxQuoted {
		return string(runes[:maxQuoted]) + "…"
	}
	return en
}

// firstUse is the finding for a short form that stands before its full form.
func firstUse(r bitext.Receipt, write string) bitext.Finding {
	return bitext.Finding{
		Rule: ruleFirstUse, Severity: bitext.Warning, Source: &r.Source, Target: r.Target,
		Message: fmt.Sprintf("%q stands here before its full form; write %q", r.En, write),
	}
}
