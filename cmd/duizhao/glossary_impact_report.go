package main

import (
	"bufio"
	"fmt"
	"html"
	"io"
	"strings"

	"duizhao/bitext"
	"duizhao/check"
	"duizhao/check/impact"
	"duizhao/glossary/compare"
)

// impactReport shows an impact.
type impactReport struct {
	*impact.Impact
	limit    bitext.Severity
	old, new string
}

// failing counts the units that fail by the change.
func (r impactReport) failing() int {
	failing := map[[2]int]bool{}
	for _, g := range r.Groups {
		for i := range g.Places {
			if p := &g.Places[i]; p.Fails(r.limit) {
				failing[[2]int{p.Input, p.Unit}] = true
			}
		}
	}
	return len(failing)
}

// summary is the impact in one line.
func (r impactReport) summary() string {
	return fmt.Sprintf("%s; touches %d of %s, failing by it: %d", changesSummary(r.Changes), r.Touched, counted(r.Units, "unit", "units"), r.failing())
}

// groupTitle says what a group is about.
func groupTitle(g *impact.Group) []string {
	switch {
	case g.Change != nil:
		return g.Change.Lines()
	case g.Zh == "":
		return []string{"other findings that come or go with the change"}
	}
	return []string{"unchanged " + g.Zh + ", which other entries hide or uncover"}
}

// text prints a paragraph for each group.
func (r impactReport) text(w io.Writer) error {
	out := bufio.NewWriter(w)
	for i := range r.Groups {
		g := &r.Groups[i]
		title := groupTitle(g)
		fmt.Fprintf(out, "%s  [%s]\n", printable(title[0]), groupCounts(g, r.limit))
		for _, line := range title[1:] {
			fmt.Fprintln(out, printable(line))
		}
		for k := range g.Places {
			p := &g.Places[k]
			mark := " "
			if p.Fails(r.limit) {
				mark = "!"
			}
			fmt.Fprintf(out, "%s   %s %s  %s  %s | %s\n", mark, p.Path, p.At, passage(p), printable(snippet(p.Zh)), printable(snippet(p.En)))
			for _, line := range findingLines(p) {
				fmt.Fprintf(out, "      %s\n", printable(line))
			}
		}
	}
	return out.Flush()
}

func groupCounts(g *impact.Group, limit bitext.Severity) string {
	return fmt.Sprintf("%s, %d failing", counted(len(g.Places), "unit", "units"), g.Failing(limit))
}

// passage says how the term was met and is met now: "preferred → avoided".
func passage(p *impact.Place) string {
	if p.Before == nil && p.After == nil {
		return "no term"
	}
	before, after := standingText(p.Before), standingText(p.After)
	if before == after {
		return "still " + after
	}
	return before + " → " + after
}

func standingText(s *impact.Standing) string {
	switch {
	case s == nil:
		return "no term"
	case s.En == "":
		return string(s.How)
	}
	return fmt.Sprintf("%s (%s)", s.How, s.En)
}

// findingLines says the findings that come and go: "new error term-missing: …".
func findingLines(p *impact.Place) []string {
	var out []string
	for _, f := range p.New {
		out = append(out, fmt.Sprintf("new %s %s: %s", f.Severity, f.Rule, f.Message))
	}
	for _, f := range p.Gone {
		out = append(out, fmt.Sprintf("gone %s %s", f.Severity, f.Rule))
	}
	return out
}

// Bounds of the Markdown, since a comment on GitHub holds 65,536 characters.
const (
	maxMarkdownGroups = 40
	maxMarkdownPlaces = 12
	maxMarkdownBytes  = 60000
)

// markdown writes the comment for a pull request: the summary, then each group
// with a table of its units, those that fail first and open.
func (r impactReport) markdown(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "### Glossary change: %s\n\n", markdownText(r.summary()))
	for i := range r.Groups {
		if i == maxMarkdownGroups || b.Len() > maxMarkdownBytes {
			fmt.Fprintf(&b, "\n…and %s more; `duizhao glossary impact` shows them all.\n", counted(len(r.Groups)-i, "entry", "entries"))
			break
		}
		r.markdownGroup(&b, &r.Groups[i])
	}
	if quiet := r.quiet(); len(quiet) > 0 {
		fmt.Fprintf(&b, "<details><summary>%s no unit</summary>\n\n", counted(len(quiet), "change touches", "changes touch"))
		for i, c := range quiet {
			if i == maxMarkdownGroups {
				fmt.Fprintf(&b, "- …and %d more\n", len(quiet)-i)
				break
			}
			fmt.Fprintf(&b, "- %s\n", markdownText(c.Lines()[0]))
		}
		b.WriteString("\n</details>\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (r impactReport) markdownGroup(b *strings.Builder, g *impact.Group) {
	title, open := groupTitle(g), ""
	if g.Failing(r.limit) > 0 {
		open = " open"
	}
	fmt.Fprintf(b, "<details%s><summary>%s (%s)</summary>\n\n", open, html.EscapeString(printable(title[0])), groupCounts(g, r.limit))
	for _, line := range title[1:] {
		fmt.Fprintf(b, "- %s\n", markdownText(strings.TrimSpace(line)))
	}
	b.WriteString("\n| | unit | before → after | Chinese | English |\n|---|---|---|---|---|\n")
	shown := 0
	for _, failing := range []bool{true, false} {
		for i := range g.Places {
			p := &g.Places[i]
			if p.Fails(r.limit) != failing || shown == maxMarkdownPlaces {
				continue
			}
			shown++
			mark := ""
			if failing {
				mark = "❌"
			} else if len(p.Gone) > 0 {
				mark = "✅"
			}
			fmt.Fprintf(b, "| %s | %s | %s | %s | %s |\n", mark, markdownText(p.Path+" "+p.At), markdownText(passage(p)),
				markdownText(snippet(p.Zh)), markdownText(snippet(p.En)))
		}
	}
	if len(g.Places) > shown {
		fmt.Fprintf(b, "\n…and %s more\n", counted(len(g.Places)-shown, "unit", "units"))
	}
	b.WriteString("\n</details>\n")
}

// quiet are the changes that touch no unit.
func (r impactReport) quiet() []*compare.Change {
	seen := map[*compare.Change]bool{}
	for _, g := range r.Groups {
		seen[g.Change] = true
	}
	var out []*compare.Change
	for i := range r.Changes {
		if !seen[&r.Changes[i]] {
			out = append(out, &r.Changes[i])
		}
	}
	return out
}

// markdownText keeps text of a bitext from being markup, or a new cell.
func markdownText(s string) string { return markdownEscapes.Replace(printable(s)) }

var markdownEscapes = strings.NewReplacer(
	"\\", "\\\\", "|", "\\|", "\n", " ", "\r", " ", "<", "&lt;", ">", "&gt;", "&", "&amp;", "*", "\\*", "_", "\\_", "`", "\\`", "[", "\\[", "]", "\\]", "@", "&#64;", "#", "&#35;",
)

// impactJSON is the JSON form.
type impactJSON struct {
	Summary struct {
		Units   int `json:"units"`
		Touched int `json:"touched"`
		Failing int `json:"failing"`
	} `json:"summary"`
	Changes []changeJSON      `json:"changes"`
	Groups  []impactGroupJSON `json:"groups"`
}

type impactGroupJSON struct {
	Zh     string            `json:"zh"`
	Change string            `json:"change,omitempty"`
	Units  []impactPlaceJSON `json:"units"`
}

type impactPlaceJSON struct {
	Path   string              `json:"path"`
	At     string              `json:"at"`
	Zh     string              `json:"zh"`
	En     string              `json:"en"`
	Before *standingJSON       `json:"before,omitempty"`
	After  *standingJSON       `json:"after,omitempty"`
	Fails  bool                `json:"fails"`
	New    []impactFindingJSON `json:"new,omitempty"`
	Gone   []impactFindingJSON `json:"gone,omitempty"`
}

type standingJSON struct {
	How string `json:"how"`
	En  string `json:"en,omitempty"`
}

type impactFindingJSON struct {
	Rule     string `json:"rule"`
	Severity string `json:"severity"`
	Message  string `json:"message"`
}

func (r impactReport) json() impactJSON {
	out := impactJSON{Changes: changesJSON(r.Changes), Groups: []impactGroupJSON{}}
	out.Summary.Units, out.Summary.Touched, out.Summary.Failing = r.Units, r.Touched, r.failing()
	for i := range r.Groups {
		g := &r.Groups[i]
		j := impactGroupJSON{Zh: g.Zh, Units: []impactPlaceJSON{}}
		if g.Change != nil {
			j.Change = string(g.Change.Kind)
		}
		for k := range g.Places {
			p := &g.Places[k]
			j.Units = append(j.Units, impactPlaceJSON{
				Path: p.Path, At: p.At, Zh: p.Zh, En: p.En, Before: standingOf(p.Before), After: standingOf(p.After),
				Fails: p.Fails(r.limit), New: impactFindings(p.New), Gone: impactFindings(p.Gone),
			})
		}
		out.Groups = append(out.Groups, j)
	}
	return out
}

func standingOf(s *impact.Standing) *standingJSON {
	if s == nil {
		return nil
	}
	return &standingJSON{string(s.How), s.En}
}

func impactFindings(reports []check.Report) []impactFindingJSON {
	var out []impactFindingJSON
	for _, f := range reports {
		out = append(out, impactFindingJSON{f.Rule, string(f.Severity), f.Message})
	}
	return out
}
