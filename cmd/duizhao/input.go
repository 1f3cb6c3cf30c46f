package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"duizhao/article"
)

// stdinName is how a command line names standard input.
const stdinName = "-"

// readFlags are the flags of every command that reads articles.
type readFlags struct {
	encoding       string
	from           string
	maxBytes       byteSize
	keep           []string
	splitSemicolon bool
	maxRunes       int
}

func (f *readFlags) register(cmd *cobra.Command) {
	f.maxBytes = article.DefaultMaxBytes
	flags := cmd.Flags()
	flags.StringVar(&f.encoding, "encoding", "", "read in this encoding (utf-8, gb18030, big5, utf-16le …) instead of finding out")
	flags.StringVar(&f.from, "from", "", "read as text, markdown or html instead of finding out")
	flags.Var(&f.maxBytes, "max-bytes", "refuse larger input (64M, 1G …)")
	flags.StringSliceVar(&f.keep, "keep", nil, "make units of what this cleaning step would remove: glosses, watermark, metadata, boilerplate")
	flags.BoolVar(&f.splitSemicolon, "split-semicolon", false, "also end segments at ；")
	flags.IntVar(&f.maxRunes, "max-runes", 0, "split segments longer than this at clause marks (0: never)")
}

// options turns the flags into options for reading the article called name.
func (f *readFlags) options(name string) article.Options {
	return article.Options{
		Name: name, Format: article.Format(f.from), Encoding: f.encoding, MaxBytes: int64(f.maxBytes),
		Keep: f.keep, SplitSemicolon: f.splitSemicolon, MaxRunes: f.maxRunes,
	}
}

// validate refuses values that no article could be read with.
func (f *readFlags) validate() error {
	switch article.Format(f.from) {
	case article.FormatAuto, article.FormatText, article.FormatMarkdown, article.FormatHTML:
	default:
		return withHint(fmt.Errorf("unknown value %q of --from", f.from), "want text, markdown or html")
	}
	for _, step := range f.keep {
		if !slices.Contains(article.Keepable(), step) {
			return withHint(fmt.Errorf("unknown value %q of --keep", step), "want one of "+strings.Join(article.Keepable(), ", "))
		}
	}
	if f.maxRunes < 0 {
		return fmt.Errorf("--max-runes %d: want 0 or more", f.maxRunes)
	}
	return nil
}

// An article and its bitext take about three times the memory of the file.
// Where that is much, garbage is collected more often than Go does by itself,
// so that the peak stays below six times the file.
const (
	largeInput     = 8 << 20
	largeGCPercent = 40
)

// readArticle reads the article in the file path, or on standard input.
func (u *ui) readArticle(path string, f readFlags) (*article.Article, error) {
	if path == stdinName {
		if _, ok := terminal(u.in); ok {
			u.Say("reading from the terminal; end with Ctrl-D")
		}
		a, err := article.Read(u.in, f.options(""))
		return a, readError("standard input", err)
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, readError(path, pathCause(err))
	}
	defer file.Close() // read only: nothing is lost when closing fails
	if info, err := file.Stat(); err == nil && info.Size() > largeInput {
		debug.SetGCPercent(largeGCPercent)
	}
	a, err := article.Read(file, f.options(path))
	return a, readError(path, pathCause(err))
}

// readError names the file and adds the advice that fits the cause.
func readError(name string, err error) error {
	if err == nil {
		return nil
	}
	wrapped := fmt.Errorf("read %s: %w", name, err)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return withHint(wrapped, "check the path; duizhao translate - reads standard input")
	case errors.Is(err, article.ErrTooLarge):
		return withHint(wrapped, "raise the limit with --max-bytes, for example --max-bytes 1G")
	}
	return wrapped
}

// articleEndings are the files that a directory is searched for.
var articleEndings = []string{".txt", ".md", ".markdown", ".html", ".htm", ".xhtml"}

// expand replaces each directory among args by the articles below it, in
// order of their paths. Hidden files and directories are passed over.
func expand(args []string) ([]string, error) {
	var paths []string
	for _, arg := range args {
		info, err := os.Stat(arg)
		if arg == stdinName || err != nil || !info.IsDir() {
			paths = append(paths, arg) // a missing file is reported when it is read
			continue
		}
		found, err := articlesBelow(arg)
		if err != nil {
			return nil, err
		}
		if len(found) == 0 {
			return nil, withHint(fmt.Errorf("no article in directory %s", arg), "articles end in "+strings.Join(articleEndings, ", "))
		}
		paths = append(paths, found...)
	}
	return paths, nil
}

func articlesBelow(dir string) ([]string, error) {
	var found []string
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case path != dir && strings.HasPrefix(entry.Name(), "."):
			if entry.IsDir() {
				return filepath.SkipDir
			}
		case !entry.IsDir() && slices.Contains(articleEndings, strings.ToLower(filepath.Ext(path))):
			found = append(found, path)
		}
		return nil
	})
	return found, err
}

// byteSize is a number of bytes on the command line: 1000, 64K, 64M, 1G.
type byteSize int64

// String, Set and Type make byteSize a flag value.
func (s *byteSize) String() string {
	n, unit := int64(*s), ""
	for _, u := range []string{"K", "M", "G"} {
		if n == 0 || n%1024 != 0 {
			break
		}
		n, unit = n/1024, u
	}
	return strconv.FormatInt(n, 10) + unit
}

func (s *byteSize) Set(text string) error {
	digits := strings.TrimSuffix(strings.ToUpper(text), "B")
	shift := 0
	for i, unit := range []string{"K", "M", "G"} {
		if rest, ok := strings.CutSuffix(digits, unit); ok {
			digits, shift = rest, 10*(i+1)
			break
		}
	}
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || n <= 0 || n > (1<<62)>>shift {
		return errors.New("want a size such as 500K, 64M or 1G")
	}
	*s = byteSize(n << shift)
	return nil
}

func (s *byteSize) Type() string { return "size" }
