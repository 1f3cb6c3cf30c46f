package bitext

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"

	"duizhao/lang/han"
)

// heads are the names by which a header calls the two sides, besides those
// that begin with a language tag.
var heads = map[string][]string{
	"zh": {"zh", "chinese", "source", "中文", "原文"},
	"en": {"en", "english", "target", "英文", "译文"},
}

// layout says in which column what stands; -1 where nowhere.
type layout struct{ zh, en, id, at, block, status int }

// readTable reads CSV or TSV: with a header that names the sides, or two
// columns without one, the Chinese before the English.
func readTable(r io.Reader) (*Document, error) {
	text, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	in := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(text), "\uFEFF")))
	in.Comma, in.FieldsPerRecord, in.LazyQuotes = separator(string(text)), -1, true
	d := &Document{}
	var columns layout
	for n := 0; ; n++ {
		row, err := in.Read()
		if err == io.EOF {
			break
		}
		var broken *csv.ParseError
		if errors.As(err, &broken) {
			return nil, &LineError{broken.Line, broken.Err}
		}
		if err != nil {
			return nil, err
		}
		line, _ := in.FieldPos(0)
		if n == 0 {
			header := false
			if columns, header = layoutOf(row); header {
				continue
			}
		}
		if columns.zh >= len(row) || columns.en >= len(row) || columns.zh < 0 || columns.en < 0 {
			return nil, &LineError{line, fmt.Errorf("no bitext: want JSON Lines, TMX, or a table with a Chinese and an English column, have %d cells", len(row))}
		}
		d.Records = append(d.Records, Record{Unit: columns.unit(row)})
	}
	nameUnits(d)
	return d, nil
}

// separator is the one of tab, comma and semicolon that the first line has.
func separator(text string) rune {
	line, _, _ := strings.Cut(text, "\n")
	for _, sep := range "\t,;" {
		if strings.ContainsRune(line, sep) {
			return sep
		}
	}
	return ','
}

// layoutOf reads the header, if row is one.
func layoutOf(row []string) (layout, bool) {
	l := layout{-1, -1, -1, -1, -1, -1}
	for i, cell := range row {
		name := strings.ToLower(strings.TrimSpace(cell))
		switch {
		case l.zh < 0 && isHead(name, "zh"):
			l.zh = i
		case l.en < 0 && isHead(name, "en"):
			l.en = i
		case name == "id":
			l.id = i
		case name == "at":
			l.at = i
		case name == "block":
			l.block = i
		case name == "status":
			l.status = i
		}
	}
	if l.zh >= 0 && l.en >= 0 {
		return l, true
	}
	l = layout{-1, -1, -1, -1, -1, -1}
	if len(row) == 2 && strings.ContainsFunc(row[0], han.Is) {
		l.zh, l.en = 0, 1
	}
	return l, false
}

func isHead(name, language string) bool {
	for _, h := range heads[language] {
		if name == h {
			return true
		}
	}
	return strings.HasPrefix(name, language+"-") || strings.HasPrefix(name, language+"_")
}

func (l layout) unit(row []string) *Unit {
	cell := func(i int) string {
		if i < 0 || i >= len(row) {
			return ""
		}
		return active(row[i])
	}
	return &Unit{
		ID: cell(l.id), At: cell(l.at), Block: cell(l.block), Zh: cell(l.zh), En: cell(l.en), Status: Status(cell(l.status)),
	}
}

// active undoes [inert].
func active(cell string) string {
	if rest, ok := strings.CutPrefix(cell, "'"); ok && inert(rest) != rest {
		return rest
	}
	return cell
}
