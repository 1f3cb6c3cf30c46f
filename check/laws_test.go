package check_test

import (
	"context"
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"duizhao/bitext"
	"duizhao/check"
	"duizhao/glossary"
	"duizhao/lang/english"
	"duizhao/lang/lexicon"
	"duizhao/lang/span"
)

// seeds are the units of the corpora of all rules.
func seeds(t testing.TB) []*bitext.Unit {
	var out []*bitext.Unit
	for _, r := range check.All {
		names, cases := readCases(t, filepath.Join("testdata", r.Name+".txt"))
		for _, name := range names {
			out = append(out, cases[name].units...)
		}
	}
	return out
}

// FuzzRun holds whatever stands there to all rules: places lie in the texts,
// severities are known, a second run says the same, and what is mended has no
// finding that it had not before.
func FuzzRun(f *testing.F) {
	for _, u := range seeds(f) {
		f.Add(u.Zh, u.En, u.Block)
	}
	f.Add("A&amp;B&nbsp;碳达峰&#x4e2d;。", "&quot;The carbon summit&quot; &amp;amp; &lt;b&gt; &#0; &notanentity; &", "heading")
	f.Add("\x8b\x8b\x8f\x91展新质生产力\xe3", "Develop what is new.", "paragraph") // bytes that become whole when texts are joined
	o := check.Options{Glossary: corpusTerms(f)}
	o.Context.Borders, o.Context.Genre, o.Context.Date = lexicon.Borders(), "law", "2015"
	f.Fuzz(func(t *testing.T, zh, en, block string) {
		u := &bitext.Unit{Zh: zh, En: en, Block: block, Origin: bitext.FromEngine}
		in := []check.Input{{Document: &bitext.Document{Records: []bitext.Record{{Unit: u}, {Unit: &bitext.Unit{Zh: zh, En: en + " again", Origin: bitext.FromPerson}},
			{Unit: &bitext.Unit{Zh: zh, Status: bitext.Merged}}}}}}
		r, err := check.Run(context.Background(), in, o)
		if err != nil {
			t.Fatal(err)
		}
		units := in[0].Document.Units()
		for _, f := range r.Findings {
			if f.Unit >= 0 {
				inside(t, f.Rule, f.Source, units[f.Unit].Zh)
				inside(t, f.Rule, f.Finding.Target, units[f.Target].En)
			}
			if !check.AtLeast(f.Severity, bitext.Note) || len(f.Fingerprint) != 16 {
				t.Errorf("%s: severity %q, fingerprint %q", f.Rule, f.Severity, f.Fingerprint)
			}
		}
		for _, n := range r.Neighbours {
			inside(t, "neighbour", &n.Receipt.Source, units[n.Unit].Zh)
			inside(t, "neighbour", n.Receipt.Target, units[n.In].En)
		}
		fixed, err := check.Mend(context.Background(), in, o, r)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range fixed {
			units[f.Unit].En = f.After
		}
		again, err := check.Run(context.Background(), in, o)
		if err != nil {
			t.Fatal(err)
		}
		if len(again.Findings) > len(r.Findings) {
			t.Errorf("%d findings, %d when mended: %v", len(r.Findings), len(again.Findings), fixed)
		}
	})
}

func inside(t *testing.T, rule string, at *span.Span, text string) {
	if at != nil && (at.Start < 0 || at.End < at.Start || at.End > utf8.RuneCountInString(text)) {
		t.Errorf("%s: %v lies outside of %q", rule, *at, text)
	}
}

// What is written with entities is judged like what is written without, and the
// places lead to the real text.
func TestEntitiesChangeNothing(t *testing.T) {
	g := corpusTerms(t)
	for _, u := range seeds(t) {
		if strings.ContainsRune(u.Zh+u.En, '&') {
			continue
		}
		escaped := *u
		escaped.En = strings.NewReplacer(`"`, "&quot;", "e", "&#101;", ",", "&#x2c;", "“", "&ldquo;").Replace(u.En)
		escaped.Zh = strings.NewReplacer("“", "&ldquo;", "（", "&#xFF08;").Replace(u.Zh)
		plain, coded := verified(g, u), verified(g, &escaped)
		if diff := cmp.Diff(plain, coded); diff != "" {
			t.Errorf("%s\n%s\n(-plain +escaped):\n%s", u.Zh, u.En, diff)
		}
	}
}

// verified is what verification says of a unit, with what stands at its places
// unescaped.
func verified(g *glossary.Glossary, u *bitext.Unit) []string {
	var out []string
	for _, f := range check.Verify(check.NewSubject(g, glossary.Context{Block: u.Block}, u, g.Match(u.Zh, glossary.Context{Block: u.Block}))) {
		out = append(out, f.Rule+" "+f.Message+" "+html.UnescapeString(at(u.Zh, f.Source))+" | "+html.UnescapeString(at(u.En, f.Target)))
	}
	return out
}

// A fault that is put into good English is told by the rule that is there for it.
func TestFaultsPutInAreTold(t *testing.T) {
	g := corpusTerms(t)
	for _, fault := range []struct {
		rule string
		put  func(u *bitext.Unit, words []english.Word) bool // false where the unit has no place for it
	}{
		{"empty-target", func(u *bitext.Unit, _ []english.Word) bool { u.En = " "; return true }},
		{"untranslated", func(u *bitext.Unit, _ []english.Word) bool { u.En = u.Zh; return true }},
		{"chinese-left", func(u *bitext.Unit, words []english.Word) bool {
			w := words[len(words)/2].Span
			u.En = u.En[:w.Start] + "发展" + u.En[w.End:]
			return true
		}},
		{"chinese-left", func(u *bitext.Unit, _ []english.Word) bool {
			before := u.En
			u.En = strings.Replace(u.En, ", ", "，", 1)
			return u.En != before
		}},
		{"doubled-word", func(u *bitext.Unit, words []english.Word) bool {
			for _, w := range words {
				if w.Text == "the" || w.Text == "of" || w.Text == "development" {
					u.En = u.En[:w.Span.End] + " " + u.En[w.Span.Start:]
					return true
				}
			}
			return false
		}},
		{"answer-cut", func(u *bitext.Unit, words []english.Word) bool {
			for _, w := range words {
				if w.Text == "the" || w.Text == "of" || w.Text == "and" {
					u.En = u.En[:w.Span.End]
					return strings.HasSuffix(u.Zh, "。")
				}
			}
			return false
		}},
		{"answer-chatter", func(u *bitext.Unit, _ []english.Word) bool { u.En = "Here is the translation: " + u.En; return true }},
		{"unbalanced", func(u *bitext.Unit, words []english.Word) bool {
			w := words[len(words)/2].Span
			u.En = u.En[:w.Start] + "(" + u.En[w.Start:]
			return true
		}},
	} {
		tried := 0
		for _, u := range judgedPairs(t) {
			words := english.Words(u.En)
			if len(words) < 4 || !fault.put(u, words) {
				continue
			}
			tried++
			if !told(g, u, fault.rule) {
				t.Errorf("%s says nothing of %q for %s", fault.rule, u.En, u.Zh)
			}
		}
		if tried < 20 {
			t.Errorf("%s was tried on %d pairs only", fault.rule, tried)
		}
	}
}

func told(g *glossary.Glossary, u *bitext.Unit, rule string) bool {
	for _, f := range check.Verify(check.NewSubject(g, glossary.Context{}, u, nil)) {
		if f.Rule == rule {
			return true
		}
	}
	return false
}

// judgedPairs are the pairs that the recognition of terms is judged by.
func judgedPairs(t testing.TB) []*bitext.Unit {
	data, err := os.ReadFile("../glossary/testdata/judged/dev.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []*bitext.Unit
	for line := range strings.Lines(string(data)) {
		if zh, ok := strings.CutPrefix(line, "zh "); ok {
			if _, rest, ok := strings.Cut(zh, "} "); ok {
				zh = rest
			}
			out = append(out, &bitext.Unit{Zh: strings.TrimSpace(zh)})
		} else if en, ok := strings.CutPrefix(line, "en "); ok {
			out[len(out)-1].En = strings.TrimSpace(en)
		}
	}
	return out
}
