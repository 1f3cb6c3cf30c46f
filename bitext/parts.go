package bitext

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"strings"

	"duizhao/article"
)

// Part is a stretch of a bitext: the documents that lie in it, each with its
// head, and with those of its records that lie in the stretch.
type Part struct {
	Documents []*Document
	Continued bool   // the first document began in the part before
	GoesOn    bool   // the last document goes on in the next part
	Text      string // what the part was read from, decoded to UTF-8
	Line      int    // of the file, from 1, where Text begins
}

// Parts reads a bitext in parts of some units each, so that one of any size
// can be gone through; together they have the documents, records and ids that
// [ReadAll] gives. No cut lies beside a merged unit, so a part may be a little
// longer. Tables are read as one part. After an error nothing follows.
func Parts(r io.Reader, units int) iter.Seq2[*Part, error] {
	return func(yield func(*Part, error) bool) {
		in := bufio.NewReaderSize(r, 64<<10)
		form, err := sniff(in)
		if err != nil {
			yield(nil, err)
			return
		}
		var source recordReader
		switch form {
		case formTMX:
			text := &recorder{}
			source = &tmxRecords{r: newTMXReader(in, text), text: text}
		case formJSONL:
			lines := NewReader(in)
			lines.raw = &recorder{}
			source = &jsonlRecords{r: lines}
		case formTable:
			yield(tablePart(in))
			return
		}
		p := &parting{recordReader: source, size: units}
		for {
			part, err := p.next()
			if err == io.EOF || !yield(part, err) || err != nil {
				return
			}
		}
	}
}

// recordReader reads the records of a bitext one by one.
type recordReader interface {
	// record returns the next record, or the head of the document that begins
	// here; io.EOF behind the last.
	record() (Record, *Document, error)

	// taken takes the text in front of what was returned last; at the end, all
	// that is left.
	taken() string

	// trailing are the records behind the last unit, where these stand elsewhere.
	trailing() []Record
}

func tablePart(in io.Reader) (*Part, error) {
	text, err := io.ReadAll(in)
	if err != nil {
		return nil, err
	}
	d, err := readTable(strings.NewReader(string(text)))
	if err != nil {
		return nil, err
	}
	return &Part{Documents: []*Document{d}, Text: string(text), Line: 1}, nil
}

// parting cuts a bitext into parts.
type parting struct {
	recordReader
	size int

	lines  int       // in the parts before
	goesOn bool      // the part before ended inside a document
	head   *Document // of the document that the next part begins in
	held   *Record   // read, and to stand in the next part
	ids    *article.IDs
	ended  bool
}

// next reads the next part, or io.EOF.
func (p *parting) next() (*Part, error) {
	if p.ended {
		return nil, io.EOF
	}
	part := &Part{Continued: p.goesOn, Line: p.lines + 1}
	if p.head != nil {
		part.Documents = append(part.Documents, p.head)
	}
	units := 0
	if p.held != nil {
		units = p.add(part, *p.held)
	}
	p.head, p.held, p.goesOn = nil, nil, false
	for {
		r, head, err := p.record()
		switch {
		case err == io.EOF:
			p.ended = true
			for _, r := range p.trailing() {
				p.add(part, r)
			}
			return p.cut(part), nil
		case err != nil:
			return nil, err
		case head != nil && units >= p.size:
			p.head, p.ids = head, nil
			return p.cut(part), nil
		case head != nil:
			p.ids = nil
			part.Documents = append(part.Documents, head)
			continue
		}
		if d := part.last(); units >= p.size && d != nil && r.Unit != nil && r.Unit.Status != Merged && !endsMerged(d) {
			next := *d
			next.Records = nil
			p.head, p.held, p.goesOn, part.GoesOn = &next, &r, true, true
			return p.cut(part), nil
		}
		units += p.add(part, r)
	}
}

// cut ends a part in front of the record that was read last.
func (p *parting) cut(part *Part) *Part {
	part.Text = p.taken()
	p.lines += strings.Count(part.Text, "\n")
	return part
}

// add puts a record into the last document and returns how many units it is.
func (p *parting) add(part *Part, r Record) int {
	d := part.last()
	if d == nil {
		d = &Document{}
		part.Documents = append(part.Documents, d)
	}
	d.Records = append(d.Records, r)
	if r.Unit == nil {
		return 0
	}
	if r.Unit.ID == "" {
		if p.ids == nil {
			p.ids = article.NewIDs()
		}
		r.Unit.ID = p.ids.Next(r.Unit.Zh)
	}
	return 1
}

// last is the last document of the part, or nil.
func (p *Part) last() *Document {
	if len(p.Documents) == 0 {
		return nil
	}
	return p.Documents[len(p.Documents)-1]
}

// endsMerged reports whether the last unit of d shares its English.
func endsMerged(d *Document) bool {
	for i := len(d.Records) - 1; i >= 0; i-- {
		if u := d.Records[i].Unit; u != nil {
			return u.Status == Merged
		}
	}
	return false
}

// jsonlRecords reads records in JSON Lines.
type jsonlRecords struct {
	r      *Reader
	before int // bytes of the text in front of the line that was read last
}

func (j *jsonlRecords) record() (Record, *Document, error) {
	j.before = len(j.r.raw.text)
	line, err := j.r.next()
	if err == io.EOF {
		j.before = len(j.r.raw.text)
	}
	if err != nil {
		return Record{}, nil, err
	}
	r, head, err := parseLine(line)
	if err != nil {
		return r, nil, &LineError{j.r.line, err}
	}
	return r, head, nil
}

func (j *jsonlRecords) taken() string { return j.r.raw.take(&j.before) }

func (j *jsonlRecords) trailing() []Record { return nil }

// tmxRecords reads records in TMX.
type tmxRecords struct {
	r      *TMXReader
	headed bool // the head was returned
	text   *recorder
	before int // bytes of the text in front of the <tu> that was read last
}

func (t *tmxRecords) record() (Record, *Document, error) {
	if len(t.r.pending) == 0 {
		t.before = len(t.text.text)
	}
	record, err := t.r.Next()
	switch {
	case err != nil && err != io.EOF:
		return record, nil, fmt.Errorf("read TMX: %w", err)
	case !t.headed: // known only now; what was read waits, and the end comes again
		t.headed = true
		if err == nil {
			t.r.pending = append([]Record{record}, t.r.pending...)
		}
		head := *t.r.Header()
		return Record{}, &head, nil
	case err == io.EOF:
		t.before = len(t.text.text)
	}
	return record, nil, err
}

func (t *tmxRecords) taken() string { return t.text.take(&t.before) }

func (t *tmxRecords) trailing() []Record { return t.r.trailing }

// recorder keeps a text as it is read.
type recorder struct{ text []byte }

// take takes the first n bytes out of the text.
func (r *recorder) take(n *int) string {
	front := string(r.text[:*n])
	r.text = r.text[:copy(r.text, r.text[*n:])]
	*n = 0
	return front
}

// record returns a reader that keeps what is read from it byte by byte, as an
// XML decoder does; a nil recorder keeps nothing.
func (r *recorder) record(in io.Reader) io.Reader {
	if r == nil {
		return in
	}
	return &recording{bufio.NewReaderSize(in, 64<<10), r}
}

type recording struct {
	*bufio.Reader
	to *recorder
}

func (r *recording) ReadByte() (byte, error) {
	b, err := r.Reader.ReadByte()
	if err == nil {
		r.to.text = append(r.to.text, b)
	}
	return b, err
}
