package article

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// page is what stands in an HTML text: its elements in the order in which they
// open, so that those inside element i follow it without a gap, and its blocks
// of text in order.
type page struct {
	text     string
	elements []element
	blocks   []*block
	tables   []table // number 0 means no table
	fields   []Field // of the head
	ranks    []int   // of fields: which of several with one name counts
	titled   bool    // the title element was seen
	muted    []*line // scripts, hidden parts: skip lines
}

// element is one block element, or the root, number 0.
type element struct {
	parent int32
	tag    atom.Atom
	role   role // by its own names
}

// block is one stretch of text without a border in it.
type block struct {
	line
	in    int32 // the innermost element around it
	table int32 // the innermost table around it
	stats
	linked  bool // leads to a file to be fetched
	centred bool
}

// stats counts runes of text that are not white space.
type stats struct{ runes, links, marks int }

func (s *stats) add(more stats) {
	s.runes += more.runes
	s.links += more.links
	s.marks += more.marks
}

// open is one element that is not closed yet.
type open struct {
	tag  atom.Atom
	same int32 // the open element of the same tag around it, 0 for none
	mute string
	from int  // where its content begins
	own  bool // it stands on lines of its own
	context
}

// context is what an element hands down to those inside it.
type context struct {
	in       int32 // number of the element
	kind     Kind
	level    int32
	table    int32
	row, col int32
	pre      bool
	centred  bool
	link     bool
}

// builder makes a page of the tokens of an HTML text.
type builder struct {
	*page
	places  pool[block]
	weave   weaver
	stack   []open
	last    map[atom.Atom]int32 // the innermost open element of each tag
	mute    int                 // the place on the stack of the element that is muted, 0 where none is
	hide    bool                // leave out what the page hides
	linked  bool                // the block that is being woven holds a link to a document
	newLine bool                // of preformatted text: an empty line was seen
}

// parsePage reads an HTML text, without what it hides if hide is set. It takes
// time in proportion to the text, however deep the elements nest.
func parsePage(text string, hide bool) *page {
	b := &builder{
		page:  &page{text: text, elements: []element{{parent: -1}}, tables: make([]table, 1)},
		weave: weaver{src: text},
		stack: make([]open, 1),
		last:  map[atom.Atom]int32{},
		hide:  hide,
	}
	z := html.NewTokenizer(strings.NewReader(text))
	for at := 0; ; {
		kind := z.Next()
		from := at
		at += len(z.Raw())
		switch kind {
		case html.ErrorToken:
			b.popTo(1, len(text))
			b.flush()
			return b.page
		case html.TextToken:
			b.textToken(from, at)
		case html.StartTagToken, html.SelfClosingTagToken:
			b.startTag(z, from, at, kind == html.SelfClosingTagToken)
		case html.CommentToken:
			if b.mute == 0 {
				b.founderComment(from, at)
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			b.endTag(lookupTag(name), from)
		}
	}
}

func (b *builder) top() *open { return &b.stack[len(b.stack)-1] }

// around gives the place on the stack of the innermost open element of a tag,
// 0 where there is none.
func (b *builder) around(tag atom.Atom) int32 { return b.last[tag] }

func (b *builder) textToken(from, to int) {
	top := b.top()
	switch {
	case b.mute > 0:
	case top.tag == atom.Title:
		b.titleText(from, to)
	case !top.pre:
		b.weave.loose = b.inInfo()
		b.weave.inline(from, to, top.link)
	default:
		b.preText(from, to, top.link)
	}
}

// inInfo reports whether the text to come is a line about the article, which
// often parts its items by style alone.
func (b *builder) inInfo() bool { return b.elements[b.top().in].role == roleInfo }

// preText takes preformatted text line by line; those may be wrapped.
func (b *builder) preText(from, to int, link bool) {
	for from < to {
		end, next := lineEnd(b.text[:to], from)
		b.weave.inline(from, end, link)
		if next > end {
			b.flush()
		}
		from = next
	}
}

func (b *builder) startTag(z *html.Tokenizer, from, to int, closed bool) {
	name, more := z.TagName()
	tag := lookupTag(name)
	var a attributes
	if more && b.mute == 0 {
		a.read(z)
	}
	switch {
	case isVoid(tag):
		b.voidTag(tag, &a, from, to)
		return
	case closed && muteReason(tag) == "" || b.mute > 0 && tag == 0:
		return
	}
	switch {
	case isBlock(tag):
		b.closeImplied(tag, from)
		b.flush()
	case tag == atom.A:
		b.closeLink()
	case b.inInfo() && isStyle(tag):
		b.weave.blank(false)
	}
	b.push(tag, &a, to)
}

// voidTag takes a tag that has no content.
func (b *builder) voidTag(tag atom.Atom, a *attributes, from, to int) {
	switch {
	case b.mute > 0:
	case tag == atom.Meta || tag == atom.Link:
		b.headField(tag, a, from, to)
	case tag == atom.Hr:
		b.flush()
	case tag == atom.Br:
		b.lineBreak()
	}
}

// shortCell is how many runes of a cell a line break may follow and still be
// there for looks alone.
const shortCell = 8

// lineBreak ends a block; but in titles, headings and narrow cells lines are
// broken for looks, unless what stands before is a whole clause, and so are
// those behind a comma. Two breaks together always end a block.
func (b *builder) lineBreak() {
	top, w := b.top(), &b.weave
	forLooks := top.kind == Heading || top.kind == TableCell && w.runes <= shortCell
	switch {
	case forLooks:
		forLooks = !strings.ContainsRune("。；！？：", w.last)
	case top.centred:
		forLooks = w.runes <= longestTitle && w.last != '号' && !namesDocument(w.text())
	default:
		forLooks = w.last == '，' || w.last == '、'
	}
	if forLooks && !w.broken {
		w.blank(true)
		w.broken = true
		return
	}
	b.flush()
}

// muteLine notes content that is no text.
func (b *builder) muteLine(from, to int, reason string) {
	if from >= to || reason == "script" || reason == "style" {
		return // told by the tags around it
	}
	b.muted = appendGap(b.muted, b.text, from, to)
	if n := len(b.muted); n > 0 && b.muted[n-1].span.Start >= from {
		b.muted[n-1].reason = reason
	}
}

// flush ends the block that is being woven.
func (b *builder) flush() {
	top := b.top()
	counted := stats{b.weave.runes, b.weave.links, b.weave.marks}
	linked := b.linked
	b.linked = false
	l, ok := b.weave.take()
	if !ok {
		b.newLine = b.newLine || top.pre
		return
	}
	l.kind, l.level, l.row, l.col = top.kind, top.level, top.row, top.col
	l.fixed = !top.pre
	l.blankBefore = b.newLine
	b.newLine = false
	if top.table > 0 {
		b.tables[top.table].add(counted)
	}
	b.blocks = append(b.blocks, b.places.put(block{
		line: l, in: top.in, table: top.table, stats: counted, linked: linked, centred: top.centred,
	}))
}
