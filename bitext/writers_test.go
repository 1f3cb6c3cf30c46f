package bitext_test

import (
	"encoding/csv"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/mattn/go-runewidth"
	"pgregory.net/rapid"

	"duizhao/bitext"
	"duizhao/lang/han"
	"duizhao/lang/span"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// sample is a small document with one of everything that a writer must show.
func sample() *bitext.Document {
	at := func(start, end int) *span.Span { return &span.Span{Start: start, End: end} }
	return &bitext.Document{
		Title:  "推进碳达峰",
		Source: bitext.Source{Path: "a.txt", Publisher: "生态环境部", Published: "2026-03-01"},
		Records: []bitext.Record{
			{Removed: &bitext.Removed{Step: "markup", Reason: "tags", Span: at(0, 9)}},
			{Unit: &bitext.Unit{
				ID: "00000001", At: "title.s1", Block: "title", Zh: "推进碳达峰", En: "Advancing Carbon Peaking", Status: bitext.Translated,
				Terms: []bitext.Receipt{{ID: "climate.peak", Zh: "碳达峰", En: "Carbon Peaking", Source: span.Span{Start: 2, End: 5}, Target: at(10, 24), How: bitext.Preferred}},
			}},
			{Unit: &bitext.Unit{
				ID: "00000002", At: "p1.s1", Block: "paragraph", Zh: "各地要做好碳达峰碳中和工作，控制“两高”项目；严禁*违规*上马|扩建。",
				En: "All localities should do a good job in carbon summit, control \"two highs\" projects, and forbid *illegal* starts | expansions.", Status: bitext.NeedsReview,
				Terms: []bitext.Receipt{
					{ID: "climate.peak", Zh: "碳达峰", En: "carbon summit", Source: span.Span{Start: 5, End: 8}, Target: at(39, 52), How: bitext.Avoided},
					{ID: "climate.neutral", Zh: "碳中和", Source: span.Span{Start: 8, End: 11}, How: bitext.Missing},
				},
				Findings: []bitext.Finding{{Rule: "term-avoided", Severity: bitext.Error, Message: `碳达峰 should be "carbon peaking", not "carbon summit"`}},
			}},
			{Unit: &bitext.Unit{ID: "00000003", At: "p1.s2", Block: "paragraph", Zh: "=SUM(A1)是公式。", En: "=SUM(A1) is a formula.", Status: bitext.Draft}},
			{Removed: &bitext.Removed{Step: "boilerplate", Reason: "copyright notice", Span: at(300, 320), Text: "版权所有 <b>"}},
		},
	}
}

// TestGolden compares every format with the file that a person has looked at.
func TestGolden(t *testing.T) {
	cases := []struct {
		file    string
		format  bitext.Format
		options bitext.Options
	}{
		{"sample.md", bitext.Markdown, bitext.Options{}},
		{"sample.html", bitext.HTML, bitext.Options{}},
		{"sample.csv", bitext.CSV, bitext.Options{}},
		{"sample.tsv", bitext.TSV, bitext.Options{}},
		{"sample.tmx", bitext.TMX, bitext.Options{}},
		{"sample.txt", bitext.Text, bitext.Options{}},
		{"sample-hant.txt", bitext.Text, bitext.Options{Script: han.Hant}},
		{"sample-100.table", bitext.Table, bitext.Options{}},
		{"sample-60.table", bitext.Table, bitext.Options{Width: 60}},
		{"sample-color.table", bitext.Table, bitext.Options{Width: 120, Color: true}},
	}
	for _, c := range cases {
		t.Run(c.file, func(t *testing.T) {
			var b strings.Builder
			if err := bitext.Write(&b, c.format, c.options, sample()); err != nil {
				t.Fatal(err)
			}
			path := filepath.Join("testdata", c.file)
			if *update {
				if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if b.String() != string(want) {
				t.Errorf("%s differs; look at it and run go test ./bitext -update\n%s", path, b.String())
			}
		})
	}
}

// No line of the table is wider than the terminal, no character is lost, and
// no control character gets through, at whatever width.
func TestTableKeepsToItsWidth(t *testing.T) {
	terminal := runewidth.Condition{}
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.IntRange(30, 160).Draw(t, "width")
		d := &bitext.Document{}
		for range rapid.IntRange(1, 4).Draw(t, "units") {
			zh := rapid.StringOfN(rapid.RuneFrom([]rune("碳达峰，。“”《》a１ \x1b\u202e")), 1, 80, -1).Draw(t, "zh")
			en := rapid.StringOfN(rapid.RuneFrom([]rune("ab -,.漢\t\x07")), 0, 200, -1).Draw(t, "en")
			d.Records = append(d.Records, bitext.Record{Unit: &bitext.Unit{At: "p1.s1", Zh: zh, En: en}})
		}
		var b strings.Builder
		if err := bitext.Write(&b, bitext.Table, bitext.Options{Width: width}, d); err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(b.String()) {
			if n := terminal.StringWidth(strings.TrimSuffix(line, "\n")); n > width {
				t.Fatalf("%d columns, want at most %d: %q", n, width, line)
			}
		}
		if strings.ContainsAny(b.String(), "\x1b\x07\u202e\t") {
			t.Fatalf("a control character got through: %q", b.String())
		}
		count := func(s string) int { return strings.Count(s, "达") + strings.Count(s, "b") + strings.Count(s, "漢") }
		want := 0
		for _, u := range d.Units() {
			want += count(u.Zh) + count(u.En)
		}
		if got := count(b.String()); got != want {
			t.Fatalf("%d of %d characters are shown", got, want)
		}
	})
}

func TestTableBreaksLinesAsReadersExpect(t *testing.T) {
	d := &bitext.Document{Records: []bitext.Record{{Unit: &bitext.Unit{At: "p1.s1", Zh: strings.Repeat("减污降碳，", 30), En: strings.Repeat("word ", 60)}}}}
	var b strings.Builder
	if err := bitext.Write(&b, bitext.Table, bitext.Options{Width: 61}, d); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(b.String()) {
		line = strings.TrimPrefix(strings.TrimSpace(line), "p1.s1")
		if strings.HasPrefix(strings.TrimSpace(line), "，") {
			t.Errorf("a line begins with a comma: %q", line)
		}
	}
	if strings.Contains(b.String(), "wor\n") {
		t.Error("an English word is broken")
	}
}

// No cell of CSV or TSV begins as a formula does, and CSV can be read back.
func TestNoCellIsAFormula(t *testing.T) {
	for _, cell := range []string{"=1+1", "+1", "-1", "@x", " =1", "\t=1", "＝1", "＋1", "－1", "＠x", "\r=1"} {
		d := &bitext.Document{Records: []bitext.Record{{Unit: &bitext.Unit{ID: "a", Zh: cell, En: cell}}}}
		var b strings.Builder
		if err := bitext.Write(&b, bitext.CSV, bitext.Options{}, d); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(b.String(), "\uFEFF"))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if zh := rows[1][3]; !strings.HasPrefix(zh, "'") {
			t.Errorf("cell %q begins a formula", zh)
		}
		b.Reset()
		if err := bitext.Write(&b, bitext.TSV, bitext.Options{}, d); err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
		if cells := strings.Split(lines[1], "\t"); len(lines) != 2 || len(cells) != 9 || !strings.HasPrefix(cells[3], "'") {
			t.Errorf("TSV of %q: %q", cell, b.String())
		}
	}
}

func TestFormats(t *testing.T) {
	for _, f := range bitext.Formats() {
		parsed, err := bitext.ParseFormat(string(f))
		if err != nil || parsed != f {
			t.Errorf("ParseFormat(%q) gives %q, %v", f, parsed, err)
		}
		if f == bitext.Table {
			continue
		}
		if found, ok := bitext.FormatOf("X/Y" + strings.ToUpper(f.Ending())); !ok || found != f {
			t.Errorf("the ending of %s leads to %q", f, found)
		}
	}
	if _, err := bitext.ParseFormat("pdf"); err == nil || !strings.Contains(err.Error(), "jsonl") {
		t.Errorf("an unknown format gives %v, want the list of formats", err)
	}
	if err := bitext.Write(&strings.Builder{}, bitext.HTML, bitext.Options{}, sample(), sample()); err == nil {
		t.Error("two documents in one page")
	}
}
