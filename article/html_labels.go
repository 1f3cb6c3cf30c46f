package article

import "strings"

// labels are the words in front of the values in the table that Chinese
// government sites put above a document (国务院公报, 政府信息公开目录), and the
// field that each value is.
var labels = map[string]string{
	"发文字号": FieldNumber, "文号": FieldNumber, "发文文号": FieldNumber,
	"发文机关": FieldPublisher, "发布机构": FieldPublisher, "发布单位": FieldPublisher, "制定机关": FieldPublisher,
	"发布日期": FieldPublished, "公开日期": FieldPublished, "发布时间": FieldPublished,
	"索引号": FieldOther, "主题分类": FieldOther, "成文日期": FieldOther, "生成日期": FieldOther, "标题": FieldOther,
	"名称": FieldOther, "信息名称": FieldOther, "主题词": FieldOther, "有效性": FieldOther, "公文种类": FieldOther,
	"组配分类": FieldOther, "体裁分类": FieldOther, "信息分类": FieldOther, "公开方式": FieldOther, "公开范围": FieldOther,
}

// longestLabel is the longest label with blanks in it, in bytes.
const longestLabel = 60

// labelOf splits "发文字号：国发〔2021〕23号" into a known label and its value,
// which may be empty.
func labelOf(text string) (field, value string, ok bool) {
	label, value, found := strings.Cut(text, "：")
	if !found {
		label, value, _ = strings.Cut(text, ":")
	}
	if len(label) > longestLabel {
		return "", "", false
	}
	label = strings.Join(strings.Fields(strings.Trim(label, "【】[]")), "")
	field, ok = labels[label]
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
		b := &o.blocks[k]
		inTable := b.table > 0 && counts[b.table] >= fewestLabels
		if !inTable && (o.inBody(b) || k >= z.first) || k == z.title {
			continue
		}
		if o.roles[b.in] == rolePublisher {
			found[k] = Field{Name: FieldPublisher, Value: b.text, Span: b.span}
			continue
		}
		field, value, ok := labelOf(b.text)
		if !ok || strings.Contains(value, "：") {
			continue // a line with several labels is for the step that reads such
		}
		if value == "" && k+1 < len(o.blocks) && o.isValue(k+1, z) {
			found[k] = Field{Name: FieldOther, Value: b.text, Span: b.span}
			k++
			b = &o.blocks[k]
			value = b.text
		}
		found[k] = labelledField(field, value, b)
	}
	return found
}

// isValue reports whether block k can be the value of the label before it.
func (o *outline) isValue(k int, z *zones) bool {
	b := &o.blocks[k]
	_, _, isLabel := labelOf(b.text)
	return !isLabel && k != z.title && b.table == o.blocks[k-1].table && o.inBody(b) == o.inBody(&o.blocks[k-1])
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
