package check

import (
	"strings"
	"unicode/utf8"

	"duizhao/bitext"
	"duizhao/lang/span"
)

var unbalanced = &Rule{
	Name:    "unbalanced",
	Summary: "a bracket or quotation mark has no partner",
	Why: `Half a pair is a typing mistake, or shows that the rest was lost. Where the Chinese itself opens what it does not close,
as in a quotation of many sentences, nothing is said; nor of list marks (1), inches, and apostrophes. All of 22 findings were right; a third were sentences that people had cut out
of a longer quotation.`,
	Bad:    Example{Zh: "“双碳”目标很重要。", En: "The “dual carbon goals are important."},
	Good:   Example{Zh: "“双碳”目标很重要。", En: "The “dual carbon” goals are important."},
	Grades: []Grade{{"", bitext.Warning, bitext.Note}},
	Answer: true,
	Unit:   checkUnbalanced,
}

func checkUnbalanced(s *Subject) []Finding {
	if !strings.ContainsAny(s.En, "()[]\"“”{}") {
		return nil
	}
	at := unpaired(s.En)
	if at < 0 || !balancedChinese(s.Zh) {
		return nil
	}
	_, size := utf8.DecodeRuneInString(s.En[at:])
	where := span.Span{Start: at, End: at + size}
	return []Finding{found("", span.Span{}, s.target(where), "%s has no partner", s.En[where.Start:where.End])}
}

// unpaired is where the first mark without a partner stands, in bytes, or -1.
func unpaired(en string) int {
	var open []int // bytes
	quote := -1    // of the straight quotation mark that is open
	for i, r := range en {
		switch r {
		case '(', '[', '{', '“':
			open = append(open, i)
		case '"':
			switch {
			case quote < 0 && i > 0 && isDigit(en[i-1]): // inches
			case quote < 0:
				quote = i
			default:
				quote = -1
			}
		case ')', ']', '}', '”':
			if n := len(open); n > 0 && partner(en[open[n-1]:]) == r {
				open = open[:n-1]
			} else if !isListMark(en, i) {
				return i
			}
		}
	}
	if len(open) > 0 {
		return open[0]
	}
	return quote
}

// partner is what closes the mark that s begins with.
func partner(s string) rune {
	switch s[0] {
	case '(':
		return ')'
	case '[':
		return ']'
	case '{':
		return '}'
	}
	return '”'
}

// isListMark reports whether the bracket at byte i belongs to a mark such as
// "1)" or "b)".
func isListMark(en string, i int) bool {
	start := i
	for start > 0 && (isDigit(en[start-1]) || 'a' <= en[start-1]|0x20 && en[start-1]|0x20 <= 'z') {
		start--
	}
	return en[i] == ')' && i-start > 0 && i-start <= 3 && (start == 0 || en[start-1] == ' ' || en[start-1] == '\n')
}

// balancedChinese reports whether every bracket and quotation mark of a
// Chinese text has its partner, as far as counting tells.
func balancedChinese(zh string) bool {
	var depth [3]int
	straight := 0
	for _, r := range zh {
		switch r {
		case '（', '(', '［', '[', '〔', '【':
			depth[0]++
		case '）', ')', '］', ']', '〕', '】':
			depth[0]--
		case '“', '「', '『':
			depth[1]++
		case '”', '」', '』':
			depth[1]--
		case '《', '〈':
			depth[2]++
		case '》', '〉':
			depth[2]--
		case '"', '＂':
			straight ^= 1
		}
	}
	return depth == [3]int{} && straight == 0
}
