package glossary

import (
	"fmt"
	"slices"
)

// Severity says how bad a diagnostic is.
type Severity string

// The severities. A file with errors is not to be used.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
)

// Diagnostic is something wrong in a glossary file.
type Diagnostic struct {
	File     string
	Line     int // from 1
	Column   int // from 1, counted in runes
	Severity Severity
	Message  string // "unknown key \"alos\""
	Hint     string // what to do, may be empty: "did you mean \"also\"?"
}

// String gives "file:line:column: message; hint".
func (d Diagnostic) String() string {
	s := fmt.Sprintf("%s:%d:%d: %s", d.File, d.Line, d.Column, d.Message)
	if d.Hint != "" {
		s += "; " + d.Hint
	}
	return s
}

// HasErrors reports whether any of ds is an error.
func HasErrors(ds []Diagnostic) bool {
	return slices.ContainsFunc(ds, func(d Diagnostic) bool { return d.Severity == Error })
}

// sortDiagnostics brings ds into the order of the file.
func sortDiagnostics(ds []Diagnostic) {
	slices.SortStableFunc(ds, func(a, b Diagnostic) int {
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return a.Column - b.Column
	})
}
