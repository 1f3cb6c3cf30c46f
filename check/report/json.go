package report

import (
	"io"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"duizhao/bitext"
)

// JSON tells a report to programs: one object with the findings that are not
// suppressed, and what they add up to.
type JSON struct{ W io.Writer }

type (
	jsonReport struct {
		Findings []jsonFinding `json:"findings"`
		Summary  jsonSummary   `json:"summary"`
	}
	jsonFinding struct {
		Rule     string          `json:"rule"`
		Severity bitext.Severity `json:"severity"`
		Path     string          `json:"path"`
		Unit     string          `json:"unit"`
		At       string          `json:"at"`
		Line     int             `json:"line"`   // from 1; 0 unknown
		Column   int             `json:"column"` // in code points, from 1; 0 unknown
		Message  string          `json:"message"`
		Zh       string          `json:"zh"`
		En       string          `json:"en"`
		Term     string          `json:"term"`
	}
	jsonSummary struct {
		Units    int            `json:"units"`
		Findings int            `json:"findings"`
		ByRule   map[string]int `json:"by_rule"`
		ByTerm   map[string]int `json:"by_term"`
	}
)

// Report writes r.
func (j *JSON) Report(r *Report) error {
	findings := r.open()
	out := jsonReport{
		Findings: make([]jsonFinding, len(findings)),
		Summary:  jsonSummary{Units: r.Units, Findings: len(findings), ByRule: map[string]int{}, ByTerm: map[string]int{}},
	}
	for i := range findings {
		f := &findings[i]
		p := f.Place()
		out.Findings[i] = jsonFinding{
			Rule: f.Rule, Severity: f.Severity, Path: p.Path, Unit: f.Unit, At: f.At, Line: p.Line, Column: p.Column,
			Message: f.Message, Zh: f.Zh, En: f.En, Term: f.Term,
		}
	}
	for _, t := range count(findings, ruleOf) {
		out.Summary.ByRule[t.name] = t.n
	}
	for _, t := range count(findings, termOf) {
		out.Summary.ByTerm[t.name] = t.n
	}
	return writeJSON(j.W, out)
}

// writeJSON writes v as indented JSON, keys of maps sorted.
func writeJSON(w io.Writer, v any) error {
	err := json.MarshalWrite(w, v, json.Deterministic(true), jsontext.Multiline(true), jsontext.AllowInvalidUTF8(true))
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, "\n")
	return err
}
