package translate_test

import (
	"context"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"duizhao/bitext"
	"duizhao/glossary"
	"duizhao/translate"
)

// Law 4: a fixed, approved term in a unit is met with a receipt that shows
// where, or the unit is not translated; whatever the engine answers.
func TestFixedTermIsMetOrTheUnitIsNotTranslated(t *testing.T) {
	words := rapid.SampledFrom([]string{
		"carbon peaking", "carbon", "peaking", "the carbon summit", "Carbon Peaking", "the State Council", "State Councils",
		"state council", "carbon neutrality", "China", "and", "peaked carbon", "reduce", "it",
	})
	g := loadTerms(t)
	rapid.Check(t, func(t *rapid.T) {
		zh := drawSentences(t)
		d := document(zh...)
		english := map[string]string{}
		for _, s := range zh {
			english[s] = strings.Join(rapid.SliceOfN(words, 1, 8).Draw(t, "english"), " ")
		}
		scripted := engine(func(_ context.Context, r translate.Request) (translate.Answer, error) {
			var a translate.Answer
			for _, u := range r.Units {
				a.Units = append(a.Units, translate.UnitAnswer{ID: u.ID, Echo: translate.Echo(u.Zh), En: english[u.Zh]})
			}
			return a, nil
		})
		if _, err := translate.Run(t.Context(), d, translate.Options{Engine: scripted, Glossary: g}); err != nil {
			t.Fatal(err)
		}
		for _, u := range d.Units() {
			checkFixed(t, g, u)
		}
	})
}

// checkFixed looks at the unit by itself: the Chinese at each receipt's place,
// the English at its target, and its status.
func checkFixed(t *rapid.T, g *glossary.Glossary, u *bitext.Unit) {
	zh, en := []rune(u.Zh), []rune(u.En)
	matches := g.Match(u.Zh, glossary.Context{Block: u.Block})
	if len(matches) != len(u.Terms) {
		t.Fatalf("%d terms stand in %q, which has %d receipts", len(matches), u.Zh, len(u.Terms))
	}
	for i, r := range u.Terms {
		if string(zh[r.Source.Start:r.Source.End]) != r.Zh {
			t.Fatalf("receipt for %q does not lie on it in %q", r.Zh, u.Zh)
		}
		if r.Target != nil && string(en[r.Target.Start:r.Target.End]) != r.En {
			t.Fatalf("receipt with %q does not lie on it in %q", r.En, u.En)
		}
		fixed := matches[i].Term.Binding == glossary.Fixed && matches[i].Term.Status == glossary.Approved
		if fixed && !r.How.Met() && u.Status == bitext.Translated {
			t.Fatalf("%q is translated as %q, though %s is %s", u.Zh, u.En, r.Zh, r.How)
		}
		if r.How.Met() && r.How != bitext.Covered && r.Target == nil {
			t.Fatalf("%s is %s in %q, but the receipt does not say where", r.Zh, r.How, u.En)
		}
	}
}

// sentences are drawn with repeats and common beginnings, as articles have.
func drawSentences(t *rapid.T) []string {
	one := rapid.Custom(func(t *rapid.T) string {
		start := rapid.SampledFrom([]string{"我国推进", "国务院要求各地", "碳达峰", ""}).Draw(t, "start")
		return start + rapid.StringOfN(rapid.RuneFrom([]rune("碳达峰中和降国务院的，工作")), 1, 30, -1).Draw(t, "rest") + "。"
	})
	return rapid.SliceOfN(one, 1, 40).Draw(t, "sentences")
}
