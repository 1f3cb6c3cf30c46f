package report

import (
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"duizhao/lang/han"
	"duizhao/lang/span"
)

func TestExcerpt(t *testing.T) {
	for name, c := range map[string]struct {
		text        string
		at          *span.Span
		width       int
		line, marks string
	}{
		"wide-characters":  {"推进碳达峰。", &span.Span{Start: 2, End: 5}, 80, "推进碳达峰。", "    ^^^^^^"},
		"cut-on-both-ends": {strings.Repeat("a", 50) + "X" + strings.Repeat("b", 50), &span.Span{Start: 50, End: 51}, 13, "…aaaaaXbbbbb…", "      ^"},
		"place-too-wide":   {strings.Repeat("碳", 30), &span.Span{Start: 10, End: 30}, 12, "…碳碳碳碳碳…", " ^^^^^^^^^^"},
		"no-place":         {"abc", nil, 80, "abc", ""},
		"empty-place":      {"abc", &span.Span{Start: 3, End: 3}, 80, "abc", "   ^"},
		"line-break":       {"a\r\nb\x1b", &span.Span{Start: 3, End: 4}, 80, "a  b\uFFFD", "   ^"},
		"past-the-end":     {"ab", &span.Span{Start: 1, End: 9}, 80, "ab", " ^"},
	} {
		t.Run(name, func(t *testing.T) {
			if line, marks := excerpt(c.text, c.at, c.width); line != c.line || marks != c.marks {
				t.Errorf("got\n%q\n%q, want\n%q\n%q", line, marks, c.line, c.marks)
			}
		})
	}
}

// The marks stand below the place, as much of it as the line shows, and the
// line keeps to its width.
func TestMarksStandBelowThePlace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		runes := rapid.SliceOfN(rapid.RuneFrom(nil, unicode.Han, unicode.Latin), 1, 60).Draw(t, "text")
		start := rapid.IntRange(0, len(runes)-1).Draw(t, "start")
		end := rapid.IntRange(start+1, len(runes)).Draw(t, "end")
		width := rapid.IntRange(12, 60).Draw(t, "width")
		line, marks := excerpt(string(runes), &span.Span{Start: start, End: end}, width)
		if w := han.Width(line); w > width {
			t.Fatalf("%d columns, want at most %d", w, width)
		}
		column, under := 0, ""
		for _, r := range line {
			if w := han.RuneWidth(r); w > 0 && column < len(marks) && marks[column] == '^' {
				under += string(r)
			}
			column += han.RuneWidth(r)
		}
		wide := func(rs []rune) string { // what takes a column
			out := ""
			for _, r := range rs {
				if han.RuneWidth(r) > 0 {
					out += string(r)
				}
			}
			return out
		}
		if place := wide(runes[start:end]); !strings.HasPrefix(place, under) || under == "" && place != "" {
			t.Fatalf("%q stands above the marks, want the beginning of %q", under, place)
		}
	})
}
