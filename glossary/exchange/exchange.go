// Package exchange promises that a glossary can leave and come back: it writes
// and reads the formats of other tools (tables, TBX, OmegaT, DeepL, Google),
// and says for every term what a format could not hold. What it reads is
// checked as a glossary file is; nothing is dropped without a diagnostic.
//
// Start with [Write] and [Read]; [Canonical] formats a glossary file in place.
// The package opens no files and judges no renderings.
package exchange

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"duizhao/glossary"
)

// Format is a form in which a glossary can be written.
type Format string

// The formats.
const (
	YAML   Format = "yaml"    // the glossary's own form
	JSON   Format = "json"    // the same keys
	CSV    Format = "csv"     // one row a term, with a header
	TSV    Format = "tsv"     // the same with tabs
	XLSX   Format = "xlsx"    // the same as a workbook
	TBX    Format = "tbx"     // ISO 30042:2019, dialect TBX-Basic, style DCA
	TBXDCT Format = "tbx-dct" // the same in style DCT
	TBX2   Format = "tbx2"    // ISO 30042:2008, martif, which most tools read
	OmegaT Format = "omegat"  // glossary of OmegaT: source, target, comment
	DeepL  Format = "deepl"   // one pair a line, tab separated
	Google Format = "google"  // one pair a line, comma separated, with language codes
)

// format is what the package knows of a format.
type format struct {
	name    Format
	endings []string // the first is the usual one
	holds   field    // what of a term survives
	only    bool     // approved terms only: a tool that cannot tell would enforce the others
	write   func(io.Writer, []*glossary.Term, Options) error
	read    func([]byte, *importer) // nil where the format is read as another
	readAs  Format
}

// formats is every format, in the order in which help lists them.
func formats() []format {
	return []format{
		{name: YAML, endings: []string{".yaml", ".yml"}, holds: everything, write: writeYAML, read: readYAML},
		{name: JSON, endings: []string{".json"}, holds: everything, write: writeJSON, read: readYAML},
		{name: CSV, endings: []string{".csv"}, holds: tableFields, write: writeCSV, read: readTable},
		{name: TSV, endings: []string{".tsv"}, holds: tableFields, write: writeTSV, readAs: CSV},
		{name: XLSX, endings: []string{".xlsx"}, holds: tableFields, write: writeXLSX, read: readXLSX},
		{name: TBX, endings: []string{".tbx"}, holds: tbxFields, write: writeTBX, read: readTBX},
		{name: TBXDCT, endings: []string{".tbx"}, holds: tbxFields, write: writeTBXDCT, readAs: TBX},
		{name: TBX2, endings: []string{".tbx"}, holds: tbxFields, write: writeTBX2, readAs: TBX},
		{name: OmegaT, endings: []string{".txt", ".utf8"}, holds: also | zhAlso | abbr | note, only: true, write: writeOmegaT, read: readList},
		{name: DeepL, endings: []string{".tsv"}, holds: zhAlso, only: true, write: writeDeepL, readAs: OmegaT},
		{name: Google, endings: []string{".csv"}, holds: zhAlso, only: true, write: writeGoogle, readAs: CSV},
	}
}

// Formats lists the names of the formats.
func Formats() []string {
	var names []string
	for _, f := range formats() {
		names = append(names, string(f.name))
	}
	return names
}

// FormatOf finds the format by the ending of a file name; ok is false where
// the ending tells nothing. The first format with the ending is taken.
func FormatOf(name string) (f Format, ok bool) {
	ending := strings.ToLower(filepath.Ext(name))
	for _, known := range formats() {
		if slices.Contains(known.endings, ending) {
			return known.name, true
		}
	}
	return "", false
}

func lookup(name Format) (format, error) {
	for _, f := range formats() {
		if f.name == name {
			return f, nil
		}
	}
	return format{}, fmt.Errorf("unknown format %q: want one of %s", name, strings.Join(Formats(), ", "))
}

// Options shape what is written.
type Options struct {
	// Languages are the tags of both sides in formats that have them; empty
	// means zh-CN and en-US.
	Languages [2]string
	Title     string              // of the file, where the format has one
	Contexts  map[string][]string // by id: sentences to show a reviewer, in XLSX
}

func (o Options) languages() (zh, en string) {
	if o.Languages == [2]string{} {
		return "zh-CN", "en-US"
	}
	return o.Languages[0], o.Languages[1]
}

// Loss says what of a term a format cannot hold.
type Loss struct {
	Term *glossary.Term
	What []string // "senses", "avoid" …; "the term" where it is left out whole
}

// Write writes terms in a format and says what is lost by it, in the order of
// the terms.
func Write(w io.Writer, name Format, terms []*glossary.Term, o Options) ([]Loss, error) {
	f, err := lookup(name)
	if err != nil {
		return nil, err
	}
	var losses []Loss
	var kept []*glossary.Term
	for _, t := range terms {
		if f.only && t.Status != glossary.Approved {
			losses = append(losses, Loss{t, []string{"the term: it is " + string(t.Status)}})
			continue
		}
		kept = append(kept, t)
		if lost := fieldsOf(t) &^ f.holds; lost != 0 {
			losses = append(losses, Loss{t, lost.names()})
		}
	}
	if err := f.write(w, kept, o); err != nil {
		return nil, fmt.Errorf("write %s: %w", name, err)
	}
	return losses, nil
}

// Read reads terms in a format; file stands in the diagnostics, whose lines
// are those of the file (rows, in a workbook). The terms are what can be used;
// an error means that the file is not in the format at all.
func Read(r io.Reader, name Format, file string) ([]*glossary.Term, []glossary.Diagnostic, error) {
	f, err := lookup(name)
	if err != nil {
		return nil, nil, err
	}
	if f.read == nil {
		if f, err = lookup(f.readAs); err != nil {
			return nil, nil, err
		}
	}
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, nil, fmt.Errorf("read %s: %w", file, err)
	}
	in := &importer{file: file}
	f.read(data, in)
	if f.name != YAML && f.name != JSON {
		in.check()
	}
	if in.err != nil {
		return nil, in.diags, fmt.Errorf("read %s: %w", file, in.err)
	}
	return in.terms, in.diags, nil
}
