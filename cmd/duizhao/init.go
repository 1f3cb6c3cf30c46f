package main

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"
)

//go:embed init/duizhao.yaml
var initConfig []byte

//go:embed init/glossary.yaml
var initGlossary []byte

func newInitCmd(u *ui) *cobra.Command {
	return &cobra.Command{
		Use:   "init [DIR]",
		Short: "Start a project: write duizhao.yaml and glossary.yaml",
		Long: `init writes two files into DIR (default: here): duizhao.yaml, the defaults
for every command run in DIR or below it, and glossary.yaml, where the terms
of the project go. The project's terms stand on top of the built-in glossary.
A file that is already there is never touched.`,
		Example: "  duizhao init\n  duizhao init policy-papers",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return fmt.Errorf("init takes one directory, have %d", len(args))
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			dir := "."
			if len(args) == 1 {
				dir = args[0]
			}
			return runInit(u, dir)
		},
	}
}

func runInit(u *ui, dir string) error {
	files := []struct {
		name string
		data []byte
	}{{configName, initConfig}, {"glossary.yaml", initGlossary}}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("make directory %s: %w", dir, pathCause(err))
	}
	for _, f := range files {
		path := filepath.Join(dir, f.name)
		if _, err := os.Lstat(path); err == nil {
			u.Say("left %s as it is", path)
			continue
		} else if !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		if err := writeFile(path, func(w io.Writer) error {
			_, err := bytes.NewReader(f.data).WriteTo(w)
			return err
		}); err != nil {
			return err
		}
		u.Say("wrote %s", path)
	}
	u.Say("next: add the terms of your project to %s, then duizhao translate ARTICLE", filepath.Join(dir, "glossary.yaml"))
	return nil
}
