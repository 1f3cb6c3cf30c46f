package check

import (
	"strings"

	"duizhao/bitext"
	"duizhao/lang/span"
)

var aliasUndefined = &Rule{
	Name:    "alias-undefined",
	Summary: "the Chinese gives a short name, the English does not",
	Why: `Behind （以下简称“国合会”） the text uses the short name; if the English leaves the definition out, its short name comes out
of nowhere. Any bracket, "hereinafter" or "referred to as" counts as a definition.`,
	Bad:    Example{Zh: "中国环境与发展国际合作委员会（以下简称“国合会”）召开会议。", En: "The China Council for International Cooperation on Environment and Development met."},
	Good:   Example{Zh: "中国环境与发展国际合作委员会（以下简称“国合会”）召开会议。", En: "The China Council for International Cooperation on Environment and Development (CCICED) met."},
	Grades: []Grade{{"", bitext.Warning, bitext.Note}},
	Unit:   checkAlias,
}

// aliasCues introduce a short name; folded.
var aliasCues = folded("以下简称 以下统称 以下称 以下合称 （下称 ，下称")

// definitions introduce one in English.
var definitions = []string{"(", "herein", "hereafter", "referred to as", "known as", "called", "abbreviat", "short for", "for short"}

func checkAlias(s *Subject) []Finding {
	zh := s.Folded()
	if s.En == "" || !strings.ContainsRune(zh, '称') || !containsAny(zh, aliasCues) || containsAny(strings.ToLower(s.En), definitions) {
		return nil
	}
	return []Finding{found("", aliasSpan(s), span.Span{}, "the English does not define the short name")}
}

// aliasSpan is the bracket that gives the short name, or its cue alone.
func aliasSpan(s *Subject) span.Span {
	zh := s.Folded()
	for _, cue := range aliasCues {
		i := strings.Index(zh, cue)
		if i < 0 {
			continue
		}
		start := len([]rune(zh[:i]))
		at := span.Span{Start: start, End: start + len([]rune(cue))}
		for end := at.End; end < len(s.Runes()) && end < at.End+20; end++ {
			if r := s.Runes()[end]; r == '）' || r == ')' {
				at.End = end
				break
			}
		}
		return at
	}
	return span.Span{}
}
