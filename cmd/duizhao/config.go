package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// configName is the file with the defaults of a project. It is found by
// walking up from the working directory.
const configName = "duizhao.yaml"

// config is duizhao.yaml: defaults for flags. Commands copy its fields one by
// one; nothing below this room sees it.
type config struct {
	dir string // where the file stands: its paths are relative to it

	Glossary    []string `yaml:"glossary"`
	Engine      string   `yaml:"engine"`
	Format      string   `yaml:"format"`
	Script      string   `yaml:"script"`
	FailOn      []string `yaml:"fail_on"`
	Keep        []string `yaml:"keep"`
	Concurrency int      `yaml:"concurrency"`
	MaxRunes    int      `yaml:"max_runes"`
	House       string   `yaml:"house"`
	Genre       string   `yaml:"genre"`
}

// loadConfig reads the named file, or the one found by walking up from the
// working directory; without any, the config is empty.
func loadConfig(name string) (config, error) {
	if name == "" {
		found, err := findConfig()
		if err != nil || found == "" {
			return config{}, err
		}
		name = found
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return config{}, fmt.Errorf("read config %s: %w", name, pathCause(err))
	}
	c := config{dir: filepath.Dir(name)}
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	decoder.KnownFields(true)
	if err := decoder.Decode(&c); err != nil && !errors.Is(err, io.EOF) {
		return config{}, fmt.Errorf("read config %s: %w", name, yamlCause(err))
	}
	for i, path := range c.Glossary {
		if path != builtinName && !filepath.IsAbs(path) {
			c.Glossary[i] = filepath.Join(c.dir, path)
		}
	}
	return c, nil
}

func findConfig() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		path := filepath.Join(dir, configName)
		if _, err := os.Stat(path); err == nil {
			return path, nil
		} else if !errors.Is(err, fs.ErrNotExist) {
			return "", fmt.Errorf("read config %s: %w", path, pathCause(err))
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", nil
		}
		dir = parent
	}
}

// unknownField is how yaml.v3 names a key that the config does not have.
var unknownField = regexp.MustCompile(`field (\S+) not found in type \S+`)

// yamlCause takes the Go types out of what the YAML library says.
func yamlCause(err error) error {
	var t *yaml.TypeError
	if !errors.As(err, &t) {
		return err
	}
	lines := make([]string, len(t.Errors))
	for i, line := range t.Errors {
		lines[i] = unknownField.ReplaceAllString(line, `unknown key "$1"`)
	}
	return withHint(errors.New(strings.Join(lines, "; ")), "keys of duizhao.yaml: "+strings.Join(configKeys(), ", "))
}

// configKeys are the keys that duizhao.yaml may have, sorted.
func configKeys() []string {
	var keys []string
	t := reflect.TypeFor[config]()
	for i := range t.NumField() {
		if key := t.Field(i).Tag.Get("yaml"); key != "" {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return keys
}
