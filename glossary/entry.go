package glossary

import (
	"gopkg.in/yaml.v3"
)

// entry is a term as it is being read, with the nodes that later checks name.
type entry struct {
	term   Term
	id     text
	zh     text
	zhAlso []text
	parts  []text
	plain  meaning // renderings given at the term itself
	senses *yaml.Node
	node   *yaml.Node
}

// meaning is what a term or one of its senses says about the English.
type meaning struct {
	when       When
	en         text
	also       []text
	renderings []renderingEntry
	avoid      []avoidEntry
	given      bool // anything of it stands in the file
}

type renderingEntry struct {
	Rendering
	at *yaml.Node
}

type avoidEntry struct {
	Avoid
	at *yaml.Node
}

var entryKeys = []key[entry]{
	{"zh", func(r *reader, e *entry, n *yaml.Node) { e.zh, _ = r.readText(n, "zh") }},
	{"en", func(r *reader, e *entry, n *yaml.Node) { e.plain.readEn(r, n) }},
	{"also", func(r *reader, e *entry, n *yaml.Node) { e.plain.also = r.readTexts(n, "also") }},
	{"avoid", func(r *reader, e *entry, n *yaml.Node) { e.plain.avoid = r.readAvoids(n) }},
	{"renderings", func(r *reader, e *entry, n *yaml.Node) { e.plain.readRenderings(r, n) }},
	{"id", func(r *reader, e *entry, n *yaml.Node) { e.id, _ = r.readText(n, "id") }},
	{"zh_also", func(r *reader, e *entry, n *yaml.Node) { e.zhAlso = r.readTexts(n, "zh_also") }},
	{"parts", func(r *reader, e *entry, n *yaml.Node) { e.parts = r.readTexts(n, "parts") }},
	{"binding", func(r *reader, e *entry, n *yaml.Node) {
		readOneOf(r, n, "binding", &e.term.Binding, []Binding{Fixed, Preferred, Advisory})
	}},
	{"status", func(r *reader, e *entry, n *yaml.Node) {
		readOneOf(r, n, "status", &e.term.Status, []Status{Approved, Proposed, Deprecated})
	}},
	{"kind", func(r *reader, e *entry, n *yaml.Node) { readWord(r, n, "kind", &e.term.Kind) }},
	{"domain", func(r *reader, e *entry, n *yaml.Node) { readWord(r, n, "domain", &e.term.Domain) }},
	{"abbr", func(r *reader, e *entry, n *yaml.Node) { e.term.Abbr = r.readAbbr(n) }},
	{"source", func(r *reader, e *entry, n *yaml.Node) { r.readSource(n, &e.term.Source) }},
	{"definition", func(r *reader, e *entry, n *yaml.Node) { r.readProse(n, "definition", &e.term.Definition) }},
	{"note", func(r *reader, e *entry, n *yaml.Node) { r.readProse(n, "note", &e.term.Note) }},
	{"senses", func(_ *reader, e *entry, n *yaml.Node) { e.senses = n }},
	{"match", func(r *reader, e *entry, n *yaml.Node) {
		readOneOf(r, n, "match", &e.term.Match, []Borders{MatchWord, MatchAnywhere})
	}},
	{"case", func(r *reader, e *entry, n *yaml.Node) {
		readOneOf(r, n, "case", &e.term.Case, []Case{CaseSmart, CaseExact, CaseAny})
	}},
	{"existed", func(r *reader, e *entry, n *yaml.Node) { r.readExisted(n, &e.term.Existed) }},
}

// readEntry reads one entry; ok is false where it cannot become a term.
func (r *reader) readEntry(n *yaml.Node) (*entry, bool) {
	before, unknown := len(r.diags), r.unknown
	e := &entry{node: n, term: Term{
		Binding: Fixed, Status: Approved, Match: MatchWord, Case: CaseSmart, Pos: r.position(n),
	}}
	if !readMapping(r, n, "an entry", entryKeys, e) {
		return nil, false
	}
	// An unknown key may be the missing one, misspelt: one message is enough.
	misspelt := r.unknown > unknown
	if !hasKey(n, "zh") && !misspelt {
		r.errorf(n, "begin each entry with \"- zh: …\"", "the entry has no zh")
	}
	r.readSenses(e, misspelt)
	e.term.Zh, e.term.ZhAlso, e.term.Parts = e.zh.text, plain(e.zhAlso), plain(e.parts)
	e.term.ID = e.id.text
	if e.term.ID == "" {
		e.term.ID = e.zh.text
	}
	return e, !HasErrors(r.diags[before:])
}

var senseKeys = []key[meaning]{
	{"when", func(r *reader, m *meaning, n *yaml.Node) { r.readWhen(n, &m.when) }},
	{"en", func(r *reader, m *meaning, n *yaml.Node) { m.readEn(r, n) }},
	{"also", func(r *reader, m *meaning, n *yaml.Node) { m.also = r.readTexts(n, "also") }},
	{"avoid", func(r *reader, m *meaning, n *yaml.Node) { m.avoid = r.readAvoids(n) }},
	{"renderings", func(r *reader, m *meaning, n *yaml.Node) { m.readRenderings(r, n) }},
}

// readSenses makes the senses of e: those listed, or the one that a plain
// entry has, see sense.
func (r *reader) readSenses(e *entry, misspelt bool) {
	if e.senses == nil {
		e.term.Senses = []Sense{r.sense(&e.plain, e.node, misspelt)}
		return
	}
	if e.plain.given {
		r.errorf(e.senses, "move the renderings into a sense without when, as the last", "an entry with senses has no renderings of its own")
	}
	if e.senses.Kind != yaml.SequenceNode || len(e.senses.Content) == 0 {
		r.errorf(e.senses, "write \"- {when: {after: […]}, en: …}\" for each", "senses must be a list, is %s", kindName(e.senses))
		return
	}
	open := false // a sense without when stands further up
	for _, item := range e.senses.Content {
		var m meaning
		item = resolve(item)
		unknown := r.unknown
		if !readMapping(r, item, "a sense", senseKeys, &m) {
			continue
		}
		s := r.sense(&m, item, r.unknown > unknown)
		s.Avoid = append(s.Avoid, avoids(e.plain.avoid)...) // of the term: wrong in every sense
		if open && hasKey(item, "when") {
			r.warnf(item, "put the sense without when last", "a sense that always holds stands above this one")
		}
		open = open || !hasKey(item, "when")
		e.term.Senses = append(e.term.Senses, s)
	}
}

// sense makes a sense of what was read, and checks its renderings; misspelt
// says that an unknown key may have been meant to hold them.
func (r *reader) sense(m *meaning, n *yaml.Node, misspelt bool) Sense {
	s := Sense{When: m.when, Avoid: avoids(m.avoid)}
	if m.en.at != nil && len(m.renderings) > 0 {
		r.errorf(m.en.at, "put it first among the renderings", "both en and renderings are given")
	}
	if m.en.at != nil {
		s.Renderings = append(s.Renderings, Rendering{En: m.en.text})
	} else if len(m.also) > 0 && !m.given && !misspelt {
		r.errorf(m.also[0].at, "name the preferred rendering in en", "also without en")
	}
	for _, rd := range m.renderings {
		s.Renderings = append(s.Renderings, rd.Rendering)
	}
	for _, t := range m.also {
		s.Renderings = append(s.Renderings, Rendering{En: t.text})
	}
	if !m.given && len(m.also) == 0 && !misspelt {
		r.errorf(n, "add \"en: …\"", "no rendering is given")
	}
	r.checkEnglish(m)
	return s
}

func avoids(list []avoidEntry) []Avoid {
	var out []Avoid
	for _, a := range list {
		out = append(out, a.Avoid)
	}
	return out
}

func hasKey(n *yaml.Node, name string) bool {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == name {
			return true
		}
	}
	return false
}
