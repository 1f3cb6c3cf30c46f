package glossary

import (
	"fmt"
	"strings"
	"unicode"

	"gopkg.in/yaml.v3"

	"duizhao/lang/han"
)

// reader collects what is read from one file, and what is wrong in it.
type reader struct {
	file    *File
	diags   []Diagnostic
	unknown int // unknown keys reported
	lines   int // of the file
}

// text is a string and the node it was read from.
type text struct {
	text string
	at   *yaml.Node
}

// position of a node in the file. The library puts what is missing at the end
// of a file on the line behind the last.
func (r *reader) position(n *yaml.Node) Position {
	return Position{File: r.file.Name, Line: min(max(n.Line, 1), r.lines), Column: max(n.Column, 1)}
}

func (r *reader) report(s Severity, p Position, hint, message string) {
	r.diags = append(r.diags, Diagnostic{
		File: p.File, Line: p.Line, Column: p.Column, Severity: s, Message: message, Hint: hint,
	})
}

func (r *reader) errorf(n *yaml.Node, hint, format string, args ...any) {
	r.report(Error, r.position(n), hint, fmt.Sprintf(format, args...))
}

func (r *reader) warnf(n *yaml.Node, hint, format string, args ...any) {
	r.report(Warning, r.position(n), hint, fmt.Sprintf(format, args...))
}

// key is one key of a mapping and how its value is read.
type key[T any] struct {
	name string
	read func(r *reader, into *T, value *yaml.Node)
}

// readMapping reads a mapping whose keys are known; what names it in messages.
// It reports false where n is no mapping.
func readMapping[T any](r *reader, n *yaml.Node, what string, keys []key[T], into *T) bool {
	if n.Kind != yaml.MappingNode {
		hint := "write it as \"" + keys[0].name + ": …\""
		if n.Kind == yaml.ScalarNode {
			if before, after, ok := missingSpace(n.Value); ok {
				r.errorf(n, fmt.Sprintf("write \"%s: %s\"", before, after), "no space after the colon in %q", n.Value)
				return false
			}
		}
		r.errorf(n, hint, "%s must be a mapping, is %s", what, kindName(n))
		return false
	}
	seen := make(map[string]bool, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, value := n.Content[i], resolve(n.Content[i+1])
		name := k.Value
		if seen[name] {
			r.errorf(k, "keep one of them", "key %q stands twice in %s", name, what)
			continue
		}
		seen[name] = true
		if !readKey(r, keys, into, k, value) {
			r.unknownKey(k, value, what, keyNames(keys))
		}
	}
	return true
}

func readKey[T any](r *reader, keys []key[T], into *T, k, value *yaml.Node) bool {
	for i := range keys {
		if keys[i].name == k.Value {
			keys[i].read(r, into, value)
			return true
		}
	}
	return false
}

func keyNames[T any](keys []key[T]) []string {
	names := make([]string, len(keys))
	for i := range keys {
		names[i] = keys[i].name
	}
	return names
}

func (r *reader) unknownKey(k, value *yaml.Node, what string, known []string) {
	r.unknown++
	if before, after, ok := missingSpace(k.Value); ok {
		r.errorf(k, fmt.Sprintf("write \"%s: %s\"", before, after), "no space after the colon in %q", k.Value)
		return
	}
	hint := "known keys: " + strings.Join(known, ", ")
	switch s := suggest(k.Value, known); {
	case s != "":
		hint = fmt.Sprintf("did you mean %q?", s)
	case hasHan(k.Value) && value.Kind == yaml.ScalarNode:
		hint = fmt.Sprintf("write \"zh: %s\" and \"en: %s\"", k.Value, value.Value)
	}
	r.errorf(k, hint, "unknown key %q in %s", k.Value, what)
}

// missingSpace splits "碳达峰:carbon", which YAML takes for one string.
func missingSpace(s string) (before, after string, ok bool) {
	i := strings.IndexAny(s, ":：")
	if i <= 0 || strings.Contains(s, "://") {
		return "", "", false
	}
	before = s[:i]
	after = strings.TrimLeft(s[i:], ":： ")
	if strings.ContainsAny(before, " \t") || after == "" || strings.HasPrefix(s[i:], ": ") {
		return "", "", false
	}
	return before, after, true
}

// readText reads a string; ok is false where there is none, which has then
// been reported.
func (r *reader) readText(n *yaml.Node, what string) (text, bool) {
	if n.Kind != yaml.ScalarNode {
		hint := ""
		if what == "en" && n.Kind == yaml.SequenceNode {
			hint = "put the preferred rendering into \"en\" and the others into \"also\""
		}
		r.errorf(n, hint, "%s must be text, is %s", what, kindName(n))
		return text{}, false
	}
	trimmed := strings.TrimSpace(n.Value)
	if trimmed == "" {
		r.errorf(n, "fill it in or take the line out", "%s is empty", what)
		return text{}, false
	}
	if trimmed != n.Value {
		r.warnf(n, "take the quotation marks away", "%s has spaces around it: %q", what, n.Value)
	}
	if strings.ContainsFunc(trimmed, unicode.IsControl) {
		r.errorf(n, "write it in one line, with spaces", "%s has a line break, tab or control character in it", what)
		return text{}, false
	}
	return text{trimmed, n}, true
}

// readTexts reads a list of strings, or one string for a list of one.
func (r *reader) readTexts(n *yaml.Node, what string) []text {
	items := []*yaml.Node{n}
	if n.Kind == yaml.SequenceNode {
		items = n.Content
	} else if n.Kind != yaml.ScalarNode {
		r.errorf(n, "", "%s must be a list, is %s", what, kindName(n))
		return nil
	}
	out := make([]text, 0, len(items))
	for _, item := range items {
		t, ok := r.readText(resolve(item), what)
		if !ok {
			continue
		}
		if at := findText(out, t.text); at != nil {
			r.errorf(t.at, "keep one of them", "%q stands twice in %s", t.text, what)
			continue
		}
		out = append(out, t)
	}
	return out
}

func findText(list []text, s string) *text {
	for i := range list {
		if list[i].text == s {
			return &list[i]
		}
	}
	return nil
}

func plain(list []text) []string {
	if len(list) == 0 {
		return nil
	}
	out := make([]string, len(list))
	for i := range list {
		out[i] = list[i].text
	}
	return out
}

// readOneOf reads a string that must be one of values.
func readOneOf[S ~string](r *reader, n *yaml.Node, what string, into *S, values []S) {
	t, ok := r.readText(n, what)
	if !ok {
		return
	}
	names := make([]string, len(values))
	for i, v := range values {
		names[i] = string(v)
		if names[i] == t.text {
			*into = v
			return
		}
	}
	hint := "one of " + strings.Join(names, ", ")
	if s := suggest(t.text, names); s != "" {
		hint = fmt.Sprintf("did you mean %q?", s)
	}
	r.errorf(n, hint, "unknown %s %q", what, t.text)
}

// readDate reads YYYY, YYYY-MM or YYYY-MM-DD.
func (r *reader) readDate(n *yaml.Node, what string, into *string) {
	t, ok := r.readText(n, what)
	if !ok {
		return
	}
	if !isDate(t.text) {
		r.errorf(n, "write YYYY, YYYY-MM or YYYY-MM-DD", "%s is no date: %q", what, t.text)
		return
	}
	*into = t.text
}

// readBool reads true or false.
func (r *reader) readBool(n *yaml.Node, what string, into *bool) {
	if err := n.Decode(into); err != nil || n.ShortTag() != "!!bool" {
		r.errorf(n, "write true or false", "%s must be true or false, is %s", what, kindName(n))
	}
}

// resolve follows an alias (*name) to the node it stands for.
func resolve(n *yaml.Node) *yaml.Node {
	if n.Kind == yaml.AliasNode && n.Alias != nil {
		return n.Alias
	}
	return n
}

func kindName(n *yaml.Node) string {
	switch n.Kind {
	case yaml.MappingNode:
		return "a mapping"
	case yaml.SequenceNode:
		return "a list"
	case yaml.ScalarNode:
		if n.ShortTag() == "!!null" {
			return "empty"
		}
		return fmt.Sprintf("the text %q", n.Value)
	}
	return "something else"
}

func hasHan(s string) bool { return strings.ContainsFunc(s, han.Is) }
