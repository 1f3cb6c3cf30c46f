package main

import (
	"os"
	"regexp"
	"slices"
	"testing"

	"gopkg.in/yaml.v3"

	"duizhao/check"
)

// The recipes for CI name flags and keys that there are, and the files that
// other programs read are YAML of the shape these want.
func TestRecipesNameWhatExists(t *testing.T) {
	cmd := newCheckCmd(&ui{})
	others := []string{"depth", "branch"} // of git
	for _, path := range []string{"../../docs/ci.md", "../../action.yml", "../../.pre-commit-hooks.yaml"} {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		flags := 0
		for _, m := range regexp.MustCompile(`--([a-z][a-z-]+)`).FindAllStringSubmatch(string(text), -1) {
			if !slices.Contains(others, m[1]) && cmd.Flags().Lookup(m[1]) == nil && m[1] != "quiet" {
				t.Errorf("%s names --%s, which check does not have", path, m[1])
			}
			flags++
		}
		if flags == 0 && path != "../../.pre-commit-hooks.yaml" {
			t.Errorf("%s names no flag", path)
		}
	}
}

func TestHooksRunCheck(t *testing.T) {
	data, err := os.ReadFile("../../.pre-commit-hooks.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var hooks []struct{ ID, Name, Entry, Language, Files string }
	if err := yaml.Unmarshal(data, &hooks); err != nil || len(hooks) != 2 {
		t.Fatalf("%d hooks, %v", len(hooks), err)
	}
	for _, h := range hooks {
		if h.ID == "" || h.Name == "" || h.Entry != "duizhao check" || h.Language != "golang" {
			t.Errorf("hook %+v", h)
		}
		if _, err := regexp.Compile(h.Files); err != nil {
			t.Errorf("%s: %v", h.ID, err)
		}
	}
}

func TestActionRunsCheck(t *testing.T) {
	data, err := os.ReadFile("../../action.yml")
	if err != nil {
		t.Fatal(err)
	}
	var action struct {
		Inputs map[string]struct{ Description string }
		Runs   struct {
			Using string
			Steps []struct {
				Run, Shell string
				Env        map[string]string
			}
		}
	}
	if err := yaml.Unmarshal(data, &action); err != nil {
		t.Fatal(err)
	}
	if action.Runs.Using != "composite" || len(action.Runs.Steps) == 0 {
		t.Fatalf("the action is %+v", action.Runs)
	}
	expression := regexp.MustCompile(`\$\{\{ *inputs\.([a-z-]+) *\}\}`)
	used := map[string]bool{}
	for _, s := range action.Runs.Steps {
		if s.Run != "" && s.Shell == "" {
			t.Error("a step of a composite action needs a shell")
		}
		if expression.MatchString(s.Run) {
			t.Error("an input stands in a script, where it could be any command")
		}
		for _, value := range s.Env {
			if m := expression.FindStringSubmatch(value); m != nil {
				used[m[1]] = true
			}
		}
	}
	for name, in := range action.Inputs {
		if !used[name] || in.Description == "" {
			t.Errorf("input %s is not used, or not described", name)
		}
	}
}

// The severity of every rule and of each of its grades can be set.
func TestSeverityOfEveryRuleCanBeSet(t *testing.T) {
	for _, r := range check.All {
		cmd := newCheckCmd(&ui{})
		for _, g := range r.Grades {
			name := r.Name
			if g.Name != "" {
				name += "." + g.Name
			}
			if err := cmd.Flags().Set("severity", name+"=note"); err != nil {
				t.Error(err)
			}
		}
	}
}
