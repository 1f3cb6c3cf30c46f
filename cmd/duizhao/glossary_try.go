package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"duizhao/bitext"
	"duizhao/check"
	"duizhao/glossary"
)

type tryOptions struct {
	glossaryFlags
	contextFlags
	listFlags
	files []string
	unmet bool
}

func newGlossaryTryCmd(u *ui) *cobra.Command {
	o := &tryOptions{}
	cmd := &cobra.Command{
		Use:   "try BITEXT…",
		Short: "See how approved translations render the terms",
		Long: `try runs the glossary over bitexts that somebody stands behind and lists for
every term how often it is met, with which rendering, how often not, and what
stands there instead. It is the honest way to find renderings to accept, and
to decide which terms may be binding.

A bitext is JSON Lines, one {"zh": …, "en": …} a line, TMX, or a table of pairs
(CSV, TSV). Drafts and failed units
do not count. The terms most often unmet come first.`,
		Example: `  duizhao glossary try reports.jsonl
  duizhao glossary try -g house.yaml --unmet approved/*.jsonl
  duizhao glossary try -f json reports.jsonl`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return withHint(errors.New("try takes at least one bitext"), "duizhao glossary try reports.jsonl")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			o.files = args
			return runGlossaryTry(cmd.Context(), u, *o)
		},
	}
	o.glossaryFlags.register(cmd)
	o.contextFlags.register(cmd)
	o.listFlags.register(cmd)
	cmd.Flags().BoolVar(&o.unmet, "unmet", false, "list only terms that are unmet somewhere, with the places")
	return cmd
}

func runGlossaryTry(ctx context.Context, u *ui, o tryOptions) error {
	if err := u.guardOutput(o.output, append(o.glossaries, o.files...)...); err != nil {
		return err
	}
	set, err := loadGlossaries(u, o.glossaries)
	if err != nil {
		return err
	}
	var docs []*bitext.Document
	for _, file := range o.files {
		read, err := u.readBitext(ctx, file)
		if err != nil {
			return err
		}
		docs = append(docs, read...)
	}
	trials := check.Try(set.glossary, o.context(u, set), docs...)
	terms, found, met := 0, 0, 0
	for _, t := range trials {
		if binds(t.Term) {
			terms++
			found += t.Found
			met += t.Met
		}
	}
	err = u.writeResult(ctx, o.output, func(w io.Writer) error {
		if o.json() {
			return writeJSON(w, map[string]any{"terms": trialsJSON(trials, o.unmet)})
		}
		return printTrials(w, trials, o.unmet)
	})
	if err != nil {
		return err
	}
	beside := ""
	if n := len(trials) - terms; n > 0 {
		beside = fmt.Sprintf("; beside them %s not approved", counted(n, "term", "terms"))
	}
	u.Say("%s, %s: %d of %d occurrences met%s", counted(len(docs), "document", "documents"), counted(terms, "term", "terms"), met, found, beside)
	return nil
}

// readBitext reads all documents of a bitext file, or of standard input.
func (u *ui) readBitext(ctx context.Context, path string) ([]*bitext.Document, error) {
	in := u.in
	if path != stdinName {
		file, err := os.Open(path)
		if err != nil {
			return nil, readError(fmt.Errorf("read %s: %w", path, pathCause(err)))
		}
		defer file.Close() // read only
		in = file
	}
	docs, err := bitext.ReadAll(interruptible(ctx, in))
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if err != nil {
		return nil, withHint(fmt.Errorf("read bitext %s: %w", path, err), `a bitext is JSON Lines, one {"zh": …, "en": …} a line, TMX, or a table with a Chinese and an English column`)
	}
	for _, d := range docs {
		if d.Source.Path == "" {
			d.Source.Path = sourcePath(path)
		}
	}
	return docs, nil
}

// printTrials prints a line for each term and one for each wording of it.
func printTrials(w io.Writer, trials []check.Trial, unmetOnly bool) error {
	out := bufio.NewWriter(w)
	for _, t := range trials {
		if unmetOnly && len(t.Unmet) == 0 {
			continue
		}
		fmt.Fprintf(out, "%s  %s (%s): %d of %d met\n", t.Term.Zh, t.Term.Senses[t.Sense].Renderings[0].En, bindingOf(t.Term), t.Met, t.Found)
		for _, c := range t.Forms {
			fmt.Fprintf(out, "  %4d  %s (%s)\n", c.N, snippet(wording(c)), c.How)
		}
		for _, c := range t.Instead {
			fmt.Fprintf(out, "  %4d  instead: %s%s\n", c.N, snippet(c.En), avoided(c.How))
		}
		if unmetOnly {
			for _, p := range t.Unmet {
				fmt.Fprintf(out, "        %s %s%s  %s | %s\n", p.Path, p.At, avoided(p.How), snippet(p.Zh), snippet(p.En))
			}
		}
	}
	return out.Flush()
}

// binds reports whether anything is demanded of t.
func binds(t *glossary.Term) bool { return t.Status == glossary.Approved }

// bindingOf says how binding t is, or why it is not: proposed, deprecated.
func bindingOf(t *glossary.Term) string {
	if !binds(t) {
		return string(t.Status)
	}
	return string(t.Binding)
}

// avoided marks what the glossary itself says is wrong.
func avoided(h glossary.How) string {
	if h == glossary.HowAvoided {
		return " (avoided)"
	}
	return ""
}

// wording is the English of a form; a covered mention has none of its own.
func wording(c check.Count) string {
	if c.En == "" {
		return "–"
	}
	return c.En
}

// trialJSON is one term in the JSON form.
type trialJSON struct {
	ID      string      `json:"id"`
	Zh      string      `json:"zh"`
	Binding string      `json:"binding"`
	Found   int         `json:"found"`
	Met     int         `json:"met"`
	Forms   []countJSON `json:"forms"`
	Instead []countJSON `json:"instead"`
	Unmet   []placeJSON `json:"unmet"`
}

type countJSON struct {
	En  string `json:"en"`
	How string `json:"how,omitempty"`
	N   int    `json:"n"`
}

type placeJSON struct {
	Path    string `json:"path"`
	At      string `json:"at"`
	Zh      string `json:"zh"`
	En      string `json:"en"`
	Instead string `json:"instead,omitempty"`
	How     string `json:"how"`
}

func trialsJSON(trials []check.Trial, unmetOnly bool) []trialJSON {
	out := []trialJSON{}
	for _, t := range trials {
		if unmetOnly && len(t.Unmet) == 0 {
			continue
		}
		j := trialJSON{
			ID: t.Term.ID, Zh: t.Term.Zh, Binding: string(t.Term.Binding), Found: t.Found, Met: t.Met,
			Forms: countsJSON(t.Forms), Instead: countsJSON(t.Instead), Unmet: []placeJSON{},
		}
		for _, p := range t.Unmet {
			j.Unmet = append(j.Unmet, placeJSON{p.Path, p.At, p.Zh, p.En, p.Instead, string(p.How)})
		}
		out = append(out, j)
	}
	return out
}

func countsJSON(counts []check.Count) []countJSON {
	out := []countJSON{}
	for _, c := range counts {
		out = append(out, countJSON{c.En, string(c.How), c.N})
	}
	return out
}
