package article

import (
	"strings"
	"unicode/utf8"

	"duizhao/lang/span"
)

// sameCell reports whether two lines are content of one table cell.
func sameCell(a, b *line) bool {
	return a.kind == TableCell && b.kind == TableCell && a.table == b.table && a.row == b.row && a.col == b.col
}

// joinCell makes one line of all lines from place first on, which are content
// of one cell, and tells where the next cell begins.
func joinCell(lines []*line, first int, src string) ([]*line, int) {
	if len(lines)-first < 2 {
		return lines, len(lines)
	}
	l := *lines[first]
	l.edits = nil
	var text strings.Builder
	runes := 0
	for i, part := range lines[first:] {
		if i > 0 {
			joint := jointOf(lines[first+i-1].text, part.text)
			if gap := (span.Span{Start: l.span.End, End: part.span.Start}); src[gap.Start:gap.End] != joint {
				l.edits = append(l.edits, span.Edit{At: runes, Src: gap, Text: joint})
			}
			text.WriteString(joint)
			runes += len(joint)
		}
		for _, e := range part.edits {
			e.At += runes
			l.edits = append(l.edits, e)
		}
		text.WriteString(part.text)
		runes += utf8.RuneCountInString(part.text)
		l.span.End = part.span.End
	}
	l.text = text.String()
	*lines[first] = l
	return lines[:first+1], first + 1
}

// jointOf is what stands between two texts that become one.
func jointOf(a, b string) string {
	last, _ := utf8.DecodeLastRuneInString(a)
	next, _ := utf8.DecodeRuneInString(b)
	if wide(last) || wide(next) {
		return ""
	}
	return " "
}
