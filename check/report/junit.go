package report

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"
)

// JUnit tells a report as JUnit XML, which most CI servers show as tests: a
// suite for each file, a case for each finding and for each rule that found
// nothing there. What makes the run fail is a failure; suppressed findings
// are skipped cases; what only advises is a case that passed, with output.
type JUnit struct{ W io.Writer }

type (
	junitSuites struct {
		XMLName  xml.Name     `xml:"testsuites"`
		Name     string       `xml:"name,attr"`
		Tests    int          `xml:"tests,attr"`
		Failures int          `xml:"failures,attr"`
		Skipped  int          `xml:"skipped,attr"`
		Time     string       `xml:"time,attr,omitempty"`
		Suites   []junitSuite `xml:"testsuite"`
	}
	junitSuite struct {
		Name     string      `xml:"name,attr"`
		Tests    int         `xml:"tests,attr"`
		Failures int         `xml:"failures,attr"`
		Skipped  int         `xml:"skipped,attr"`
		Cases    []junitCase `xml:"testcase"`
	}
	junitCase struct {
		Class   string        `xml:"classname,attr"`
		Name    string        `xml:"name,attr"`
		File    string        `xml:"file,attr,omitempty"`
		Line    int           `xml:"line,attr,omitempty"`
		Failure *junitFailure `xml:"failure"`
		Skipped *junitSkipped `xml:"skipped"`
		Output  string        `xml:"system-out,omitempty"`
	}
	junitFailure struct {
		Type    string `xml:"type,attr"`
		Message string `xml:"message,attr"`
		Text    string `xml:",chardata"`
	}
	junitSkipped struct {
		Message string `xml:"message,attr"`
	}
)

// Report writes r.
func (j *JUnit) Report(r *Report) error {
	byFile := map[string][]*Finding{}
	files := slices.Clone(r.Files)
	for i := range r.Findings {
		path := r.Findings[i].Place().Path
		if !slices.Contains(files, path) {
			files = append(files, path)
		}
		byFile[path] = append(byFile[path], &r.Findings[i])
	}
	out := junitSuites{Name: "duizhao check"}
	if r.Elapsed > 0 {
		out.Time = fmt.Sprintf("%.3f", r.Elapsed.Seconds())
	}
	for _, file := range files {
		s := junitSuiteOf(file, r.Rules, byFile[file])
		out.Tests, out.Failures, out.Skipped = out.Tests+s.Tests, out.Failures+s.Failures, out.Skipped+s.Skipped
		out.Suites = append(out.Suites, s)
	}
	if _, err := io.WriteString(j.W, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(j.W)
	e.Indent("", "  ")
	if err := e.Encode(out); err != nil {
		return err
	}
	_, err := io.WriteString(j.W, "\n")
	return err
}

func junitSuiteOf(file string, rules []string, findings []*Finding) junitSuite {
	s := junitSuite{Name: file}
	named := map[string]int{}
	for _, f := range findings {
		c := junitCaseOf(f)
		key := c.Class + "\x00" + c.Name
		if named[key]++; named[key] > 1 {
			c.Name = fmt.Sprintf("%s (%d)", c.Name, named[key]) // CI servers tell cases apart by name
		}
		switch {
		case c.Failure != nil:
			s.Failures++
		case c.Skipped != nil:
			s.Skipped++
		}
		s.Cases = append(s.Cases, c)
	}
	for _, rule := range rules {
		if !slices.ContainsFunc(findings, func(f *Finding) bool { return f.Rule == rule }) {
			s.Cases = append(s.Cases, junitCase{Class: rule, Name: "clean", File: file})
		}
	}
	s.Tests = len(s.Cases)
	return s
}

func junitCaseOf(f *Finding) junitCase {
	p := f.Place()
	name := strings.TrimSpace(f.where() + " " + f.Term)
	c := junitCase{Class: f.Rule, Name: cmp.Or(name, "file"), File: p.Path, Line: p.Line}
	text := fmt.Sprintf("%s: %s\n", p, f.Severity)
	if f.Zh+f.En != "" {
		text += fmt.Sprintf("zh: %s\nen: %s\n", f.Zh, f.En)
	}
	switch {
	case f.Waived != "":
		c.Skipped = &junitSkipped{"waived: " + f.Waived}
	case f.Known:
		c.Skipped = &junitSkipped{"stands in the baseline: " + f.Message}
	case f.Fails:
		c.Failure = &junitFailure{Type: string(f.Severity), Message: f.Message, Text: text}
	default:
		c.Output = f.Message + "\n" + text
	}
	return c
}
