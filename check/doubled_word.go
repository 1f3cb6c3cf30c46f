package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"duizhao/bitext"
	"duizhao/lang/english"
	"duizhao/lang/span"
)

var doubledWord = &Rule{
	Name:    "doubled-word",
	Summary: "a word or phrase stands twice in a row",
	Why: `"of of the" is left over from editing, or made by a machine that lost its place; so is "second class second
class", which has the grade "phrase". Names (New York, New York; Bora Bora), figures, and words that English doubles (had had,
that that, very very) are left alone.`,
	Bad:    Example{Zh: "落实会议精神。", En: "Carry out the the decisions of the meeting."},
	Good:   Example{Zh: "他说那是必要的。", En: "He said that that was necessary."},
	Grades: []Grade{{"word", bitext.Warning, bitext.Note}, {"phrase", bitext.Warning, bitext.Note}},
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
		f := found("word", span.Span{}, s.target(span.Span{Start: a.Span.Start, End: b.Span.End}), "%q stands twice", a.Text)
		f.Fix = &Fix{Target: s.target(span.Span{Start: a.Span.End, End: b.Span.End})}
		out = append(out, f)
	}
	return append(out, checkDoubledPhrases(s)...)
}

// longestDoubled is the length in words of the longest phrase that is looked
// for.
const longestDoubled = 8

// checkDoubledPhrases finds phrases that follow on themselves; with commas
// between, three times: "in the industry, the industry" may be two clauses. How
// to mend them is not certain, so there is no fix.
func checkDoubledPhrases(s *Subject) []Finding {
	var out []Finding
	words := s.Words()
	for i := 0; i < len(words); i++ {
		for n := longestDoubled; n > 1; n-- {
			if !doubles(s, words, i, n) {
				continue
			}
			times := 2
			for doubles(s, words, i+(times-1)*n, n) {
				times++
			}
			at := span.Span{Start: words[i].Span.Start, End: words[i+times*n-1].Span.End}
			if times == 2 && strings.Contains(s.En[words[i+n-1].Span.End:words[i+n].Span.Start], ",") {
				continue
			}
			out = append(out, found("phrase", span.Span{}, s.target(at), "%q stands %d times", s.En[words[i].Span.Start:words[i+n-1].Span.End], times))
			i += times*n - 1
			break
		}
	}
	return out
}

// stepWords make a pair with a word that comes again: from time to time to, step
// by step by.
var stepWords = wordSet("to by after upon and on for in")

// doubles reports whether the n words from i on stand once more behind
// themselves, and are more than names, figures and one word over and over.
func doubles(s *Subject, words []english.Word, i, n int) bool {
	if i+2*n > len(words) || !strings.EqualFold(words[i].Text, words[i+n].Text) {
		return false
	}
	plain, same := false, true
	for k := i; k < i+n; k++ {
		if !strings.EqualFold(words[k].Text, words[k+n].Text) {
			return false
		}
		plain = plain || isPlainWord(words[k].Text) && !functionWords[words[k].Text]
		same = same && strings.EqualFold(words[k].Text, words[i].Text)
	}
	for k := i + 1; k < i+2*n; k++ {
		between := strings.TrimSpace(s.En[words[k-1].Span.End:words[k].Span.Start])
		if between != "" && (between != "," || k != i+n) {
			return false
		}
	}
	return plain && !same && (n > 2 || !stepWords[words[i+1].Text])
}

// isPlainWord reports whether w is a word in small letters.
func isPlainWord(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsLower(r)
}
