package align_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"duizhao/align"
	"duizhao/lang/span"
)

func side(t testing.TB, text string) *align.Side {
	t.Helper()
	s, err := align.ReadEnglish(strings.NewReader(text), "a.md")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestFront(t *testing.T) {
	s := side(t, "---\ntitle: A\nduizhao-source: \"sha256:AB\"\ndate: 2024-03-01T08:00:00Z\nhouse: state-council\ngenre: notice\n---\nText.\n")
	want := align.Front{
		Source: "sha256:AB", Date: "2024-03-01", House: "state-council", Genre: "notice",
		Lines: map[string]int{"title": 2, "duizhao-source": 3, "date": 4, "house": 5, "genre": 6},
	}
	if diff := cmp.Diff(want, s.Front); diff != "" {
		t.Errorf("front matter (-want +got):\n%s", diff)
	}
	if _, err := align.ReadEnglish(strings.NewReader("---\nkey: [1\n---\nText.\n"), "a.md"); err == nil || !strings.Contains(err.Error(), "a.md: front matter") {
		t.Errorf("broken front matter gives %v", err)
	}
}

func TestFresh(t *testing.T) {
	zh, err := align.ReadChinese(strings.NewReader("第一段。\n"), "zh.md")
	if err != nil {
		t.Fatal(err)
	}
	for recorded, want := range map[string]align.Freshness{
		"":                                  align.Unrecorded,
		align.Hash(zh):                      align.Current,
		strings.ToUpper(align.Hash(zh)[7:]): align.Current,
		"sha256:00":                         align.Stale,
	} {
		if got := align.Fresh(recorded, zh); got != want {
			t.Errorf("Fresh(%q) = %d, want %d", recorded, got, want)
		}
	}
}

func TestStructure(t *testing.T) {
	zh := side(t, "# A\n\n## B\n\ntext [one](a.md) ![p](p.png) <https://x.org/>\n\n- i\n- j\n\n```\ncode\n```\n\n| a | b |\n|---|---|\n| c | d |\n")
	en := side(t, "# A\n\n### B\n\ntext\n\n- i\n\n| a | b |\n|---|---|\n")
	var got []string
	for _, d := range align.Compare(zh.Structure(), en.Structure()) {
		line := d.Part.String()
		for _, e := range d.Lost {
			at, _ := zh.Places().At(e.Span.Start)
			line += strings.TrimRight(fmt.Sprintf(" lost at line %d %s", at, e.Value), " \n")
		}
		got = append(got, strings.TrimSpace(line))
	}
	want := []string{
		"headings lost at line 3", "headings", "list items lost at line 8", "table cells",
		"links lost at line 5 a.md lost at line 5 https://x.org/", "images lost at line 5 p.png",
		"blocks of code lost at line 11 code",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("differences (-want +got):\n%s", diff)
	}
	if d := align.Compare(zh.Structure(), zh.Structure()); len(d) > 0 {
		t.Errorf("a document differs from itself: %v", d)
	}
}

func TestLock(t *testing.T) {
	const text = "# made by a person\n\nsha256:aa  docs/en/b.md\nsha256:bb docs/en/a.md\n"
	l, err := align.ReadLock(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := align.WriteLock(&b, l); err != nil {
		t.Fatal(err)
	}
	if want := "sha256:bb docs/en/a.md\nsha256:aa docs/en/b.md\n"; b.String() != want {
		t.Errorf("written %q, want %q", b.String(), want)
	}
	for _, bad := range []string{"sha256:aa", "md5:aa a.md", "sha256:a x\nsha256:b x"} {
		if _, err := align.ReadLock(strings.NewReader(bad)); err == nil || !strings.HasPrefix(err.Error(), "line ") {
			t.Errorf("%q is read with %v", bad, err)
		}
	}
}

func TestPlaces(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom([]rune("a中\n\r€"))).Draw(t, "text")
		at := rapid.IntRange(0, utf8.RuneCountInString(text)).Draw(t, "rune")
		before := string([]rune(text)[:at])
		line, column := align.NewPlaces(text).At(len(before))
		wantLine := strings.Count(before, "\n") + 1
		wantColumn := utf8.RuneCountInString(before[strings.LastIndex(before, "\n")+1:]) + 1
		if line != wantLine || column != wantColumn {
			t.Fatalf("byte %d of %q is %d:%d, want %d:%d", len(before), text, line, column, wantLine, wantColumn)
		}
	})
}

func TestTargetSource(t *testing.T) {
	zh, err := align.ReadChinese(strings.NewReader("全年发电18亿千瓦时。\n"), "zh.md")
	if err != nil {
		t.Fatal(err)
	}
	en := side(t, "The year's *output* was\n1.8 billion kilowatt-hours.\n")
	p, err := align.Pair(zh, en, align.Options{})
	if err != nil {
		t.Fatal(err)
	}
	u := p.Document.Units()[0]
	at := utf8.RuneCountInString(u.En[:strings.Index(u.En, "1.8")])
	place := p.Targets[0].Source(en, span.Span{Start: at, End: at + 3})
	if got := en.Article.Source.Text[place.Start:place.End]; got != "1.8" {
		t.Errorf("the figure leads to %q", got)
	}
	if line, column := en.Places().At(place.Start); line != 2 || column != 1 {
		t.Errorf("the figure is at %d:%d, want 2:1", line, column)
	}
}

// TestUnrelatedTexts pairs each Chinese text with the English of another.
func TestUnrelatedTexts(t *testing.T) {
	cases := pairCases(t)
	trusted, all := 0, 0
	for i := range cases {
		zh, _ := cases[i].read(t)
		_, en := cases[(i+5)%len(cases)].read(t)
		p, err := align.Pair(zh, en, align.Options{})
		if err != nil {
			t.Fatal(err)
		}
		checkPairing(t, p, zh, en)
		for _, l := range p.Links {
			if l.Zh.Len() > 0 && l.En.Len() > 0 {
				all++
				if !l.Doubtful {
					trusted++
				}
			}
		}
	}
	if trusted*7 > all {
		t.Errorf("%d of %d links between texts that have nothing in common are not doubtful", trusted, all)
	}
}

func TestRightLinksAreNotDoubtful(t *testing.T) {
	doubtful, all := 0, 0
	for _, c := range pairCases(t) {
		zh, en := c.read(t)
		p, err := align.Pair(zh, en, align.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range p.Links {
			if l.Zh.Len() > 0 && l.En.Len() > 0 {
				all++
				if l.Doubtful {
					doubtful++
				}
			}
		}
	}
	if doubtful*15 > all {
		t.Errorf("%d of %d right links are doubtful", doubtful, all)
	}
}

func FuzzPair(f *testing.F) {
	for _, c := range pairCases(f) {
		f.Add(string(c.zh.Data), string(c.en.Data))
	}
	f.Fuzz(func(t *testing.T, zhText, enText string) {
		if len(zhText)+len(enText) > 4000 {
			return
		}
		zh, err := align.ReadChinese(strings.NewReader(zhText), "zh.md")
		if err != nil {
			return
		}
		en, err := align.ReadEnglish(strings.NewReader(enText), "en.md")
		if err != nil {
			return
		}
		p, err := align.Pair(zh, en, align.Options{})
		if err != nil {
			t.Fatal(err)
		}
		checkPairing(t, p, zh, en)
		align.Compare(zh.Structure(), en.Structure())
	})
}

// Numbered paragraphs are items on both sides, whether Markdown takes them for
// a list or not; a heading is what the markup says.
func TestStructureOfNumbers(t *testing.T) {
	zh := "# 通知\n\n一、总体要求\n\n（一）推动转型。\n\n（二）加强节能。\n\n第一条没有编号。\n"
	en := "# Notice\n\nI. Overall requirements\n\n(1) Promote the transition.\n\n2. Save energy.\n\nThe first item has no number.\n"
	a, err := align.ReadChinese(strings.NewReader(zh), "a.md")
	if err != nil {
		t.Fatal(err)
	}
	b, err := align.ReadEnglish(strings.NewReader(en), "b.md")
	if err != nil {
		t.Fatal(err)
	}
	if ds := align.Compare(a.Structure(), b.Structure()); len(ds) > 0 {
		t.Errorf("differences %+v", ds)
	}
}
