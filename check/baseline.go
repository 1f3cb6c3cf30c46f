package check

import (
	"fmt"
	"io"
	"slices"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// Baseline is the findings that a project lives with: only others fail.
type Baseline struct {
	Version  int     `json:"version"`
	Findings []Known `json:"findings"`
}

// Known is a finding of a baseline. What stands beside the fingerprint is for
// people.
type Known struct {
	Fingerprint string `json:"fingerprint"`
	Rule        string `json:"rule"`
	Term        string `json:"term,omitzero"`
	Zh          string `json:"zh,omitzero"` // of the unit
}

// baselineVersion is the version of the form that is written.
const baselineVersion = 1

// NewBaseline is the baseline of the findings of a result, by fingerprint.
func NewBaseline(inputs []Input, r *Result) *Baseline {
	b := &Baseline{Version: baselineVersion, Findings: []Known{}}
	for i := range r.Findings {
		f := &r.Findings[i]
		k := Known{Fingerprint: f.Fingerprint, Rule: f.Rule}
		if f.Term != nil {
			k.Term = f.Term.Zh
		}
		if f.Unit >= 0 {
			k.Zh = inputs[f.Input].Document.Units()[f.Unit].Zh
		}
		b.Findings = append(b.Findings, k)
	}
	slices.SortFunc(b.Findings, byFingerprint)
	return b
}

func byFingerprint(a, b Known) int {
	switch {
	case a.Fingerprint < b.Fingerprint:
		return -1
	case a.Fingerprint > b.Fingerprint:
		return 1
	}
	return 0
}

// ReadBaseline reads what [Baseline.Write] wrote.
func ReadBaseline(r io.Reader) (*Baseline, error) {
	b := &Baseline{}
	if err := json.UnmarshalRead(r, b); err != nil {
		return nil, fmt.Errorf("read baseline: %w", err)
	}
	if b.Version != baselineVersion {
		return nil, fmt.Errorf("read baseline: version %d, this program knows %d", b.Version, baselineVersion)
	}
	return b, nil
}

// Write writes the baseline as JSON, indented, so that a change of it
// can be reviewed.
func (b *Baseline) Write(w io.Writer) error {
	if err := json.MarshalWrite(w, b, jsontext.Multiline(true), jsontext.WithIndent("  ")); err != nil {
		return fmt.Errorf("write baseline: %w", err)
	}
	_, err := io.WriteString(w, "\n")
	return err
}

// Split parts the findings of a result into those that the baseline does not
// know and those that it does. gone are the entries that nothing was found for.
func (b *Baseline) Split(r *Result) (fresh, known []Report, gone []Known) {
	left := map[string]bool{}
	for _, k := range b.Findings {
		left[k.Fingerprint] = true
	}
	for _, f := range r.Findings {
		if left[f.Fingerprint] {
			known = append(known, f)
			delete(left, f.Fingerprint)
		} else {
			fresh = append(fresh, f)
		}
	}
	for _, k := range b.Findings {
		if left[k.Fingerprint] {
			gone = append(gone, k)
		}
	}
	return fresh, known, gone
}

// Shrink is the baseline without the entries that nothing was found for. It
// never grows: a new baseline is made with [NewBaseline].
func (b *Baseline) Shrink(r *Result) *Baseline {
	_, _, gone := b.Split(r)
	out := &Baseline{Version: b.Version}
	out.Findings = slices.DeleteFunc(slices.Clone(b.Findings), func(k Known) bool { return slices.Contains(gone, k) })
	return out
}
