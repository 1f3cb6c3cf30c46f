package translate_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"duizhao/bitext"
	"duizhao/glossary"
	"duizhao/translate"
)

// terms is the glossary of these tests.
const terms = `
version: 1
terms:
  - {zh: 碳达峰, en: carbon peaking, avoid: [carbon summit]}
  - {zh: 碳中和, en: carbon neutrality, binding: preferred}
  - {zh: 国务院, en: the State Council}
  - {zh: 我国, en: China, binding: advisory}
  - {zh: 降碳, en: carbon reduction, status: proposed}
`

func loadTerms(t fataler) *glossary.Glossary {
	file, diagnostics := glossary.Parse("terms.yaml", []byte(terms))
	if len(diagnostics) > 0 {
		t.Fatalf("the glossary of the test: %v", diagnostics)
	}
	return glossary.New(file)
}

type fataler interface{ Fatalf(string, ...any) }

// engine is a scripted engine: a good answer, spoilt by a fault.
type engine func(context.Context, translate.Request) (translate.Answer, error)

func (engine) Name() string { return "scripted" }

func (e engine) Translate(ctx context.Context, r translate.Request) (translate.Answer, error) {
	return e(ctx, r)
}

// good answers every unit with its own hash and the terms it was given.
func good(r translate.Request) translate.Answer {
	var a translate.Answer
	for _, u := range r.Units {
		en := "Unit " + hash(u.Zh)
		for _, use := range u.Terms {
			en += ", " + r.Terms[use.Term].En
		}
		a.Units = append(a.Units, translate.UnitAnswer{ID: u.ID, Echo: firstRunes(u.Zh, 6), En: en + "."})
	}
	return a
}

func hash(zh string) string { return fmt.Sprintf("%x", sha256.Sum256([]byte(zh)))[:12] }

func firstRunes(s string, n int) string { r := []rune(s); return string(r[:min(n, len(r))]) }

// document makes a document of the given Chinese.
func document(zh ...string) *bitext.Document {
	d := &bitext.Document{Title: "题"}
	for i, s := range zh {
		d.Records = append(d.Records, bitext.Record{Unit: &bitext.Unit{ID: fmt.Sprintf("%08x", i), At: fmt.Sprintf("p%d.s1", i+1), Block: "paragraph", Zh: s}})
	}
	return d
}

// faults are what engines really do wrong and ids and echoes can reveal.
var faults = map[string]func(*translate.Answer) error{
	"none":          func(*translate.Answer) error { return nil },
	"refuses":       func(*translate.Answer) error { return errors.New("502 Bad Gateway") },
	"says-error":    func(a *translate.Answer) error { *a = translate.Answer{Error: "Content Exists Risk"}; return nil },
	"empty":         func(a *translate.Answer) error { a.Units = nil; return nil },
	"drops-first":   func(a *translate.Answer) error { a.Units = a.Units[1:]; return nil },
	"drops-last":    func(a *translate.Answer) error { a.Units = a.Units[:len(a.Units)-1]; return nil },
	"repeats-first": func(a *translate.Answer) error { a.Units = append(a.Units, a.Units[0]); return nil },
	"swaps-english-and-echo": func(a *translate.Answer) error {
		first, last := &a.Units[0], &a.Units[len(a.Units)-1]
		first.En, last.En, first.Echo, last.Echo = last.En, first.En, last.Echo, first.Echo
		return nil
	},
	"shifts-by-one": func(a *translate.Answer) error {
		for i := range a.Units {
			a.Units[i].ID++
		}
		return nil
	},
	"renumbers-after-loss": func(a *translate.Answer) error {
		a.Units = a.Units[1:]
		for i := range a.Units {
			a.Units[i].ID = i + 1
		}
		return nil
	},
	"merges-two": func(a *translate.Answer) error {
		if len(a.Units) > 1 {
			a.Units[0].En += " " + a.Units[1].En
			a.Units = slices.Delete(a.Units, 1, 2)
		}
		return nil
	},
	"blank-english": func(a *translate.Answer) error { a.Units[0].En = " \n"; return nil },
	"reorders":      func(a *translate.Answer) error { slices.Reverse(a.Units); return nil },
	"wrong-echo":    func(a *translate.Answer) error { a.Units[0].Echo = "别的文字"; return nil },
	"no-echo":       func(a *translate.Answer) error { a.Units[0].Echo = ""; return nil },
}

// sentences are drawn with repeats and common beginnings, as articles have.
func drawSentences(t *rapid.T) []string {
	one := rapid.Custom(func(t *rapid.T) string {
		start := rapid.SampledFrom([]string{"我国推进", "国务院要求各地", "碳达峰", ""}).Draw(t, "start")
		return start + rapid.StringOfN(rapid.RuneFrom([]rune("碳达峰中和降国务院的，工作")), 1, 30, -1).Draw(t, "rest") + "。"
	})
	return rapid.SliceOfN(one, 1, 40).Draw(t, "sentences")
}

// Law 3: every unit comes out, in order, once; and no fault puts the English
// of one unit under another.
func TestNoFaultMovesOrLosesAUnit(t *testing.T) {
	names := make([]string, 0, len(faults))
	for name := range faults {
		names = append(names, name)
	}
	slices.Sort(names)
	rapid.Check(t, func(t *rapid.T) {
		zh := drawSentences(t)
		d := document(zh...)
		drawn := rapid.SliceOfN(rapid.SampledFrom(names), 1, 30).Draw(t, "faults")
		var mu sync.Mutex
		calls := 0
		scripted := engine(func(_ context.Context, r translate.Request) (translate.Answer, error) {
			mu.Lock()
			fault := faults[drawn[calls%len(drawn)]]
			calls++
			mu.Unlock()
			a := good(r)
			err := fault(&a)
			return a, err
		})
		_, err := translate.Run(t.Context(), d, translate.Options{Engine: scripted, Glossary: loadTerms(t), Concurrency: 3})
		if errors.Is(err, translate.ErrUnusable) && !slices.ContainsFunc(drawn, func(f string) bool { return f != "refuses" && f != "says-error" }) {
			return // it answered nothing at all
		}
		if err != nil {
			t.Fatal(err)
		}
		units := d.Units()
		if len(units) != len(zh) {
			t.Fatalf("%d units, want %d", len(units), len(zh))
		}
		for i, u := range units {
			if u.Zh != zh[i] {
				t.Fatalf("unit %d is %q, want %q", i, u.Zh, zh[i])
			}
			switch {
			case u.Status == bitext.Failed:
				if u.En != "" || len(u.Findings) == 0 {
					t.Fatalf("a failed unit with English %q and findings %v", u.En, u.Findings)
				}
			case !strings.Contains(u.En, hash(u.Zh)):
				t.Fatalf("unit %d %q has the English of another: %q", i, u.Zh, u.En)
			}
		}
	})
}

// Law 5: the order in which answers arrive changes no byte.
func TestOrderOfAnswersChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		zh := drawSentences(t)
		delays := rapid.SliceOfN(rapid.IntRange(0, 3), 1, 9).Draw(t, "delays")
		write := func(concurrency int) (string, []string) {
			d := document(zh...)
			var mu sync.Mutex
			var requests []string
			scripted := engine(func(_ context.Context, r translate.Request) (translate.Answer, error) {
				mu.Lock()
				delay := delays[len(requests)%len(delays)]
				requests = append(requests, fmt.Sprintf("%+v", r))
				mu.Unlock()
				if concurrency > 1 {
					time.Sleep(time.Duration(delay) * time.Millisecond)
				}
				return good(r), nil
			})
			if _, err := translate.Run(t.Context(), d, translate.Options{Engine: scripted, Glossary: loadTerms(t), Concurrency: concurrency}); err != nil {
				t.Fatal(err)
			}
			var b bytes.Buffer
			if err := bitext.WriteJSONL(&b, d); err != nil {
				t.Fatal(err)
			}
			slices.Sort(requests)
			return b.String(), requests
		}
		alone, asked := write(1)
		together, askedTogether := write(4)
		if alone != together {
			t.Fatalf("the bitext differs:\n%s", cmp.Diff(alone, together))
		}
		if diff := cmp.Diff(asked, askedTogether); diff != "" {
			t.Fatalf("the requests differ:\n%s", diff)
		}
	})
}

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
				return translate.Answer{Units: []translate.UnitAnswer{{ID: 1, Echo: firstRunes(c.zh, 6), En: c.en}}}, nil
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
	scripted := engine(func(_ context.Context, r translate.Request) (translate.Answer, error) { return good(r), nil })
	if _, err := translate.Run(t.Context(), d, translate.Options{Engine: scripted, Glossary: loadTerms(t)}); err != nil {
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

// What was answered before an interrupt is kept; the rest says why it failed.
func TestInterruptKeepsWhatIsDone(t *testing.T) {
	zh := make([]string, 40)
	for i := range zh {
		zh[i] = fmt.Sprintf("第%d句，推进碳达峰。", i)
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	d := document(zh...)
	scripted := engine(func(ctx context.Context, r translate.Request) (translate.Answer, error) {
		if strings.HasPrefix(r.Units[0].Zh, "第0句") {
			defer cancel()
			return good(r), nil
		}
		<-ctx.Done()
		return translate.Answer{}, ctx.Err()
	})
	_, err := translate.Run(ctx, d, translate.Options{Engine: scripted, Glossary: loadTerms(t)})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("error %v, want that of the context", err)
	}
	units := d.Units()
	if units[0].Status != bitext.Translated {
		t.Errorf("the first unit is %s, though it was answered", units[0].Status)
	}
	last := units[len(units)-1]
	if last.Status != bitext.Failed || last.Findings[0].Message != "interrupted" {
		t.Errorf("the last unit is %s with %v", last.Status, last.Findings)
	}
}
