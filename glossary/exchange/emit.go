package exchange

import (
	"slices"
	"strings"
	"unicode"

	"gopkg.in/yaml.v3"
)

// keyOrder is the order of the keys of an entry, and of the mappings in it;
// keys that are not listed stand behind these in the order of the file.
var keyOrder = []string{
	"id", "zh", "zh_also", "when", "form", "en", "renderings", "senses", "also", "abbr", "avoid", "parts",
	"title_start", "title_end", "after", "before", "with", "not_after", "not_before", "house", "genre", "block", "why", "unless_zh", "since", "until", "name", "url", "checked", "from", "to", "predecessor", "successor",
	"binding", "status", "kind", "case", "match", "domain", "existed", "source", "definition", "note",
}

// blockLists are the lists of an entry that have a line for each item, unless
// all their items are plain texts.
var blockLists = []string{"renderings", "senses", "avoid"}

// emitter writes YAML in the canonical form: one key a line, lists and small
// mappings in flow style, quotation marks only where they are needed.
type emitter struct{ b strings.Builder }

// entry writes a term, indented as an item of the list of terms. An entry
// that stood on one line stays on one line.
func (e *emitter) entry(n *yaml.Node) {
	if n.Style&yaml.FlowStyle != 0 && !hasComment(n) {
		e.b.WriteString("  - " + flow(n))
		e.endLine(n.LineComment)
		return
	}
	for i, p := range sortedPairs(n) {
		lead := "    "
		if i == 0 {
			lead = "  - "
		}
		e.comment(p.key.HeadComment, "    ")
		e.pair(lead, p)
		e.comment(p.key.FootComment, "    ")
	}
}

// pair writes one key with its value behind lead.
func (e *emitter) pair(lead string, p pair) {
	e.b.WriteString(lead + p.key.Value + ":")
	line := firstOf(p.value.LineComment, p.key.LineComment)
	v := p.value
	switch {
	case v.Kind == yaml.SequenceNode && len(v.Content) > 0 && isBlockList(p.key.Value, v):
		e.endLine(line)
		for _, item := range v.Content {
			e.comment(item.HeadComment, "      ")
			e.b.WriteString("      - " + flow(item))
			e.endLine(item.LineComment)
			e.comment(item.FootComment, "      ")
		}
	case v.Kind == yaml.ScalarNode && strings.Contains(v.Value, "\n") && literalFits(v.Value):
		e.literal(v.Value, line)
	default:
		e.b.WriteString(" " + flow(v))
		e.endLine(line)
	}
}

// literal writes a text of several lines as it stands.
func (e *emitter) literal(s, comment string) {
	e.b.WriteString(" |")
	body, ended := strings.CutSuffix(s, "\n")
	if !ended {
		e.b.WriteString("-")
	}
	e.endLine(comment)
	for line := range strings.SplitSeq(body, "\n") {
		e.b.WriteString(strings.TrimRight("      "+line, " ") + "\n")
	}
}

// literalFits reports whether s survives as a literal block: no line may end
// with a space or begin with one, no control character may stand in it.
func literalFits(s string) bool {
	if strings.HasSuffix(s, "\n\n") || strings.HasPrefix(s, "\n") || s == "\n" {
		return false
	}
	for line := range strings.SplitSeq(s, "\n") {
		if line != strings.TrimSpace(line) || strings.ContainsFunc(line, unprintable) {
			return false
		}
	}
	return true
}

func (e *emitter) endLine(comment string) {
	if comment != "" {
		e.b.WriteString(" " + comment)
	}
	e.b.WriteByte('\n')
}

func (e *emitter) comment(text, indent string) {
	if text == "" {
		return
	}
	for line := range strings.SplitSeq(text, "\n") {
		e.b.WriteString(strings.TrimRight(indent+strings.TrimSpace(line), " ") + "\n")
	}
}

// pair is a key of a mapping and its value.
type pair struct{ key, value *yaml.Node }

// sortedPairs gives the pairs of a mapping in canonical order.
func sortedPairs(n *yaml.Node) []pair {
	pairs := make([]pair, 0, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		pairs = append(pairs, pair{n.Content[i], n.Content[i+1]})
	}
	slices.SortStableFunc(pairs, func(a, b pair) int { return rank(a.key.Value) - rank(b.key.Value) })
	return pairs
}

func rank(key string) int {
	if i := slices.Index(keyOrder, key); i >= 0 {
		return i
	}
	return len(keyOrder)
}

func isBlockList(key string, n *yaml.Node) bool {
	return hasComment(n) || slices.Contains(blockLists, key) &&
		slices.ContainsFunc(n.Content, func(item *yaml.Node) bool { return item.Kind != yaml.ScalarNode })
}

// hasComment reports whether a comment stands anywhere below n.
func hasComment(n *yaml.Node) bool {
	for _, c := range n.Content {
		if c.HeadComment+c.LineComment+c.FootComment != "" || hasComment(c) {
			return true
		}
	}
	return false
}

// flow writes a value on one line.
func flow(n *yaml.Node) string {
	switch n.Kind {
	case yaml.AliasNode:
		return flow(n.Alias)
	case yaml.SequenceNode:
		items := make([]string, len(n.Content))
		for i, item := range n.Content {
			items[i] = flow(item)
		}
		return "[" + strings.Join(items, ", ") + "]"
	case yaml.MappingNode:
		var items []string
		for _, p := range sortedPairs(n) {
			items = append(items, p.key.Value+": "+flow(p.value))
		}
		return "{" + strings.Join(items, ", ") + "}"
	}
	return scalar(n.Value)
}

// scalar writes a text plain where YAML reads it back as the same text, else
// in double quotation marks. The glossary reads every scalar as text, so what
// looks like a number or a truth value may stand plain.
func scalar(s string) string {
	if plainFits(s) {
		return s
	}
	return quote(s)
}

// plainFits follows YAML 1.2, section 7.3.3, for flow style, and a little
// stricter, so that no reader is in doubt.
func plainFits(s string) bool {
	if s == "" || s != strings.TrimSpace(s) || strings.ContainsFunc(s, unprintable) {
		return false
	}
	if strings.ContainsAny(s[:1], "-?:,[]{}#&*!|>'\"%@`~=<.") || strings.EqualFold(s, "null") {
		return false
	}
	return !strings.ContainsAny(s, ",[]{}\n") && !strings.Contains(s, ": ") && !strings.Contains(s, " #") &&
		!strings.HasSuffix(s, ":") && !strings.Contains(s, "://") // a URL is read more easily in quotation marks
}

func unprintable(r rune) bool {
	return r != ' ' && !unicode.IsPrint(r) && r != '\u3000'
}

// quote writes a text in double quotation marks.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case unprintable(r):
			b.WriteString(escape(r))
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// escape is the escape of YAML 1.2, section 5.7, for a rune.
func escape(r rune) string {
	const digits = "0123456789abcdef"
	kind, n := `\U`, 8
	if r <= 0xFFFF {
		kind, n = `\u`, 4
	}
	b := []byte(kind)
	for i := n - 1; i >= 0; i-- {
		b = append(b, digits[r>>(4*i)&15])
	}
	return string(b)
}

func firstOf(texts ...string) string {
	for _, s := range texts {
		if s != "" {
			return s
		}
	}
	return ""
}
