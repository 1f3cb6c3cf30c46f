package check

import (
	"duizhao/bitext"
	"duizhao/lang/span"
)

var anachronism = &Rule{
	Name:    "anachronism",
	Summary: "a body is named at a date when it did not exist",
	Why: `A notice of 2015 cannot come from the 生态环境部, which was founded in 2018: the source, its date or the name is wrong. A body
that had been closed before the document's date is left alone where the Chinese speaks of the past (原, 时任, 曾, a year).`,
	Bad:    Example{Zh: "生态环境部发布公告。", En: "The Ministry of Ecology and Environment issued a notice.", Date: "2015-06-01"},
	Good:   Example{Zh: "环境保护部发布公告。", En: "The Ministry of Environmental Protection issued a notice.", Date: "2015-06-01"},
	Grades: []Grade{{"", bitext.Warning, bitext.Note}},
	Unit:   checkAnachronism,
}

// pastCues say that the Chinese speaks of the past; folded.
var pastCues = folded("原 前身 时任 曾 历任 当时 年 更名 撤销 组建 改名 成立 整合")

func checkAnachronism(s *Subject) []Finding {
	if s.Context.Date == "" {
		return nil
	}
	var out []Finding
	for i, m := range s.Terms {
		a, wrong := s.Glossary.Anachronism(m.Term, s.Context.Date)
		if !wrong || unbound(m) != "" || s.firstOf(i) != i || !a.NotYet && containsAny(s.Folded(), pastCues) {
			continue
		}
		f := found("", m.Span, span.Span{}, "%s no longer existed on %s", s.zh(m.Span), s.Context.Date)
		if a.NotYet {
			f.Message = s.zh(m.Span) + " did not exist yet on " + s.Context.Date
		}
		if a.Instead != "" {
			f.Message += "; " + a.Instead + " did"
		}
		f.Term, f.Match = m.Term, i
		out = append(out, f)
	}
	return out
}
