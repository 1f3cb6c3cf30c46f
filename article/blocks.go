package article

import (
	"strings"
	"unicode/utf8"
)

// settle makes blocks, segments and removed stretches of the lines.
func (c *cleaning) settle(a *Article, o Options) {
	b := newBlocks(c, o)
	titled, blocks, removed := false, 0, 0
	for _, l := range c.lines {
		switch {
		case l.skip == "":
			blocks++
			titled = titled || l.kind == Title
		case b.keeps(l.skip):
			blocks++
		case l.isRemoved():
			removed++
		}
	}
	b.blocks, b.removed = make([]Block, 0, blocks), make([]Removed, 0, removed)
	tables := findTables(c)
	var before *line // the content line above
	for i := 0; i < len(c.lines); i++ {
		l := c.lines[i]
		c.lines[i] = nil // its memory serves the segments to come
		if l.skip != "" && !b.keeps(l.skip) {
			if l.isRemoved() {
				b.removed = append(b.removed, Removed{Step: l.skip, Reason: l.reason, Span: l.span})
			}
			continue
		}
		if row, ok := tables[i]; ok {
			b.addRow(l, row)
			before = l
			continue
		}
		l.trim(c.src)
		if l.skip != "" {
			l.kind = Paragraph
			b.add(l)
			continue
		}
		if l.kind == "" {
			l.kind, l.level = c.classify(l, before, c.contentAfter(i), titled)
			titled = titled || l.kind == Title
		}
		b.add(l)
		before = l
	}
	a.Blocks, a.Removed = b.blocks, b.removed
}

// isRemoved reports whether a line that is no content is in no field and no
// other line either.
func (l *line) isRemoved() bool { return l.skip != stepMetadata && l.skip != stepParagraphs }

// contentAfter is the next content line behind line i, or nil.
func (c *cleaning) contentAfter(i int) *line {
	for i++; i < len(c.lines); i++ {
		if c.lines[i].skip == "" {
			return c.lines[i]
		}
	}
	return nil
}

// How long headings and titles can be, in runes.
const headingRunes, titleLineRunes = 50, 100

// classify finds the kind of a line that its format does not tell.
func (c *cleaning) classify(l, before, after *line, titled bool) (Kind, int32) {
	if len(l.text) > 4*titleLineRunes {
		return numberedKind(l.text), 0
	}
	runes := utf8.RuneCountInString(l.text)
	complete := endsSentence(l.text) || strings.Contains(l.text, "。")
	number := numberingOf(l.text)
	if before == nil && !titled {
		last, _ := utf8.DecodeLastRuneInString(l.text)
		asks := strings.ContainsRune("？！?!”", last) && !strings.Contains(l.text, "。")
		if runes <= titleLineRunes && (!complete || asks) && number.kind != numberArabic && after != nil {
			return Title, 0
		}
	}
	switch number.kind {
	case numberArabic, numberBullet:
		return ListItem, 0
	case numberChapter, numberChinese, numberBracketed:
		if !complete && runes <= headingRunes {
			return Heading, number.level
		}
		return Paragraph, 0
	case numberArticle:
		return Paragraph, 0
	}
	if !complete && l.blankBefore && before != nil && after != nil && runes <= headingRunes && endsWithAny(foldMarks(l.text), documentKinds) {
		return Heading, 1 // the title of a document inside the document
	}
	if !complete && c.plain && isSubhead(l.text, runes, before, after) {
		return Heading, 2
	}
	return Paragraph, 0
}

// numberedKind is the kind of a line too long for a heading.
func numberedKind(text string) Kind {
	switch numberingOf(text).kind {
	case numberArabic, numberBullet:
		return ListItem
	default:
		return Paragraph
	}
}

// subheadRunes is how long a heading without a number can be.
const subheadRunes = 30

// isSubhead reports whether a short line without end mark stands between
// prose: a heading that has no number. A line with a colon is an address or
// a label, one with brackets around it a note.
func isSubhead(text string, runes int, before, after *line) bool {
	if runes > subheadRunes || runes < 2 || before == nil || after == nil || strings.ContainsAny(text, "：:，,；;\t") {
		return false
	}
	if strings.HasPrefix(text, "（") || strings.HasPrefix(text, "(") || strings.HasPrefix(text, "附") {
		return false
	}
	if _, n := dateAt([]rune(foldMarks(text))); n > 0 {
		return false
	}
	if !isProse(after.text) || strings.HasSuffix(strings.TrimSpace(before.text), "：") {
		return false
	}
	return before.kind == Title || before.kind == Heading || isProse(before.text)
}
