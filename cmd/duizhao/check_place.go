package main

import (
	"bytes"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"

	"duizhao/align"
	"duizhao/bitext"
	"duizhao/check/report"
	"duizhao/lang/span"
)

// textFile is a file that findings point into, decoded.
type textFile struct {
	path  string // as results show it
	text  string
	above int          // lines of the file in front of the text
	lines func() []int // byte where each line begins
}

func newTextFile(path, text string) *textFile {
	return &textFile{path: sourcePath(path), text: text, lines: sync.OnceValue(func() []int {
		starts := []int{0}
		for i := strings.IndexByte(text, '\n'); i >= 0; {
			start := starts[len(starts)-1] + i + 1
			starts = append(starts, start)
			i = strings.IndexByte(text[start:], '\n')
		}
		return starts
	})}
}

// line is the line, from 1, of a byte of the text.
func (f *textFile) line(at int) int {
	starts := f.lines()
	return sort.Search(len(starts), func(i int) bool { return starts[i] > at })
}

// place is where bytes at of the text stand.
func (f *textFile) place(at span.Span) report.Place {
	p := report.Place{Path: f.path, Line: f.line(at.Start), EndLine: f.line(max(at.End, at.Start))}
	p.Column = f.column(p.Line, at.Start)
	p.EndColumn = f.column(p.EndLine, max(at.End, at.Start))
	p.Line, p.EndLine = p.Line+f.above, p.EndLine+f.above
	return p
}

func (f *textFile) column(line, at int) int {
	return utf8.RuneCountInString(f.text[f.lines()[line-1]:at]) + 1
}

// side says where one language of the units of a document stands.
type side struct {
	file *textFile

	// locate gives the bytes of the file where runes at of the text of a unit
	// stand, or all of the text where at is nil; ok is false where that is not
	// known.
	locate func(unit int, at *span.Span) (out span.Span, ok bool)

	escape func(text string) string // how text stands in the file
}

func asItIs(text string) string { return text }

// place is where runes at of unit i stand; with i < 0 it is the file.
func (s *side) place(i int, at *span.Span) report.Place {
	if i >= 0 {
		if where, ok := s.locate(i, at); ok {
			return s.file.place(where)
		}
	}
	return report.Place{Path: s.file.path}
}

// chineseSide is the Chinese of a pair of files.
func chineseSide(file *textFile, units []*bitext.Unit) *side {
	return &side{file, func(i int, at *span.Span) (span.Span, bool) {
		u := units[i]
		if u.Span == nil {
			return span.Span{}, false
		}
		return inSource(file.text, *u.Span, u.Edits, at), true
	}, asItIs}
}

// englishSide is the English of a pair of files.
func englishSide(file *textFile, p *align.Pairing) *side {
	return &side{file, func(i int, at *span.Span) (span.Span, bool) {
		t := p.Targets[i]
		return inSource(file.text, t.Span, t.Edits, at), true
	}, asItIs}
}

func inSource(text string, in span.Span, edits []span.Edit, at *span.Span) span.Span {
	if at == nil || in.Empty() {
		return in
	}
	return span.ToSource(text, in, edits, *at)
}

// recordSide is one language of a document in JSON Lines; key is "zh" or "en",
// record gives the line of a unit.
func recordSide(file *textFile, record func(unit int) (span.Span, bool), key string) *side {
	return &side{file, func(i int, at *span.Span) (span.Span, bool) {
		line, ok := record(i)
		if !ok {
			return span.Span{}, false
		}
		value, ok := jsonValue(file.text[line.Start:line.End], key)
		if !ok {
			return span.Span{Start: line.Start, End: line.Start}, true
		}
		raw := file.text[line.Start+value.Start : line.Start+value.End]
		where := span.Span{Start: 1, End: len(raw) - 1} // without the quotes
		if at != nil {
			where = span.Span{Start: rawJSON(raw, at.Start), End: rawJSON(raw, at.End)}
		}
		return where.Shift(line.Start + value.Start), true
	}, inJSON}
}

// unitLines finds the lines of the units of documents in JSON Lines: every
// line that is not blank is a record, and every document begins with one of
// its own, but the first need not.
func unitLines(file *textFile, docs []*bitext.Document) [][]span.Span {
	var lines []span.Span
	starts := file.lines()
	for i, start := range starts {
		end := len(file.text)
		if i+1 < len(starts) {
			end = starts[i+1] - 1
		}
		if strings.TrimSpace(strings.TrimPrefix(file.text[start:end], "\uFEFF")) != "" {
			lines = append(lines, span.Span{Start: start, End: end})
		}
	}
	heads := len(lines)
	for _, d := range docs {
		heads -= len(d.Records)
	}
	out := make([][]span.Span, len(docs))
	for k, d := range docs {
		if k > 0 || heads == len(docs) {
			lines = lines[min(1, len(lines)):]
		}
		for _, r := range d.Records {
			if len(lines) == 0 {
				break
			}
			if r.Unit != nil {
				out[k] = append(out[k], lines[0])
			}
			lines = lines[1:]
		}
	}
	return out
}

// jsonValue finds the string that an object has under a key: its bytes, quotes
// included.
func jsonValue(object, key string) (span.Span, bool) {
	skipped := len(object) - len(strings.TrimPrefix(object, "\uFEFF"))
	d := jsontext.NewDecoder(bytes.NewReader([]byte(object[skipped:])), jsontext.AllowInvalidUTF8(true), jsontext.AllowDuplicateNames(true))
	if t, err := d.ReadToken(); err != nil || t.Kind() != '{' {
		return span.Span{}, false
	}
	for {
		name, err := d.ReadToken()
		if err != nil || name.Kind() != '"' {
			return span.Span{}, false
		}
		found := name.String() == key
		value, err := d.ReadValue()
		if err != nil {
			return span.Span{}, false
		}
		if found {
			end := skipped + int(d.InputOffset())
			return span.Span{Start: end - len(value), End: end}, value.Kind() == '"'
		}
	}
}

// inJSON is text as it stands inside a JSON string.
func inJSON(text string) string {
	quoted, err := jsontext.AppendQuote(nil, text)
	if err != nil {
		return "" // only for text that is not UTF-8, which no rendering is
	}
	return string(quoted[1 : len(quoted)-1])
}

// rawJSON is the byte of a quoted JSON string where rune n of its text stands.
func rawJSON(raw string, n int) int {
	i := 1
	for ; n > 0 && i < len(raw)-1; n-- {
		i += jsonRune(raw[i:])
	}
	return min(i, len(raw)-1)
}

// jsonRune is the length in bytes of the first character of a JSON string.
func jsonRune(s string) int {
	const escape = len(`\u0000`)
	switch {
	case s[0] != '\\':
		_, n := utf8.DecodeRuneInString(s)
		return n
	case len(s) < 2 || s[1] != 'u' || len(s) < escape:
		return min(2, len(s))
	case len(s) >= 2*escape && strings.ContainsRune("dD", rune(s[2])) && strings.ContainsRune("89abAB", rune(s[3])) && s[escape] == '\\':
		return 2 * escape // a surrogate pair
	}
	return escape
}

// foundText is where a text stands in a file, and how it is escaped there.
type foundText struct {
	at      span.Span // bytes of the file; empty where the text was not found
	escaped *strings.Replacer
}

// foundSides are both languages of a file in another form: the texts are
// looked for in the file, in their order.
func foundSides(file *textFile, units []*bitext.Unit, markup bool) (zh, en *side) {
	escapes := tableEscapes
	if markup {
		escapes = markupEscapes
	}
	escape := escapes[0].Replace
	found := sync.OnceValues(func() (zh, en []foundText) { return findTexts(file, units, escapes) })
	zh = &side{file, func(i int, at *span.Span) (span.Span, bool) {
		zhs, _ := found()
		return zhs[i].locate(units[i].Zh, at)
	}, escape}
	en = &side{file, func(i int, at *span.Span) (span.Span, bool) {
		_, ens := found()
		return ens[i].locate(units[i].En, at)
	}, escape}
	return zh, en
}

// locate is where runes at of the text stand.
func (f *foundText) locate(text string, at *span.Span) (span.Span, bool) {
	if f.at.Empty() || at == nil {
		return f.at, f.at.End > 0
	}
	runes := []rune(text)
	start := f.at.Start + len(f.escaped.Replace(string(runes[:at.Start])))
	return span.Span{Start: start, End: start + len(f.escaped.Replace(string(runes[at.Start:at.End])))}, true
}

// findTexts looks for the texts of units in a file that holds them one after
// the other, as TMX and tables do: each pair of texts close together. What is
// not found gets the place of the unit before it.
func findTexts(file *textFile, units []*bitext.Unit, escapes []*strings.Replacer) (zh, en []foundText) {
	from := 0
	for _, u := range units {
		a, b := findPair(file.text, from, u, escapes)
		zh, en = append(zh, a), append(en, b)
		from = max(a.at.End, b.at.End)
	}
	return zh, en
}

// slack is how far apart, in bytes, the two texts of a unit may stand in a file.
const slack = 16 << 10

// findPair finds the two texts of a unit behind byte from. The English may
// stand on either side of the Chinese, but its words may also stand in what
// comes before, so the first place behind is preferred.
func findPair(text string, from int, u *bitext.Unit, escapes []*strings.Replacer) (zh, en foundText) {
	end := min(len(text), from+slack+2*(len(u.Zh)+len(u.En)))
	zh = findText(text, span.Span{Start: from, End: end}, u.Zh, escapes)
	en = findText(text, span.Span{Start: zh.at.End, End: end}, u.En, escapes)
	if en.at.Empty() {
		en = findText(text, span.Span{Start: from, End: end}, u.En, escapes)
	}
	return zh, en
}

// The ways in which a text may stand in a table and in markup. Of two that fit
// at one place the first is meant: a quotation mark in quotes stands twice.
var (
	tableEscapes  = []*strings.Replacer{strings.NewReplacer(`"`, `""`), strings.NewReplacer()}
	markupEscapes = []*strings.Replacer{
		strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;"),
		strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;"),
		strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&apos;"),
		strings.NewReplacer(), // CDATA
	}
)

// findText finds the first place of want in a stretch of text, however it is
// escaped; where there is none, the beginning of the stretch.
func findText(text string, in span.Span, want string, escapes []*strings.Replacer) foundText {
	best := foundText{at: span.Span{Start: in.Start, End: in.Start}}
	if want == "" {
		return best
	}
	for i, e := range escapes {
		escaped := e.Replace(want)
		if i > 0 && escaped == escapes[i-1].Replace(want) {
			continue
		}
		at := strings.Index(text[in.Start:in.End], escaped)
		if at >= 0 && (best.at.Empty() || in.Start+at < best.at.Start) {
			best = foundText{span.Span{Start: in.Start + at, End: in.Start + at + len(escaped)}, e}
		}
	}
	return best
}
