package main

import (
	"context"
	"errors"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"duizhao/bitext"
	"duizhao/check"
	"duizhao/check/impact"
)

type impactOptions struct {
	contextFlags
	old, new  string
	files     []string
	format    string
	output    string
	profile   string
	failLevel string
}

func newGlossaryImpactCmd(u *ui) *cobra.Command {
	o := &impactOptions{failLevel: string(bitext.Error)}
	cmd := &cobra.Command{
		Use:   "impact OLD NEW BITEXT…",
		Short: "Show what a change of a glossary does to translations",
		Long: `impact holds bitexts to two states of a glossary and shows, entry by entry, the
units that the change touches: how their English meets the term before and after,
and which findings of duizhao check come and go. Markdown is for the comment on a
pull request.

Exit code 1: the change brings a finding at or above --fail-level.`,
		Example: `  duizhao glossary impact old.yaml glossary.yaml translations/*.jsonl
  duizhao glossary impact -f markdown -o comment.md old.yaml glossary.yaml corpus.tmx
  duizhao glossary impact --fail-level warning old.yaml new.yaml approved.jsonl`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) < 3 {
				return withHint(errors.New("impact takes two glossaries and at least one bitext"), "duizhao glossary impact old.yaml new.yaml approved.jsonl")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			o.old, o.new, o.files = args[0], args[1], args[2:]
			return runGlossaryImpact(cmd.Context(), u, *o)
		},
	}
	o.contextFlags.register(cmd)
	choiceFlag(cmd, &o.format, "format", "f", []string{"text", "json", "markdown"}, "text, json or markdown (default: by the ending of --output, else text)")
	cmd.Flags().StringVarP(&o.output, "output", "o", stdinName, "write to this `FILE` (-: standard output)")
	choiceFlag(cmd, &o.profile, "profile", "", []string{string(check.Machine), string(check.Human)}, "judge as the work of a machine or of a human (default: by what each unit says of its origin)")
	choiceFlag(cmd, &o.failLevel, "fail-level", "", []string{"error", "warning", "note", failNever}, "exit code 1 for new findings of this severity or graver; or never")
	return cmd
}

func runGlossaryImpact(ctx context.Context, u *ui, o impactOptions) error {
	if err := u.guardOutput(o.output, append([]string{o.old, o.new}, o.files...)...); err != nil {
		return err
	}
	before, err := loadGlossaries(u, []string{o.old})
	if err != nil {
		return err
	}
	after, err := loadGlossaries(u, []string{o.new})
	if err != nil {
		return err
	}
	var inputs []check.Input
	for _, file := range o.files {
		docs, err := u.readBitext(ctx, file)
		if err != nil {
			return err
		}
		for _, d := range docs {
			inputs = append(inputs, check.Input{Document: d})
		}
	}
	limit := bitext.Severity(o.failLevel)
	if o.failLevel == failNever {
		limit = check.Off
	}
	i, err := impact.Of(ctx, before.glossary, after.glossary, inputs, check.Options{
		Context: o.context(u, after), Profile: check.Profile(o.profile),
	}, limit)
	if err != nil {
		return err
	}
	report := impactReport{i, limit, o.old, o.new}
	err = u.writeResult(ctx, o.output, func(w io.Writer) error {
		switch o.outputFormat() {
		case "json":
			return writeJSON(w, report.json())
		case "markdown":
			return report.markdown(w)
		}
		return report.text(w)
	})
	if err != nil {
		return err
	}
	u.Say("%s", report.summary())
	if report.failing() > 0 {
		return errFindings
	}
	return nil
}

// outputFormat is the format of --format, or that of the ending of --output.
func (o *impactOptions) outputFormat() string {
	switch ending := strings.ToLower(filepath.Ext(o.output)); {
	case o.format != "":
		return o.format
	case ending == ".json":
		return "json"
	case ending == ".md" || ending == ".markdown":
		return "markdown"
	}
	return "text"
}
