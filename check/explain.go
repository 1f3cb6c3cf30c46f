package check

import (
	"cmp"
	"fmt"
	"strings"

	"duizhao/bitext"
)

// Explain is all that is to be said about a rule, as Markdown: what it finds,
// why, its grades with their severities, and an example of either kind.
func (r *Rule) Explain() string {
	var b strings.Builder
	fmt.Fprintf(&b, "## %s\n\n%s.\n\n%s\n\n", r.Name, capitalise(r.Summary), strings.ReplaceAll(r.Why, "\n", " "))
	b.WriteString("| grade | machine | human |\n|---|---|---|\n")
	for _, g := range r.Grades {
		fmt.Fprintf(&b, "| %s | %s | %s |\n", cmp.Or(g.Name, "–"), severityName(g.Machine), severityName(g.Human))
	}
	r.Bad.explain(&b, "Bad")
	r.Good.explain(&b, "Good")
	return b.String()
}

func capitalise(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

func severityName(s bitext.Severity) string {
	if s == Off {
		return "off"
	}
	return string(s)
}

// explain writes an example, a list item for each unit.
func (e *Example) explain(b *strings.Builder, name string) {
	fmt.Fprintf(b, "\n%s%s:\n\n", name, e.circumstances())
	en := strings.Split(e.En, "\n")
	for i, zh := range strings.Split(e.Zh, "\n") {
		english := "(no English)"
		if i < len(en) && en[i] != "" {
			english = en[i]
		}
		fmt.Fprintf(b, "- %s → %s\n", zh, english)
	}
}

// circumstances are what the texts of the example do not show.
func (e *Example) circumstances() string {
	var parts []string
	if e.Date != "" {
		parts = append(parts, "in a document of "+e.Date)
	}
	if f := e.Facts; f.TranslatedFrom != "" {
		parts = append(parts, fmt.Sprintf("translated from %s, the Chinese is %s now", f.TranslatedFrom, f.Chinese))
	}
	for _, u := range e.Facts.Unpaired {
		parts = append(parts, fmt.Sprintf("%d blocks of the Chinese, from %s on, have no counterpart", u.Blocks, u.Text))
	}
	if zh, en := e.Facts.Structure[0], e.Facts.Structure[1]; zh != en {
		parts = append(parts, fmt.Sprintf("%d headings in the Chinese file, %d in the English", zh.Headings, en.Headings))
	}
	if e.Recorded {
		parts = append(parts, "recorded when the unit was translated")
	}
	if len(parts) == 0 {
		return ""
	}
	return " (" + strings.Join(parts, "; ") + ")"
}

// Page is the page of all rules, docs/rules.md: a table, then each rule.
func Page() string {
	var b strings.Builder
	b.WriteString(pageHead)
	b.WriteString("| rule | what is wrong | machine | human |\n|---|---|---|---|\n")
	for _, r := range All {
		fmt.Fprintf(&b, "| [%s](#%s) | %s | %s | %s |\n", r.Name, r.Name, r.Summary, r.severities(Machine), r.severities(Human))
	}
	b.WriteString(pageUse)
	for _, r := range All {
		b.WriteByte('\n')
		b.WriteString(r.Explain())
	}
	return b.String()
}

// severities are those of all grades in one cell, gravest grade first.
func (r *Rule) severities(p Profile) string {
	var parts []string
	for _, g := range r.Grades {
		s := severityName(g.In(p))
		if len(parts) == 0 || parts[len(parts)-1] != s {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, " / ")
}

const pageHead = `# The rules

This page is made from the rules themselves: ` + "`go test ./check -run TestPage -update`" + `. What is said about how often a rule is right was
found by reading its findings in sentences and chapters that people and machines translated.

A rule has grades where a fault can be grave or slight. Each grade has a severity for English that a machine made and one for
that of a person; who made it is told by the origin of the unit, or by ` + "`--profile`" + `. What was found below a link that is not sure
is a note, terms that are only proposed give at most warnings, and terms that only advise give notes.

`

const pageUse = `
## Changing and waiving

In ` + "`duizhao.yaml`" + ` a severity is set by the name of a rule (` + "`number-mismatch: warning`" + `), which leaves alone the grades that are off,
or of a rule and a grade (` + "`number-mismatch.hedge: off`" + `), which is stronger.

A waiver stands in the text, in either language, and needs a reason; one that takes nothing back is reported.

` + "```html" + `
<!-- duizhao:ignore term-missing 碳达峰 reason="quotation" -->            the block that it stands in
<!-- duizhao:ignore-next number-mismatch reason="rounded on purpose" -->  the next block
<!-- duizhao:off modality reason="a paraphrase" --> … <!-- duizhao:on modality -->
` + "```" + `

A block is a stretch of lines without a blank one. In JSON Lines a unit has the key ` + "`waivers`" + `:
` + "`[{\"rule\": \"term-missing\", \"term\": \"碳达峰\", \"reason\": \"quotation\"}]`" + `.
`
