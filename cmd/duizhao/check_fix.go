package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/diff"
	"github.com/spf13/cobra"

	"duizhao/check"
	"duizhao/lang/span"
)

// fixFlags are the flags of mending.
type fixFlags struct{ fix, dryRun bool }

func (f *fixFlags) register(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&f.fix, "fix", false, "mend in the files what is certain: known wrong renderings, doubled words, marks")
	cmd.Flags().BoolVar(&f.dryRun, "dry-run", false, "with --fix: show what would change, as a diff, and change nothing")
}

func (f *fixFlags) validate(args []string) error {
	switch {
	case f.dryRun && !f.fix:
		return withHint(errors.New("--dry-run goes with --fix"), "duizhao check --fix --dry-run FILE")
	case f.fix && slices.Contains(args, stdinName):
		return errors.New("--fix cannot change standard input; name a file")
	}
	return nil
}

// fileEdit puts text in the place of a stretch of a file, for a finding.
type fileEdit struct {
	at   span.Span // bytes of the decoded file
	text string
	unit unitKey
}

// unitKey is a unit of a run: the document and the index in it.
type unitKey struct{ input, unit int }

// fixedFile is a file with its edits, in order and disjoint.
type fixedFile struct {
	file  *textFile
	edits []fileEdit
}

// mend finds what can be mended, and holds it to the rules before anything is
// written: a unit that has new findings afterwards stays as it was.
func (c *checkRun) mend(ctx context.Context, docs []*checked, r *check.Result) ([]*fixedFile, error) {
	files := editsOf(docs, r)
	for len(files) > 0 {
		again := checkRun{loader: loader{u: c.u, glossary: c.glossary, texts: map[string][]byte{}}, options: c.options}
		for _, f := range files {
			again.texts[f.file.path] = []byte(f.applied())
		}
		_, after, err := again.run(ctx, c.jobs)
		if err != nil {
			return nil, fmt.Errorf("check what was mended: %w", err)
		}
		worse := worseUnits(r, after)
		dropped := false
		for _, f := range files {
			before := len(f.edits)
			f.edits = slices.DeleteFunc(f.edits, func(e fileEdit) bool { return worse[e.unit] })
			dropped = dropped || len(f.edits) < before
		}
		files = slices.DeleteFunc(files, func(f *fixedFile) bool { return len(f.edits) == 0 })
		if !dropped {
			break
		}
	}
	return files, nil
}

// editsOf turns the fixes of findings into edits of files. Of two that overlap
// the first is taken.
func editsOf(docs []*checked, r *check.Result) []*fixedFile {
	var files []*fixedFile
	for i := range r.Findings {
		f := &r.Findings[i]
		if f.Fix == nil || f.Target < 0 {
			continue
		}
		en := docs[f.Input].en
		at, ok := en.locate(f.Target, &f.Fix.Target)
		if !ok {
			continue
		}
		k := slices.IndexFunc(files, func(have *fixedFile) bool { return have.file.path == en.file.path })
		if k < 0 {
			k = len(files)
			files = append(files, &fixedFile{file: en.file})
		}
		files[k].edits = append(files[k].edits, fileEdit{at, en.escape(f.Fix.En), unitKey{f.Input, f.Target}})
	}
	for _, f := range files {
		slices.SortStableFunc(f.edits, func(a, b fileEdit) int { return cmp.Compare(a.at.Start, b.at.Start) })
		end := -1
		f.edits = slices.DeleteFunc(f.edits, func(e fileEdit) bool {
			if e.at.Start < end {
				return true
			}
			end = max(e.at.End, e.at.Start+1)
			return false
		})
	}
	return files
}

// applied is the text of the file with its edits.
func (f *fixedFile) applied() string {
	var b strings.Builder
	from := 0
	for _, e := range f.edits {
		b.WriteString(f.file.text[from:e.at.Start])
		b.WriteString(e.text)
		from = e.at.End
	}
	b.WriteString(f.file.text[from:])
	return b.String()
}

// worseUnits are the units that have findings which they did not have before,
// or as many as before.
func worseUnits(before, after *check.Result) map[unitKey]bool {
	known, had, has := map[string]bool{}, map[unitKey]int{}, map[unitKey]int{}
	for i := range before.Findings {
		f := &before.Findings[i]
		known[f.Fingerprint] = true
		had[unitKey{f.Input, f.Target}]++
	}
	worse := map[unitKey]bool{}
	for i := range after.Findings {
		f := &after.Findings[i]
		key := unitKey{f.Input, f.Target}
		has[key]++
		if !known[f.Fingerprint] || has[key] >= had[key] {
			worse[key] = true
		}
	}
	return worse
}

// showFixes writes what would change as a unified diff.
func showFixes(w io.Writer, files []*fixedFile) error {
	for _, f := range files {
		if _, err := w.Write(diff.Diff("a/"+f.file.path, []byte(f.file.text), "b/"+f.file.path, []byte(f.applied()))); err != nil {
			return err
		}
	}
	return nil
}

// utf8BOM is the byte order mark that some editors write.
var utf8BOM = []byte("\uFEFF")

// writeFixes changes the files.
func (u *ui) writeFixes(files []*fixedFile) (mended int, err error) {
	for _, f := range files {
		data, err := os.ReadFile(f.file.path)
		if err != nil {
			return mended, fmt.Errorf("read %s: %w", f.file.path, pathCause(err))
		}
		mark := data[:0]
		if bytes.HasPrefix(data, utf8BOM) && !strings.HasPrefix(f.file.text, string(utf8BOM)) {
			mark = utf8BOM
		}
		if string(data[len(mark):]) != f.file.text {
			u.Warn("%s is not mended: it is not in UTF-8, or has changed meanwhile", f.file.path)
			continue
		}
		text := string(mark) + f.applied()
		err = writeFile(f.file.path, func(w io.Writer) error {
			_, err := io.WriteString(w, text)
			return err
		})
		if err != nil {
			return mended, err
		}
		mended += len(f.edits)
	}
	return mended, nil
}
