package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"gopkg.in/yaml.v3"

	"duizhao/translate/openai"
)

// configName is the file with the defaults of a project. It is found by
// walking up from the working directory.
const configName = "duizhao.yaml"

// configKeys are the keys that duizhao.yaml may have, each with the flag
// whose default it is. A command takes those whose flag it has.
var configKeys = []struct{ key, flag string }{
	{"base_url", "base-url"},
	{"baseline", "baseline"},
	{"builtin", "builtin"},
	{"command", "command"},
	{"concurrency", "concurrency"},
	{"encoding", "encoding"},
	{"engine", "engine"},
	{"fail_level", "fail-level"},
	{"fail_on", "fail-on"},
	{"format", fallbackFormatFlag}, // the ending of --output goes before it
	{"genre", "genre"},
	{"glossary", "glossary"},
	{"house", "house"},
	{"keep", "keep"},
	{"max_bytes", "max-bytes"},
	{"max_runes", "max-runes"},
	{"model", "model"},
	{"offline", "offline"},
	{"pairs", "pairs"},
	{"profile", "profile"},
	{"repairs", "repairs"},
	{"rpm", "rpm"},
	{"rules", "severity"},
	{"script", "script"},
	{"spelling", "spelling"},
	{"split_semicolon", "split-semicolon"},
	{"style", "style"}, // a mapping: each pair sets the flag once
	{"timeout", "timeout"},
}

// fallbackFormatFlag is a hidden flag: the format where neither --format nor
// the ending of --output tells.
const fallbackFormatFlag = "fallback-format"

// applyConfig makes what duizhao.yaml says the value of the flags that the
// command line leaves alone. name is the file of --config, or "".
func applyConfig(u *ui, cmd *cobra.Command, name string) error {
	if !slices.ContainsFunc(configKeys, func(k struct{ key, flag string }) bool { return cmd.Flags().Lookup(k.flag) != nil }) {
		return nil // a command without defaults: init, version
	}
	found := name == ""
	if found {
		path, err := findConfig(u)
		if err != nil || path == "" {
			return err
		}
		name = path
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return fmt.Errorf("read config %s: %w", name, pathCause(err))
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		return withHint(fmt.Errorf("%s: %s", name, strings.TrimPrefix(err.Error(), "yaml: ")), "duizhao.yaml is YAML: one \"key: value\" a line, indented by spaces, not tabs")
	}
	if len(doc.Content) == 0 {
		return nil
	}
	u.Tell("config %s", name)
	c := configFile{name: name, cmd: cmd, found: found}
	return c.apply(doc.Content[0])
}

// configFile is duizhao.yaml on its way into the flags of a command.
type configFile struct {
	name  string
	cmd   *cobra.Command
	found bool // by walking up, not named by anybody
}

func (c configFile) apply(root *yaml.Node) error {
	if root.Kind != yaml.MappingNode {
		return c.errorAt(root, "want \"key: value\" lines", "duizhao init writes a file to begin with")
	}
	for i := 0; i < len(root.Content); i += 2 {
		if err := c.applyKey(root.Content[i], root.Content[i+1]); err != nil {
			return err
		}
	}
	return nil
}

func (c configFile) applyKey(key, value *yaml.Node) error {
	spelling := strings.ReplaceAll(strings.ToLower(key.Value), "-", "_")
	at := slices.IndexFunc(configKeys, func(k struct{ key, flag string }) bool { return k.key == spelling })
	if at < 0 {
		names := make([]string, len(configKeys))
		for i, k := range configKeys {
			names[i] = k.key
		}
		return c.errorAt(key, fmt.Sprintf("unknown key %q", key.Value), "keys: "+strings.Join(names, ", "))
	}
	flag := c.cmd.Flags().Lookup(configKeys[at].flag)
	if flag == nil {
		return nil
	}
	if structured, ok := flag.Value.(nodeValue); ok {
		if at, err := structured.SetNode(value, filepath.Dir(c.name)); err != nil {
			return c.errorAt(at, err.Error(), hintOf(err))
		}
		return nil
	}
	if flag.Changed {
		return nil
	}
	if c.found && c.reachesOut(spelling, value.Value) {
		return c.errorAt(key, spelling+" is only taken from a file that is named: whose folder is this?",
			fmt.Sprintf("if you trust it: --config %s; or --%s, or --engine draft", c.name, flag.Name))
	}
	values := []*yaml.Node{value}
	switch {
	case value.Kind == yaml.SequenceNode:
		values = value.Content
	case value.Kind == yaml.MappingNode && spelling == "style":
		values = pairs(value)
	}
	for _, v := range values {
		if v.Kind != yaml.ScalarNode {
			return c.errorAt(v, spelling+": want a plain value or a list of them", "")
		}
		text := v.Value
		if (spelling == "glossary" && text != builtinName || spelling == "baseline") && !filepath.IsAbs(text) {
			text = filepath.Join(filepath.Dir(c.name), text)
		}
		if err := flag.Value.Set(text); err != nil {
			return c.errorAt(v, fmt.Sprintf("%s: %q: %s", spelling, v.Value, plainCause(err)), "")
		}
	}
	return nil
}

// reachesOut reports whether a value would start a program, or send articles
// and the key to another machine: a folder that somebody cloned may hold any
// duizhao.yaml.
func (c configFile) reachesOut(key, value string) bool {
	if engine := c.cmd.Flags().Lookup("engine"); engine != nil && engine.Changed && engine.Value.String() == "draft" {
		return false
	}
	switch key {
	case "command":
		return true
	case "base_url":
		return !openai.Reachable(openai.Options{BaseURL: value, Offline: true})
	}
	return false
}

// pairs are the entries of a mapping as "key=value".
func pairs(mapping *yaml.Node) []*yaml.Node {
	var values []*yaml.Node
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		pair := *mapping.Content[i+1]
		pair.Value = mapping.Content[i].Value + "=" + pair.Value
		values = append(values, &pair)
	}
	return values
}

func (c configFile) errorAt(n *yaml.Node, message, hint string) error {
	err := fmt.Errorf("%s:%d:%d: %s", c.name, n.Line, n.Column, message)
	if hint == "" {
		return err
	}
	return withHint(err, hint)
}

// plainCause says what is wrong with a value without Go's own words for it.
func plainCause(err error) string {
	if errors.Is(err, strconv.ErrSyntax) || strings.Contains(err.Error(), "strconv.") {
		return "want true or false"
	}
	return err.Error()
}

// findConfig walks up from the working directory.
func findConfig(u *ui) (string, error) {
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
		if other := filepath.Join(dir, "duizhao.yml"); fileExists(other) {
			u.Warn("%s is not read; name it %s", other, configName)
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", nil
		}
		dir = parent
	}
}

func fileExists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
