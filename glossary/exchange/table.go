package exchange

import (
	"bufio"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"

	"duizhao/glossary"
	"duizhao/lang/han"
)

// tableFields is what the columns hold.
const tableFields = id | zhAlso | also | avoid | abbr | parts | binding | status | kind | domain | matching | source | definition | note

// column is one column of a table: how it is named, by whom, what it holds.
type column struct {
	name    string
	aliases []string // headers of other people's files, in lower case
	get     func(*glossary.Term) []string
	put     func(*row, []string)
	whole   bool // a cell holds one text, whatever is in it
}

// columns is the layout of tables, in order.
func columns() []column {
	return []column{
		{"zh", []string{"chinese", "source", "source term", "中文", "汉语", "术语", "原文", "中文术语", "term", "chinese term"},
			func(t *glossary.Term) []string { return []string{t.Zh} }, func(r *row, v []string) { r.zh, r.zhAlso = v[0], append(r.zhAlso, v[1:]...) }, false},
		{"en", []string{"english", "target", "target term", "英文", "英语", "译文", "译名", "英文译名", "translation", "english term", "preferred"},
			func(t *glossary.Term) []string { return english(t)[:1] }, func(r *row, v []string) { r.en = append(slices.Clone(v), r.en...) }, false},
		{"also", []string{"synonyms", "variants", "accepted", "admitted", "alternatives", "其他译法", "可用译法", "同义词"},
			func(t *glossary.Term) []string { return english(t)[1:] }, func(r *row, v []string) { r.en = append(r.en, v...) }, false},
		{"avoid", []string{"forbidden", "do not use", "don't use", "deprecated terms", "禁用", "禁用译法", "错误译法", "误译"},
			avoided, func(r *row, v []string) { r.avoid = v }, false},
		{"abbr", []string{"abbreviation", "acronym", "缩写", "简称（英）", "英文缩写"},
			func(t *glossary.Term) []string { return t.Abbr }, func(r *row, v []string) { r.abbr = v }, false},
		{"zh_also", []string{"chinese variants", "简称", "别名", "中文简称"},
			func(t *glossary.Term) []string { return t.ZhAlso }, func(r *row, v []string) { r.zhAlso = append(r.zhAlso, v...) }, false},
		single("binding", nil, func(t *glossary.Term) string { return string(t.Binding) }, func(r *row) *string { return &r.binding }),
		single("status", []string{"状态", "审核状态", "state"}, func(t *glossary.Term) string { return string(t.Status) }, func(r *row) *string { return &r.status }),
		single("kind", []string{"类型", "type", "category"}, func(t *glossary.Term) string { return string(t.Kind) }, func(r *row) *string { return &r.kind }),
		single("domain", []string{"领域", "学科", "subject", "subject field", "field", "topic"}, func(t *glossary.Term) string { return t.Domain }, func(r *row) *string { return &r.domain }),
		single("source_name", []string{"source of rendering", "来源", "出处", "reference"}, func(t *glossary.Term) string { return t.Source.Name }, func(r *row) *string { return &r.source.Name }),
		single("source_url", []string{"url", "link", "网址", "链接"}, func(t *glossary.Term) string { return t.Source.URL }, func(r *row) *string { return &r.source.URL }),
		single("source_checked", []string{"checked", "核对日期"}, func(t *glossary.Term) string { return t.Source.Checked }, func(r *row) *string { return &r.source.Checked }),
		single("definition", []string{"定义", "释义"}, func(t *glossary.Term) string { return t.Definition }, func(r *row) *string { return &r.definition }),
		single("note", []string{"notes", "comment", "comments", "remark", "remarks", "备注", "说明", "注释"}, func(t *glossary.Term) string { return t.Note }, func(r *row) *string { return &r.note }),
		single("match", nil, func(t *glossary.Term) string { return string(t.Match) }, func(r *row) *string { return &r.match }),
		single("case", []string{"case sensitive", "case-sensitive"}, func(t *glossary.Term) string { return string(t.Case) }, func(r *row) *string { return &r.matchCase }),
		{"parts", nil, func(t *glossary.Term) []string { return t.Parts }, func(r *row, v []string) { r.parts = v }, false},
		single("id", []string{"编号", "concept id"}, func(t *glossary.Term) string { return unlessZh(t) }, func(r *row) *string { return &r.id }),
	}
}

// single is a column of one text, which is never taken apart.
func single(name string, aliases []string, get func(*glossary.Term) string, at func(*row) *string) column {
	return column{
		name: name, aliases: aliases,
		get: func(t *glossary.Term) []string { return []string{get(t)} },
		put: func(r *row, v []string) { *at(r) = strings.Join(v, " ") }, whole: true,
	}
}

func unlessZh(t *glossary.Term) string {
	if t.ID == t.Zh {
		return ""
	}
	return t.ID
}

// english is every rendering of t, those of all senses, each once.
func english(t *glossary.Term) []string {
	var out []string
	for _, s := range t.Senses {
		for _, r := range s.Renderings {
			if !slices.Contains(out, r.En) {
				out = append(out, r.En)
			}
		}
	}
	return out
}

func avoided(t *glossary.Term) []string {
	var out []string
	for _, s := range t.Senses {
		for _, a := range s.Avoid {
			if !slices.Contains(out, a.En) {
				out = append(out, a.En)
			}
		}
	}
	return out
}

// join puts several texts into a cell, with " | " between. A text that has a
// bar or semicolon in it would be taken apart: it is followed by a bar too.
func join(texts []string) string {
	s := strings.Join(texts, " | ")
	if len(texts) == 1 && strings.ContainsAny(s, ";；\n") {
		s += " |"
	}
	return s
}

// split takes a cell apart at bars, or where it has none, at semicolons and
// line breaks.
func split(cell string) []string {
	separators := ";；\n"
	if strings.Contains(cell, "|") {
		separators = "|"
	}
	var out []string
	for s := range strings.FieldsFuncSeq(cell, func(r rune) bool { return strings.ContainsRune(separators, r) }) {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// tableRows gives the header and the rows of terms.
func tableRows(terms []*glossary.Term) [][]string {
	cols := columns()
	header := make([]string, len(cols))
	for i, c := range cols {
		header[i] = c.name
	}
	rows := [][]string{header}
	for _, t := range terms {
		cells := make([]string, len(cols))
		for i, c := range cols {
			cells[i] = join(c.get(t))
			if c.whole {
				cells[i] = strings.Join(c.get(t), "")
			}
		}
		rows = append(rows, cells)
	}
	return rows
}

// writeCSV writes RFC 4180 with a byte order mark, without which Excel reads
// the Chinese in the wrong encoding.
func writeCSV(w io.Writer, terms []*glossary.Term, _ Options) error {
	if _, err := io.WriteString(w, "\uFEFF"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	for _, cells := range tableRows(terms) {
		for i := range cells {
			cells[i] = inert(cells[i])
		}
		if err := out.Write(cells); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// writeTSV writes a line a term; there are no quotation marks in TSV, so tabs
// and line breaks become spaces.
func writeTSV(w io.Writer, terms []*glossary.Term, _ Options) error {
	out := bufio.NewWriter(w)
	for _, cells := range tableRows(terms) {
		for i := range cells {
			cells[i] = inert(tidy(cells[i]))
		}
		out.WriteString(strings.Join(cells, "\t") + "\n")
	}
	return out.Flush()
}

// inert puts an apostrophe before a cell that a spreadsheet would run as a
// formula (OWASP, CSV injection); active takes it away.
func inert(cell string) string {
	if cell != "" && strings.ContainsAny(cell[:1], "=+-@'") {
		return "'" + cell
	}
	return cell
}

func active(cell string) string {
	if rest, ok := strings.CutPrefix(cell, "'"); ok && inert(rest) != rest {
		return rest
	}
	return cell
}

// readTable reads CSV, TSV or tables with semicolons, with a header in the
// words of many houses, or without one: then the Chinese and the English are
// found by their script.
func readTable(data []byte, in *importer) {
	text := decode(data, in)
	if in.err != nil {
		return
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = separator(text), -1, true
	if r.Comma == '\t' {
		text = strings.ReplaceAll(text, `"`, `""`) // in TSV a quotation mark is a character
		text = quoteCells(text)
		r = csv.NewReader(strings.NewReader(text))
		r.Comma, r.FieldsPerRecord = '\t', -1
	}
	var rows []tableRow
	for {
		cells, err := r.Read()
		if err == io.EOF {
			break
		}
		var broken *csv.ParseError
		if errors.As(err, &broken) {
			in.report(glossary.Error, broken.Line, "", "%v", broken.Err)
			in.err = err
			return
		}
		if err != nil {
			in.err = err
			return
		}
		line, _ := r.FieldPos(0)
		rows = append(rows, tableRow{line, cells})
	}
	in.addRows(rows)
}

// quoteCells puts the cells of TSV in quotation marks; those inside have been
// doubled before.
func quoteCells(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		body := strings.TrimRight(line, "\r\n")
		if body != "" {
			b.WriteString(`"` + strings.ReplaceAll(body, "\t", "\"\t\"") + `"`)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// separator is the one of tab, comma and semicolon that most lines have.
func separator(text string) rune {
	best, most := ',', 0
	for _, sep := range "\t,;" {
		n := 0
		for line := range strings.Lines(text[:min(len(text), 1<<16)]) {
			if strings.ContainsRune(line, sep) {
				n++
			}
		}
		if n > most {
			best, most = sep, n
		}
	}
	return best
}

// tableRow is the cells of a row and its line in the file, from 1.
type tableRow struct {
	line  int
	cells []string
}

// addRows reads the rows of a table, the header first if there is one.
func (in *importer) addRows(rows []tableRow) {
	for len(rows) > 0 && strings.TrimSpace(strings.Join(rows[0].cells, "")) == "" {
		rows = rows[1:]
	}
	if len(rows) == 0 {
		in.err = errors.New("the table is empty")
		return
	}
	places := header(rows[0].cells)
	if places != nil {
		in.unknownColumns(rows[0], places)
		rows = rows[1:]
	} else if places = guess(rows); places == nil {
		in.err = errors.New(`no header with a Chinese and an English column: name them "zh" and "en"`)
		return
	}
	for _, tr := range rows {
		r := row{line: tr.line}
		for i, c := range places {
			if c == nil || i >= len(tr.cells) {
				continue
			}
			cell := active(strings.TrimSpace(tr.cells[i]))
			values := []string{cell}
			if !c.whole {
				values = split(cell)
			}
			if len(values) > 0 && cell != "" {
				c.put(&r, values)
			}
		}
		in.add(r)
	}
}

// header says which column stands where; nil where the row is no header. A
// table whose Chinese is named by a language tag is a list of pairs that a
// machine made: its cells are not taken apart.
func header(cells []string) []*column {
	known := columns()
	places := make([]*column, len(cells))
	seen, pairs := make(map[string]bool), false
	for i, cell := range cells {
		name := strings.ToLower(tidy(cell))
		for j := range known {
			c := &known[j]
			tagged := (c.name == "zh" || c.name == "en") && (strings.HasPrefix(name, c.name+"-") || strings.HasPrefix(name, c.name+"_")) && name != "zh_also"
			pairs = pairs || tagged && c.name == "zh"
			if !seen[c.name] && (name == c.name || tagged || slices.Contains(c.aliases, name)) {
				places[i] = c
				seen[c.name] = true
				break
			}
		}
	}
	if !seen["zh"] || !seen["en"] {
		return nil
	}
	for i, c := range places {
		if pairs && c != nil {
			whole := *c
			whole.whole = true
			places[i] = &whole
		}
	}
	return places
}

func (in *importer) unknownColumns(tr tableRow, places []*column) {
	for i, c := range places {
		if name := tidy(tr.cells[i]); c == nil && name != "" && !slices.Contains(reviewColumns(), name) {
			in.report(glossary.Warning, tr.line, "", "column %q is not read", name)
		}
	}
}

// guess finds the columns of a table without a header: the first whose cells
// are mostly Chinese, the first whose cells are mostly not.
func guess(rows []tableRow) []*column {
	known := columns()
	width := 0
	for _, r := range rows {
		width = max(width, len(r.cells))
	}
	places := make([]*column, width)
	var zh, en, comment bool
	for i := range width {
		chinese, other := 0, 0
		for _, r := range rows {
			switch {
			case i >= len(r.cells) || strings.TrimSpace(r.cells[i]) == "":
			case strings.ContainsFunc(r.cells[i], han.Is):
				chinese++
			default:
				other++
			}
		}
		switch {
		case !zh && chinese > other:
			places[i], zh = &known[0], true
		case !en && other > chinese:
			places[i], en = &known[1], true
		case !comment && zh && en && chinese+other > 0:
			places[i], comment = columnNamed(known, "note"), true
		}
	}
	if !zh || !en {
		return nil
	}
	return places
}

func columnNamed(known []column, name string) *column {
	return &known[slices.IndexFunc(known, func(c column) bool { return c.name == name })]
}
