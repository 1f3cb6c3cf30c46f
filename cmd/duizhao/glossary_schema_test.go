package main

import (
	"bytes"
	"encoding/json"
	"os"
	"regexp"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"
)

func compiledConfigSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	data, err := json.Marshal(configSchema(newRootCmd(&ui{})))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("config.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("config.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func validateConfig(t *testing.T, s *jsonschema.Schema, data []byte) error {
	t.Helper()
	var v any
	if err := yaml.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	return s.Validate(v)
}

func TestConfigSchemaHasEveryKey(t *testing.T) {
	properties := configSchema(newRootCmd(&ui{}))["properties"].(schemaJSON)
	for _, k := range configKeys {
		if properties[k.key] == nil {
			t.Errorf("%s is not in the schema", k.key)
		}
	}
	if len(properties) != len(configKeys) {
		t.Errorf("%d keys in the schema, %d in duizhao.yaml", len(properties), len(configKeys))
	}
}

// What duizhao init writes is valid, with all that stands in comments as well.
func TestFirstConfigIsValid(t *testing.T) {
	s := compiledConfigSchema(t)
	data, err := os.ReadFile("init/duizhao.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if err := validateConfig(t, s, data); err != nil {
		t.Error(err)
	}
	all := regexp.MustCompile(`(?m)^# ((?:  )?[a-z_]+:)`).ReplaceAll(data, []byte("$1"))
	if err := validateConfig(t, s, all); err != nil {
		t.Error(err)
	}
}

func TestConfigMistakesAreInvalid(t *testing.T) {
	s := compiledConfigSchema(t)
	for _, text := range []string{
		"engin: draft", "engine: drft", "concurrency: 0", "concurrency: many", "offline: maybe", "fail_on: [draft, reviewed]",
		"pairs: [{zh: docs/zh}]", "rules: {number-mismatch: grave}", "rules: {number: warning}", "glossary: {path: house.yaml}", "[engine]",
	} {
		if validateConfig(t, s, []byte(text)) == nil {
			t.Errorf("%s is valid", text)
		}
	}
	for _, text := range []string{
		"glossary: house.yaml", "fail_on: never", "rules: {number-mismatch: warning, number-mismatch.hedge: off}", "builtin: 2026.11",
		"pairs: [{zh: 'docs/zh/{name}.md', en: 'docs/en/{name}.md'}]", "max_bytes: 64M", "",
	} {
		if err := validateConfig(t, s, []byte(text)); err != nil {
			t.Errorf("%s: %v", text, err)
		}
	}
}
