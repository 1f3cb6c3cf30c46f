package article

import (
	"iter"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	tables "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"duizhao/lang/span"
)

// unwrapMarkdown cuts a Markdown text (CommonMark with the tables of GFM) into
// its blocks. A YAML head gives fields; code is no content.
func unwrapMarkdown(source string) ([]*line, []Field) {
	front, rest, ok := cutFrontMatter(source)
	var fields []Field
	if ok {
		fields = frontFields(front)
	}
	if tangled(rest) {
		lines := unwrapText(rest)
		for i := range lines {
			lines[i].span = lines[i].span.Shift(len(source) - len(rest))
		}
		return cover(source, lines, fields), fields
	}
	m := &marker{src: source, at: len(source) - len(rest), weave: weaver{src: source}}
	for part := range parts(rest) {
		m.base = len(source) - len(rest)
		rest = rest[len(part):]
		m.body = []byte(part)
		m.blocks(markdownParser().Parse(text.NewReader(m.body)), "")
	}
	return cover(source, m.lines, fields), fields
}

// partBytes is how much is parsed at once, since a syntax tree takes some
// twenty times the space of its text.
const partBytes = 1 << 20

// parts cuts a long text in front of headings, but not inside of fenced code.
// Links by reference work within one part.
func parts(source string) iter.Seq[string] {
	return func(yield func(string) bool) {
		from, at, fenced, blank := 0, 0, false, false
		for row := range strings.Lines(source) {
			if strings.HasPrefix(row, "```") || strings.HasPrefix(row, "~~~") {
				fenced = !fenced
			}
			if at-from >= partBytes && blank && !fenced && strings.HasPrefix(row, "#") {
				if !yield(source[from:at]) {
					return
				}
				from = at
			}
			blank = strings.TrimSpace(row) == ""
			at += len(row)
		}
		yield(source[from:])
	}
}

// marker makes lines of the syntax tree of a Markdown text.
type marker struct {
	src     string
	body    []byte // what was parsed
	base    int    // where body begins in src
	weave   weaver
	lines   []*line
	places  pool[line]
	at      int     // how far src is taken
	tables  int32   // seen so far
	pieces  []piece // of the block that is being read
	content line    // what kind of block that is
}

// blocks takes the children of a block. Those in a list item are list items.
func (m *marker) blocks(parent ast.Node, kind Kind) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		m.block(n, kind)
	}
}

func (m *marker) block(n ast.Node, kind Kind) {
	switch n := n.(type) {
	case *ast.Heading:
		m.heading(n)
	case *ast.Paragraph, *ast.TextBlock:
		m.leaf(n, line{kind: kind})
	case *ast.ListItem:
		m.blocks(n, ListItem)
	case *ast.HTMLBlock:
		m.html(n)
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		m.code(n)
	case *tables.Table:
		m.table(n)
	default:
		m.blocks(n, kind)
	}
}

// heading takes a heading; one of the first level at the very beginning is the
// title.
func (m *marker) heading(n *ast.Heading) {
	if n.Level == 1 && len(m.lines) == 0 {
		m.leaf(n, line{kind: Title})
		return
	}
	m.leaf(n, line{kind: Heading, level: int32(n.Level)})
}

func (m *marker) table(n *tables.Table) {
	m.tables++
	row := int32(0)
	for r := n.FirstChild(); r != nil; r = r.NextSibling() {
		row++
		col := int32(0)
		for c := r.FirstChild(); c != nil; c = c.NextSibling() {
			col++
			m.leaf(c, line{kind: TableCell, table: m.tables, row: row, col: col})
		}
	}
}

// html takes a block of HTML; it is not judged, only cut into blocks.
func (m *marker) html(n *ast.HTMLBlock) {
	from, to, ok := m.extent(n)
	if !ok || from < m.at {
		return
	}
	to = max(to, m.base+n.ClosureLine.Stop)
	o := outlineOf(parsePage(m.src[from:to], true))
	for k := range o.blocks {
		l := o.content(k)
		l.span = l.span.Shift(from)
		for i := range l.edits {
			l.edits[i].Src = l.edits[i].Src.Shift(from)
		}
		if l.table > 0 {
			l.table += m.tables
		}
		m.lines = append(m.lines, l)
		m.at = l.span.End
	}
	m.tables += slices.Max(o.data)
}

// code takes a block of code as no content.
func (m *marker) code(n ast.Node) {
	from, to, ok := m.extent(n)
	if !ok || from < m.at {
		return
	}
	before := len(m.lines)
	m.lines = appendGap(m.lines, m.src, from, to)
	if len(m.lines) > before {
		m.lines[before].reason = "code"
	}
	m.at = to
}

// extent is where the lines of a block lie in the source.
func (m *marker) extent(n ast.Node) (from, to int, ok bool) {
	lines := n.Lines()
	if lines.Len() == 0 {
		return 0, 0, false
	}
	return m.base + lines.At(0).Start, m.base + lines.At(lines.Len()-1).Stop, true
}

// Texts with more brackets in a paragraph, or quotations nested deeper, are
// not parsed as Markdown, since that takes time out of proportion.
const (
	mostBrackets = 1000
	deepestQuote = 100
)

// ParsesAsMarkdown reports whether a Markdown text, without its front matter, is
// read by its syntax. Texts that would take time out of proportion are read as
// plain text.
func ParsesAsMarkdown(body string) bool { return !tangled(body) }

// tangled reports whether a text has such a paragraph or quotation.
func tangled(text string) bool {
	brackets := 0
	for row := range strings.Lines(text) {
		if strings.TrimSpace(row) == "" {
			brackets = 0
			continue
		}
		brackets += strings.Count(row, "[")
		marks := row[:len(row)-len(strings.TrimLeft(row, ">-*+ \t"))]
		if brackets > mostBrackets || len(marks)-strings.Count(marks, " ") > deepestQuote {
			return true
		}
	}
	return false
}

// skipTo reports whether byte from of the source is not taken yet, and takes
// all up to byte to.
func (m *marker) skipTo(from, to int) bool {
	if from < m.at {
		return false
	}
	m.at = to
	return true
}

// add ends the block that is being woven.
func (m *marker) add() {
	l, ok := m.weave.take()
	if !ok {
		return
	}
	l.kind, l.level, l.table, l.row, l.col = m.content.kind, m.content.level, m.content.table, m.content.row, m.content.col
	m.lines = append(m.lines, m.places.put(l))
}

// spanOfSegment leads a segment of the tree to the source.
func (m *marker) spanOfSegment(s text.Segment) span.Span {
	return span.Span{Start: m.base + s.Start, End: m.base + s.Stop}
}
