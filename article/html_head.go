package article

import (
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"duizhao/lang/han"
	"duizhao/lang/span"
)

// metaField is what a meta tag of some name means; where several tags give one
// field, the lowest rank wins.
type metaField struct {
	field string
	rank  int
}

// metaFields has the names, in lower case, that the standard for government
// sites (政府网站发展指引, 国办发〔2017〕47号) asks for, those of Open Graph and
// those of news sites.
var metaFields = map[string]metaField{
	"articletitle":           {FieldTitle, 1},
	"og:title":               {FieldTitle, 2},
	"twitter:title":          {FieldTitle, 4},
	"pubdate":                {FieldPublished, 1},
	"publishdate":            {FieldPublished, 2},
	"article:published_time": {FieldPublished, 3},
	"contentsource":          {FieldPublisher, 1},
	"source":                 {FieldPublisher, 2},
	"author":                 {FieldAuthor, 1},
	"og:article:author":      {FieldAuthor, 2},
	"article:author":         {FieldAuthor, 3},
	"canonical":              {FieldURL, 1},
	"url":                    {FieldURL, 2},
	"og:url":                 {FieldURL, 3},
}

// titleRank is the rank of the title element among the titles.
const titleRank = 3

// headField takes a meta or link tag.
func (b *builder) headField(tag atom.Atom, a *attributes, from, to int) {
	name, value := a.name, a.content
	if tag == atom.Link {
		name, value = a.rel, a.href
	}
	meta, ok := metaFields[strings.ToLower(name)]
	if !ok || len(value) > 1000 {
		return
	}
	value = strings.Join(strings.Fields(value), " ")
	switch meta.field {
	case FieldPublished:
		value = dateOf(value)
	case FieldPublisher:
		value = strings.TrimPrefix(strings.TrimPrefix(value, "来源："), "来源:")
	}
	if value == "" {
		return
	}
	b.addField(Field{Name: meta.field, Value: value, Span: span.Span{Start: from, End: to}}, meta.rank)
}

// addField notes a field. A block cannot go on behind it.
func (b *builder) addField(f Field, rank int) {
	b.flush()
	b.fields = append(b.fields, f)
	b.ranks = append(b.ranks, rank)
}

// titleText takes the text of the title element, once.
func (b *builder) titleText(from, to int) {
	if b.titled {
		return
	}
	w := weaver{src: b.text}
	w.inline(from, to, false)
	if l, ok := w.take(); ok {
		b.titled = true
		b.addField(Field{Name: FieldTitle, Value: l.text, Span: l.span}, titleRank)
	}
}

// founderComment takes date and author out of the comment in which papers made
// with Founder software (方正) say what an article is.
func (b *builder) founderComment(from, to int) {
	const mark = "<!--enpproperty"
	if !strings.HasPrefix(b.text[from:to], mark) {
		return
	}
	for _, key := range [...]struct{ open, close, field string }{
		{"<date>", "</date>", FieldPublished},
		{"<author>", "</author>", FieldAuthor},
	} {
		before, rest, ok := strings.Cut(b.text[from:to], key.open)
		value, _, closed := strings.Cut(rest, key.close)
		if !ok || !closed || strings.TrimSpace(value) == "" {
			continue
		}
		start := from + len(before) + len(key.open)
		f := Field{Name: key.field, Value: strings.TrimSpace(value), Span: span.Span{Start: start, End: start + len(value)}}
		if key.field == FieldPublished {
			f.Value = dateOf(value)
		}
		if f.Value != "" {
			b.addField(f, founderRank)
		}
	}
}

// founderRank is the rank of what the comment says among other tags.
const founderRank = 1

// headFields gives the fields of the head, in order. Of several with one name
// the best keeps it; the others have no name of their own.
func (p *page) headFields() []Field {
	best := map[string]int{}
	for i, f := range p.fields {
		if j, ok := best[f.Name]; !ok || p.ranks[i] < p.ranks[j] {
			best[f.Name] = i
		}
	}
	out := make([]Field, len(p.fields))
	for i, f := range p.fields {
		if best[f.Name] != i {
			f.Name = FieldOther
		}
		out[i] = f
	}
	return out
}

// withoutSite strips the names of columns and site off the title of a page:
// of the parts between _, | and hyphens that stand free or between Chinese
// characters, the longest is the title.
func withoutSite(title string) string {
	title = strings.TrimSpace(title)
	longest, most, start := "", 0, 0
	part := func(end int) {
		s := strings.TrimSpace(title[start:end])
		if n := titleLength(s); n > most {
			longest, most = s, n
		}
	}
	for i, r := range title {
		if cutsTitle(title, i, r) {
			part(i)
			start = i + utf8.RuneLen(r)
		}
	}
	part(len(title))
	return longest
}

// titleLength is the length of s in runes, with Chinese ones counted three
// times: they say more.
func titleLength(s string) int {
	n := 0
	for _, r := range s {
		n++
		if isHan(r) {
			n += 2
		}
	}
	return n
}

func cutsTitle(title string, at int, r rune) bool {
	before, _ := utf8.DecodeLastRuneInString(title[:at])
	after, _ := utf8.DecodeRuneInString(title[at+utf8.RuneLen(r):])
	switch r {
	case '_', '|', '｜':
		return true
	case '-', '–':
		free := before == ' ' || after == ' ' || before == r || after == r
		return free || isHan(before) && isHan(after)
	}
	return false
}

// isHan is enough for titles: the first Han block.
func isHan(r rune) bool { return 0x4E00 <= r && r <= 0x9FFF }

// dateOf reads the first date of s, in any of the ways in which [dateAt] knows
// them or as 20230518, as YYYY-MM-DD; "" where there is none.
func dateOf(s string) string {
	folded := []rune(han.FoldString(s[:min(len(s), longestDate)]))
	for i := range folded {
		if i > 0 && isDigit(folded[i-1]) {
			continue
		}
		if date, _ := dateAt(folded[i:]); date != "" {
			return date
		}
	}
	if date, err := time.Parse("20060102", s); err == nil {
		return date.Format(time.DateOnly)
	}
	return ""
}

// longestDate is how far into a text a date is looked for, in bytes.
const longestDate = 400

func isDigit(r rune) bool { return '0' <= r && r <= '9' }
