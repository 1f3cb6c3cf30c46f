package check

import (
	"duizhao/bitext"
	"duizhao/glossary"
)

// Options say how to check. Glossary must be set; the rest works as it is.
type Options struct {
	Glossary *glossary.Glossary
	Context  glossary.Context // what documents do not say themselves; Block is set for each unit
	Profile  Profile          // "" guesses it for each unit from its origin
	Spelling string           // "us" or "gb"; "" means that of most words of a document
	Rules    []*Rule          // nil means All

	// Severities replace the default ones, in both profiles, by the name of a
	// rule or of a rule and a grade ("number-mismatch.hedge"), which is
	// stronger. Off turns them off.
	Severities map[string]bitext.Severity

	// Advises reports whether a term gives advice only: what it finds is never
	// more than a note. nil means that none does.
	Advises func(*glossary.Term) bool
}

// Input is one document with what is known about its files.
type Input struct {
	Document *bitext.Document
	Context  glossary.Context // of the document; what it leaves empty is that of Options
	Facts    Facts
	Waivers  [2][]Waiver // in the Chinese file and in the English one
}

// Result is what a run found.
type Result struct {
	Findings   []Report // in order of inputs and units
	Waived     []Report // findings that a waiver takes back, in the same order
	Unused     []Unused // waivers that took nothing back
	Neighbours []Neighbour
	Units      int
}

// Neighbour is a term that its own unit does not meet, but one nearby does.
type Neighbour struct {
	Input, Unit int            // indexes
	In          int            // index of the unit that meets it
	Receipt     bitext.Receipt // how is neighbour; its target counts in the English of In
}

// Report is a finding in its place. Finding.Unit is the index of the unit in
// its document that Source counts in, or -1 for the document as a whole.
type Report struct {
	Finding
	Input       int // index of the input
	Target      int // index of the unit whose English Finding.Target counts in
	Fingerprint string
	Waiver      *Waiver // what took it back, or nil
}

// Worst is the gravest severity among the findings, Off where there is none.
func (r *Result) Worst() bitext.Severity {
	worst := Off
	for i := range r.Findings {
		if s := r.Findings[i].Severity; weight(s) > weight(worst) {
			worst = s
		}
	}
	return worst
}

// AtLeast reports whether s is as grave as limit or graver.
func AtLeast(s, limit bitext.Severity) bool { return s != Off && weight(s) >= weight(limit) }

// severity is what a finding weighs in a profile.
func (o *Options) severity(r *Rule, f *Finding, p Profile) bitext.Severity {
	g, _ := r.Grade(f.Grade)
	out := g.In(p)
	if s, ok := o.Severities[r.Name]; ok && out != Off {
		out = s
	}
	if s, ok := o.Severities[r.Name+"."+f.Grade]; ok {
		out = s
	}
	if f.Term == nil {
		return out
	}
	switch {
	case o.Advises != nil && o.Advises(f.Term) || f.Term.Status == glossary.Deprecated:
		return atMost(out, bitext.Note)
	case f.Term.Status == glossary.Proposed:
		return atMost(out, bitext.Warning)
	}
	return out
}

// atMost lowers s to limit.
func atMost(s, limit bitext.Severity) bitext.Severity {
	if weight(s) > weight(limit) {
		return limit
	}
	return s
}

// profileOf guesses who made the English of a unit.
func (o *Options) profileOf(d *bitext.Document, u *bitext.Unit) Profile {
	if o.Profile != "" {
		return o.Profile
	}
	switch {
	case u.Status == bitext.Reviewed:
		return Human
	case u.Origin == bitext.FromPerson:
		return Human
	case u.Origin != "", u.Status == bitext.Draft, u.Status == bitext.Failed, d.Engine.Name != "":
		return Machine
	}
	return Human
}
