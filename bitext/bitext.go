// Package bitext promises that an aligned Chinese-English text keeps what is
// known about it: every unit in the order of the source, where it came from,
// how each term was met, what was removed. JSON Lines is the canonical form:
// what is written is read back the same, keys of other tools included. The
// forms for people (Markdown, HTML, CSV, TSV, plain text, terminal table) hold
// less, and say so.
//
// Start with [FromArticle], [NewReader] and [Write]. The package neither
// translates nor judges, and opens no files.
package bitext

import (
	"github.com/go-json-experiment/json/jsontext"

	"duizhao/lang/span"
)

// Version is the version of the JSON Lines form that this package writes.
const Version = 1

// Document is one article in both languages.
type Document struct {
	Title    string         // of the article, in Chinese
	Source   Source         // what was read
	Metadata []Field        // in order of the source
	Glossary []GlossaryFile // what the terms were taken from, in the order of the stack
	Engine   Engine         // what translated
	Records  []Record       // units and removed stretches, in order of the source
	Extra    jsontext.Value // keys of the document record that are not ours, as a JSON object
}

// Source describes the file that the Chinese was read from.
type Source struct {
	Path      string         `json:"path,omitzero"`
	SHA256    string         `json:"sha256,omitzero"` // hex, of the bytes of the file
	Encoding  string         `json:"encoding,omitzero"`
	Script    string         `json:"script,omitzero"` // "Hans" or "Hant"
	URL       string         `json:"url,omitzero"`
	Publisher string         `json:"publisher,omitzero"`
	Author    string         `json:"author,omitzero"`
	Published string         `json:"published,omitzero"` // YYYY-MM-DD
	Number    string         `json:"number,omitzero"`    // document number: 国发〔2021〕23号
	Extra     jsontext.Value `json:",unknown"`
}

// Field is a stretch of the source that became metadata.
type Field struct {
	Name  string    `json:"field"`
	Value string    `json:"value,omitzero"`
	Span  span.Span `json:"span"` // bytes of the decoded source
}

// GlossaryFile names a glossary that was in force.
type GlossaryFile struct {
	Path   string         `json:"path"`
	SHA256 string         `json:"sha256,omitzero"`
	Terms  int            `json:"terms"`
	Extra  jsontext.Value `json:",unknown"`
}

// Engine names what translated.
type Engine struct {
	Name  string         `json:"name,omitzero"`
	Model string         `json:"model,omitzero"`
	Extra jsontext.Value `json:",unknown"`
}

// Record is one of the two: the other is nil.
type Record struct {
	Unit    *Unit
	Removed *Removed
}

// Status says what a unit is worth.
type Status string

// The statuses of a unit; the zero value means not translated yet.
const (
	Translated  Status = "translated"
	Draft       Status = "draft"
	NeedsReview Status = "needs-review"
	Reviewed    Status = "reviewed"
	Failed      Status = "failed"
	Merged      Status = "merged" // its English stands in the neighbour
	Added       Status = "added"  // English only
)

// Origin says where the English of a unit came from.
type Origin string

// The origins of English.
const (
	FromEngine Origin = "engine"
	FromMemory Origin = "memory"
	FromFuzzy  Origin = "fuzzy"
	FromRepair Origin = "repair"
	FromPerson Origin = "person"
)

// Unit is one translation unit: a segment and its English. Offsets in Zh and
// En count runes; Span counts bytes of the decoded source.
type Unit struct {
	ID       string         `json:"id,omitzero"`    // 8 hex digits of a hash of the folded Zh, "-2" … for repeats
	At       string         `json:"at,omitzero"`    // for people: "p3.s2"
	Block    string         `json:"block,omitzero"` // "title", "heading", "paragraph", "list-item", "table-cell"
	Level    int            `json:"level,omitzero"` // of a heading
	Zh       string         `json:"zh"`
	En       string         `json:"en"`
	Status   Status         `json:"status,omitzero"`
	Origin   Origin         `json:"origin,omitzero"`
	Span     *span.Span     `json:"span,omitzero"`
	Edits    []span.Edit    `json:"edits,omitempty"` // replayed on Span they give Zh
	Terms    []Receipt      `json:"terms,omitempty"`
	Findings []Finding      `json:"findings,omitempty"`
	Extra    jsontext.Value `json:",unknown"`
}

// How says how the English meets a term.
type How string

// The ways in which a term is met or not.
const (
	Preferred   How = "preferred"
	Accepted    How = "accepted"
	Inflected   How = "inflected"
	Derived     How = "derived"
	Abbreviated How = "abbreviated"
	Coordinated How = "coordinated"
	Covered     How = "covered"
	Neighbour   How = "neighbour"
	Missing     How = "missing"
	Avoided     How = "avoided"
)

// Met reports whether the term's rendering is in the English.
func (h How) Met() bool { return h != "" && h != Missing && h != Avoided }

// Receipt proves how one occurrence of a term is met.
type Receipt struct {
	ID     string         `json:"id,omitzero"`
	Zh     string         `json:"zh"`
	En     string         `json:"en,omitzero"` // what stands in the English; empty where missing
	Source span.Span      `json:"source"`      // runes of the unit's Zh
	Target *span.Span     `json:"target,omitzero"`
	How    How            `json:"how"`
	Extra  jsontext.Value `json:",unknown"`
}

// Severity of a finding.
type Severity string

// The severities.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Note    Severity = "note"
)

// Finding is something that somebody should look at.
type Finding struct {
	Rule     string         `json:"rule"`
	Severity Severity       `json:"severity"`
	Message  string         `json:"message"`
	Source   *span.Span     `json:"source,omitzero"` // runes of the unit's Zh
	Target   *span.Span     `json:"target,omitzero"` // runes of the unit's En
	Extra    jsontext.Value `json:",unknown"`
}

// Removed is a stretch of the source that stands in no unit. Markup is
// recorded by its span alone, without its text.
type Removed struct {
	Step   string         `json:"step"`
	Reason string         `json:"reason"`
	Span   *span.Span     `json:"span,omitzero"` // bytes of the decoded source
	Text   string         `json:"text,omitzero"`
	Extra  jsontext.Value `json:",unknown"`
}

// Units returns the units in order of the source. Changing them changes the
// document.
func (d *Document) Units() []*Unit {
	units := make([]*Unit, 0, len(d.Records))
	for _, r := range d.Records {
		if r.Unit != nil {
			units = append(units, r.Unit)
		}
	}
	return units
}

// Removed returns the removed stretches in order of the source.
func (d *Document) Removed() []*Removed {
	var removed []*Removed
	for _, r := range d.Records {
		if r.Removed != nil {
			removed = append(removed, r.Removed)
		}
	}
	return removed
}
