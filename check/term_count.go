package check

import (
	"duizhao/bitext"
	"duizhao/glossary"
	"duizhao/lang/span"
)

var termCount = &Rule{
	Name:    "term-count",
	Summary: "a term stands more often in the Chinese than in the English",
	Why: `English says "it" where Chinese repeats, so one mention less is nothing; two or more, and fewer than half of them,
are worth a look in the work of a machine.`,
	Bad:    Example{Zh: "碳达峰是目标，碳达峰是路径，碳达峰是责任。", En: "Carbon peaking is the goal."},
	Good:   Example{Zh: "碳达峰是目标，碳达峰也是路径。", En: "Carbon peaking is the goal, and it is the way too."},
	Grades: []Grade{{"", bitext.Note, Off}},
	Unit:   checkCount,
}

func checkCount(s *Subject) []Finding {
	if len(s.Terms) < 3 {
		return nil
	}
	var out []Finding
	for i, m := range s.Terms {
		if s.firstOf(i) != i || unbound(m) != "" {
			continue
		}
		mentions, met := 0, 0
		for j, other := range s.Terms {
			if other.Term != m.Term || other.Sense != m.Sense {
				continue
			}
			mentions++
			if h := s.Met[j].How; h.Met() && h != glossary.HowCovered {
				met++
			}
		}
		if met > 0 && mentions-met >= 2 && 2*met < mentions {
			f := found("", m.Span, span.Span{}, "%s stands %d times in the Chinese, %d in the English", s.zh(m.Span), mentions, met)
			f.Term, f.Match = m.Term, i
			out = append(out, f)
		}
	}
	return out
}

// firstOf is the index of the first mention of the term that i mentions, in
// the same sense.
func (s *Subject) firstOf(i int) int {
	for j := range i {
		if s.Terms[j].Term == s.Terms[i].Term && s.Terms[j].Sense == s.Terms[i].Sense {
			return j
		}
	}
	return i
}
