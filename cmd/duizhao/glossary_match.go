package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"duizhao/bitext"
	"duizhao/check"
	"duizhao/glossary"
	"duizhao/lang/han"
	"duizhao/lang/span"
)

type matchOptions struct {
	readFlags
	glossaryFlags
	contextFlags
	listFlags
	file string
	why  string
}

func newGlossaryMatchCmd(u *ui) *cobra.Command {
	o := &matchOptions{}
	cmd := &cobra.Command{
		Use:   "match FILE",
		Short: "List the terms of an article",
		Long: `match reads and cleans an article and lists the terms of the glossary that
stand in it: how often, the rendering they should have, and where.

With --why TERM it tells of every place where the characters of TERM stand
what became of it: taken, hidden by a longer term, or rejected since a known
word lies across its edge.`,
		Example: `  duizhao glossary match article.txt
  duizhao glossary match --why 人大 article.txt
  duizhao glossary match -g house.yaml -f json article.html`,
		Args: exactlyOneFile,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.file = args[0]
			return runGlossaryMatch(cmd.Context(), u, *o)
		},
	}
	o.readFlags.register(cmd)
	o.glossaryFlags.register(cmd)
	o.contextFlags.register(cmd)
	o.listFlags.register(cmd)
	cmd.Flags().StringVar(&o.why, "why", "", "say what became of every place where this `TERM` stands")
	return cmd
}

func runGlossaryMatch(ctx context.Context, u *ui, o matchOptions) error {
	if err := u.guardOutput(o.output, append(o.glossaries, o.file)...); err != nil {
		return err
	}
	set, err := loadGlossaries(u, o.glossaries)
	if err != nil {
		return err
	}
	a, err := u.readArticle(ctx, o.file, o.readFlags)
	if err != nil {
		return err
	}
	doc := bitext.FromArticle(a)
	c := o.context(u, set)
	if o.why != "" {
		return runWhy(ctx, u, o, set.glossary, c, doc)
	}
	uses := check.Terms(set.glossary, c, doc)
	if len(uses) == 0 {
		u.Say("none of %s stands in the article", counted(len(set.glossary.Terms()), "term", "terms"))
	}
	return u.writeResult(ctx, o.output, func(w io.Writer) error {
		if o.json() {
			return writeJSON(w, map[string]any{"terms": usesJSON(uses)})
		}
		return printUses(w, uses)
	})
}

func runWhy(ctx context.Context, u *ui, o matchOptions, g *glossary.Glossary, c glossary.Context, doc *bitext.Document) error {
	fates := check.Why(g, c, doc, o.why)
	if len(fates) == 0 {
		if g.Lookup(o.why) == nil {
			u.Warn("%s is no term of the glossary", o.why)
		} else {
			u.Say("%s does not stand in the article", o.why)
		}
	}
	return u.writeResult(ctx, o.output, func(w io.Writer) error {
		if o.json() {
			return writeJSON(w, map[string]any{"places": fatesJSON(fates)})
		}
		return printFates(w, fates)
	})
}

// printUses prints one line a term: count, Chinese, rendering, places.
func printUses(w io.Writer, uses []check.Use) error {
	out := bufio.NewWriter(w)
	wide := 0
	for _, use := range uses {
		wide = max(wide, han.Width(use.Term.Zh))
	}
	for _, use := range uses {
		remark := ""
		if use.Term.Status != glossary.Approved {
			remark = " (" + string(use.Term.Status) + ")"
		} else if use.Term.Binding != glossary.Fixed {
			remark = " (binding: " + string(use.Term.Binding) + ")"
		}
		places := make([]string, len(use.Places))
		for i, p := range use.Places {
			places[i] = p.At
			if p.Why != "" {
				places[i] += " (" + p.Why + ")"
			}
		}
		fmt.Fprintf(out, "%3d  %s%s  %s%s  %s\n", len(use.Places), use.Term.Zh, strings.Repeat(" ", wide-han.Width(use.Term.Zh)),
			use.En, remark, strings.Join(places, " "))
	}
	return out.Flush()
}

// printFates prints one line a place, with the place marked in its text.
func printFates(w io.Writer, fates []check.Fate) error {
	out := bufio.NewWriter(w)
	for _, f := range fates {
		zh := []rune(f.Zh)
		fmt.Fprintf(out, "%s  %s  %s\n", f.At, reasonText(f, zh), printable(marked(zh, f.Span)))
	}
	return out.Flush()
}

func reasonText(f check.Fate, zh []rune) string {
	switch f.Reason {
	case glossary.Hidden:
		return "hidden by " + f.By.Zh
	case glossary.CrossesWord:
		return "the word " + string(zh[f.Word.Start:f.Word.End]) + " crosses its edge"
	case glossary.InsideToken:
		return "part of a Latin word or number"
	case glossary.NoSense:
		return "none of its senses holds"
	}
	if f.Unbound != "" {
		return "taken (" + f.Unbound + ")"
	}
	return "taken"
}

// contextRunes is how much text is shown on each side of a place.
const contextRunes = 12

// marked shows a place in its text: …依法【人人】平等….
func marked(zh []rune, at span.Span) string {
	from, to := max(at.Start-contextRunes, 0), min(at.End+contextRunes, len(zh))
	before, after := "", ""
	if from > 0 {
		before = "…"
	}
	if to < len(zh) {
		after = "…"
	}
	return before + string(zh[from:at.Start]) + "【" + string(zh[at.Start:at.End]) + "】" + string(zh[at.End:to]) + after
}

// useJSON is one term in the JSON form.
type useJSON struct {
	ID      string     `json:"id"`
	Zh      string     `json:"zh"`
	En      string     `json:"en"`
	Binding string     `json:"binding"`
	Status  string     `json:"status"`
	Count   int        `json:"count"`
	Places  []spotJSON `json:"places"`
}

type spotJSON struct {
	At     string    `json:"at"`
	Span   span.Span `json:"span"` // runes of the segment
	Reason string    `json:"reason,omitzero"`
	By     string    `json:"by,omitzero"`
	// Unbound says of a place that is taken what keeps it from binding.
	Unbound string `json:"unbound,omitzero"`
}

func usesJSON(uses []check.Use) []useJSON {
	out := []useJSON{}
	for _, use := range uses {
		j := useJSON{
			ID: use.Term.ID, Zh: use.Term.Zh, En: use.En, Binding: string(use.Term.Binding),
			Status: string(use.Term.Status), Count: len(use.Places),
		}
		for _, p := range use.Places {
			j.Places = append(j.Places, spotJSON{At: p.At, Span: p.Span, Reason: p.Why})
		}
		out = append(out, j)
	}
	return out
}

func fatesJSON(fates []check.Fate) []spotJSON {
	out := []spotJSON{}
	for _, f := range fates {
		j := spotJSON{At: f.At, Span: f.Span, Reason: string(f.Reason), Unbound: f.Unbound}
		switch f.Reason {
		case glossary.Hidden:
			j.By = f.By.Zh
		case glossary.CrossesWord:
			j.By = string([]rune(f.Zh)[f.Word.Start:f.Word.End])
		}
		out = append(out, j)
	}
	return out
}
