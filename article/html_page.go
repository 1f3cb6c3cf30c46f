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
	blocks   []block
	tables   []table // number 0 means no table
	fields   []Field // of the head
	ranks    []int   // of fields: which of several with one name counts
	titled   bool    // the title element was seen
	muted    []line  // scripts, hidden parts: skip lines
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
	file     bool // of a link: to a document, not a page
}

// builder makes a page of the tokens of an HTML text. It is told whether to
// leave out what the page hides.
type builder struct {
	*page
	weave   weaver
	stack   []open
	last    map[atom.Atom]int32 // the innermost open element of each tag
	mute    int                 // how many elements on the stack had been open when one was muted, 0: none was
	hide    bool
	linked  bool // the block that is being woven holds a link to a document
	newLine bool // of preformatted text: an empty line was seen
}

// parsePage reads an HTML text. It takes time in proportion to the text,
// however deep the elements nest.
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
		forLooks = w.last != '号' && !namesDocument(w.text())
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

func (b *builder) push(tag atom.Atom, a *attributes, to int) {
	around := b.top()
	o := open{tag: tag, same: b.around(tag), from: to, context: around.context}
	if b.mute == 0 {
		o.mute = muteReason(tag)
		if o.mute == "" && b.hide && a.hidden() {
			o.mute = "hidden"
		}
		if o.mute != "" {
			b.mute = len(b.stack)
		}
	}
	if b.mute == 0 {
		switch {
		case isBlock(tag):
			b.enter(&o, a)
		case tag == atom.A && a.id == wechatAccount:
			b.flush()
			b.enter(&o, a)
		case tag == atom.A && a.href != "":
			o.link = true
			o.file = isDocument(a.href)
			b.linked = b.linked || o.file
		case tag != atom.A:
			return // an inline tag says nothing
		}
	}
	b.last[tag] = int32(len(b.stack))
	b.stack = append(b.stack, o)
}

// wechatAccount is the id of the link that names the account on WeChat pages.
const wechatAccount = "js_name"

// closeLink closes a link that the page forgot to close.
func (b *builder) closeLink() {
	if at := b.around(atom.A); at > 0 && int(at) == len(b.stack)-1 {
		b.popTo(int(at), 0)
	}
}

// enter sets up the context of a block element.
func (b *builder) enter(o *open, a *attributes) {
	r := pageHints().of(a.class, a.id)
	if own := tagRole(o.tag); r == roleNone || own == roleBody || own == roleTitle && !r.layout() {
		r = own
	}
	b.elements = append(b.elements, element{parent: o.in, tag: o.tag, role: r})
	o.in = int32(len(b.elements) - 1)
	o.own = true
	o.centred = a.centred() || o.centred && !a.aligned() || o.tag == atom.Center
	if level := headingLevel(o.tag); level > 0 {
		o.kind, o.level = Heading, level
	}
	switch o.tag {
	case atom.Li:
		o.kind = ListItem
	case atom.Pre:
		o.pre = true
	case atom.Table:
		b.openTable(o, a)
	case atom.Tr:
		b.openRow(o)
	case atom.Td, atom.Th:
		b.openCell(o, a)
	case atom.Caption, atom.Thead:
		b.tables[o.table].labelled = true
	}
}

// closeImplied closes the elements that a start tag ends without saying so.
func (b *builder) closeImplied(tag atom.Atom, at int) {
	cell := max(b.around(atom.Td), b.around(atom.Th))
	table := b.around(atom.Table)
	if p := b.around(atom.P); p > cell {
		b.popTo(int(p), at)
	}
	var ends int32
	switch tag {
	case atom.Li:
		if li := b.around(atom.Li); li > max(b.around(atom.Ul), b.around(atom.Ol), cell) {
			ends = li
		}
	case atom.Dt, atom.Dd:
		if d := max(b.around(atom.Dt), b.around(atom.Dd)); d > max(b.around(atom.Dl), cell) {
			ends = d
		}
	case atom.Td, atom.Th:
		if cell > table {
			ends = cell
		}
	case atom.Tr:
		if tr := b.around(atom.Tr); tr > table {
			ends = tr
		}
	case atom.Tbody, atom.Thead, atom.Tfoot:
		if body := max(b.around(atom.Tbody), b.around(atom.Thead), b.around(atom.Tfoot)); body > table {
			ends = body
		}
	}
	if ends > 0 {
		b.popTo(int(ends), at)
	}
}

// endTag closes the innermost element of its tag and all inside it. Tags that
// close nothing are ignored, and so are those that would close what stands
// around the table cell that they are in.
func (b *builder) endTag(tag atom.Atom, at int) {
	switch {
	case isBlock(tag) && b.mute == 0 || tag == atom.P:
		b.flush()
	case b.inInfo() && isStyle(tag):
		b.weave.blank(false)
	}
	open := b.around(tag)
	if open == 0 {
		return
	}
	switch tag {
	case atom.Table, atom.Tr, atom.Td, atom.Th, atom.Tbody, atom.Thead, atom.Tfoot, atom.Html, atom.Body:
	default:
		if open < max(b.around(atom.Td), b.around(atom.Th)) {
			return
		}
	}
	b.popTo(int(open), at)
}

// popTo closes the elements from place n of the stack on; at is where they end.
func (b *builder) popTo(n, at int) {
	for len(b.stack) > n {
		top := b.top()
		if top.own && b.mute == 0 {
			b.flush()
		}
		if top.mute != "" {
			b.mute = 0
			b.muteLine(top.from, at, top.mute)
		}
		b.last[top.tag] = top.same
		b.stack = b.stack[:len(b.stack)-1]
	}
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
	b.blocks = append(b.blocks, block{line: l, in: top.in, table: top.table, stats: counted, linked: linked, centred: top.centred})
}
