package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"duizhao/bitext"
	"duizhao/lang/number"
	"duizhao/lang/span"
)

var numberMismatch = &Rule{
	Name:    "number-mismatch",
	Summary: "a figure is lost, changed, hedged otherwise or added",
	Why: `Figures are compared by what they say, not by their digits: 90亿 is 9 billion and 9,000 million, 三成 is 30 percent,
增长3倍 is quadrupled, 300万亩 are 200,000 hectares. A list under 分别 must keep its order, and 提高到5% is not "by 5 percent".
What English may leave out is not missed: 一项, 第一, 两国, the numbers of list items, a figure that the Chinese says twice.
Figures inside matched terms (十四五) belong to the term. "hedge" is 约, 近, 超过 and their like lost, added or turned round, and a
figure rounded without a word; "extra" is a figure that the Chinese does not have. What a figure belongs to is not known: two
counts that change places go unnoticed. Read by hand: of the units of 3,400 that machines translated and that this rule, date-mismatch
or unit-mismatch called wrong, 40 of 42 were; of 2,400 units by people 9 were called wrong, and 6 of them leave a figure out or misprint it.`,
	Bad:  Example{Zh: "全年完成投资90亿元。", En: "Investment for the year totaled 90 billion yuan."},
	Good: Example{Zh: "全年完成投资90亿元。", En: "Investment for the year totaled 9,000 million yuan."},
	Grades: []Grade{
		{"value", bitext.Error, bitext.Error},
		{"hedge", bitext.Warning, bitext.Note},
		{"extra", bitext.Note, Off},
	},
	Answer: true,
	Unit:   checkNumbers,
}

func checkNumbers(s *Subject) []Finding {
	var out []Finding
	for _, d := range s.figures() {
		if ofDate(d) || d.Kind == number.OtherUnit {
			continue
		}
		out = append(out, s.figureFinding(gradeOf(d.Kind), d))
	}
	return out
}

// gradeOf is the grade of number-mismatch that a difference falls under.
func gradeOf(k number.DifferenceKind) string {
	switch k {
	case number.Rounded, number.HedgeLost, number.HedgeAdded, number.HedgeChanged:
		return "hedge"
	case number.Extra:
		return "extra"
	}
	return "value"
}

// figureFinding tells a difference between two figures.
func (s *Subject) figureFinding(grade string, d number.Difference) Finding {
	var source, target span.Span
	if d.Zh != nil {
		source = d.Zh.Span
	}
	if d.En != nil {
		target = s.target(d.En.Span)
	}
	return found(grade, source, target, "%s", s.told(d))
}

// told says in words how two figures differ.
func (s *Subject) told(d number.Difference) string {
	if d.Kind == number.Extra {
		return s.En[d.En.Span.Start:d.En.Span.End] + " is not in the Chinese"
	}
	zh := s.zh(d.Zh.Span)
	if d.Kind == number.Lost {
		return zh + " (" + d.Zh.English() + ") is not in the English"
	}
	en := s.En[d.En.Span.Start:d.En.Span.End]
	switch d.Kind {
	case number.OutOfOrder:
		return "the order of the list is changed: " + zh + " does not stand where " + en + " does"
	case number.OtherStep:
		return zh + " and " + en + ": what it comes to and by how much are confused"
	case number.Rounded:
		return zh + " is rounded to " + en + " without a word that says so"
	case number.HedgeLost, number.HedgeAdded, number.HedgeChanged:
		return zh + " is " + d.Zh.English() + ", not " + en
	}
	return zh + " is " + d.Zh.English() + ", not " + en
}

// figures are the differences between the figures of Zh and En. Figures inside
// terms, and those of document numbers, are left to the rules about these.
func (s *Subject) figures() []number.Difference {
	if s.compared || s.En == "" {
		return s.differences
	}
	s.compared = true
	zh, en := number.FindChinese(s.Zh), number.FindEnglish(s.En)
	if len(s.Terms) > 0 && len(zh)+len(en) > 0 {
		zh, en = outside(zh, s.sources()), outside(en, s.targets())
	}
	s.differences = number.Compare(zh, en)
	if len(s.differences) > 0 && (strings.ContainsRune(s.Zh, '号') || strings.ContainsRune(s.Zh, '號')) {
		numbers := documentNumbers(s.Runes())
		s.differences = slices.DeleteFunc(s.differences, func(d number.Difference) bool {
			return d.Zh != nil && slices.ContainsFunc(numbers, func(n docNumber) bool { return n.at.Overlaps(d.Zh.Span) })
		})
	}
	return s.differences
}

// outside drops the values that lie inside one of the places: 14th in "14th
// Five-Year Plan". A term that is only the unit of a value drops nothing.
func outside(values []number.Value, places []span.Span) []number.Value {
	return slices.DeleteFunc(values, func(v number.Value) bool {
		return slices.ContainsFunc(places, func(p span.Span) bool { return p.Start <= v.Span.Start && v.Span.End <= p.End })
	})
}

// sources are the places of terms in Zh.
func (s *Subject) sources() []span.Span {
	out := make([]span.Span, 0, len(s.Terms))
	for _, m := range s.Terms {
		out = append(out, m.Span)
	}
	return out
}

// targets are the places of renderings in En, in bytes and in order.
func (s *Subject) targets() []span.Span {
	var out []span.Span
	for _, m := range s.Met {
		if !m.Target.Empty() {
			out = append(out, m.Target)
		}
	}
	slices.SortFunc(out, func(a, b span.Span) int { return a.Start - b.Start })
	at, runes := 0, 0 // byte at stands behind so many runes
	for i := range out {
		start := bytesBehind(s.En[at:], out[i].Start-runes)
		at, runes = at+start, out[i].Start
		end := at + bytesBehind(s.En[at:], out[i].End-runes)
		out[i] = span.Span{Start: at, End: end}
	}
	return out
}

// bytesBehind is the length in bytes of the first n runes of text.
func bytesBehind(text string, n int) int {
	at := 0
	for ; n > 0 && at < len(text); n-- {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	return at
}
