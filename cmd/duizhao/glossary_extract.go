package main

import (
	"context"
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"duizhao/bitext"
	"duizhao/extract"
)

type extractOptions struct {
	readFlags
	glossaryFlags
	files      []string
	strictness string
	limit      int
	contexts   int
	format     string
	output     string
}

func newGlossaryExtractCmd(u *ui) *cobra.Command {
	o := &extractOptions{strictness: string(extract.Normal), limit: 60, contexts: 2}
	cmd := &cobra.Command{
		Use:   "extract ARTICLE…|BITEXT…",
		Short: "Find terms that the glossary lacks",
		Long: `extract reads articles or bitexts and lists stretches of Chinese that may be
terms, the most promising first: they recur, hold together, and stand in changing
company. Terms of the glossary, names, figures and everyday phrases are left out.
For a bitext (jsonl, tmx, csv, tsv) it also tells what the English says, and
begins with what the English says in more than one way.

With -f yaml the candidates are proposed entries, ready to be looked through; one
without a rendering is a comment, to be completed.`,
		Example: `  duizhao glossary extract articles/*.txt
  duizhao glossary extract -g house.yaml --strictness strict approved.jsonl
  duizhao glossary extract -o proposed.yaml report.html`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return withHint(errors.New("extract takes at least one article or bitext"), "duizhao glossary extract article.txt")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			o.files = args
			return runGlossaryExtract(cmd.Context(), u, *o)
		},
	}
	o.readFlags.register(cmd)
	o.glossaryFlags.register(cmd)
	choiceFlag(cmd, &o.strictness, "strictness", "", []string{string(extract.Loose), string(extract.Normal), string(extract.Strict)}, "how sure a candidate must be: loose, normal or strict")
	cmd.Flags().Var(count{&o.limit, 0}, "limit", "list so many candidates (0: all)")
	cmd.Flags().Var(count{&o.contexts, 1}, "contexts", "show so many sentences of each")
	choiceFlag(cmd, &o.format, "format", "f", []string{"table", "yaml", "json"}, "table, yaml or json (default: by the ending of --output, else table)")
	cmd.Flags().StringVarP(&o.output, "output", "o", stdinName, "write to this `FILE` (-: standard output)")
	return cmd
}

func runGlossaryExtract(ctx context.Context, u *ui, o extractOptions) error {
	if err := u.guardOutput(o.output, slices.Concat(o.glossaries, o.files)...); err != nil {
		return err
	}
	set, err := loadGlossaries(u, o.glossaries)
	if err != nil {
		return err
	}
	var docs []*bitext.Document
	for _, file := range o.files {
		read, err := u.readEither(ctx, file, o.readFlags)
		if err != nil {
			return err
		}
		docs = append(docs, read...)
	}
	found := extract.Find(docs, extract.Options{
		Glossary: set.glossary, Context: (&contextFlags{}).context(u, set),
		Strictness: extract.Strictness(o.strictness), Limit: o.limit, Contexts: o.contexts,
	})
	err = u.writeResult(ctx, o.output, func(w io.Writer) error {
		switch o.outputFormat() {
		case "json":
			return writeJSON(w, map[string]any{"candidates": candidatesJSON(found)})
		case "yaml":
			return writeProposals(w, found)
		}
		return printCandidates(w, found)
	})
	if err != nil {
		return err
	}
	varying := 0
	for _, c := range found {
		if c.Varies() {
			varying++
		}
	}
	u.Say("%s in %s; %d with more than one rendering", counted(len(found), "candidate", "candidates"), counted(len(docs), "document", "documents"), varying)
	return nil
}

// readEither reads a bitext, as its ending tells, or an article.
func (u *ui) readEither(ctx context.Context, path string, f readFlags) ([]*bitext.Document, error) {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".jsonl", ".tmx", ".csv", ".tsv":
		return u.readBitext(ctx, path)
	}
	a, err := u.readArticle(ctx, path, f)
	if err != nil {
		return nil, err
	}
	doc := bitext.FromArticle(a)
	if doc.Source.Path == "" {
		doc.Source.Path = sourcePath(path)
	}
	return []*bitext.Document{doc}, nil
}

// outputFormat is the format of --format, or that of the ending of --output.
func (o *extractOptions) outputFormat() string {
	switch ending := strings.ToLower(filepath.Ext(o.output)); {
	case o.format != "":
		return o.format
	case ending == ".json":
		return "json"
	case ending == ".yaml" || ending == ".yml":
		return "yaml"
	}
	return "table"
}
