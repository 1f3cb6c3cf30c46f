package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"duizhao/glossary"
	"duizhao/glossary/lookup"
	"duizhao/lang/han"
)

type listOptions struct {
	glossaryFlags
	listFlags
	domains, kinds, statuses, bindings []string
	has, lacks                         []string
}

func newGlossaryListCmd(u *ui) *cobra.Command {
	o := &listOptions{}
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List terms, all or those that fit",
		Long: `list prints the terms of the glossary, one a line: Chinese, preferred rendering,
and what the entry is. Filters narrow it down; each may be given several times
or with commas. --has and --lacks ask what an entry says: ` + strings.Join(lookup.Aspects(), ", ") + `.`,
		Example: `  duizhao glossary list --domain climate --binding fixed
  duizhao glossary list -g house.yaml --status proposed
  duizhao glossary list -g house.yaml --lacks source --has avoid -f json`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return runGlossaryList(cmd.Context(), u, *o) },
	}
	o.glossaryFlags.register(cmd)
	o.listFlags.register(cmd)
	flags := cmd.Flags()
	flags.StringSliceVar(&o.domains, "domain", nil, "only terms of this `DOMAIN`")
	flags.StringSliceVar(&o.kinds, "kind", nil, "only terms of this `KIND`: body, title, slogan, …")
	choicesFlag(cmd, &o.statuses, "status", []string{"approved", "proposed", "deprecated"})
	choicesFlag(cmd, &o.bindings, "binding", []string{"fixed", "preferred", "advisory"})
	for name, value := range map[string]*[]string{"has": &o.has, "lacks": &o.lacks} {
		flags.Var(&choices{value: value, allowed: lookup.Aspects()}, name, "only terms whose entry "+name+" this")
		complete(cmd, name, lookup.Aspects())
	}
	return cmd
}

// choicesFlag adds a filter by a few words.
func choicesFlag(cmd *cobra.Command, value *[]string, name string, allowed []string) {
	cmd.Flags().Var(&choices{value: value, allowed: allowed}, name, "only terms with this "+name+": "+strings.Join(allowed, ", "))
	complete(cmd, name, allowed)
}

// filter is what the options ask for.
func (o *listOptions) filter() lookup.Filter {
	f := lookup.Filter{Domains: o.domains, Has: o.has, Lacks: o.lacks}
	for _, k := range o.kinds {
		f.Kinds = append(f.Kinds, glossary.Kind(k))
	}
	for _, s := range o.statuses {
		f.Statuses = append(f.Statuses, glossary.Status(s))
	}
	for _, b := range o.bindings {
		f.Bindings = append(f.Bindings, glossary.Binding(b))
	}
	return f
}

func runGlossaryList(ctx context.Context, u *ui, o listOptions) error {
	if err := u.guardOutput(o.output, o.glossaries...); err != nil {
		return err
	}
	set, err := loadGlossaries(u, o.glossaries)
	if err != nil {
		return err
	}
	all, filter := set.glossary.Terms(), o.filter()
	terms := slices.DeleteFunc(slices.Clone(all), func(t *glossary.Term) bool { return !filter.Picks(t) })
	err = u.writeResult(ctx, o.output, func(w io.Writer) error {
		if o.json() {
			entries := []entryJSON{}
			for _, t := range terms {
				entries = append(entries, entryOf(t))
			}
			return writeJSON(w, map[string]any{"terms": entries})
		}
		return printList(w, terms)
	})
	if err != nil {
		return err
	}
	if len(terms) == 0 && len(o.domains) > 0 {
		u.Say("there are the domains %s", strings.Join(domains(all), ", "))
	}
	u.Say("%d of %s", len(terms), counted(len(all), "term", "terms"))
	return nil
}

// maxListed is how wide the Chinese of a list may be before the English
// begins where it can.
const maxListed = 30

func printList(w io.Writer, terms []*glossary.Term) error {
	out := bufio.NewWriter(w)
	wide := 0
	for _, t := range terms {
		wide = min(max(wide, han.Width(t.Zh)), maxListed)
	}
	for _, t := range terms {
		var first []string
		for _, s := range t.Senses {
			first = append(first, s.Renderings[0].En)
		}
		fmt.Fprintf(out, "%s%s  %s  (%s)\n", t.Zh, strings.Repeat(" ", max(0, wide-han.Width(t.Zh))), strings.Join(first, " | "), facts(t))
	}
	return out.Flush()
}

// entryJSON is a term in the JSON of the commands that look terms up.
type entryJSON struct {
	ID      string      `json:"id"`
	Zh      string      `json:"zh"`
	ZhAlso  []string    `json:"zh_also,omitempty"`
	Senses  []senseJSON `json:"senses"`
	Abbr    []string    `json:"abbr,omitempty"`
	Binding string      `json:"binding"`
	Status  string      `json:"status"`
	Kind    string      `json:"kind,omitempty"`
	Domain  string      `json:"domain,omitempty"`
	Source  string      `json:"source,omitempty"`
	URL     string      `json:"url,omitempty"`
	Path    string      `json:"path,omitempty"`
	Line    int         `json:"line,omitempty"`
}

type senseJSON struct {
	En    []string    `json:"en"` // the first is preferred
	Avoid []avoidJSON `json:"avoid,omitempty"`
}

type avoidJSON struct {
	En  string `json:"en"`
	Why string `json:"why,omitempty"`
}

func entryOf(t *glossary.Term) entryJSON {
	e := entryJSON{
		ID: t.ID, Zh: t.Zh, ZhAlso: t.ZhAlso, Abbr: t.Abbr, Binding: string(t.Binding), Status: string(t.Status),
		Kind: string(t.Kind), Domain: t.Domain, Source: t.Source.Name, URL: t.Source.URL, Path: t.Pos.File, Line: t.Pos.Line,
	}
	for _, s := range t.Senses {
		sense := senseJSON{En: renderings(s)}
		for _, a := range s.Avoid {
			sense.Avoid = append(sense.Avoid, avoidJSON{a.En, a.Why})
		}
		e.Senses = append(e.Senses, sense)
	}
	return e
}
