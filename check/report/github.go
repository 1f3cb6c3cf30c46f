package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// GitHub tells a report as workflow commands, which GitHub Actions shows as
// annotations beside the changed lines. It shows ten errors and ten warnings
// of a step, so the gravest come first.
type GitHub struct {
	W io.Writer

	// Summary gets the report as Markdown, for the page of the run; nil for
	// none.
	Summary io.Writer
}

// commands are the workflow commands for the severities.
var commands = map[string]string{"error": "error", "warning": "warning", "note": "notice"}

// Report writes r.
func (g *GitHub) Report(r *Report) error {
	findings := gravestFirst(r.open())
	out := bufio.NewWriter(g.W)
	for i := range findings {
		f := &findings[i]
		fmt.Fprintf(out, "::%s %s::%s\n", commands[string(f.Severity)], properties(f), commandText.Replace(oneLine(f.Message)+told(f)))
	}
	if err := out.Flush(); err != nil {
		return err
	}
	if g.Summary == nil {
		return nil
	}
	return writeSummary(g.Summary, r, findings)
}

// told are the two places of a finding, behind its message.
func told(f *Finding) string {
	text := ""
	if f.Source != nil {
		text += "\nzh: " + oneLine(chinese(f))
	}
	if f.En != "" {
		line, _ := excerpt(f.En, f.Target, maxQuoted)
		text += "\nen: " + line
	}
	return text
}

func properties(f *Finding) string {
	p := f.Place()
	out := []string{"file=" + commandProperty.Replace(oneLine(p.Path))}
	if p.Line > 0 {
		out = append(out, fmt.Sprintf("line=%d", p.Line))
		if p.EndLine > 0 {
			out = append(out, fmt.Sprintf("endLine=%d", p.EndLine))
		}
		// Columns are only understood within one line.
		if p.Column > 0 && (p.EndLine == 0 || p.EndLine == p.Line) {
			out = append(out, fmt.Sprintf("col=%d", p.Column))
			if p.EndColumn > 0 {
				out = append(out, fmt.Sprintf("endColumn=%d", p.EndColumn))
			}
		}
	}
	return strings.Join(append(out, "title="+commandProperty.Replace(oneLine(f.Rule))), ",")
}

// What workflow commands escape (actions/toolkit, command.ts).
var (
	commandText     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	commandProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// maxRows is how many findings the summary lists; GitHub takes one MiB.
const maxRows = 200

func writeSummary(w io.Writer, r *Report, findings []Finding) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "## duizhao check\n\n%s\n", cell(r.Totals()))
	if len(findings) > 0 {
		fmt.Fprintf(out, "\n| rule | findings |\n|---|---:|\n")
		for _, c := range count(findings, ruleOf) {
			fmt.Fprintf(out, "| %s | %d |\n", cell(c.name), c.n)
		}
		fmt.Fprintf(out, "\n| place | severity | rule | finding |\n|---|---|---|---|\n")
	}
	for i := range findings[:min(len(findings), maxRows)] {
		f := &findings[i]
		fmt.Fprintf(out, "| %s | %s | %s | %s |\n", cell(f.Place().String()), f.Severity, cell(f.Rule), cell(f.Message))
	}
	if more := len(findings) - maxRows; more > 0 {
		fmt.Fprintf(out, "\n… and %d more\n", more)
	}
	return out.Flush()
}

// cell is text for a cell of a Markdown table, without any markup of its own.
func cell(text string) string { return markup.Replace(oneLine(text)) }

var markup = strings.NewReplacer(
	`\`, `\\`, "|", `\|`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "~", `\~`, "#", `\#`, "@", "@\u200b",
	"&", "&amp;", "<", "&lt;", ">", "&gt;",
)
