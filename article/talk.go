package article

import (
	"strings"

	"duizhao/lang/han"
)

// talk says whether a document is an interview, in which labels such as 记者
// stand in front of what somebody says.
type talk struct {
	interview bool // somebody answers
	reporters int  // lines that begin with 记者 and a colon
}

// speakerRunes is how long the name of a speaker can be.
const speakerRunes = 8

// surveyTalk looks at the beginnings of all lines.
func surveyTalk(lines []*line, content []int) talk {
	var t talk
	for _, i := range content {
		text := strings.TrimSpace(lines[i].text)
		label, _, ok := strings.Cut(text[:min(len(text), 4*speakerRunes)], "：")
		if !ok {
			label, _, ok = strings.Cut(text[:min(len(text), 4*speakerRunes)], ":")
		}
		if !ok {
			continue
		}
		switch han.FoldString(label) {
		case "答", han.FoldString("发言人"), han.FoldString("主持人"), "回答", han.FoldString("问"), han.FoldString("嘉宾"):
			t.interview = true
		case han.FoldString("记者"):
			t.reporters++
		}
	}
	return t
}

// speaks reports whether a line that reads like metadata is what somebody
// says. Above the text a lone line may still name the reporters.
func (t talk) speaks(text string, pieces []metaValue, head bool) bool {
	if !strings.HasPrefix(foldMarks(strings.TrimSpace(text)), han.FoldString("记者")) || len(pieces) != 1 {
		return false
	}
	if t.interview || t.reporters > 1 {
		return !head || t.reporters > 1 || !isByline(pieces[0].value)
	}
	return !isByline(pieces[0].value)
}

// bylineEnds are the last characters of authors that are no persons.
var bylineEnds = []string{"员", "部", "组", "社", "网", "报", "台", "院", "委", "局", "会", "中心", "室", "号"}

// isByline reports whether a value begins with the name of an author: a person
// or a body.
func isByline(value string) bool {
	words := strings.FieldsFunc(value, isSeparator)
	return len(words) > 0 && (isName(words[0]) || endsWithAny(foldMarks(words[0]), bylineEnds))
}
