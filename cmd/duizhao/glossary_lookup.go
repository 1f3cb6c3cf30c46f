package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"duizhao/glossary"
	"duizhao/glossary/lookup"
)

type lookupOptions struct {
	glossaryFlags
	listFlags
	query string
	limit int
}

func newGlossaryLookupCmd(u *ui) *cobra.Command {
	o := &lookupOptions{limit: 10}
	cmd := &cobra.Command{
		Use:   "lookup QUERY…",
		Short: "Find terms by Chinese, English, pinyin or initials",
		Long: `lookup finds the terms of the glossary that fit a query, the best first: Chinese
in either script, English, a wrong English form, pinyin with or without tones,
or its initials (tdf for 碳达峰). Where nothing fits, it looks for slips.

Exit code 1: no term fits.`,
		Example: `  duizhao glossary lookup 碳達峰
  duizhao glossary lookup tdf
  duizhao glossary lookup common prosperity
  duizhao glossary lookup -g house.yaml -f json gzlfz`,
		Args: func(_ *cobra.Command, args []string) error {
			if strings.TrimSpace(strings.Join(args, "")) == "" {
				return withHint(errors.New("lookup takes what to look for"), "duizhao glossary lookup 碳达峰")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			o.query = strings.Join(args, " ")
			return runGlossaryLookup(cmd.Context(), u, *o)
		},
	}
	o.glossaryFlags.register(cmd)
	o.listFlags.register(cmd)
	cmd.Flags().Var(count{&o.limit, 0}, "limit", "show so many terms (0: all)")
	return cmd
}

func runGlossaryLookup(ctx context.Context, u *ui, o lookupOptions) error {
	if err := u.guardOutput(o.output, o.glossaries...); err != nil {
		return err
	}
	set, err := loadGlossaries(u, o.glossaries)
	if err != nil {
		return err
	}
	hits := lookup.New(set.glossary.Terms()).Find(o.query, o.limit)
	err = u.writeResult(ctx, o.output, func(w io.Writer) error {
		if o.json() {
			return writeJSON(w, map[string]any{"hits": hitsJSON(hits)})
		}
		return printHits(w, hits)
	})
	if err == nil && len(hits) == 0 {
		u.Say("none of %s fits %q", counted(len(set.glossary.Terms()), "term", "terms"), o.query)
		return errFindings
	}
	return err
}

// printHits prints a few lines for each term: all that an entry says of the
// English.
func printHits(w io.Writer, hits []lookup.Hit) error {
	out := bufio.NewWriter(w)
	for _, h := range hits {
		remark := ""
		if h.How != lookup.Exact {
			remark = fmt.Sprintf("  [%s: %s]", h.How, h.Text)
		}
		fmt.Fprintf(out, "%s  (%s)%s\n", strings.Join(append([]string{h.Term.Zh}, h.Term.ZhAlso...), ", "), facts(h.Term), remark)
		for i, s := range h.Term.Senses {
			lead := "  "
			if len(h.Term.Senses) > 1 {
				lead = fmt.Sprintf("  %d. ", i+1)
			}
			en := renderings(s)
			fmt.Fprintf(out, "%s%s\n", lead, en[0])
			if len(en) > 1 {
				fmt.Fprintf(out, "  also %s\n", strings.Join(en[1:], "; "))
			}
			for _, a := range s.Avoid {
				fmt.Fprintf(out, "  not %s%s\n", a.En, because(a.Why))
			}
		}
		if len(h.Term.Abbr) > 0 {
			fmt.Fprintf(out, "  abbr %s\n", strings.Join(h.Term.Abbr, ", "))
		}
	}
	return out.Flush()
}

// renderings are the renderings of a sense, each once.
func renderings(s glossary.Sense) []string {
	var out []string
	seen := map[string]bool{}
	for _, r := range s.Renderings {
		if !seen[r.En] {
			seen[r.En] = true
			out = append(out, r.En)
		}
	}
	return out
}

func because(why string) string {
	if why == "" {
		return ""
	}
	return ": " + why
}

// facts are what an entry is besides its texts: "preferred, slogan, climate".
func facts(t *glossary.Term) string {
	var out []string
	if t.Status != glossary.Approved {
		out = append(out, string(t.Status))
	}
	out = append(out, string(t.Binding))
	for _, f := range []string{string(t.Kind), t.Domain} {
		if f != "" {
			out = append(out, f)
		}
	}
	return strings.Join(out, ", ")
}

// hitJSON is one answer in the JSON form.
type hitJSON struct {
	entryJSON
	How  string `json:"how"`
	Text string `json:"text"`
}

func hitsJSON(hits []lookup.Hit) []hitJSON {
	out := []hitJSON{}
	for _, h := range hits {
		out = append(out, hitJSON{entryOf(h.Term), string(h.How), h.Text})
	}
	return out
}
