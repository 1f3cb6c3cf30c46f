package check

import (
	"strings"

	"duizhao/bitext"
	"duizhao/lang/span"
)

var listItems = &Rule{
	Name:    "list-items",
	Summary: "the numbering of a list differs",
	Why: `（一） to （五） and 一是, 二是, 三是 number what is decided; an item too few in the English is a decision lost. Any
numbering of English will do: (1), I., a), First. An item without number is reported only where most items of the document have
one, and a list inside a sentence only where the English counts as well, and stops too early.`,
	Bad:  Example{Zh: "一是加强学习，二是落实责任，三是强化监督。", En: "First, study more; second, fulfill responsibilities and strengthen supervision."},
	Good: Example{Zh: "一是加强学习，二是落实责任，三是强化监督。", En: "We must study more, fulfill our responsibilities, and strengthen supervision."},
	Grades: []Grade{
		{"changed", bitext.Warning, bitext.Note},
		{"lost", bitext.Warning, bitext.Note},
	},
	Document: checkListItems,
}

func checkListItems(sc *Scope) []Finding {
	type item struct {
		unit, n int
		at      span.Span
	}
	var unnumbered []item
	numbered := 0
	var out []Finding
	for i, s := range sc.Subjects {
		if s.En == "" {
			continue
		}
		if f, ok := checkInnerList(s); ok {
			out = append(out, about(i, f))
		}
		n, end := chineseMark(s.Runes())
		if n == 0 {
			continue
		}
		switch numbers := englishMark(s); {
		case len(numbers) == 0:
			unnumbered = append(unnumbered, item{i, n, span.Span{End: end}})
		case !contains(numbers, n):
			numbered++
			out = append(out, about(i, found("changed", span.Span{End: end}, s.target(span.Span{End: s.Words()[0].Span.End}), "item %d of the Chinese is item %d of the English", n, numbers[0])))
		default:
			numbered++
		}
	}
	if numbered <= len(unnumbered) {
		return out // the house does without
	}
	for _, u := range unnumbered {
		out = append(out, about(u.unit, found("lost", u.at, span.Span{}, "item %d has lost its number", u.n)))
	}
	return out
}

func contains(numbers []int, n int) bool {
	for _, m := range numbers {
		if m == n {
			return true
		}
	}
	return false
}

// chineseMark reads the mark of a list item that zh begins with: （一） 一、 (2)
// 3． ④. It gives its number, and where it ends; 0 where there is none.
func chineseMark(zh []rune) (n, end int) {
	if len(zh) == 0 {
		return 0, 0
	}
	if '①' <= zh[0] && zh[0] <= '⑳' {
		return int(zh[0]-'①') + 1, 1
	}
	i := 0
	bracket := zh[0] == '（' || zh[0] == '('
	if bracket {
		i++
	}
	n, end = smallNumber(zh, i)
	if n == 0 || n > 40 || end >= len(zh) {
		return 0, 0
	}
	switch r := zh[end]; {
	case bracket && (r == '）' || r == ')'):
	case !bracket && (r == '、' || r == '）' || r == ')'):
	case !bracket && (r == '．' || r == '.') && end+1 < len(zh) && (zh[end+1] < '0' || zh[end+1] > '9'):
	default:
		return 0, 0
	}
	return n, end + 1
}

// smallNumber reads a number up to 99 in digits or in Chinese.
func smallNumber(zh []rune, i int) (n, end int) {
	if n, end = digits(zh, i); end > i {
		return n, end
	}
	const ones = "一二三四五六七八九"
	ten := false
	for end = i; end < len(zh) && end < i+3; end++ {
		if zh[end] == '十' && !ten {
			n, ten = max(n, 1)*10, true
			continue
		}
		at := strings.IndexRune(ones, zh[end])
		if at < 0 || n%10 != 0 || n > 0 && !ten {
			break
		}
		n += at/len("一") + 1
	}
	return n, end
}

// countWords are how English counts items in words.
var countWords = [][]string{
	{"first", "firstly", "one", "1st"}, {"second", "secondly", "two", "2nd"}, {"third", "thirdly", "three", "3rd"},
	{"fourth", "fourthly", "four", "4th"}, {"fifth", "fifthly", "five", "5th"}, {"sixth", "sixthly", "six", "6th"},
	{"seventh", "seventhly", "seven"}, {"eighth", "eighthly", "eight"}, {"ninth", "ninthly", "nine"}, {"tenth", "tenthly", "ten"},
}

// englishMark reads the mark that the English begins with: the numbers that
// it may be, since "i" is nine and one; none where there is no mark.
func englishMark(s *Subject) []int {
	words := s.Words()
	if len(words) == 0 || words[0].Span.Start > 4 {
		return nil
	}
	w := words[0]
	before := strings.TrimLeft(s.En[:w.Span.Start], "#*-> ")
	after := strings.TrimLeft(s.En[w.Span.End:], "*")
	if before != "" && before != "(" && before != "（" || after == "" {
		return nil
	}
	if lower := strings.ToLower(w.Text); strings.IndexByte(",.:;", after[0]) >= 0 || strings.HasPrefix(after, " is") {
		for i, names := range countWords {
			for _, name := range names {
				if lower == name {
					return []int{i + 1}
				}
			}
		}
	}
	if strings.IndexByte(").,:", after[0]) < 0 && !strings.HasPrefix(after, "、") && !strings.HasPrefix(after, "）") {
		return nil
	}
	return markNumbers(w.Text)
}

// markNumbers are the numbers that "3", "iii" or "c" may stand for.
func markNumbers(w string) []int {
	if n, end := digits([]rune(w), 0); end == len(w) && n > 0 {
		return []int{n}
	}
	var out []int
	lower := strings.ToLower(w)
	if n := roman(lower); n > 0 {
		out = append(out, n)
	}
	if len(lower) == 1 && isLetter(lower[0]) {
		out = append(out, int(lower[0]-'a')+1)
	}
	return out
}

// roman reads a Roman number up to 39, in small letters; 0 where w is none.
func roman(w string) int {
	n := 0
	for i := range len(w) {
		v := strings.IndexByte("i   v    x", w[i]) + 1
		if v == 0 || len(w) > 6 {
			return 0
		}
		if i+1 < len(w) && v < strings.IndexByte("i   v    x", w[i+1])+1 {
			v = -v
		}
		n += v
	}
	return n
}

// checkInnerList compares 一是 … 二是 … 三是 … inside one unit with the items that
// its English counts.
func checkInnerList(s *Subject) (Finding, bool) {
	k, last := innerItems(s)
	if k < 3 {
		return Finding{}, false
	}
	m := 0
	for m < len(countWords) && countsItem(s, m+1) {
		m++
	}
	if m < 2 || m >= k {
		return Finding{}, false
	}
	return found("lost", last, span.Span{}, "%d items in the Chinese, %d in the English", k, m), true
}

// innerItems counts the items of 一是 … 二是 … or ① … ②, and tells where the last
// begins.
func innerItems(s *Subject) (n int, last span.Span) {
	const ones = "一二三四五六七八九"
	zh := s.Runes()
	for i := 0; i+1 < len(zh) && n < 9; i++ {
		next := []rune(ones)[n]
		starts := i == 0 || strings.ContainsRune("，；。：、,;: “", zh[i-1])
		if zh[i] == rune('①'+n) || zh[i] == next && starts && (zh[i+1] == '是' || zh[i+1] == '要') {
			n++
			last = span.Span{Start: i, End: i + 2}
		}
	}
	return n, last
}

// countsItem reports whether the English has an item numbered n.
func countsItem(s *Subject, n int) bool {
	for _, w := range s.Words() {
		lower := strings.ToLower(w.Text)
		for _, name := range countWords[n-1] {
			if lower == name {
				return true
			}
		}
		if end := w.Span.End; end < len(s.En) && (s.En[end] == ')' || s.En[end] == '.') && contains(markNumbers(w.Text), n) {
			return true
		}
	}
	return false
}
