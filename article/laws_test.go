package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"duizhao/lang/span"
)

// checkLaws tests law 1 on an article: every rune of the source that is not
// white space lies in exactly one segment, field or removed stretch, all in
// order and on rune borders, and each segment is rebuilt from the source.
func checkLaws(t rapid.TB, a *Article) {
	t.Helper()
	src := a.Source.Text
	if !utf8.ValidString(src) {
		t.Fatal("the source is not UTF-8")
	}
	covered := make([]uint8, len(src))
	cover := func(what string, s span.Span, last int) int {
		t.Helper()
		if s.Start < last || s.End < s.Start || s.End > len(src) {
			t.Fatalf("%s at %v stands before %d or outside", what, s, last)
		}
		if !onBorder(src, s.Start) || !onBorder(src, s.End) {
			t.Fatalf("%s at %v cuts a rune", what, s)
		}
		for i := s.Start; i < s.End; i++ {
			covered[i]++
		}
		return s.End
	}
	last := 0
	ids := map[string]bool{}
	for _, b := range a.Blocks {
		if len(b.Segments) == 0 {
			t.Fatal("a block without segments")
		}
		for _, s := range b.Segments {
			last = cover("segment "+s.At, s.Span, last)
			checkSegment(t, src, s)
			if ids[s.ID] {
				t.Fatalf("id %s comes twice", s.ID)
			}
			ids[s.ID] = true
		}
	}
	last = 0
	for _, r := range a.Removed {
		if r.Step == "" || r.Reason == "" {
			t.Fatalf("removed %v says %q, %q", r.Span, r.Step, r.Reason)
		}
		last = cover("removed "+r.Step, r.Span, last)
	}
	last = 0
	for _, f := range a.Meta {
		last = cover("field "+f.Name, f.Span, last)
	}
	for i, r := range src {
		if covered[i] != 1 && !unicode.IsSpace(r) {
			t.Fatalf("%q at byte %d lies in %d places: %q", r, i, covered[i], src[max(0, i-60):min(len(src), i+60)])
		}
	}
}

func onBorder(s string, i int) bool { return i == len(s) || utf8.RuneStart(s[i]) }

// checkSegment tests one segment against the source.
func checkSegment(t rapid.TB, src string, s Segment) {
	t.Helper()
	text, err := span.Replay(src, s.Span, s.Edits)
	if err != nil {
		t.Fatalf("%s: %v", s.At, err)
	}
	if text != s.Text {
		t.Fatalf("%s: replay gives %q, not %q", s.At, text, s.Text)
	}
	if s.Text == "" || s.Text != strings.TrimSpace(s.Text) {
		t.Fatalf("%s: text %q", s.At, s.Text)
	}
	if s.ID == "" || s.At == "" {
		t.Fatalf("a segment without name: %+v", s)
	}
	runes, last := utf8.RuneCountInString(s.Text), 0
	for _, d := range s.Damaged {
		if d.Start < last || d.Empty() || d.End > runes {
			t.Fatalf("%s: damage %v of %d runes", s.At, d, runes)
		}
		last = d.End
	}
}

// readText reads plain text and tests the laws on what comes out.
func readText(t rapid.TB, text string, o Options) *Article {
	t.Helper()
	if o.Format == FormatAuto {
		o.Format = FormatText
	}
	a, err := Read(strings.NewReader(text), o)
	if err != nil {
		t.Fatalf("read %q: %v", text, err)
	}
	checkLaws(t, a)
	return a
}

// cleanText is the text of all segments, blocks on lines of their own.
func cleanText(a *Article) string {
	var b strings.Builder
	for i, block := range a.Blocks {
		if i > 0 {
			b.WriteByte('\n')
		}
		for _, s := range block.Segments {
			b.WriteString(s.Text)
		}
	}
	return b.String()
}
