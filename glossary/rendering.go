package glossary

import (
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"
)

func (m *meaning) readEn(r *reader, n *yaml.Node) {
	m.given = true
	m.en, _ = r.readText(n, "en")
}

var renderingKeys = []key[Rendering]{
	{"en", func(r *reader, v *Rendering, n *yaml.Node) { v.En = r.readString(n, "en") }},
	{"form", func(r *reader, v *Rendering, n *yaml.Node) {
		readOneOf(r, n, "form", &v.Form, []Form{FormNoun, FormTitle, FormVerb, FormAdjective, FormShort})
	}},
	{"house", func(r *reader, v *Rendering, n *yaml.Node) { v.House = plain(r.readTexts(n, "house")) }},
	{"genre", func(r *reader, v *Rendering, n *yaml.Node) { v.Genre = r.readGenres(n) }},
	{"since", func(r *reader, v *Rendering, n *yaml.Node) { r.readDate(n, "since", &v.Period.From) }},
	{"until", func(r *reader, v *Rendering, n *yaml.Node) { r.readDate(n, "until", &v.Period.To) }},
}

func (m *meaning) readRenderings(r *reader, n *yaml.Node) {
	m.given = true
	if n.Kind != yaml.SequenceNode || len(n.Content) == 0 {
		r.errorf(n, "write \"- {form: noun, en: …}\" for each", "renderings must be a list, is %s", kindName(n))
		return
	}
	for _, item := range n.Content {
		item = resolve(item)
		v := renderingEntry{at: item}
		if item.Kind == yaml.ScalarNode {
			v.En = r.readString(item, "rendering")
		} else if readMapping(r, item, "a rendering", renderingKeys, &v.Rendering) {
			if !hasKey(item, "en") {
				r.errorf(item, "add \"en: …\"", "the rendering has no en")
			}
			r.checkPeriod(v.Period, item)
		}
		if v.En != "" {
			m.renderings = append(m.renderings, v)
		}
	}
}

var avoidKeys = []key[Avoid]{
	{"en", func(r *reader, v *Avoid, n *yaml.Node) { v.En = r.readString(n, "en") }},
	{"why", func(r *reader, v *Avoid, n *yaml.Node) { r.readProse(n, "why", &v.Why) }},
	{"unless_zh", func(r *reader, v *Avoid, n *yaml.Node) { v.UnlessZh = plain(r.readTexts(n, "unless_zh")) }},
	{"since", func(r *reader, v *Avoid, n *yaml.Node) { r.readDate(n, "since", &v.Period.From) }},
	{"until", func(r *reader, v *Avoid, n *yaml.Node) { r.readDate(n, "until", &v.Period.To) }},
}

func (r *reader) readAvoids(n *yaml.Node) []avoidEntry {
	items := []*yaml.Node{n}
	if n.Kind == yaml.SequenceNode {
		items = n.Content
	}
	var out []avoidEntry
	for _, item := range items {
		item = resolve(item)
		v := avoidEntry{at: item}
		if item.Kind == yaml.ScalarNode {
			v.En = r.readString(item, "avoid")
		} else if readMapping(r, item, "avoid", avoidKeys, &v.Avoid) {
			if !hasKey(item, "en") {
				r.errorf(item, "add \"en: …\"", "the avoided form has no en")
			}
			r.checkPeriod(v.Period, item)
		}
		if v.En != "" {
			out = append(out, v)
		}
	}
	return out
}

// checkEnglish reports what cannot be English, forms that stand twice, and
// forms both accepted and avoided.
func (r *reader) checkEnglish(m *meaning) {
	// Capitals may be added in a text, never removed: so "Carbon Market" does
	// not say what "carbon market" says, but to avoid either avoids both.
	accepted, folded := make(map[string]bool), make(map[string]bool)
	check := func(en, what string, at *yaml.Node) {
		r.checkEnglishText(en, at)
		if accepted[en] {
			r.errorf(at, "keep one of them", "rendering %q stands twice (%s)", en, what)
		}
		accepted[en], folded[strings.ToLower(en)] = true, true
	}
	if m.en.at != nil {
		check(m.en.text, "en", m.en.at)
	}
	for _, v := range m.renderings {
		// The same words may stand in two forms: noun and title.
		r.checkEnglishText(v.En, v.at)
		accepted[v.En], folded[strings.ToLower(v.En)] = true, true
	}
	for _, t := range m.also {
		check(t.text, "also", t.at)
	}
	r.checkCuts(m)
	avoided := make(map[string]bool)
	for _, a := range m.avoid {
		r.checkEnglishText(a.En, a.at)
		switch {
		case folded[strings.ToLower(a.En)]:
			r.errorf(a.at, "take it out of one of the lists", "%q is both accepted and avoided", a.En)
		case avoided[a.En]:
			r.errorf(a.at, "keep one of them", "%q stands twice in avoid", a.En)
		}
		avoided[a.En] = true
	}
}

// checkCuts warns of a rendering that YAML has cut at its comma: in
// [agriculture, rural areas and rural people] there are two.
func (r *reader) checkCuts(m *meaning) {
	for _, t := range m.also {
		if head, _, comma := strings.Cut(m.en.text, ","); comma && strings.EqualFold(head, t.text) {
			r.warnf(t.at, "put renderings that have commas into quotation marks", "%q is only the beginning of %q", t.text, m.en.text)
		}
	}
}

func (r *reader) checkEnglishText(en string, at *yaml.Node) {
	switch i := strings.IndexAny(en, "，。；：？！（）、《》【】　"); {
	case hasHan(en):
		r.errorf(at, "are zh and en exchanged?", "rendering %q has Chinese characters in it", en)
	case i >= 0:
		r.warnf(at, "use the English mark", "rendering %q has Chinese punctuation in it", en)
	case len(atomise(nil, en)) == 0:
		r.errorf(at, "", "rendering %q has no word in it", en)
	}
}

func (r *reader) readAbbr(n *yaml.Node) []string {
	list := r.readTexts(n, "abbr")
	for _, t := range list {
		r.checkEnglishText(t.text, t.at)
	}
	return plain(list)
}

func (r *reader) checkPeriod(p Period, at *yaml.Node) {
	if p.From != "" && p.To != "" && earlier(p.To, p.From) {
		r.errorf(at, "exchange them", "the period ends (%s) before it begins (%s)", p.To, p.From)
	}
}

// readString is readText without the node.
func (r *reader) readString(n *yaml.Node, what string) string {
	t, _ := r.readText(n, what)
	return t.text
}

// readProse reads text that may have several lines, or be empty.
func (r *reader) readProse(n *yaml.Node, what string, into *string) {
	if n.Kind != yaml.ScalarNode {
		r.errorf(n, "", "%s must be text, is %s", what, kindName(n))
		return
	}
	*into = strings.TrimSpace(n.Value)
}

// readWord reads a name that users choose themselves.
func readWord[S ~string](r *reader, n *yaml.Node, what string, into *S) {
	*into = S(r.readString(n, what))
}

// Genres are the genres a document can have.
func Genres() []string {
	return []string{"law", "notice", "plan", "report", "speech", "news", "qa"}
}

func (r *reader) readGenres(n *yaml.Node) []string {
	return r.readNames(n, "genre", Genres())
}

// readNames reads a list of strings that must be among known.
func (r *reader) readNames(n *yaml.Node, what string, known []string) []string {
	list := r.readTexts(n, what)
	for _, t := range list {
		if findName(known, t.text) {
			continue
		}
		hint := "one of " + strings.Join(known, ", ")
		if s := suggest(t.text, known); s != "" {
			hint = fmt.Sprintf("did you mean %q?", s)
		}
		r.errorf(t.at, hint, "unknown %s %q", what, t.text)
	}
	return plain(list)
}

func findName(known []string, name string) bool {
	for _, k := range known {
		if k == name {
			return true
		}
	}
	return false
}

var sourceKeys = []key[Source]{
	{"name", func(r *reader, v *Source, n *yaml.Node) { r.readProse(n, "name", &v.Name) }},
	{"url", func(r *reader, v *Source, n *yaml.Node) { v.URL = r.readString(n, "url") }},
	{"checked", func(r *reader, v *Source, n *yaml.Node) { r.readDate(n, "checked", &v.Checked) }},
}

func (r *reader) readSource(n *yaml.Node, into *Source) {
	if n.Kind == yaml.ScalarNode && n.ShortTag() != "!!null" {
		into.Name = strings.TrimSpace(n.Value)
		return
	}
	readMapping(r, n, "source", sourceKeys, into)
}

var existedKeys = []key[Existed]{
	{"from", func(r *reader, v *Existed, n *yaml.Node) { r.readDate(n, "from", &v.From) }},
	{"to", func(r *reader, v *Existed, n *yaml.Node) { r.readDate(n, "to", &v.To) }},
	{"predecessor", func(r *reader, v *Existed, n *yaml.Node) { v.Predecessor = r.readString(n, "predecessor") }},
	{"successor", func(r *reader, v *Existed, n *yaml.Node) { v.Successor = r.readString(n, "successor") }},
}

func (r *reader) readExisted(n *yaml.Node, into *Existed) {
	if readMapping(r, n, "existed", existedKeys, into) {
		r.checkPeriod(into.Period, n)
	}
}
