package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"duizhao/check"
)

// Explain writes all that is to be said about a rule, for people.
func Explain(w io.Writer, r *check.Rule) error {
	_, err := io.WriteString(w, r.Name+": "+explained(r))
	return err
}

// explained is the text about a rule: what, why, how grave, examples.
func explained(r *check.Rule) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n%s\n\n", r.Summary, strings.TrimSpace(r.Why))
	width := len("grade")
	for _, g := range r.Grades {
		width = max(width, len(g.Name))
	}
	fmt.Fprintf(&b, "%-*s  machine  human\n", width, "grade")
	for _, g := range r.Grades {
		fmt.Fprintf(&b, "%-*s  %-7s  %s\n", width, named(g.Name), severityName(string(g.Machine)), severityName(string(g.Human)))
	}
	for _, e := range []struct {
		head string
		check.Example
	}{{"reported", r.Bad}, {"not reported", r.Good}} {
		fmt.Fprintf(&b, "\n%s:\n", e.head)
		en := strings.Split(e.En, "\n")
		for i, zh := range strings.Split(e.Zh, "\n") {
			fmt.Fprintf(&b, "    %s\n", zh)
			if i < len(en) {
				fmt.Fprintf(&b, "    %s\n", en[i])
			}
		}
	}
	return b.String()
}

// explainedMarkdown is the same as Markdown.
func explainedMarkdown(r *check.Rule) string {
	var b strings.Builder
	fmt.Fprintf(&b, "**%s**: %s\n\n%s\n\n| grade | machine | human |\n|---|---|---|\n", r.Name, r.Summary, unwrapped(r.Why))
	for _, g := range r.Grades {
		fmt.Fprintf(&b, "| %s | %s | %s |\n", named(g.Name), severityName(string(g.Machine)), severityName(string(g.Human)))
	}
	for _, e := range []struct {
		head string
		check.Example
	}{{"Reported", r.Bad}, {"Not reported", r.Good}} {
		fmt.Fprintf(&b, "\n%s:\n\n```\n%s\n%s\n```\n", e.head, e.Zh, e.En)
	}
	return b.String()
}

// Rules writes a line for each rule: its name, its gravest severities, what is
// wrong.
func Rules(w io.Writer, rules []*check.Rule) error {
	out := bufio.NewWriter(w)
	width := 0
	for _, r := range rules {
		width = max(width, len(r.Name))
	}
	fmt.Fprintf(out, "%-*s  %-7s  %-7s  %s\n", width, "rule", "machine", "human", "what is wrong")
	for _, r := range rules {
		fmt.Fprintf(out, "%-*s  %-7s  %-7s  %s\n", width, r.Name,
			severityName(string(r.Grades[0].Machine)), severityName(string(r.Grades[0].Human)), r.Summary)
	}
	return out.Flush()
}

func severityName(s string) string {
	if s == string(check.Off) {
		return "off"
	}
	return s
}

// named is the name of a grade; a rule with one grade does not name it.
func named(grade string) string {
	if grade == "" {
		return "–"
	}
	return grade
}

// unwrapped is text with its lines joined.
func unwrapped(text string) string { return strings.Join(strings.Fields(text), " ") }
