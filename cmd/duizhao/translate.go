package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"duizhao/article"
	"duizhao/bitext"
	"duizhao/lang/han"
	"duizhao/translate"
	"duizhao/translate/draft"
)

type translateOptions struct {
	readFlags
	glossaryFlags
	contextFlags
	files          []string
	engine         string
	output         string
	format         string
	fallbackFormat string
	script         string
	failOn         []string
	concurrency    int
	offline        bool
}

// never is the word of --fail-on that lets no status fail the run.
const never = "never"

func newTranslateCmd(u *ui) *cobra.Command {
	o := &translateOptions{
		engine: "auto", concurrency: 2,
		failOn: []string{string(bitext.NeedsReview), string(bitext.Failed)},
	}
	cmd := &cobra.Command{
		Use:   "translate [FILE…|DIR|-]",
		Short: "Translate articles, with a receipt for every official term",
		Long: `translate reads articles (text, Markdown, HTML; any Chinese encoding), cleans
and segments them, translates every segment and says how each term of the
glossary is met. Without a file, or with -, it reads standard input; of a
directory it takes every article below it.

The result goes to stdout as a table, or to --output in the format of its
file ending. With several articles, --output names a directory; it is made
where it does not exist, and has the folders of the directory that was read.

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
			if len(args) == 0 {
				o.files = []string{stdinName}
			}
			return runTranslate(cmd.Context(), u, *o)
		},
	}
	o.readFlags.register(cmd)
	o.glossaryFlags.register(cmd)
	o.contextFlags.register(cmd)
	choiceFlag(cmd, &o.engine, "engine", "", []string{"auto", "draft"}, "auto or draft")
	choiceFlag(cmd, &o.format, "format", "f", formatNames(), "jsonl, table, markdown, html, csv, tsv or text (default: by the ending of --output; on stdout the table)")
	choiceFlag(cmd, &o.fallbackFormat, fallbackFormatFlag, "", formatNames(), "")
	choiceFlag(cmd, &o.script, "script", "", []string{"source", "hans", "hant"}, "show the Chinese in simplified (hans) or traditional (hant) script, or as in the source; jsonl keeps the source")
	flags := cmd.Flags()
	flags.StringVarP(&o.output, "output", "o", "", "write to this `FILE`, or into this directory")
	failWords := []string{string(bitext.NeedsReview), string(bitext.Failed), string(bitext.Draft), never}
	flags.Var(&choices{value: &o.failOn, allowed: failWords, alone: never}, "fail-on", "exit 1 if a unit has one of these statuses: needs-review, failed, draft; or never")
	complete(cmd, "fail-on", failWords)
	flags.Var(count{&o.concurrency, 1}, "concurrency", "requests in flight at once")
	flags.BoolVar(&o.offline, "offline", false, "never leave this machine (draft never does)")
	if err := flags.MarkHidden(fallbackFormatFlag); err != nil {
		panic(err) // the flag was added above
	}
	return cmd
}

// formatNames are the words that --format takes; endings are taken as well.
func formatNames() []string {
	names := []string{"md", "txt"}
	for _, f := range bitext.Formats() {
		names = append(names, string(f))
	}
	return names
}

// runTranslate translates every file. A file that cannot be read does not
// keep the others from being translated, but the run ends with its error.
func runTranslate(ctx context.Context, u *ui, o translateOptions) error {
	inputs, err := expand(o.files, o.output)
	if err != nil {
		return err
	}
	plan, err := planOutput(o, inputs)
	if err != nil {
		return err
	}
	for _, t := range plan.tasks {
		if err := u.guardOutput(t.out, append(slices.Clone(o.glossaries), o.files...)...); err != nil {
			return err
		}
	}
	glossaries, err := loadGlossaries(u, o.glossaries)
	if err != nil {
		return err
	}
	if o.engine == "auto" {
		u.Say("engine: draft (built in, no model), chosen by --engine auto")
	}
	return translateAll(ctx, u, o, glossaries, plan)
}

func translateAll(ctx context.Context, u *ui, o translateOptions, gs glossarySet, plan outputPlan) error {
	var unread, review []string
	for i, t := range plan.tasks {
		summary, err := translateFile(ctx, u, o, gs, plan, i)
		switch {
		case errors.Is(err, context.Canceled) || err != nil && len(plan.tasks) == 1:
			return err
		case err != nil:
			u.Error(err)
			unread = append(unread, inputName(t.in))
		case summary.FailedOn(o.failOn):
			review = append(review, inputName(t.in))
		}
	}
	if len(unread) > 0 {
		return fmt.Errorf("not translated: %s", strings.Join(unread, ", "))
	}
	if len(review) > 0 {
		return errFindings
	}
	return nil
}

// translateFile reads, translates and writes the file of one task. What an
// interrupted translation has so far is written all the same.
func translateFile(ctx context.Context, u *ui, o translateOptions, gs glossarySet, plan outputPlan, i int) (translate.Summary, error) {
	path := plan.tasks[i].in
	a, err := u.readArticle(ctx, path, o.readFlags)
	if err != nil {
		return translate.Summary{}, err
	}
	doc := bitext.FromArticle(a)
	doc.Source.Path = sourcePath(path)
	doc.Glossary = gs.files
	c := o.context(u, gs)
	c.Date = doc.Source.Published
	summary, err := translate.Run(ctx, doc, translate.Options{
		Engine: draft.New(), Status: bitext.Draft, Glossary: gs.glossary, Concurrency: o.concurrency, Context: c,
	})
	if err != nil && !errors.Is(err, context.Canceled) {
		return summary, fmt.Errorf("translate %s: %w", path, err)
	}
	if err := errors.Join(plan.write(u, i, doc), err); err != nil {
		return summary, err
	}
	sayTranslated(u, path, a, o, summary)
	return summary, nil
}

// sayTranslated tells the reader how it went: what was read, what was made of
// it, how the terms are met, and what the run fails for.
func sayTranslated(u *ui, path string, a *article.Article, o translateOptions, s translate.Summary) {
	u.Say("%s: %s", inputName(path), readSummary(a, o.keep))
	for _, line := range s.Lines() {
		u.Say("%s", line)
	}
	for _, status := range o.failOn {
		if places := s.ByStatus[bitext.Status(status)]; len(places) > 0 {
			u.Say("exit code 1, since %s %s: %s", counted(len(places), "unit is", "units are"), status, firstOf(places))
		}
	}
}

// maxPlaces is how many places a message names.
const maxPlaces = 8

func firstOf(places []string) string {
	if len(places) > maxPlaces {
		return strings.Join(places[:maxPlaces], ", ") + " …"
	}
	return strings.Join(places, ", ")
}

// scripts are the values of --script.
var scripts = map[string]han.Script{"hans": han.Hans, "hant": han.Hant}
