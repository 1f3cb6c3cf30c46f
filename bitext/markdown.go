package bitext

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
)

// writeMarkdown writes a table with one row a unit, as GitHub shows it. Terms
// are set in <strong>, since ** beside Chinese punctuation is not bold in
// CommonMark (flanking rule, CommonMark 0.31 section 6.2).
func writeMarkdown(w io.Writer, d *Document, o Options) error {
	out := bufio.NewWriter(w)
	if d.Title != "" {
		fmt.Fprintf(out, "# %s\n\n", markdown.Replace(oneLine.Replace(o.show(d.Title))))
	}
	if about := d.about(); about != "" {
		fmt.Fprintf(out, "%s\n\n", markdown.Replace(about))
	}
	fmt.Fprintf(out, "%s\n\n", d.Verdict())
	if d.isDraft() {
		out.WriteString(markdown.Replace(draftLegend) + "\n\n")
	}
	out.WriteString("| | 中文 | English |\n|---|---|---|\n")
	for _, u := range d.Units() {
		fmt.Fprintf(out, "| %s | %s | %s |\n", markdown.Replace(u.At),
			markdownRuns(u.zhRuns(o.show(u.Zh))), markdownRuns(u.enRuns()))
	}
	markdownFindings(out, d)
	markdownRemoved(out, d, o)
	return out.Flush()
}

func markdownRuns(runs []run) string {
	var b strings.Builder
	for _, r := range runs {
		text := markdown.Replace(oneLine.Replace(r.text))
		if r.term >= 0 {
			text = "<strong>" + text + "</strong>"
		}
		b.WriteString(text)
	}
	return b.String()
}

func markdownFindings(out *bufio.Writer, d *Document) {
	begun := false
	for _, u := range d.Units() {
		for _, f := range u.Findings {
			if !begun {
				out.WriteString("\n## Findings\n\n")
				begun = true
			}
			fmt.Fprintf(out, "- %s: **%s** %s: %s\n", u.At, f.Severity, f.Rule, markdown.Replace(oneLine.Replace(f.Message)))
		}
	}
}

func markdownRemoved(out *bufio.Writer, d *Document, o Options) {
	begun := false
	for _, r := range d.Removed() {
		if r.Text == "" {
			continue
		}
		if !begun {
			out.WriteString("\n<details><summary>Removed from the source</summary>\n\n")
			begun = true
		}
		text := strings.Join(strings.Fields(o.show(r.Text)), " ")
		fmt.Fprintf(out, "- %s (%s): %s\n", r.Reason, r.Step, markdown.Replace(text))
	}
	if begun {
		out.WriteString("\n</details>\n")
	}
}

// markdown escapes what Markdown or HTML would take for markup, so that a
// hostile text stays text.
var markdown = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "|", `\|`, "~", `\~`, "$", `\$`,
	"#", `\#`, "!", `\!`, "<", "&lt;", ">", "&gt;", "&", "&amp;", "@", "&#64;", "://", "&#58;//",
)

// draftLegend explains the marks of a draft.
const draftLegend = "Draft without a model: {汉字} is unknown, [a/b] an open choice, (it) a supplied subject, | a place where a long sentence was cut."

// isDraft reports whether any of the English is a gloss.
func (d *Document) isDraft() bool {
	return slices.ContainsFunc(d.Units(), func(u *Unit) bool { return u.Status == Draft })
}

// about is one line on where the article came from, "" where nothing is known.
func (d *Document) about() string {
	var parts []string
	for _, p := range []string{d.Source.Publisher, d.Source.Published, d.Source.Number, d.Source.URL} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	return strings.Join(parts, " · ")
}

// String sums the verdict up in one line: "61 terms: 55 preferred, 4 accepted, 2 missing".
func (v Verdict) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d terms", v.Terms)
	if v.Terms == 1 {
		b.Reset()
		b.WriteString("1 term")
	}
	sep := ": "
	for _, h := range hows {
		if n := v.ByHow[h]; n > 0 {
			fmt.Fprintf(&b, "%s%d %s", sep, n, h)
			sep = ", "
		}
	}
	return b.String()
}
