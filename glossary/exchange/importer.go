package exchange

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"duizhao/glossary"
)

// importer collects what a reader finds. Readers fill in rows; the importer
// makes terms of them.
type importer struct {
	file  string
	terms []*glossary.Term
	diags []glossary.Diagnostic
	err   error // the file is not in the format
	byKey map[string]*glossary.Term
}

// row is one entry of a foreign format, before it is a term.
type row struct {
	line                    int // in the file, from 1
	id, zh                  string
	zhAlso, en, avoid, abbr []string        // en: the first is preferred
	forms                   []glossary.Form // of en, where they are known
	parts                   []string
	binding, status         string
	kind, domain            string
	match, matchCase        string
	source                  glossary.Source
	definition, note        string
}

func (in *importer) report(severity glossary.Severity, line int, hint, format string, args ...any) {
	in.diags = append(in.diags, glossary.Diagnostic{
		File: in.file, Line: max(line, 1), Column: 1, Severity: severity, Message: fmt.Sprintf(format, args...), Hint: hint,
	})
}

// add makes a term of r. Rows for the same Chinese become one term, since that
// is how lists say that there are several renderings.
func (in *importer) add(r row) {
	renderings := r.renderings()
	r.clean()
	switch {
	case r.zh == "" && len(r.en) == 0 && len(r.avoid) == 0:
		return // an empty row
	case r.zh == "":
		in.report(glossary.Error, r.line, "give its Chinese, or take it out", "%q has no Chinese", firstOf(append(slices.Clone(r.en), r.avoid...)...))
		return
	case len(r.en) == 0:
		in.report(glossary.Error, r.line, "give its rendering, or take it out", "%s has no rendering", r.zh)
		return
	}
	if known := in.byKey[glossary.Key(r.zh)]; known != nil {
		in.merge(known, r, renderings)
		return
	}
	t := &glossary.Term{
		ID: firstOf(r.id, r.zh), Zh: r.zh, ZhAlso: r.zhAlso, Parts: r.parts, Abbr: r.abbr,
		Binding: glossary.Binding(in.word(r, "binding", r.binding, bindings, string(glossary.Fixed))),
		Status:  glossary.Status(in.word(r, "status", r.status, statuses, string(glossary.Approved))),
		Kind:    glossary.Kind(r.kind), Domain: r.domain,
		Match:  glossary.Borders(in.word(r, "match", r.match, matches, string(glossary.MatchWord))),
		Case:   glossary.Case(in.word(r, "case", r.matchCase, cases, string(glossary.CaseSmart))),
		Source: r.source, Definition: r.definition, Note: r.note,
		Senses: []glossary.Sense{{}}, Pos: glossary.Position{File: in.file, Line: r.line, Column: 1},
	}
	t.Senses[0].Renderings = renderings
	for _, en := range r.avoid {
		t.Senses[0].Avoid = append(t.Senses[0].Avoid, glossary.Avoid{En: en})
	}
	if in.byKey == nil {
		in.byKey = make(map[string]*glossary.Term)
	}
	in.byKey[glossary.Key(r.zh)] = t
	in.terms = append(in.terms, t)
}

// merge adds the renderings of a further row for a term.
func (in *importer) merge(t *glossary.Term, r row, renderings []glossary.Rendering) {
	s := &t.Senses[0]
	has := func(en string) bool {
		return slices.ContainsFunc(s.Renderings, func(x glossary.Rendering) bool { return x.En == en })
	}
	added := 0
	for _, en := range renderings {
		if !has(en.En) {
			s.Renderings = append(s.Renderings, en)
			added++
		}
	}
	for _, en := range r.avoid {
		if !slices.ContainsFunc(s.Avoid, func(a glossary.Avoid) bool { return a.En == en }) {
			s.Avoid = append(s.Avoid, glossary.Avoid{En: en})
		}
	}
	if added > 0 {
		in.report(glossary.Warning, r.line, "say in senses when which one holds, if they mean different things",
			"%s stands here again; %q is taken as accepted beside %q", r.zh, strings.Join(r.en, "; "), s.Renderings[0].En)
	}
}

// check holds the terms to what a glossary file may say; those that break its
// rules are reported and left out.
func (in *importer) check() {
	in.terms = slices.DeleteFunc(in.terms, func(t *glossary.Term) bool {
		alone := *t
		alone.Parts = nil // they name other terms
		var b strings.Builder
		if err := WriteYAML(&b, []*glossary.Term{&alone}); err != nil {
			in.err = err
			return true
		}
		_, ds := glossary.Parse(in.file, []byte(b.String()))
		bad := false
		for _, d := range ds {
			if d.Severity == glossary.Error {
				bad = true
				in.report(d.Severity, t.Pos.Line, d.Hint, "%s: %s", t.Zh, d.Message)
			}
		}
		return bad
	})
}

// renderings are the English texts with their forms, each once.
func (r *row) renderings() []glossary.Rendering {
	var out []glossary.Rendering
	for i, en := range r.en {
		rendering := glossary.Rendering{En: tidy(en)}
		if i < len(r.forms) {
			rendering.Form = r.forms[i]
		}
		same := func(x glossary.Rendering) bool { return x.En == rendering.En && x.Form == rendering.Form }
		if rendering.En != "" && !slices.ContainsFunc(out, same) {
			out = append(out, rendering)
		}
	}
	return out
}

// clean takes away what spreadsheets leave around texts, and doubles.
func (r *row) clean() {
	r.zh = tidy(r.zh)
	r.id = tidy(r.id)
	for _, list := range []*[]string{&r.zhAlso, &r.en, &r.avoid, &r.abbr, &r.parts} {
		var out []string
		for _, s := range *list {
			if s = tidy(s); s != "" && !slices.Contains(out, s) {
				out = append(out, s)
			}
		}
		*list = out
	}
	r.avoid = slices.DeleteFunc(r.avoid, func(s string) bool { return slices.Contains(r.en, s) })
}

// tidy makes one line of s, with single spaces.
func tidy(s string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		switch {
		case r == '\uFEFF' || r == '\u200B':
			return -1
		case r == '\u00A0' || r == '\u3000' || r < ' ':
			return ' '
		}
		return r
	}, s)), " ")
}

// words says which words of foreign files mean which value.
type words map[string][]string

var (
	bindings = words{"fixed": nil, "preferred": nil, "advisory": nil}
	matches  = words{"word": nil, "anywhere": nil}
	cases    = words{"smart": nil, "exact": {"case-sensitive", "yes", "true"}, "any": {"case-insensitive", "no", "false"}}
	statuses = words{
		"approved":   {"preferred", "admitted", "ok", "final", "verified", "通过", "已审", "已审定", "已通过", "采用"},
		"proposed":   {"new", "draft", "candidate", "pending", "suggested", "待审", "待定", "草稿", "新增", "建议"},
		"deprecated": {"obsolete", "superseded", "forbidden", "rejected", "废弃", "停用", "已废止", "禁用"},
	}
)

// word reads a value of a fixed list; what is not on it is reported, and a
// status then is proposed: somebody should look.
func (in *importer) word(r row, what, value string, known words, standard string) string {
	value = strings.ToLower(tidy(value))
	if value == "" {
		return standard
	}
	for meaning, names := range known {
		if value == meaning || slices.Contains(names, value) {
			return meaning
		}
	}
	if what == "status" {
		standard = string(glossary.Proposed)
	}
	in.report(glossary.Warning, r.line, "", "%s: unknown %s %q is taken as %s", r.zh, what, value, standard)
	return standard
}

func writeYAML(w io.Writer, terms []*glossary.Term, _ Options) error {
	return WriteYAML(w, terms)
}

// readYAML reads the glossary's own form, and JSON, which YAML contains.
func readYAML(data []byte, in *importer) {
	file, diags := glossary.Parse(in.file, bytes.TrimPrefix(data, []byte("\uFEFF")))
	in.terms, in.diags = file.Terms, diags
	if len(file.Terms) == 0 && glossary.HasErrors(diags) {
		in.err = fmt.Errorf("%s", diags[0])
	}
}
