package bitext

import (
	"bufio"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/go-json-experiment/json"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// TMXReader reads the units of a TMX file one by one, so that a memory of any
// size can be gone through. It takes TMX 1.1 to 1.4 of any tool, in any
// encoding: of each <tu> the first variant in Chinese and the first in
// English, without the codes of inline elements.
type TMXReader struct {
	xml       *xml.Decoder
	head      *Document // of the header; records behind the last unit are in trailing
	trailing  []Record
	pending   []Record
	languages []string // seen in units that are no pair
	pairs     int
	skipped   int
}

// NewTMXReader reads from r.
func NewTMXReader(r io.Reader) *TMXReader { return newTMXReader(r, nil) }

// newTMXReader keeps what is read, decoded, in text, which may be nil.
func newTMXReader(r io.Reader, text *recorder) *TMXReader {
	// A byte order mark decides before the declaration does.
	in := transform.NewReader(bufio.NewReaderSize(r, 64<<10), unicode.BOMOverride(transform.Nop))
	d := xml.NewDecoder(text.record(in))
	d.CharsetReader = func(label string, input io.Reader) (io.Reader, error) {
		if strings.HasPrefix(strings.ToLower(label), "utf-16") {
			return input, nil // the byte order mark was seen to; what has none is not XML
		}
		decoded, err := charset.NewReaderLabel(label, input)
		if err != nil {
			return nil, err
		}
		return text.record(decoded), nil
	}
	return &TMXReader{xml: d}
}

// ErrNoPair is returned, wrapped, for a file without a unit in both languages.
var ErrNoPair = errors.New("no unit in Chinese and English")

// Skipped is the number of units so far without a Chinese and an English side.
func (r *TMXReader) Skipped() int { return r.skipped }

// Read reads the whole file.
func (r *TMXReader) Read() (*Document, error) {
	var records []Record
	for {
		record, err := r.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		records = append(records, record)
	}
	d := r.Header()
	d.Records = append(records, r.trailing...)
	nameUnits(d)
	return d, nil
}

// Header is what the file says of the document, once Next was called.
func (r *TMXReader) Header() *Document {
	if r.head == nil {
		return &Document{}
	}
	return r.head
}

// Next returns the next unit or removed stretch, and io.EOF behind the last
// unit. What is not well-formed gives a [*LineError].
func (r *TMXReader) Next() (Record, error) {
	if len(r.pending) > 0 {
		first := r.pending[0]
		r.pending = r.pending[1:]
		return first, nil
	}
	for {
		token, err := r.xml.Token()
		if err == io.EOF {
			return Record{}, r.end()
		}
		if err != nil {
			return Record{}, r.at(err)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch start.Name.Local {
		case "header":
			if err := r.header(start); err != nil {
				return Record{}, err
			}
		case "tu":
			found, err := r.unit(start)
			if err != nil {
				return Record{}, err
			}
			if len(found) > 0 {
				r.pending = found[1:]
				return found[0], nil
			}
		case "tmx", "body":
		default:
			return Record{}, r.at(fmt.Errorf("<%s> is not TMX", start.Name.Local))
		}
	}
}

// end tells a file without any pair from one that was read.
func (r *TMXReader) end() error {
	switch {
	case r.pairs > 0 || r.head != nil && r.skipped == 0:
		return io.EOF
	case len(r.languages) > 0:
		return fmt.Errorf("%w; its languages are %s", ErrNoPair, strings.Join(r.languages, ", "))
	}
	return fmt.Errorf("%w", ErrNoPair)
}

func (r *TMXReader) at(err error) error {
	line, _ := r.xml.InputPos()
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		line, err = syntax.Line, errors.New(syntax.Msg)
	}
	return &LineError{line, err}
}

// The shapes of the elements that are read.
type (
	tmxHeader struct {
		Props []tmxProp `xml:"prop"`
	}
	tmxProp struct {
		Type string `xml:"type,attr"`
		Text string `xml:",chardata"`
	}
	tmxTu struct {
		ID       string       `xml:"tuid,attr"`
		Props    []tmxProp    `xml:"prop"`
		Variants []tmxVariant `xml:"tuv"`
	}
	tmxVariant struct {
		Lang    string `xml:"http://www.w3.org/XML/1998/namespace lang,attr"`
		OldLang string `xml:"lang,attr"` // before TMX 1.4
		Seg     tmxSeg `xml:"seg"`
	}
	tmxSeg struct{ text string }
)

// UnmarshalXML keeps the text of a segment: that of highlighted stretches is
// text, what stands in the other inline elements is code.
func (s *tmxSeg) UnmarshalXML(d *xml.Decoder, start xml.StartElement) error {
	var b strings.Builder
	code := 0
	for depth := 1; depth > 0; {
		token, err := d.Token()
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			depth++
			if code > 0 || t.Name.Local != "hi" && t.Name.Local != "seg" {
				code++
			}
		case xml.EndElement:
			depth--
			code = max(code-1, 0)
		case xml.CharData:
			if code == 0 {
				b.Write(t)
			}
		}
	}
	s.text = b.String()
	return nil
}

func (r *TMXReader) header(start xml.StartElement) error {
	var h tmxHeader
	if err := r.xml.DecodeElement(&h, &start); err != nil {
		return r.at(err)
	}
	for _, p := range h.Props {
		switch p.Type {
		case propDocument:
			_, head, err := parseLine([]byte(p.Text))
			if err != nil {
				return r.at(fmt.Errorf("property %s: %w", p.Type, err))
			}
			r.head = head
		case propRemoved:
			record, err := readRemoved(p)
			if err != nil {
				return r.at(err)
			}
			r.trailing = append(r.trailing, record)
		}
	}
	return nil
}

func readRemoved(p tmxProp) (Record, error) {
	var removed Removed
	if err := json.Unmarshal([]byte(p.Text), &removed); err != nil {
		return Record{}, fmt.Errorf("property %s: %w", p.Type, cause(err))
	}
	return Record{Removed: &removed}, nil
}

// unit reads a <tu>; it gives nothing where it is no pair.
func (r *TMXReader) unit(start xml.StartElement) ([]Record, error) {
	var tu tmxTu
	if err := r.xml.DecodeElement(&tu, &start); err != nil {
		return nil, r.at(err)
	}
	u := &Unit{}
	var out []Record
	var ours *tmxUnit
	for _, p := range tu.Props {
		switch p.Type {
		case propRemoved:
			record, err := readRemoved(p)
			if err != nil {
				return nil, r.at(err)
			}
			out = append(out, record)
		case propUnit:
			ours = &tmxUnit{}
			if err := json.Unmarshal([]byte(p.Text), ours); err != nil {
				return nil, r.at(fmt.Errorf("property %s: %w", p.Type, cause(err)))
			}
			u = &ours.Unit
		}
	}
	zh, hasZh := tu.side("zh", "zho", "chi", "cmn")
	en, hasEn := tu.side("en", "eng")
	if !hasZh && !hasEn || ours == nil && (!hasZh || !hasEn) {
		r.skip(tu)
		return out, nil
	}
	r.pairs++
	if ours == nil {
		u.ID, u.Zh, u.En = tu.ID, zh, en
	} else {
		ours.take(zh, en)
	}
	return append(out, Record{Unit: u}), nil
}

// take joins the texts of the segments with the rest of the unit. Where
// another tool has changed them, what was said of them holds no longer.
func (t *tmxUnit) take(zh, en string) {
	u := &t.Unit
	if pairHash(zh, en) != t.Hash {
		u.Terms, u.Findings, u.Status, u.Origin = nil, nil, "", FromPerson
		u.Zh, u.En = zh, en
		return
	}
	if u.Zh == "" {
		u.Zh = zh
	}
	if u.En == "" {
		u.En = en
	}
}

// side is the text of the first variant in a language, by its primary subtag.
func (tu *tmxTu) side(codes ...string) (string, bool) {
	for _, v := range tu.Variants {
		code, _, _ := strings.Cut(strings.ReplaceAll(v.lang(), "_", "-"), "-")
		if slices.Contains(codes, strings.ToLower(code)) {
			return v.Seg.text, true
		}
	}
	return "", false
}

func (v tmxVariant) lang() string {
	if v.Lang != "" {
		return v.Lang
	}
	return v.OldLang
}

func (r *TMXReader) skip(tu tmxTu) {
	r.skipped++
	for _, v := range tu.Variants {
		if l := v.lang(); l != "" && !slices.Contains(r.languages, l) && len(r.languages) < 8 {
			r.languages = append(r.languages, l)
		}
	}
}
