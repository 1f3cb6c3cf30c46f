package report

import (
	"strings"
	"unicode"

	"duizhao/lang/han"
	"duizhao/lang/span"
)

// plain makes a rune fit for one line of a terminal: what could command it is
// shown as U+FFFD.
func plain(r rune) rune {
	switch {
	case r == '\n' || r == '\r' || r == '\t':
		return ' '
	case unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r):
		return unicode.ReplacementChar
	}
	return r
}

// oneLine is text fit for one line of a terminal.
func oneLine(text string) string { return strings.Map(plain, text) }

// excerpt cuts text down to width columns around the runes at, and gives the
// marks to stand below them: carets under at, nothing where at is nil. A place
// wider than the line is cut at its end.
func excerpt(text string, at *span.Span, width int) (line, marks string) {
	runes := []rune(oneLine(text))
	mark := span.Span{}
	if at != nil {
		mark.Start = min(max(at.Start, 0), len(runes))
		mark.End = min(max(at.End, mark.Start), len(runes))
	}
	window := around(runes, mark, width)
	var out, below strings.Builder
	if window.Start > 0 {
		out.WriteRune('…')
		below.WriteByte(' ')
	}
	for i := window.Start; i < window.End; i++ {
		out.WriteRune(runes[i])
		under := " "
		if mark.Start <= i && i < mark.End {
			under = "^"
		}
		below.WriteString(strings.Repeat(under, han.RuneWidth(runes[i])))
	}
	if window.End < len(runes) {
		out.WriteRune('…')
	}
	if at != nil && mark.Empty() {
		below.WriteByte('^') // a place between two runes, or behind the last
	}
	return out.String(), strings.TrimRight(below.String(), " ")
}

// around is the stretch of runes that fits into width columns, both ellipses
// included, with mark in its middle.
func around(runes []rune, mark span.Span, width int) span.Span {
	used, limit := 0, max(width-2, 8)
	w := span.Span{Start: mark.Start, End: mark.Start}
	for w.End < mark.End && used+han.RuneWidth(runes[w.End]) <= limit {
		used += han.RuneWidth(runes[w.End])
		w.End++
	}
	for grown := true; grown; {
		grown = false
		if w.Start > 0 && used+han.RuneWidth(runes[w.Start-1]) <= limit {
			w.Start--
			used += han.RuneWidth(runes[w.Start])
			grown = true
		}
		if w.End < len(runes) && used+han.RuneWidth(runes[w.End]) <= limit {
			used += han.RuneWidth(runes[w.End])
			w.End++
			grown = true
		}
	}
	return w
}
