package glossary

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParseDiagnostics(t *testing.T) {
	names, cases := corpus(t, "testdata/parse.txtar")
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			_, ds := Parse(name, []byte(cases[name]["yaml"]))
			var got strings.Builder
			for _, d := range ds {
				fmt.Fprintf(&got, "%s %s\n", d.Severity, strings.TrimPrefix(d.String(), name+":"))
			}
			if diff := cmp.Diff(cases[name]["want"], got.String()); diff != "" {
				t.Errorf("diagnostics (-want +got):\n%s", diff)
			}
		})
	}
}

// mustParse reads a glossary that has no errors.
func mustParse(t testing.TB, yaml string) *File {
	t.Helper()
	f, ds := Parse("test.yaml", []byte(yaml))
	for _, d := range ds {
		if d.Severity == Error {
			t.Fatal(d)
		}
	}
	return f
}

func TestParseKeepsEverything(t *testing.T) {
	_, cases := corpus(t, "testdata/parse.txtar")
	f := mustParse(t, cases["long-form"]["yaml"])
	want := &Term{
		ID: "climate.dual", Zh: "碳达峰碳中和", ZhAlso: []string{"碳达峰、碳中和"},
		Parts: []string{"climate.peak", "climate.neutral"}, Binding: Preferred, Status: Approved,
		Kind: KindSlogan, Domain: "climate", Abbr: []string{"dual carbon"},
		Senses: []Sense{{
			Renderings: []Rendering{
				{Form: FormNoun, En: "carbon peaking and carbon neutrality"},
				{Form: FormTitle, En: "Carbon Dioxide Peaking and Carbon Neutrality", House: []string{"state-council"}, Period: Period{From: "2021-10"}},
				{Form: FormVerb, En: "peak carbon dioxide emissions and achieve carbon neutrality"},
			},
			Avoid: []Avoid{
				{En: "carbon neutralization", Why: "a chemical process"},
				{En: "double carbon", UnlessZh: []string{"双碳"}, Period: Period{To: "2024-12-31"}},
			},
		}},
		Source:     Source{Name: "State Council", URL: "https://english.www.gov.cn/", Checked: "2026-11-22"},
		Definition: "Both goals together.", Note: "Two lines\nof a note.",
		Match: MatchWord, Case: CaseSmart, Pos: Position{"test.yaml", 5, 5},
	}
	if diff := cmp.Diff(want, f.Terms[2]); diff != "" {
		t.Errorf("term (-want +got):\n%s", diff)
	}
	if short := f.Terms[0]; short.Binding != Fixed || short.Status != Approved || short.Match != MatchWord || short.Case != CaseSmart {
		t.Errorf("defaults of %+v", short)
	}
	digits := mustParse(t, cases["digits-stay-text"]["yaml"]).Terms[0]
	if got := digits.Senses[0].Renderings[0].En + " " + digits.Note; got != "0123 007" {
		t.Errorf("digits became %q", got)
	}
}

func TestCheckParts(t *testing.T) {
	base := mustParse(t, "version: 1\nterms:\n  - {id: climate.peak, zh: 碳达峰, en: carbon peaking}\n")
	top := mustParse(t, "version: 1\nterms:\n  - {zh: 双碳, en: dual carbon goals, parts: [climate.peak, climate.peek]}\n")
	ds := Check(base, top)
	if len(ds) != 1 || ds[0].String() != `test.yaml:3:59: part "climate.peek" is the id of no entry; did you mean "climate.peak"?` {
		t.Errorf("got %v", ds)
	}
	if ds := Check(base); len(ds) != 0 {
		t.Errorf("a file without parts: %v", ds)
	}
}

func FuzzParse(f *testing.F) {
	names, cases := corpus(f, "testdata/parse.txtar")
	for _, name := range names {
		f.Add(cases[name]["yaml"])
	}
	f.Add("\r00")
	f.Add("---")
	f.Add("version: 1\rterms:\r  - {zh: 碳达峰, en: carbon\u2028peaking, alos: x}\r")
	f.Fuzz(func(t *testing.T, data string) {
		file, ds := Parse("f.yaml", []byte(data))
		lines := strings.Count(strings.ReplaceAll(strings.ReplaceAll(data, "\r\n", "\n"), "\r", "\n"), "\n") + 1
		for _, d := range ds {
			if d.File != "f.yaml" || d.Line < 1 || d.Line > lines || d.Column < 1 || d.Message == "" {
				t.Errorf("diagnostic without a place: %+v", d)
			}
		}
		if !slices.IsSortedFunc(ds, func(a, b Diagnostic) int { return a.Line - b.Line }) {
			t.Errorf("diagnostics out of order: %v", ds)
		}
		for _, term := range file.Terms {
			if Key(term.Zh) == "" || len(term.Senses) == 0 || len(term.Senses[0].Renderings) == 0 {
				t.Errorf("unusable term %+v", term)
			}
		}
		New(file).Match(data, Context{})
	})
}
