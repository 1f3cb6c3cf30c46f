package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"duizhao/bitext"
)

// task is one article and where its bitext goes; out is "" for stdout.
type task struct{ in, out string }

// outputPlan says where every bitext goes and in which form.
type outputPlan struct {
	tasks   []task
	format  bitext.Format
	options bitext.Options
}

// planOutput decides before any work is done where the results go, so that a
// long run does not end in an error about its last step.
func planOutput(o translateOptions, files []string) (outputPlan, error) {
	script, err := parseScript(o.script)
	if err != nil {
		return outputPlan{}, err
	}
	p := outputPlan{options: bitext.Options{Script: script}, format: bitext.Table}
	byEnding, known := bitext.FormatOf(o.output)
	toDir := len(files) > 1 && o.output != "" && o.output != stdinName || isDir(o.output)
	switch {
	case o.format != "":
		if p.format, err = bitext.ParseFormat(o.format); err != nil {
			return p, err
		}
	case toDir:
		p.format = bitext.JSONL
	case known:
		p.format = byEnding
	case o.output != "" && o.output != stdinName:
		return p, withHint(fmt.Errorf("the ending of %s tells no format", o.output), "add --format, or end the name in .jsonl, .md, .html, .csv, .tsv or .txt")
	}
	if toDir && known && !isDir(o.output) {
		return p, withHint(fmt.Errorf("%d articles do not fit into the one file %s", len(files), o.output), "name a directory: -o "+strings.TrimSuffix(o.output, filepath.Ext(o.output))+"/ -f "+string(byEnding))
	}
	if !toDir && p.format.OneDocument() && len(files) > 1 {
		return p, withHint(fmt.Errorf("%s holds one article a file, have %d", p.format, len(files)), "name a directory: -o out/")
	}
	return p, p.assign(o.output, files, toDir)
}

// assign gives every file its output; two articles never share one.
func (p *outputPlan) assign(output string, files []string, toDir bool) error {
	taken := map[string]string{}
	for _, file := range files {
		t := task{in: file}
		switch {
		case toDir:
			t.out = filepath.Join(output, outputName(file, p.format))
			if other, ok := taken[t.out]; ok {
				return withHint(fmt.Errorf("%s and %s would both be written to %s", other, file, t.out), "translate them into different directories")
			}
			taken[t.out] = file
		case output != stdinName:
			t.out = output
		}
		if t.out != "" && sameFile(t.out, file) {
			return withHint(fmt.Errorf("the output %s is the article itself", t.out), "name another file")
		}
		p.tasks = append(p.tasks, t)
	}
	return nil
}

// outputName is the name of a bitext in a directory: article.txt becomes
// article.jsonl.
func outputName(file string, f bitext.Format) string {
	base := "stdin"
	if file != stdinName {
		base = strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
	}
	return base + f.Ending()
}

func isDir(path string) bool {
	if path == "" || path == stdinName {
		return false
	}
	info, err := os.Stat(path)
	return err == nil && info.IsDir() || strings.HasSuffix(path, "/") || strings.HasSuffix(path, string(filepath.Separator))
}

func sameFile(a, b string) bool {
	infoA, errA := os.Stat(a)
	infoB, errB := os.Stat(b)
	return errA == nil && errB == nil && os.SameFile(infoA, infoB)
}

// write writes the bitext of task i.
func (p *outputPlan) write(u *ui, i int, doc *bitext.Document) error {
	options := p.options
	out := p.tasks[i].out
	if out == "" {
		if columns, ok := terminal(u.out); ok {
			options.Width = columns
		}
		options.Color = u.color()
	} else if err := os.MkdirAll(filepath.Dir(out), 0o755); err != nil {
		return err
	}
	return u.writeResult(out, func(w io.Writer) error {
		if i > 0 && out == "" && p.format != bitext.JSONL {
			if _, err := io.WriteString(w, "\n"); err != nil {
				return err
			}
		}
		return bitext.Write(w, p.format, options, doc)
	})
}
