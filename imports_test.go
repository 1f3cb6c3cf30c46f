package duizhao_test

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// floors is which rooms a room may import, as ARCHITECTURE.md has it. A room
// that is not listed may not exist.
var floors = map[string][]string{
	"":                   {}, // its tests look at all rooms
	"lang/span":          {},
	"lang/han":           {"lang/span"},
	"lang/english":       {"lang/span", "lang/han"},
	"lang/number":        {"lang/span", "lang/han", "lang/english"},
	"lang/lexicon":       {"lang/span", "lang/han", "lang/english", "lang/number"},
	"article":            {"lang/…"},
	"glossary":           {"lang/…"},
	"glossary/exchange":  {"lang/…", "glossary"},
	"glossary/lint":      {"lang/…", "glossary"},
	"glossary/lookup":    {"lang/…", "glossary"},
	"glossary/compare":   {"lang/…", "glossary"},
	"glossary/schema":    {"lang/…", "glossary"},
	"bitext":             {"lang/…", "article"},
	"check":              {"lang/…", "article", "glossary", "bitext", ""}, // its tests measure with the built-in glossary
	"check/report":       {"lang/…", "article", "glossary", "bitext", "check"},
	"check/impact":       {"lang/…", "article", "glossary", "bitext", "check", "glossary/compare"},
	"extract":            {"lang/…", "article", "glossary", "bitext"},
	"align":              {"lang/…", "article", "glossary", "bitext"},
	"translate":          {"lang/…", "article", "glossary", "bitext", "check"},
	"translate/draft":    {"lang/…", "article", "glossary", "bitext", "translate"},
	"translate/openai":   {"lang/…", "article", "glossary", "bitext", "translate", "translate/scripted"}, // the server of the tests
	"translate/command":  {"lang/…", "article", "glossary", "bitext", "translate"},
	"translate/scripted": {"lang/…", "article", "glossary", "bitext", "translate", "translate/openai"},
	"cmd/duizhao":        {"…"},
}

// listed is what go list says of a package.
type listed struct {
	ImportPath                         string
	Imports, TestImports, XTestImports []string
}

func TestRoomsImportOnlyWhatStandsBelow(t *testing.T) {
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports,TestImports,XTestImports", "./...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	seen := 0
	for decoder := json.NewDecoder(strings.NewReader(string(out))); ; seen++ {
		var p listed
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		room := inside(p.ImportPath)
		allowed, known := floors[room]
		if !known {
			t.Errorf("room %s is not in the table", room)
			continue
		}
		paths := slices.Concat(p.Imports, p.TestImports, p.XTestImports)
		if room == "" {
			paths = p.Imports
		}
		for _, path := range paths {
			if isOurs(path) && inside(path) != room && !permits(allowed, inside(path)) {
				t.Errorf("%s imports %s, which does not stand below it", room, inside(path))
			}
		}
	}
	if seen != len(floors) {
		t.Errorf("%d rooms, the table has %d", seen, len(floors))
	}
}

func isOurs(path string) bool { return path == "duizhao" || strings.HasPrefix(path, "duizhao/") }

func inside(path string) string {
	return strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(path, "duizhao"), "/"), "_test")
}

func permits(allowed []string, room string) bool {
	return slices.ContainsFunc(allowed, func(a string) bool {
		prefix, whole := strings.CutSuffix(a, "…")
		return room == a || whole && strings.HasPrefix(room, prefix)
	})
}

// The identifiers that ARCHITECTURE.md names in the form package.Name exist.
func TestArchitectureNamesWhatExists(t *testing.T) {
	text, err := os.ReadFile("ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	names := regexp.MustCompile("`([a-z]+(?:/[a-z]+)*)\\.([A-Z]\\w*(?:\\.[A-Z]\\w*)?)`").FindAllStringSubmatch(string(text), -1)
	if len(names) < 10 {
		t.Fatalf("%d identifiers found, want at least 10", len(names))
	}
	for _, n := range names {
		if out, err := exec.Command("go", "doc", "duizhao/"+n[1]+"."+n[2]).CombinedOutput(); err != nil {
			t.Errorf("%s.%s does not exist: %s", n[1], n[2], out)
		}
	}
}

// Unexported functions and files are named in ARCHITECTURE.md as well; the
// files must be there.
func TestArchitectureNamesFilesThatExist(t *testing.T) {
	text, err := os.ReadFile("ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	paths := regexp.MustCompile("`((?:[a-z]+/)+[\\w-]+\\.(?:go|txtar|tsv|yaml|txt|md))`").FindAllStringSubmatch(string(text), -1)
	if len(paths) < 5 {
		t.Fatalf("%d files found, want at least 5", len(paths))
	}
	for _, p := range paths {
		if _, err := os.Stat(p[1]); err != nil {
			t.Errorf("%s does not exist", p[1])
		}
	}
}
