package article

import (
	"slices"
	"strings"
	"unicode"

	"duizhao/lang/span"
)

// Lines of metadata are looked for above the text, and behind it.
const metaHead, metaTail = 60, 12

// metaRunes is how long a line of metadata can be.
const metaRunes = 400

// takeMetadata makes fields of the lines that say where the article is from.
func takeMetadata(c *cleaning) []span.Span {
	var out []span.Span
	content := contentLines(c.lines)
	talk := surveyTalk(c.lines, content)
	take := func(i int, head, first bool) {
		l := c.lines[i]
		pieces, ok := readMeta(l.text, head, first)
		if !ok || talk.speaks(l.text, pieces, head) || !head && !c.namesSource(pieces) {
			return
		}
		c.fields = append(c.fields, lineFields(c.src, l, pieces)...)
		out = append(out, l.span)
		l.skip = stepMetadata
	}
	n := 0
	for ; n < min(len(content), metaHead); n++ {
		if beginsText(c.lines[content[n]].text) {
			break
		}
		// A first line with text of its own is the title, unless one follows.
		titleFollows := n+1 < len(content) && !beginsText(c.lines[content[n+1]].text)
		take(content[n], true, n == 0 && !titleFollows)
	}
	for k := len(content) - 1; k >= max(n, len(content)-metaTail); k-- {
		if !isProse(c.lines[content[k]].text) {
			take(content[k], false, false)
		}
	}
	slices.SortFunc(out, func(a, b span.Span) int { return a.Start - b.Start })
	c.dateFromText(content)
	return out
}

// namesSource reports whether pieces from behind the text look like what their
// labels say, and name no other publisher than the lines above it.
func (c *cleaning) namesSource(pieces []metaValue) bool {
	for _, p := range pieces {
		switch {
		case p.name == FieldAuthor && !isByline(p.value):
			return false
		case p.name == FieldPublisher && (!endsWithAny(foldMarks(p.value), publisherEnds) || c.saysOther(p)):
			return false
		}
	}
	return true
}

// saysOther reports whether the same field has another value already.
func (c *cleaning) saysOther(p metaValue) bool {
	return slices.ContainsFunc(c.fields, func(f Field) bool { return f.Name == p.name && f.Value != p.value })
}

// dateFromText takes the date of an article without a date of publication
// from its text: the note below the title of a speech, or the date below the
// signature. The text stays content, so the span of the field is empty.
func (c *cleaning) dateFromText(content []int) {
	if slices.ContainsFunc(c.fields, func(f Field) bool { return f.Name == FieldPublished }) {
		return
	}
	dated := func(i int, whole bool) bool {
		l := c.lines[i]
		if l.skip != "" || len(l.text) > metaRunes {
			return false
		}
		text := []rune(strings.TrimSpace(l.text))
		folded := []rune(foldMarks(string(text)))
		if len(folded) > 0 && folded[0] == '(' {
			folded, whole = folded[1:], false
		} else if !whole {
			return false
		}
		value, n := dateAt(folded)
		if n == 0 || whole && n < len(folded) {
			return false
		}
		c.fields = append(c.fields, Field{Name: FieldPublished, Value: value, Span: span.Span{Start: l.span.Start, End: l.span.Start}})
		return true
	}
	for _, i := range content[:min(len(content), 4)] {
		if !isProse(c.lines[i].text) && dated(i, false) {
			return
		}
	}
	for n := len(content) - 1; n >= max(0, len(content)-2*metaTail); n-- {
		if dated(content[n], true) {
			return
		}
	}
}

// lineFields makes fields of the pieces of a line and of what stands between
// them; together they cover all of it that is not white space.
func lineFields(src string, l *line, pieces []metaValue) []Field {
	var out []Field
	at, cur := 0, l.cursor()
	add := func(name, value string, s span.Span) {
		source := span.Span{Start: cur.after(s.Start)}
		source.End = cur.after(s.End)
		out = append(out, Field{Name: name, Value: value, Span: source})
	}
	rest := func(end int) {
		text := l.text[at:end]
		if trimmed := strings.TrimFunc(text, unicode.IsSpace); trimmed != "" {
			start := at + strings.Index(text, trimmed)
			add(FieldOther, trimmed, span.Span{Start: start, End: start + len(trimmed)})
		}
	}
	for _, p := range pieces {
		rest(p.span.Start)
		add(p.name, p.value, p.span)
		at = p.span.End
	}
	rest(len(l.text))
	// What was taken out between two fields goes with the first of them.
	for i := range out {
		from, until := out[i].Span.End, l.span.End
		if i+1 < len(out) {
			until = out[i+1].Span.Start
		}
		out[i].Span.End = from + len(strings.TrimRightFunc(src[from:until], unicode.IsSpace))
	}
	if head := src[l.span.Start:out[0].Span.Start]; !blank(head) {
		out[0].Span.Start -= len(strings.TrimLeftFunc(head, unicode.IsSpace))
	}
	return out
}

// metaValue is one value of a metadata line; the span counts bytes of its text.
type metaValue struct {
	name, value string
	span        span.Span
}
