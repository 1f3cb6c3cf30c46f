package article

import (
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
)

// TestSample reads a real scraped article that is no part of the project.
func TestSample(t *testing.T) {
	const path = "../../shared/samples/tanpaifang-2023-05-18.txt"
	f, err := os.Open(path)
	if errors.Is(err, os.ErrNotExist) {
		t.Skip("the sample is not here")
	} else if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	a, err := Read(f, Options{Name: path})
	if err != nil {
		t.Fatal(err)
	}
	checkLaws(t, a)
	kinds, segments := map[Kind]int{}, 0
	text := cleanText(a)
	for _, b := range a.Blocks {
		kinds[b.Kind]++
		segments += len(b.Segments)
	}
	if kinds[Title] != 1 || kinds[Paragraph] != 9 || len(a.Blocks) != 10 || segments != 15 {
		t.Errorf("%v, %d segments", kinds, segments)
	}
	eachGloss(text, func(g gloss) { t.Errorf("the gloss %s is left", text[g.start:g.end]) })
	if !strings.Contains(text, "當地時間") {
		t.Error("the broken stretch is not repaired")
	}
	if have := a.Value(FieldPublished); have != "2023-05-18" {
		t.Errorf("published %q", have)
	}
	last := a.Blocks[len(a.Blocks)-1]
	end := last.Segments[len(last.Segments)-1].Span.End
	for _, r := range a.Removed {
		if r.Step != stepWatermark && (r.Step != stepBoilerplate || r.Span.Start < end) {
			t.Errorf("%s removed %q", r.Step, a.Source.Text[r.Span.Start:r.Span.End])
		}
	}
	if n := a.Steps[slices.Index(Steps(), stepWatermark)].Count; n != 1 {
		t.Errorf("%d watermarks", n)
	}
	if n := a.Steps[slices.Index(Steps(), stepDamage)].Count; n == 0 {
		t.Error("the broken stretch of the footer is not reported")
	}
}

// TestStepsAreReported finds every step in the report, in order.
func TestStepsAreReported(t *testing.T) {
	a := readText(t, "关于召开会议的通知\n\n会议定于5月8日召开。\n", Options{})
	var names []string
	for _, s := range a.Steps {
		names = append(names, s.Name)
		if s.Count != 0 || len(s.Spans) != 0 {
			t.Errorf("%s changed a clean text at %v", s.Name, s.Spans)
		}
	}
	if !slices.Equal(names, Steps()) {
		t.Errorf("have %v, want %v", names, Steps())
	}
}

// TestKeepGlosses leaves a step out.
func TestKeepGlosses(t *testing.T) {
	const text = "環(huán)境保護(hù)會(huì)議(yì)召開(kāi)\n"
	a := readText(t, text, Options{Keep: []string{stepGlosses}})
	if have := cleanText(a); have != strings.TrimSpace(text) {
		t.Errorf("have %q", have)
	}
}

// TestSpansLeadToTheSource checks spans by eye, once.
func TestSpansLeadToTheSource(t *testing.T) {
	const text = "題目\n\n  環(huán)境保護(hù)會(huì)議(yì)召開(kāi)。各地落實(shí)。  \n"
	a := readText(t, text, Options{})
	var have []string
	for _, b := range a.Blocks {
		for _, s := range b.Segments {
			have = append(have, a.Source.Text[s.Span.Start:s.Span.End])
		}
	}
	want := []string{"題目", "環(huán)境保護(hù)會(huì)議(yì)召開(kāi)。", "各地落實(shí)。"}
	if !slices.Equal(have, want) {
		t.Errorf("have %q, want %q", have, want)
	}
}
