package report

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"strings"

	"duizhao/bitext"
)

// Text tells a report to people: a line path:line:column for each finding, as
// editors read it, both texts with the place marked below, and counts. Where
// one term is wrong all over, its findings stand together under a line that
// says how many units of how many files they are.
type Text struct {
	W     io.Writer
	Color bool
	Width int // columns; 0 means 100
}

// A term has findings that stand together when they are in that many places
// and files.
const (
	groupFindings = 6
	groupFiles    = 3
)

const defaultWidth = 100

// indent of the lines below a finding.
const indent = "    "

// Report writes r.
func (t *Text) Report(r *Report) error {
	out := bufio.NewWriter(t.W)
	findings := r.open()
	groups := grouped(findings)
	for i := range findings {
		if _, ok := groups[groupKey(&findings[i])]; !ok {
			t.finding(out, &findings[i])
		}
	}
	for _, g := range count(findings, groupKey) {
		if members, ok := groups[g.name]; ok {
			t.group(out, members)
		}
	}
	t.counts(out, r, findings)
	return out.Flush()
}

// finding writes a finding of its own.
func (t *Text) finding(out *bufio.Writer, f *Finding) {
	fmt.Fprintf(out, "%s: %s %s: %s\n", oneLine(f.Place().String()), t.paint(f.Severity), f.Rule, oneLine(f.Message))
	width := cmp.Or(t.Width, defaultWidth) - len(indent) - len("zh  ")
	for _, side := range []struct {
		name, text string
		line, mark string
	}{excerpted("zh", f, width), excerpted("en", f, width)} {
		if side.text == "" {
			continue
		}
		fmt.Fprintf(out, "%s%s  %s\n", indent, side.name, side.line)
		if side.mark != "" {
			fmt.Fprintf(out, "%s    %s\n", indent, t.color("32", side.mark))
		}
	}
}

// excerpted is one side of a finding, cut to width.
func excerpted(name string, f *Finding, width int) (side struct{ name, text, line, mark string }) {
	side.name = name
	if name == "zh" {
		side.text = f.Zh
		side.line, side.mark = excerpt(f.Zh, f.Source, width)
	} else {
		side.text = f.En
		side.line, side.mark = excerpt(f.En, f.Target, width)
	}
	return side
}

// groupKey names what may be told together: one rule about one term, at one
// severity.
func groupKey(f *Finding) string {
	if f.Term == "" {
		return ""
	}
	return f.Rule + "\x00" + string(f.Severity) + "\x00" + f.Term
}

// grouped finds the groups that are large enough to be told together.
func grouped(findings []Finding) map[string][]*Finding {
	groups := map[string][]*Finding{}
	for i := range findings {
		if key := groupKey(&findings[i]); key != "" {
			groups[key] = append(groups[key], &findings[i])
		}
	}
	for key, members := range groups {
		if len(members) < groupFindings || files(members) < groupFiles {
			delete(groups, key)
		}
	}
	return groups
}

func files(findings []*Finding) int {
	seen := map[string]bool{}
	for _, f := range findings {
		seen[f.Place().Path] = true
	}
	return len(seen)
}

// group writes the findings about one term, a line each.
func (t *Text) group(out *bufio.Writer, members []*Finding) {
	units := map[[2]string]bool{}
	for _, f := range members {
		units[[2]string{f.Place().Path, f.where()}] = true
	}
	first := members[0]
	fmt.Fprintf(out, "%s %s: %s: %s in %s\n", t.paint(first.Severity), first.Rule, oneLine(first.Term),
		counted(len(units), "unit"), counted(files(members), "file"))
	fmt.Fprintf(out, "%s%s\n", indent, oneLine(first.Message))
	for _, f := range members {
		place := oneLine(f.Place().String())
		line, _ := excerpt(f.En, f.Target, max(cmp.Or(t.Width, defaultWidth)-len(indent)-len(place)-2, 20))
		fmt.Fprintf(out, "%s%s  %s\n", indent, place, line)
	}
}

// counts writes how many findings there are, and of which rules.
func (t *Text) counts(out *bufio.Writer, r *Report, findings []Finding) {
	if len(findings) > 0 {
		fmt.Fprintln(out)
		for _, c := range count(findings, ruleOf) {
			fmt.Fprintf(out, "%6d  %s\n", c.n, c.name)
		}
	}
	fmt.Fprintln(out, r.Totals())
}

// Totals is a report in one line: "2 errors, 1 warning in 40 units of 3 files; 1 waived".
func (r *Report) Totals() string {
	findings := r.open()
	var parts []string
	for _, s := range []bitext.Severity{bitext.Error, bitext.Warning, bitext.Note} {
		n := 0
		for i := range findings {
			if findings[i].Severity == s {
				n++
			}
		}
		if n > 0 {
			parts = append(parts, counted(n, string(s)))
		}
	}
	if len(parts) == 0 {
		parts = []string{"no findings"}
	}
	text := fmt.Sprintf("%s in %s of %s", strings.Join(parts, ", "), counted(r.Units, "unit"), counted(len(r.Files), "file"))
	waived, known := 0, 0
	for i := range r.Findings {
		switch f := &r.Findings[i]; {
		case f.Waived != "":
			waived++
		case f.Known:
			known++
		}
	}
	if waived > 0 {
		text += fmt.Sprintf("; %d waived", waived)
	}
	if known > 0 {
		text += fmt.Sprintf("; %d in the baseline", known)
	}
	if r.Elapsed > 0 {
		text += fmt.Sprintf("; %.2f s", r.Elapsed.Seconds())
	}
	return text
}

// counted is a number with its noun in the right number.
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// paint is a severity in its colour.
func (t *Text) paint(s bitext.Severity) string {
	code := "36"
	switch s {
	case bitext.Error:
		code = "1;31"
	case bitext.Warning:
		code = "33"
	}
	return t.color(code, string(s))
}

func (t *Text) color(code, text string) string {
	if !t.Color {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}
