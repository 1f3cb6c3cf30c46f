package duizhao_test

import (
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"

	"duizhao"
	"duizhao/glossary"
)

// builtin is the built-in glossary as the program loads it.
var builtin = sync.OnceValues(func() (*glossary.Glossary, error) {
	file := new(glossary.File)
	if err := file.UnmarshalBinary(duizhao.GlossaryCompiled); err != nil {
		return nil, err
	}
	return glossary.New(file), nil
})

// pin is one line of pinned.txt: a term and the rendering it must keep.
type pin struct {
	line   int
	zh, en string
}

func readPins(t *testing.T) []pin {
	t.Helper()
	data, err := os.ReadFile("testdata/pinned.txt")
	if err != nil {
		t.Fatal(err)
	}
	var pins []pin
	for i, line := range strings.Split(string(data), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		zh, en, found := strings.Cut(line, "\t")
		if !found || zh == "" || en == "" {
			t.Fatalf("testdata/pinned.txt:%d: not a term, a tab and a rendering: %q", i+1, line)
		}
		pins = append(pins, pin{i + 1, zh, en})
	}
	return pins
}

// A pinned rendering is so official that no work on the glossary may change
// it: in a text without a date, house or genre it is the preferred one, and an
// English text that has it meets the term.
func TestPinnedRenderingsStay(t *testing.T) {
	g, err := builtin()
	if err != nil {
		t.Fatal(err)
	}
	pins := readPins(t)
	if len(pins) < 150 {
		t.Errorf("%d pinned renderings, want at least 150", len(pins))
	}
	seen := make(map[string]int)
	for _, p := range pins {
		if first, twice := seen[p.zh]; twice {
			t.Errorf("testdata/pinned.txt:%d: %s stands in line %d too", p.line, p.zh, first)
		}
		seen[p.zh] = p.line
		if err := holds(g, p); err != nil {
			t.Errorf("testdata/pinned.txt:%d: %v", p.line, err)
		}
	}
}

// holds looks a pinned term up as a text of its own.
func holds(g *glossary.Glossary, p pin) error {
	matches := g.Match(p.zh, glossary.Context{})
	if len(matches) != 1 || matches[0].Span.Len() != len([]rune(p.zh)) {
		return fmt.Errorf("%s is not found as one term: %v", p.zh, matches)
	}
	m := matches[0]
	if got := m.Preferred(glossary.Context{}).En; got != p.en {
		return fmt.Errorf("%s is %q, want %q", p.zh, got, p.en)
	}
	r := g.Recognise(p.en, p.zh, matches, glossary.Context{})
	if len(r) != 1 || r[0].Rendering == nil || r[0].Target.Len() != len([]rune(p.en)) {
		return fmt.Errorf("%q does not meet %s, from end to end: %v", p.en, p.zh, r)
	}
	return nil
}
