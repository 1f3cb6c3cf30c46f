package align_test

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"duizhao/align"
	"duizhao/article"
	"duizhao/bitext"
	"duizhao/lang/span"
)

// pairCase is one phenomenon: testdata/pairs/NAME.txtar holds the Chinese and
// the English file, and want, a line a link: the names of the segments.
type pairCase struct {
	name   string
	zh, en txtar.File
	want   string
}

func pairCases(t testing.TB) []pairCase {
	files, err := filepath.Glob("testdata/pairs/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	var cases []pairCase
	for _, f := range files {
		archive, err := txtar.ParseFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if len(archive.Files) != 3 {
			t.Fatalf("%s has %d files, want zh, en and want", f, len(archive.Files))
		}
		name := strings.TrimSuffix(filepath.Base(f), ".txtar")
		cases = append(cases, pairCase{name, archive.Files[0], archive.Files[1], string(archive.Files[2].Data)})
	}
	return cases
}

func (c *pairCase) read(t testing.TB) (zh, en *align.Side) {
	zh, err := align.ReadChinese(bytes.NewReader(c.zh.Data), c.zh.Name)
	if err != nil {
		t.Fatal(err)
	}
	en, err = align.ReadEnglish(bytes.NewReader(c.en.Data), c.en.Name)
	if err != nil {
		t.Fatal(err)
	}
	return zh, en
}

func TestPairs(t *testing.T) {
	for _, c := range pairCases(t) {
		t.Run(c.name, func(t *testing.T) {
			zh, en := c.read(t)
			p, err := align.Pair(zh, en, align.Options{})
			if err != nil {
				t.Fatal(err)
			}
			checkPairing(t, p, zh, en)
			if diff := cmp.Diff(c.want, describe(p.Links, zh, en)); diff != "" {
				t.Errorf("links (-want +got):\n%s", diff)
			}
		})
	}
}

// describe writes links by the names of their segments.
func describe(links []align.Link, zh, en *align.Side) string {
	zhNames, enNames := names(zh.Article), names(en.Article)
	list := func(names []string) string {
		if len(names) == 0 {
			return "-"
		}
		return strings.Join(names, " ")
	}
	var b strings.Builder
	for _, l := range links {
		fmt.Fprintf(&b, "%s = %s\n", list(zhNames[l.Zh.Start:l.Zh.End]), list(enNames[l.En.Start:l.En.End]))
	}
	return b.String()
}

func names(a *article.Article) []string {
	var out []string
	for _, b := range a.Blocks {
		for _, s := range b.Segments {
			out = append(out, s.At)
		}
	}
	return out
}

// checkPairing checks that each segment of both sides is in the bitext once,
// in order, and that the English is what stands at its span.
func checkPairing(t *testing.T, p *align.Pairing, zh, en *align.Side) {
	t.Helper()
	checkCover(t, p.Links, len(names(zh.Article)), len(names(en.Article)))
	units := p.Document.Units()
	if len(units) != len(p.Targets) {
		t.Fatalf("%d units, %d targets", len(units), len(p.Targets))
	}
	var texts []string
	at := 0
	for k, u := range units {
		target := p.Targets[k]
		if u.Status != bitext.Added {
			texts = append(texts, u.Zh)
		}
		if target.Span.Start < at && u.En != "" {
			t.Errorf("unit %d begins at byte %d of the English, before byte %d", k, target.Span.Start, at)
		}
		at = max(at, target.Span.End)
		got, err := span.Replay(en.Article.Source.Text, target.Span, target.Edits)
		if err != nil || got != u.En {
			t.Errorf("unit %d: replay gives %q, %v; En is %q", k, got, err, u.En)
		}
		if (u.Status == bitext.Merged) != (target.Into != "") {
			t.Errorf("unit %d has status %q and is merged into %q", k, u.Status, target.Into)
		}
	}
	var want []string
	for _, b := range zh.Article.Blocks {
		for _, s := range b.Segments {
			want = append(want, s.Text)
		}
	}
	if diff := cmp.Diff(want, texts); diff != "" {
		t.Errorf("Chinese units (-want +got):\n%s", diff)
	}
}

func TestPairIsWrittenAndRead(t *testing.T) {
	c := pairCases(t)[0]
	zh, en := c.read(t)
	p, err := align.Pair(zh, en, align.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var first, second bytes.Buffer
	if err := bitext.WriteJSONL(&first, p.Document); err != nil {
		t.Fatal(err)
	}
	read, err := bitext.NewReader(bytes.NewReader(first.Bytes())).Read()
	if err != nil {
		t.Fatal(err)
	}
	if err := bitext.WriteJSONL(&second, read); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(first.String(), second.String()); diff != "" {
		t.Errorf("written, read and written (-first +second):\n%s", diff)
	}
	if !strings.Contains(first.String(), `"target_span":[`) || !strings.Contains(first.String(), `"target":{"path":"en.md"`) {
		t.Errorf("places of the English are missing in\n%s", first.String())
	}
}
