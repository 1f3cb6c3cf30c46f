package check_test

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"duizhao/bitext"
	"duizhao/check"
	"duizhao/glossary"
	"duizhao/lang/lexicon"
)

// people makes a document of lines "zh | en" that a person translated.
func people(lines ...string) *bitext.Document {
	d := pairs(lines...)
	for i, u := range d.Units() {
		u.Origin, u.At = bitext.FromPerson, fmt.Sprintf("p1.s%d", i+1)
	}
	return d
}

// checked runs rules over documents and writes what was found, a line each.
func checked(t *testing.T, o check.Options, inputs ...check.Input) []string {
	t.Helper()
	o.Glossary = corpusTerms(t)
	o.Context.Borders = lexicon.Borders()
	r, err := check.Run(context.Background(), inputs, o)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, f := range r.Findings {
		out = append(out, describeReport(inputs, f))
	}
	for _, f := range r.Waived {
		out = append(out, "waived "+describeReport(inputs, f)+": "+f.Waiver.Reason)
	}
	for _, u := range r.Unused {
		out = append(out, "unused "+u.Rule+" "+u.Term)
	}
	return out
}

func describeReport(inputs []check.Input, f check.Report) string {
	line := fmt.Sprintf("%d:%d %s %s", f.Input, f.Unit, f.Severity, f.Rule)
	if f.Grade != "" {
		line += "." + f.Grade
	}
	if f.Source != nil {
		line += " " + at(inputs[f.Input].Document.Units()[f.Unit].Zh, f.Source)
	}
	if f.Finding.Target != nil {
		line += " | " + at(inputs[f.Input].Document.Units()[f.Target].En, f.Finding.Target)
	}
	return line
}

func TestRun(t *testing.T) {
	merged := people("推进碳达峰。 | ", "建设生态文明。 | Advance the matter and build a greener country.")
	merged.Units()[0].Status = bitext.Merged
	merged.Units()[0].Extra = []byte(`{"link":0}`)
	merged.Units()[1].Extra = []byte(`{"link":0}`)
	doubtful := people("推进碳达峰。 | Advance the matter.")
	doubtful.Units()[0].Extra = []byte(`{"link":0,"doubtful":true}`)
	failed := pairs("推进碳达峰。 | ")
	failed.Units()[0].Status = bitext.Failed
	failed.Units()[0].Findings = []bitext.Finding{{Rule: "engine-error", Severity: bitext.Error, Message: "timeout"}}
	engine := pairs("推进碳达峰。 | Advance the matter.", "实现碳达峰。 | Reach carbon peaking.")
	engine.Engine.Name = "openai"
	for _, test := range []struct {
		name string
		o    check.Options
		in   []check.Input
		want []string
	}{
		{"engine", check.Options{}, []check.Input{{Document: engine}}, []string{"0:0 error term-missing.fixed 碳达峰"}},
		{"person", check.Options{}, []check.Input{{Document: people("推进碳达峰。 | Go.", "实现。 | Done.", "办法。 | Means.", "实现碳达峰。 | Reach carbon peaking.")}},
			[]string{"0:0 warning term-missing.fixed 碳达峰"}},
		{"never-in-the-document", check.Options{}, []check.Input{{Document: people("推进碳达峰。 | Go.")}}, []string{"0:0 error term-missing.absent 碳达峰"}},
		{"in-the-neighbour", check.Options{}, []check.Input{{Document: people("推进碳达峰。 | Go.", "这是目标。 | Carbon peaking is the goal.")}}, nil},
		{"the-neighbour-needs-it", check.Options{}, []check.Input{{Document: people("推进碳达峰。 | Go.", "碳达峰是目标。 | Carbon peaking is the goal.")}},
			[]string{"0:0 warning term-missing.fixed 碳达峰"}},
		{"proposed", check.Options{Profile: check.Machine}, []check.Input{{Document: people("发展新质生产力。 | Go.")}}, []string{"0:0 warning term-missing.absent 新质生产力"}},
		{"advice", check.Options{Advises: func(*glossary.Term) bool { return true }}, []check.Input{{Document: people("推进碳达峰。 | Go.")}},
			[]string{"0:0 note term-missing.absent 碳达峰"}},
		{"severity-of-a-rule", check.Options{Severities: map[string]bitext.Severity{"term-missing": "warning"}}, []check.Input{{Document: people("推进碳达峰。 | Go.")}},
			[]string{"0:0 warning term-missing.absent 碳达峰"}},
		{"severity-of-a-grade", check.Options{Severities: map[string]bitext.Severity{"term-missing": "warning", "term-missing.absent": check.Off}},
			[]check.Input{{Document: people("推进碳达峰。 | Go.")}}, nil},
		{"what-is-off-stays-off", check.Options{Severities: map[string]bitext.Severity{"term-missing": "error"}},
			[]check.Input{{Document: people("坚持绿色发展。 | Stay.")}}, nil},
		{"merged", check.Options{}, []check.Input{{Document: merged}}, []string{"0:1 note term-missing.preferred 生态文明", "0:0 error term-missing.absent 碳达峰"}},
		{"doubtful-pair", check.Options{}, []check.Input{{Document: doubtful}}, []string{"0:0 note term-missing.absent 碳达峰"}},
		{"doubtful-by-the-reader", check.Options{}, []check.Input{{Document: people("推进碳达峰。 | Go."), Facts: check.Facts{Doubtful: []int{0}}}},
			[]string{"0:0 note term-missing.absent 碳达峰"}},
		{"whole-file", check.Options{}, []check.Input{{Document: people("总之。 | In sum."), Facts: check.Facts{TranslatedFrom: "a", Chinese: "b"}}},
			[]string{"0:-1 error stale-target"}},
		{"passage-without-english", check.Options{}, []check.Input{{Document: people("总之。 | In sum.", "推进碳达峰。 | ", "实现2030年目标。 | ", "好。 | Good.")}},
			[]string{"0:1 error missing-pair"}},
		{"sentence-without-english", check.Options{}, []check.Input{{Document: people("总之。 | In sum.", "好的。 | ", "好。 | Good.")}}, []string{"0:1 warning empty-target 好的。"}},
		{"whole-file-is-missing", check.Options{}, []check.Input{{Document: people("总之。 | In sum."), Facts: check.Facts{Unpaired: []check.Unpaired{{Lang: "en"}}}}},
			[]string{"0:-1 error missing-pair"}},
		{"failed", check.Options{}, []check.Input{{Document: failed}}, []string{"0:0 error engine-error"}},
		{"empty-says-it-all", check.Options{Profile: check.Machine}, []check.Input{{Document: people("2030年前碳达峰。 | ")}}, []string{"0:0 error empty-target 2030年前碳达峰。"}},
		{"two-documents-learn-together", check.Options{}, []check.Input{
			{Document: people("加强组织领导。 | Strengthen organization and leadership.")},
			{Document: people("加强组织领导。 | Improve how the work is led.")},
		}, []string{"1:0 note segment-inconsistent 加强组织领导。 | Improve how the work is led."}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, checked(t, test.o, test.in...)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestNeighboursHaveReceipts(t *testing.T) {
	d := people("推进碳达峰。 | Go.", "碳达峰是目标。 | Carbon peaking is the goal; carbon dioxide peaking it is.")
	r, err := check.Run(context.Background(), []check.Input{{Document: d}}, check.Options{Glossary: corpusTerms(t)})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Findings) != 0 || len(r.Neighbours) != 1 {
		t.Fatalf("findings %v, neighbours %v", r.Findings, r.Neighbours)
	}
	n := r.Neighbours[0]
	got := fmt.Sprint(n.Unit, n.In, " ", n.Receipt.How, " ", at(d.Units()[n.Unit].Zh, &n.Receipt.Source), " ", at(d.Units()[n.In].En, n.Receipt.Target))
	if want := "0 1 neighbour 碳达峰 carbon dioxide peaking"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// A document may have a genre and a house of its own.
func TestDocumentsHaveTheirContext(t *testing.T) {
	law := check.Input{Document: people("企业应当报告。 | Enterprises may report."), Context: glossary.Context{Genre: "law"}}
	news := check.Input{Document: people("企业应当报告。 | Enterprises may report.")}
	want := []string{"0:0 warning modality.law 应当"}
	if diff := cmp.Diff(want, checked(t, check.Options{}, law, news)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Processors and the order of rules change nothing.
func TestRunIsDeterministic(t *testing.T) {
	var lines []string
	for i := range 400 {
		lines = append(lines, fmt.Sprintf("第%d项推进碳达峰，印发《通知》。 | Item %d, the the matter ，is advanced", i, i))
	}
	o := check.Options{Profile: check.Machine}
	first := strings.Join(checked(t, o, check.Input{Document: pairs(lines...)}), "\n")
	o.Rules = append([]*check.Rule{}, check.All...)
	for i := range o.Rules[:len(o.Rules)/2] {
		j := len(o.Rules) - 1 - i
		o.Rules[i], o.Rules[j] = o.Rules[j], o.Rules[i]
	}
	if again := strings.Join(checked(t, o, check.Input{Document: pairs(lines...)}), "\n"); again != first {
		t.Error(cmp.Diff(first, again))
	}
}

func TestWaivers(t *testing.T) {
	text, err := os.ReadFile("testdata/waivers.md")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	waivers, bad := check.ParseWaivers(string(text))
	for _, w := range waivers {
		got = append(got, fmt.Sprintf("%s %s (%s): %q", w.Rule, w.Term, w.Reason, strings.TrimSpace(string(text[w.Cover.Start:w.Cover.End]))))
	}
	for _, b := range bad {
		got = append(got, b.Message)
	}
	want := []string{
		`term-missing 碳达峰 (quotation): "First paragraph, line one.\nLine two. <!-- duizhao:ignore term-missing 碳达峰 reason=\"quotation\" -->"`,
		`doubled-word  (as spoken): "Third paragraph,\nof two lines."`,
		`punctuation  (poem): "Fourth."`,
		`a waiver needs a reason: reason="…"`,
		`unknown rule no-such-rule`,
		`nothing is off that could go on: doubled-word`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestWaiversOfUnits(t *testing.T) {
	d := people("推进碳达峰。 | Go.", "实现碳达峰。 | Go on.")
	d.Units()[0].Extra = []byte(`{"waivers":[{"rule":"term-missing","term":"碳達峰","reason":"a quotation"},{"rule":"doubled-word","reason":"never"}]}`)
	want := []string{
		"0:1 error term-missing.absent 碳达峰",
		"waived 0:0 error term-missing.absent 碳达峰: a quotation",
		"unused doubled-word ",
	}
	if diff := cmp.Diff(want, checked(t, check.Options{}, check.Input{Document: d})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestWaiversOfFiles(t *testing.T) {
	text := "Go.\n\nGo on. <!-- duizhao:ignore term-missing reason=\"short\" -->\n"
	d := people("推进碳达峰。 | Go.", "实现碳达峰。 | Go on.")
	d.Units()[0].Extra = []byte(`{"target_span":[0,3]}`)
	d.Units()[1].Extra = []byte(`{"target_span":[5,11]}`)
	waivers, _ := check.ParseWaivers(text)
	want := []string{"0:0 error term-missing.absent 碳达峰", "waived 0:1 error term-missing.absent 碳达峰: short"}
	if diff := cmp.Diff(want, checked(t, check.Options{}, check.Input{Document: d, Waivers: [2][]check.Waiver{1: waivers}})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestBaseline(t *testing.T) {
	run := func(lines ...string) ([]check.Input, *check.Result) {
		in := []check.Input{{Document: people(lines...)}}
		r, err := check.Run(context.Background(), in, check.Options{Glossary: corpusTerms(t)})
		if err != nil {
			t.Fatal(err)
		}
		return in, r
	}
	in, before := run("推进碳达峰。 | Go.", "碳中和。 | Yes.")
	var file strings.Builder
	if err := check.NewBaseline(in, before).Write(&file); err != nil {
		t.Fatal(err)
	}
	b, err := check.ReadBaseline(strings.NewReader(file.String()))
	if err != nil {
		t.Fatal(err)
	}
	// Moved, one mended, one new; and the same sentence once more.
	_, after := run("总之。 | In sum.", "推進碳達峰。 | Go.", "放管服。 | Well.", "推进碳达峰。 | Go.")
	fresh, known, gone := b.Split(after)
	if len(fresh) != 2 || len(known) != 1 || len(gone) != 1 || gone[0].Term != "碳中和" {
		t.Errorf("fresh %v, known %v, gone %v", fresh, known, gone)
	}
	if small := b.Shrink(after); len(small.Findings) != 1 {
		t.Errorf("shrunk to %v", small.Findings)
	}
	if _, err := check.ReadBaseline(strings.NewReader(`{"version":2,"findings":[]}`)); err == nil {
		t.Error("a baseline of a later version was read")
	}
}
