package bitext

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"duizhao/article"
)

// The kinds of records in JSON Lines.
const (
	kindDocument = "document"
	kindUnit     = "unit"
	kindRemoved  = "removed"
)

// documentRecord is the first line of a document.
type documentRecord struct {
	Kind     string         `json:"kind"`
	Version  int            `json:"version"`
	Title    string         `json:"title,omitzero"`
	Source   Source         `json:"source,omitempty"`
	Metadata []Field        `json:"metadata,omitempty"`
	Glossary []GlossaryFile `json:"glossary,omitempty"`
	Engine   Engine         `json:"engine,omitempty"`
	Extra    jsontext.Value `json:",unknown"`
}

type unitRecord struct {
	Kind string `json:"kind"`
	Unit
}

type removedRecord struct {
	Kind string `json:"kind"`
	Removed
}

// WriteJSONL writes documents in the canonical form: one JSON object a line,
// the document first, then its records.
func WriteJSONL(w io.Writer, docs ...*Document) error {
	out := bufio.NewWriterSize(w, 64<<10)
	var line bytes.Buffer
	put := func(record any) error {
		line.Reset()
		if err := json.MarshalWrite(&line, record, jsontext.EscapeForHTML(false), jsontext.AllowInvalidUTF8(true)); err != nil {
			return fmt.Errorf("write bitext: %w", err)
		}
		line.WriteByte('\n')
		_, err := out.Write(line.Bytes())
		return err
	}
	for _, d := range docs {
		if err := put(d.head()); err != nil {
			return err
		}
		for _, r := range d.Records {
			var err error
			switch {
			case r.Unit != nil:
				err = put(unitRecord{kindUnit, *r.Unit})
			case r.Removed != nil:
				err = put(removedRecord{kindRemoved, *r.Removed})
			}
			if err != nil {
				return err
			}
		}
	}
	return out.Flush()
}

// head is the record that begins d.
func (d *Document) head() documentRecord {
	return documentRecord{
		Kind: kindDocument, Version: Version, Title: d.Title, Source: d.Source, Metadata: d.Metadata,
		Glossary: d.Glossary, Engine: d.Engine, Extra: d.Extra,
	}
}

// LineError says which line of a file could not be read.
type LineError struct {
	Line int // from 1
	Err  error
}

func (e *LineError) Error() string { return fmt.Sprintf("line %d: %v", e.Line, e.Err) }

// Unwrap returns the cause.
func (e *LineError) Unwrap() error { return e.Err }

// Reader reads documents in JSON Lines, one after the other.
type Reader struct {
	in   *bufio.Reader
	line int
	held *Document // begun by a line that closed the document before

	raw *recorder // what was read, or nil
}

// NewReader reads from r. Besides the canonical form it takes lines in the
// short form {"zh": …, "en": …}, with or without an id and without any
// document record.
func NewReader(r io.Reader) *Reader {
	return &Reader{in: bufio.NewReaderSize(r, 64<<10)}
}

// Read returns the next document, or io.EOF after the last. A line that is
// no record gives a [*LineError].
func (r *Reader) Read() (*Document, error) {
	d := r.held
	r.held = nil
	for {
		line, err := r.next()
		if err == io.EOF {
			if d == nil {
				return nil, io.EOF
			}
			nameUnits(d)
			return d, nil
		}
		if err != nil {
			return nil, err
		}
		record, head, err := parseLine(line)
		if err != nil {
			return nil, &LineError{r.line, err}
		}
		switch {
		case head != nil && d != nil:
			r.held = head
			nameUnits(d)
			return d, nil
		case head != nil:
			d = head
		default:
			if d == nil {
				d = &Document{}
			}
			d.Records = append(d.Records, record)
		}
	}
}

// next returns the next line that is not blank, without its end.
func (r *Reader) next() ([]byte, error) {
	for {
		line, err := r.in.ReadBytes('\n')
		if len(line) == 0 && err != nil {
			return nil, err
		}
		if err != nil && err != io.EOF {
			return nil, err
		}
		r.line++
		if r.raw != nil {
			r.raw.text = append(r.raw.text, line...)
		}
		if r.line == 1 {
			line = bytes.TrimPrefix(line, []byte("\uFEFF"))
		}
		if line = bytes.TrimSpace(line); len(line) > 0 {
			return line, nil
		}
	}
}

// ErrVersion is returned, wrapped, for a bitext of a later version.
var ErrVersion = errors.New("written by a later version of duizhao")

// parseLine reads one line; head is set where it begins a document.
func parseLine(line []byte) (r Record, head *Document, err error) {
	var kind struct {
		Kind string `json:"kind"`
	}
	// Duplicate names are let through here and refused by the full reading.
	if err := json.Unmarshal(line, &kind); err != nil {
		return r, nil, cause(err)
	}
	switch kind.Kind {
	case kindDocument:
		var rec documentRecord
		if err := json.Unmarshal(line, &rec); err != nil {
			return r, nil, cause(err)
		}
		if rec.Version > Version {
			return r, nil, fmt.Errorf("version %d: %w", rec.Version, ErrVersion)
		}
		return r, &Document{
			Title: rec.Title, Source: rec.Source, Metadata: rec.Metadata,
			Glossary: rec.Glossary, Engine: rec.Engine, Extra: rec.Extra,
		}, nil
	case kindRemoved:
		var rec removedRecord
		if err := json.Unmarshal(line, &rec); err != nil {
			return r, nil, cause(err)
		}
		return Record{Removed: &rec.Removed}, nil, nil
	case kindUnit, "":
		var rec unitRecord
		if err := json.Unmarshal(line, &rec); err != nil {
			return r, nil, cause(err)
		}
		if rec.Zh == "" && rec.En == "" && kind.Kind == "" {
			return r, nil, errors.New(`no unit: want an object with "zh" and "en"`)
		}
		return Record{Unit: &rec.Unit}, nil, nil
	}
	return r, nil, fmt.Errorf("unknown kind of record %q: want document, unit or removed", kind.Kind)
}

// cause shortens what the JSON library says: its Go types mean nothing to
// the person whose file is broken.
func cause(err error) error {
	var syntax *jsontext.SyntacticError
	if errors.As(err, &syntax) {
		return fmt.Errorf("not valid JSON at byte %d: %w", syntax.ByteOffset+1, syntax.Err)
	}
	var semantic *json.SemanticError
	if errors.As(err, &semantic) {
		if semantic.Err != nil {
			return fmt.Errorf("%s: %w", semantic.JSONPointer, semantic.Err)
		}
		if semantic.JSONPointer == "" {
			return fmt.Errorf("want a JSON object, have a %v", semantic.JSONKind)
		}
		return fmt.Errorf("%s: a %v does not belong here", semantic.JSONPointer, semantic.JSONKind)
	}
	return err
}

// nameUnits gives an id to units that came without one.
func nameUnits(d *Document) {
	ids := article.NewIDs()
	for _, u := range d.Units() {
		if u.ID != "" {
			continue
		}
		u.ID = ids.Next(u.Zh)
	}
}
