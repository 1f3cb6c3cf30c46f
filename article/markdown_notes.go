package article

import (
	"bytes"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

var markdownParser = sync.OnceValue(func() parser.Parser {
	return goldmark.New(
		goldmark.WithExtensions(extension.Table, extension.Strikethrough),
		goldmark.WithParser(parser.NewParser(
			parser.WithBlockParsers(parser.DefaultBlockParsers()...),
			parser.WithInlineParsers(parser.DefaultInlineParsers()...),
			parser.WithParagraphTransformers(util.Prioritized(addresses{parser.LinkReferenceParagraphTransformer}, 100)),
		)),
	).Parser()
})

// addresses lets only true addresses be definitions of links: CommonMark takes
// the note [^1]: 见附件 and the remark [注1]: 数据来自统计局 for such, too, and
// their text would be lost.
type addresses struct{ parser.ParagraphTransformer }

// Transform implements [parser.ParagraphTransformer]. Where there are notes,
// each of them and each definition becomes a paragraph of its own.
func (t addresses) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines, notes := node.Lines(), false
	for i := range lines.Len() {
		s := lines.At(i)
		notes = notes || isNote(s.Value(reader.Source()))
	}
	if !notes {
		t.ParagraphTransformer.Transform(node, reader, pc)
		return
	}
	parent := node.Parent()
	var last *ast.Paragraph
	note := false // last is one
	for i := range lines.Len() {
		s := lines.At(i)
		row := s.Value(reader.Source())
		if last == nil || isLabelled(row) {
			t.close(last, note, reader, pc)
			last, note = ast.NewParagraph(), isNote(row)
			parent.InsertBefore(parent, node, last)
		}
		last.Lines().Append(s)
	}
	t.close(last, note, reader, pc)
	parent.RemoveChild(parent, node)
}

// close takes the definitions out of a paragraph that is no note.
func (t addresses) close(p *ast.Paragraph, note bool, reader text.Reader, pc parser.Context) {
	if p != nil && !note {
		t.ParagraphTransformer.Transform(p, reader, pc)
	}
}

// isLabelled reports whether a line begins with a label and a colon.
func isLabelled(line []byte) bool {
	label, _, ok := bytes.Cut(bytes.TrimLeft(line, " "), []byte("]:"))
	return ok && bytes.HasPrefix(label, []byte("["))
}

// isNote reports whether a line looks like the definition of a link, but says
// something instead of giving an address.
func isNote(line []byte) bool {
	label, rest, ok := bytes.Cut(bytes.TrimLeft(line, " "), []byte("]:"))
	if !ok || !bytes.HasPrefix(label, []byte("[")) {
		return false
	}
	if bytes.HasPrefix(label, []byte("[^")) {
		return true
	}
	address, title, _ := strings.Cut(strings.TrimSpace(string(rest)), " ")
	title = strings.TrimSpace(title)
	return strings.ContainsFunc(address, func(r rune) bool { return r >= utf8.RuneSelf }) ||
		title != "" && !strings.ContainsAny(title[:1], `"'(`)
}

// longestMark is the longest mark of a note, in bytes.
const longestMark = 40

// noteMark is the length of the mark of a note that s begins with, [^1], or 0;
// in front of the note itself a colon follows.
func noteMark(s string, begins bool) int {
	if !strings.HasPrefix(s, "[^") {
		return 0
	}
	end := strings.IndexByte(s[:min(len(s), longestMark)], ']')
	if end < 3 || strings.ContainsFunc(s[:end], unicode.IsSpace) {
		return 0
	}
	if rest := s[end+1:]; begins && strings.HasPrefix(rest, ":") {
		end++
	}
	return end + 1
}

// joinPieces makes one piece of those that follow each other without a gap, so
// that a mark is seen whole.
func joinPieces(pieces []piece) []piece {
	out := pieces[:0]
	for _, p := range pieces {
		if n := len(out); n > 0 && p.isProse() && out[n-1].isProse() && out[n-1].to == p.from {
			out[n-1].to = p.to
			continue
		}
		out = append(out, p)
	}
	return out
}

func (p *piece) isProse() bool { return !p.code && !p.soft && !p.hard }
