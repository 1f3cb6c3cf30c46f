package exchange

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"strings"

	"gopkg.in/yaml.v3"

	"duizhao/glossary"
)

// ErrCannotFormat is returned, wrapped, for a glossary file whose layout
// [Canonical] cannot keep.
var ErrCannotFormat = errors.New("cannot be formatted")

// Canonical brings a glossary file into the canonical form: the order of keys,
// the quotation marks, one entry below the other. Comments and blank lines
// stay where they are, and so does the order of the entries; formatting again
// changes nothing. It fails where the file is not YAML, and where it would
// lose something.
func Canonical(data []byte) ([]byte, error) {
	out, err := rewrite(data, nil)
	if err != nil {
		return nil, err
	}
	// A comment in an odd place may need a second step to its own.
	for range 3 {
		again, err := rewrite(out, nil)
		if err != nil {
			return nil, err
		}
		if bytes.Equal(again, out) {
			if err := errors.Join(sameTerms(data, out), sameComments(data, out)); err != nil {
				return nil, err
			}
			return out, nil
		}
		out = again
	}
	return nil, fmt.Errorf("%w: its comments stand where none are expected", ErrCannotFormat)
}

// rewrite writes the file in canonical form, each entry after change, where
// that is not nil, has had its way with it.
func rewrite(data []byte, change func(*yaml.Node)) ([]byte, error) {
	text := lineBreaks.Replace(strings.TrimPrefix(string(data), "\uFEFF"))
	var root yaml.Node
	if err := yaml.Unmarshal([]byte(text), &root); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrCannotFormat, err)
	}
	terms, err := termList(&root)
	if err != nil {
		return nil, err
	}
	f := formatter{lines: strings.Split(strings.TrimRight(text, " \t\n"), "\n"), change: change}
	f.head(terms)
	for i, entry := range terms.Content {
		end := len(f.lines)
		if i+1 < len(terms.Content) {
			end = terms.Content[i+1].Line - 1
		}
		if end < entry.Line || entry.Kind != yaml.MappingNode {
			return nil, fmt.Errorf("%w: line %d: write one entry below the other", ErrCannotFormat, entry.Line)
		}
		f.entry(entry, end)
	}
	return []byte(f.out.b.String()), nil
}

// lineBreaks makes the lines of YAML those of editors, as [glossary.Parse] does.
var lineBreaks = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u0085", " ", "\u2028", " ", "\u2029", " ")

// termList finds the list of terms, which must end the file.
func termList(root *yaml.Node) (*yaml.Node, error) {
	if root.Kind != yaml.DocumentNode || root.Content[0].Kind != yaml.MappingNode {
		return nil, fmt.Errorf("%w: no list of terms", ErrCannotFormat)
	}
	pairs := root.Content[0].Content
	for i := 0; i+1 < len(pairs); i += 2 {
		switch {
		case pairs[i].Value != "terms":
		case pairs[i+1].Kind != yaml.SequenceNode:
			return nil, fmt.Errorf("%w: terms is not a list", ErrCannotFormat)
		case i+2 < len(pairs):
			return nil, fmt.Errorf("%w: line %d: put the terms last", ErrCannotFormat, pairs[i+2].Line)
		default:
			return pairs[i+1], nil
		}
	}
	return nil, fmt.Errorf("%w: no list of terms", ErrCannotFormat)
}

// sameTerms makes sure that nothing was lost: a formatter that may change
// what a file means is not used twice.
func sameTerms(before, after []byte) error {
	a, _ := glossary.Parse("", before) // what is wrong is wrong in both
	b, _ := glossary.Parse("", after)
	if len(a.Terms) != len(b.Terms) {
		return fmt.Errorf("%w: %d entries would become %d", ErrCannotFormat, len(a.Terms), len(b.Terms))
	}
	for i := range a.Terms {
		x, y := *a.Terms[i], *b.Terms[i]
		x.Pos, y.Pos = glossary.Position{}, glossary.Position{}
		if !reflect.DeepEqual(x, y) {
			return fmt.Errorf("%w: line %d: %s would change", ErrCannotFormat, a.Terms[i].Pos.Line, x.Zh)
		}
	}
	return nil
}

// sameComments makes sure that each comment line is still there.
func sameComments(before, after []byte) error {
	kept := make(map[string]bool)
	for line := range bytes.Lines(after) {
		kept[string(bytes.TrimSpace(line))] = true
	}
	for line := range strings.Lines(lineBreaks.Replace(string(before))) {
		if line = strings.TrimSpace(line); strings.HasPrefix(line, "#") && !kept[line] {
			return fmt.Errorf("%w: it would lose the comment %q", ErrCannotFormat, line)
		}
	}
	return nil
}

// formatter copies what stands between the entries, line by line.
type formatter struct {
	lines  []string // of the file
	next   int      // index of the first line not dealt with
	change func(*yaml.Node)
	out    emitter
}

// head copies the lines above the first entry as they are.
func (f *formatter) head(terms *yaml.Node) {
	end := len(f.lines)
	if len(terms.Content) > 0 {
		end = terms.Content[0].Line - 1
	}
	for ; f.next < end; f.next++ {
		line := strings.TrimRight(f.lines[f.next], " \t")
		if body := strings.TrimSpace(line); strings.HasPrefix(body, "#") && strings.HasPrefix(line, " ") {
			line = "  " + body
		}
		f.out.b.WriteString(line + "\n")
	}
}

// entry writes a term whose lines, with the comments and blank lines behind
// it, end before the line with index end.
func (f *formatter) entry(n *yaml.Node, end int) {
	tail := end // the first line of what stands behind the entry
	for tail > n.Line && isBetween(f.lines[tail-1]) {
		tail--
	}
	clearOuterComments(n, f.lines[tail:end])
	if f.change != nil {
		f.change(n)
	}
	f.out.entry(n)
	for _, line := range f.lines[tail:end] {
		if line = strings.TrimSpace(line); line != "" {
			line = "  " + line
		}
		f.out.b.WriteString(line + "\n")
	}
	f.next = end
}

// isBetween reports whether a line is blank or a comment.
func isBetween(line string) bool {
	line = strings.TrimSpace(line)
	return line == "" || strings.HasPrefix(line, "#")
}

// clearOuterComments takes away the comments that are copied from the lines
// behind the entry: the library also hangs them on nodes of it.
func clearOuterComments(n *yaml.Node, lines []string) {
	copied := make(map[string]bool)
	for _, line := range lines {
		copied[strings.TrimSpace(line)] = true
	}
	var walk func(*yaml.Node)
	walk = func(n *yaml.Node) {
		n.FootComment = without(n.FootComment, copied)
		for _, c := range n.Content {
			walk(c)
		}
	}
	walk(n)
}

func without(comment string, copied map[string]bool) string {
	var kept []string
	for line := range strings.SplitSeq(comment, "\n") {
		if line = strings.TrimSpace(line); line != "" && !copied[line] {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "\n")
}
