package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"duizhao/bitext"
	"duizhao/glossary"
	"duizhao/glossary/exchange"
)

type exportOptions struct {
	glossaryFlags
	output, format string
	domains        []string
	status         string
	languages      []string
	contexts       []string
}

// maxContexts is how many sentences a reviewer sees of a term.
const maxContexts = 3

func newGlossaryExportCmd(u *ui) *cobra.Command {
	o := &exportOptions{}
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Write the glossary in the form of another tool",
		Long: `export writes the glossary, or a part of it, for another tool. What the form
cannot hold is said on stderr, term by term, so that nothing is lost silently.

Formats:
  yaml, json   everything
  csv, tsv     one row a term, several renderings in a cell with | between
  xlsx         the same as a workbook, with columns in which a reviewer decides;
               glossary import --decisions brings the decisions back
  tbx          TBX-Basic of 2019, style DCA; tbx-dct: style DCT
  tbx2         TBX of 2008 (martif), which most tools read
  omegat       glossary of OmegaT, approved terms only
  deepl        dictionary of DeepL, one pair a line, approved terms only
  google       glossary of Google Cloud Translation, approved terms only`,
		Example: `  duizhao glossary export -g house.yaml -o house.xlsx
  duizhao glossary export --domain climate -o climate.tbx
  duizhao glossary export -f omegat -o omegat/glossary/glossary.txt
  duizhao glossary export -g house.yaml --context article.txt -o review.xlsx`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return runGlossaryExport(cmd.Context(), u, *o) },
	}
	o.glossaryFlags.register(cmd)
	flags := cmd.Flags()
	choiceFlag(cmd, &o.format, "format", "f", exchange.Formats(), strings.Join(exchange.Formats(), ", ")+" (default: by the ending of --output, else yaml)")
	flags.StringVarP(&o.output, "output", "o", stdinName, "write to this `FILE` (-: standard output)")
	flags.StringSliceVar(&o.domains, "domain", nil, "only terms of this `DOMAIN`; repeat for several")
	choiceFlag(cmd, &o.status, "status", "", []string{"approved", "proposed", "deprecated"}, "only terms of this status: approved, proposed or deprecated")
	flags.StringSliceVar(&o.languages, "languages", nil, "the two language `TAGS` of forms that have them (default zh-CN,en-US)")
	flags.StringArrayVar(&o.contexts, "context", nil, "show a reviewer sentences of this `ARTICLE` in which the terms stand (xlsx)")
	return cmd
}

func runGlossaryExport(ctx context.Context, u *ui, o exportOptions) error {
	format, err := exchangeFormat(o.format, o.output, exchange.YAML)
	if err != nil {
		return err
	}
	options := exchange.Options{}
	switch len(o.languages) {
	case 0:
	case 2:
		options.Languages = [2]string(o.languages)
	default:
		return withHint(fmt.Errorf("--languages names %d languages", len(o.languages)), "name two, for example --languages zh-CN,en-GB")
	}
	if err := u.guardOutput(o.output, slices.Concat(o.glossaries, o.contexts)...); err != nil {
		return err
	}
	set, err := loadGlossaries(u, o.glossaries)
	if err != nil {
		return err
	}
	if options.Contexts, err = contextsOf(ctx, u, set, o.contexts); err != nil {
		return err
	}
	terms := o.chosen(set.glossary.Terms())
	if len(terms) == 0 {
		return withHint(errors.New("no term to export"), "there are the domains "+strings.Join(domains(set.glossary.Terms()), ", "))
	}
	var losses []exchange.Loss
	err = u.writeResult(ctx, o.output, func(w io.Writer) (err error) {
		losses, err = exchange.Write(w, format, terms, options)
		return err
	})
	if err != nil {
		return err
	}
	for _, l := range losses {
		u.Warn("%s: %s does not hold %s", l.Term.Zh, format, strings.Join(l.What, ", "))
	}
	u.Say("%s as %s, %s", counted(len(terms), "term", "terms"), format, lost(len(losses)))
	return nil
}

func lost(n int) string {
	if n == 0 {
		return "nothing lost"
	}
	return counted(n, "term loses", "terms lose") + " something, see above"
}

// exchangeFormat is the format asked for, or that of the file's ending.
func exchangeFormat(name, path string, standard exchange.Format) (exchange.Format, error) {
	if name != "" {
		return exchange.Format(name), nil
	}
	if path == "" || path == stdinName {
		return standard, nil
	}
	if f, ok := exchange.FormatOf(path); ok {
		return f, nil
	}
	return "", withHint(fmt.Errorf("the ending of %s tells no format", filepath.Base(path)), "name it with --format: "+strings.Join(exchange.Formats(), ", "))
}

// chosen are the terms that the options ask for.
func (o *exportOptions) chosen(terms []*glossary.Term) []*glossary.Term {
	return slices.DeleteFunc(slices.Clone(terms), func(t *glossary.Term) bool {
		return len(o.domains) > 0 && !slices.Contains(o.domains, t.Domain) || o.status != "" && string(t.Status) != o.status
	})
}

func domains(terms []*glossary.Term) []string {
	var out []string
	for _, t := range terms {
		if t.Domain != "" {
			out = append(out, t.Domain)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// contextsOf finds sentences of articles in which terms stand, by term id.
func contextsOf(ctx context.Context, u *ui, set glossarySet, articles []string) (map[string][]string, error) {
	found := make(map[string][]string)
	for _, path := range articles {
		a, err := u.readArticle(ctx, path, readFlags{})
		if err != nil {
			return nil, err
		}
		c := (&contextFlags{}).context(u, set)
		for _, unit := range bitext.FromArticle(a).Units() {
			for _, m := range set.glossary.Match(unit.Zh, c) {
				if sentences := found[m.Term.ID]; len(sentences) < maxContexts && !slices.Contains(sentences, unit.Zh) {
					found[m.Term.ID] = append(sentences, unit.Zh)
				}
			}
		}
	}
	return found, nil
}
