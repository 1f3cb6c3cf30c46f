package lookup_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"duizhao/glossary"
	"duizhao/glossary/lookup"
)

func house(t testing.TB) []*glossary.Term {
	data, err := os.ReadFile("testdata/house.yaml")
	if err != nil {
		t.Fatal(err)
	}
	file, diagnostics := glossary.Parse("house.yaml", data)
	if len(diagnostics) > 0 {
		t.Fatal(diagnostics)
	}
	return file.Terms
}

func TestFind(t *testing.T) {
	x := lookup.New(house(t))
	cases, err := os.ReadFile("testdata/cases.txt")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(cases)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		n++
		query, want, _ := strings.Cut(strings.TrimSpace(line), " |")
		var got []string
		for _, h := range x.Find(query, 0) {
			got = append(got, fmt.Sprintf("%s %s", h.How, h.Term.Zh))
		}
		if got := strings.Join(got, ", "); got != strings.TrimSpace(want) {
			t.Errorf("%s: %s; want %s", query, got, want)
		}
	}
	if n < 20 {
		t.Errorf("%d cases", n)
	}
}

// Every term is found by each of its forms before all others but those that
// share the form.
func TestEveryFormFindsItsTerm(t *testing.T) {
	terms := house(t)
	x := lookup.New(terms)
	rapid.Check(t, func(t *rapid.T) {
		term := rapid.SampledFrom(terms).Draw(t, "term")
		forms := append([]string{term.Zh, term.Senses[0].Renderings[0].En}, term.ZhAlso...)
		form := rapid.SampledFrom(forms).Draw(t, "form")
		hits := x.Find(form, 1)
		if len(hits) != 1 || hits[0].Term != term || hits[0].How != lookup.Exact {
			t.Fatalf("%s gives %v", form, hits)
		}
	})
}

func FuzzFind(f *testing.F) {
	for _, q := range []string{"tdf", "碳達峰", "carbon", "lüyou", "ǖ\u0308", "''", "\xff"} {
		f.Add(q)
	}
	x := lookup.New(house(f))
	f.Fuzz(func(t *testing.T, q string) {
		if len(q) > 200 {
			t.Skip()
		}
		all := x.Find(q, 0)
		few := x.Find(q, 2)
		if len(few) > 2 || !slices.Equal(few, all[:len(few)]) {
			t.Fatalf("%q: the first two are %v of %v", q, few, all)
		}
	})
}

func TestFilter(t *testing.T) {
	for name, c := range map[string]struct {
		filter lookup.Filter
		want   string
	}{
		"all of a domain": {lookup.Filter{Domains: []string{"economy"}}, "高质量发展 旅游业"},
		"has":             {lookup.Filter{Has: []string{"avoid", "source"}}, "碳达峰"},
		"lacks":           {lookup.Filter{Domains: []string{"climate"}, Lacks: []string{"kind"}}, "能耗双控 绿色发展"},
		"status":          {lookup.Filter{Statuses: []glossary.Status{glossary.Proposed}}, "能耗双控"},
		"binding":         {lookup.Filter{Bindings: []glossary.Binding{glossary.Preferred}}, "碳达峰"},
		"kind and aspect": {lookup.Filter{Kinds: []glossary.Kind{glossary.KindBody}, Has: []string{"abbr"}}, "生态环境部"},
	} {
		var got []string
		for _, term := range house(t) {
			if c.filter.Picks(term) {
				got = append(got, term.Zh)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %v, want %s", name, got, c.want)
		}
	}
}
