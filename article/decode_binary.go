package article

import "strings"

// magic is what a file that is no text begins with. The signatures are those
// of the formats' own specifications.
var magic = [...]struct{ prefix, kind string }{
	{"%PDF-", "a PDF; save it as text or HTML first"},
	{"PK\x03\x04", "a DOCX, XLSX, OFD or ZIP file; save it as text or HTML first"},
	{"PK\x05\x06", "an empty ZIP file"},
	{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old Word, Excel or WPS file; save it as text or HTML first"},
	{`{\rtf`, "an RTF file; save it as text or HTML first"},
	{"\x89PNG\r\n", "a PNG image; the text in it must be read by other software first"},
	{"\xFF\xD8\xFF", "a JPEG image; the text in it must be read by other software first"},
	{"GIF87a", "a GIF image"},
	{"GIF89a", "a GIF image"},
	{"II*\x00", "a TIFF image; the text in it must be read by other software first"},
	{"MM\x00*", "a TIFF image; the text in it must be read by other software first"},
	{"\x1F\x8B", "a gzip file; unpack it first"},
	{"Rar!\x1A\x07", "a RAR file; unpack it first"},
	{"7z\xBC\xAF\x27\x1C", "a 7z file; unpack it first"},
	{"BZh9", "a bzip2 file; unpack it first"},
	{"\xFD7zXZ\x00", "an xz file; unpack it first"},
	{"bplist00", "a Safari web archive; save the page as HTML (page source) first"},
	{"\x7FELF", "a program"},
	{"SQLite format 3\x00", "a SQLite database"},
	{"\xFF\xFE\x00\x00", "UTF-32 text; save it as UTF-8 first"},
	{"\x00\x00\xFE\xFF", "UTF-32 text; save it as UTF-8 first"},
}

// mhtmlWithin is how far the head of a MIME message is looked at, in bytes.
const mhtmlWithin = 1 << 10

// binaryKind says what data looks like and what to do about it, where it is
// certainly no text, and "" otherwise.
func binaryKind(data string) string {
	for _, m := range magic {
		if strings.HasPrefix(data, m.prefix) {
			return m.kind
		}
	}
	head := data[:min(len(data), mhtmlWithin)]
	if strings.Contains(head, "MIME-Version:") && strings.Contains(head, "multipart/related") {
		return "a web archive (MHTML); save the page as HTML first"
	}
	return ""
}
