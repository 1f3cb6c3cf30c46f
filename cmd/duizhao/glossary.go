package main

import "github.com/spf13/cobra"

func newGlossaryCmd(u *ui) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "glossary",
		Short: "Look at the glossary and what it does to texts",
		Args:  knownCommand,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(
		newGlossaryMatchCmd(u), newGlossaryTryCmd(u), newGlossaryLookupCmd(u), newGlossaryListCmd(u), newGlossaryDiffCmd(u), newGlossaryImpactCmd(u), newGlossaryExtractCmd(u),
		newGlossaryImportCmd(u), newGlossaryExportCmd(u), newGlossaryFmtCmd(u), newGlossaryLintCmd(u), newGlossarySchemaCmd(u),
	)
	return cmd
}
