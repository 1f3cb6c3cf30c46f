package bitext

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"duizhao/lang/han"
)

// Format is a form in which a bitext can be written.
type Format string

// The formats. All but JSONL and TMX lose something; [Format.Loses] says what.
const (
	JSONL    Format = "jsonl"
	Markdown Format = "markdown"
	HTML     Format = "html"
	CSV      Format = "csv"
	TSV      Format = "tsv"
	TMX      Format = "tmx"
	Text     Format = "text"
	Table    Format = "table"
)

// writers is every format, in the order in which help lists them.
var writers = []struct {
	format  Format
	endings []string
	loses   string
	write   func(io.Writer, *Document, Options) error
}{
	{JSONL, []string{".jsonl", ".ndjson"}, "", nil}, // takes several documents, see Write
	{Table, nil, "places, edits, metadata, removed text", writeTable},
	{Markdown, []string{".md", ".markdown"}, "places, edits, metadata", writeMarkdown},
	{HTML, []string{".html", ".htm"}, "places, edits", writeHTML},
	{CSV, []string{".csv"}, "places, edits, metadata, removed text", writeCSV},
	{TSV, []string{".tsv", ".tab"}, "places, edits, metadata, removed text, line breaks and tabs inside a cell", writeTSV},
	{TMX, []string{".tmx"}, "", writeTMX},
	{Text, []string{".txt"}, "everything but the two texts", writeText},
}

// Formats lists the formats that [Write] knows.
func Formats() []Format {
	formats := make([]Format, len(writers))
	for i, w := range writers {
		formats[i] = w.format
	}
	return formats
}

// FormatOf finds the format by the ending of a file name; ok is false where
// the ending tells nothing.
func FormatOf(name string) (f Format, ok bool) {
	ending := strings.ToLower(filepath.Ext(name))
	for _, w := range writers {
		for _, e := range w.endings {
			if e == ending {
				return w.format, true
			}
		}
	}
	return "", false
}

// ParseFormat reads the name of a format; an unknown one gives an error that
// lists the names.
func ParseFormat(name string) (Format, error) {
	names := make([]string, len(writers))
	for i, w := range writers {
		if string(w.format) == name || (w.format == Markdown && name == "md") {
			return w.format, nil
		}
		names[i] = string(w.format)
	}
	return "", fmt.Errorf("unknown format %q: want one of %s", name, strings.Join(names, ", "))
}

// Ending is the usual ending of files in the format: ".jsonl".
func (f Format) Ending() string {
	for _, w := range writers {
		if w.format == f && len(w.endings) > 0 {
			return w.endings[0]
		}
	}
	return ".txt"
}

// OneDocument reports whether a file in the format holds one document only.
func (f Format) OneDocument() bool { return f == HTML || f == CSV || f == TSV || f == TMX }

// Loses says what the format cannot hold; "" for JSONL and TMX, which hold all.
func (f Format) Loses() string {
	for _, w := range writers {
		if w.format == f {
			return w.loses
		}
	}
	return ""
}

// Options shape the formats for people. The zero value is good for a file.
type Options struct {
	// TMXLanguages are the language tags of TMX; empty means zh-CN (zh-TW for
	// a source in traditional script) and en-US.
	TMXLanguages [2]string

	Script han.Script // show the Chinese in this script; "" as it is
	Width  int        // columns of the terminal table; 0 means 100
	Color  bool       // mark terms in the terminal table with colour
}

// Write writes documents in a format. Several documents stand one after the
// other where the format allows it, see [Format.OneDocument].
func Write(w io.Writer, f Format, o Options, docs ...*Document) error {
	if f == JSONL {
		return WriteJSONL(w, docs...)
	}
	for _, entry := range writers {
		if entry.format != f {
			continue
		}
		if f.OneDocument() && len(docs) != 1 {
			return fmt.Errorf("write %s: one document a file, have %d", f, len(docs))
		}
		for i, d := range docs {
			if i > 0 {
				if _, err := io.WriteString(w, "\n"); err != nil {
					return err
				}
			}
			if err := entry.write(w, d, o); err != nil {
				return fmt.Errorf("write %s: %w", f, err)
			}
		}
		return nil
	}
	_, err := ParseFormat(string(f))
	return err
}

// language is the tag of the Chinese as it is shown; source is the script of
// the source, "" where unknown.
func (o Options) language(source string) string {
	if o.Script != "" {
		source = string(o.Script)
	}
	if source == "" {
		return "zh"
	}
	return "zh-" + source
}

// show brings Chinese into the script that the reader asked for; the number
// of runes stays, so that spans stay right.
func (o Options) show(zh string) string {
	switch o.Script {
	case han.Hans:
		return han.Simplify(zh)
	case han.Hant:
		return han.Traditionalise(zh)
	}
	return zh
}
