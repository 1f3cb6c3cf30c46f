package article

import "strings"

// A page that shows fewer than fewRunes runes and hides hiddenTimes as many has
// an article that was probably hidden until a script shows it.
const (
	fewRunes    = 40
	hiddenTimes = 10
)

// unwrapHTML cuts a page into blocks and finds the article among them. All
// else is layout or markup; with layout set, the layout is content as well.
func unwrapHTML(text string, layout bool) ([]*line, []Field) {
	p := parsePage(text, true)
	if p.runes() < fewRunes {
		if all := parsePage(text, false); all.runes() > hiddenTimes*p.runes() {
			p = all
		}
	}
	o := outlineOf(p)
	lines, fields := o.sort(layout)
	lines = append(lines, p.muted...)
	return cover(text, lines, fields), fields
}

func (p *page) runes() int {
	n := 0
	for i := range p.blocks {
		n += p.blocks[i].runes
	}
	return n
}

// sort tells content, fields and layout apart.
func (o *outline) sort(layout bool) ([]*line, []Field) {
	fields := o.headFields()
	z := o.zonesOf(headTitle(fields))
	o.nameTitle(fields, z)
	named := o.labelFields(z)
	reasons := o.reasons(named, z)
	if layout {
		clear(reasons)
	}
	lines := make([]*line, 0, len(o.blocks))
	cell := 0 // where the lines of the last cell begin
	for k := range o.blocks {
		if f, ok := named[k]; ok {
			fields = append(fields, f)
			lines, cell = joinCell(lines, cell, o.text)
			continue
		}
		l := o.lineOf(k, z, reasons[k])
		if cell < len(lines) && !sameCell(lines[cell], l) {
			lines, cell = joinCell(lines, cell, o.text)
		}
		lines = append(lines, l)
	}
	lines, _ = joinCell(lines, cell, o.text)
	return lines, fields
}

// reasons says of each block why it is layout, "" for content. Where none
// would be content all are: better too much than nothing.
func (o *outline) reasons(named map[int]Field, z *zones) []string {
	reasons := make([]string, len(o.blocks))
	kept := false
	for k := range o.blocks {
		if _, ok := named[k]; ok {
			continue
		}
		if k != z.title {
			reasons[k] = o.reason(k, z)
		}
		kept = kept || reasons[k] == ""
	}
	if !kept {
		clear(reasons)
	}
	return reasons
}

// nameTitle gives the title of the head the words of the title in the text,
// where it holds them; where it does not, what looks like a site is cut off.
func (o *outline) nameTitle(fields []Field, z *zones) {
	for i := range fields {
		f := &fields[i]
		if f.Name != FieldTitle {
			continue
		}
		switch {
		case z.title < 0:
			f.Value = withoutSite(f.Value)
		case strings.Contains(bare(f.Value), bare(o.blocks[z.title].text)):
			f.Value = o.blocks[z.title].text
		default:
			f.Value = withoutSite(f.Value)
			if !likeTitle(bare(o.blocks[z.title].text), bare(f.Value)) {
				f.Name = FieldOther // of the site or the column
			}
		}
	}
}

// headTitle is the title that the head gives, or "".
func headTitle(fields []Field) string {
	for _, f := range fields {
		if f.Name == FieldTitle {
			return withoutSite(f.Value)
		}
	}
	return ""
}

// content makes a line of block k.
func (o *outline) content(k int) *line {
	b := o.blocks[k]
	l := &b.line
	switch n := o.data[b.table]; {
	case n > 0:
		l.kind, l.level, l.table = TableCell, 0, n
		if l.row == 0 { // a caption
			l.kind, l.table = "", 0
		}
	default:
		l.table, l.row, l.col = 0, 0, 0
		if l.kind == TableCell {
			l.kind = ""
		}
	}
	return l
}

// lineOf makes a line of block k: of content, or of layout if there is a
// reason.
func (o *outline) lineOf(k int, z *zones, reason string) *line {
	l := o.content(k)
	switch {
	case reason != "":
		*l = skipLine(o.text, l.span.Start, l.span.End, stepLayout, reason)
	case k == z.title:
		l.kind, l.level, l.table, l.row, l.col = Title, 0, 0, 0, 0
	}
	return l
}
