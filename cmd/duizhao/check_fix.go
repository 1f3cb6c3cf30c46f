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

	"duizhao/bitext"
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

// fileEdit puts text in the place of a stretch of a file.
type fileEdit struct {
	at   span.Span // bytes of the decoded file
	text string
}

// fixedFile is a file with its edits, in order and disjoint.
type fixedFile struct {
	file  *textFile
	edits []fileEdit
}

// mend finds what can be mended and still passes the check, and where in the
// files it stands.
func (c *checkRun) mend(ctx context.Context, docs []*checked, r *check.Result) ([]*fixedFile, error) {
	fixed, err := check.Mend(ctx, inputsOf(docs), c.options, r)
	if err != nil {
		return nil, err
	}
	var files []*fixedFile
	for i := range fixed {
		d := docs[fixed[i].Input]
		edits, err := d.edits(&fixed[i], c.options)
		if err != nil {
			return nil, err
		}
		k := slices.IndexFunc(files, func(f *fixedFile) bool { return f.file.path == d.en.file.path })
		if k < 0 {
			k = len(files)
			files = append(files, &fixedFile{file: d.en.file})
		}
		files[k].edits = append(files[k].edits, edits...)
	}
	for _, f := range files {
		slices.SortStableFunc(f.edits, func(a, b fileEdit) int { return cmp.Compare(a.at.Start, b.at.Start) })
	}
	return files, nil
}

// edits are what brings a mended unit into its file. A record that holds
// receipts is written anew, with those of the English as it is now.
func (d *checked) edits(f *check.Fixed, o check.Options) ([]fileEdit, error) {
	if u := d.units[f.Unit]; d.record != nil && len(u.Terms)+len(u.Findings) > 0 {
		if at, ok := d.record(f.Unit); ok {
			line, err := mendedRecord(u, f, o)
			return []fileEdit{{at, line}}, err
		}
	}
	if whole, ok := d.en.locate(f.Unit, nil); !ok || whole.Empty() {
		return nil, nil // its text was not found in the file
	}
	var out []fileEdit
	for _, fix := range f.Fixes {
		if at, ok := d.en.locate(f.Unit, &fix.Target); ok {
			out = append(out, fileEdit{at, d.en.escape(fix.En)})
		}
	}
	return out, nil
}

// mendedRecord is the line of a mended unit. Findings that what was mended
// made void are not in it.
func mendedRecord(u *bitext.Unit, f *check.Fixed, o check.Options) (string, error) {
	now := *u
	now.En, now.Origin = f.After, bitext.FromRepair
	c := o.Context
	c.Block = now.Block
	now.Terms = check.NewSubject(o.Glossary, c, &now, o.Glossary.Match(now.Zh, c)).Receipts()
	now.Findings = slices.DeleteFunc(slices.Clone(u.Findings), func(b bitext.Finding) bool {
		return b.Target != nil || slices.Contains(f.Rules, b.Rule)
	})
	var out strings.Builder
	if err := bitext.WriteJSONL(&out, &bitext.Document{Records: []bitext.Record{{Unit: &now}}}); err != nil {
		return "", err
	}
	_, line, _ := strings.Cut(out.String(), "\n") // behind the record of the document
	return strings.TrimSuffix(line, "\n"), nil
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

// writeFixes changes the files, and says how many places it mended.
func (u *ui) writeFixes(files []*fixedFile) error {
	mended := 0
	for _, f := range files {
		data, err := os.ReadFile(f.file.path)
		if err != nil {
			return fmt.Errorf("read %s: %w", f.file.path, pathCause(err))
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
			return err
		}
		mended += len(f.edits)
	}
	u.Say("mended %s in %s", counted(mended, "place", "places"), counted(len(files), "file", "files"))
	return nil
}
