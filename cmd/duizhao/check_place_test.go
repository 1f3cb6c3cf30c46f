package main

import (
	"bytes"
	"encoding/json"
	"html"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"duizhao/bitext"
	"duizhao/lang/span"
)

// Where a file says that a stretch of a text stands, there it stands, however
// the form escapes it.
func TestPlacesHoldTheirText(t *testing.T) {
	plain := map[bitext.Format]func(raw string) string{
		bitext.JSONL: func(raw string) string {
			var s string
			if err := json.Unmarshal([]byte(`"`+raw+`"`), &s); err != nil {
				return err.Error()
			}
			return s
		},
		bitext.TMX: html.UnescapeString,
		bitext.CSV: func(raw string) string { return strings.ReplaceAll(raw, `""`, `"`) },
	}
	for format, decode := range plain {
		t.Run(string(format), func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				text := rapid.StringOfN(rapid.OneOf(
					rapid.RuneFrom(nil, unicode.Han, unicode.Latin), rapid.SampledFrom([]rune(`"'<>,;\/ 😀`)),
				), 1, 12, -1)
				d := &bitext.Document{Title: "t"}
				for range rapid.IntRange(1, 5).Draw(t, "units") {
					// An initial letter, since tables trim and guard what begins otherwise.
					d.Records = append(d.Records, bitext.Record{Unit: &bitext.Unit{Zh: "中" + text.Draw(t, "zh"), En: "E" + text.Draw(t, "en") + "."}})
				}
				var file bytes.Buffer
				if err := bitext.Write(&file, format, bitext.Options{}, d); err != nil {
					t.Fatal(err)
				}
				docs, err := bitext.ReadAll(bytes.NewReader(file.Bytes()))
				if err != nil {
					t.Fatal(err)
				}
				c := bitextSides(newTextFile("f", file.String()), docs)[0]
				for i, u := range c.units {
					for _, s := range []struct {
						side *side
						text string
					}{{c.zh, u.Zh}, {c.en, u.En}} {
						runes := []rune(s.text)
						start := rapid.IntRange(0, len(runes)-1).Draw(t, "start")
						end := rapid.IntRange(start+1, len(runes)).Draw(t, "end")
						at, ok := s.side.locate(i, &span.Span{Start: start, End: end})
						if !ok {
							t.Fatalf("%q is not found in\n%s", s.text, file.String())
						}
						if got := decode(s.side.file.text[at.Start:at.End]); got != string(runes[start:end]) {
							t.Fatalf("%q stands where %q should, in\n%s", got, string(runes[start:end]), file.String())
						}
					}
				}
			})
		})
	}
}

func TestPlacesCountLinesAndCodePoints(t *testing.T) {
	f := newTextFile("f", "a\r\n碳b\nc")
	for name, c := range map[string]struct {
		at   span.Span
		want [4]int
	}{
		"first":        {span.Span{Start: 0, End: 1}, [4]int{1, 1, 1, 2}},
		"behind-wide":  {span.Span{Start: 6, End: 7}, [4]int{2, 2, 2, 3}},
		"over-a-break": {span.Span{Start: 3, End: 9}, [4]int{2, 1, 3, 2}},
		"end":          {span.Span{Start: 9, End: 9}, [4]int{3, 2, 3, 2}},
	} {
		p := f.place(c.at)
		if got := [4]int{p.Line, p.Column, p.EndLine, p.EndColumn}; got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

// A document without a record of its own, several documents, blank lines.
func TestUnitLines(t *testing.T) {
	head := `{"kind":"document","version":1,"title":"t"}` + "\n"
	unit := `{"zh":"一","en":"one"}` + "\n"
	removed := `{"kind":"removed","step":"layout","reason":"x","span":[0,1]}` + "\n"
	for name, c := range map[string]struct {
		text string
		want []int
	}{
		"short-form":        {unit + "\n" + unit, []int{1, 3}},
		"with-a-head":       {head + removed + unit, []int{3}},
		"two-documents":     {head + unit + head + unit + unit, []int{2, 4, 5}},
		"second-has-a-head": {unit + head + unit, []int{1, 3}},
		"mark-and-blank":    {"\uFEFF\n" + head + "\r\n" + unit, []int{4}},
	} {
		t.Run(name, func(t *testing.T) {
			docs, err := bitext.ReadAll(strings.NewReader(c.text))
			if err != nil {
				t.Fatal(err)
			}
			var got []int
			for _, d := range bitextSides(newTextFile("f", c.text), docs) {
				for i := range d.units {
					got = append(got, d.en.place(i, nil).Line)
				}
			}
			if len(got) != len(c.want) {
				t.Fatalf("lines %v, want %v", got, c.want)
			}
			for i := range got {
				if got[i] != c.want[i] {
					t.Fatalf("lines %v, want %v", got, c.want)
				}
			}
		})
	}
}
