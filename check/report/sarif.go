package report

import (
	"cmp"
	"fmt"
	"io"
	"net/url"
	"path"
	"slices"
	"strings"

	"duizhao/bitext"
	"duizhao/check"
)

// SARIF tells a report as SARIF 2.1.0 (OASIS, 2020), the form that code
// hosting sites show beside the changed lines. Suppressed findings are told
// as suppressed.
//
// A site takes 25,000 results of a run: the gravest are told, and a
// notification says how many are not.
type SARIF struct{ W io.Writer }

// maxResults is what GitHub accepts in a run.
const maxResults = 25_000

const sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

// The shapes of SARIF that are used, each named as in the standard.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool        sarifTool         `json:"tool"`
		Invocations []sarifInvocation `json:"invocations"`
		ColumnKind  string            `json:"columnKind"`
		Results     []sarifResult     `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version,omitzero"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID               string       `json:"id"`
		ShortDescription sarifMessage `json:"shortDescription"`
		FullDescription  sarifMessage `json:"fullDescription"`
		Help             sarifMessage `json:"help"`
		Default          struct {
			Level bitext.Severity `json:"level"`
		} `json:"defaultConfiguration"`
	}
	sarifMessage struct {
		Text     string `json:"text"`
		Markdown string `json:"markdown,omitzero"`
	}
	sarifInvocation struct {
		Successful    bool                `json:"executionSuccessful"`
		Notifications []sarifNotification `json:"toolExecutionNotifications,omitempty"`
	}
	sarifNotification struct {
		Level   bitext.Severity `json:"level"`
		Message sarifMessage    `json:"message"`
	}
	sarifResult struct {
		RuleID       string             `json:"ruleId"`
		RuleIndex    int                `json:"ruleIndex"`
		Level        bitext.Severity    `json:"level"`
		Message      sarifMessage       `json:"message"`
		Locations    []sarifLocation    `json:"locations"`
		Related      []sarifLocation    `json:"relatedLocations,omitempty"`
		Fingerprints map[string]string  `json:"partialFingerprints,omitempty"`
		Suppressions []sarifSuppression `json:"suppressions"`
	}
	sarifLocation struct {
		ID       *int          `json:"id,omitzero"`
		Message  *sarifMessage `json:"message,omitzero"`
		Physical struct {
			Artifact struct {
				URI string `json:"uri"`
			} `json:"artifactLocation"`
			Region *sarifRegion `json:"region,omitzero"`
		} `json:"physicalLocation"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn,omitzero"`
		EndLine     int `json:"endLine,omitzero"`
		EndColumn   int `json:"endColumn,omitzero"`
	}
	sarifSuppression struct {
		Kind          string `json:"kind"`
		Status        string `json:"status"`
		Justification string `json:"justification"`
	}
)

// Report writes r.
func (s *SARIF) Report(r *Report) error {
	run := sarifRun{ColumnKind: "unicodeCodePoints", Invocations: []sarifInvocation{{Successful: true}}, Results: []sarifResult{}}
	names := rulesTold(r)
	run.Tool.Driver = sarifDriver{Name: "duizhao", Version: r.Version, Rules: make([]sarifRule, len(names))}
	for i, name := range names {
		run.Tool.Driver.Rules[i] = sarifRuleNamed(name)
	}
	told := r.Findings
	if more := len(told) - maxResults; more > 0 {
		told = mostImportant(told)
		run.Invocations[0].Notifications = []sarifNotification{{bitext.Warning, sarifMessage{
			Text: fmt.Sprintf("%d more findings are not in this log, which holds at most %d", more, maxResults)}}}
	}
	for i := range told {
		run.Results = append(run.Results, sarifResultOf(&told[i], slices.Index(names, told[i].Rule)))
	}
	return writeJSON(s.W, sarifLog{Schema: sarifSchema, Version: "2.1.0", Runs: []sarifRun{run}})
}

// mostImportant are as many findings as a log may hold: open ones before
// suppressed ones, the gravest first.
func mostImportant(findings []Finding) []Finding {
	out := gravestFirst(findings)
	slices.SortStableFunc(out, func(a, b Finding) int {
		return cmp.Compare(btoi(a.Suppressed()), btoi(b.Suppressed()))
	})
	return out[:maxResults]
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// rulesTold are the rules that were applied, and those that findings name
// besides.
func rulesTold(r *Report) []string {
	names := slices.Clone(r.Rules)
	for i := range r.Findings {
		if !slices.Contains(names, r.Findings[i].Rule) {
			names = append(names, r.Findings[i].Rule)
		}
	}
	return names
}

func sarifRuleNamed(name string) sarifRule {
	out := sarifRule{ID: name}
	out.Default.Level = bitext.Warning
	rule := check.Named(name)
	if rule == nil {
		out.ShortDescription.Text, out.FullDescription.Text, out.Help.Text = name, name, name
		return out
	}
	out.ShortDescription.Text, out.FullDescription.Text = rule.Summary, unwrapped(rule.Why)
	out.Help = sarifMessage{Text: rule.Summary + ". " + unwrapped(rule.Why), Markdown: rule.Explain()}
	for _, g := range rule.Grades {
		if level := cmp.Or(g.Human, g.Machine); level != check.Off {
			out.Default.Level = level
			break
		}
	}
	return out
}

func sarifResultOf(f *Finding, rule int) sarifResult {
	out := sarifResult{
		RuleID: f.Rule, RuleIndex: rule, Level: f.Severity, Message: sarifMessage{Text: f.Message},
		Locations: []sarifLocation{sarifLocationOf(f.Place())}, Suppressions: []sarifSuppression{},
	}
	if f.Zhs.Path != "" && f.Zhs != f.Place() {
		related := sarifLocationOf(f.Zhs)
		related.ID, related.Message = new(int), &sarifMessage{Text: "the Chinese: " + chinese(f)}
		out.Related = []sarifLocation{related}
	}
	if f.Fingerprint != "" {
		// The second is the only one that GitHub looks at.
		out.Fingerprints = map[string]string{"duizhao/v1": f.Fingerprint, "primaryLocationLineHash": f.Fingerprint}
	}
	switch {
	case f.Waived != "":
		out.Suppressions = append(out.Suppressions, sarifSuppression{"inSource", "accepted", f.Waived})
	case f.Known:
		out.Suppressions = append(out.Suppressions, sarifSuppression{"external", "accepted", "stands in the baseline"})
	}
	return out
}

// maxQuoted is how much of the Chinese is quoted where a finding is about a
// whole unit, in columns.
const maxQuoted = 120

// chinese is the Chinese that f is about.
func chinese(f *Finding) string {
	if f.Source != nil {
		if runes := []rune(f.Zh); f.Source.Start >= 0 && f.Source.Start < f.Source.End && f.Source.End <= len(runes) {
			return string(runes[f.Source.Start:f.Source.End])
		}
	}
	line, _ := excerpt(f.Zh, nil, maxQuoted)
	return line
}

func sarifLocationOf(p Place) sarifLocation {
	var out sarifLocation
	out.Physical.Artifact.URI = uri(p.Path)
	if p.Line > 0 {
		out.Physical.Region = &sarifRegion{StartLine: p.Line, StartColumn: p.Column, EndLine: p.EndLine, EndColumn: p.EndColumn}
	}
	return out
}

// uri is the reference (RFC 3986) to a file: relative where the path is.
func uri(p string) string {
	p = strings.ReplaceAll(p, `\`, "/")
	switch {
	case path.IsAbs(p):
		return (&url.URL{Scheme: "file", Path: p}).String()
	case len(p) > 2 && p[1] == ':' && p[2] == '/': // C:/…
		return (&url.URL{Scheme: "file", Path: "/" + p}).String()
	}
	return (&url.URL{Path: p}).String()
}
