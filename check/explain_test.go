package check_test

import (
	"flag"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"duizhao/check"
)

var update = flag.Bool("update", false, "write docs/rules.md")

// The page of the rules says what the rules say.
func TestPage(t *testing.T) {
	const path = "../docs/rules.md"
	if *update {
		if err := os.WriteFile(path, []byte(check.Page()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	page, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(page), check.Page()); diff != "" {
		t.Errorf("run go test ./check -run TestPage -update (-page +rules):\n%s", diff)
	}
}
