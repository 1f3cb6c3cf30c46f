package extract_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"duizhao/article"
	"duizhao/bitext"
	"duizhao/extract"
	"duizhao/glossary"
)

func planted(t testing.TB) (terms []string, docs []*bitext.Document) {
	archive, err := txtar.ParseFile("testdata/planted.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range archive.Files {
		if f.Name == "terms" {
			terms = strings.Fields(string(f.Data))
			continue
		}
		a, err := article.Read(strings.NewReader(string(f.Data)), article.Options{Name: f.Name})
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, bitext.FromArticle(a))
	}
	return terms, docs
}

// minPlanted is how many of the 40 planted terms must stand among the first 60
// candidates.
const minPlanted = 37

func TestPlantedTermsAreFound(t *testing.T) {
	terms, docs := planted(t)
	found := extract.Find(docs, extract.Options{})
	rank := map[string]int{}
	for i, c := range found {
		rank[c.Zh] = i + 1
	}
	n := 0
	for _, term := range terms {
		if r := rank[term]; r > 0 && r <= 60 {
			n++
		} else {
			t.Logf("%s: rank %d", term, r)
		}
	}
	t.Logf("%d of %d planted terms among the first 60 of %d candidates", n, len(terms), len(found))
	for i, c := range found[:min(60, len(found))] {
		if !slices.Contains(terms, c.Zh) {
			t.Logf("%2d %s: count %d, cohesion %.2f, entropy %.2f, C-value %.2f", i+1, c.Zh, c.Count, c.Cohesion, c.Entropy, c.CValue)
		}
	}
	if n < minPlanted || len(terms) != 40 {
		t.Errorf("%d of %d planted terms among the first 60, want %d of 40", n, len(terms), minPlanted)
	}
}

func TestKnownTermsAndNamesAreLeftOut(t *testing.T) {
	_, docs := planted(t)
	file, diagnostics := glossary.Parse("house.yaml", []byte("version: 1\nterms:\n  - {zh: 低空經濟, en: low-altitude economy}\n  - {zh: 海草床, en: seagrass bed}\n"))
	if len(diagnostics) > 0 {
		t.Fatal(diagnostics)
	}
	for _, c := range extract.Find(docs, extract.Options{Glossary: glossary.New(file), Strictness: extract.Loose}) {
		for _, out := range []string{"低空经济", "海草床", "林国栋", "徐丽娜", "云河"} {
			if c.Zh == out {
				t.Errorf("%s is a candidate", c.Zh)
			}
		}
		for _, p := range c.Contexts {
			if got := string([]rune(p.Zh)[p.Span.Start:p.Span.End]); strings.NewReplacer("“", "", "”", "").Replace(got) != c.Zh {
				t.Errorf("%s is shown at %q", c.Zh, got)
			}
		}
	}
}

// Stricter means fewer, and nothing that the less strict does not have.
func TestStrictnessNarrows(t *testing.T) {
	_, docs := planted(t)
	texts := func(s extract.Strictness) (out []string) {
		for _, c := range extract.Find(docs, extract.Options{Strictness: s}) {
			out = append(out, c.Zh)
		}
		return out
	}
	loose, normal, strict := texts(extract.Loose), texts(extract.Normal), texts(extract.Strict)
	if len(strict) == 0 || len(strict) >= len(normal) || len(normal) >= len(loose) {
		t.Errorf("%d strict, %d normal, %d loose", len(strict), len(normal), len(loose))
	}
}

// The order of the documents changes neither what is found nor its measures.
func TestOrderOfDocumentsDoesNotMatter(t *testing.T) {
	_, docs := planted(t)
	back := slices.Clone(docs)
	slices.Reverse(back)
	a, b := extract.Find(docs, extract.Options{}), extract.Find(back, extract.Options{})
	for i := range a {
		if len(a) != len(b) || a[i].Zh != b[i].Zh || a[i].Score != b[i].Score {
			t.Fatalf("candidate %d: %s %v, reversed %s %v", i+1, a[i].Zh, a[i].Score, b[i].Zh, b[i].Score)
		}
	}
}

// What varies stands first; forms of one wording are one.
func TestRenderings(t *testing.T) {
	docs, err := bitext.ReadAll(strings.NewReader(`
{"zh":"建设海外仓。","en":"Build overseas warehouses."}
{"zh":"海外仓超过六十个。","en":"There are over sixty overseas warehouses."}
{"zh":"一个海外仓有三万平方米。","en":"One overseas warehouse has 30,000 square meters."}
{"zh":"发展虚拟电厂。","en":"Develop virtual power plants."}
{"zh":"虚拟电厂参与市场。","en":"Virtual power stations join the market."}
{"zh":"虚拟电厂怎么办？","en":"What about virtual power plants?"}
`))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range extract.Find(docs, extract.Options{}) {
		line := c.Zh
		for _, r := range c.Renderings {
			line += "|" + strings.ToLower(r.En)
		}
		got = append(got, line)
	}
	want := []string{"虚拟电厂|virtual power plants|virtual power stations", "海外仓|overseas warehouse"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func FuzzFind(f *testing.F) {
	f.Add("滨海湿地修复进展顺利。\n滨海湿地修复要有标准。", "Coastal wetland restoration")
	f.Add("“双碳”目标。林国栋说，“双碳”。", "")
	f.Add("英格·安德森表示·", "\xff")
	f.Fuzz(func(t *testing.T, zh, en string) {
		if len(zh) > 2000 || len(en) > 500 {
			t.Skip()
		}
		d := &bitext.Document{}
		for line := range strings.Lines(zh) {
			d.Records = append(d.Records, bitext.Record{Unit: &bitext.Unit{Zh: line, En: en}})
		}
		for _, c := range extract.Find([]*bitext.Document{d}, extract.Options{Strictness: extract.Loose}) {
			if c.Count < 2 || len(c.Contexts) == 0 {
				t.Fatalf("%+v", c)
			}
			for _, p := range c.Contexts {
				if p.Span.Start < 0 || p.Span.End > len([]rune(p.Zh)) || p.Span.Len() < 2 {
					t.Fatalf("%s at %v of %q", c.Zh, p.Span, p.Zh)
				}
			}
		}
	})
}
