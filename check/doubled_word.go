package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"duizhao/bitext"
	"duizhao/lang/span"
)

var doubledWord = &Rule{
	Name:    "doubled-word",
	Summary: "a word stands twice in a row",
	Why: `"of of the" is left over from editing, or made by a machine that lost its place. Names (New York, New York; Bora Bora),
figures, and words that English doubles (had had, that that, very very) are left alone.`,
	Bad:    Example{Zh: "落实会议精神。", En: "Carry out the the decisions of the meeting."},
	Good:   Example{Zh: "他说那是必要的。", En: "He said that that was necessary."},
	Grades: []Grade{{"", bitext.Warning, bitext.Note}},
	Answer: true,
	Unit:   checkDoubled,
}

// mayDouble are words that may stand twice in a row.
const mayDouble = " had that very so really no far bye ha hear knock many more long again her is do now there well year "

func checkDoubled(s *Subject) []Finding {
	var out []Finding
	words := s.Words()
	for i := 1; i < len(words); i++ {
		a, b := words[i-1], words[i]
		if len(a.Text) != len(b.Text) || !strings.EqualFold(a.Text, b.Text) || !isPlainWord(b.Text) {
			continue
		}
		if strings.TrimSpace(s.En[a.Span.End:b.Span.Start]) != "" || strings.Contains(mayDouble, " "+strings.ToLower(b.Text)+" ") {
			continue
		}
		f := found("", span.Span{}, s.target(span.Span{Start: a.Span.Start, End: b.Span.End}), "%q stands twice", a.Text)
		f.Fix = &Fix{Target: s.target(span.Span{Start: a.Span.End, End: b.Span.End})}
		out = append(out, f)
	}
	return out
}

// isPlainWord reports whether w is a word in small letters.
func isPlainWord(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsLower(r)
}
