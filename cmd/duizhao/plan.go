package main

import (
	"context"
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
func planOutput(o translateOptions, inputs []input) (outputPlan, error) {
	p := outputPlan{options: bitext.Options{Script: scripts[o.script]}}
	toFile := o.output != "" && o.output != stdinName
	toDir := toFile && (len(inputs) > 1 || isDir(o.output))
	byEnding, known := bitext.FormatOf(o.output)
	switch {
	case toDir && known && !isDir(o.output):
		return p, withHint(fmt.Errorf("%d articles do not fit into the one file %s", len(inputs), o.output),
			"name a directory: -o "+strings.TrimSuffix(o.output, filepath.Ext(o.output))+"/ -f "+string(byEnding))
	case o.format != "":
		p.format = formatNamed(o.format)
	case toFile && !toDir && known:
		p.format = byEnding
	case o.fallbackFormat != "":
		p.format = formatNamed(o.fallbackFormat)
	case toDir:
		p.format = bitext.JSONL
	case toFile:
		return p, withHint(fmt.Errorf("the ending of %s tells no format", o.output), "add --format, or end the name in .jsonl, .md, .html, .csv, .tsv or .txt")
	default:
		p.format = bitext.Table
	}
	if !toDir && p.format.OneDocument() && len(inputs) > 1 {
		return p, withHint(fmt.Errorf("%s holds one article a file, have %d", p.format, len(inputs)), "name a directory: -o out/")
	}
	return p, p.assign(o.output, inputs, toDir)
}

// formatNamed is the format that a checked value of --format names.
func formatNamed(name string) bitext.Format {
	if f, ok := bitext.FormatOf("." + name); ok {
		return f
	}
	return bitext.Format(name)
}

// assign gives every file its output; two articles never share one.
func (p *outputPlan) assign(output string, inputs []input, toDir bool) error {
	taken := map[string]string{}
	for _, in := range inputs {
		t := task{in: in.path}
		switch {
		case toDir:
			t.out = filepath.Join(output, outputName(in, p.format))
			if other, ok := taken[t.out]; ok {
				return withHint(fmt.Errorf("%s and %s would both be written to %s", other, in.path, t.out), "rename one of them, or translate them into different directories")
			}
			taken[t.out] = in.path
		case output != stdinName:
			t.out = output
		}
		p.tasks = append(p.tasks, t)
	}
	return nil
}

// outputName is the name of a bitext in a directory: 2024/article.txt becomes
// 2024/article.jsonl.
func outputName(in input, f bitext.Format) string {
	if in.path == stdinName {
		return "stdin" + f.Ending()
	}
	return strings.TrimSuffix(in.rel, filepath.Ext(in.rel)) + f.Ending()
}

func isDir(path string) bool {
	if path == "" || path == stdinName {
		return false
	}
	info, err := os.Stat(path)
	return err == nil && info.IsDir() || strings.HasSuffix(path, "/") || strings.HasSuffix(path, string(filepath.Separator))
}

// write writes the bitext of task i. It does not stop for an interrupt: what
// there is of a translation is worth having.
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
	return u.writeResult(context.Background(), out, func(w io.Writer) error {
		if out == "" && len(p.tasks) > 1 && p.format != bitext.JSONL {
			if err := p.headline(w, i); err != nil {
				return err
			}
		}
		return bitext.Write(w, p.format, options, doc)
	})
}

// headline names the article where several stand one after the other.
func (p *outputPlan) headline(w io.Writer, i int) error {
	head := "── " + printable(inputName(p.tasks[i].in)) + " ──\n\n"
	if p.format == bitext.Markdown {
		head = "---\n\n" // each begins with its own title
	}
	if i > 0 {
		head = "\n" + head
	} else if p.format == bitext.Markdown {
		return nil
	}
	_, err := io.WriteString(w, head)
	return err
}
