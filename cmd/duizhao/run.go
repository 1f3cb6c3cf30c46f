package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// Exit codes. They are a contract: see the root command's help.
const (
	exitOK          = 0   // done and clean
	exitFindings    = 1   // done, with what --fail-on names, or findings of --fail-level
	exitError       = 2   // usage, configuration or input error, or no engine
	exitInterrupted = 130 // Ctrl-C
)

// exitHelp is the part of the help on exit codes.
const exitHelp = `Exit codes:
  0    done and clean
  1    done, but something that --fail-on names is there
  2    usage, configuration or input error, or the engine could not be used at all
  130  interrupted`

// errFindings ends a run that did its work and found something: what was
// found has been said already.
var errFindings = errors.New("findings")

// grace is how long a command may take to stop after Ctrl-C; what it writes
// by then is whole. A second Ctrl-C ends the program at once.
const grace = 5 * time.Second

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
	done := make(chan error, 1)
	go func() { done <- root.ExecuteContext(ctx) }()
	select {
	case err := <-done:
		return exitCode(err, u)
	case <-ctx.Done():
		stop()
	}
	select {
	case err := <-done:
		return exitCode(errors.Join(err, ctx.Err()), u)
	case <-time.After(grace):
		return exitCode(ctx.Err(), u)
	}
}

// exitCode says what went wrong, if anything did, and turns it into a code.
func exitCode(err error, u *ui) int {
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, context.Canceled):
		u.Error(errors.New("interrupted"))
		return exitInterrupted
	case errors.Is(err, errFindings):
		return exitFindings
	}
	u.Error(err)
	return exitError
}

func newRootCmd(u *ui) *cobra.Command {
	config := ""
	cmd := &cobra.Command{
		Use:   "duizhao",
		Short: "Translate Chinese policy articles with the official terms guaranteed",
		Long: `duizhao (对照) turns Chinese policy articles into aligned Chinese-English text.

It reads an article as people really get it (scraped, mis-converted, in any
encoding), cleans and segments it, has it translated, and says for every
official term where it stands in the Chinese, where it stands in the English
and how it is met. Nothing is silently dropped, shifted or left unchecked.`,
		Example: `  duizhao translate article.txt                    a table in the terminal
  duizhao translate article.html -o article.jsonl  the canonical form, with receipts
  duizhao translate articles/ -o out/ -f html      a page for every article
  duizhao check --pair report.zh.md report.en.md   terms, figures and what is missing
  duizhao segment --show-removed article.txt       what was cleaned away, and why
  duizhao glossary match article.txt               the official terms of an article
  duizhao init                                     start a project: duizhao.yaml, glossary.yaml`,
		Version:       version + revision(),
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          knownCommand,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error {
			return applyConfig(u, cmd, config)
		},
	}
	cmd.SetVersionTemplate("duizhao {{.Version}}\n")
	cmd.SetHelpTemplate(cmd.HelpTemplate() + `{{if or (not .HasParent) (eq .Name "translate")}}
` + exitHelp + `
{{end}}`)
	cmd.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return withHint(flagError(err), "duizhao help"+commandWords(c))
	})
	flags := cmd.PersistentFlags()
	flags.BoolVarP(&u.quiet, "quiet", "q", false, "print only errors")
	flags.BoolVarP(&u.verbose, "verbose", "v", false, "print more detail")
	flags.BoolVar(&u.noColor, "no-color", false, "no colour (also: NO_COLOR)")
	flags.StringVar(&config, "config", "", "project defaults in this `FILE` (default: duizhao.yaml here or in a parent directory)")
	cmd.AddCommand(newTranslateCmd(u), newCheckCmd(u), newSegmentCmd(u), newGlossaryCmd(u), newInitCmd(u), newVersionCmd(u))
	cmd.SetHelpCommand(newHelpCmd(cmd))
	return cmd
}

// newHelpCmd is cobra's help command, but an unknown topic is an error.
func newHelpCmd(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Print the help of a command",
		RunE: func(_ *cobra.Command, args []string) error {
			cmd, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 {
				return knownCommand(root, args)
			}
			cmd.InitDefaultHelpFlag()
			return cmd.Help()
		},
	}
}

// knownCommand is the argument rule of commands that only have subcommands:
// it says what an unknown one may have meant.
func knownCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	err := fmt.Errorf("unknown command %q", strings.TrimSpace(commandWords(cmd)+" "+args[0]))
	if fileExists(args[0]) {
		return withHint(err, "to translate the file: duizhao translate "+args[0])
	}
	cmd.SuggestionsMinimumDistance = 2
	if s := cmd.SuggestionsFor(args[0]); len(s) > 0 {
		return withHint(err, "did you mean duizhao"+commandWords(cmd)+" "+s[0]+"?")
	}
	return withHint(err, "duizhao help"+commandWords(cmd)+" lists the commands")
}

// flagError says which value of which flag is wrong, without the words of the
// flag library.
func flagError(err error) error {
	var invalid *pflag.InvalidValueError
	if errors.As(err, &invalid) {
		return fmt.Errorf("--%s %q: %s", invalid.GetFlag().Name, invalid.GetValue(), plainCause(invalid.Unwrap()))
	}
	return err
}

// commandWords are the words that name c below the root: " glossary match".
func commandWords(c *cobra.Command) string {
	words := ""
	for ; c.HasParent(); c = c.Parent() {
		words = " " + c.Name() + words
	}
	return words
}
