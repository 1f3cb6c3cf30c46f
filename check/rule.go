package check

import (
	"fmt"

	"duizhao/bitext"
	"duizhao/glossary"
	"duizhao/lang/span"
)

// Profile says who made the English: what is an error of a machine may be the
// freedom of a translator.
type Profile string

// The profiles.
const (
	Machine Profile = "machine"
	Human   Profile = "human"
)

// Off is the severity of what is not reported.
const Off bitext.Severity = ""

// Grade is one degree in which a rule can be broken, with its default
// severity for either profile.
type Grade struct {
	Name           string // "value", "hedge"; "" where a rule has one grade only
	Machine, Human bitext.Severity
}

// In is the severity of the grade in a profile.
func (g Grade) In(p Profile) bitext.Severity {
	if p == Human {
		return g.Human
	}
	return g.Machine
}

// Example is a piece of bitext that a rule is silent or not silent about:
// each line is a unit.
type Example struct {
	Zh, En string
	Date   string // of the document, where it matters
	Facts  Facts  // of the document

	// Recorded says that the finding was written into the unit when it was
	// translated.
	Recorded bool
}

// Rule is one thing that can be wrong. It is a pure function over a unit or
// over a document, with all that is to be said about it.
type Rule struct {
	Name    string
	Summary string // what is wrong, in one line
	Why     string // why it matters, what the rule leaves alone, how often it is right
	Bad     Example
	Good    Example
	Grades  []Grade // gravest first

	// Answer says that the answer of an engine is held to the rule: see [Verify].
	Answer bool

	// Empty says that the rule has something to say of a unit without English;
	// of the others [Run] asks nothing there.
	Empty bool

	// One of the two.
	Unit     func(*Subject) []Finding
	Document func(*Scope) []Finding // rules that compare units
}

// Grade finds a grade by its name.
func (r *Rule) Grade(name string) (g Grade, ok bool) {
	for _, g := range r.Grades {
		if g.Name == name {
			return g, true
		}
	}
	return Grade{}, false
}

// Finding is what a rule found. Rules fill in the grade, the message, the
// places and what they are about; rule and severity follow from who asked.
type Finding struct {
	bitext.Finding
	Grade string
	Term  *glossary.Term // what it is about, or nil
	Match int            // index into Subject.Terms, or -1
	Unit  int            // of a Document rule: index into Scope.Subjects, -1 for the document
	Fix   *Fix           // what would mend it, or nil where that is not certain
}

// Fix puts En in the place of a stretch of the English.
type Fix struct {
	Target span.Span // runes of the English
	En     string
}

// found is a finding of a unit, on runes of its Chinese and English; an empty
// span is no place.
func found(grade string, source, target span.Span, format string, args ...any) Finding {
	f := Finding{Grade: grade, Match: -1}
	f.Message = fmt.Sprintf(format, args...)
	if !source.Empty() {
		f.Source = &source
	}
	if !target.Empty() {
		f.Target = &target
	}
	return f
}

// All is every rule, in the order of the documentation: terms, the text as a
// whole, figures and names, style, what an engine answers, what files hold.
var All = []*Rule{
	// terms
	termMissing, termAvoided, termCase, termInconsistent, termCount, termAmbiguous,
	abbreviationFirstUse, aliasUndefined, anachronism,
	// the text as a whole
	emptyTarget, untranslated, chineseLeft, segmentInconsistent, lengthRatio,
	// figures, names, marks
	numberMismatch, dateMismatch, unitMismatch, documentNumber, nameRomanisation, listItems, titleMarks, unbalanced, doubledWord, punctuation,
	// wording
	modality, spellingVariety,
	// what engines answer
	answerRefused, answerCut, answerObeyed, answerChatter, answerShifted, engineError, damagedSource, draftPublished,
	// files
	staleTarget, missingPair, structureMismatch,
}

// Named finds a rule by its name, or gives nil.
func Named(name string) *Rule {
	for _, r := range All {
		if r.Name == name {
			return r
		}
	}
	return nil
}
