package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"duizhao/glossary"
	"duizhao/glossary/compare"
)

type diffOptions struct {
	listFlags
	old, new string
	exitCode bool
}

func newGlossaryDiffCmd(u *ui) *cobra.Command {
	o := &diffOptions{}
	cmd := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "Say in words how two glossaries differ",
		Long: `diff compares two glossary files entry by entry and says what was added and
removed, and which renderings, avoided forms, bindings and so on changed. The
order of entries and the way they are written are no difference. "builtin" is
the glossary inside duizhao.

What a change does to texts: duizhao glossary impact.`,
		Example: `  git show main:glossary.yaml > old.yaml && duizhao glossary diff old.yaml glossary.yaml
  duizhao glossary diff -f json builtin house.yaml
  duizhao glossary diff --exit-code old.yaml new.yaml   # exit 1 if they differ`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 2 {
				return withHint(errors.New("diff takes two glossaries"), "duizhao glossary diff old.yaml new.yaml")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			o.old, o.new = args[0], args[1]
			return runGlossaryDiff(cmd.Context(), u, *o)
		},
	}
	o.listFlags.register(cmd)
	cmd.Flags().BoolVar(&o.exitCode, "exit-code", false, "exit 1 if the glossaries differ")
	return cmd
}

func runGlossaryDiff(ctx context.Context, u *ui, o diffOptions) error {
	if err := u.guardOutput(o.output, o.old, o.new); err != nil {
		return err
	}
	before, after, err := loadTwo(u, o.old, o.new)
	if err != nil {
		return err
	}
	changes := compare.Diff(before.Terms(), after.Terms())
	err = u.writeResult(ctx, o.output, func(w io.Writer) error {
		if o.json() {
			return writeJSON(w, map[string]any{"changes": changesJSON(changes)})
		}
		out := bufio.NewWriter(w)
		for i := range changes {
			for _, line := range changes[i].Lines() {
				fmt.Fprintln(out, printable(line))
			}
		}
		return out.Flush()
	})
	if err != nil {
		return err
	}
	u.Say("%s", changesSummary(changes))
	if o.exitCode && len(changes) > 0 {
		return errFindings
	}
	return nil
}

// loadTwo reads two glossaries, each by itself.
func loadTwo(u *ui, old, now string) (before, after *glossary.Glossary, err error) {
	a, err := loadGlossaries(u, []string{old})
	if err != nil {
		return nil, nil, err
	}
	b, err := loadGlossaries(u, []string{now})
	return a.glossary, b.glossary, err
}

// changesSummary counts changes: "2 entries added, 1 removed, 3 changed".
func changesSummary(changes []compare.Change) string {
	n := map[compare.Kind]int{}
	for _, c := range changes {
		n[c.Kind]++
	}
	return fmt.Sprintf("%s added, %d removed, %d changed", counted(n[compare.Added], "entry", "entries"), n[compare.Removed], n[compare.Changed])
}

// changeJSON is one change in the JSON form.
type changeJSON struct {
	Change  string       `json:"change"`
	ID      string       `json:"id"`
	Zh      string       `json:"zh"`
	Old     *entryJSON   `json:"old,omitempty"`
	New     *entryJSON   `json:"new,omitempty"`
	Details []detailJSON `json:"details,omitempty"`
}

type detailJSON struct {
	Field   string   `json:"field"`
	Sense   int      `json:"sense,omitempty"`
	Removed []string `json:"removed,omitempty"`
	Added   []string `json:"added,omitempty"`
	Moved   bool     `json:"moved,omitempty"`
	Judged  bool     `json:"judged"` // a text may be judged differently for it
}

func changesJSON(changes []compare.Change) []changeJSON {
	out := []changeJSON{}
	for i := range changes {
		out = append(out, changeOf(&changes[i]))
	}
	return out
}

func changeOf(c *compare.Change) changeJSON {
	j := changeJSON{Change: string(c.Kind), ID: c.Term().ID, Zh: c.Term().Zh}
	if c.Old != nil {
		old := entryOf(c.Old)
		j.Old = &old
	}
	if c.New != nil {
		now := entryOf(c.New)
		j.New = &now
	}
	for _, d := range c.Details {
		j.Details = append(j.Details, detailJSON{d.Field, d.Sense, d.Removed, d.Added, d.Moved, d.Matters})
	}
	return j
}
