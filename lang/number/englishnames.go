package number

import (
	"strings"

	"duizhao/lang/span"
)

// named passes over figures that are no amounts: digits of names (COVID-19,
// 5G, COP28, whose number is an Indefinite ordinal), addresses, telephone
// numbers, the numbers of list items. With no value there, Kind is 0.
func (r englishReader) named(i int) (Value, int, bool) {
	t := r.at(i)
	if t.class == aName {
		return r.nameValue(t.Span, t.Span), i + 1, true
	}
	if t.class != aFigure {
		return Value{}, 0, false
	}
	if before := r.text[:t.Start]; strings.HasSuffix(before, "&#") || strings.HasSuffix(before, "&#x") {
		return Value{}, i + 1, true // an entity
	}
	if end := r.address(i); end > 0 {
		return Value{}, r.behind(i+1, end), true
	}
	if r.itemHead(i) {
		n, ok := parseFigure(r.text[t.Start:t.End])
		return Value{Kind: Item, N: n, Span: t.Span}, i + 1, ok
	}
	if r.gap(i+1) == "/" && r.text[t.Start:r.at(i+1).End] == "24/7" {
		return Value{}, i + 2, true
	}
	switch prev := r.at(i - 1); {
	case r.gap(i) == "-" && (prev.class == aWord || prev.class == aName) && r.capital(i-1) && !r.oneOf(i-1, "mid", "pre", "post", "end", "early", "late", "non", "sub"):
		return r.nameValue(span.Span{Start: prev.Start, End: t.End}, t.Span), i + 1, true
	case r.glued(i+1) && r.gluedName(i+1):
		return r.nameValue(span.Span{Start: t.Start, End: r.at(i + 1).End}, t.Span), i + 2, true
	case r.gap(i+1) == "+" && r.capital(i+1) && r.at(i+1).End-r.at(i+1).Start == 1:
		return Value{}, i + 2, true // 1+N
	}
	return Value{}, 0, false
}

// nameValue is the number in a name, an ordinal that need not be said.
func (r englishReader) nameValue(name, digits span.Span) Value {
	s := strings.TrimLeftFunc(r.text[digits.Start:digits.End], func(c rune) bool { return c < '0' || c > '9' })
	end := 0
	for digitAt(s, end) {
		end++
	}
	n, ok := parseFigure(s[:end])
	if !ok {
		n = Int(0)
	}
	return Value{Kind: Ordinal, N: n, Indefinite: true, Span: name}
}

// gluedName reports whether the letters at token i make a name of the figure
// that they follow: 5G, 4K, 3D.
func (r englishReader) gluedName(i int) bool {
	t := r.at(i)
	if t.class == aShort || r.oneOf(i, "st", "nd", "rd", "th", "s", "x", "am", "pm", "a", "p", "fold", "percent", "pct", "pp") {
		return false
	}
	_, end := longestName(r.text, t.Start)
	return end == 0
}

// itemHead reports whether token i numbers a list item: "1. " or "1) " at the
// head of the text, (3) anywhere.
func (r englishReader) itemHead(i int) bool {
	t := r.at(i)
	if t.End-t.Start > 2 {
		return false
	}
	before := strings.TrimSpace(r.text[:t.Start])
	if before == "" {
		return r.follows(t.End, ". ") || r.follows(t.End, ") ") || r.follows(t.End, "、")
	}
	return r.text[t.Start-1] == '(' && r.follows(t.End, ")") && (before == "(" || strings.HasSuffix(before, " ("))
}

// maxAddress bounds, in bytes, how far an address is looked for around a
// figure.
const maxAddress = 100

// address is where a web address, an e-mail address, a telephone number or a
// version ends that begins with token i, else 0.
func (r englishReader) address(i int) int {
	t := r.at(i)
	start, end := t.Start, t.End
	for start > max(0, t.Start-maxAddress) && r.text[start-1] > ' ' {
		start--
	}
	for end < min(len(r.text), t.End+maxAddress) && r.text[end] > ' ' {
		end++
	}
	word := r.text[start:end]
	if strings.Contains(word, "://") || strings.Contains(word, "@") || strings.HasPrefix(word, "www.") {
		return end
	}
	digits, hyphens, other := 0, 0, 0
	for _, c := range []byte(word) {
		switch {
		case '0' <= c && c <= '9':
			digits++
		case c == '-':
			hyphens++
		case c != '+' && c != '(' && c != ')' && c != '.' && c != ',' && c != ';':
			other++
		}
	}
	plain := !strings.ContainsAny(strings.TrimRight(word, ".,;)"), ",.")
	switch {
	case digits < 7 || other > 0:
	case hyphens > 0 && !r.isoLike(word), word[0] == '+', word[0] == '0' && plain:
		return end
	case hyphens == 0 && digits >= 8 && plain && !r.measuredNext(i):
		return end
	}
	return 0
}

// isoLike reports whether a word may be a date or a range of years.
func (r englishReader) isoLike(word string) bool {
	first, _, _ := strings.Cut(strings.TrimLeft(word, "(["), "-")
	return len(first) == 4 && (first[0] == '1' || first[0] == '2')
}
