package exchange

import (
	"fmt"
	"io"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
	"gopkg.in/yaml.v3"

	"duizhao/glossary"
)

// writeJSON writes the keys of glossary.yaml as JSON, one entry a line.
func writeJSON(w io.Writer, terms []*glossary.Term, _ Options) error {
	var b strings.Builder
	b.WriteString(`{"version":` + glossary.Version + `,"terms":[`)
	for i, t := range terms {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteByte('\n')
		if err := jsonValue(&b, entryNode(t)); err != nil {
			return fmt.Errorf("%s: %w", t.Zh, err)
		}
	}
	b.WriteString("\n]}\n")
	_, err := io.WriteString(w, b.String())
	return err
}

func jsonValue(b *strings.Builder, n *yaml.Node) error {
	switch n.Kind {
	case yaml.SequenceNode:
		b.WriteByte('[')
		for i, item := range n.Content {
			if i > 0 {
				b.WriteByte(',')
			}
			if err := jsonValue(b, item); err != nil {
				return err
			}
		}
		b.WriteByte(']')
		return nil
	case yaml.MappingNode:
		b.WriteByte('{')
		for i, p := range sortedPairs(n) {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString(`"` + p.key.Value + `":`)
			if isTruth(p.key.Value) {
				b.WriteString("true")
				continue
			}
			if err := jsonValue(b, p.value); err != nil {
				return err
			}
		}
		b.WriteByte('}')
		return nil
	}
	text, err := jsontext.AppendQuote(nil, n.Value)
	b.Write(text)
	return err
}

// isTruth reports whether the values of a key are true or false; all others
// are texts.
func isTruth(key string) bool { return key == "title_start" || key == "title_end" }
