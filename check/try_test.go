package check_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"duizhao/bitext"
	"duizhao/check"
	"duizhao/glossary"
)

const terms = `
version: 1
terms:
  - {id: peak, zh: 碳达峰, en: carbon peaking, also: [carbon dioxide peaking], avoid: [carbon summit]}
  - {id: bank, zh: 中国人民银行, en: "People's Bank of China"}
  - {id: pbank, zh: 人民银行, en: the PBOC}
  - {id: spirit, zh: 钉钉子精神, en: perseverance}
`

func load(t testing.TB) *glossary.Glossary {
	file, diagnostics := glossary.Parse("terms.yaml", []byte(terms))
	if glossary.HasErrors(diagnostics) {
		t.Fatal(diagnostics)
	}
	return glossary.New(file)
}

func pairs(lines ...string) *bitext.Document {
	d := &bitext.Document{Source: bitext.Source{Path: "a.jsonl"}}
	for i, line := range lines {
		zh, en, _ := strings.Cut(line, " | ")
		d.Records = append(d.Records, bitext.Record{Unit: &bitext.Unit{At: fmt.Sprintf("p%d.s1", i+1), Zh: zh, En: en}})
	}
	return d
}

// describe puts a trial into one line, for comparing.
func describe(t check.Trial) string {
	s := fmt.Sprintf("%s %d/%d", t.Term.ID, t.Met, t.Found)
	for _, c := range t.Forms {
		s += fmt.Sprintf(" +%d %s (%s)", c.N, c.En, c.How)
	}
	for _, c := range t.Instead {
		s += fmt.Sprintf(" -%d %s (%s)", c.N, c.En, c.How)
	}
	return s
}

func TestTry(t *testing.T) {
	d := pairs(
		"推进碳达峰。 | Advance carbon peaking.",
		"碳达峰是目标。 | Carbon dioxide peaking is the goal.",
		"碳达峰要稳妥。 | The peak of emissions must come safely.",
		"碳达峰大会。 | A meeting on the carbon summit.",
		"中国人民银行发布。 | The People's Bank of China announced it.",
		"发扬钉钉子精神。 | Carry forward the spirit of driving nails.",
		"钉钉子精神很重要。 | The spirit of driving nails is important.",
		"要有钉钉子精神。 | We need the spirit of driving nails here.",
		"这与术语无关。 | This has nothing to do with terms.",
	)
	d.Records = append(d.Records,
		bitext.Record{Unit: &bitext.Unit{Zh: "碳达峰。", En: "{碳达峰}.", Status: bitext.Draft}},
		bitext.Record{Unit: &bitext.Unit{Zh: "碳达峰。", Status: bitext.Failed}},
		bitext.Record{Unit: &bitext.Unit{Zh: "碳达峰。"}})
	var got []string
	for _, trial := range check.Try(load(t), glossary.Context{}, d) {
		got = append(got, describe(trial))
	}
	want := []string{
		"spirit 0/3 -3 spirit of driving nails (missing)",
		"peak 2/4 +1 Carbon dioxide peaking (accepted) +1 carbon peaking (preferred) -1 carbon summit (avoided) -1 peak (missing)",
		"bank 1/1 +1 People's Bank of China (preferred)",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("trials (-want +got):\n%s", diff)
	}
}

func TestTryShowsWhereATermIsUnmet(t *testing.T) {
	trials := check.Try(load(t), glossary.Context{}, pairs("推进碳达峰。 | Advance the matter."))
	want := []check.Place{{Path: "a.jsonl", At: "p1.s1", Zh: "推进碳达峰。", En: "Advance the matter.", How: glossary.HowMissing}}
	if len(trials) != 1 || len(trials[0].Instead) != 0 {
		t.Fatalf("trials %+v", trials)
	}
	if diff := cmp.Diff(want, trials[0].Unmet); diff != "" {
		t.Error(diff)
	}
}

func TestTryCountsProposalsThatApprovedTermsHide(t *testing.T) {
	file, diagnostics := glossary.Parse("terms.yaml", []byte("version: 1\nterms:\n"+
		"  - {id: forces, zh: 生产力, en: productive forces}\n"+
		"  - {id: new, zh: 新质生产力, en: new quality productive forces, status: proposed}\n"))
	if glossary.HasErrors(diagnostics) {
		t.Fatal(diagnostics)
	}
	var got []string
	for _, trial := range check.Try(glossary.New(file), glossary.Context{}, pairs("发展新质生产力。 | Develop new quality productive forces.")) {
		got = append(got, describe(trial))
	}
	want := []string{"forces 1/1 +1 productive forces (preferred)", "new 1/1 +1 new quality productive forces (preferred)"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("trials (-want +got):\n%s", diff)
	}
}

func TestTryTellsTheSenseThatOccurred(t *testing.T) {
	file, diagnostics := glossary.Parse("terms.yaml", []byte("version: 1\nterms:\n  - zh: 意见\n    senses:\n"+
		"      - {when: {title_end: true}, en: Opinions}\n      - {when: {after: [征求]}, en: comments}\n"))
	if glossary.HasErrors(diagnostics) {
		t.Fatal(diagnostics)
	}
	trials := check.Try(glossary.New(file), glossary.Context{}, pairs("公开征求意见。 | Comments are invited."))
	if len(trials) != 1 || trials[0].Sense != 1 {
		t.Errorf("trials %+v, want one of the second sense", trials)
	}
}
