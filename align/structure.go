package align

import (
	"net/url"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"golang.org/x/net/html"

	"duizhao/article"
	"duizhao/lang/span"
)

// Part is something of the make of a document that its translation has as well.
type Part uint8

// The parts that are counted and compared.
const (
	PartHeading Part = iota // of one level
	PartItem
	PartTable
	PartCells // of one table
	PartLink
	PartImage
	PartCode // blocks, not words within a line
)

// String is the part's name in lower case, in the plural.
func (p Part) String() string {
	return [...]string{"headings", "list items", "tables", "table cells", "links", "images", "blocks of code"}[p]
}

// Element is one part of a document.
type Element struct {
	Part  Part
	Level int       // of a heading, 1 to 6; of cells, the number of their table, from 1
	Value string    // of links and images the address, of code the text
	Count int       // of cells, how many; else 1
	Span  span.Span // bytes of the decoded source; empty where only the beginning is known
}

// Structure lists the parts of a document, those of one kind in its order.
type Structure []Element

// Structure lists the parts of s. Headings are those that the markup says: by
// their numbers alone they are told in Chinese and not in English. Numbered
// paragraphs count as items, since （一） is no list of Markdown and "1." is.
func (s *Side) Structure() Structure {
	switch s.Article.Source.Format {
	case article.FormatMarkdown:
		out := blockElements(s.Article, false)
		return append(out, markdownElements(s.Article.Source.Text)...)
	case article.FormatHTML:
		out := blockElements(s.Article, true)
		return append(out, htmlElements(s.Article)...)
	}
	return blockElements(s.Article, false)
}

// blockElements are the parts that blocks tell.
func blockElements(a *article.Article, headings bool) Structure {
	var out Structure
	table := 0
	for i := range a.Blocks {
		b := &a.Blocks[i]
		e := Element{Count: 1, Span: b.Segments[0].Span}
		switch b.Kind {
		case article.Title, article.Heading:
			switch _, numbered := itemNumber(b.Segments[0].Text); {
			case headings:
				e.Part, e.Level = PartHeading, level(b)
			case numbered && !marked(a.Source.Text, e.Span.Start):
				e.Part = PartItem // the other language may have it as a paragraph
			default:
				continue
			}
		case article.ListItem:
			e.Part = PartItem
		case article.Paragraph:
			if _, numbered := itemNumber(b.Segments[0].Text); !numbered {
				continue
			}
			e.Part = PartItem
		case article.TableCell:
			if b.Table != table {
				table = b.Table
				out = append(out, Element{Part: PartTable, Count: 1, Span: e.Span})
				e.Part, e.Level = PartCells, table
				break
			}
			for k := len(out) - 1; ; k-- {
				if out[k].Part == PartCells {
					out[k].Count++
					break
				}
			}
			continue
		default:
			continue
		}
		out = append(out, e)
	}
	return out
}

// marked reports whether the line of byte at is a heading of Markdown.
func marked(source string, at int) bool {
	line := source[strings.LastIndexByte(source[:at], '\n')+1:]
	return strings.HasPrefix(strings.TrimLeft(line, " "), "#")
}

// markdownElements are the headings, links, images and blocks of code of a
// Markdown text.
func markdownElements(source string) Structure {
	_, body, _ := article.FrontMatter(source)
	if !article.ParsesAsMarkdown(body) {
		return nil
	}
	base := len(source) - len(body)
	data := []byte(body)
	var out Structure
	at := base // beginning of the text before
	// The walker returns no error of its own.
	err := ast.Walk(goldmark.DefaultParser().Parse(text.NewReader(data)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		e := Element{Count: 1}
		switch n := n.(type) {
		case *ast.Heading:
			e.Part, e.Level = PartHeading, n.Level
			if n.Lines().Len() > 0 {
				at = base + n.Lines().At(0).Start
			}
		case *ast.Text:
			at = base + n.Segment.Start
			return ast.WalkContinue, nil
		case *ast.Link:
			e.Part, e.Value = PartLink, string(n.Destination)
			if t, ok := n.FirstChild().(*ast.Text); ok {
				at = base + t.Segment.Start
			}
		case *ast.AutoLink:
			e.Part, e.Value = PartLink, string(n.URL(data))
		case *ast.Image:
			e.Part, e.Value = PartImage, string(n.Destination)
		case *ast.FencedCodeBlock, *ast.CodeBlock:
			e.Part, e.Value = PartCode, string(n.Lines().Value(data))
			if n.Lines().Len() > 0 {
				at = base + n.Lines().At(0).Start
			}
		default:
			return ast.WalkContinue, nil
		}
		e.Span = span.Span{Start: at, End: at}
		out = append(out, e)
		return ast.WalkContinue, nil
	})
	if err != nil {
		return nil
	}
	return out
}

// htmlElements are the links, images and blocks of code within the text of a
// page: between its first segment and its last.
func htmlElements(a *article.Article) Structure {
	first := a.Blocks[0].Segments[0].Span.Start
	last := first
	for i := range a.Blocks {
		for k := range a.Blocks[i].Segments {
			last = max(last, a.Blocks[i].Segments[k].Span.End)
		}
	}
	var out Structure
	z := html.NewTokenizer(strings.NewReader(a.Source.Text))
	for at := 0; at < last; {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		from := at
		at += len(z.Raw())
		if from < first || kind != html.StartTagToken && kind != html.SelfClosingTagToken {
			continue
		}
		t := z.Token()
		e := Element{Count: 1, Span: span.Span{Start: from, End: at}}
		switch t.Data {
		case "a":
			e.Part, e.Value = PartLink, attribute(t, "href")
		case "img":
			e.Part, e.Value = PartImage, attribute(t, "src")
		case "pre":
			e.Part = PartCode
		default:
			continue
		}
		if e.Value != "" || e.Part == PartCode {
			out = append(out, e)
		}
	}
	return out
}

func attribute(t html.Token, name string) string {
	for _, a := range t.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// Difference is a part of which the two documents have different numbers.
type Difference struct {
	Part   Part
	Level  int // of headings; of cells the number of their table
	Zh, En int // how many there are
	// Lost are the elements of the Chinese, Extra those of the English that
	// have no counterpart, as far as their addresses and text tell; where they
	// do not, the last ones. Cells have neither.
	Lost, Extra []Element
}

// Compare compares the parts of the two documents. Addresses of links count
// only where the numbers differ: a translation may point to the English page.
func Compare(zh, en Structure) []Difference {
	var out []Difference
	for part := PartHeading; part <= PartCode; part++ {
		levels := max(maxLevel(zh, part), maxLevel(en, part))
		for level := 0; level <= levels; level++ {
			a, b := zh.of(part, level), en.of(part, level)
			if total(a) == total(b) || part == PartCells && (len(a) == 0 || len(b) == 0) {
				continue
			}
			out = append(out, Difference{
				Part: part, Level: level, Zh: total(a), En: total(b), Lost: without(a, b), Extra: without(b, a),
			})
		}
	}
	return out
}

func maxLevel(s Structure, p Part) int {
	n := 0
	for _, e := range s {
		if e.Part == p {
			n = max(n, e.Level)
		}
	}
	return n
}

func (s Structure) of(p Part, level int) []Element {
	var out []Element
	for _, e := range s {
		if e.Part == p && e.Level == level {
			out = append(out, e)
		}
	}
	return out
}

func total(elements []Element) int {
	n := 0
	for _, e := range elements {
		n += e.Count
	}
	return n
}

// without are the elements of a that none of b matches by value, as many as a
// has more than b; of elements without values, the last ones.
func without(a, b []Element) []Element {
	more := len(a) - len(b)
	if more <= 0 {
		return nil
	}
	left := map[string]int{}
	for _, e := range b {
		left[e.key()]++
	}
	var out []Element
	for _, e := range a {
		if left[e.key()] > 0 {
			left[e.key()]--
		} else {
			out = append(out, e)
		}
	}
	return out[len(out)-more:]
}

// key is what the element is known by in either language.
func (e Element) key() string {
	if u, err := url.Parse(e.Value); err == nil && e.Part != PartCode {
		return u.Host + u.Path
	}
	return e.Value
}
