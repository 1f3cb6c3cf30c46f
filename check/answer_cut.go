package check

import (
	"strings"
	"unicode/utf8"

	"duizhao/bitext"
	"duizhao/lang/english"
	"duizhao/lang/span"
)

var answerCut = &Rule{
	Name:    "answer-cut",
	Summary: "the English ends in the middle",
	Why: `An answer that ran out of room ends with "and the" or a comma. Counted where the Chinese ends its sentence and the
English ends behind a word that cannot be last, behind an opening mark, or without any mark at less than a third of the
length that its Chinese promises.`,
	Bad:    Example{Zh: "会议强调，要坚持稳中求进工作总基调，扎实推动高质量发展。", En: "The meeting stressed the importance of the"},
	Good:   Example{Zh: "会议强调，要坚持稳中求进工作总基调，扎实推动高质量发展。", En: "The meeting stressed the principle of seeking progress while maintaining stability, and high-quality development."},
	Grades: []Grade{{"", bitext.Error, Off}},
	Answer: true,
	Unit:   checkCut,
}

// openWords cannot end a sentence.
var openWords = strings.Fields("a an the of and or nor to into from with by for at than whose its their our your every as if because although while whereas unless whether via per upon")

func checkCut(s *Subject) []Finding {
	en := strings.TrimRight(s.En, " \n")
	if en == "" || !endsSentence(s.Zh) || endsSentence(en) {
		return nil
	}
	end := len(en)
	words := s.Words()
	switch last := en[end-1]; {
	case strings.IndexByte(",([{-&/", last) >= 0 || strings.HasSuffix(en, "“"):
	case len(words) == 0 || words[len(words)-1].Span.End != end:
		return nil
	case isOpenWord(words[len(words)-1].Text):
	case 3*len(words) > wordsPromised(s.Zh):
		return nil
	}
	at := span.Span{End: end}
	if len(words) > 0 {
		at.Start = words[len(words)-1].Span.Start
	}
	return []Finding{found("", span.Span{}, s.target(at), "the English ends in the middle: %q", tail(en))}
}

func isOpenWord(w string) bool {
	for _, o := range openWords {
		if english.Fold(w) == o {
			return true
		}
	}
	return false
}

// wordsPromised is about how many English words a Chinese text becomes.
func wordsPromised(zh string) int { return utf8.RuneCountInString(zh) * 6 / 10 }

// endsSentence reports whether text ends with the mark of a sentence, closing
// quotes and brackets apart.
func endsSentence(text string) bool {
	text = strings.TrimRight(text, " \n\"'”’」』)）]】*_")
	r, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".!?…。！？:;：；", r)
}

// tail is the end of a text, for a message.
func tail(en string) string {
	words := strings.Fields(en)
	return strings.Join(words[max(0, len(words)-4):], " ")
}
