package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// pairPattern says where the English of a Chinese file stands:
// docs/zh/{name}.md and docs/en/{name}.md. A name in braces stands for any
// text, slashes included, and for the same text in both.
type pairPattern struct{ zh, en pathPattern }

// pathPattern is one side of a pattern.
type pathPattern struct {
	text  string   // as written, made relative to nothing but the working directory
	parts []string // what stands between the names
	names []string
	match *regexp.Regexp
}

// newPathPattern reads a pattern; dir is what it is relative to.
func newPathPattern(dir, text string) (pathPattern, error) {
	p := pathPattern{text: text}
	if !filepath.IsAbs(text) {
		text = filepath.Join(dir, filepath.FromSlash(text))
	}
	expression := "^"
	for rest := text; ; {
		literal, behind, ok := strings.Cut(rest, "{")
		p.parts = append(p.parts, literal)
		expression += regexp.QuoteMeta(literal)
		if !ok {
			break
		}
		name, after, closed := strings.Cut(behind, "}")
		if !closed || name == "" || slices.Contains(p.names, name) {
			return p, fmt.Errorf("%q: want names in braces, each once, as in docs/zh/{name}.md", p.text)
		}
		p.names = append(p.names, name)
		expression += "(.+)"
		rest = after
	}
	match, err := regexp.Compile(expression + "$")
	p.match = match
	return p, err
}

// values are what stands for the names in path; ok is false where path does
// not fit.
func (p *pathPattern) values(path string) (map[string]string, bool) {
	found := p.match.FindStringSubmatch(path)
	if found == nil {
		return nil, false
	}
	out := map[string]string{}
	for i, name := range p.names {
		out[name] = found[i+1]
	}
	return out, true
}

// fill is the path with values in the place of the names.
func (p *pathPattern) fill(values map[string]string) string {
	path := p.parts[0]
	for i, name := range p.names {
		path += values[name] + p.parts[i+1]
	}
	return path
}

// root is the directory below which all paths of the pattern lie.
func (p *pathPattern) root() string {
	if len(p.names) == 0 {
		return filepath.Dir(p.parts[0])
	}
	return filepath.Dir(p.parts[0] + "x")
}

// pairList is the value of the key pairs of duizhao.yaml.
type pairList []pairPattern

// String, Set and Type make pairList a flag value.
func (l *pairList) String() string { return "" }

func (l *pairList) Set(string) error {
	return errors.New("want a list of {zh: docs/zh/{name}.md, en: docs/en/{name}.md}")
}

func (l *pairList) Type() string { return "patterns" }

// SetNode reads the list from YAML.
func (l *pairList) SetNode(n *yaml.Node, dir string) (*yaml.Node, error) {
	if n.Kind != yaml.SequenceNode {
		return n, l.Set("")
	}
	for _, entry := range n.Content {
		sides := map[string]string{}
		if entry.Kind == yaml.MappingNode {
			if at, err := scalars(entry, func(key, value string) error {
				sides[key] = value
				return nil
			}); err != nil {
				return at, err
			}
		}
		if len(sides) != 2 || sides["zh"] == "" || sides["en"] == "" {
			return entry, l.Set("")
		}
		zh, err := newPathPattern(dir, sides["zh"])
		if err != nil {
			return entry, err
		}
		en, err := newPathPattern(dir, sides["en"])
		if err != nil {
			return entry, err
		}
		if !slices.Equal(slices.Sorted(slices.Values(zh.names)), slices.Sorted(slices.Values(en.names))) {
			return entry, errors.New("the names in braces must be the same in zh and en")
		}
		*l = append(*l, pairPattern{zh, en})
	}
	return nil, nil
}

// filePair is the two files of a pair; the one that does not exist is told by
// missing: "zh", "en" or "".
type filePair struct{ zh, en, missing string }

// of finds the pair that a file belongs to, as Chinese or as English.
func (l pairList) of(path string) (filePair, bool) {
	path = absolute(path)
	for _, p := range l {
		// The English first: {name}.md may fit {name}.en.md as well.
		if values, ok := p.en.values(path); ok && path != p.zh.fill(values) {
			if pair := pairOf(p, values); pair.missing != "zh" || !fitsAsChinese(l, path) {
				return pair, true
			}
		}
		if values, ok := p.zh.values(path); ok {
			return pairOf(p, values), true
		}
	}
	return filePair{}, false
}

// fitsAsChinese reports whether path is the Chinese of a pair whose English
// exists.
func fitsAsChinese(l pairList, path string) bool {
	return slices.ContainsFunc(l, func(p pairPattern) bool {
		values, ok := p.zh.values(path)
		return ok && fileExists(p.en.fill(values))
	})
}

func pairOf(p pairPattern, values map[string]string) filePair {
	pair := filePair{zh: p.zh.fill(values), en: p.en.fill(values)}
	switch {
	case !fileExists(pair.en):
		pair.missing = "en"
	case !fileExists(pair.zh):
		pair.missing = "zh"
	}
	pair.zh, pair.en = relative(pair.zh), relative(pair.en)
	return pair
}

// all finds every pair of the patterns, in order of the patterns and paths,
// those below dir only where dir is not "".
func (l pairList) all(dir string) ([]filePair, error) {
	var out []filePair
	seen := map[filePair]bool{}
	for _, p := range l {
		files, err := filesBelow(p.zh.root(), p.en.root())
		if err != nil {
			return nil, err
		}
		for _, path := range files {
			_, zh := p.zh.values(path)
			_, en := p.en.values(path)
			pair, ok := l.of(path)
			if !ok || !zh && !en || seen[pair] || dir != "" && !below(dir, pair.zh) && !below(dir, pair.en) {
				continue
			}
			seen[pair] = true
			out = append(out, pair)
		}
	}
	return out, nil
}

// filesBelow lists the files below directories, in order, without those that
// are hidden. A directory that is not there has none.
func filesBelow(dirs ...string) ([]string, error) {
	var out []string
	for _, dir := range dirs {
		err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
			switch {
			case errors.Is(err, fs.ErrNotExist) && path == dir:
				return filepath.SkipDir
			case err != nil:
				return err
			case path != dir && strings.HasPrefix(entry.Name(), "."):
				if entry.IsDir() {
					return filepath.SkipDir
				}
			case !entry.IsDir():
				out = append(out, path)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	slices.Sort(out)
	return slices.Compact(out), nil
}

func below(dir, path string) bool {
	rel, err := filepath.Rel(absolute(dir), absolute(path))
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// absolute is path from the root; where the working directory is unknown, path
// itself.
func absolute(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return path
}

// relative is path from the working directory, where it lies below it.
func relative(path string) string {
	dir, err := os.Getwd()
	if err != nil || !below(dir, path) {
		return path
	}
	rel, err := filepath.Rel(dir, path)
	if err != nil {
		return path
	}
	return rel
}
