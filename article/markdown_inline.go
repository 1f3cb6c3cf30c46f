package article

import (
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
)

// piece is one stretch of text in a block of Markdown, or the end of a line.
type piece struct {
	from, to int
	code     bool // escapes and character references mean nothing in it
	soft     bool // the source goes on in a new line here
	hard     bool // the text does
}

// leaf takes a block that holds text as a line of the kind of like.
func (m *marker) leaf(n ast.Node, like line) {
	m.content = like
	m.pieces = m.pieces[:0]
	if like.kind == ListItem {
		m.number(n)
	}
	m.inlines(n)
	m.pieces = joinPieces(m.pieces)
	drop := m.strayBold()
	begins := true // a line
	for _, p := range m.pieces {
		switch {
		case p.soft:
			m.weave.blank(true)
		case p.hard && (like.kind == "" || like.kind == ListItem):
			m.add()
		case p.hard:
			m.weave.blank(true)
		case p.code:
			m.plain(p.from, p.to)
		default:
			from := p.from + noteMark(m.src[p.from:p.to], begins)
			if from > p.from && m.src[from-1] == ':' {
				m.add() // the next note
			}
			drop = m.prose(from, p.to, drop)
		}
		begins = p.soft || p.hard
	}
	m.add()
}

// inlines collects the text inside a block. Pictures have none, and HTML tags
// are left out, as are the addresses of links.
func (m *marker) inlines(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			m.text(n)
		case *ast.AutoLink:
			m.autoLink(n)
		case *ast.RawHTML:
			m.rawHTML(n)
		case *ast.Image:
		default:
			m.inlines(n)
		}
	}
}

func (m *marker) text(n *ast.Text) {
	_, code := n.Parent().(*ast.CodeSpan)
	if s := m.spanOfSegment(n.Segment); s.Start < s.End && m.skipTo(s.Start, s.End) {
		m.pieces = append(m.pieces, piece{from: s.Start, to: s.End, code: code || n.IsRaw()})
	}
	if n.HardLineBreak() || n.SoftLineBreak() {
		m.pieces = append(m.pieces, piece{soft: n.SoftLineBreak() && !n.HardLineBreak(), hard: n.HardLineBreak()})
	}
}

// autoLink takes the address in <http://…>.
func (m *marker) autoLink(n *ast.AutoLink) {
	label := string(n.Label(m.body))
	i := strings.Index(m.src[m.at:], "<"+label+">")
	if label == "" || i < 0 {
		return
	}
	from := m.at + i + 1
	m.at = from + len(label)
	m.pieces = append(m.pieces, piece{from: from, to: m.at, code: true})
}

// rawHTML looks for line breaks among tags.
func (m *marker) rawHTML(n *ast.RawHTML) {
	if n.Segments.Len() == 0 {
		return
	}
	s := m.spanOfSegment(n.Segments.At(0))
	if strings.HasPrefix(strings.ToLower(m.src[s.Start:s.End]), "<br") {
		m.pieces = append(m.pieces, piece{hard: true})
	}
}

// number takes the number of an item of an ordered list, which is content.
func (m *marker) number(n ast.Node) {
	item, ok := n.Parent().(*ast.ListItem)
	if !ok || item.FirstChild() != n {
		return
	}
	list, ok := item.Parent().(*ast.List)
	start, _, some := m.extent(n)
	if !ok || !list.IsOrdered() || !some {
		return
	}
	to := len(strings.TrimRight(m.src[m.at:start], " \t")) + m.at
	from := to
	if from > m.at && m.src[from-1] == list.Marker {
		from--
	}
	for from > m.at && '0' <= m.src[from-1] && m.src[from-1] <= '9' {
		from--
	}
	if from < to && m.skipTo(from, start) {
		// The blank behind the number is markup: Chinese text has none there.
		m.pieces = append(m.pieces, piece{from: from, to: to, code: true}, piece{soft: true})
	}
}

const bold = "**"

// strayBold counts the marks for bold that are left in the text of a block, in
// pairs. CommonMark does not see **…。**关于 as bold, those who write it do.
func (m *marker) strayBold() int {
	n := 0
	for _, p := range m.pieces {
		if !p.code {
			n += strings.Count(m.src[p.from:p.to], bold)
		}
	}
	return n / 2 * 2
}

// prose feeds text with escapes and references into the line; up to drop marks
// for bold are left out. It gives how many are to be left out after that.
func (m *marker) prose(from, to, drop int) int {
	start := from
	for i := from; i < to; i++ {
		switch {
		case m.src[i] == '\\' && i+1 < to && isPunctuation(m.src[i+1]):
			m.weave.inline(start, i, false)
			m.weave.keep(i+1, i+2, false)
			i++
			start = i + 1
		case noteMark(m.src[i:to], false) > 0:
			m.weave.inline(start, i, false)
			i += noteMark(m.src[i:to], false) - 1
			start = i + 1
		case drop > 0 && strings.HasPrefix(m.src[i:to], bold):
			m.weave.inline(start, i, false)
			drop--
			i++
			start = i + 1
		}
	}
	m.weave.inline(start, to, false)
	return drop
}

// plain feeds text into the line in which nothing has a meaning of its own.
func (m *marker) plain(from, to int) {
	for from < to {
		if size, newline := blankAt(m.src[from:to]); size > 0 {
			m.weave.blank(newline)
			from += size
			continue
		}
		end := from
		for end < to && m.src[end] != ' ' && m.src[end] != '\n' && m.src[end] != '\t' {
			end++
		}
		kept := len(strings.TrimRightFunc(m.src[from:end], unicode.IsSpace))
		m.weave.keep(from, from+kept, false)
		from += kept
	}
}

// isPunctuation reports whether Markdown lets a backslash escape c.
func isPunctuation(c byte) bool {
	return c < 0x7F && strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", c) >= 0
}
