package exchange

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"duizhao/glossary"
)

// tbxFields is what TBX-Basic holds, the properties of ours in notes included.
const tbxFields = id | zhAlso | also | avoid | abbr | binding | status | kind | domain | source | definition | note | wordClass

// The values of administrativeStatus (TBX-Basic, module Min).
const (
	preferredTerm  = "preferredTerm-admn-sts"
	admittedTerm   = "admittedTerm-admn-sts"
	deprecatedTerm = "deprecatedTerm-admn-sts"
	supersededTerm = "supersededTerm-admn-sts"
	proposedTerm   = "proposedTerm-admn-sts" // in files of others
)

// ownNote begins the notes that carry what TBX-Basic has no category for.
const ownNote = "duizhao:"

// dialect is one of the three ways to write the same entries.
type dialect struct {
	head, tail  string // %s: the title
	entry, lang string // elements
	term        string
	category    func(element, name string) (open, end string)
}

// dca names a data category in an attribute: <termNote type="partOfSpeech">.
func dca(element, name string) (string, string) {
	return element + ` type="` + name + `"`, element
}

// dct names it by the element, in the namespace of its module.
func dct(_, name string) (string, string) {
	module := "basic"
	if slices.Contains([]string{"administrativeStatus", "customerSubset", "externalCrossReference", "partOfSpeech", "subjectField"}, name) {
		module = "min"
	}
	return module + ":" + name, module + ":" + name
}

const (
	tbxHead = `<?xml version="1.0" encoding="UTF-8"?>
<tbx style="%s" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"%s>
<tbxHeader><fileDesc><titleStmt><title>%%s</title></titleStmt><sourceDesc><p>written by duizhao</p></sourceDesc></fileDesc></tbxHeader>
<text><body>
`
	martifHead = `<?xml version="1.0" encoding="UTF-8"?>
<martif type="TBX-Basic" xml:lang="en">
<martifHeader><fileDesc><titleStmt><title>%s</title></titleStmt><sourceDesc><p>written by duizhao</p></sourceDesc></fileDesc><encodingDesc><p type="XCSURI">TBXBasicXCSV02.xcs</p></encodingDesc></martifHeader>
<text><body>
`
	dctNamespaces = ` xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"`
)

// writeTBX writes ISO 30042:2019 in the style DCA.
func writeTBX(w io.Writer, terms []*glossary.Term, o Options) error {
	return writeDialect(w, terms, o, dialect{
		head: fmt.Sprintf(tbxHead, "dca", ""), tail: "</body></text>\n</tbx>\n",
		entry: "conceptEntry", lang: "langSec", term: "termSec", category: dca,
	})
}

// writeTBXDCT writes ISO 30042:2019 in the style DCT.
func writeTBXDCT(w io.Writer, terms []*glossary.Term, o Options) error {
	return writeDialect(w, terms, o, dialect{
		head: fmt.Sprintf(tbxHead, "dct", dctNamespaces), tail: "</body></text>\n</tbx>\n",
		entry: "conceptEntry", lang: "langSec", term: "termSec", category: dct,
	})
}

// writeTBX2 writes ISO 30042:2008 without a DTD, which readers would have to
// fetch.
func writeTBX2(w io.Writer, terms []*glossary.Term, o Options) error {
	return writeDialect(w, terms, o, dialect{
		head: martifHead, tail: "</body></text>\n</martif>\n",
		entry: "termEntry", lang: "langSet", term: "tig", category: dca,
	})
}

// tbxWriter writes the entries of one file.
type tbxWriter struct {
	dialect
	out *bufio.Writer
}

func writeDialect(w io.Writer, terms []*glossary.Term, o Options, d dialect) error {
	t := tbxWriter{d, bufio.NewWriter(w)}
	title := o.Title
	if title == "" {
		title = "Glossary"
	}
	fmt.Fprintf(t.out, d.head, escapeXML(title))
	zh, en := o.languages()
	for i, term := range terms {
		t.write(term, i+1, zh, en)
	}
	t.out.WriteString(d.tail)
	return t.out.Flush()
}

// write writes one concept. In TBX-Basic a note may stand beside the other
// properties of the concept, before the languages.
func (t tbxWriter) write(term *glossary.Term, n int, zh, en string) {
	fmt.Fprintf(t.out, "<%s id=\"%s\">\n", t.entry, tbxID(term, n))
	t.property("descrip", "subjectField", term.Domain)
	t.property("descrip", "definition", term.Definition)
	t.property("admin", "source", term.Source.Name)
	if term.Source.URL != "" {
		open, end := t.category("xref", "externalCrossReference")
		fmt.Fprintf(t.out, "<%s target=\"%s\">%s</%s>\n", open, escapeXML(term.Source.URL), escapeXML(term.Source.Checked), end)
	}
	for _, note := range append(ownNotes(term), term.Note) {
		if note != "" {
			fmt.Fprintf(t.out, "<note>%s</note>\n", escapeXML(note))
		}
	}
	normative := term.Status != glossary.Proposed
	status := func(s string) string {
		switch {
		case !normative:
			return ""
		case term.Status == glossary.Deprecated && s != deprecatedTerm:
			return supersededTerm
		}
		return s
	}
	t.open(t.lang, zh)
	t.name(term.Zh, status(preferredTerm), "", "")
	for _, form := range term.ZhAlso {
		t.name(form, status(admittedTerm), "", "")
	}
	fmt.Fprintf(t.out, "</%s>\n", t.lang)
	t.open(t.lang, en)
	t.english(term, status)
	fmt.Fprintf(t.out, "</%s>\n</%s>\n", t.lang, t.entry)
}

// english writes the renderings, abbreviations and avoided forms.
func (t tbxWriter) english(term *glossary.Term, status func(string) string) {
	written := make(map[string]bool)
	for _, s := range term.Senses {
		for _, r := range s.Renderings {
			class := wordClassOf(r.Form)
			if written[r.En+"\x00"+class] || written[r.En] && class == "" {
				continue
			}
			rank := admittedTerm
			if len(written) == 0 {
				rank = preferredTerm
			}
			written[r.En], written[r.En+"\x00"+class] = true, true
			t.name(r.En, status(rank), class, "")
		}
	}
	for _, a := range term.Abbr {
		t.name(a, status(admittedTerm), "", "acronym")
	}
	for _, a := range avoided(term) {
		t.name(a, deprecatedTerm, "", "")
	}
}

func (t tbxWriter) open(element, lang string) {
	fmt.Fprintf(t.out, "<%s xml:lang=\"%s\">\n", element, escapeXML(lang))
}

// name writes one term with its properties.
func (t tbxWriter) name(text, status, partOfSpeech, termType string) {
	fmt.Fprintf(t.out, "<%s><term>%s</term>", t.term, escapeXML(text))
	for _, p := range [][2]string{{"partOfSpeech", partOfSpeech}, {"administrativeStatus", status}, {"termType", termType}} {
		if p[1] != "" {
			open, end := t.category("termNote", p[0])
			fmt.Fprintf(t.out, "<%s>%s</%s>", open, p[1], end)
		}
	}
	fmt.Fprintf(t.out, "</%s>\n", t.term)
}

func (t tbxWriter) property(element, name, value string) {
	if value == "" {
		return
	}
	open, end := t.category(element, name)
	fmt.Fprintf(t.out, "<%s>%s</%s>\n", open, escapeXML(value), end)
}

// ownNotes carries what other tools do not know; they keep notes.
func ownNotes(t *glossary.Term) []string {
	var out []string
	own := ""
	if t.ID != t.Zh && !isTBXID(t.ID) {
		own = t.ID
	}
	for _, p := range [][2]string{
		{"id", own}, {"binding", unless(t.Binding, glossary.Fixed)}, {"kind", string(t.Kind)}, {"status", unless(t.Status, glossary.Approved)},
	} {
		if p[1] != "" {
			out = append(out, ownNote+p[0]+"="+p[1])
		}
	}
	return out
}

// wordClassOf is the partOfSpeech of a form, "" where it is none.
func wordClassOf(f glossary.Form) string {
	switch f {
	case glossary.FormNoun, glossary.FormVerb, glossary.FormAdjective:
		return string(f)
	}
	return ""
}

// tbxID is the id of an entry as XML takes it; numbered where the term has
// none that is a name of XML.
func tbxID(t *glossary.Term, n int) string {
	if t.ID != t.Zh && isTBXID(t.ID) {
		return t.ID
	}
	return fmt.Sprintf("c%d", n)
}

// isTBXID reports whether the id of a term can be that of its entry.
func isTBXID(s string) bool { return isXMLName(s) && !isNumbered(s) }

// isNumbered reports whether an id is one that tbxID makes up.
func isNumbered(s string) bool {
	digits, ok := strings.CutPrefix(s, "c")
	return ok && digits != "" && strings.Trim(digits, "0123456789") == ""
}

// isXMLName is a little stricter than an NCName of Namespaces in XML 1.0.
func isXMLName(s string) bool {
	for i, r := range s {
		if !unicode.IsLetter(r) && r != '_' && (i == 0 || !unicode.IsDigit(r) && r != '-' && r != '.') {
			return false
		}
	}
	return s != ""
}

// escapeXML gives s as character data or the value of an attribute, without
// the characters that XML 1.0, section 2.2, does not allow.
func escapeXML(s string) string {
	s = strings.Map(func(r rune) rune {
		if r == '\t' || r == '\n' || r >= ' ' && r != 0xFFFE && r != 0xFFFF {
			return r
		}
		return -1
	}, s)
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(s)
}
