package article

import (
	"cmp"
	"slices"
	"strings"

	"duizhao/lang/span"
)

// line is one stretch of the source that stands on its own before cleaning: a
// line of plain text, or a block of HTML or Markdown.
//
// A line that is content obeys span.Replay(source, span, edits) == text; a
// skip line has no edits and its text is the source itself. The text of plain
// lines keeps its indent; that of fixed lines has no white space at its ends.
type line struct {
	kind        Kind   // "" where the format does not tell
	fixed       bool   // the format itself delimits the block: never join it with another
	blankBefore bool   // an empty line, or a border that no text may be joined across
	level       int32  // of a heading: 1 to 6
	table       int32  // of a table cell: the number of its table, from 1
	row         int32  // of a table cell, from 1
	col         int32  // of a table cell, from 1
	text        string // a substring of the source where there are no edits

	span  span.Span   // bytes of the decoded source
	edits []span.Edit // At counts runes of text

	skip   string // stepMarkup or stepLayout where the stretch is no content
	reason string // of a skip, for people: "navigation"
}

// The steps under which unwrapping reports what is no content.
const (
	stepMarkup = "markup" // tags, scripts, head, code
	stepLayout = "layout" // navigation, sidebars, share bars, footers
)

// unwrap cuts src, whose Format is known, into lines and the fields that the
// format marks as such. Both are in order of the source and disjoint, and each
// rune of the source that is not white space lies in exactly one of them.
//
// With layout, the parts around the article of a page are content, too.
func unwrap(src *Source, layout bool) ([]*line, []Field) {
	switch src.Format {
	case FormatHTML:
		return unwrapHTML(src.Text, layout)
	case FormatMarkdown:
		return unwrapMarkdown(src.Text)
	default:
		return unwrapText(src.Text), nil
	}
}

// unwrapText cuts plain text at its line ends: LF, CRLF, CR, form feed and the
// two Unicode separators. Lines of white space alone are left out.
func unwrapText(text string) []*line {
	var places pool[line]
	lines := make([]*line, 0, strings.Count(text, "\n")/2+1)
	blank := false
	for at := 0; at < len(text); {
		end, next := lineEnd(text, at)
		if strings.TrimSpace(text[at:end]) == "" {
			blank = true
		} else {
			lines = append(lines, places.put(line{text: text[at:end], span: span.Span{Start: at, End: end}, blankBefore: blank}))
			blank = false
		}
		at = next
	}
	return lines
}

// lineEnd finds the end of the line that begins at byte at, and the beginning
// of the next one.
func lineEnd(text string, at int) (end, next int) {
	for i := at; i < len(text); i++ {
		c := text[i]
		if c > '\r' && c != 0xE2 {
			continue
		}
		switch {
		case c == '\n' || c == '\f':
			return i, i + 1
		case c == '\r' && strings.HasPrefix(text[i:], "\r\n"):
			return i, i + 2
		case c == '\r':
			return i, i + 1
		case strings.HasPrefix(text[i:], "\u2028") || strings.HasPrefix(text[i:], "\u2029"):
			return i, i + len("\u2028")
		}
	}
	return len(text), len(text)
}

// sortFields orders fields by the place where they stand.
func sortFields(fields []Field) {
	slices.SortStableFunc(fields, func(a, b Field) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
}
