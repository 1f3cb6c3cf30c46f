package impact_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"duizhao/bitext"
	"duizhao/check"
	"duizhao/check/impact"
	"duizhao/glossary"
)

func parse(t testing.TB, text []byte) *glossary.Glossary {
	file, diagnostics := glossary.Parse("house.yaml", append([]byte("version: 1\nterms:\n"), text...))
	if len(diagnostics) > 0 {
		t.Fatal(diagnostics)
	}
	return glossary.New(file)
}

func read(t testing.TB, text []byte) []check.Input {
	docs, err := bitext.ReadAll(strings.NewReader(string(text)))
	if err != nil {
		t.Fatal(err)
	}
	var inputs []check.Input
	for _, d := range docs {
		inputs = append(inputs, check.Input{Document: d})
	}
	return inputs
}

// words says an impact in a form for the cases.
func words(i *impact.Impact) string {
	var b strings.Builder
	for _, g := range i.Groups {
		kind := "unchanged"
		if g.Change != nil {
			kind = string(g.Change.Kind)
		}
		fmt.Fprintf(&b, "%s %s: %d of %d fail\n", kind, g.Zh, g.Failing(bitext.Warning), len(g.Places))
		for _, p := range g.Places {
			fmt.Fprintf(&b, "  %d %s → %s", p.Unit+1, standing(p.Before), standing(p.After))
			for _, r := range p.New {
				fmt.Fprintf(&b, " +%s", r.Rule)
			}
			for _, r := range p.Gone {
				fmt.Fprintf(&b, " -%s", r.Rule)
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}

func standing(s *impact.Standing) string {
	if s == nil {
		return "no term"
	}
	return string(s.How)
}

func TestOf(t *testing.T) {
	cases, err := txtar.ParseFile("testdata/cases.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i+3 < len(cases.Files); i += 4 {
		f := cases.Files[i : i+4]
		name := strings.TrimSuffix(f[0].Name, ".old")
		t.Run(name, func(t *testing.T) {
			got, err := impact.Of(context.Background(), parse(t, f[0].Data), parse(t, f[1].Data), read(t, f[2].Data), check.Options{}, bitext.Warning)
			if err != nil {
				t.Fatal(err)
			}
			if text := words(got); text != string(f[3].Data) {
				t.Errorf("got\n%swant\n%s", text, f[3].Data)
			}
		})
	}
}

// A glossary in place of itself does nothing; and what a change brings, its
// reverse takes away.
func TestReverse(t *testing.T) {
	cases, err := txtar.ParseFile("testdata/cases.txtar")
	if err != nil {
		t.Fatal(err)
	}
	of := func(a, b []byte, text []byte) *impact.Impact {
		out, err := impact.Of(context.Background(), parse(t, a), parse(t, b), read(t, text), check.Options{}, bitext.Warning)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	for i := 0; i+3 < len(cases.Files); i += 4 {
		f := cases.Files[i : i+4]
		if same := of(f[1].Data, f[1].Data, f[2].Data); len(same.Groups) > 0 {
			t.Errorf("%s: a change of nothing touches %v", f[0].Name, words(same))
		}
		count := func(i *impact.Impact) (came, gone int) {
			for _, g := range i.Groups {
				for _, p := range g.Places {
					came, gone = came+len(p.New), gone+len(p.Gone)
				}
			}
			return came, gone
		}
		came, gone := count(of(f[0].Data, f[1].Data, f[2].Data))
		if back, taken := count(of(f[1].Data, f[0].Data, f[2].Data)); came != taken || gone != back {
			t.Errorf("%s: %d come and %d go, back %d and %d", f[0].Name, came, gone, back, taken)
		}
	}
}
