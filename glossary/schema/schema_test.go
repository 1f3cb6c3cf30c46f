package schema_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"

	"duizhao/glossary"
	"duizhao/glossary/schema"
)

func compiled(t *testing.T) (*jsonschema.Schema, map[string]any) {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema.Glossary()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("glossary.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("glossary.json")
	if err != nil {
		t.Fatal(err)
	}
	return s, doc.(map[string]any)
}

// value is a YAML node as an editor sees it: dates are texts.
func value(t *testing.T, n *yaml.Node) any {
	t.Helper()
	switch n.Kind {
	case yaml.DocumentNode:
		return value(t, n.Content[0])
	case yaml.AliasNode:
		return value(t, n.Alias)
	case yaml.MappingNode:
		out := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			out[n.Content[i].Value] = value(t, n.Content[i+1])
		}
		return out
	case yaml.SequenceNode:
		out := []any{}
		for _, c := range n.Content {
			out = append(out, value(t, c))
		}
		return out
	}
	if n.ShortTag() == "!!timestamp" {
		return n.Value
	}
	var v any
	if err := n.Decode(&v); err != nil {
		t.Fatal(err)
	}
	return v
}

func validate(t *testing.T, s *jsonschema.Schema, data []byte) error {
	t.Helper()
	var root yaml.Node
	if err := yaml.Unmarshal(data, &root); err != nil {
		t.Fatal(err)
	}
	return s.Validate(value(t, &root))
}

// What the reader takes, the schema takes: the built-in glossary, and those of
// the tests.
func TestGlossariesAreValid(t *testing.T) {
	s, _ := compiled(t)
	files := []string{"../../glossary.yaml", "../../cmd/duizhao/init/glossary.yaml"}
	more, err := filepath.Glob("../testdata/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range append(files, more...) {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if _, diagnostics := glossary.Parse(path, data); glossary.HasErrors(diagnostics) {
			t.Fatalf("%s: %v", path, diagnostics)
		}
		if err := validate(t, s, data); err != nil {
			t.Errorf("%s: %v", path, err)
		}
	}
}

// What is wrong in an entry by itself, the schema refuses as the reader does.
func TestMistakesAreInvalid(t *testing.T) {
	s, _ := compiled(t)
	for name, entry := range map[string]string{
		"unknown key":           "{zh: 碳达峰, en: carbon peaking, alos: [carbon peak]}",
		"no rendering":          "{zh: 碳达峰}",
		"no Chinese":            "{en: carbon peaking}",
		"empty rendering":       "{zh: 碳达峰, en: ''}",
		"unknown binding":       "{zh: 碳达峰, en: carbon peaking, binding: strong}",
		"list for en":           "{zh: 碳达峰, en: [carbon peaking]}",
		"en and renderings":     "{zh: 碳达峰, en: carbon peaking, renderings: [carbon peak]}",
		"en and senses":         "{zh: 意见, en: views, senses: [{en: opinions}]}",
		"no senses":             "{zh: 意见, senses: []}",
		"rendering without en":  "{zh: 碳达峰, renderings: [{form: noun}]}",
		"unknown form":          "{zh: 碳达峰, renderings: [{en: carbon peaking, form: nuon}]}",
		"no date":               "{zh: 碳达峰, renderings: [{en: carbon peaking, since: spring}]}",
		"avoided without en":    "{zh: 碳达峰, en: carbon peaking, avoid: [{why: wrong}]}",
		"unknown key of a when": "{zh: 意见, senses: [{when: {behind: [印发]}, en: Opinions}]}",
		"unknown genre":         "{zh: 碳达峰, renderings: [{en: carbon peaking, genre: poem}]}",
		"text for a flag":       "{zh: 意见, senses: [{when: {title_end: always}, en: Opinions}]}",
	} {
		data := []byte("version: 1\nterms:\n  - " + entry + "\n")
		if validate(t, s, data) == nil {
			t.Errorf("%s: valid", name)
		}
		if _, diagnostics := glossary.Parse("x.yaml", data); !glossary.HasErrors(diagnostics) {
			t.Errorf("%s: the reader takes it", name)
		}
	}
}

// The schema has the keys of the reader, which names them to whoever writes an
// unknown one.
func TestKeysAreThoseOfTheReader(t *testing.T) {
	_, doc := compiled(t)
	definitions := doc["definitions"].(map[string]any)
	entry := definitions["entry"].(map[string]any)["properties"].(map[string]any)
	object := func(d any) any { return d.(map[string]any)["anyOf"].([]any)[1] }
	for file, mapping := range map[string]any{
		"version: 1\nqqqqqqqq: 1\nterms: []":                                        doc,
		"version: 1\nterms: [{zh: 甲, en: one, qqqqqqqq: 1}]":                        definitions["entry"],
		"version: 1\nterms: [{zh: 甲, senses: [{en: one, qqqqqqqq: 1}]}]":            definitions["sense"],
		"version: 1\nterms: [{zh: 甲, senses: [{en: one, when: {qqqqqqqq: 1}}]}]":    definitions["when"],
		"version: 1\nterms: [{zh: 甲, renderings: [{en: one, qqqqqqqq: 1}]}]":        object(definitions["renderings"].(map[string]any)["items"]),
		"version: 1\nterms: [{zh: 甲, en: one, avoid: [{en: two, qqqqqqqq: 1}]}]":    object(definitions["avoid"]),
		"version: 1\nterms: [{zh: 甲, en: one, source: {qqqqqqqq: 1}}]":              object(entry["source"]),
		"version: 1\nterms: [{zh: 甲, en: one, existed: {from: 2018, qqqqqqqq: 1}}]": entry["existed"],
	} {
		_, diagnostics := glossary.Parse("x.yaml", []byte(file))
		at := slices.IndexFunc(diagnostics, func(d glossary.Diagnostic) bool { return strings.HasPrefix(d.Hint, "known keys: ") })
		if at < 0 {
			t.Errorf("%s: %v", file, diagnostics)
			continue
		}
		want := strings.Split(strings.TrimPrefix(diagnostics[at].Hint, "known keys: "), ", ")
		var got []string
		for key := range mapping.(map[string]any)["properties"].(map[string]any) {
			got = append(got, key)
		}
		slices.Sort(want)
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%s\nschema %v\nreader %v", file, got, want)
		}
	}
}
