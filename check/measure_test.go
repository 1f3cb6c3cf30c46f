package check_test

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"duizhao"
	"duizhao/bitext"
	"duizhao/check"
	"duizhao/glossary"
	"duizhao/lang/lexicon"
)

const corpora = "../../shared/dev/corpora"

var showRule = flag.String("rule", "", "print the findings of this rule in TestMeasure")

// TestMeasure prints how often each rule speaks of translations of people and
// of machines, and with -rule NAME what it says; run it with -v. A rule that
// warns about more than a fiftieth of the units that people translated is
// wrong about people. term-missing is left out: it measures the glossary.
func TestMeasure(t *testing.T) {
	g := builtIn(t)
	for _, c := range []struct {
		name   string
		person bool
		units  func() *bitext.Document
	}{
		{"sentences by people", true, func() *bitext.Document { return sentences(t, "flores-dev.en") }},
		{"sentences by machine A", false, func() *bitext.Document { return sentences(t, "flores-dev.google.en") }},
		{"sentences by machine B", false, func() *bitext.Document { return sentences(t, "flores-dev.nllb.en") }},
		{"sentences by machine C", false, func() *bitext.Document { return sentences(t, "flores-dev.opusmt.en") }},
		{"chapters by people", true, func() *bitext.Document { return chapters(t, "en") }},
		{"chapters by machine", false, func() *bitext.Document { return chapters(t, "system_en") }},
	} {
		d := c.units()
		r, err := check.Run(context.Background(), []check.Input{{Document: d}}, check.Options{
			Glossary: g, Context: glossary.Context{Borders: lexicon.Borders()}, Profile: check.Machine,
		})
		if err != nil {
			t.Fatal(err)
		}
		units := d.Units()
		count, warned := map[string]int{}, map[string]int{}
		for _, f := range r.Findings {
			count[f.Rule]++
			rule := check.Named(f.Rule)
			if g, _ := rule.Grade(f.Grade); check.AtLeast(g.Human, bitext.Warning) {
				warned[f.Rule]++
			}
			if f.Rule == *showRule {
				t.Logf("%s\n  %s\n  %s", describeReport([]check.Input{{Document: d}}, f)+": "+f.Message, units[max(f.Unit, 0)].Zh, units[max(f.Target, 0)].En)
			}
		}
		line := fmt.Sprintf("%s: %d units", c.name, len(units))
		for _, rule := range check.All {
			if n := count[rule.Name]; n > 0 {
				line += fmt.Sprintf(", %s %d", rule.Name, n)
			}
			if n := warned[rule.Name]; c.person && rule.Name != "term-missing" && 50*n > len(units) {
				t.Errorf("%s warns about %d units of %d that people translated", rule.Name, n, len(units))
			}
		}
		t.Log(line)
	}
}

func builtIn(t testing.TB) *glossary.Glossary {
	file := &glossary.File{}
	if err := file.UnmarshalBinary(duizhao.GlossaryCompiled); err != nil {
		t.Fatal(err)
	}
	return glossary.New(file)
}

// sentences is a document of lines, one a paragraph.
func sentences(t testing.TB, name string) *bitext.Document {
	d := &bitext.Document{}
	zh, en := lines(t, "flores-dev.zh"), lines(t, name)
	for i := range zh {
		d.Records = append(d.Records, bitext.Record{Unit: &bitext.Unit{At: fmt.Sprintf("p%d.s1", i+1), Zh: zh[i], En: en[i]}})
	}
	return d
}

// chapters is a document of the paragraphs of all chapters.
func chapters(t testing.TB, key string) *bitext.Document {
	d := &bitext.Document{}
	for _, line := range lines(t, "hkma2018.jsonl") {
		var texts map[string]string
		if err := json.Unmarshal([]byte(line), &texts); err != nil {
			t.Fatal(err)
		}
		zh, en := strings.Split(texts["zh"], "\n\n"), strings.Split(texts[key], "\n\n")
		for i := range min(len(zh), len(en)) {
			u := &bitext.Unit{At: fmt.Sprintf("p%d.s1", len(d.Records)+1), Block: "paragraph"}
			u.Zh, u.En = strings.TrimSpace(zh[i]), strings.TrimSpace(en[i])
			if strings.HasPrefix(u.Zh, "# ") {
				u.Block, u.Zh, u.En = "heading", u.Zh[2:], strings.TrimPrefix(u.En, "# ")
			}
			d.Records = append(d.Records, bitext.Record{Unit: u})
		}
	}
	return d
}

func lines(t testing.TB, name string) []string {
	t.Helper()
	f, err := os.Open(filepath.Join(corpora, name))
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("no corpora to measure on")
	}
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []string
	scanner := bufio.NewScanner(f)
	scanner.Buffer(nil, 1<<22)
	for scanner.Scan() {
		out = append(out, scanner.Text())
	}
	return slices.Clip(out)
}
