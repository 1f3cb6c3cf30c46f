package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"duizhao/glossary"
	"duizhao/glossary/exchange"
)

type importOptions struct {
	file, output, format string
	decisions            string
	proposed             bool
}

func newGlossaryImportCmd(u *ui) *cobra.Command {
	o := &importOptions{}
	cmd := &cobra.Command{
		Use:   "import FILE",
		Short: "Make a glossary of another tool's list of terms",
		Long: `import reads a list of terms in the form of another tool and writes it as a
glossary: tables with headers in many words or none, TBX of any edition,
glossaries of OmegaT, dictionaries of DeepL and Google, JSON. Rows for the same
Chinese become one entry. What cannot be used is said with its line and left
out, and the exit code is then 1.

With --decisions, FILE is a glossary, and the decisions that a reviewer wrote
into a workbook of glossary export are made in it; comments and order stay.`,
		Example: `  duizhao glossary import terms.xlsx -o house.yaml
  duizhao glossary import -f omegat glossary.txt > house.yaml
  duizhao glossary import --proposed from-agency.tbx -o agency.yaml
  duizhao glossary import house.yaml --decisions review.xlsx -o house.yaml`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return withHint(errors.New("import takes one file"), "duizhao glossary import terms.xlsx -o house.yaml")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			o.file = args[0]
			if o.decisions != "" {
				return runDecisions(cmd.Context(), u, *o)
			}
			return runGlossaryImport(cmd.Context(), u, *o)
		},
	}
	flags := cmd.Flags()
	choiceFlag(cmd, &o.format, "format", "f", exchange.Formats(), strings.Join(exchange.Formats(), ", ")+" (default: by the ending of FILE)")
	flags.StringVarP(&o.output, "output", "o", stdinName, "write to this `FILE` (-: standard output)")
	flags.StringVar(&o.decisions, "decisions", "", "make the decisions of this `WORKBOOK` in the glossary FILE")
	flags.BoolVar(&o.proposed, "proposed", false, "take every term as proposed, until somebody approves it")
	return cmd
}

func runGlossaryImport(ctx context.Context, u *ui, o importOptions) error {
	format, err := exchangeFormat(o.format, o.file, exchange.CSV)
	if err != nil {
		return err
	}
	if err := u.guardOutput(o.output, o.file); err != nil {
		return err
	}
	in := u.in
	if o.file != stdinName {
		file, err := os.Open(o.file)
		if err != nil {
			return fmt.Errorf("read %s: %w", o.file, pathCause(err))
		}
		defer file.Close() // read only
		in = file
	}
	terms, diagnostics, err := exchange.Read(interruptible(ctx, in), format, o.file)
	wrong := sayAll(u, diagnostics)
	if err != nil {
		return withHint(err, "is it "+string(format)+"? --format names another")
	}
	if o.proposed {
		for _, t := range terms {
			t.Status = glossary.Proposed
		}
	}
	err = u.writeResult(ctx, o.output, func(w io.Writer) error { return exchange.WriteYAML(w, terms) })
	if err != nil {
		return err
	}
	u.Say("%s of %s", counted(len(terms), "term", "terms"), o.file)
	if wrong > 0 {
		u.Say("exit code 1, since %s left out", counted(wrong, "row is", "rows are"))
		return errFindings
	}
	return nil
}

// sayAll tells diagnostics and counts the errors.
func sayAll(u *ui, diagnostics []glossary.Diagnostic) int {
	wrong := 0
	for _, d := range diagnostics {
		if d.Severity == glossary.Error {
			wrong++
			u.Error(diagnosed(d))
			continue
		}
		u.Warn("%v", diagnosed(d))
	}
	return wrong
}

// runDecisions makes the decisions of a reviewer in a glossary.
func runDecisions(ctx context.Context, u *ui, o importOptions) error {
	if err := u.guardOutput(o.output, o.decisions); err != nil {
		return err
	}
	data, err := readGlossaryFile(u, o.file)
	if err != nil {
		return err
	}
	book, err := os.Open(o.decisions)
	if err != nil {
		return fmt.Errorf("read %s: %w", o.decisions, pathCause(err))
	}
	defer book.Close() // read only
	decisions, diagnostics, err := exchange.ReadDecisions(interruptible(ctx, book), o.decisions)
	wrong := sayAll(u, diagnostics)
	if err != nil {
		return err
	}
	out, diagnostics, err := exchange.Apply(data, decisions)
	if err != nil {
		return fmt.Errorf("glossary %s: %w", o.file, err)
	}
	for i := range diagnostics {
		diagnostics[i].File = o.decisions
	}
	wrong += sayAll(u, diagnostics)
	err = u.writeResult(ctx, o.output, func(w io.Writer) error { _, err := w.Write(out); return err })
	if err != nil {
		return err
	}
	u.Say("%s made", counted(len(decisions), "decision", "decisions"))
	if wrong > 0 {
		return errFindings
	}
	return nil
}

// readGlossaryFile reads a glossary file that is to be changed; one with
// errors is refused.
func readGlossaryFile(u *ui, path string) ([]byte, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read glossary %s: %w", path, pathCause(err))
	}
	_, diagnostics := glossary.Parse(path, data)
	wrong := 0
	for _, d := range diagnostics {
		if d.Severity == glossary.Error {
			wrong++
			u.Error(diagnosed(d))
		}
	}
	if wrong > 0 {
		return nil, fmt.Errorf("glossary %s has %s; mend them first", path, counted(wrong, "error", "errors"))
	}
	return data, nil
}
