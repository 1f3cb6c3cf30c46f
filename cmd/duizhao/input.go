package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"duizhao/article"
	"duizhao/lang/han"
)

// stdinName is how a command line names standard input.
const stdinName = "-"

// inputName is how messages name an input.
func inputName(path string) string {
	if path == stdinName {
		return "standard input"
	}
	return path
}

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
	flags.StringVar(&f.encoding, "encoding", "", "`NAME` of the encoding (utf-8, gb18030, big5, utf-16le …) instead of detecting it")
	choiceFlag(cmd, &f.from, "from", "", []string{
		string(article.FormatText), string(article.FormatMarkdown), string(article.FormatHTML),
	}, "read as text, markdown or html instead of detecting it")
	flags.Var(&f.maxBytes, "max-bytes", "refuse larger input (64M, 1G …)")
	flags.Var(&choices{value: &f.keep, allowed: article.Keepable()}, "keep", "keep as units what these cleaning steps would remove: "+strings.Join(article.Keepable(), ", "))
	complete(cmd, "keep", article.Keepable())
	flags.BoolVar(&f.splitSemicolon, "split-semicolon", false, "also end segments at ；")
	flags.Var(count{&f.maxRunes, 0}, "max-runes", "split segments longer than this at clause marks (0: never)")
}

// options turns the flags into options for reading the article called name.
func (f *readFlags) options(name string) article.Options {
	return article.Options{
		Name: name, Format: article.Format(f.from), Encoding: f.encoding, MaxBytes: int64(f.maxBytes),
		Keep: f.keep, SplitSemicolon: f.splitSemicolon, MaxRunes: f.maxRunes,
	}
}

// An article and its bitext take about three times the memory of the file.
// Where that is much, garbage is collected more often than Go does by itself,
// so that the peak stays below six times the file.
const (
	largeInput     = 8 << 20
	largeGCPercent = 40
)

// readArticle reads the article in the file path, or on standard input.
func (u *ui) readArticle(ctx context.Context, path string, f readFlags) (*article.Article, error) {
	in := u.in
	if path == stdinName {
		if _, ok := terminal(u.in); ok {
			u.Say("reading from the terminal; end with Ctrl-D")
		}
	} else {
		file, err := os.Open(path)
		if err != nil {
			return nil, readError(fmt.Errorf("read %s: %w", path, pathCause(err)))
		}
		defer file.Close() // read only: nothing is lost when closing fails
		if info, err := file.Stat(); err == nil && info.Size() > largeInput {
			debug.SetGCPercent(largeGCPercent)
		}
		in = file
	}
	a, err := article.Read(interruptible(ctx, in), f.options(inputName(path)))
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		return nil, readError(err)
	}
	u.doubtArticle(path, a)
	return a, nil
}

// interruptible is r, but a read that waits ends when ctx does.
func interruptible(ctx context.Context, r io.Reader) io.Reader {
	if file, ok := r.(*os.File); ok {
		if info, err := file.Stat(); err == nil && info.Mode().IsRegular() {
			return r // never waits
		}
	}
	out, in := io.Pipe()
	context.AfterFunc(ctx, func() { in.CloseWithError(ctx.Err()) })
	go func() {
		_, err := io.Copy(in, r)
		in.CloseWithError(err)
	}()
	return out
}

// minHanShare is the share of Han among the letters of a Chinese article, in
// percent; below it the reader is told that it may be none.
const minHanShare = 20

// doubtArticle warns where a was read but is hardly a Chinese article.
func (u *ui) doubtArticle(path string, a *article.Article) {
	chinese, letters := 0, 0
	for _, b := range a.Blocks {
		for _, s := range b.Segments {
			for _, r := range s.Text {
				switch {
				case han.Is(r):
					chinese++
					letters++
				case unicode.IsLetter(r):
					letters++
				}
			}
		}
	}
	switch {
	case strings.HasPrefix(a.Source.Text, `{"kind":"document"`):
		u.Warn("%s looks like a bitext of duizhao, not like an article", inputName(path))
	case letters > 0 && chinese*100 < letters*minHanShare:
		u.Warn("%s has hardly any Chinese characters in it; if it should, name its --encoding", inputName(path))
	}
}

// readError adds the advice that fits the cause.
func readError(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return withHint(err, "check the path; - stands for standard input")
	case errors.Is(err, article.ErrTooLarge):
		return withHint(err, "raise the limit with --max-bytes, for example --max-bytes 1G")
	}
	return err
}

// articleEndings are the files that a directory is searched for.
var articleEndings = []string{".txt", ".md", ".markdown", ".html", ".htm", ".xhtml"}

// input is an article to be read. rel is its path below the directory that
// was named, or its base name.
type input struct{ path, rel string }

// expand replaces each directory among args by the articles below it, in
// order of their paths. Hidden files and directories are passed over, and so
// is the directory that the output goes to.
func expand(args []string, output string) ([]input, error) {
	var inputs []input
	seen := map[string]bool{}
	for _, arg := range args {
		if seen[arg] {
			return nil, fmt.Errorf("%s is named twice", inputName(arg))
		}
		seen[arg] = true
		info, err := os.Stat(arg)
		if arg == stdinName || err != nil || !info.IsDir() {
			inputs = append(inputs, input{arg, filepath.Base(arg)}) // a missing file is reported when it is read
			continue
		}
		found, err := articlesBelow(arg, output)
		if err != nil {
			return nil, err
		}
		if len(found) == 0 {
			return nil, withHint(fmt.Errorf("no article in directory %s", arg), "articles end in "+strings.Join(articleEndings, ", "))
		}
		inputs = append(inputs, found...)
	}
	return inputs, nil
}

func articlesBelow(dir, output string) ([]input, error) {
	var found []input
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case path != dir && (strings.HasPrefix(entry.Name(), ".") || output != "" && sameFile(path, output)):
			if entry.IsDir() {
				return filepath.SkipDir
			}
		case !entry.IsDir() && slices.Contains(articleEndings, strings.ToLower(filepath.Ext(path))):
			rel, err := filepath.Rel(dir, path)
			if err != nil {
				return err
			}
			found = append(found, input{path, rel})
		}
		return nil
	})
	return found, err
}
