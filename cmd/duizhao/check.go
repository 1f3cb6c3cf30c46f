package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"duizhao/bitext"
	"duizhao/check"
	"duizhao/check/report"
	"duizhao/glossary"
)

// builtinVersion is the state of the built-in glossary: the month in which it
// last changed. A project that pins it takes its terms for binding.
const builtinVersion = "2026.11"

// failNever is the fail level of a run that never fails on findings.
const failNever = "never"

type checkOptions struct {
	glossaryFlags
	contextFlags
	baselineFlags
	fixFlags
	files        []string
	paired       bool
	pairs        pairList
	failLevel    string
	format       string
	output       string
	profile      string
	spelling     string
	severities   map[string]bitext.Severity
	builtin      string
	changedSince string
	explain      string
	listRules    bool
}

func newCheckCmd(u *ui) *cobra.Command {
	o := &checkOptions{}
	cmd := &cobra.Command{
		Use:   "check [FILE…|DIR…|--pair ZH EN]",
		Short: "Check translations: terms, figures, names, what is missing",
		Long: `check holds Chinese-English texts to its rules and fails where a term, a
figure or a passage went wrong. It reads bitexts (JSON Lines, TMX, CSV, TSV),
directories of them, and pairs of files: --pair zh.md en.md, or patterns in
duizhao.yaml,

  pairs:
    - {zh: docs/zh/{name}.md, en: docs/en/{name}.md}

and then checks all pairs where no file is named, or those of the files named.
Findings are shown in the English, with the place in the Chinese beside it.

A finding that is right but wanted is waived in the text, with its reason:
<!-- duizhao:ignore term-missing 碳达峰 reason="quotation" -->

Terms of the built-in glossary only advise, unless duizhao.yaml pins its
version (builtin: ` + builtinVersion + `), so that an upgrade never fails a build.

Exit codes: 0 nothing at or above --fail-level, 1 findings, 2 the check could
not be done, 130 interrupted.`,
		Example: `  duizhao check article.jsonl
  duizhao check --pair report.zh.md report.en.md
  duizhao check --changed-since origin/main
  duizhao check --baseline .duizhao-baseline.json docs/
  duizhao check -f sarif -o duizhao.sarif docs/
  duizhao check --fix --dry-run --pair report.zh.md report.en.md
  duizhao check --explain number-mismatch`,
		Args: func(_ *cobra.Command, args []string) error { return o.validate(args) },
		RunE: func(cmd *cobra.Command, args []string) error {
			o.files = args
			switch {
			case o.explain != "":
				return runExplain(cmd.Context(), u, *o)
			case o.listRules:
				return u.writeResult(cmd.Context(), o.output, func(w io.Writer) error { return report.Rules(w, check.All) })
			}
			return runCheck(cmd.Context(), u, *o)
		},
	}
	o.register(cmd)
	return cmd
}

func (o *checkOptions) register(cmd *cobra.Command) {
	o.failLevel = string(bitext.Error)
	o.glossaryFlags.register(cmd)
	o.contextFlags.register(cmd)
	o.baselineFlags.register(cmd)
	o.fixFlags.register(cmd)
	formats := []string{}
	for _, f := range report.Formats() {
		formats = append(formats, string(f))
	}
	flags := cmd.Flags()
	flags.BoolVar(&o.paired, "pair", false, "the arguments are pairs of files: Chinese, English")
	flags.Var(&o.pairs, "pairs", "patterns of pairs, from duizhao.yaml")
	choiceFlag(cmd, &o.failLevel, "fail-level", "", []string{"error", "warning", "note", failNever}, "exit code 1 for findings of this severity or graver; never: only for what could not be done")
	choiceFlag(cmd, &o.format, "format", "f", formats, strings.Join(formats, ", ")+" (default: by the ending of --output, else text)")
	flags.StringVarP(&o.output, "output", "o", stdinName, "write to this `FILE` (-: standard output)")
	choiceFlag(cmd, &o.profile, "profile", "", []string{string(check.Machine), string(check.Human)}, "judge as the work of a machine or of a human (default: by what each unit says of its origin)")
	choiceFlag(cmd, &o.spelling, "spelling", "", []string{"us", "gb"}, "spelling of the English, us or gb (default: that of most words of a document)")
	flags.Var(&severities{&o.severities}, "severity", "what a rule, or one grade of it, weighs: number-mismatch=warning, number-mismatch.hedge=off; repeatable")
	flags.StringVar(&o.builtin, "builtin", "", "pin the built-in glossary at this `VERSION`: its terms then bind as your own do")
	flags.StringVar(&o.changedSince, "changed-since", "", "report only units whose lines changed since this `REVISION` of git")
	flags.StringVar(&o.explain, "explain", "", "say what a `RULE` is about, and stop")
	flags.BoolVar(&o.listRules, "rules", false, "list the rules, and stop")
	if err := flags.MarkHidden("pairs"); err != nil {
		panic(err) // only for a flag that is not there
	}
	names := make([]string, len(check.All))
	for i, r := range check.All {
		names[i] = r.Name
	}
	complete(cmd, "explain", names)
}

// validate says which arguments and flags do not go together.
func (o *checkOptions) validate(args []string) error {
	switch {
	case o.explain != "" || o.listRules:
		if len(args) > 0 {
			return fmt.Errorf("--explain and --rules take no files, have %q", args[0])
		}
		return nil
	case o.paired && (len(args) == 0 || len(args)%2 != 0):
		return withHint(fmt.Errorf("--pair takes a Chinese and an English file, have %s", counted(len(args), "file", "files")), "duizhao check --pair report.zh.md report.en.md")
	}
	if o.update && o.changedSince != "" {
		return errors.New("--update-baseline goes over everything, --changed-since over a part")
	}
	seen := map[string]bool{}
	for _, a := range args {
		if seen[a] {
			return fmt.Errorf("%s is named twice", inputName(a))
		}
		seen[a] = true
	}
	return o.fixFlags.validate(args)
}

func runExplain(ctx context.Context, u *ui, o checkOptions) error {
	rule, err := ruleNamed(o.explain)
	if err != nil {
		return err
	}
	return u.writeResult(ctx, o.output, func(w io.Writer) error {
		_, err := io.WriteString(w, rule.Explain())
		return err
	})
}

func runCheck(ctx context.Context, u *ui, o checkOptions) error {
	start := time.Now()
	if err := o.baselineFlags.validate(); err != nil {
		return err // here, since duizhao.yaml may name the baseline
	}
	// The lines that changed and the baseline come first: what is not there
	// should be said before any work.
	changed, err := changedLines(ctx, o.changedSince)
	if err != nil {
		return err
	}
	known, err := o.readBaseline()
	if err != nil {
		return err
	}
	c, err := newCheckRun(u, &o)
	if err != nil {
		return err
	}
	docs, result, err := c.run(ctx)
	if err != nil {
		return err
	}
	if o.fix {
		files, err := c.mend(ctx, docs, result)
		if err != nil {
			return err
		}
		if o.dryRun {
			return u.writeResult(ctx, o.output, func(w io.Writer) error { return showFixes(w, files) })
		}
		if err := u.writeFixes(files); err != nil {
			return err
		}
		if docs, result, err = c.run(ctx); err != nil {
			return err
		}
	}
	sayWaivers(u, docs, result, changed)
	if err := changed.keep(result, docs); err != nil {
		return err
	}
	split, err := o.applyBaseline(u, known, docs, result)
	if err != nil {
		return err
	}
	told := reportOf(docs, result, split, o.failLevel)
	large, err := c.checkLarge(ctx, &o, known, changed, told)
	if err != nil {
		return err
	}
	return o.tell(ctx, u, told, large.fails, start)
}

// newCheckRun finds what is to be checked, and loads the glossaries.
func newCheckRun(u *ui, o *checkOptions) (*checkRun, error) {
	jobs, err := checkJobs(o.files, o.paired, o.pairs)
	if err != nil {
		return nil, err
	}
	files := filesOf(jobs)
	if err := u.guardOutput(o.output, append(files, o.glossaries...)...); err != nil {
		return nil, err
	}
	spendMemory(files)
	jobs, large := takeLarge(jobs)
	if err := o.allowLarge(large); err != nil {
		return nil, err
	}
	set, err := loadGlossaries(u, o.glossaries)
	if err != nil {
		return nil, err
	}
	return &checkRun{loader: loader{u: u, glossary: set.glossary}, jobs: jobs, large: large, options: check.Options{
		Glossary: set.glossary, Context: o.context(u, set), Profile: check.Profile(o.profile), Spelling: o.spelling,
		Severities: o.severities, Advises: o.advises(u, set),
	}}, nil
}

// tell writes the report and says how it went; findings that fail, in the
// report or beyond it, are the error.
func (o *checkOptions) tell(ctx context.Context, u *ui, r *report.Report, fails bool, start time.Time) error {
	if err := o.write(ctx, u, r); err != nil {
		return err
	}
	r.Elapsed = time.Since(start)
	if o.reportFormat() != report.TextFormat || o.output != stdinName {
		u.Say("%s", r.Totals())
	} else {
		u.Say("%.2f s", r.Elapsed.Seconds())
	}
	if fails || slices.ContainsFunc(r.Findings, func(f report.Finding) bool { return f.Fails }) {
		return errFindings
	}
	return nil
}

// filesOf are the files that jobs read.
func filesOf(jobs []checkJob) []string {
	var out []string
	for _, j := range jobs {
		for _, path := range []string{j.bitext, j.pair.zh, j.pair.en} {
			if path != "" {
				out = append(out, path)
			}
		}
	}
	return out
}

// advises tells the terms that only advise: the built-in ones, unless they are
// pinned.
func (o *checkOptions) advises(u *ui, set glossarySet) func(*glossary.Term) bool {
	switch {
	case o.builtin == builtinVersion || len(set.builtin) == 0:
		return nil
	case o.builtin != "":
		u.Warn("the built-in glossary is that of %s, not %s as duizhao.yaml pins it: its terms only advise", builtinVersion, o.builtin)
	}
	return func(t *glossary.Term) bool { return set.builtin[t] }
}

// sayWaivers says which waivers are broken or needed no more.
func sayWaivers(u *ui, docs []*checked, r *check.Result, changed *changes) {
	for _, d := range docs {
		for _, b := range d.broken {
			u.Warn("%s: %s", b.place, b.message)
		}
	}
	if changed != nil {
		return // whoever checks a part is not told about the rest
	}
	for _, w := range r.Unused {
		d := docs[w.Input]
		s, place := d.en, report.Place{Path: d.path}
		if w.Lang == "zh" {
			s = d.zh
		}
		switch {
		case w.Unit >= 0:
			place = d.en.place(w.Unit, nil)
		case s != nil:
			place = s.file.place(w.Span)
		}
		u.Warn("%s: nothing to waive any more: %s %s", place, w.Rule, w.Term)
	}
}

// reportFormat is the format of --format, or that of the ending of --output.
func (o *checkOptions) reportFormat() report.Format {
	switch ending := strings.ToLower(filepath.Ext(o.output)); {
	case o.format != "":
		return report.Format(o.format)
	case ending == ".json":
		return report.JSONFormat
	case ending == ".sarif":
		return report.SARIFFormat
	case ending == ".xml":
		return report.JUnitFormat
	}
	return report.TextFormat
}

// write writes the report. On GitHub its summary goes to the page of the run.
func (o *checkOptions) write(ctx context.Context, u *ui, r *report.Report) error {
	format := o.reportFormat()
	err := u.writeResult(ctx, o.output, func(w io.Writer) error {
		reporter := report.New(format, w)
		if text, ok := reporter.(*report.Text); ok && o.output == stdinName {
			text.Color = u.color()
			if columns, ok := terminal(u.out); ok {
				text.Width = columns
			}
		}
		return reporter.Report(r)
	})
	path := os.Getenv("GITHUB_STEP_SUMMARY")
	if err != nil || format != report.GitHubFormat || path == "" {
		return err
	}
	summary, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return fmt.Errorf("write the summary of the run %s: %w", path, pathCause(err))
	}
	return errors.Join((&report.GitHub{W: io.Discard, Summary: summary}).Report(r), summary.Close())
}
