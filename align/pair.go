package align

import (
	"fmt"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"duizhao/article"
	"duizhao/bitext"
	"duizhao/lang/span"
)

// Pairing is a bitext of two documents, with what a bitext has no field for.
type Pairing struct {
	Document *bitext.Document
	Links    []Link   // of the segments of both sides, in order
	Targets  []Target // for each unit of Document, in order
}

// Target says where the English of a unit stands in the English document.
type Target struct {
	Span  span.Span   // bytes of its decoded source; where the unit has no English, the empty place where it would stand
	Edits []span.Edit // replayed on Span they give the unit's En
	Link  int         // index into Pairing.Links; units of one link share what they say
	Into  string      // of a merged unit: the id of the unit that has its English
	// Doubtful says that the English may not be that of this unit.
	Doubtful bool
}

// targetRecord is how a Target stands in JSON Lines, as further keys of its
// unit.
type targetRecord struct {
	Span     *span.Span  `json:"target_span,omitzero"`
	Edits    []span.Edit `json:"target_edits,omitempty"`
	Link     int         `json:"link"`
	Into     string      `json:"merged_into,omitzero"`
	Doubtful bool        `json:"doubtful,omitzero"`
}

// targetFile names the English file in the record of the document.
type targetFile struct {
	Target bitext.Source `json:"target"`
}

// Pair aligns a Chinese document with its English one. Each segment of the
// Chinese is a unit. Of a link with several Chinese segments the longest has the
// English, the others are merged into it; English without Chinese gives units
// of status added. A unit without English and without status has none.
func Pair(zh, en *Side, o Options) (*Pairing, error) {
	links := Links(zh.pieces(), en.pieces(), o)
	d := bitext.FromArticle(zh.Article)
	d.Source.Path = zh.Path
	var err error
	d.Extra, err = json.Marshal(targetFile{bitext.Source{
		Path: en.Path, SHA256: en.Article.Source.SHA256, Encoding: en.Article.Source.Encoding,
	}})
	if err != nil {
		return nil, fmt.Errorf("pair %s with %s: %w", zh.Path, en.Path, err)
	}
	p := &pairer{links: links, zh: zh.segments(), en: en.segments(), ids: article.NewIDs(), enBlocks: en.blocks()}
	p.takeUnits(d)
	for k := range links {
		p.link(k)
	}
	p.flushRemoved()
	d.Records = p.records
	for k, u := range d.Units() {
		if u.Extra, err = p.targets[k].extra(); err != nil {
			return nil, fmt.Errorf("pair %s with %s: %w", zh.Path, en.Path, err)
		}
	}
	return &Pairing{Document: d, Links: links, Targets: p.targets}, nil
}

// Source leads runes of the unit's En to bytes of the decoded source of the
// English document en.
func (t *Target) Source(en *Side, runes span.Span) span.Span {
	return span.ToSource(en.Article.Source.Text, t.Span, t.Edits, runes)
}

func (t *Target) extra() (jsontext.Value, error) {
	r := targetRecord{Edits: t.Edits, Link: t.Link, Into: t.Into, Doubtful: t.Doubtful}
	if !t.Span.Empty() {
		r.Span = &t.Span
	}
	return json.Marshal(r)
}

// pairer lays records in order.
type pairer struct {
	links    []Link
	zh, en   []*article.Segment
	enBlocks []*article.Block // of each segment
	ids      *article.IDs
	units    []*bitext.Unit  // of the Chinese
	rest     []bitext.Record // removed stretches and units of the Chinese, not yet laid
	records  []bitext.Record
	targets  []Target
	enAt     int // byte of the English up to which all is laid
}

func (p *pairer) takeUnits(d *bitext.Document) {
	p.units, p.rest = d.Units(), d.Records
}

// lay puts the next Chinese unit into the document, after the removed
// stretches before it.
func (p *pairer) lay(t Target) {
	for p.rest[0].Unit == nil {
		p.records, p.rest = append(p.records, p.rest[0]), p.rest[1:]
	}
	p.records, p.rest = append(p.records, p.rest[0]), p.rest[1:]
	p.targets = append(p.targets, t)
}

func (p *pairer) flushRemoved() { p.records = append(p.records, p.rest...) }

// link lays the units of link k.
func (p *pairer) link(k int) {
	l := p.links[k]
	if l.Zh.Len() == 0 {
		p.added(k)
		return
	}
	none := Target{Span: span.Span{Start: p.enAt, End: p.enAt}, Link: k, Doubtful: l.Doubtful}
	if l.En.Len() == 0 {
		for range l.Zh.Len() {
			p.lay(none)
		}
		return
	}
	english := join(p.en[l.En.Start:l.En.End])
	head := l.Zh.Start
	for i := l.Zh.Start; i < l.Zh.End; i++ {
		if len(p.zh[i].Text) > len(p.zh[head].Text) {
			head = i
		}
	}
	for i := l.Zh.Start; i < l.Zh.End; i++ {
		u := p.units[i]
		if i != head {
			u.Status = bitext.Merged
			none.Into = p.units[head].ID
			none.Span = span.Span{Start: english.span.Start, End: english.span.Start}
			if i > head {
				none.Span = span.Span{Start: english.span.End, End: english.span.End}
			}
			p.lay(none)
			continue
		}
		u.En, u.Status, u.Origin = english.text, bitext.Translated, bitext.FromPerson
		p.lay(Target{Span: english.span, Edits: english.edits, Link: k, Doubtful: l.Doubtful})
	}
	p.enAt = english.span.End
}

// added lays a unit for each segment of English that has no Chinese.
func (p *pairer) added(k int) {
	l := p.links[k]
	for i := l.En.Start; i < l.En.End; i++ {
		s := p.en[i]
		u := &bitext.Unit{
			ID: "en-" + p.ids.Next(s.Text), At: "en:" + s.At, En: s.Text,
			Block: string(p.enBlocks[i].Kind), Level: p.enBlocks[i].Level,
			Status: bitext.Added, Origin: bitext.FromPerson,
		}
		p.records = append(p.records, bitext.Record{Unit: u})
		p.targets = append(p.targets, Target{Span: s.Span, Edits: s.Edits, Link: k, Doubtful: l.Doubtful})
		p.enAt = s.Span.End
	}
}
