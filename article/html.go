package article

// fewRunes is how little text a page has whose article was probably hidden
// until a script shows it.
const fewRunes = 40

// unwrapHTML cuts a page into blocks and finds the article among them. All
// else is layout or markup.
func unwrapHTML(text string) ([]line, []Field) {
	p := parsePage(text, true)
	if p.runes() < fewRunes {
		if all := parsePage(text, false); all.runes() > 2*p.runes() {
			p = all
		}
	}
	o := outlineOf(p)
	lines, fields := o.sort()
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
func (o *outline) sort() ([]line, []Field) {
	fields := o.headFields()
	z := o.zonesOf(headTitle(fields))
	named := o.labelFields(z)
	lines := make([]line, 0, len(o.blocks))
	kept := 0
	for k := range o.blocks {
		if f, ok := named[k]; ok {
			fields = append(fields, f)
			continue
		}
		l := o.lineOf(k, z)
		if l.skip == "" {
			kept++
		}
		lines = append(lines, l)
	}
	if kept == 0 {
		lines = o.all(named)
	}
	sortFields(fields)
	return lines, fields
}

// all takes every block for content: better too much than nothing.
func (o *outline) all(named map[int]Field) []line {
	var lines []line
	for k := range o.blocks {
		if _, ok := named[k]; !ok {
			lines = append(lines, o.content(k))
		}
	}
	return lines
}

// headTitle is the title that the head gives, or "".
func headTitle(fields []Field) string {
	for _, f := range fields {
		if f.Name == FieldTitle {
			return f.Value
		}
	}
	return ""
}

// content gives block k as a line.
func (o *outline) content(k int) line {
	b := &o.blocks[k]
	l := b.line
	switch n := o.data[b.table]; {
	case n > 0:
		l.kind, l.level, l.table = TableCell, 0, n
	default:
		l.table, l.row, l.col = 0, 0, 0
		if l.kind == TableCell {
			l.kind = ""
		}
	}
	return l
}

// lineOf gives block k as content or as layout.
func (o *outline) lineOf(k int, z *zones) line {
	l := o.content(k)
	if k == z.title {
		l.kind, l.level, l.table, l.row, l.col = Title, 0, 0, 0, 0
		return l
	}
	if reason := o.reason(k, z); reason != "" {
		return skipLine(o.text, l.span.Start, l.span.End, stepLayout, reason)
	}
	return l
}
