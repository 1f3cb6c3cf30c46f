package exchange

import (
	"io"

	"gopkg.in/yaml.v3"

	"duizhao/glossary"
)

// WriteYAML writes terms as a glossary file. Read by [glossary.Parse] it gives
// the same terms.
func WriteYAML(w io.Writer, terms []*glossary.Term) error {
	var e emitter
	e.b.WriteString("version: " + glossary.Version + "\nterms:\n")
	if len(terms) == 0 {
		e.b.Reset()
		e.b.WriteString("version: " + glossary.Version + "\nterms: []\n")
	}
	for _, t := range terms {
		e.entry(entryNode(t))
	}
	_, err := io.WriteString(w, e.b.String())
	return err
}

// mapping builds a mapping node; what is empty is left out.
type mapping struct{ node yaml.Node }

func newMapping() *mapping { return &mapping{yaml.Node{Kind: yaml.MappingNode}} }

func (m *mapping) add(key string, value *yaml.Node) {
	m.node.Content = append(m.node.Content, textNode(key), value)
}

func (m *mapping) text(key, value string) {
	if value != "" {
		m.add(key, textNode(value))
	}
}

func (m *mapping) texts(key string, values []string) {
	if len(values) > 0 {
		m.add(key, listOf(values, textNode))
	}
}

// one is texts, but a single text stands alone.
func (m *mapping) one(key string, values []string) {
	if len(values) == 1 {
		m.text(key, values[0])
		return
	}
	m.texts(key, values)
}

func (m *mapping) truth(key string, value bool) {
	if value {
		m.add(key, textNode("true"))
	}
}

// mapping adds a mapping that is not empty.
func (m *mapping) mapping(key string, value *mapping) {
	if len(value.node.Content) > 0 {
		m.add(key, &value.node)
	}
}

func textNode(s string) *yaml.Node { return &yaml.Node{Kind: yaml.ScalarNode, Value: s} }

func listOf[T any](items []T, node func(T) *yaml.Node) *yaml.Node {
	list := &yaml.Node{Kind: yaml.SequenceNode}
	for _, item := range items {
		list.Content = append(list.Content, node(item))
	}
	return list
}

// entryNode is the long form of a term, without the values that a short one
// has of itself.
func entryNode(t *glossary.Term) *yaml.Node {
	m := newMapping()
	if t.ID != t.Zh {
		m.text("id", t.ID)
	}
	m.text("zh", t.Zh)
	m.texts("zh_also", t.ZhAlso)
	if len(t.Senses) == 1 && t.Senses[0].When.Empty() {
		addMeaning(m, t.Senses[0])
	} else {
		m.add("senses", listOf(t.Senses, senseNode))
	}
	m.one("abbr", t.Abbr)
	m.texts("parts", t.Parts)
	m.text("binding", unless(t.Binding, glossary.Fixed))
	m.text("status", unless(t.Status, glossary.Approved))
	m.text("kind", string(t.Kind))
	m.text("case", unless(t.Case, glossary.CaseSmart))
	m.text("match", unless(t.Match, glossary.MatchWord))
	m.text("domain", t.Domain)
	existed := newMapping()
	existed.text("from", t.Existed.From)
	existed.text("to", t.Existed.To)
	existed.text("predecessor", t.Existed.Predecessor)
	existed.text("successor", t.Existed.Successor)
	m.mapping("existed", existed)
	source := newMapping()
	source.text("name", t.Source.Name)
	source.text("url", t.Source.URL)
	source.text("checked", t.Source.Checked)
	m.mapping("source", source)
	m.text("definition", t.Definition)
	m.text("note", t.Note)
	return &m.node
}

// unless is the value of a key, empty where it is what holds without it.
func unless[T ~string](value, standard T) string {
	if value == standard {
		return ""
	}
	return string(value)
}

func senseNode(s glossary.Sense) *yaml.Node {
	m := newMapping()
	when := newMapping()
	when.one("after", s.When.After)
	when.one("before", s.When.Before)
	when.one("with", s.When.With)
	when.truth("title_start", s.When.TitleStart)
	when.truth("title_end", s.When.TitleEnd)
	when.one("not_after", s.When.NotAfter)
	when.one("not_before", s.When.NotBefore)
	when.one("genre", s.When.Genre)
	when.one("house", s.When.House)
	when.one("block", s.When.Block)
	m.mapping("when", when)
	addMeaning(m, s)
	return &m.node
}

// addMeaning adds the renderings of a sense in the shortest way that holds
// them, and what it avoids.
func addMeaning(m *mapping, s glossary.Sense) {
	conditions := func(r glossary.Rendering) bool {
		return r.Form != "" || len(r.House)+len(r.Genre) > 0 || r.Period != glossary.Period{}
	}
	last := len(s.Renderings) // those behind it are plain
	for last > 0 && !conditions(s.Renderings[last-1]) {
		last--
	}
	if last == 0 {
		m.text("en", s.Renderings[0].En)
		last = 1
	} else {
		m.add("renderings", listOf(s.Renderings[:last], renderingNode))
	}
	var also []string
	for _, r := range s.Renderings[last:] {
		also = append(also, r.En)
	}
	m.texts("also", also)
	if len(s.Avoid) > 0 {
		m.add("avoid", listOf(s.Avoid, avoidNode))
	}
}

func renderingNode(r glossary.Rendering) *yaml.Node {
	m := newMapping()
	m.text("form", string(r.Form))
	m.text("en", r.En)
	m.one("house", r.House)
	m.one("genre", r.Genre)
	m.text("since", r.Period.From)
	m.text("until", r.Period.To)
	return &m.node
}

func avoidNode(a glossary.Avoid) *yaml.Node {
	if a.Why == "" && len(a.UnlessZh) == 0 && a.Period == (glossary.Period{}) {
		return textNode(a.En)
	}
	m := newMapping()
	m.text("en", a.En)
	m.text("why", a.Why)
	m.one("unless_zh", a.UnlessZh)
	m.text("since", a.Period.From)
	m.text("until", a.Period.To)
	return &m.node
}
