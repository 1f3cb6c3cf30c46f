package translate_test

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"testing/synctest"
	"time"

	"duizhao/article"
	"duizhao/bitext"
	"duizhao/translate"
)

// Every article of the corpus, with the built-in glossary, comes out whole of
// an engine that spoils half of its answers.
func TestEveryArticleUnderFaults(t *testing.T) {
	data, err := os.ReadFile("../glossary.yaml")
	if err != nil {
		t.Fatal(err)
	}
	g := loadGlossary(t, string(data))
	paths, err := filepath.Glob("../testdata/articles/*")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no articles: %v", err)
	}
	units := 0
	for seed, path := range paths {
		if filepath.Ext(path) == ".golden" {
			continue
		}
		t.Run(filepath.Base(path), func(t *testing.T) {
			source, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			a, err := article.Read(bytes.NewReader(source), article.Options{Name: filepath.Base(path)})
			if err != nil {
				t.Fatal(err)
			}
			d := bitext.FromArticle(a)
			var zh []string
			for _, u := range d.Units() {
				zh = append(zh, u.Zh)
			}
			units += len(zh)
			synctest.Test(t, func(t *testing.T) {
				e := faulty(0.5, uint64(seed), func(*rand.Rand) time.Duration { return time.Second })
				s, err := translate.Run(t.Context(), d, translate.Options{Engine: e, Glossary: g, Concurrency: 4})
				if err != nil {
					t.Fatal(err)
				}
				if s.Required != s.Met+len(s.Unmet) {
					t.Errorf("%d terms are required, %d met, %d unmet", s.Required, s.Met, len(s.Unmet))
				}
			})
			checkWhole(t, d, zh)
		})
	}
	if units == 0 {
		t.Error("no units")
	}
}
