package check

import (
	"strconv"
	"strings"

	"duizhao/bitext"
	"duizhao/lang/han"
	"duizhao/lang/span"
)

var documentNumber = &Rule{
	Name:    "document-number",
	Summary: "the number of a document is lost or changed",
	Why: `国发〔2021〕23号 is how the document is found again. The English must have its year and its serial number, in any of the
ways that are used: "Guo Fa [2021] No. 23", "State Council Document No. 23 [2021]", "No. 23 of 2021". Where neither stands in the
English, the number was left out, which translators of news do: the grade is "lost".`,
	Bad:  Example{Zh: "根据国发〔2021〕23号文件要求。", En: "As required by document Guo Fa [2021] No. 32."},
	Good: Example{Zh: "根据国发〔2021〕23号文件要求。", En: "As required by State Council Document No. 23 [2021]."},
	Grades: []Grade{
		{"changed", bitext.Error, bitext.Error},
		{"lost", bitext.Error, bitext.Error},
	},
	Answer: true,
	Unit:   checkDocumentNumber,
}

func checkDocumentNumber(s *Subject) []Finding {
	if s.En == "" || !strings.ContainsRune(s.Zh, '号') && !strings.ContainsRune(s.Zh, '號') {
		return nil
	}
	var out []Finding
	for _, n := range documentNumbers(s.Runes()) {
		hasYear, hasSerial := hasFigure(s.En, n.year), hasFigure(s.En, n.serial)
		switch {
		case hasYear && hasSerial:
		case hasYear || hasSerial:
			out = append(out, found("changed", n.at, span.Span{}, "%s needs both %d and No. %d", s.zh(n.at), n.year, n.serial))
		default:
			out = append(out, found("lost", n.at, span.Span{}, "%s is not in the English", s.zh(n.at)))
		}
	}
	return out
}

// docNumber is 国发〔2021〕23号: its year, its serial number and its place,
// which begins with the bracket.
type docNumber struct {
	year, serial int
	at           span.Span // runes
}

// documentNumbers finds the document numbers of a text: a year of four digits
// in brackets, 第 or nothing, a number and 号.
func documentNumbers(zh []rune) []docNumber {
	var out []docNumber
	for i := range zh {
		if !strings.ContainsRune("〔﹝［[（(【", zh[i]) {
			continue
		}
		year, end := digits(zh, i+1)
		if end != i+5 || year < 1900 || year > 2100 || end >= len(zh) || !strings.ContainsRune("〕﹞］]）)】", zh[end]) {
			continue
		}
		end++
		if end < len(zh) && zh[end] == '第' {
			end++
		}
		serial, stop := digits(zh, end)
		if stop > end && stop < len(zh) && (zh[stop] == '号' || zh[stop] == '號') {
			out = append(out, docNumber{year, serial, span.Span{Start: agencyStart(zh, i), End: stop + 1}})
		}
	}
	return out
}

// agencyStart is where the name of the agency in front of rune i begins, as
// far as it can be told: at most six characters back, behind a mark or a word
// that joins it to the sentence.
func agencyStart(zh []rune, i int) int {
	start := i
	for start > 0 && i-start < 6 && han.Is(zh[start-1]) && !strings.ContainsRune("据照按依和与及见的以经由件据據與經見", zh[start-1]) {
		start--
	}
	if i-start == 6 {
		return i // running text, not an agency alone
	}
	return start
}

// digits reads the digits at rune i, of either width, and tells where they end.
func digits(text []rune, i int) (n, end int) {
	for end = i; end < len(text) && end < i+9; end++ {
		r := text[end]
		if '０' <= r && r <= '９' {
			r -= '０' - '0'
		}
		if r < '0' || r > '9' {
			break
		}
		n = 10*n + int(r-'0')
	}
	return n, end
}

// hasFigure reports whether n stands in an English text as a figure of its own.
func hasFigure(en string, n int) bool {
	want := strconv.Itoa(n)
	for from := 0; ; {
		i := strings.Index(en[from:], want)
		if i < 0 {
			return false
		}
		i += from
		end := i + len(want)
		if (i == 0 || !isDigit(en[i-1])) && (end == len(en) || !isDigit(en[end])) {
			return true
		}
		from = end
	}
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }
