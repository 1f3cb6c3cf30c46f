package align

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"duizhao/article"
	"duizhao/lang/span"
)

// Side is one of the two documents.
type Side struct {
	Path    string // as the caller names it; goes into the bitext
	Article *article.Article
	Front   Front // what the head of a Markdown file says
}

// ReadChinese reads the Chinese document. Unlike an article that is to be
// translated, a document of a pair keeps its metadata and closing lines as
// units, since their English must not look as if it had been added. The error
// is that of [article.Read], or says what is wrong with the front matter.
func ReadChinese(r io.Reader, path string) (*Side, error) {
	return readSide(r, path, article.Chinese)
}

// ReadEnglish reads the English document.
func ReadEnglish(r io.Reader, path string) (*Side, error) {
	return readSide(r, path, article.English)
}

func readSide(r io.Reader, path string, l article.Language) (*Side, error) {
	o := article.Options{Name: path, Language: l}
	if !isPage(path) {
		o.Keep = []string{"metadata", "boilerplate"}
	}
	a, err := article.Read(r, o)
	if err != nil {
		return nil, err
	}
	s := &Side{Path: path, Article: a}
	if a.Source.Format == article.FormatMarkdown {
		if s.Front, err = readFront(a.Source.Text); err != nil {
			return nil, fmt.Errorf("read %s: %w", path, err)
		}
	}
	return s, nil
}

// isPage reports whether a file is a page of a site by its name: what stands
// around the article of a page differs from language to language.
func isPage(path string) bool {
	path = strings.ToLower(path)
	return strings.HasSuffix(path, ".html") || strings.HasSuffix(path, ".htm")
}

// pieces are the segments of a side, with their blocks.
func (s *Side) pieces() []Piece {
	var out []Piece
	for i := range s.Article.Blocks {
		b := &s.Article.Blocks[i]
		for k := range b.Segments {
			out = append(out, Piece{Text: b.Segments[k].Text, Block: i, Kind: kindOf(b.Kind), Level: level(b)})
		}
	}
	return out
}

func kindOf(k article.Kind) Kind {
	switch k {
	case article.Title, article.Heading:
		return Heading
	case article.ListItem:
		return Item
	case article.TableCell:
		return Cell
	}
	return Prose
}

// level is that of a heading; a title is one of the first level.
func level(b *article.Block) int {
	if b.Kind == article.Title {
		return 1
	}
	return b.Level
}

// stretch is a piece of a side with the edits that give its text.
type stretch struct {
	text  string
	span  span.Span
	edits []span.Edit
}

// join makes one stretch of neighbouring segments: one space stands for what
// is between them.
func join(segments []*article.Segment) stretch {
	if len(segments) == 0 {
		return stretch{}
	}
	var b strings.Builder
	out := stretch{span: segments[0].Span}
	runes := 0
	for k, s := range segments {
		if k > 0 {
			gap := span.Edit{At: runes, Src: span.Span{Start: out.span.End, End: s.Span.Start}, Text: " "}
			out.edits = append(out.edits, gap)
			b.WriteByte(' ')
			runes++
		}
		for _, e := range s.Edits {
			e.At += runes
			out.edits = append(out.edits, e)
		}
		b.WriteString(s.Text)
		runes += len([]rune(s.Text))
		out.span.End = s.Span.End
	}
	out.text = b.String()
	out.edits = slices.Clip(out.edits)
	return out
}

// segments are the segments of a side in order.
func (s *Side) segments() []*article.Segment {
	var out []*article.Segment
	for i := range s.Article.Blocks {
		b := &s.Article.Blocks[i]
		for k := range b.Segments {
			out = append(out, &b.Segments[k])
		}
	}
	return out
}

// blocks are the blocks of the segments of a side, one for each segment.
func (s *Side) blocks() []*article.Block {
	var out []*article.Block
	for i := range s.Article.Blocks {
		for range s.Article.Blocks[i].Segments {
			out = append(out, &s.Article.Blocks[i])
		}
	}
	return out
}
