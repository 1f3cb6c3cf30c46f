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
	for i := range a.Blocks {
		b := &a.Blocks[i]
		for j := range b.Segments {
			d.Records = append(d.Records, Record{Unit: unit(b, &b.Segments[j])})
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

func unit(b *article.Block, s *article.Segment) *Unit {
	u := &Unit{
		ID: s.ID, At: s.At, Block: string(b.Kind), Level: b.Level,
		Zh: s.Text, Span: &span.Span{Start: s.Span.Start, End: s.Span.End}, Edits: s.Edits,
	}
	for _, broken := range s.Damaged {
		u.Findings = append(u.Findings, Finding{
			Rule: "damaged-source", Severity: Error, Source: &span.Span{Start: broken.Start, End: broken.End},
			Message: "the Chinese is broken here and could not be repaired",
		})
	}
	return u
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
