package article

import (
	"strings"

	"gopkg.in/yaml.v3"

	"duizhao/lang/span"
)

// FrontMatter cuts the YAML head off a decoded Markdown text: the lines between its
// fences, which begin at the second line, and the text that follows it. ok is
// false where there is none.
func FrontMatter(text string) (yaml, rest string, ok bool) {
	front, rest, ok := cutFrontMatter(text)
	if !ok {
		return "", text, false
	}
	_, body, _ := strings.Cut(front, "\n")
	fence := strings.LastIndex(strings.TrimRight(body, " \t\r\n"), "\n")
	return body[:fence+1], rest, true
}

// cutFrontMatter cuts the YAML head off a Markdown text: all up to and with
// the closing fence, and what follows.
func cutFrontMatter(text string) (front, rest string, ok bool) {
	first, _, found := strings.Cut(text, "\n")
	if !found || strings.TrimRight(first, " \t\r") != "---" {
		return "", text, false
	}
	at := len(first) + 1
	for row := range strings.Lines(text[at:]) {
		at += len(row)
		if mark := strings.TrimRight(row, " \t\r\n"); mark == "---" || mark == "..." {
			return text[:at], text[at:], true
		}
	}
	return "", text, false
}

// frontNames are the keys of a YAML head that are fields of the document.
var frontNames = map[string]string{
	"title": FieldTitle, "标题": FieldTitle,
	"date": FieldPublished, "published": FieldPublished, "pubdate": FieldPublished, "日期": FieldPublished,
	"source": FieldPublisher, "publisher": FieldPublisher, "来源": FieldPublisher,
	"author": FieldAuthor, "作者": FieldAuthor,
	"url": FieldURL, "link": FieldURL, "canonical": FieldURL,
	"number": FieldNumber, "文号": FieldNumber,
}

// frontFields reads the lines "key: value" of a YAML head. Values of several
// lines have no place of their own there and are left out.
func frontFields(front string) []Field {
	var fields []Field
	seen := map[string]bool{}
	at := 0
	for row := range strings.Lines(front) {
		from := at
		at += len(row)
		key, value, ok := strings.Cut(strings.TrimRight(row, " \t\r\n"), ":")
		name := frontNames[strings.ToLower(key)]
		var scalar yaml.Node
		if !ok || name == "" || yaml.Unmarshal([]byte(value), &scalar) != nil || len(scalar.Content) != 1 {
			continue
		}
		text := scalar.Content[0].Value
		if name == FieldPublished {
			text = dateOf(text)
		}
		if text == "" {
			continue
		}
		if seen[name] {
			name = FieldOther
		}
		seen[name] = true
		end := from + len(key) + 1 + len(value)
		fields = append(fields, Field{Name: name, Value: text, Span: span.Span{Start: from, End: end}})
	}
	return fields
}
