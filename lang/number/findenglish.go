package number

import (
	"strings"
	"sync"

	"duizhao/lang/span"
)

// FindEnglish finds the values of an English text as [FindChinese] does those
// of a Chinese one, so that [Compare] can put the two side by side. Spans
// count bytes, are sorted and disjoint. Bytes in masked (sorted, disjoint
// spans of the caller's, such as renderings of terms) hold no value.
//
// Words that need not be meant as a number (one, both, twice, the first) and
// the digits of names (COVID-19) are Indefinite.
func FindEnglish(s string, masked ...span.Span) []Value {
	buf, ok := tokenBuffers.Get().(*[]token)
	if !ok {
		buf = new([]token)
	}
	defer tokenBuffers.Put(buf)
	*buf = tokenize((*buf)[:0], s)
	r := englishReader{text: s, tokens: *buf, masked: masked}
	var out []Value
	for i, floor := 0, 0; i < len(r.tokens); {
		if r.tokens[i].class == aWord {
			i++
			continue
		}
		v, next := r.value(i, floor)
		if v.Kind != 0 && v.Span.Start >= floor && !r.crossesMask(v.Span) {
			r.listed(out, &v)
			out = append(out, v)
			floor = v.Span.End
		}
		i = max(next, i+1)
	}
	return out
}

// tokenBuffers keeps the tokens between calls.
var tokenBuffers sync.Pool

func (r englishReader) crossesMask(s span.Span) bool {
	for _, m := range r.masked {
		if m.Overlaps(s) {
			return true
		}
	}
	return false
}

// value reads the value that begins with token i and says which token to go
// on with; what stands before byte floor belongs to another value.
func (r englishReader) value(i, floor int) (Value, int) {
	if v, next, ok := r.named(i); ok {
		return v, next
	}
	if v, next, ok := r.clockAt(i); ok {
		return v, next
	}
	if v, next, ok := r.calendarAt(i, floor); ok {
		return r.hedged(v, floor), next
	}
	if v, next, ok := r.rankAt(i, floor); ok {
		return v, next
	}
	if v, next, ok := r.partAt(i); ok {
		return r.hedged(v, floor), next
	}
	if v, next, ok := r.single(i); ok {
		return r.hedged(v, floor), next
	}
	return r.amount(i, floor)
}

// single reads the values of one word: doubled, threefold, both, decades.
func (r englishReader) single(i int) (Value, int, bool) {
	t := r.at(i)
	v := Value{N: Int(int64(t.n)), Span: t.Span}
	switch t.class {
	case aTimes:
		v.Kind, v.Step = Multiple, To
		if r.oneOf(i, "twice", "thrice") {
			v.Step = Unsaid
			v.Indefinite = true
		} else if r.oneOf(i, "double", "triple") {
			v.Indefinite = true
		}
	case aFold:
		v.Kind = Multiple
	case aSense:
		if _, ok := r.numeral(i); ok {
			return Value{}, 0, false
		}
		v.Kind, v.Indefinite = Quantity, true
	case aSpan:
		v.Kind, v.Unit, v.Indefinite = Quantity, "year", true
		if t.n == 14 {
			v.Unit = "day"
		} else if r.text[t.End-1] == 's' {
			v.Hedge = Several
		}
	case aRound:
		if !r.is(i-1, "the") || !r.oneOf(i-2, "round", "around") {
			return Value{}, 0, false
		}
		v.Kind, v.Unit, v.Indefinite = Quantity, "hour", true
	case aDecade:
		v.Kind, v.Start, v.N = Decade, Date{Year: t.n}, Decimal{}
	default:
		return Value{}, 0, false
	}
	return v, i + 1, true
}

// amount reads a quantity, alone or as a range.
func (r englishReader) amount(i, floor int) (Value, int) {
	lo, ok := r.numeral(i)
	if !ok {
		return Value{}, i + 1
	}
	t := r.at(i)
	v := Value{Kind: Quantity, N: lo.n, Hedge: lo.hedge, Span: span.Span{Start: t.Start, End: r.at(lo.next - 1).End}}
	v.Indefinite = lo.vague || t.class == aValue && lo.next == i+1 && t.n < 2
	v.scale, v.words, v.dozens = lo.scaled, lo.words, lo.dozens
	if r.minus(i) {
		v.N = lo.n.Neg()
	}
	v.Span.Start, v.Unit = r.signs(v, i, floor)
	if lo.words && r.oneOf(i-1, "a", "an") && r.at(i-1).Start >= floor && t.class != aValue {
		v.Span.Start = r.at(i - 1).Start
	}
	next := lo.next
	if hi, ok := r.upper(next, lo); ok {
		low := v.N
		if hi.scaled > 0 && lo.scaled == 0 && lo.n.Shift(hi.scaled).Cmp(hi.n) < 0 {
			low = lo.n.Shift(hi.scaled) // 300–500 million
		}
		if low.Cmp(hi.n) < 0 {
			v.N, v.Range, v.To, v.Indefinite, v.scale = low, true, hi.n, false, hi.scaled
			v.Span.End, next = r.at(hi.next-1).End, hi.next
		}
	}
	unit := v.Unit
	v, next = r.measured(v, next)
	if v.Unit == "" || unit != "" && v.Unit == "dollar" {
		v.Unit = unit
	}
	v.Indefinite = v.Indefinite && v.Kind == Quantity && v.Unit == ""
	v.Indefinite = v.Indefinite || r.footnote(v.Span) || r.fiveYear(i)
	return r.hedged(v, floor), next
}

// signs is where a value begins that has a currency or a minus before it, and
// the unit of the currency.
func (r englishReader) signs(v Value, i, floor int) (start int, unit string) {
	start = v.Span.Start
	if v.N.Sign() < 0 && start > floor {
		for start > floor && r.text[start-1] != '-' && r.text[start-1] < 0x80 {
			start--
		}
		start = max(floor, start-1)
		for start > floor && r.text[start]&0xC0 == 0x80 {
			start--
		}
	}
	if r.oneOf(i-1, "minus", "negative") && r.gap(i) == " " {
		start = max(floor, r.at(i-1).Start)
	}
	unit, start = r.currencyBefore(start, floor)
	if unit == "" && start-1 > floor && r.text[start-1] == '(' {
		return start, ""
	}
	return start, unit
}

// minus reports a minus sign before token i: -2.1 percent, minus 20.
func (r englishReader) minus(i int) bool {
	if r.oneOf(i-1, "minus", "negative") && r.gap(i) == " " {
		return true
	}
	if r.at(i).class != aFigure {
		return false
	}
	before := r.text[:r.at(i).Start]
	rest, ok := strings.CutSuffix(before, "-")
	if !ok {
		rest, ok = strings.CutSuffix(before, "−")
	}
	return ok && (rest == "" || rest[len(rest)-1] == ' ' || rest[len(rest)-1] == '(')
}

// upper reads the upper end of a range before token i: –5, to 5, or four.
func (r englishReader) upper(i int, lo englishNumeral) (englishNumeral, bool) {
	switch {
	case r.dash(i):
	case r.oneOf(i, "to", "or", "through"):
		if r.gap(i) != " " {
			return englishNumeral{}, false
		}
		i++
	default:
		return englishNumeral{}, false
	}
	if unit, _ := r.currencyBefore(r.at(i).Start, r.at(i-1).End); unit == "" && r.gap(i) != " " && !r.dash(i) {
		return englishNumeral{}, false
	}
	hi, ok := r.numeral(i)
	return hi, ok && hi.hedge == lo.hedge && !hi.vague && r.monthAt(hi.next) == 0 && (r.at(i).class != aPower)
}

// footnote reports whether the figure stands alone in square brackets.
func (r englishReader) footnote(s span.Span) bool {
	return s.Start > 0 && r.text[s.Start-1] == '[' && r.follows(s.End, "]") && s.End-s.Start < 3
}

// listed numbers the members of a list: a value that only a comma or "and"
// parts from the value before it belongs to the same list.
func (r englishReader) listed(before []Value, v *Value) {
	if len(before) == 0 {
		return
	}
	last := &before[len(before)-1]
	switch strings.Trim(r.text[last.Span.End:v.Span.Start], " ") {
	case "(", "(about", "(or":
		v.bracketed = v.Unit != "" && last.Unit != ""
	case ",", "and", ", and", ";", "; and", "or", "as well as":
		if last.list == 0 {
			last.list = len(before)
		}
		v.list = last.list
	}
}
