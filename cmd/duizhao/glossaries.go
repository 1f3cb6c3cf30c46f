package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"duizhao"
	"duizhao/bitext"
	"duizhao/glossary"
)

// builtinName names the glossary inside the program on the command line and
// in duizhao.yaml.
const builtinName = "builtin"

// maxShownErrors is how many errors of a glossary are said one by one.
const maxShownErrors = 20

// glossaryFlags are the flags of every command that uses a glossary.
type glossaryFlags struct {
	glossaries []string
	config     string
}

func (f *glossaryFlags) register(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringArrayVarP(&f.glossaries, "glossary", "g", nil, `glossary file; repeat to stack, later wins ("builtin": the one inside duizhao, which any other replaces)`)
	flags.StringVar(&f.config, "config", "", "project defaults (default: duizhao.yaml here or in a parent directory)")
}

// fillFromConfig takes the glossaries of duizhao.yaml where no flag names any.
func (f *glossaryFlags) fillFromConfig(cmd *cobra.Command) error {
	c, err := loadConfig(f.config)
	if err != nil {
		return err
	}
	if !cmd.Flags().Changed("glossary") {
		f.glossaries = c.Glossary
	}
	return nil
}

// glossarySet is a stack of glossaries, ready to match, and what a bitext
// records of it.
type glossarySet struct {
	glossary *glossary.Glossary
	files    []bitext.GlossaryFile
}

// loadGlossaries reads a stack of glossaries, lowest first; none named means
// the built-in one. A file with errors is refused, all errors told.
func loadGlossaries(u *ui, names []string) (glossarySet, error) {
	if len(names) == 0 {
		names = []string{builtinName}
	}
	var set glossarySet
	var files []*glossary.File
	for _, name := range names {
		file, sum, err := loadGlossary(u, name)
		if err != nil {
			return glossarySet{}, err
		}
		set.files = append(set.files, bitext.GlossaryFile{
			Path: filepath.ToSlash(name), SHA256: hex.EncodeToString(sum[:]), Terms: len(file.Terms),
		})
		files = append(files, file)
		u.Tell("glossary %s: %s", name, counted(len(file.Terms), "term", "terms"))
	}
	if err := sayDiagnostics(u, "stack", glossary.Check(files...)); err != nil {
		return glossarySet{}, err
	}
	set.glossary = glossary.New(files...)
	return set, nil
}

// loadGlossary reads one glossary, and gives the hash of its YAML.
func loadGlossary(u *ui, name string) (*glossary.File, [sha256.Size]byte, error) {
	var none [sha256.Size]byte
	if name == builtinName {
		file := new(glossary.File)
		if err := file.UnmarshalBinary(duizhao.GlossaryCompiled); err != nil {
			return nil, none, fmt.Errorf("read the built-in glossary: %w", err)
		}
		return file, sha256.Sum256(duizhao.GlossaryYAML), nil
	}
	data, err := os.ReadFile(name)
	if err != nil {
		err = fmt.Errorf("read glossary %s: %w", name, pathCause(err))
		if errors.Is(err, fs.ErrNotExist) {
			return nil, none, withHint(err, "duizhao init writes a glossary to begin with; -g builtin is the one inside duizhao")
		}
		return nil, none, err
	}
	file, diagnostics := glossary.Parse(name, data)
	return file, sha256.Sum256(data), sayDiagnostics(u, name, diagnostics)
}

// sayDiagnostics tells what is wrong with a glossary; errors make it unusable.
func sayDiagnostics(u *ui, name string, diagnostics []glossary.Diagnostic) error {
	wrong := 0
	for _, d := range diagnostics {
		if d.Severity != glossary.Error {
			continue
		}
		if wrong++; wrong <= maxShownErrors {
			u.Error(diagnosed(d))
		}
	}
	if wrong == 0 {
		return nil
	}
	return withHint(fmt.Errorf("glossary %s has %s", name, counted(wrong, "error", "errors")), "a glossary with errors is not used, so that no term is lost silently")
}

// diagnosed turns a diagnostic into an error with its hint apart.
func diagnosed(d glossary.Diagnostic) error {
	err := fmt.Errorf("%s:%d:%d: %s", d.File, d.Line, d.Column, d.Message)
	if d.Hint == "" {
		return err
	}
	return withHint(err, d.Hint)
}
