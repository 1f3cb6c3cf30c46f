package glossary

import (
	"os"
	"strings"
	"testing"
)

// corpus reads a corpus in txtar form: after "-- name.ending --" comes that
// part of the case called name. It gives the names in order, and the parts of
// each case by ending.
func corpus(t testing.TB, path string) (names []string, cases map[string]map[string]string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	cases = make(map[string]map[string]string)
	var name, ending string
	for line := range strings.Lines(string(data)) {
		if inner, ok := strings.CutPrefix(line, "-- "); ok && strings.HasSuffix(inner, " --\n") {
			name, ending, ok = strings.Cut(strings.TrimSuffix(inner, " --\n"), ".")
			if !ok {
				t.Fatalf("%s: %q has no ending", path, line)
			}
			if cases[name] == nil {
				cases[name] = make(map[string]string)
				names = append(names, name)
			}
			if _, double := cases[name][ending]; double {
				t.Fatalf("%s: %q stands twice", path, line)
			}
			cases[name][ending] = ""
		} else if name != "" {
			cases[name][ending] += line
		}
	}
	return names, cases
}
