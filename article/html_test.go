package article

import (
	"strings"
	"testing"
	"unicode"

	"duizhao/lang/span"
)

// checkCover tests the law of unwrapping: lines and fields are sorted and
// disjoint, hold every rune that is not white space, and edits replay.
func checkCover(t testing.TB, text string, lines []line, fields []Field) {
	t.Helper()
	var spans []span.Span
	f := 0
	for _, l := range lines {
		for f < len(fields) && fields[f].Span.Start < l.span.Start {
			spans = append(spans, fields[f].Span)
			f++
		}
		spans = append(spans, l.span)
		if l.skip != "" && l.text != text[l.span.Start:l.span.End] {
			t.Fatalf("skip line %v has text %q", l.span, l.text)
		}
		if got, err := span.Replay(text, l.span, l.edits); err != nil || got != l.text {
			t.Fatalf("line %v replays to %q, %v; its text is %q", l.span, got, err, l.text)
		}
	}
	for ; f < len(fields); f++ {
		spans = append(spans, fields[f].Span)
	}
	at := 0
	for _, s := range append(spans, span.Span{Start: len(text), End: len(text)}) {
		if s.Start < at || s.End < s.Start || s.End > len(text) {
			t.Fatalf("%v is out of order or overlaps what ends at %d", s, at)
		}
		if lost := strings.TrimSpace(text[at:s.Start]); lost != "" {
			t.Fatalf("nobody has %q in front of %v", lost, s)
		}
		at = s.End
	}
}

func isTight(s string) bool { return strings.TrimFunc(s, unicode.IsSpace) == s }
