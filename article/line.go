package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"duizhao/lang/span"
)

// change replaces the bytes [start, end) of a line's text, which are not
// empty, by text.
type change struct {
	start, end int
	text       string
}

// cursor leads places of a line's text to places of the source, forward only.
type cursor struct {
	edits     []span.Edit // not yet passed
	passed    int         // how many were passed
	text, src int         // the place behind the last edit that was passed
}

func (l *line) cursor() cursor { return cursor{edits: l.edits, src: l.span.Start} }

// next is the stretch of text that the next edit put there.
func (c *cursor) next() (start, end int) {
	e := &c.edits[0]
	start = c.text + e.Src.Start - c.src
	return start, start + len(e.Text)
}

// pass goes behind the next edit.
func (c *cursor) pass() {
	_, c.text = c.next()
	c.src = c.edits[0].Src.End
	c.edits = c.edits[1:]
	c.passed++
}

// before leads byte at of the text to the source, in front of what was
// removed there. Inside replaced text it gives the beginning of the edit.
func (c *cursor) before(at int) int {
	for len(c.edits) > 0 {
		start, end := c.next()
		if start >= at {
			break
		}
		if end > at {
			return c.edits[0].Src.Start
		}
		c.pass()
	}
	return c.src + at - c.text
}

// after is like before, but behind what was removed at that place.
func (c *cursor) after(at int) int {
	for len(c.edits) > 0 {
		start, end := c.next()
		if end > at {
			if start < at {
				return c.edits[0].Src.Start
			}
			break
		}
		if start > at {
			break
		}
		c.pass()
	}
	return c.src + at - c.text
}

// apply makes changes, which are in order and disjoint, in the text of l and
// in its edits.
func (l *line) apply(src string, changes []change) {
	if len(changes) == 0 {
		return
	}
	edits := make([]span.Edit, 0, len(l.edits)+len(changes))
	c := l.cursor()
	for len(changes) > 0 {
		ch := changes[0]
		changes = changes[1:]
		for len(c.edits) > 0 {
			if _, end := c.next(); end > ch.start {
				break
			}
			edits = append(edits, c.edits[0])
			c.pass()
		}
		e := span.Edit{Src: span.Span{Start: c.src + ch.start - c.text}, Text: ch.text}
		if len(c.edits) > 0 {
			if start, _ := c.next(); start < ch.start {
				e.Src.Start = c.edits[0].Src.Start
				e.Text = c.edits[0].Text[:ch.start-start] + e.Text
			}
		}
		e.Src.End = -1
		for len(c.edits) > 0 {
			start, end := c.next()
			if start >= ch.end {
				break
			}
			old := c.edits[0]
			c.pass()
			if end <= ch.end {
				continue
			}
			// The change ends inside replaced text: the rest of that text, and
			// further changes inside it, join this edit.
			for len(changes) > 0 && changes[0].start < end {
				e.Text += old.Text[ch.end-start:changes[0].start-start] + changes[0].text
				ch = changes[0]
				changes = changes[1:]
			}
			if ch.end < end {
				e.Text += old.Text[ch.end-start:]
				e.Src.End = old.Src.End
			}
		}
		if e.Src.End < 0 {
			e.Src.End = c.src + ch.end - c.text
		}
		edits = append(edits, e)
	}
	l.edits = append(edits, c.edits...)
	l.replay(src)
}

// replay makes the text of l, and the places of its edits in it, anew.
func (l *line) replay(src string) {
	var b strings.Builder
	b.Grow(editedLen(l.span, l.edits))
	at, runes := l.span.Start, 0
	for i := range l.edits {
		e := &l.edits[i]
		kept := src[at:e.Src.Start]
		b.WriteString(kept)
		runes += utf8.RuneCountInString(kept)
		e.At = runes
		b.WriteString(e.Text)
		runes += utf8.RuneCountInString(e.Text)
		at = e.Src.End
	}
	b.WriteString(src[at:l.span.End])
	l.text = b.String()
}

// editedLen is how many bytes the stretch in of the source has once edits are
// made. Texts are kept, so that they get no more room than they need.
func editedLen(in span.Span, edits []span.Edit) int {
	n := in.Len()
	for _, e := range edits {
		n += len(e.Text) - e.Src.Len()
	}
	return n
}

// sourceOf leads the bytes sel of the text of l to the source, with what was
// removed behind them.
func (l *line) sourceOf(sel span.Span) span.Span {
	c := l.cursor()
	start := c.after(sel.Start)
	return span.Span{Start: start, End: c.after(sel.End)}
}

// trim takes the white space off both ends of l.
func (l *line) trim(src string) {
	start := len(l.text) - len(strings.TrimLeftFunc(l.text, unicode.IsSpace))
	end := len(strings.TrimRightFunc(l.text, unicode.IsSpace))
	if end <= start {
		return
	}
	if start == 0 && end == len(l.text) {
		return
	}
	if len(l.edits) == 0 {
		l.text = l.text[start:end]
		l.span = span.Span{Start: l.span.Start + start, End: l.span.Start + end}
		return
	}
	var changes []change
	if start > 0 {
		changes = append(changes, change{start: 0, end: start})
	}
	if end < len(l.text) {
		changes = append(changes, change{start: end, end: len(l.text)})
	}
	l.apply(src, changes)
	for len(l.edits) > 0 {
		e := l.edits[0]
		if e.Text != "" || e.Src.Start != l.span.Start || !blank(src[e.Src.Start:e.Src.End]) {
			break
		}
		l.span.Start = e.Src.End
		l.edits = l.edits[1:]
	}
	for len(l.edits) > 0 {
		e := l.edits[len(l.edits)-1]
		if e.Text != "" || e.Src.End != l.span.End || !blank(src[e.Src.Start:e.Src.End]) {
			break
		}
		l.span.End = e.Src.Start
		l.edits = l.edits[:len(l.edits)-1]
	}
}

// split cuts l at byte at of its text, which lies inside no replaced text;
// what was removed at that place goes with the first part.
func (l *line) split(src string, at int) (head, tail line) {
	c := l.cursor()
	cut := c.after(at)
	head, tail = *l, *l
	head.text, tail.text = l.text[:at], l.text[at:]
	head.span.End, tail.span.Start = cut, cut
	head.edits, tail.edits = l.edits[:c.passed:c.passed], append([]span.Edit(nil), c.edits...)
	base := utf8.RuneCountInString(head.text)
	for i := range tail.edits {
		tail.edits[i].At -= base
	}
	tail.blankBefore = false
	return head, tail
}

// joinLines makes one line of several; seps[i] stands between lines i and
// i+1 where the source has a line end.
func joinLines(src string, lines []*line, seps []string) line {
	out := *lines[0]
	edits := make([]span.Edit, 0, len(lines))
	for i := range lines {
		if i > 0 {
			gap := span.Span{Start: lines[i-1].span.End, End: lines[i].span.Start}
			edits = append(edits, span.Edit{Src: gap, Text: seps[i-1]})
		}
		edits = append(edits, lines[i].edits...)
	}
	out.span.End = lines[len(lines)-1].span.End
	out.edits = edits
	out.replay(src)
	return out
}

// blank reports whether s holds nothing but white space.
func blank(s string) bool { return strings.TrimSpace(s) == "" }
