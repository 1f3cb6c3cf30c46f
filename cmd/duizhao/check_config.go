package main

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"duizhao/bitext"
	"duizhao/check"
)

// nodeValue is a flag value that a whole structure of duizhao.yaml can set,
// where a list of plain values does not do.
type nodeValue interface {
	// SetNode reads n; dir is the directory of duizhao.yaml. The node of an
	// error is where it stands.
	SetNode(n *yaml.Node, dir string) (at *yaml.Node, err error)
}

// scalars hands over every key of a mapping with its plain value.
func scalars(mapping *yaml.Node, take func(key, value string) error) (at *yaml.Node, err error) {
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		key, value := mapping.Content[i], mapping.Content[i+1]
		if value.Kind != yaml.ScalarNode {
			return value, fmt.Errorf("%s: want a plain value", key.Value)
		}
		if err := take(key.Value, value.Value); err != nil {
			return key, err
		}
	}
	return nil, nil
}

// severities is a flag value: what rules weigh, each RULE=SEVERITY or
// RULE.GRADE=SEVERITY.
type severities struct{ values *map[string]bitext.Severity }

// String, Set and Type make severities a flag value.
func (s *severities) String() string {
	words := make([]string, 0, len(*s.values))
	for _, name := range slices.Sorted(maps.Keys(*s.values)) {
		words = append(words, name+"="+string((*s.values)[name]))
	}
	return strings.Join(words, ",")
}

func (s *severities) Set(text string) error {
	for _, word := range strings.Split(text, ",") {
		name, severity, ok := strings.Cut(word, "=")
		if !ok {
			return errors.New("want RULE=SEVERITY, for example number-mismatch=warning")
		}
		if err := s.set(strings.TrimSpace(name), strings.TrimSpace(severity)); err != nil {
			return err
		}
	}
	return nil
}

func (s *severities) Type() string { return "RULE=SEVERITY" }

// SetNode reads a mapping of rules to severities. The command line goes on top
// of it, rule by rule.
func (s *severities) SetNode(n *yaml.Node, _ string) (*yaml.Node, error) {
	if n.Kind != yaml.MappingNode {
		return n, errors.New("want rules with severities, for example {number-mismatch: warning}")
	}
	return scalars(n, func(name, severity string) error {
		if _, given := (*s.values)[name]; given {
			return nil
		}
		return s.set(name, severity)
	})
}

// levels are the severities that a rule can be given.
var levels = []string{string(bitext.Error), string(bitext.Warning), string(bitext.Note), "off"}

func (s *severities) set(name, severity string) error {
	ruleName, grade, graded := strings.Cut(name, ".")
	rule, err := ruleNamed(ruleName)
	if err != nil {
		return err
	}
	if _, ok := rule.Grade(grade); graded && !ok {
		names := make([]string, len(rule.Grades))
		for i, g := range rule.Grades {
			names[i] = g.Name
		}
		return fmt.Errorf("rule %s has no grade %q; want %s", ruleName, grade, orList(names))
	}
	severity = strings.ToLower(severity)
	if !slices.Contains(levels, severity) {
		return fmt.Errorf("%s: %q: want %s", name, severity, orList(levels))
	}
	if severity == "off" {
		severity = string(check.Off)
	}
	if *s.values == nil {
		*s.values = map[string]bitext.Severity{}
	}
	(*s.values)[name] = bitext.Severity(severity)
	return nil
}

// ruleNamed finds a rule, or says which one may have been meant.
func ruleNamed(name string) (*check.Rule, error) {
	if r := check.Named(name); r != nil {
		return r, nil
	}
	err := fmt.Errorf("unknown rule %q", name)
	best := ""
	for _, r := range check.All {
		if strings.Contains(r.Name, name) || strings.Contains(name, r.Name) || distance(name, r.Name) <= 3 {
			best = r.Name
			break
		}
	}
	if best == "" {
		return nil, withHint(err, "duizhao check --rules lists the rules")
	}
	return nil, withHint(err, "did you mean "+best+"? duizhao check --rules lists the rules")
}

// distance is how many letters must be put in, taken out or changed to make b
// of a (Levenshtein).
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j := range b {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

// hintOf is the advice that goes with err, or "".
func hintOf(err error) string {
	var h *hinted
	if errors.As(err, &h) {
		return h.hint
	}
	return ""
}
