package exchange

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"duizhao/glossary"
)

// decode makes text of a file: UTF-8 with or without a byte order mark,
// UTF-16 with one, else GB18030, in which Chinese Windows saves tables.
func decode(data []byte, in *importer) string {
	if bytes.HasPrefix(data, []byte{0xFF, 0xFE}) || bytes.HasPrefix(data, []byte{0xFE, 0xFF}) {
		text, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(data)
		if err != nil {
			in.err = err
		}
		return string(text)
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	if utf8.Valid(data) {
		return string(data)
	}
	text, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data)
	if err != nil || strings.ContainsRune(string(text), utf8.RuneError) || bytes.ContainsRune(data, 0) {
		in.err = errors.New("neither UTF-8 nor GB18030 text")
		return ""
	}
	in.report(glossary.Warning, 1, "save it as UTF-8", "the file is read as GB18030")
	return string(text)
}
