package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"duizhao/glossary/exchange"
)

type fmtOptions struct {
	files []string
	check bool
}

func newGlossaryFmtCmd(u *ui) *cobra.Command {
	o := &fmtOptions{}
	cmd := &cobra.Command{
		Use:   "fmt FILE…",
		Short: "Bring glossary files into the canonical form",
		Long: `fmt orders the keys of every entry, takes away quotation marks that are not
needed and puts one entry below the other. Comments, blank lines and the order
of entries stay; a second run changes nothing. The files are written in place,
and their names printed where something changed.`,
		Example: `  duizhao glossary fmt glossary.yaml
  duizhao glossary fmt --check *.yaml   # in CI: exit 1 if a file is not formatted`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return withHint(errors.New("fmt takes at least one glossary file"), "duizhao glossary fmt glossary.yaml")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			o.files = args
			return runGlossaryFmt(cmd.Context(), u, *o)
		},
	}
	cmd.Flags().BoolVar(&o.check, "check", false, "write nothing; exit 1 if a file is not in the canonical form")
	return cmd
}

func runGlossaryFmt(ctx context.Context, u *ui, o fmtOptions) error {
	changed := 0
	for _, path := range o.files {
		data, err := readGlossaryFile(u, path)
		if err != nil {
			return err
		}
		out, err := exchange.Canonical(data)
		if err != nil {
			return fmt.Errorf("glossary %s: %w", path, err)
		}
		if bytes.Equal(out, data) {
			continue
		}
		changed++
		if _, err := fmt.Fprintln(u.out, path); err != nil {
			return err
		}
		if o.check {
			continue
		}
		if err := u.writeResult(ctx, path, func(w io.Writer) error { _, err := w.Write(out); return err }); err != nil {
			return err
		}
	}
	if o.check && changed > 0 {
		u.Say("exit code 1, since %s not formatted; duizhao glossary fmt does it", counted(changed, "file is", "files are"))
		return errFindings
	}
	return nil
}
