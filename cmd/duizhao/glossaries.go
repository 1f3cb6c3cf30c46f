package main

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"duizhao"
	"duizhao/bitext"
	"duizhao/glossary"
	"duizhao/lang/lexicon"
)

// builtinName names the glossary inside the program on the command line and
// in duizhao.yaml.
const builtinName = "builtin"

// maxShownErrors is how many errors of a glossary are said one by one.
const maxShownErrors = 20

// glossaryFlags are the flags of every command that uses a glossary.
type glossaryFlags struct{ glossaries []string }

func (f *glossaryFlags) register(cmd *cobra.Command) {
	cmd.Flags().VarP(&fileList{values: &f.glossaries}, "glossary", "g", `glossary file; repeat to stack, later wins ("builtin": the one inside duizhao, which any other replaces)`)
}

// fileList is a flag value: a list of files, one each time it is given.
type fileList struct {
	values *[]string
	given  bool
}

// String, Set and Type make fileList a flag value.
func (l *fileList) String() string { return strings.Join(*l.values, ",") }

func (l *fileList) Set(path string) error {
	if !l.given {
		*l.values, l.given = nil, true
	}
	*l.values = append(*l.values, path)
	return nil
}

func (l *fileList) Type() string { return "FILE" }

// contextFlags say what the renderings depend on besides the text.
type contextFlags struct{ house, genre string }

func (f *contextFlags) register(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.house, "house", "", "`NAME` of the house whose renderings come first, for example state-council")
	choiceFlag(cmd, &f.genre, "genre", "", glossary.Genres(), strings.Join(glossary.Genres(), ", ")+": the genre whose renderings come first")
}

// context is the context of a run with these flags.
func (f *contextFlags) context(u *ui, set glossarySet) glossary.Context {
	if f.house != "" && !slices.Contains(set.houses(), f.house) {
		u.Warn("no rendering names the house %q; there are: %s", f.house, cmp.Or(strings.Join(set.houses(), ", "), "none"))
	}
	return glossary.Context{House: f.house, Genre: f.genre, Borders: lexicon.Borders()}
}

// listFlags are the flags of commands that print a list as text or JSON.
type listFlags struct{ format, output string }

func (f *listFlags) register(cmd *cobra.Command) {
	choiceFlag(cmd, &f.format, "format", "f", []string{"text", "json"}, "text or json (default: by the ending of --output, else text)")
	cmd.Flags().StringVarP(&f.output, "output", "o", stdinName, "write to this `FILE` (-: standard output)")
}

func (f *listFlags) json() bool {
	return f.format == "json" || f.format == "" && strings.EqualFold(filepath.Ext(f.output), ".json")
}

// glossarySet is a stack of glossaries, ready to match, and what a bitext
// records of it.
type glossarySet struct {
	glossary *glossary.Glossary
	files    []bitext.GlossaryFile
	builtin  map[*glossary.Term]bool // the terms that are those inside duizhao
}

// houses are the houses that renderings of the glossary name, sorted.
func (s glossarySet) houses() []string {
	var houses []string
	for _, t := range s.glossary.Terms() {
		for _, sense := range t.Senses {
			for _, r := range sense.Renderings {
				houses = append(houses, r.House...)
			}
		}
	}
	slices.Sort(houses)
	return slices.Compact(houses)
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
		if name == builtinName {
			set.builtin = make(map[*glossary.Term]bool, len(file.Terms))
			for _, t := range file.Terms {
				set.builtin[t] = true
			}
		}
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
	return fmt.Errorf("glossary %s has %s and is not used, so that no term is lost silently", name, counted(wrong, "error", "errors"))
}

// diagnosed turns a diagnostic into an error with its hint apart.
func diagnosed(d glossary.Diagnostic) error {
	err := fmt.Errorf("%s:%d:%d: %s", d.File, d.Line, d.Column, shorten(d.Message))
	if d.Hint == "" {
		return err
	}
	return withHint(err, shorten(d.Hint))
}

// maxMessage is how much of a message is said, in runes: where a file is no
// glossary at all, a message may quote all of it.
const maxMessage = 200

func shorten(s string) string {
	if r := []rune(s); len(r) > maxMessage {
		return string(r[:maxMessage]) + "…"
	}
	return s
}
