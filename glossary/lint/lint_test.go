package lint

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"duizhao/glossary"
)

// TestCases lints each glossary of the corpus; every rule has cases.
func TestCases(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/lint.txtar")
	if err != nil {
		t.Fatal(err)
	}
	seen := make(map[string]bool)
	for i := 0; i+1 < len(archive.Files); i += 2 {
		in, want := archive.Files[i], archive.Files[i+1]
		t.Run(strings.TrimSuffix(in.Name, ".yaml"), func(t *testing.T) {
			file, ds := glossary.Parse("g", in.Data)
			if glossary.HasErrors(ds) {
				t.Fatal(ds)
			}
			var got strings.Builder
			for _, f := range Check(file.Terms) {
				seen[f.Rule] = true
				fmt.Fprintf(&got, "%d %s %s: %s", f.Line, f.Severity, f.Rule, f.Message)
				if f.Hint != "" {
					got.WriteString("; " + f.Hint)
				}
				got.WriteByte('\n')
			}
			if diff := cmp.Diff(string(want.Data), got.String()); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
		})
	}
	for _, rule := range Rules() {
		if !seen[rule.Name] {
			t.Errorf("no case for %s", rule.Name)
		}
	}
}

// The built-in glossary has nothing but notes that somebody has looked at.
func TestBuiltInGlossaryIsClean(t *testing.T) {
	data, err := os.ReadFile("../../glossary.yaml")
	if err != nil {
		t.Fatal(err)
	}
	file, _ := glossary.Parse("glossary.yaml", data)
	for _, f := range Check(file.Terms) {
		if f.Severity != Note || f.Rule != "shared-rendering" {
			t.Errorf("%s %s", f.Rule, f.Diagnostic)
		}
	}
}

func BenchmarkCheck(b *testing.B) {
	var terms []*glossary.Term
	data, err := os.ReadFile("../../glossary.yaml")
	if err != nil {
		b.Fatal(err)
	}
	file, _ := glossary.Parse("glossary.yaml", data)
	for i := 0; len(terms) < 10000; i++ {
		for _, t := range file.Terms {
			other := *t
			other.Zh, other.ID = fmt.Sprintf("%s%d", t.Zh, i), fmt.Sprintf("%s%d", t.ID, i)
			terms = append(terms, &other)
		}
	}
	for b.Loop() {
		Check(terms)
	}
}
