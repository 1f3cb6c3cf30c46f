package report_test

import (
	"bytes"
	"encoding/xml"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/go-json-experiment/json"
	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"

	"duizhao/bitext"
	"duizhao/check/report"
	"duizhao/lang/span"
)

var update = flag.Bool("update", false, "write the golden files")

func at(start, end int) *span.Span { return &span.Span{Start: start, End: end} }

// sample has a finding of every kind: in a pair and in a bitext, waived and
// known, about a file as a whole, about one term all over, with text that every
// form has to escape.
func sample() *report.Report {
	r := &report.Report{
		Version: "1.0", Rules: []string{"term-missing", "number-mismatch", "missing-pair", "doubled-word"},
		Files: []string{"docs/en/clean.md", "docs/en/plan, 50%.md", "docs/zh/only.md", "a:b.jsonl"}, Units: 40, Elapsed: 1500 * time.Millisecond,
	}
	zh := report.Place{Path: "docs/zh/计划.md", Line: 3, Column: 3, EndLine: 3, EndColumn: 6}
	en := report.Place{Path: "docs/en/plan, 50%.md", Line: 7, Column: 9, EndLine: 8, EndColumn: 5}
	add := func(f report.Finding) { r.Findings = append(r.Findings, f) }
	add(report.Finding{Rule: "number-mismatch", Severity: bitext.Warning, Message: "90亿 is 9 billion,\nnot 9 million: 100% | <wrong> `x` & \x1b[31mred",
		Unit: "9f31c2aa", At: "p1.s1", Zh: "投资90亿元。", En: "Invest 9 million\nyuan.", Source: at(2, 6), Target: at(7, 16),
		Zhs: zh, Ens: en, Fingerprint: "00ff", Fails: false})
	add(report.Finding{Rule: "doubled-word", Severity: bitext.Note, Message: `"the" stands twice`, Unit: "1", Zh: "的", En: "of the the",
		Target: at(3, 10), Zhs: zh, Ens: en, Fingerprint: "01", Waived: "a quotation"})
	add(report.Finding{Rule: "doubled-word", Severity: bitext.Note, Message: `"a" stands twice`, Unit: "1", Zh: "的", En: "a a",
		Target: at(0, 3), Zhs: zh, Ens: en, Fingerprint: "02", Known: true})
	add(report.Finding{Rule: "missing-pair", Severity: bitext.Error, Message: "the whole file stands in Chinese only",
		Ens: report.Place{Path: "docs/zh/only.md"}, Fingerprint: "03", Fails: true})
	add(report.Finding{Rule: "of-another-day", Severity: bitext.Error, Message: "no rule of this name", Unit: "2", At: "p2.s2", Zh: "一", En: "one",
		Zhs: report.Place{Path: "a:b.jsonl", Line: 1}, Ens: report.Place{Path: "a:b.jsonl", Line: 1}, Fails: true})
	for i := range 6 {
		path := fmt.Sprintf("docs/en/%d.md", i%3)
		add(report.Finding{Rule: "term-missing", Severity: bitext.Error, Message: `碳达峰 should be "carbon peaking"`, Term: "碳达峰",
			Unit: fmt.Sprint(i), At: fmt.Sprintf("p%d.s1", i), Zh: "推进碳达峰。", En: "Advance the summit.", Source: at(2, 5),
			Ens: report.Place{Path: path, Line: i + 1, Column: 1, EndLine: i + 1, EndColumn: 20}, Fingerprint: fmt.Sprint("1", i), Fails: true})
	}
	return r
}

func written(t *testing.T, f report.Format, r *report.Report) []byte {
	var out bytes.Buffer
	if err := report.New(f, &out).Report(r); err != nil {
		t.Fatalf("%s: %v", f, err)
	}
	return out.Bytes()
}

func TestFormatsAreAsTheyWere(t *testing.T) {
	compare := func(name string, got []byte) {
		path := filepath.Join("testdata", name)
		if *update {
			if err := os.WriteFile(path, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), string(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	for _, f := range report.Formats() {
		if f == report.SARIFFormat {
			continue // its texts of rules change with the rules; see below
		}
		compare(string(f)+".golden", written(t, f, sample()))
	}
	var summary bytes.Buffer
	if err := (&report.GitHub{W: io.Discard, Summary: &summary}).Report(sample()); err != nil {
		t.Fatal(err)
	}
	compare("summary.golden", summary.Bytes())
}

// sarif is what the tests look at.
type sarif struct {
	Runs []struct {
		ColumnKind  string
		Invocations []struct {
			ToolExecutionNotifications []struct{ Message struct{ Text string } }
		}
		Tool struct {
			Driver struct {
				Rules []struct {
					ID   string
					Help struct{ Text, Markdown string }
				}
			}
		}
		Results []struct {
			RuleID              string
			RuleIndex           int
			Level               string
			Locations           []sarifLocation
			RelatedLocations    []sarifLocation
			PartialFingerprints map[string]string
			Suppressions        []struct{ Kind, Justification string }
		}
	}
}

type sarifLocation struct {
	PhysicalLocation struct {
		ArtifactLocation struct{ URI string }
		Region           *struct{ StartLine, StartColumn, EndLine, EndColumn int }
	}
}

func readSARIF(t *testing.T, data []byte) sarif {
	var s sarif
	if err := json.Unmarshal(data, &s, json.MatchCaseInsensitiveNames(true)); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestSARIFSaysAll(t *testing.T) {
	run := readSARIF(t, written(t, report.SARIFFormat, sample())).Runs[0]
	if run.ColumnKind != "unicodeCodePoints" {
		t.Errorf("columns are %s", run.ColumnKind)
	}
	if len(run.Results) != len(sample().Findings) {
		t.Fatalf("%d results", len(run.Results))
	}
	for _, result := range run.Results {
		if rule := run.Tool.Driver.Rules[result.RuleIndex]; rule.ID != result.RuleID || rule.Help.Text == "" {
			t.Errorf("rule %d of %s is %s", result.RuleIndex, result.RuleID, rule.ID)
		}
	}
	first := run.Results[0]
	if uri := first.Locations[0].PhysicalLocation.ArtifactLocation.URI; uri != "docs/en/plan,%2050%25.md" {
		t.Errorf("the path became %s", uri)
	}
	if uri := first.RelatedLocations[0].PhysicalLocation.ArtifactLocation.URI; uri != "docs/zh/%E8%AE%A1%E5%88%92.md" {
		t.Errorf("the Chinese path became %s", uri)
	}
	if r := first.Locations[0].PhysicalLocation.Region; r.StartLine != 7 || r.StartColumn != 9 || r.EndLine != 8 || r.EndColumn != 5 {
		t.Errorf("the place is %v", r)
	}
	if first.PartialFingerprints["primaryLocationLineHash"] != "00ff" {
		t.Errorf("fingerprints are %v", first.PartialFingerprints)
	}
	for i, want := range map[int]string{1: "inSource a quotation", 2: "external stands in the baseline"} {
		if s := run.Results[i].Suppressions; len(s) != 1 || s[0].Kind+" "+s[0].Justification != want {
			t.Errorf("result %d is suppressed by %v", i, s)
		}
	}
	if run.Results[3].Locations[0].PhysicalLocation.Region != nil {
		t.Error("a whole file has a region")
	}
	if uri := run.Results[4].Locations[0].PhysicalLocation.ArtifactLocation.URI; uri != "./a:b.jsonl" {
		t.Errorf("a path with a colon, which would be a scheme, became %s", uri)
	}
}

func TestSARIFIsValid(t *testing.T) {
	schema := "../../../shared/schemas/sarif/sarif-schema-2.1.0.json"
	if _, err := os.Stat(schema); err != nil {
		t.Skip("the schema is not here")
	}
	compiled, err := jsonschema.NewCompiler().Compile(schema)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range []*report.Report{sample(), {}, {Version: "1", Findings: []report.Finding{{Rule: "x", Severity: bitext.Note}}}} {
		document, err := jsonschema.UnmarshalJSON(bytes.NewReader(written(t, report.SARIFFormat, r)))
		if err != nil {
			t.Fatal(err)
		}
		if err := compiled.Validate(document); err != nil {
			t.Error(err)
		}
	}
}

func TestSARIFKeepsTheGravest(t *testing.T) {
	r := &report.Report{}
	for range 25_000 {
		r.Findings = append(r.Findings, report.Finding{Rule: "doubled-word", Severity: bitext.Note})
	}
	r.Findings = append(r.Findings, report.Finding{Rule: "term-missing", Severity: bitext.Error},
		report.Finding{Rule: "term-missing", Severity: bitext.Error, Waived: "wanted"})
	run := readSARIF(t, written(t, report.SARIFFormat, r)).Runs[0]
	if len(run.Results) != 25_000 || run.Results[0].Level != "error" || len(run.Results[0].Suppressions) > 0 {
		t.Errorf("%d results, the first %+v", len(run.Results), run.Results[0])
	}
	if n := run.Invocations[0].ToolExecutionNotifications; len(n) != 1 || !strings.HasPrefix(n[0].Message.Text, "2 more findings") {
		t.Errorf("notifications: %v", n)
	}
}

// drawReport draws a report with any text in it.
func drawReport(t *rapid.T) *report.Report {
	text := rapid.StringOfN(rapid.RuneFrom(nil, unicode.Han, unicode.Latin, unicode.C, unicode.P), 0, 30, -1)
	r := &report.Report{Rules: []string{"doubled-word"}, Files: rapid.SliceOfDistinct(text, rapid.ID).Draw(t, "files")}
	for range rapid.IntRange(0, 8).Draw(t, "findings") {
		f := report.Finding{
			Rule:     rapid.SampledFrom([]string{"doubled-word", "term-missing", "strange"}).Draw(t, "rule"),
			Severity: rapid.SampledFrom([]bitext.Severity{bitext.Error, bitext.Warning, bitext.Note}).Draw(t, "severity"),
			Message:  text.Draw(t, "message"), Term: text.Draw(t, "term"), Zh: text.Draw(t, "zh"), En: text.Draw(t, "en"), At: text.Draw(t, "at"),
			Fails: rapid.Bool().Draw(t, "fails"), Waived: text.Draw(t, "waived"), Known: rapid.Bool().Draw(t, "known"),
			Ens: report.Place{Path: text.Draw(t, "path"), Line: rapid.IntRange(0, 3).Draw(t, "line")},
		}
		n := len([]rune(f.En))
		start := rapid.IntRange(0, n).Draw(t, "start")
		f.Target = at(start, rapid.IntRange(start, n).Draw(t, "end"))
		r.Findings = append(r.Findings, f)
	}
	return r
}

func openFindings(r *report.Report) (n int) {
	for i := range r.Findings {
		if !r.Findings[i].Suppressed() {
			n++
		}
	}
	return n
}

// Whatever stands in the texts, every form stays what it is, and holds every
// finding once.
func TestNoTextBreaksAForm(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		r := drawReport(rt)
		github := strings.TrimSuffix(string(written(t, report.GitHubFormat, r)), "\n")
		lines := 0
		for _, line := range strings.Split(github, "\n") {
			if strings.HasPrefix(line, "::") {
				lines++
			} else if line != "" {
				rt.Fatalf("no command: %q", line)
			}
		}
		if lines != openFindings(r) {
			rt.Fatalf("%d commands for %d findings", lines, openFindings(r))
		}

		var suites struct {
			Tests  int `xml:"tests,attr"`
			Failed int `xml:"failures,attr"`
			Suites []struct {
				Cases []struct {
					Failure *struct{} `xml:"failure"`
				} `xml:"testcase"`
			} `xml:"testsuite"`
		}
		if err := xml.Unmarshal(written(t, report.JUnitFormat, r), &suites); err != nil {
			rt.Fatal(err)
		}
		cases, failed := 0, 0
		for _, s := range suites.Suites {
			for _, c := range s.Cases {
				cases++
				if c.Failure != nil {
					failed++
				}
			}
		}
		if cases != suites.Tests || failed != suites.Failed || cases < len(r.Findings) {
			rt.Fatalf("%d cases, %d failed; the head says %d and %d", cases, failed, suites.Tests, suites.Failed)
		}

		var told struct {
			Findings []struct{ Message string }
			Summary  struct{ Findings int }
		}
		if err := json.Unmarshal(written(t, report.JSONFormat, r), &told, json.MatchCaseInsensitiveNames(true)); err != nil {
			rt.Fatal(err)
		}
		if len(told.Findings) != openFindings(r) || told.Summary.Findings != openFindings(r) {
			rt.Fatalf("%d findings, the summary has %d", len(told.Findings), told.Summary.Findings)
		}
		readSARIF(t, written(t, report.SARIFFormat, r))

		for _, c := range string(written(t, report.TextFormat, r)) {
			if c != '\n' && (unicode.IsControl(c) || unicode.Is(unicode.Bidi_Control, c)) {
				rt.Fatalf("the terminal would be commanded by %q", c)
			}
		}
	})
}
