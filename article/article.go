// Package article promises that a Chinese article comes out of the bytes that
// people really have — scraped, mis-converted, wrapped, in any encoding, full
// of navigation — as clean blocks and segments, and that nothing is lost on
// the way: every rune of the source that is not white space lies in exactly
// one segment, metadata field or removed stretch, and each segment can be
// rebuilt from the source byte for byte.
//
// Start with [Read]. The package does not translate, does not know any
// glossary, and opens no files.
package article

import "duizhao/lang/span"

// Format is the make of the input.
type Format string

// The formats that [Read] knows. The zero value asks Read to find out.
const (
	FormatAuto     Format = ""
	FormatText     Format = "text"
	FormatMarkdown Format = "markdown"
	FormatHTML     Format = "html"
)

// Article is one article, read, cleaned and segmented.
type Article struct {
	Source  Source
	Meta    []Field   // in order of the source
	Blocks  []Block   // in order of the source
	Removed []Removed // in order of the source; disjoint from all segments and fields
	Steps   []Step    // what each cleaning step did, in the order they ran
}

// Source is the decoded source: UTF-8 with the byte order mark dropped, CRLF
// kept, each undecodable byte U+FFFD. Every span.Span called Span in this
// package counts bytes of Text.
type Source struct {
	Text     string
	SHA256   string // hex, of the bytes as they were read
	Encoding string // "utf-8", "gb18030", "big5", "utf-16le", "utf-16be"
	Format   Format // never FormatAuto
	Script   string // "Hans", "Hant", or "" where the text does not tell
}

// Names of metadata fields.
const (
	FieldTitle     = "title" // of the HTML head or front matter; the title in the text is a block
	FieldPublisher = "publisher"
	FieldPublished = "published" // value YYYY-MM-DD
	FieldAuthor    = "author"
	FieldURL       = "url"
	FieldNumber    = "number" // document number: 国发〔2021〕23号
	FieldOther     = "other"  // a label or the rest of a metadata line, which has no value of its own
)

// Field is a stretch of the source that says something about the article.
type Field struct {
	Name  string
	Value string    // normalised
	Span  span.Span // empty where the text that says it stays content, such as the date below a signature
}

// Value returns the value of the first field called name, or "".
func (a *Article) Value(name string) string {
	for _, f := range a.Meta {
		if f.Name == name {
			return f.Value
		}
	}
	return ""
}

// Kind is the kind of a block.
type Kind string

// The kinds of blocks.
const (
	Title     Kind = "title"
	Heading   Kind = "heading"
	Paragraph Kind = "paragraph"
	ListItem  Kind = "list-item"
	TableCell Kind = "table-cell"
)

// Block is one paragraph, heading, list item or table cell.
type Block struct {
	Kind     Kind
	Level    int // of a heading: 1 to 6
	Table    int // of a table cell: the number of its table, from 1
	Row, Col int // of a table cell, from 1
	Segments []Segment
}

// Segment is one sentence, or one heading, item or cell: what becomes a unit.
type Segment struct {
	ID      string      // 8 hex digits of a hash of the folded text, "-2", "-3" … for repeats
	At      string      // for people: "title.s1", "h2.s1", "p3.s2", "l4.s1", "t1r2c3.s1"
	Text    string      // cleaned, without surrounding white space
	Span    span.Span   // bytes of the decoded source
	Edits   []span.Edit // replayed on Span they give Text
	Damaged []span.Span // runes of Text that are broken and could not be repaired
}

// Removed is a stretch of the source that stands in no segment.
type Removed struct {
	Step   string // the step that took it, see [Steps]
	Reason string // for people: "site navigation", "copyright notice"
	Span   span.Span
}

// Step reports what one cleaning step did.
type Step struct {
	Name  string
	Count int
	Spans []span.Span // bytes of the decoded source, in order
}

// Language is the language of an article.
type Language string

// The languages that [Read] knows. The zero value is Chinese.
const (
	Chinese Language = ""
	English Language = "en"
)

// Options say how to read an article. The zero value reads anything.
type Options struct {
	Language       Language // of an English one only what is no text is taken out, and its sentences are English ones
	Name           string   // file name; its ending helps to find the format, and errors name it
	Format         Format   // FormatAuto finds out
	Encoding       string   // a label such as "gb18030"; "" finds out
	MaxBytes       int64    // refuse larger input; 0 means DefaultMaxBytes
	Keep           []string // steps whose removed blocks become units all the same, see [Keepable]
	SplitSemicolon bool     // also split segments at ；
	MaxRunes       int      // split longer segments at clause marks; 0: never
}

// DefaultMaxBytes is how much [Read] accepts where Options do not say.
const DefaultMaxBytes = 64 << 20
