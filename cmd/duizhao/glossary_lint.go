package main

import (
	"bufio"
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"duizhao"
	"duizhao/glossary"
	"duizhao/glossary/lint"
)

type lintOptions struct {
	listFlags
	files []string
	level string
}

func newGlossaryLintCmd(u *ui) *cobra.Command {
	o := &lintOptions{level: "warning"}
	var rules strings.Builder
	for _, r := range lint.Rules() {
		fmt.Fprintf(&rules, "  %-18s %s\n", r.Name, r.Summary)
	}
	cmd := &cobra.Command{
		Use:   "lint [FILE…]",
		Short: "Find what is wrong or unsafe in glossary files",
		Long: `lint reads glossary files and prints everything that is wrong with them: what
keeps them from being used (errors), what makes them unsafe (warnings), and what
is worth a look (notes). Several files are also checked as a stack. Without a
file it looks at the glossary inside duizhao.

Exit code 1: something at or above --fail-level was found.

Rules, besides those of the format:
` + rules.String(),
		Example: `  duizhao glossary lint glossary.yaml
  duizhao glossary lint --fail-level error *.yaml
  duizhao glossary lint -f json house.yaml`,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.files = args
			return runGlossaryLint(cmd.Context(), u, *o)
		},
	}
	o.listFlags.register(cmd)
	choiceFlag(cmd, &o.level, "fail-level", "", []string{"error", "warning", "note", never}, "exit 1 from this severity on: error, warning, note; or never")
	return cmd
}

// lintJSON is one finding in the JSON form.
type lintJSON struct {
	Rule     string `json:"rule"`
	Severity string `json:"severity"`
	Path     string `json:"path"`
	Line     int    `json:"line"`
	Column   int    `json:"column"`
	Message  string `json:"message"`
	Hint     string `json:"hint,omitempty"`
	Term     string `json:"term,omitempty"`
}

func runGlossaryLint(ctx context.Context, u *ui, o lintOptions) error {
	if err := u.guardOutput(o.output, o.files...); err != nil {
		return err
	}
	found, terms, err := lintFiles(o.files)
	if err != nil {
		return err
	}
	err = u.writeResult(ctx, o.output, func(w io.Writer) error {
		if o.json() {
			return writeJSON(w, map[string]any{"findings": found})
		}
		out := bufio.NewWriter(w)
		for _, f := range found {
			fmt.Fprintf(out, "%s:%d:%d: %s %s: %s\n", f.Path, f.Line, f.Column, f.Severity, f.Rule, printable(shorten(f.Message)))
			if f.Hint != "" {
				fmt.Fprintf(out, "  %s\n", printable(shorten(f.Hint)))
			}
		}
		return out.Flush()
	})
	if err != nil {
		return err
	}
	counts := make(map[string]int)
	for _, f := range found {
		counts[f.Severity]++
	}
	u.Say("%s: %s, %s, %s", counted(terms, "term", "terms"), counted(counts["error"], "error", "errors"),
		counted(counts["warning"], "warning", "warnings"), counted(counts["note"], "note", "notes"))
	severities := []string{"error", "warning", "note"}
	for _, severity := range severities[:slices.Index(severities, o.level)+1] {
		if counts[severity] > 0 {
			return errFindings
		}
	}
	return nil
}

// lintFiles gives all that is found, in the order of the files and lines.
func lintFiles(paths []string) (found []lintJSON, terms int, err error) {
	found = []lintJSON{}
	var files []*glossary.File
	var all []*glossary.Term
	add := func(rule, term string, d glossary.Diagnostic) {
		found = append(found, lintJSON{rule, string(d.Severity), d.File, d.Line, d.Column, d.Message, d.Hint, term})
	}
	read := func(name string, data []byte) {
		file, diagnostics := glossary.Parse(name, data)
		for _, d := range diagnostics {
			add("format", "", d)
		}
		files = append(files, file)
		all = append(all, file.Terms...)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, 0, fmt.Errorf("read glossary %s: %w", path, pathCause(err))
		}
		read(path, data)
	}
	if len(paths) == 0 {
		read("glossary.yaml", duizhao.GlossaryYAML)
	}
	for _, d := range glossary.Check(files...) {
		add("format", "", d)
	}
	for _, f := range lint.Check(all) {
		add(f.Rule, f.Term.Zh, f.Diagnostic)
	}
	slices.SortStableFunc(found, func(a, b lintJSON) int {
		return cmp.Or(slices.Index(paths, a.Path)-slices.Index(paths, b.Path), a.Line-b.Line)
	})
	return found, len(all), nil
}
