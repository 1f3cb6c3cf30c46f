package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"

	"github.com/spf13/cobra"
)

// Exit codes. They are a contract: see the root command's help.
const (
	exitOK          = 0   // done and clean
	exitFindings    = 1   // done, with units in a status of --fail-on
	exitError       = 2   // usage, configuration or input error, or no engine
	exitInterrupted = 130 // Ctrl-C
)

// errFindings ends a run that did its work and found something: what was
// found has been said already.
var errFindings = errors.New("findings")

// run is the program.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt)
	defer stop()
	u := &ui{in: stdin, out: stdout, err: stderr}
	root := newRootCmd(u)
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	return exitCode(root.ExecuteContext(ctx), u)
}

// exitCode says what went wrong, if anything did, and turns it into a code.
func exitCode(err error, u *ui) int {
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errFindings):
		return exitFindings
	case errors.Is(err, context.Canceled):
		u.Error(errors.New("interrupted"))
		return exitInterrupted
	}
	u.Error(err)
	return exitError
}

func newRootCmd(u *ui) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "duizhao",
		Short: "Translate Chinese policy articles with the official terms guaranteed",
		Long: `duizhao (对照) turns Chinese policy articles into aligned Chinese-English text.

It reads an article as people really get it (scraped, mis-converted, in any
encoding), cleans and segments it, has it translated, and says for every
official term where it stands in the Chinese, where it stands in the English
and how it is met. Nothing is silently dropped, shifted or left unchecked.`,
		Example: `  duizhao translate article.txt                  a table in the terminal
  duizhao translate article.html -o article.jsonl    the canonical form, with receipts
  duizhao translate articles/ -o out/ -f html    a page for every article
  duizhao segment --show-removed article.txt     what was cleaned away, and why
  duizhao glossary match article.txt             the official terms of an article
  duizhao init                                   begin a project: duizhao.yaml, glossary.yaml`,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.NoArgs,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.SetHelpTemplate(cmd.HelpTemplate() + `{{if not .HasParent}}
Exit codes:
  0    done and clean
  1    done, with units in a status of --fail-on
  2    usage, configuration or input error, or the engine could not be used at all
  130  interrupted
{{end}}`)
	cmd.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return withHint(err, "duizhao help"+commandWords(c))
	})
	cmd.PersistentFlags().BoolVarP(&u.quiet, "quiet", "q", false, "say errors only")
	cmd.PersistentFlags().BoolVarP(&u.verbose, "verbose", "v", false, "say more")
	cmd.PersistentFlags().BoolVar(&u.noColor, "no-color", false, "no colour (also: NO_COLOR)")
	cmd.AddCommand(newTranslateCmd(u), newSegmentCmd(u), newGlossaryCmd(u), newInitCmd(u), newVersionCmd(u))
	return cmd
}

// commandWords are the words that name c below the root: " glossary match".
func commandWords(c *cobra.Command) string {
	words := ""
	for ; c.HasParent(); c = c.Parent() {
		words = " " + c.Name() + words
	}
	return words
}
