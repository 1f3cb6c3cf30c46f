package bitext

import (
	"cmp"
	"slices"

	"duizhao/article"
	"duizhao/lang/span"
)

// markupStep is the step of stretches that are no text at all: tags, scripts,
// styles. Their text is not kept in the bitext; their spans are.
const markupStep = "markup"

// FromArticle makes a document of an article: one unit without English for
// every segment, and the removed stretches between them.
func FromArticle(a *article.Article) *Document {
	d := &Document{
		Title: title(a),
		Source: Source{
			SHA256:    a.Source.SHA256,
			Encoding:  a.Source.Encoding,
			Script:    a.Source.Script,
			URL:       a.Value(article.FieldURL),
			Publisher: a.Value(article.FieldPublisher),
			Author:    a.Value(article.FieldAuthor),
			Published: a.Value(article.FieldPublished),
			Number:    a.Value(article.FieldNumber),
		},
	}
	for _, f := range a.Meta {
		d.Metadata = append(d.Metadata, Field{Name: f.Name, Value: f.Value, Span: f.Span})
	}
	d.Records = make([]Record, 0, segments(a)+len(a.Removed))
	// Articles may have hundreds of thousands of segments: units and their
	// spans lie in two slices, not each on its own.
	units, spans := make([]Unit, segments(a)), make([]span.Span, segments(a))
	for i := range a.Blocks {
		b := &a.Blocks[i]
		for j := range b.Segments {
			u, at := &units[0], &spans[0]
			units, spans = units[1:], spans[1:]
			*at = b.Segments[j].Span
			fillUnit(u, b, &b.Segments[j])
			u.Span = at
			d.Records = append(d.Records, Record{Unit: u})
		}
	}
	for _, r := range a.Removed {
		removed := &Removed{Step: r.Step, Reason: r.Reason, Span: &span.Span{Start: r.Span.Start, End: r.Span.End}}
		if r.Step != markupStep {
			removed.Text = a.Source.Text[r.Span.Start:r.Span.End]
		}
		d.Records = append(d.Records, Record{Removed: removed})
	}
	slices.SortStableFunc(d.Records, func(a, b Record) int { return cmp.Compare(a.start(), b.start()) })
	return d
}

// title is the title in the text, or else the one the file's head names.
func title(a *article.Article) string {
	for _, b := range a.Blocks {
		if b.Kind == article.Title && len(b.Segments) > 0 {
			whole := ""
			for _, s := range b.Segments {
				whole += s.Text
			}
			return whole
		}
	}
	return a.Value(article.FieldTitle)
}

func segments(a *article.Article) int {
	n := 0
	for i := range a.Blocks {
		n += len(a.Blocks[i].Segments)
	}
	return n
}

// fillUnit makes u the unit of segment s of block b.
func fillUnit(u *Unit, b *article.Block, s *article.Segment) {
	u.ID, u.At, u.Block, u.Level = s.ID, s.At, string(b.Kind), b.Level
	u.Zh, u.Edits = s.Text, s.Edits
	for _, broken := range s.Damaged {
		u.Findings = append(u.Findings, Finding{
			Rule: "damaged-source", Severity: Error, Source: &span.Span{Start: broken.Start, End: broken.End},
			Message: "the Chinese is broken here and could not be repaired",
		})
	}
}

// start is where the record begins in the source.
func (r Record) start() int {
	switch {
	case r.Unit != nil && r.Unit.Span != nil:
		return r.Unit.Span.Start
	case r.Removed != nil && r.Removed.Span != nil:
		return r.Removed.Span.Start
	}
	return 0
}
