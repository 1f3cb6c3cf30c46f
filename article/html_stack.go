package article

import "golang.org/x/net/html/atom"

// push opens an element whose content begins at byte to. Inside of what is
// muted every element counts, so that the right end tag ends it; else only
// those that stand on lines of their own, links, and what mutes.
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
		case tag == atom.A && a.leadsOn():
			o.link = true
			b.linked = b.linked || isDocument(a.href)
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
	case isBlock(tag) && b.mute == 0:
		b.flush()
	case b.inInfo() && isStyle(tag):
		b.weave.blank(false)
	}
	start := b.around(tag)
	if start == 0 {
		return
	}
	switch tag {
	case atom.Table, atom.Tr, atom.Td, atom.Th, atom.Tbody, atom.Thead, atom.Tfoot, atom.Html, atom.Body:
	default:
		if start < max(b.around(atom.Td), b.around(atom.Th)) {
			return
		}
	}
	b.popTo(int(start), at)
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
