package check

import (
	"duizhao/bitext"
	"duizhao/lang/span"
)

var answerRefused = &Rule{
	Name:    "answer-refused",
	Summary: "the model declined to translate",
	Why: `A refusal reads like English and would be published. Only known openings count, and "I'm sorry" only where nobody in
the Chinese is sorry.`,
	Bad:    Example{Zh: "会议通报了有关情况。", En: "I'm sorry, but I can't assist with that request."},
	Good:   Example{Zh: "对不起，我来晚了。", En: "I'm sorry I am late."},
	Grades: []Grade{{"", bitext.Error, Off}},
	Answer: true,
	Unit:   checkRefused,
}

// sorryZh is what excuses an English text that begins with "I'm sorry".
var sorryZh = folded("抱歉 对不起 遗憾 道歉 歉意 惭愧 难过 不好意思 失敬 恕")

func checkRefused(s *Subject) []Finding {
	t := answerTable()
	for _, p := range t.phrases["refused"] {
		if _, ok := says(s.En, p.en); ok {
			return refusal(s)
		}
	}
	for _, p := range t.phrases["sorry"] {
		if _, ok := says(s.En, p.en); ok && !containsAny(s.Folded(), sorryZh) {
			return refusal(s)
		}
	}
	return nil
}

func refusal(s *Subject) []Finding {
	return []Finding{found("", span.Span{}, s.target(span.Span{End: len(s.En)}), "this is a refusal, not a translation")}
}
