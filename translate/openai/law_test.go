package openai_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"duizhao/article"
	"duizhao/bitext"
	"duizhao/glossary"
	"duizhao/translate"
	"duizhao/translate/openai"
	"duizhao/translate/scripted"
)

const terms = `
version: 1
terms:
  - {zh: 碳达峰, en: carbon peaking, avoid: [carbon summit]}
  - {zh: 碳中和, en: carbon neutrality, avoid: [carbon balance]}
  - {zh: 国务院, en: the State Council, avoid: [the state department]}
  - {zh: 生态文明, en: ecological civilization, binding: preferred}
  - {zh: 高质量发展, en: high-quality development}
  - {zh: 人民银行, en: the People's Bank of China, abbr: PBOC}
`

// avoided are the wrong renderings of terms.
var avoided = map[string]string{"碳达峰": "carbon summit", "碳中和": "carbon balance", "国务院": "the state department"}

func load(t testing.TB) *glossary.Glossary {
	t.Helper()
	file, diagnostics := glossary.Parse("terms.yaml", []byte(terms))
	if len(diagnostics) > 0 {
		t.Fatal(diagnostics)
	}
	return glossary.New(file)
}

// policy makes a document of n sentences, all different, with terms and
// figures.
func policy(n int) *bitext.Document {
	subjects := []string{"国务院", "生态环境部", "各地区", "人民银行", "有关部门"}
	objects := []string{"碳达峰工作", "碳中和目标", "生态文明建设", "高质量发展", "改革任务", "碳达峰和碳中和行动"}
	ends := []string{"取得明显成效", "投入资金1.2亿元", "比上年增长5.3%", "形成长效机制，让群众有更多获得感"}
	d := &bitext.Document{Title: "推进碳达峰"}
	for i := range n {
		zh := fmt.Sprintf("%s第%d次会议要求认真推进%s，%s。", subjects[i%5], i+1, objects[i%6], ends[i%4])
		d.Records = append(d.Records, bitext.Record{Unit: &bitext.Unit{ID: fmt.Sprintf("%08x", i), At: fmt.Sprintf("p%d.s1", i+1), Block: "paragraph", Zh: zh}})
	}
	return d
}

// run translates doc against s.
func run(t testing.TB, s *scripted.Server, doc *bitext.Document) (translate.Summary, error) {
	t.Helper()
	e := serve(t, s, func(o *openai.Options) { o.Timeout = 250 * time.Millisecond })
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	return translate.Run(ctx, doc, translate.Options{Engine: e, Glossary: load(t), Concurrency: 6})
}

// checkPlaces: every unit is there, in order, with its own English or none.
func checkPlaces(t testing.TB, zh []string, doc *bitext.Document) {
	t.Helper()
	units := doc.Units()
	if len(units) != len(zh) {
		t.Fatalf("%d units, want %d", len(units), len(zh))
	}
	for i, u := range units {
		switch {
		case u.Zh != zh[i]:
			t.Errorf("unit %d is %q, want %q", i, u.Zh, zh[i])
		case u.Status == bitext.Translated && !strings.Contains(u.En, scripted.Hash(u.Zh)):
			t.Errorf("%s %q has the English of another: %q", u.At, u.Zh, u.En)
		case u.Status == bitext.Failed && len(u.Findings) == 0:
			t.Errorf("%s failed without a reason", u.At)
		}
		for other := range zh {
			if other != i && zh[other] != u.Zh && strings.Contains(u.En, scripted.Hash(zh[other])) {
				t.Errorf("%s has the English of unit %d: %q", u.At, other, u.En)
			}
		}
	}
}

// checkMoved is checkPlaces for articles, whose short units (a dash, a cut
// title) may have English in which no hash can stand.
func checkMoved(t testing.TB, zh []string, doc *bitext.Document) {
	t.Helper()
	units := doc.Units()
	if len(units) != len(zh) {
		t.Fatalf("%d units, want %d", len(units), len(zh))
	}
	for i, u := range units {
		if u.Zh != zh[i] {
			t.Errorf("unit %d is %q, want %q", i, u.Zh, zh[i])
		}
		if u.En == "" && (u.Status != bitext.Failed || len(u.Findings) == 0) {
			t.Errorf("%s has no English, status %s, and no reason", u.At, u.Status)
		}
		for other := range zh {
			if zh[other] != u.Zh && strings.Contains(u.En, scripted.Hash(zh[other])) {
				t.Errorf("%s has the English of unit %d: %q", u.At, other, u.En)
			}
		}
	}
}

func chinese(doc *bitext.Document) []string {
	var zh []string
	for _, u := range doc.Units() {
		zh = append(zh, u.Zh)
	}
	return zh
}

// Of 300 units at 30 % faults none is lost or moved, and at most one in twenty
// is left for a person.
func TestFaultsMoveAndLoseNothing(t *testing.T) {
	for seed := range uint64(3) {
		t.Run(fmt.Sprint("seed-", seed), func(t *testing.T) {
			t.Parallel()
			doc := policy(300)
			zh := chinese(doc)
			s := &scripted.Server{Plan: scripted.Drawn(seed, 0.3, scripted.Faults()...), Avoid: avoided, Seed: seed}
			summary, err := run(t, s, doc)
			if err != nil {
				t.Fatal(err)
			}
			checkPlaces(t, zh, doc)
			if good := len(summary.ByStatus[bitext.Translated]); good < 285 {
				t.Errorf("%d of 300 units are translated: %s", good, strings.Join(summary.Lines(), "; "))
			}
			t.Logf("%d requests: %s", len(s.Calls()), strings.Join(summary.Lines(), "; "))
		})
	}
}

// Whatever the server does every time, nothing moves, and only what is right
// counts as translated.
func TestEachFaultAlways(t *testing.T) {
	mute := []scripted.Fault{ // no answer ever comes: the engine cannot be used
		scripted.RateLimit, scripted.RetryAfter, scripted.ServerError, scripted.BadGateway, scripted.Reset, scripted.Hang,
		scripted.CutBody, scripted.InvalidJSON, scripted.Empty,
	}
	for _, fault := range scripted.Faults() {
		t.Run(string(fault), func(t *testing.T) {
			t.Parallel()
			doc := policy(7)
			zh := chinese(doc)
			s := &scripted.Server{Plan: scripted.Always(fault), Avoid: avoided}
			summary, err := run(t, s, doc)
			checkPlaces(t, zh, doc)
			if (err != nil) != slices.Contains(mute, fault) || err != nil && !errors.Is(err, translate.ErrUnusable) {
				t.Errorf("error %v", err)
			}
			for _, u := range doc.Units() {
				for _, r := range u.Terms {
					if !r.How.Met() && u.Status == bitext.Translated && r.Zh != "生态文明" {
						t.Errorf("%s is translated, though %s is %s: %q", u.At, r.Zh, r.How, u.En)
					}
				}
			}
			t.Logf("%d requests: %s", len(s.Calls()), strings.Join(summary.Lines(), "; "))
		})
	}
}

// Every article of the corpus comes out whole, with each fault at the first
// request of its kind, and the same way again.
func TestArticlesComeOutWhole(t *testing.T) {
	files, err := filepath.Glob("../../testdata/articles/*")
	if err != nil || len(files) == 0 {
		t.Fatalf("no articles: %v", err)
	}
	faults := scripted.Faults()
	for i, path := range files {
		if filepath.Ext(path) == ".golden" {
			continue
		}
		t.Run(filepath.Base(path), func(t *testing.T) {
			t.Parallel()
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			var outputs []string
			for range 2 {
				a, err := article.Read(bytes.NewReader(data), article.Options{Name: filepath.Base(path)})
				if err != nil {
					t.Fatal(err)
				}
				doc := bitext.FromArticle(a)
				zh := chinese(doc)
				s := &scripted.Server{Plan: scripted.Drawn(uint64(i), 0.4, faults...), Avoid: avoided}
				if _, err := run(t, s, doc); err != nil {
					t.Fatal(err)
				}
				checkPlaces(t, zh, doc)
				var out bytes.Buffer
				if err := bitext.WriteJSONL(&out, doc); err != nil {
					t.Fatal(err)
				}
				outputs = append(outputs, out.String())
			}
			if diff := cmp.Diff(outputs[0], outputs[1]); diff != "" {
				t.Errorf("the second run differs:\n%s", diff)
			}
		})
	}
}

// Each fault at every request that comes for the first time, on every article
// and on the real one, where that is at hand: nothing moves, and what has no
// English says why.
func TestEachFaultOnEveryArticle(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	files, err := filepath.Glob("../../testdata/articles/*")
	if err != nil {
		t.Fatal(err)
	}
	real, err := filepath.Glob("../../../shared/samples/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range append(files, real...) {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, fault := range scripted.Faults() {
			if filepath.Ext(path) == ".golden" {
				continue
			}
			t.Run(filepath.Base(path)+"/"+string(fault), func(t *testing.T) {
				t.Parallel()
				a, err := article.Read(bytes.NewReader(data), article.Options{Name: filepath.Base(path)})
				if err != nil {
					t.Fatal(err)
				}
				doc := bitext.FromArticle(a)
				zh := chinese(doc)
				if _, err := run(t, &scripted.Server{Plan: scripted.First(fault), Avoid: avoided}, doc); err != nil {
					t.Fatal(err)
				}
				checkMoved(t, zh, doc)
			})
		}
	}
}
