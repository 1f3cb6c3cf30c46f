package translate_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"duizhao/bitext"
	"duizhao/check"
	"duizhao/glossary"
	"duizhao/translate"
)

// No repair loses a term or a figure that the first answer has: whatever the
// engine answers when it is asked again, and whatever is replaced in place.
func TestRepairLosesNothing(t *testing.T) {
	g := loadTerms(t)
	words := rapid.SampledFrom([]string{
		"carbon peaking", "the carbon summit", "Carbon Peaking", "the State Council", "state council", "the Cabinet", "carbon neutrality",
		"12 million yuan", "12 billion yuan", "by 5 percent", "and", "advances", "with", "it", "生态",
	})
	soup := rapid.Custom(func(t *rapid.T) string {
		return "It " + strings.Join(rapid.SliceOfN(words, 1, 9).Draw(t, "words"), " ") + "."
	})
	rapid.Check(t, func(t *rapid.T) {
		zh := rapid.SampledFrom([]string{"国务院推进碳达峰、碳中和。", "碳达峰投资1200万元，增长5%。", "国务院要求碳达峰，国务院批准碳达峰。"}).Draw(t, "zh")
		s := &script{lines: map[string][]string{zh: rapid.SliceOfN(soup, 1, 4).Draw(t, "answers")}}
		first := s.lines[zh][0]
		d := document(zh)
		if _, err := translate.Run(t.Context(), d, translate.Options{Engine: s, Glossary: g, Repairs: 3}); err != nil {
			t.Fatal(err)
		}
		u := d.Units()[0]
		before, lostBefore := judged(g, zh, first)
		after, lostAfter := judged(g, zh, u.En)
		for i := range before {
			if before[i].How.Met() && !after[i].How.Met() {
				t.Fatalf("%s: %q had %s, %q has not", zh, first, before[i].Zh, u.En)
			}
			if after[i].How != u.Terms[i].How || after[i].En != u.Terms[i].En {
				t.Fatalf("the receipt %+v is not that of %q: %+v", u.Terms[i], u.En, after[i])
			}
		}
		for f := range lostAfter {
			if !lostBefore[f] {
				t.Fatalf("%s: %q has a fault that %q had not: %s", zh, u.En, first, f)
			}
		}
	})
}

// judged gives the receipts of English, and which figures of the Chinese are wrong in it.
func judged(g *glossary.Glossary, zh, en string) ([]bitext.Receipt, map[string]bool) {
	c := glossary.Context{Block: "paragraph"}
	s := check.NewSubject(g, c, &bitext.Unit{Zh: zh, En: en, Block: "paragraph"}, g.Match(zh, c))
	lost := map[string]bool{}
	for _, f := range check.Verify(s) {
		if f.Rule == "number-mismatch" && f.Severity == bitext.Error {
			lost[fmt.Sprint(*f.Source)] = true // a figure that is lost or another: both are wrong
		}
	}
	return s.Receipts(), lost
}

// FuzzAnswer lets an engine answer anything: every unit comes out once, in
// order, with receipts that lie on its texts, and the bitext can be written.
func FuzzAnswer(f *testing.F) {
	f.Add([]byte(`{"units":[{"id":1,"echo":"推进碳达峰。","en":"Advance carbon peaking."},{"id":2,"echo":"国务院发布通","en":"The State Council issued a notice."},{"id":3,"echo":"投资1200","en":"12 million yuan"}]}`))
	f.Add([]byte(`{"units":[{"id":2,"echo":"推进碳达峰。","en":"A"},{"id":1,"echo":"国务院发布通","en":"B"},{"id":3,"echo":"投资1200","en":"C"}]}`))
	f.Add([]byte(`{"units":[{"id":1,"echo":"推进碳达峰。","en":"\ud800 the carbon summit &amp;&lt; the carbon summits"}],"usage":{"input":-1,"output":1}}`))
	f.Add([]byte(`{"error":"overloaded"}`))
	g := loadTerms(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		var mu sync.Mutex
		e := engine(func(context.Context, translate.Request) (translate.Answer, error) {
			mu.Lock()
			defer mu.Unlock()
			var a translate.Answer
			err := json.Unmarshal(data, &a)
			return a, err
		})
		zh := []string{"推进碳达峰。", "国务院发布通知。", "投资1200万元。"}
		d := document(zh...)
		if _, err := translate.Run(t.Context(), d, translate.Options{Engine: e, Glossary: g, Concurrency: 2}); err != nil {
			return // it never answered
		}
		for i, u := range d.Units() {
			en := []rune(u.En)
			if u.Zh != zh[i] || u.Status == "" || (u.Status == bitext.Failed) != (u.En == "") {
				t.Fatalf("unit %d: %+v", i, u)
			}
			for _, r := range u.Terms {
				if r.Target != nil && r.Target.End > len(en) {
					t.Fatalf("a receipt outside of %q: %+v", u.En, r)
				}
			}
		}
		if err := bitext.WriteJSONL(new(bytes.Buffer), d); err != nil {
			t.Fatal(err)
		}
	})
}

// A unit without a word may come back empty; its marks are its English.
func TestUnitWithoutWords(t *testing.T) {
	s := &script{lines: map[string][]string{"，。": {""}}}
	d := document("推进碳达峰。", "，。")
	if _, err := translate.Run(t.Context(), d, translate.Options{Engine: s, Glossary: loadTerms(t)}); err != nil {
		t.Fatal(err)
	}
	if u := d.Units()[1]; u.Status != bitext.Translated || u.En != ",." || len(s.requests) != 1 {
		t.Errorf("%q, %s after %d requests: %v", u.En, u.Status, len(s.requests), u.Findings)
	}
}

// What is in an answer besides its words: lines are joined, what commands a
// terminal is dropped, and what has no end is no translation.
func TestAnswerIsLegible(t *testing.T) {
	endless := strings.Repeat("Advance carbon peaking. ", 100)
	for en, want := range map[string]string{
		"Advance carbon\n\npeaking.":                 "Advance carbon peaking.",
		"\x1b[2JAdvance carbon peaking.\u202e\x00":   "[2JAdvance carbon peaking.",
		"Advance carbon peaking.\r\n":                "Advance carbon peaking.",
		"Advance carbon peaking.\n\nNote: it is so.": "Advance carbon peaking.",
		endless: "",
	} {
		d := document("推进碳达峰。")
		s := &script{lines: map[string][]string{"推进碳达峰。": {en}}}
		if _, err := translate.Run(t.Context(), d, translate.Options{Engine: s, Glossary: loadTerms(t)}); err != nil {
			t.Fatal(err)
		}
		u := d.Units()[0]
		if u.En != want || (u.Status == bitext.Failed) != (want == "") {
			t.Errorf("%.60q is %.60q (%s): %v", en, u.En, u.Status, u.Findings)
		}
		if want == "" && !strings.Contains(u.Findings[0].Message, "has no end") {
			t.Errorf("%s: %v", u.Status, u.Findings)
		}
	}
}
