package glossary

import (
	"fmt"

	"gopkg.in/yaml.v3"
)

// Version is the version of the file format that [Parse] reads.
const Version = "1"

// File is one glossary file, read.
type File struct {
	Name  string
	Terms []*Term     // in order of the file; without those that have errors
	Parts []Reference // what the parts of the terms name, for [Check]
}

// Reference is an id that a term names, and where.
type Reference struct {
	ID  string
	Pos Position
}

// Parse reads a glossary file in the format of glossary.yaml; name stands in
// the diagnostics. It reports everything that is wrong, in order of the file.
// The file returned is never nil; where [HasErrors] holds it lacks the terms
// that could not be read and should be refused. Ids in parts may name terms of
// another file of the stack: [Check] compares them.
func Parse(name string, data []byte) (*File, []Diagnostic) {
	r := &reader{file: &File{Name: name}}
	if data = r.checkBytes(data); data != nil {
		if root := r.parseYAML(data); root != nil {
			r.readFile(root)
		}
	}
	sortDiagnostics(r.diags)
	return r.file, r.diags
}

// Check compares the files of a stack with each other: an id that a part
// names must be that of some entry.
func Check(files ...*File) []Diagnostic {
	ids := make(map[string]bool)
	var all []string
	for _, f := range files {
		for _, t := range f.Terms {
			if !ids[t.ID] {
				ids[t.ID] = true
				all = append(all, t.ID)
			}
		}
	}
	var out []Diagnostic
	for _, f := range files {
		for _, ref := range f.Parts {
			if ids[ref.ID] {
				continue
			}
			hint := "an entry without an id goes by its zh"
			if s := suggest(ref.ID, all); s != "" {
				hint = fmt.Sprintf("did you mean %q?", s)
			}
			out = append(out, Diagnostic{
				File: ref.Pos.File, Line: ref.Pos.Line, Column: ref.Pos.Column, Severity: Error,
				Message: fmt.Sprintf("part %q is the id of no entry", ref.ID), Hint: hint,
			})
		}
	}
	return out
}

// document is what stands at the top of a file.
type document struct {
	version *yaml.Node
	terms   *yaml.Node
}

var documentKeys = []key[document]{
	{"version", func(_ *reader, d *document, n *yaml.Node) { d.version = n }},
	{"terms", func(_ *reader, d *document, n *yaml.Node) { d.terms = n }},
}

func (r *reader) readFile(root *yaml.Node) {
	var d document
	if !readMapping(r, root, "a glossary", documentKeys, &d) {
		return
	}
	switch {
	case d.version == nil:
		r.errorf(root, "write \"version: "+Version+"\" in the first line", "the file does not say its version")
	case d.version.Kind != yaml.ScalarNode || d.version.Value != Version:
		r.errorf(d.version, "this duizhao reads version "+Version, "unknown version %q", d.version.Value)
	}
	if d.terms == nil {
		r.errorf(root, "the entries stand in a list under \"terms:\"", "the file has no terms")
		return
	}
	if d.terms.ShortTag() == "!!null" {
		return // an empty list, as a new file has it
	}
	if d.terms.Kind != yaml.SequenceNode {
		r.errorf(d.terms, "begin each entry with \"- zh: …\"", "terms must be a list, is %s", kindName(d.terms))
		return
	}
	v := newVerifier(r)
	for _, n := range d.terms.Content {
		if e, ok := r.readEntry(resolve(n)); ok && v.add(e) {
			t := e.term
			r.file.Terms = append(r.file.Terms, &t)
			for _, p := range e.parts {
				r.file.Parts = append(r.file.Parts, Reference{p.text, r.position(p.at)})
			}
		}
	}
}
