package article

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

var update = flag.Bool("update", false, "write what the corpus expects anew; read it afterwards")

// corpusCase is one phenomenon: testdata/NAME.txtar holds the file raw and
// what becomes of it. Lines "name: value" above the files are options.
type corpusCase struct {
	path    string
	comment string
	raw     string
	options Options
}

// corpusFile is a file in a txtar archive: a line "-- name --" stands above
// its text.
type corpusFile struct{ name, data string }

// parseFiles reads a txtar archive.
func parseFiles(text string) (comment string, files []corpusFile) {
	for row := range strings.Lines(text) {
		name, ok := strings.CutPrefix(strings.TrimSpace(row), "-- ")
		if name, end := strings.CutSuffix(name, " --"); ok && end {
			files = append(files, corpusFile{name: name})
		} else if len(files) == 0 {
			comment += row
		} else {
			files[len(files)-1].data += row
		}
	}
	return comment, files
}

// formatFiles writes a txtar archive.
func formatFiles(comment string, files []corpusFile) string {
	var b strings.Builder
	b.WriteString(comment)
	for _, f := range files {
		fmt.Fprintf(&b, "-- %s --\n%s", f.name, f.data)
	}
	return b.String()
}

func corpusCases(t rapid.TB) []corpusCase {
	t.Helper()
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	if len(paths) == 0 {
		t.Fatal("no corpus")
	}
	var out []corpusCase
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		comment, files := parseFiles(string(data))
		c := corpusCase{path: path, comment: comment, options: Options{Format: FormatText}}
		for row := range strings.Lines(comment) {
			if name, value, ok := strings.Cut(strings.TrimSpace(row), ": "); ok && !strings.HasPrefix(row, "#") {
				c.option(t, name, value)
			}
		}
		for _, f := range files {
			if f.name == "raw" {
				c.raw = f.data
			}
		}
		if len(c.raw) == 0 {
			t.Fatalf("%s has no file raw", path)
		}
		out = append(out, c)
	}
	return out
}

func (c *corpusCase) option(t rapid.TB, name, value string) {
	t.Helper()
	switch name {
	case "format":
		c.options.Format = Format(value)
	case "keep":
		c.options.Keep = strings.Split(value, ",")
	case "split-semicolon":
		c.options.SplitSemicolon = value == "true"
	case "max-runes":
		n, err := strconv.Atoi(value)
		if err != nil {
			t.Fatalf("%s: %v", c.path, err)
		}
		c.options.MaxRunes = n
	default:
		t.Fatalf("%s: no option %s", c.path, name)
	}
}

// TestCorpus compares what becomes of each case with what is expected.
func TestCorpus(t *testing.T) {
	for _, c := range corpusCases(t) {
		t.Run(strings.TrimSuffix(filepath.Base(c.path), ".txtar"), func(t *testing.T) {
			a, err := Read(strings.NewReader(c.raw), c.options)
			if err != nil {
				t.Fatal(err)
			}
			checkLaws(t, a)
			compareGolden(t, c.path, c.comment, append([]corpusFile{{"raw", c.raw}}, golden(a)...))
		})
	}
}

// TestArticles compares the articles of testdata/articles at the root with
// the .golden files beside them.
func TestArticles(t *testing.T) {
	for _, path := range articlePaths(t) {
		t.Run(filepath.Base(path), func(t *testing.T) {
			a := readFile(t, path)
			checkLaws(t, a)
			compareGolden(t, strings.TrimSuffix(path, filepath.Ext(path))+".golden", "", golden(a))
		})
	}
}

func articlePaths(t rapid.TB) []string {
	t.Helper()
	paths, err := filepath.Glob("../testdata/articles/*.*")
	if err != nil {
		t.Fatal(err)
	}
	paths = slices.DeleteFunc(paths, func(p string) bool { return filepath.Ext(p) == ".golden" })
	if len(paths) < 11 {
		t.Fatalf("only %d articles", len(paths))
	}
	return paths
}

func readFile(t rapid.TB, path string) *Article {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	a, err := Read(f, Options{Name: path})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// compareGolden compares want with the file path, or writes it with -update.
func compareGolden(t *testing.T, path string, comment string, files []corpusFile) {
	t.Helper()
	text := formatFiles(comment, files)
	if *update {
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), text); diff != "" {
		t.Errorf("%s (-want +have):\n%s", path, diff)
	}
}

// oneLine shows line ends and tabs inside a text.
var oneLine = strings.NewReplacer("\r\n", `\n`, "\n", `\n`, "\t", `\t`)

// golden writes an article for people: empty files are left out, and so is
// the markup of a page.
func golden(a *Article) []corpusFile {
	var meta, segments, removed, damaged strings.Builder
	for _, f := range a.Meta {
		fmt.Fprintf(&meta, "%s\t%s\n", f.Name, oneLine.Replace(f.Value))
	}
	for _, b := range a.Blocks {
		for _, s := range b.Segments {
			fmt.Fprintf(&segments, "%s\t%s\n", s.At, oneLine.Replace(s.Text))
			for _, d := range s.Damaged {
				fmt.Fprintf(&damaged, "%s\t%s\n", s.At, string([]rune(s.Text)[d.Start:d.End]))
			}
		}
	}
	for _, r := range a.Removed {
		if r.Step != stepMarkup {
			fmt.Fprintf(&removed, "%s\t%s\t%s\n", r.Step, r.Reason, oneLine.Replace(a.Source.Text[r.Span.Start:r.Span.End]))
		}
	}
	var out []corpusFile
	for _, f := range []struct {
		name string
		text *strings.Builder
	}{{"meta", &meta}, {"segments", &segments}, {"damaged", &damaged}, {"removed", &removed}} {
		if f.text.Len() > 0 {
			out = append(out, corpusFile{f.name, f.text.String()})
		}
	}
	return out
}

// TestCleanStaysClean reads cleaned articles again, as plain text with one
// block a line: the same segments come out, and nothing is edited.
func TestCleanStaysClean(t *testing.T) {
	for _, path := range articlePaths(t) {
		t.Run(filepath.Base(path), func(t *testing.T) {
			first := readFile(t, path)
			if isDamaged(first) {
				t.Skip("a damaged text is not clean")
			}
			text := cleanText(first)
			second := readText(t, text, Options{})
			if len(second.Removed) > 0 {
				t.Errorf("removed %v", second.Removed)
			}
			for _, f := range second.Meta {
				if !f.Span.Empty() {
					t.Errorf("%s was taken out: %s", f.Name, f.Value)
				}
			}
			if diff := cmp.Diff(texts(first), texts(second)); diff != "" {
				t.Errorf("(-first +second):\n%s", diff)
			}
			for _, b := range second.Blocks {
				for _, s := range b.Segments {
					if len(s.Edits) > 0 {
						t.Errorf("%s is edited: %s", s.At, s.Text)
					}
				}
			}
		})
	}
}

func isDamaged(a *Article) bool {
	for _, s := range a.Steps {
		if s.Name == stepDamage && s.Count > 0 {
			return true
		}
	}
	return false
}

func texts(a *Article) []string {
	var out []string
	for _, b := range a.Blocks {
		for _, s := range b.Segments {
			out = append(out, s.Text)
		}
	}
	return out
}

// FuzzRead tests law 1 on whatever comes, as text, Markdown and HTML.
func FuzzRead(f *testing.F) {
	for _, c := range corpusCases(f) {
		f.Add(c.raw, uint8(0), uint16(0))
	}
	for _, path := range articlePaths(f) {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data), uint8(1), uint16(40))
	}
	formats := []Format{FormatText, FormatMarkdown, FormatHTML}
	f.Fuzz(func(t *testing.T, text string, flags uint8, maxRunes uint16) {
		o := Options{Format: formats[int(flags)%len(formats)], Encoding: "utf-8", SplitSemicolon: flags&64 != 0, MaxRunes: int(maxRunes % 500)}
		if flags&128 != 0 {
			o.Keep = []string{stepBoilerplate, stepLayout}
		}
		a, err := Read(strings.NewReader(text), o)
		if err != nil {
			return
		}
		checkLaws(t, a)
	})
}
