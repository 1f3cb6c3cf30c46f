package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"duizhao/article"
	"duizhao/bitext"
	"duizhao/glossary"
	"duizhao/lang/han"
	"duizhao/lang/lexicon"
	"duizhao/translate"
	"duizhao/translate/draft"
)

type translateOptions struct {
	readFlags
	glossaryFlags
	files       []string
	engine      string
	output      string
	format      string
	script      string
	failOn      []string
	concurrency int
	house       string
	genre       string
	offline     bool
}

func newTranslateCmd(u *ui) *cobra.Command {
	o := &translateOptions{}
	cmd := &cobra.Command{
		Use:   "translate [FILE…|DIR|-]",
		Short: "Translate articles, with a receipt for every official term",
		Long: `translate reads articles (text, Markdown, HTML; any Chinese encoding), cleans
and segments them, translates every segment and says how each term of the
glossary is met. Without a file, or with -, it reads standard input; of a
directory it takes every article below it.

The result goes to stdout as a table, or to --output in the format of its
file ending. With several articles, --output names a directory.

Engines:
  auto   the best that is there; in this version always draft
  draft  built in: a gloss without any model, service or key. Terms and
         figures are done, clauses keep their order, every guess is marked:
         {汉字} unknown, [a/b] open choice, (it) supplied subject, | cut clause`,
		Example: `  duizhao translate article.txt
  duizhao translate article.html -o article.jsonl
  duizhao translate articles/ -o out/ -f html
  curl -s https://example.org/page | duizhao translate --from html -
  duizhao translate -g builtin -g house.yaml article.txt`,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.files = args
			if err := o.fillFromConfig(cmd); err != nil {
				return err
			}
			return runTranslate(cmd.Context(), u, *o)
		},
	}
	o.readFlags.register(cmd)
	o.glossaryFlags.register(cmd)
	flags := cmd.Flags()
	flags.StringVar(&o.engine, "engine", "auto", "auto or draft")
	flags.StringVarP(&o.output, "output", "o", "", "write to this file, or into this directory")
	flags.StringVarP(&o.format, "format", "f", "", "jsonl, table, markdown, html, csv, tsv or text (default: by the ending of --output; on stdout the table)")
	flags.StringVar(&o.script, "script", "", "show the Chinese in this script: hans or hant (jsonl keeps the source)")
	flags.StringSliceVar(&o.failOn, "fail-on", []string{string(bitext.NeedsReview), string(bitext.Failed)}, "exit 1 if a unit has one of these statuses: needs-review, failed, draft; or never")
	flags.IntVar(&o.concurrency, "concurrency", 2, "requests under way at once")
	flags.StringVar(&o.house, "house", "", "house whose renderings come first, for example state-council")
	flags.StringVar(&o.genre, "genre", "", "law, notice, plan, report, speech, news or qa (default: guessed)")
	flags.BoolVar(&o.offline, "offline", false, "never leave this machine (draft never does)")
	return cmd
}

// fillFromConfig takes defaults from duizhao.yaml where no flag says otherwise.
func (o *translateOptions) fillFromConfig(cmd *cobra.Command) error {
	c, err := loadConfig(o.config)
	if err != nil {
		return err
	}
	given := cmd.Flags().Changed
	if !given("glossary") {
		o.glossaries = c.Glossary
	}
	if !given("fail-on") && c.FailOn != nil {
		o.failOn = c.FailOn
	}
	if !given("keep") && c.Keep != nil {
		o.keep = c.Keep
	}
	if !given("concurrency") && c.Concurrency != 0 {
		o.concurrency = c.Concurrency
	}
	if !given("max-runes") && c.MaxRunes != 0 {
		o.maxRunes = c.MaxRunes
	}
	if !given("engine") {
		o.engine = cmp.Or(c.Engine, o.engine)
	}
	o.format = cmp.Or(o.format, c.Format)
	o.script = cmp.Or(o.script, c.Script)
	o.house = cmp.Or(o.house, c.House)
	o.genre = cmp.Or(o.genre, c.Genre)
	return nil
}

// failStatuses are what --fail-on may name.
var failStatuses = []string{string(bitext.NeedsReview), string(bitext.Failed), string(bitext.Draft), "never"}

func (o *translateOptions) validate() error {
	if err := o.readFlags.validate(); err != nil {
		return err
	}
	if o.engine != "auto" && o.engine != draft.New().Name() {
		return withHint(fmt.Errorf("unknown engine %q", o.engine), "want auto or draft")
	}
	for _, status := range o.failOn {
		if !slices.Contains(failStatuses, status) {
			return withHint(fmt.Errorf("unknown value %q of --fail-on", status), "want "+strings.Join(failStatuses, ", "))
		}
	}
	if o.concurrency < 1 {
		return fmt.Errorf("--concurrency %d: want 1 or more", o.concurrency)
	}
	if _, err := parseScript(o.script); err != nil {
		return err
	}
	if o.format != "" {
		if _, err := bitext.ParseFormat(o.format); err != nil {
			return fmt.Errorf("--format: %w", err)
		}
	}
	if len(o.files) == 0 {
		o.files = []string{stdinName}
	}
	return nil
}

// parseScript reads the value of --script.
func parseScript(name string) (han.Script, error) {
	switch strings.ToLower(name) {
	case "", "source":
		return "", nil
	case "hans":
		return han.Hans, nil
	case "hant":
		return han.Hant, nil
	}
	return "", withHint(fmt.Errorf("unknown value %q of --script", name), "want hans (simplified), hant (traditional) or source")
}

// runTranslate translates every file. A file that cannot be read does not
// keep the others from being translated, but the run ends with its error.
func runTranslate(ctx context.Context, u *ui, o translateOptions) error {
	if err := o.validate(); err != nil {
		return err
	}
	files, err := expand(o.files)
	if err != nil {
		return err
	}
	plan, err := planOutput(o, files)
	if err != nil {
		return err
	}
	glossaries, err := loadGlossaries(u, o.glossaries)
	if err != nil {
		return err
	}
	if o.engine == "auto" {
		u.Say("engine: draft (built in, no model); --engine draft says so outright")
	}
	var failed error
	worst := false
	for i, file := range files {
		summary, err := translateFile(ctx, u, o, glossaries, plan, i)
		switch {
		case errors.Is(err, context.Canceled):
			return err
		case err != nil && len(files) == 1:
			return err
		case err != nil:
			u.Error(err)
			failed = fmt.Errorf("%s was not translated", file)
		}
		worst = worst || summary.FailedOn(o.failOn)
	}
	if failed != nil {
		return failed
	}
	if worst {
		return errFindings
	}
	return nil
}

// translateFile reads, translates and writes the file of one task.
func translateFile(ctx context.Context, u *ui, o translateOptions, gs glossarySet, plan outputPlan, i int) (translate.Summary, error) {
	path := plan.tasks[i].in
	a, err := u.readArticle(path, o.readFlags)
	if err != nil {
		return translate.Summary{}, err
	}
	doc := bitext.FromArticle(a)
	doc.Source.Path = sourcePath(path)
	doc.Glossary = gs.files
	summary, err := translate.Run(ctx, doc, translate.Options{
		Engine: draft.New(), Status: bitext.Draft, Glossary: gs.glossary, Concurrency: o.concurrency,
		Context: glossary.Context{
			Date: doc.Source.Published, House: o.house, Genre: o.genre, Borders: lexicon.Borders(),
		},
	})
	if err != nil {
		return summary, fmt.Errorf("translate %s: %w", path, err)
	}
	if err := plan.write(u, i, doc); err != nil {
		return summary, err
	}
	sayTranslated(u, path, a, summary)
	return summary, nil
}

// sayTranslated tells the reader how it went: what was read, what was made of
// it, and how the terms are met.
func sayTranslated(u *ui, path string, a *article.Article, s translate.Summary) {
	name := path
	if path == stdinName {
		name = "standard input"
	}
	u.Say("%s: %s", name, readSummary(a))
	for _, line := range s.Lines() {
		u.Say("%s", line)
	}
}
