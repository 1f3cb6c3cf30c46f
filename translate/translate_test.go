package translate_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"duizhao/bitext"
	"duizhao/translate"
)

func TestStatusAndReceipts(t *testing.T) {
	cases := map[string]struct {
		zh, en string
		status bitext.Status
		hows   []bitext.How
		rules  []string
	}{
		"preferred-met":     {"推进碳达峰。", "Advance carbon peaking.", bitext.Translated, []bitext.How{bitext.Preferred}, nil},
		"fixed-missing":     {"推进碳达峰。", "Advance the matter.", bitext.NeedsReview, []bitext.How{bitext.Missing}, []string{"term-missing"}},
		"fixed-avoided":     {"推进碳达峰。", "Go to carbon summit and the carbon summit.", bitext.NeedsReview, []bitext.How{bitext.Avoided}, []string{"term-avoided"}},
		"preferred-missing": {"推进碳中和。", "Advance the matter.", bitext.Translated, []bitext.How{bitext.Missing}, []string{"term-missing"}},
		"advisory-missing":  {"我国很大。", "It is large.", bitext.Translated, []bitext.How{bitext.Missing}, nil},
		"proposed-missing":  {"推进降碳。", "Advance the matter.", bitext.Translated, []bitext.How{bitext.Missing}, nil},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			d := document(c.zh)
			scripted := engine(func(_ context.Context, r translate.Request) (translate.Answer, error) {
				return translate.Answer{Units: []translate.UnitAnswer{{ID: 1, Echo: translate.Echo(c.zh), En: c.en}}}, nil
			})
			if _, err := translate.Run(t.Context(), d, translate.Options{Engine: scripted, Glossary: loadTerms(t)}); err != nil {
				t.Fatal(err)
			}
			u := d.Units()[0]
			var hows []bitext.How
			for _, r := range u.Terms {
				hows = append(hows, r.How)
			}
			var rules []string
			for _, f := range u.Findings {
				rules = append(rules, f.Rule)
			}
			if u.Status != c.status || !slices.Equal(hows, c.hows) || !slices.Equal(rules, c.rules) {
				t.Errorf("status %s, terms %v, findings %v; want %s, %v, %v", u.Status, hows, rules, c.status, c.hows, c.rules)
			}
		})
	}
}

// A short name that the document gives to a term is a term of the document.
func TestShortNameIsATermOfTheDocument(t *testing.T) {
	d := document("国务院（以下简称“国务”）发布通知。", "国务负责落实。")
	if _, err := translate.Run(t.Context(), d, translate.Options{Engine: alwaysGood, Glossary: loadTerms(t)}); err != nil {
		t.Fatal(err)
	}
	if terms := d.Units()[1].Terms; len(terms) != 1 || terms[0].Zh != "国务" || !terms[0].How.Met() {
		t.Errorf("terms of the second unit: %+v", terms)
	}
}

func TestSummaryNamesWhatIsUnmet(t *testing.T) {
	d := document("推进碳达峰。", "国务院要求碳达峰。", "我国降碳。")
	scripted := engine(func(_ context.Context, r translate.Request) (translate.Answer, error) {
		a := good(r)
		for i, u := range r.Units {
			if strings.HasPrefix(u.Zh, "国务院") {
				a.Units[i].En = "The State Council demands it."
			}
		}
		return a, nil
	})
	s, err := translate.Run(t.Context(), d, translate.Options{Engine: scripted, Glossary: loadTerms(t)})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"units 3: 2 translated, 1 needs-review",
		"terms 3 required: 2 met, 1 unmet → p2.s1 碳达峰; 1 more not binding; 1 proposed",
	}
	if diff := cmp.Diff(want, s.Lines()); diff != "" {
		t.Error(diff)
	}
	if !s.FailedOn([]string{"needs-review"}) || s.FailedOn([]string{"failed", "never"}) {
		t.Errorf("FailedOn is wrong for %v", s.ByStatus)
	}
}
