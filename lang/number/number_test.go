package number

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// describe writes what a corpus line says of a value behind its place.
func describe(v Value) string {
	amount := v.N.String()
	switch {
	case v.Kind == Calendar || v.Kind == Decade:
		amount = describeDate(v.Start)
		if v.Range {
			amount += ".." + describeDate(v.Stop)
		}
	case v.Kind == Clock:
		amount = fmt.Sprintf("%02d:%02d:%02d", v.Clock.Hour, v.Clock.Minute, v.Clock.Second)
	case v.Range:
		amount += ".." + v.To.String()
	case v.Den > 0:
		amount += fmt.Sprintf("/%d", v.Den)
	}
	unit := "-"
	switch {
	case v.Unit != "":
		unit = v.Unit
	case v.Counter != "":
		unit = v.Counter
	}
	return fmt.Sprintf("%s %s | %s | %s | %s", v.Kind, amount, unit, v.Hedge, v.English())
}

func describeDate(d Date) string {
	text := fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
	if d.Part != Whole {
		text += "/" + d.Part.String()
	}
	return text
}

// corpusCase is a text of the corpus and the values it holds.
type corpusCase struct {
	text string
	want []string
}

// corpus reads a file of testdata: a text at the margin, its values indented.
func corpus(t testing.TB, name string) []corpusCase {
	t.Helper()
	raw, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var cases []corpusCase
	for line := range strings.Lines(string(raw)) {
		line = strings.TrimRight(line, "\n")
		switch {
		case line == "" || line[0] == '#':
		case line == "  -":
		case strings.HasPrefix(line, "  "):
			last := &cases[len(cases)-1]
			last.want = append(last.want, line[2:])
		default:
			cases = append(cases, corpusCase{text: line})
		}
	}
	return cases
}

func TestChineseCorpus(t *testing.T) {
	cases := corpus(t, "chinese.txt")
	if len(cases) < 250 {
		t.Fatalf("only %d cases in the corpus", len(cases))
	}
	for _, c := range cases {
		var got []string
		runes := []rune(c.text)
		for _, v := range FindChinese(c.text) {
			got = append(got, string(runes[v.Span.Start:v.Span.End])+" | "+describe(v))
		}
		if g, w := strings.Join(got, "\n  "), strings.Join(c.want, "\n  "); g != w {
			t.Errorf("%s\n got:\n  %s\nwant:\n  %s", c.text, g, w)
		}
	}
}
