package bitext

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
)

// sniffed is how much of a file is looked at to tell what it is.
const sniffed = 512

// ReadAll reads all documents of a bitext, whatever form that can be read it
// is in: JSON Lines, TMX, or a table (CSV, TSV) of Chinese and English. The
// form is told by the content. Errors name the line where there is one.
func ReadAll(r io.Reader) ([]*Document, error) {
	in := bufio.NewReaderSize(r, 64<<10)
	form, err := sniff(in)
	if err != nil {
		return nil, err
	}
	switch form {
	case formTMX:
		d, err := NewTMXReader(in).Read()
		if err != nil {
			return nil, fmt.Errorf("read TMX: %w", err)
		}
		return []*Document{d}, nil
	case formJSONL:
		return readJSONL(in)
	}
	d, err := readTable(in)
	if err != nil {
		return nil, err
	}
	return []*Document{d}, nil
}

// form is what a bitext is written in.
type form int

const (
	formTable form = iota
	formTMX
	formJSONL
)

// sniff tells the form of what in holds by its beginning.
func sniff(in *bufio.Reader) (form, error) {
	head, err := in.Peek(sniffed)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, bufio.ErrBufferFull) {
		return formTable, err
	}
	switch first := bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\uFEFF"))); {
	case len(first) == 0:
		return formTable, errors.New("the file is empty")
	case first[0] == '<', bytes.HasPrefix(head, []byte{0xFE, 0xFF}), bytes.HasPrefix(head, []byte{0xFF, 0xFE}):
		return formTMX, nil
	case first[0] == '{' || first[0] == '[':
		return formJSONL, nil
	}
	return formTable, nil
}

func readJSONL(in io.Reader) ([]*Document, error) {
	var docs []*Document
	for r := NewReader(in); ; {
		d, err := r.Read()
		if err == io.EOF {
			return docs, nil
		}
		if err != nil {
			return nil, err
		}
		docs = append(docs, d)
	}
}
