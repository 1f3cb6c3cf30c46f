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
)

type translateOptions struct {
	readFlags
	glossaryFlags
	contextFlags
	engineFlags
	files          []string
	output         string
	format         string
	fallbackFormat string
	script         string
	failOn         []string
}

// never is the word of --fail-on that lets no status fail the run.
const never = "never"

func newTranslateCmd(u *ui) *cobra.Command {
	o := &translateOptions{failOn: []string{string(bitext.NeedsReview), string(bitext.Failed), translate.FailOnUnmet}}
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
  auto     openai where --base-url is given or a key is set; else a server
           found on this machine (Ollama, LM Studio, llama.cpp, vLLM on their
           usual ports); else draft. The choice is said on stderr
  openai   any server that speaks the OpenAI protocol. The key comes from
           DUIZHAO_API_KEY or OPENAI_API_KEY and is never printed; the address
           from --base-url, DUIZHAO_BASE_URL or OPENAI_BASE_URL
  command  any program: it gets a request as a line of JSON and answers with a
           line; --command names it
  draft    built in: a gloss without any model, service or key. Terms and
           figures are done, clauses keep their order, every guess is marked:
           {汉字} unknown, [a/b] open choice, (it) supplied subject, | cut clause

What an engine answers is verified: units whose terms, figures or form are not
right are asked again (--repairs), and what is still not right needs review.`,
		Example: `  duizhao translate article.txt
  duizhao translate article.html -o article.jsonl
  duizhao translate articles/ -o out/ -f html
  duizhao translate --base-url http://127.0.0.1:11434/v1 --model qwen3 article.txt
  duizhao translate --dry-run article.txt
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
	o.engineFlags.register(cmd)
	choiceFlag(cmd, &o.format, "format", "f", formatNames(), "jsonl, table, markdown, html, csv, tsv, tmx or text (default: by the ending of --output; on stdout the table)")
	choiceFlag(cmd, &o.fallbackFormat, fallbackFormatFlag, "", formatNames(), "")
	choiceFlag(cmd, &o.script, "script", "", []string{"source", "hans", "hant"}, "show the Chinese in simplified (hans) or traditional (hant) script, or as in the source; jsonl keeps the source")
	flags := cmd.Flags()
	flags.StringVarP(&o.output, "output", "o", "", "write to this `FILE`, or into this directory")
	failWords := []string{string(bitext.NeedsReview), string(bitext.Failed), translate.FailOnUnmet, string(bitext.Draft), never}
	flags.Var(&choices{value: &o.failOn, allowed: failWords, alone: never}, "fail-on", "exit 1 if a unit is needs-review, failed or draft, or a binding term unmet; or never")
	complete(cmd, "fail-on", failWords)
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
	r := translateRun{u: u, o: o, glossaries: glossaries, plan: plan, choice: o.chooseEngine(ctx), talk: &talk{to: u.err}}
	if o.dryRun {
		r.choice.say(u, r.choice.name+" (not asked)")
		return r.all(ctx)
	}
	if r.engine, err = r.choice.open(ctx, u, &o.engineFlags, r.talk); err != nil {
		return err
	}
	return errors.Join(r.all(ctx), r.engine.close())
}

// translateRun is what the translation of every file needs.
type translateRun struct {
	u          *ui
	o          translateOptions
	glossaries glossarySet
	plan       outputPlan
	choice     engineChoice
	engine     engine
	talk       *talk
}

func (r *translateRun) all(ctx context.Context) error {
	var unread, review []string
	for i, t := range r.plan.tasks {
		summary, err := r.file(ctx, i)
		switch {
		case errors.Is(err, context.Canceled) || errors.Is(err, translate.ErrUnusable) || err != nil && len(r.plan.tasks) == 1:
			return err
		case err != nil:
			r.u.Error(err)
			unread = append(unread, inputName(t.in))
		case summary.FailedOn(r.o.failOn):
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

// file reads, translates and writes the file of one task. What an interrupted
// translation has so far is written all the same.
func (r *translateRun) file(ctx context.Context, i int) (translate.Summary, error) {
	u, path := r.u, r.plan.tasks[i].in
	a, err := u.readArticle(ctx, path, r.o.readFlags)
	if err != nil {
		return translate.Summary{}, err
	}
	doc := bitext.FromArticle(a)
	doc.Source.Path = sourcePath(path)
	doc.Glossary = r.glossaries.files
	c := r.o.context(u, r.glossaries)
	c.Date = doc.Source.Published
	options := translate.Options{
		Model: r.engine.model, Status: r.engine.status, Glossary: r.glossaries.glossary, Context: c, Style: r.o.style,
		Concurrency: r.o.concurrency, Repairs: r.o.rounds(),
	}
	if r.o.dryRun {
		return translate.Summary{}, dryRun(u, r.choice, path, doc, options)
	}
	show, stop := u.startProgress(inputName(path), len(doc.Units()), r.talk)
	options.Engine, options.Progress = r.engine.Engine, show
	summary, err := translate.Run(ctx, doc, options)
	stop()
	if err != nil && !errors.Is(err, context.Canceled) {
		return summary, fmt.Errorf("translate %s: %w", path, err)
	}
	if err != nil && len(summary.ByStatus[bitext.Failed]) == summary.Units {
		return summary, err // an earlier result is worth more than none
	}
	if err := errors.Join(r.plan.write(u, i, doc), err); err != nil {
		for _, line := range summary.Lines() {
			u.Say("%s", line)
		}
		return summary, err
	}
	sayTranslated(u, path, a, r.o, summary)
	return summary, nil
}

// sayTranslated tells the reader how it went: what was read, what was made of
// it, how the terms are met, and what the run fails for.
func sayTranslated(u *ui, path string, a *article.Article, o translateOptions, s translate.Summary) {
	u.Say("%s: %s", inputName(path), readSummary(a, o.keep))
	for _, line := range s.Lines() {
		u.Say("%s", line)
	}
	sayTokens(u, s)
	for _, status := range o.failOn {
		if n := len(s.Unmet); status == translate.FailOnUnmet && n > 0 {
			u.Say("exit code 1, since %s unmet", counted(n, "term is", "terms are"))
		}
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
