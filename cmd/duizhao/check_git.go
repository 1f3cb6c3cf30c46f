package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"duizhao/check"
	"duizhao/check/report"
)

// changes are the lines of files that are new since a revision.
type changes struct {
	root  string                 // of the repository, links resolved
	files map[string][]lineRange // by path from root; nil ranges mean all of it
}

// lineRange is lines from first to last; where lines were only taken out,
// last is first-1.
type lineRange struct{ first, last int }

// changedLines asks git what changed in the working tree since the revision
// where this branch left the one named; nil where none is named.
func changedLines(ctx context.Context, revision string) (*changes, error) {
	if revision == "" {
		return nil, nil
	}
	root, err := git(ctx, "rev-parse", "--show-toplevel")
	if err != nil {
		return nil, withHint(fmt.Errorf("--changed-since %s: %w", revision, err), "--changed-since works inside a git repository only")
	}
	c := &changes{root: resolved(strings.TrimSpace(root)), files: map[string][]lineRange{}}
	if _, err := git(ctx, "rev-parse", "--verify", "--quiet", "--end-of-options", revision+"^{commit}"); err != nil {
		return nil, withHint(fmt.Errorf("--changed-since %s: git knows no such revision", revision),
			"in CI fetch the branch first: git fetch origin main; a checkout of depth 1 has no history")
	}
	base, err := git(ctx, "merge-base", revision, "HEAD")
	if err != nil {
		return nil, withHint(fmt.Errorf("--changed-since %s: it has no commit in common with what is checked out", revision),
			"in CI fetch the whole history (fetch-depth: 0)")
	}
	diff, err := git(ctx, "-C", c.root, "-c", "core.quotepath=off", "diff", "-U0", "--no-color", "--no-ext-diff", "-M",
		"--src-prefix=a/", "--dst-prefix=b/", strings.TrimSpace(base), "--")
	if err != nil {
		return nil, fmt.Errorf("--changed-since %s: %w", revision, err)
	}
	if err := c.readDiff(diff); err != nil {
		return nil, fmt.Errorf("--changed-since %s: read what git says: %w", revision, err)
	}
	untracked, err := git(ctx, "-C", c.root, "ls-files", "--others", "--exclude-standard", "-z")
	if err != nil {
		return nil, fmt.Errorf("--changed-since %s: %w", revision, err)
	}
	for _, path := range strings.Split(untracked, "\x00") {
		if path != "" {
			c.files[path] = nil
		}
	}
	return c, nil
}

// git runs git and returns what it prints. The error is what it says.
func git(ctx context.Context, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, "git", args...)
	var out, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &stderr
	err := cmd.Run()
	switch {
	case ctx.Err() != nil:
		return "", ctx.Err()
	case errors.Is(err, exec.ErrNotFound):
		return "", withHint(errors.New("git is not installed"), "--changed-since asks git what changed")
	case err != nil:
		said, _, _ := strings.Cut(strings.TrimSpace(stderr.String()), "\n")
		return "", errors.New("git: " + strings.TrimPrefix(said, "fatal: "))
	}
	return out.String(), nil
}

// readDiff reads a diff without context.
func (c *changes) readDiff(diff string) error {
	path := ""
	lines := bufio.NewScanner(strings.NewReader(diff))
	lines.Buffer(nil, len(diff)+1)
	left := 0 // lines of the hunk that are still to come
	for lines.Scan() {
		line := lines.Text()
		switch {
		case left > 0 && strings.ContainsAny(line[:min(1, len(line))], "+-"):
			left--
		case strings.HasPrefix(line, "+++ "):
			name := strings.TrimSuffix(strings.TrimPrefix(line, "+++ "), "\t")
			if unquoted, err := strconv.Unquote(name); err == nil {
				name = unquoted
			}
			path = strings.TrimPrefix(name, "b/")
		case strings.HasPrefix(line, "@@ "):
			added, removed, err := readHunk(line)
			if err != nil {
				return err
			}
			left = added.last - added.first + 1 + removed
			c.files[path] = append(c.files[path], added)
		}
	}
	return lines.Err()
}

// readHunk reads "@@ -12,3 +14,2 @@": the lines added and the number removed.
func readHunk(line string) (added lineRange, removed int, err error) {
	fields := strings.Fields(line)
	if len(fields) < 3 {
		return added, 0, fmt.Errorf("no hunk: %q", line)
	}
	_, removed, errA := hunkRange(fields[1], "-")
	start, n, errB := hunkRange(fields[2], "+")
	if n == 0 {
		start++ // git names the line before
	}
	return lineRange{start, start + n - 1}, removed, errors.Join(errA, errB)
}

func hunkRange(field, sign string) (start, n int, err error) {
	first, count, has := strings.Cut(strings.TrimPrefix(field, sign), ",")
	start, err = strconv.Atoi(first)
	n = 1
	if err == nil && has {
		n, err = strconv.Atoi(count)
	}
	return start, n, err
}

// keep drops the findings of units that did not change. What is found in a
// file as a whole stays if the file changed at all. nil keeps everything.
func (c *changes) keep(r *check.Result, docs []*checked) error {
	if c == nil {
		return nil
	}
	var failed error
	unchanged := func(f check.Report) bool {
		d := docs[f.Input]
		places := d.lines(&f)
		if f.Unit < 0 {
			places = []report.Place{{Path: d.path}}
			for _, s := range []*side{d.zh, d.en} {
				if s != nil {
					places = append(places, report.Place{Path: s.file.path})
				}
			}
		}
		return !slices.ContainsFunc(places, func(p report.Place) bool {
			touched, err := c.touched(p)
			failed = errors.Join(failed, err)
			return touched
		})
	}
	r.Findings = slices.DeleteFunc(r.Findings, unchanged)
	if failed != nil {
		return failed
	}
	r.Waived = slices.DeleteFunc(r.Waived, unchanged)
	return failed
}

// touched reports whether lines at p changed; a place without lines is the
// whole file. Lines that were taken out touch both their neighbours.
func (c *changes) touched(p report.Place) (bool, error) {
	path, err := filepath.Rel(c.root, resolved(absolute(filepath.FromSlash(p.Path))))
	if err != nil || path == ".." || strings.HasPrefix(path, ".."+string(filepath.Separator)) {
		return false, fmt.Errorf("--changed-since: %s is not in the git repository %s", p.Path, c.root)
	}
	ranges, changed := c.files[filepath.ToSlash(path)]
	if !changed || ranges == nil || p.Line == 0 {
		return changed, nil
	}
	return slices.ContainsFunc(ranges, func(r lineRange) bool {
		if r.last < r.first {
			return p.Line <= r.first && r.first <= p.EndLine+1
		}
		return p.Line <= r.last && r.first <= p.EndLine
	}), nil
}

// resolved is path with its links followed.
func resolved(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	return path
}
