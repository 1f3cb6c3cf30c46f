// Package report promises that what a check found is told in the form that
// each reader expects: text for people, JSON for programs, SARIF, JUnit and
// workflow commands for CI. Every finding is told with its place, in every
// form; the same report gives the same bytes.
//
// Start with [New], which gives the reporter of a format. The package does not
// judge: what is a failure stands in the findings, and no reporter decides how
// a run ends. It opens no files.
package report

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"time"

	"duizhao/bitext"
	"duizhao/lang/span"
)

// Place is a stretch of a file. Lines and columns count from 1, columns in
// code points; an end stands behind the last code point. 0 means unknown.
type Place struct {
	Path                             string // with forward slashes
	Line, Column, EndLine, EndColumn int
}

// String is the place as editors read it: path:line:column.
func (p Place) String() string {
	switch {
	case p.Line == 0:
		return p.Path
	case p.Column == 0:
		return fmt.Sprintf("%s:%d", p.Path, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.Path, p.Line, p.Column)
}

// Finding is one finding with all that is shown of it.
type Finding struct {
	Rule     string
	Severity bitext.Severity
	Message  string
	Term     string // the Chinese of the term that it is about, or ""

	Unit, At       string     // id of the unit, and its place for people
	Zh, En         string     // texts of the unit
	Source, Target *span.Span // runes of Zh and En, or nil
	Zhs, Ens       Place      // where Source and Target stand in the files

	Fingerprint string // stays when lines move
	Fails       bool   // makes the run fail
	Waived      string // the reason that the text itself gives for it, or ""
	Known       bool   // stands in the baseline
}

// Suppressed reports whether the finding is only kept for the record.
func (f *Finding) Suppressed() bool { return f.Waived != "" || f.Known }

// Place is where the finding is shown: in the English, or, where there is
// none, in the Chinese.
func (f *Finding) Place() Place {
	if f.Ens.Path != "" {
		return f.Ens
	}
	return f.Zhs
}

// where is the unit as people call it.
func (f *Finding) where() string { return cmp.Or(f.At, f.Unit) }

// Report is what a run found.
type Report struct {
	Version  string // of the program
	Rules    []string
	Files    []string  // every file that was checked, whether it is clean or not
	Findings []Finding // in order of files and places; suppressed ones too
	Units    int
	Elapsed  time.Duration // 0 is not told
}

// open are the findings that are not suppressed.
func (r *Report) open() []Finding {
	return slices.DeleteFunc(slices.Clone(r.Findings), func(f Finding) bool { return f.Suppressed() })
}

// weight orders severities, the gravest first.
func weight(s bitext.Severity) int {
	return slices.Index([]bitext.Severity{bitext.Error, bitext.Warning, bitext.Note}, s)
}

// gravestFirst sorts findings by severity; among equals their order stays.
func gravestFirst(findings []Finding) []Finding {
	out := slices.Clone(findings)
	slices.SortStableFunc(out, func(a, b Finding) int { return cmp.Compare(weight(a.Severity), weight(b.Severity)) })
	return out
}

// tally is how often something was found.
type tally struct {
	name string
	n    int
}

// count counts findings by a name that is not "", the most frequent first.
func count(findings []Finding, name func(*Finding) string) []tally {
	seen := map[string]int{}
	for i := range findings {
		if key := name(&findings[i]); key != "" {
			seen[key]++
		}
	}
	out := make([]tally, 0, len(seen))
	for key, n := range seen {
		out = append(out, tally{key, n})
	}
	slices.SortFunc(out, func(a, b tally) int { return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(a.name, b.name)) })
	return out
}

func ruleOf(f *Finding) string { return f.Rule }
func termOf(f *Finding) string { return f.Term }

// Reporter tells a report in one form.
type Reporter interface{ Report(*Report) error }

// Format names a form.
type Format string

// The forms.
const (
	TextFormat   Format = "text"
	JSONFormat   Format = "json"
	SARIFFormat  Format = "sarif"
	JUnitFormat  Format = "junit"
	GitHubFormat Format = "github"
)

// Formats lists the forms, in the order of the documentation.
func Formats() []Format {
	return []Format{TextFormat, JSONFormat, SARIFFormat, JUnitFormat, GitHubFormat}
}

// New gives the reporter of a format, with its defaults; nil for a format that
// is not listed in [Formats].
func New(f Format, w io.Writer) Reporter {
	switch f {
	case TextFormat:
		return &Text{W: w}
	case JSONFormat:
		return &JSON{W: w}
	case SARIFFormat:
		return &SARIF{W: w}
	case JUnitFormat:
		return &JUnit{W: w}
	case GitHubFormat:
		return &GitHub{W: w}
	}
	return nil
}
