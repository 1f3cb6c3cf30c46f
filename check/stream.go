package check

import (
	"context"
	"errors"
	"slices"

	"duizhao/glossary"
)

// Stream checks what is too large to be held, one part after the other.
//
// A document that goes over several parts is judged as a whole by rules over
// units, in when an abbreviation was introduced, in its short names for terms,
// and in which terms it has met so far. The other rules over documents compare
// the units of one part, and so does the search for a term in the neighbouring
// units. A fixed term that is missing is not called absent before the last
// part, and a short name counts from the part that gives it.
type Stream struct {
	options Options
	asked   map[Profile][]*Rule // the rules that may report anything
	prints  fingerprints
	open    *carried // of the document that goes on in the next part, or nil
}

// Cut says what of a part lies outside of it. The zero value is a part that
// stands alone.
type Cut struct {
	Continued bool // the first document began in the part before
	GoesOn    bool // the last document goes on in the next part
}

// carried is what one part of a document hands on to the next.
type carried struct {
	short []*glossary.Term        // names that the document gives to terms
	met   map[*glossary.Term]bool // in any unit
	first firstUses
}

func newCarried() *carried {
	return &carried{met: map[*glossary.Term]bool{}, first: firstUses{told: map[string]bool{}, introduced: map[string]bool{}}}
}

// NewStream begins a stream. The error says what Options lack.
func NewStream(o Options) (*Stream, error) {
	if o.Glossary == nil {
		return nil, errors.New("check: Options need a Glossary")
	}
	if o.Rules == nil {
		o.Rules = All
	}
	s := &Stream{options: o, asked: map[Profile][]*Rule{}, prints: fingerprints{}}
	for _, p := range []Profile{Machine, Human} {
		s.asked[p] = slices.DeleteFunc(slices.Clone(o.Rules), func(rule *Rule) bool { return !o.on(rule, p) })
	}
	return s, nil
}

// Check holds the documents of the next part to the rules. Indexes in the
// result count in inputs; fingerprints count in the whole stream.
func (s *Stream) Check(ctx context.Context, inputs []Input, cut Cut) (*Result, error) {
	r := &run{Options: s.options, inputs: inputs, asked: s.asked, prints: s.prints}
	for i := range inputs {
		earlier := newCarried()
		if i == 0 && cut.Continued && s.open != nil {
			earlier = s.open
		}
		r.documents = append(r.documents, r.open(i, earlier, cut.GoesOn && i == len(inputs)-1))
	}
	if err := r.checkUnits(ctx); err != nil {
		return nil, err
	}
	r.checkDocuments()
	if s.open = nil; cut.GoesOn && len(r.documents) > 0 {
		s.open = r.documents[len(r.documents)-1].carried
	}
	return r.result(), ctx.Err()
}
