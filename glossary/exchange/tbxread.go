package exchange

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"duizhao/glossary"
)

// tbxReader reads TBX by the local names of its elements, so that files with
// the wrong namespace, the elements of the old edition under the new root, or
// data categories in either style are all read.
type tbxReader struct {
	in       *importer
	xml      *xml.Decoder
	entry    row
	statuses []string // the languages whose preferred term was read
	lang     string
	entries  int
}

// The elements that are an entry, a language and a term, in any edition.
var (
	tbxEntries   = []string{"conceptEntry", "termEntry"}
	tbxLanguages = []string{"langSec", "langSet"}
	tbxTerms     = []string{"termSec", "tig", "ntig"}
)

func readTBX(data []byte, in *importer) {
	text := decode(data, in)
	if in.err != nil {
		return
	}
	d := xml.NewDecoder(strings.NewReader(text))
	d.Entity = xml.HTMLEntity // a file that leans on a DTD that is not there
	d.CharsetReader = func(_ string, input io.Reader) (io.Reader, error) { return input, nil }
	r := &tbxReader{in: in, xml: d}
	if err := r.body(); err != nil {
		line, _ := d.InputPos()
		var syntax *xml.SyntaxError
		if errors.As(err, &syntax) {
			line, err = syntax.Line, errors.New(syntax.Msg)
		}
		in.report(glossary.Error, line, "", "%v", err)
		in.err = fmt.Errorf("line %d: %w", line, err)
		return
	}
	if r.entries == 0 {
		in.err = errors.New("no entry of TBX is in it")
	}
}

func (r *tbxReader) body() error {
	for {
		token, err := r.xml.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if err := r.start(t); err != nil {
				return err
			}
		case xml.EndElement:
			switch {
			case slices.Contains(tbxEntries, t.Name.Local):
				r.finish()
			case slices.Contains(tbxLanguages, t.Name.Local):
				r.lang = ""
			}
		}
	}
}

func (r *tbxReader) start(t xml.StartElement) error {
	name := t.Name.Local
	switch {
	case slices.Contains(tbxEntries, name):
		line, _ := r.xml.InputPos()
		r.entry, r.statuses, r.lang = row{line: line, id: attribute(t, "id")}, nil, ""
		if isNumbered(r.entry.id) {
			r.entry.id = ""
		}
		r.entries++
	case slices.Contains(tbxLanguages, name):
		r.lang, _, _ = strings.Cut(strings.ToLower(strings.ReplaceAll(attribute(t, "lang"), "_", "-")), "-")
	case slices.Contains(tbxTerms, name):
		return r.term()
	case r.entries > 0:
		return r.property(t)
	}
	return nil
}

// category is what an element says: in style DCA its type, in DCT its name.
func category(t xml.StartElement) string {
	if c := attribute(t, "type"); c != "" {
		return c
	}
	return t.Name.Local
}

// property reads what stands at the concept or its language.
func (r *tbxReader) property(t xml.StartElement) error {
	into := map[string]*string{
		"subjectField": &r.entry.domain, "definition": &r.entry.definition, "source": &r.entry.source.Name,
		"note": &r.entry.note, "externalCrossReference": &r.entry.source.Checked,
	}[category(t)]
	if into == nil {
		return nil // a group, or what we have no place for
	}
	text, err := r.text()
	if err != nil {
		return err
	}
	switch own, ok := strings.CutPrefix(text, ownNote); {
	case category(t) == "externalCrossReference":
		r.entry.source.URL = attribute(t, "target")
		if !isDate(text) {
			return nil
		}
	case category(t) == "note" && ok:
		r.own(own)
		return nil
	case category(t) == "note" && r.entry.note != "":
		text = r.entry.note + "\n" + text
	}
	*into = text
	return nil
}

// isDate reports whether s is YYYY-MM-DD or a part of it.
func isDate(s string) bool {
	return (len(s) == 4 || len(s) == 7 || len(s) == 10) && strings.Trim(s, "0123456789-") == ""
}

// own reads a note that carries a property of ours.
func (r *tbxReader) own(s string) {
	name, value, _ := strings.Cut(s, "=")
	switch name {
	case "id":
		r.entry.id = value
	case "binding":
		r.entry.binding = value
	case "kind":
		r.entry.kind = value
	case "status":
		r.entry.status = value
	}
}

// term reads one term with its properties.
func (r *tbxReader) term() error {
	var text string
	properties := make(map[string]string)
	for depth := 1; depth > 0; {
		token, err := r.xml.Token()
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch c := category(t); c {
			case "term", "administrativeStatus", "normativeAuthorization", "partOfSpeech", "termType", "note":
				s, err := r.text()
				if err != nil {
					return err
				}
				if c == "term" {
					text = s
				}
				properties[c] = s
			default:
				depth++
			}
		case xml.EndElement:
			depth--
		}
	}
	r.put(tidy(text), properties)
	return nil
}

// put files a term under the language it stands in, by its status and type.
func (r *tbxReader) put(text string, properties map[string]string) {
	if text == "" {
		return
	}
	standing := firstOf(properties["administrativeStatus"], properties["normativeAuthorization"])
	switch {
	case r.lang == "zh" && r.entry.zh == "":
		r.entry.zh = text
		r.status(standing)
	case r.lang == "zh" && standing == preferredTerm && !slices.Contains(r.statuses, "zh"):
		r.entry.zhAlso = append(r.entry.zhAlso, r.entry.zh)
		r.entry.zh = text
	case r.lang == "zh":
		r.entry.zhAlso = append(r.entry.zhAlso, text)
	case r.lang != "en":
	case strings.HasPrefix(standing, "deprecated") || strings.HasPrefix(standing, "forbidden") || strings.HasPrefix(standing, "obsolete"):
		r.entry.avoid = append(r.entry.avoid, text)
	case properties["termType"] == "acronym" || properties["termType"] == "abbreviation":
		r.entry.abbr = append(r.entry.abbr, text)
	default:
		r.rendering(text, standing, properties["partOfSpeech"])
	}
	if r.lang == "zh" && standing == preferredTerm {
		r.statuses = append(r.statuses, "zh")
	}
}

// rendering adds an English term, the preferred one in front.
func (r *tbxReader) rendering(text, standing, partOfSpeech string) {
	form := glossary.Form("")
	switch f := glossary.Form(partOfSpeech); f {
	case glossary.FormNoun, glossary.FormVerb, glossary.FormAdjective:
		form = f
	}
	r.status(standing)
	if standing == preferredTerm && !slices.Contains(r.statuses, "en") {
		r.statuses = append(r.statuses, "en")
		r.entry.en = append([]string{text}, r.entry.en...)
		r.entry.forms = append([]glossary.Form{form}, r.entry.forms...)
		return
	}
	r.entry.en = append(r.entry.en, text)
	r.entry.forms = append(r.entry.forms, form)
}

// status takes over what the status of a term says of the entry.
func (r *tbxReader) status(standing string) {
	switch {
	case r.entry.status != "":
	case standing == supersededTerm:
		r.entry.status = string(glossary.Deprecated)
	case standing == proposedTerm:
		r.entry.status = string(glossary.Proposed)
	case standing != "" && standing != preferredTerm && standing != admittedTerm && standing != deprecatedTerm:
		r.entry.status = standing // not known: the importer says so
	}
}

// finish makes a term of the entry. An abbreviation alone is the rendering.
func (r *tbxReader) finish() {
	if len(r.entry.en) == 0 && len(r.entry.abbr) > 0 {
		r.entry.en, r.entry.abbr = r.entry.abbr[:1], r.entry.abbr[1:]
		r.entry.forms = []glossary.Form{""}
	}
	if r.entry.zh == "" && len(r.entry.en) == 0 {
		r.in.report(glossary.Warning, r.entry.line, "", "an entry without Chinese and English is left out")
		return
	}
	r.in.add(r.entry)
}

// text reads the text of an element, that of elements inside it included.
func (r *tbxReader) text() (string, error) {
	var b strings.Builder
	for depth := 1; depth > 0; {
		token, err := r.xml.Token()
		if err != nil {
			return "", err
		}
		switch t := token.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		case xml.CharData:
			b.Write(t)
		}
	}
	return strings.TrimSpace(b.String()), nil
}

// attribute is the value of an attribute by its local name.
func attribute(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
