package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/spf13/cobra"

	"duizhao/article"
	"duizhao/bitext"
	"duizhao/glossary"
	"duizhao/lang/han"
	"duizhao/lang/lexicon"
	"duizhao/lang/span"
)

type matchOptions struct {
	readFlags
	file       string
	glossaries []string
	config     string
	format     string
	output     string
}

func newGlossaryMatchCmd(u *ui) *cobra.Command {
	o := &matchOptions{}
	cmd := &cobra.Command{
		Use:   "match FILE",
		Short: "List the terms of an article",
		Long: `match reads and cleans an article and lists the terms of the glossary that
stand in it: how often, where, and the rendering they should have.`,
		Example: `  duizhao glossary match article.txt
  duizhao glossary match -g house.yaml -f json article.html`,
		Args: exactlyOneFile,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.file = args[0]
			c, err := loadConfig(o.config)
			if err != nil {
				return err
			}
			if !cmd.Flags().Changed("glossary") {
				o.glossaries = c.Glossary
			}
			return runGlossaryMatch(u, *o)
		},
	}
	o.register(cmd)
	flags := cmd.Flags()
	flags.StringArrayVarP(&o.glossaries, "glossary", "g", nil, `glossary file; repeat to stack, later wins ("builtin": the one inside duizhao)`)
	flags.StringVar(&o.config, "config", "", "project defaults (default: duizhao.yaml here or in a parent directory)")
	flags.StringVarP(&o.format, "format", "f", "text", "text or json")
	flags.StringVarP(&o.output, "output", "o", stdinName, "write to this file (-: standard output)")
	return cmd
}

// termUse is one term of an article with all its places.
type termUse struct {
	ID      string      `json:"id"`
	Zh      string      `json:"zh"`
	En      string      `json:"en"` // the preferred rendering in this document
	Binding string      `json:"binding"`
	Status  string      `json:"status"`
	Count   int         `json:"count"`
	Places  []termPlace `json:"places"`
}

type termPlace struct {
	At       string    `json:"at"`
	Span     span.Span `json:"span"` // runes of the segment
	Doubtful bool      `json:"doubtful,omitzero"`
}

func runGlossaryMatch(u *ui, o matchOptions) error {
	if err := o.validate(); err != nil {
		return err
	}
	if o.format != "text" && o.format != "json" {
		return withHint(fmt.Errorf("unknown value %q of --format", o.format), "want text or json")
	}
	set, err := loadGlossaries(u, o.glossaries)
	if err != nil {
		return err
	}
	a, err := u.readArticle(o.file, o.readFlags)
	if err != nil {
		return err
	}
	uses := termUses(a, set.glossary)
	return u.writeResult(o.output, func(w io.Writer) error {
		if o.format == "json" {
			if err := json.MarshalWrite(w, map[string]any{"terms": uses}, json.Deterministic(true), jsontext.Multiline(true)); err != nil {
				return err
			}
			_, err := io.WriteString(w, "\n")
			return err
		}
		return printUses(w, uses)
	})
}

// termUses lists the terms of the article in the order in which they first
// stand.
func termUses(a *article.Article, g *glossary.Glossary) []*termUse {
	uses := []*termUse{}
	known := map[string]*termUse{}
	for _, unit := range bitext.FromArticle(a).Units() {
		c := glossary.Context{Date: a.Value(article.FieldPublished), Block: unit.Block, Borders: lexicon.Borders()}
		for _, m := range g.Match(unit.Zh, c) {
			en := m.Preferred(c).En
			key := m.Term.ID + "\x00" + en
			use := known[key]
			if use == nil {
				use = &termUse{ID: m.Term.ID, Zh: m.Term.Zh, En: en, Binding: string(m.Term.Binding), Status: string(m.Term.Status)}
				known[key] = use
				uses = append(uses, use)
			}
			use.Count++
			use.Places = append(use.Places, termPlace{unit.At, m.Span, m.Doubtful})
		}
	}
	return uses
}

// printUses prints one line a term: count, Chinese, rendering, places.
func printUses(w io.Writer, uses []*termUse) error {
	out := bufio.NewWriter(w)
	wide := 0
	for _, use := range uses {
		wide = max(wide, han.Width(use.Zh))
	}
	for _, use := range uses {
		places := make([]string, len(use.Places))
		for i, p := range use.Places {
			places[i] = p.At
		}
		remark := ""
		if use.Status != string(glossary.Approved) {
			remark = " (" + use.Status + ")"
		} else if use.Binding != string(glossary.Fixed) {
			remark = " (" + use.Binding + ")"
		}
		fmt.Fprintf(out, "%3d  %s%s  %s%s  %s\n", use.Count, use.Zh, strings.Repeat(" ", wide-han.Width(use.Zh)),
			use.En, remark, strings.Join(places, " "))
	}
	return out.Flush()
}
