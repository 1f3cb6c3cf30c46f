package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"duizhao/check/report"
)

func TestReadDiff(t *testing.T) {
	for name, c := range map[string]struct {
		diff string
		want map[string][]lineRange
	}{
		"changed-and-added": {"diff --git a/x.md b/x.md\n--- a/x.md\n+++ b/x.md\n@@ -2 +2 @@ # Title\n-a\n+b\n@@ -5,0 +6,2 @@\n+c\n+d\n",
			map[string][]lineRange{"x.md": {{2, 2}, {6, 7}}}},
		"taken-out":         {"--- a/x.md\n+++ b/x.md\n@@ -3,2 +2,0 @@\n-a\n-b\n", map[string][]lineRange{"x.md": {{3, 2}}}},
		"lines-like-heads":  {"--- a/x.md\n+++ b/x.md\n@@ -1 +1,2 @@\n--- a/y.md\n+++ b/y.md\n+@@ -1 +9 @@\n", map[string][]lineRange{"x.md": {{1, 2}}}},
		"quoted-name":       {"--- \"a/a\\\"b.md\"\n+++ \"b/a\\\"b.md\"\n@@ -1 +1 @@\n-a\n+b\n", map[string][]lineRange{`a"b.md`: {{1, 1}}}},
		"name-with-space":   {"--- a/a b.md\t\n+++ b/a b.md\t\n@@ -1 +1 @@\n-a\n+b\n", map[string][]lineRange{"a b.md": {{1, 1}}}},
		"no-newline-at-end": {"--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n", map[string][]lineRange{"x": {{1, 1}}}},
		"only-renamed":      {"diff --git a/x b/y\nsimilarity index 100%\nrename from x\nrename to y\n", map[string][]lineRange{}},
	} {
		t.Run(name, func(t *testing.T) {
			got := changes{files: map[string][]lineRange{}}
			if err := got.readDiff(c.diff); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, got.files, cmp.AllowUnexported(lineRange{})); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	if err := (&changes{files: map[string][]lineRange{}}).readDiff("@@ what\n"); err == nil {
		t.Error("a hunk without lines is read")
	}
}

func TestTouched(t *testing.T) {
	root := resolved(t.TempDir())
	c := changes{root: root, files: map[string][]lineRange{"a.md": {{3, 4}, {9, 8}}, "new.md": nil}}
	for name, at := range map[string]struct {
		path       string
		line, last int
		want       bool
	}{
		"before":           {"a.md", 1, 2, false},
		"reaches-in":       {"a.md", 2, 3, true},
		"behind":           {"a.md", 5, 7, false},
		"above-taken-out":  {"a.md", 8, 8, true},
		"below-taken-out":  {"a.md", 9, 9, true},
		"two-below":        {"a.md", 10, 10, false},
		"whole-file":       {"a.md", 0, 0, true},
		"new-file":         {"new.md", 7, 7, true},
		"unchanged-file":   {"b.md", 1, 1, false},
		"unchanged, whole": {"b.md", 0, 0, false},
	} {
		got, err := c.touched(report.Place{Path: root + "/" + at.path, Line: at.line, EndLine: at.last})
		if err != nil || got != at.want {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
	if _, err := c.touched(report.Place{Path: root + "/../elsewhere.md", Line: 1, EndLine: 1}); err == nil {
		t.Error("a file outside the repository is not refused")
	}
}

func TestPatterns(t *testing.T) {
	dir := t.TempDir()
	pattern, err := newPathPattern(dir, "docs/{lang}/{name}.md")
	if err != nil {
		t.Fatal(err)
	}
	values, ok := pattern.values(dir + "/docs/zh/deep/a.md")
	if !ok || pattern.fill(values) != dir+"/docs/zh/deep/a.md" {
		t.Errorf("%v, %v", values, ok)
	}
	if _, ok := pattern.values(dir + "/docs/zh/.md"); ok {
		t.Error("a name may be empty")
	}
	for _, bad := range []string{"docs/{.md", "docs/{}.md", "{a}/{a}.md"} {
		if _, err := newPathPattern(dir, bad); err == nil {
			t.Errorf("%q is a pattern", bad)
		}
	}
}
