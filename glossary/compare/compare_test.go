package compare_test

import (
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"pgregory.net/rapid"

	"duizhao/glossary"
	"duizhao/glossary/compare"
)

func terms(t testing.TB, name, text string) []*glossary.Term {
	file, diagnostics := glossary.Parse(name, []byte("version: 1\nterms:\n"+text))
	if glossary.HasErrors(diagnostics) {
		t.Fatal(diagnostics)
	}
	return file.Terms
}

func words(changes []compare.Change) string {
	var b strings.Builder
	for i := range changes {
		b.WriteString(strings.Join(changes[i].Lines(), "\n") + "\n")
	}
	return b.String()
}

func TestDiff(t *testing.T) {
	cases, err := txtar.ParseFile("testdata/cases.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(cases.Files); i += 3 {
		old, now, want := cases.Files[i], cases.Files[i+1], cases.Files[i+2]
		name := strings.TrimSuffix(old.Name, ".old")
		if now.Name != name+".new" || want.Name != name+".want" {
			t.Fatalf("%s is followed by %s and %s", old.Name, now.Name, want.Name)
		}
		t.Run(name, func(t *testing.T) {
			a, b := terms(t, "old", string(old.Data)), terms(t, "new", string(now.Data))
			if got := words(compare.Diff(a, b)); got != string(want.Data) {
				t.Errorf("got\n%swant\n%s", got, want.Data)
			}
			back := compare.Diff(b, a)
			if there := compare.Diff(a, b); len(there) != len(back) {
				t.Errorf("%d changes there, %d back", len(there), len(back))
			}
		})
	}
}

func TestMatters(t *testing.T) {
	base := terms(t, "a", "  - {zh: 碳达峰, en: carbon peaking, note: x}")
	for text, want := range map[string]bool{
		"  - {zh: 碳达峰, en: carbon peaking, note: y, domain: climate}":    false,
		"  - {zh: 碳达峰, en: carbon peaking, source: {name: White paper}}": false,
		"  - {zh: 碳达峰, en: carbon peaking, note: y, kind: slogan}":       true,
		"  - {zh: 碳达峰, en: carbon peaking, note: x, binding: advisory}":  true,
		"  - {zh: 碳达峰, en: carbon peaking, note: x, match: anywhere}":    true,
	} {
		if changes := compare.Diff(base, terms(t, "b", text)); len(changes) != 1 || changes[0].Matters() != want {
			t.Errorf("%s: %v", text, words(changes))
		}
	}
}

// Any order of the entries is the same glossary.
func TestOrderIsNoDifference(t *testing.T) {
	all := terms(t, "a", "  - {zh: 甲, en: one}\n  - {zh: 乙, en: two}\n  - {zh: 丙丁, en: three}\n  - {zh: 戊, en: four}\n")
	rapid.Check(t, func(t *rapid.T) {
		if changes := compare.Diff(all, rapid.Permutation(all).Draw(t, "order")); len(changes) > 0 {
			t.Fatal(words(changes))
		}
	})
}
