package article

import "strings"

// longestLabel is the longest label with blanks in it, in bytes.
const longestLabel = 60

// labelOf splits "发文字号：国发〔2021〕23号" into the field that its label stands
// for and the value, which may be empty.
func labelOf(text string) (field, value string, ok bool) {
	label, value, found := strings.Cut(text, "：")
	if !found {
		label, value, found = strings.Cut(text, ":")
	}
	if !found || len(label) > longestLabel {
		return "", "", false
	}
	label = strings.Join(strings.Fields(strings.Trim(label, "【】[]")), "")
	field, ok = loadMarkers().labels[foldMarks(label)]
	return field, strings.TrimSpace(value), ok
}

// fewestLabels is how many labels make a table one about the document.
const fewestLabels = 3

// labelFields finds labels and values in front of the body, and in tables of
// such; the answer goes by the number of the block.
func (o *outline) labelFields(z *zones) map[int]Field {
	counts := make([]int, len(o.tables))
	for k := range o.blocks {
		if _, _, ok := labelOf(o.blocks[k].text); ok {
			counts[o.blocks[k].table]++
		}
	}
	found := map[int]Field{}
	for k := 0; k < len(o.blocks); k++ {
		b := o.blocks[k]
		inTable := b.table > 0 && counts[b.table] >= fewestLabels
		if !inTable && (o.inBody(b) || k >= z.first) || k == z.title {
			continue
		}
		if o.roles[b.in] == rolePublisher {
			found[k] = Field{Name: FieldPublisher, Value: b.text, Span: b.span}
			continue
		}
		if f, ok := o.dateLine(k, z); ok {
			found[k] = f
			continue
		}
		field, value, ok := labelOf(b.text)
		switch {
		case !ok || strings.ContainsAny(value, "：: "):
			continue // a line with several items is for the step that reads such
		case !inTable && field == FieldOther:
			continue // a button, perhaps
		}
		if value == "" && k+1 < len(o.blocks) && o.isValue(k+1, z) {
			found[k] = Field{Name: FieldOther, Value: b.text, Span: b.span}
			k++
			b = o.blocks[k]
			value = b.text
		}
		found[k] = labelledField(field, value, b)
	}
	return found
}

// dateLine takes a line about the article that has a date but cannot be read
// as metadata: 发表于 2023-5-18.
func (o *outline) dateLine(k int, z *zones) (Field, bool) {
	b := o.blocks[k]
	if o.inBody(b) || k >= z.first || !o.nearTitle(k, z) || b.marks > 0 && strings.HasSuffix(b.text, "。") {
		return Field{}, false
	}
	if _, ok := readMeta(b.text, true, false); ok {
		return Field{}, false
	}
	date := dateOf(b.text)
	return Field{Name: FieldPublished, Value: date, Span: b.span}, date != ""
}

// isValue reports whether block k can be the value of the label before it.
func (o *outline) isValue(k int, z *zones) bool {
	b := o.blocks[k]
	_, _, isLabel := labelOf(b.text)
	return !isLabel && k != z.title && b.table == o.blocks[k-1].table && o.inBody(b) == o.inBody(o.blocks[k-1])
}

func labelledField(field, value string, b *block) Field {
	if field == FieldPublished {
		if date := dateOf(value); date != "" {
			return Field{Name: field, Value: date, Span: b.span}
		}
		field = FieldOther
	}
	if value == "" {
		field = FieldOther
	}
	return Field{Name: field, Value: value, Span: b.span}
}
