package article

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"duizhao/lang/span"
)

// cover orders the lines and fields that were found in text and fills what
// lies between them with skip lines, so that nothing is lost. Stretches of
// layout that only markup parts become one.
func cover(text string, found []*line, fields []Field) []*line {
	slices.SortStableFunc(found, func(a, b *line) int { return cmp.Compare(a.span.Start, b.span.Start) })
	sortFields(fields)
	out := make([]*line, 0, 2*len(found)+len(fields)+1)
	at, f := 0, 0 // how far text is covered; the next field
	fill := func(end int) { out = appendGap(out, text, at, end) }
	for _, l := range found {
		if l.span.Start < at {
			continue // hidden text inside a block is an edit of that block
		}
		for f < len(fields) && fields[f].Span.Start < l.span.Start {
			fill(fields[f].Span.Start)
			at = fields[f].Span.End
			f++
		}
		if last := len(out) - 1; last >= 0 && out[last].skip == stepLayout && l.skip == stepLayout && out[last].span.End == at {
			if out[last].reason == l.reason {
				*out[last] = skipLine(text, out[last].span.Start, l.span.End, l.skip, l.reason)
				at = l.span.End
				continue
			}
			at = l.span.Start
			*out[last] = skipLine(text, out[last].span.Start, trimEnd(text, at), stepLayout, out[last].reason)
		}
		fill(l.span.Start)
		out = append(out, l)
		at = l.span.End
	}
	for ; f < len(fields); f++ {
		fill(fields[f].Span.Start)
		at = fields[f].Span.End
	}
	fill(len(text))
	return out
}

// trimEnd is the end of text[:end] without white space.
func trimEnd(text string, end int) int {
	return len(strings.TrimRightFunc(text[:end], unicode.IsSpace))
}

// appendGap adds a skip line for the bytes from up to to, if there is more
// than white space in them.
func appendGap(out []*line, text string, from, to int) []*line {
	gap := text[from:to]
	left := strings.TrimLeftFunc(gap, unicode.IsSpace)
	if left == "" {
		return out
	}
	from = to - len(left)
	to = trimEnd(text, to)
	reason := "markup"
	if strings.Contains(left, "<script") || strings.Contains(left, "<SCRIPT") {
		reason = "script"
	}
	l := skipLine(text, from, to, stepMarkup, reason)
	return append(out, &l)
}

// skipLine is a stretch that is no content.
func skipLine(text string, from, to int, step, reason string) line {
	return line{fixed: true, text: text[from:to], span: span.Span{Start: from, End: to}, skip: step, reason: reason}
}
