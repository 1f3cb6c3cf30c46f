package bitext

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"duizhao/lang/han"
)

// The properties in which TMX carries what it has no element for. Tools that
// do not know them leave them alone.
const (
	propDocument = "x-duizhao-document"
	propRemoved  = "x-duizhao-removed" // of the unit that follows; in the header, behind the last
	propUnit     = "x-duizhao-unit"
)

// tmxHead begins a file: TMX 1.4b, section "header". The version of the tool
// is that of the form, so that a file does not change with every release.
const tmxHead = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header creationtool="duizhao" creationtoolversion="%d" segtype="sentence" o-tmf="duizhao" adminlang="en-US" srclang="%s" datatype="plaintext">
`

// tmxUnit is what stands in the property of a unit. The texts are left out
// where the segments have them whole.
type tmxUnit struct {
	Unit Unit   `json:"unit"`
	Hash string `json:"hash"` // of both texts: tells whether another tool has changed them
}

// writeTMX writes TMX 1.4. Each unit is a <tu>; what TMX cannot hold travels
// in properties, so that reading gives the document back.
func writeTMX(w io.Writer, d *Document, o Options) error {
	t := &tmxWriter{out: bufio.NewWriterSize(w, 64<<10)}
	t.zh, t.en = o.tmxLanguages(d.Source.Script)
	fmt.Fprintf(t.out, tmxHead, Version, escapeAttribute(t.zh))
	t.prop(propDocument, d.head())
	var removed []*Removed // not written yet
	last := len(d.Records)
	for last > 0 && d.Records[last-1].Unit == nil {
		last--
	}
	for _, r := range d.Records[last:] {
		t.prop(propRemoved, r.Removed)
	}
	t.out.WriteString("</header>\n<body>\n")
	for _, r := range d.Records[:last] {
		if r.Unit == nil {
			removed = append(removed, r.Removed)
			continue
		}
		t.unit(r.Unit, removed)
		removed = removed[:0]
	}
	t.out.WriteString("</body>\n</tmx>\n")
	if t.err != nil {
		return t.err
	}
	return t.out.Flush()
}

// tmxLanguages are the tags of both sides.
func (o Options) tmxLanguages(script string) (zh, en string) {
	zh, en = "zh-CN", "en-US"
	if script == string(han.Hant) {
		zh = "zh-TW"
	}
	if o.TMXLanguages != [2]string{} {
		return o.TMXLanguages[0], o.TMXLanguages[1]
	}
	return zh, en
}

// tmxWriter writes the elements; the first error is kept.
type tmxWriter struct {
	out    *bufio.Writer
	zh, en string
	err    error
}

func (t *tmxWriter) unit(u *Unit, removed []*Removed) {
	fmt.Fprintf(t.out, "<tu tuid=\"%s\" creationid=\"duizhao\">\n", escapeAttribute(u.ID))
	for _, r := range removed {
		t.prop(propRemoved, r)
	}
	rest := tmxUnit{Unit: *u, Hash: pairHash(u.Zh, u.En)}
	if legalXML(u.Zh) == u.Zh {
		rest.Unit.Zh = ""
	}
	if legalXML(u.En) == u.En {
		rest.Unit.En = ""
	}
	t.prop(propUnit, rest)
	t.variant(t.zh, u.Zh, "")
	if u.En != "" {
		t.variant(t.en, u.En, ` creationid="duizhao"`)
	}
	t.out.WriteString("</tu>\n")
}

func (t *tmxWriter) variant(lang, text, attributes string) {
	fmt.Fprintf(t.out, "<tuv xml:lang=\"%s\"%s><seg>%s</seg></tuv>\n", escapeAttribute(lang), attributes, escapeXML(text))
}

// prop writes a value as JSON into a property.
func (t *tmxWriter) prop(name string, value any) {
	var b bytes.Buffer
	err := json.MarshalWrite(&b, value, jsontext.EscapeForHTML(false), jsontext.AllowInvalidUTF8(true))
	if err != nil && t.err == nil {
		t.err = err
	}
	// JSON may hold the two characters that XML may not; both stand in strings only.
	text := strings.NewReplacer("\uFFFE", `\ufffe`, "\uFFFF", `\uffff`).Replace(b.String())
	fmt.Fprintf(t.out, "<prop type=\"%s\">%s</prop>\n", name, escapeXML(text))
}

// escapeXML gives s as character data, without what XML cannot hold.
func escapeXML(s string) string { return xmlEscaper.Replace(legalXML(s)) }

var xmlEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\r", "&#xD;")

// escapeAttribute gives s as the value of an attribute, where a line break
// would be read as a space.
func escapeAttribute(s string) string {
	return strings.NewReplacer(`"`, "&quot;", "\n", "&#xA;", "\t", "&#x9;").Replace(escapeXML(s))
}

// legalXML drops the characters that XML 1.0, section 2.2, does not allow.
func legalXML(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t', r == '\n', r == '\r', r >= 0x20 && r < 0xFFFE, r >= 0x10000:
			return r
		}
		return -1
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

// pairHash is short: it tells an edit from none, not more.
func pairHash(zh, en string) string {
	sum := sha256.Sum256([]byte(legalXML(zh) + "\x00" + legalXML(en)))
	return hex.EncodeToString(sum[:4])
}
