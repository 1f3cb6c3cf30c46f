package exchange

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"duizhao/glossary"
)

// Verdict is what a reviewer says of an entry.
type Verdict string

// The verdicts.
const (
	Approve Verdict = "approve" // the entry is right as it stands
	Reject  Verdict = "reject"  // it is not to be used: status deprecated
	Change  Verdict = "change"  // new_en is the preferred rendering; what was preferred stays accepted
)

// Decision is one row of a workbook in which a reviewer decided.
type Decision struct {
	Row      int // in the sheet, from 1
	ID, Zh   string
	Verdict  Verdict
	En       string // with Change
	Reviewer string
	Comment  string
}

// ReadDecisions reads the decisions out of a workbook that [Write] made and a
// reviewer filled in. Rows without a decision give none; what cannot be read
// is a diagnostic.
func ReadDecisions(r io.Reader, file string) ([]Decision, []glossary.Diagnostic, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, nil, fmt.Errorf("read %s: %w", file, err)
	}
	rows, err := readSheet(data)
	if err != nil {
		return nil, nil, fmt.Errorf("read %s: %w", file, err)
	}
	if len(rows) == 0 || !slices.Contains(rows[0].cells, columnDecision) || !slices.Contains(rows[0].cells, "zh") {
		return nil, nil, fmt.Errorf("read %s: %w", file, errors.New(`no columns "zh" and "decision"; export the workbook with duizhao`))
	}
	in := &importer{file: file}
	var out []Decision
	for _, row := range rows[1:] {
		cell := func(name string) string {
			if i := slices.Index(rows[0].cells, name); i >= 0 && i < len(row.cells) {
				return tidy(row.cells[i])
			}
			return ""
		}
		d := Decision{
			Row: row.line, ID: cell("id"), Zh: cell("zh"), Verdict: Verdict(strings.ToLower(cell(columnDecision))),
			En: cell(columnNewEn), Reviewer: cell(columnReviewer), Comment: cell(columnComment),
		}
		if in.decided(d) {
			out = append(out, d)
		}
	}
	return out, in.diags, nil
}

// decided reports whether d is a decision, and what is wrong where it is not.
func (in *importer) decided(d Decision) bool {
	switch {
	case d.Verdict == "" && d.En != "":
		in.report(glossary.Warning, d.Row, `choose "change"`, "%s has a new rendering but no decision", d.Zh)
	case d.Verdict == "":
	case d.Verdict == Change && d.En == "":
		in.report(glossary.Error, d.Row, "fill in new_en", "%s is to be changed, but not into what", d.Zh)
	case d.Verdict != Approve && d.Verdict != Reject && d.Verdict != Change:
		in.report(glossary.Error, d.Row, "choose approve, reject or change", "%s: unknown decision %q", d.Zh, d.Verdict)
	default:
		return true
	}
	return false
}

// Apply makes the decisions in a glossary file, entry by entry; comments and
// the order of entries stay. The entries that it cannot find are reported.
func Apply(data []byte, ds []Decision) ([]byte, []glossary.Diagnostic, error) {
	left := slices.Clone(ds)
	out, err := rewrite(data, func(n *yaml.Node) {
		left = slices.DeleteFunc(left, func(d Decision) bool {
			if !isEntry(n, d) {
				return false
			}
			d.apply(n)
			return true
		})
	})
	if err != nil {
		return nil, nil, err
	}
	in := &importer{}
	for _, d := range left {
		in.report(glossary.Warning, d.Row, "", "%s is not in the glossary any more", d.Zh)
	}
	return out, in.diags, nil
}

func isEntry(n *yaml.Node, d Decision) bool {
	if d.ID != "" {
		if v := value(n, "id"); v != nil {
			return v.Value == d.ID
		}
	}
	v := value(n, "zh")
	return v != nil && glossary.Key(v.Value) == glossary.Key(d.Zh)
}

// apply changes the entry as the decision says.
func (d Decision) apply(n *yaml.Node) {
	switch d.Verdict {
	case Reject:
		setText(n, "status", string(glossary.Deprecated))
	case Change:
		d.prefer(n)
		fallthrough
	case Approve:
		drop(n, "status")
	}
	if d.Comment != "" {
		note := d.Comment
		if d.Reviewer != "" {
			note = d.Reviewer + ": " + note
		}
		if old := value(n, "note"); old != nil && old.Value != note {
			note = old.Value + "\n" + note
		}
		setText(n, "note", note)
	}
}

// prefer puts the new rendering first; the old one stays accepted.
func (d Decision) prefer(n *yaml.Node) {
	if list := value(n, "renderings"); list != nil {
		first := newMapping()
		first.text("en", d.En)
		list.Content = append([]*yaml.Node{&first.node}, slices.DeleteFunc(list.Content, func(item *yaml.Node) bool {
			en := value(item, "en")
			return en != nil && en.Value == d.En && len(item.Content) == 2
		})...)
		return
	}
	en := value(n, "en")
	if en == nil || en.Value == d.En {
		return // an entry with senses: the note tells somebody to look
	}
	old := en.Value
	en.Value = d.En
	also := value(n, "also")
	if also == nil || also.Kind != yaml.SequenceNode {
		also = &yaml.Node{Kind: yaml.SequenceNode}
		drop(n, "also")
		n.Content = append(n.Content, textNode("also"), also)
	}
	also.Content = slices.DeleteFunc(also.Content, func(item *yaml.Node) bool { return item.Value == d.En })
	also.Content = append([]*yaml.Node{textNode(old)}, also.Content...)
}

// value is what stands under a key of a mapping, or nil.
func value(n *yaml.Node, key string) *yaml.Node {
	if n.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}

func setText(n *yaml.Node, key, text string) {
	if v := value(n, key); v != nil {
		v.Kind, v.Value, v.Content = yaml.ScalarNode, text, nil
		return
	}
	n.Content = append(n.Content, textNode(key), textNode(text))
}

func drop(n *yaml.Node, key string) {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			n.Content = slices.Delete(n.Content, i, i+2)
			return
		}
	}
}
