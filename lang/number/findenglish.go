package number

import (
	"strings"

	"duizhao/lang/english"
	"duizhao/lang/span"
)

// FindEnglish finds the values of an English text as [FindChinese] does those
// of a Chinese one, so that the two can be compared with [Value.Same]. Spans
// count bytes. Read so far: figures and number words, with million, billion
// and trillion; percent, percentage points, units, ranges, hedges; dates,
// years and their ranges; ordinals in figures and words. Not yet: fractions,
// multiples, parts of a year, decades, times of day.
func FindEnglish(s string) []Value {
	r := englishReader{text: lowerASCII(s)}
	r.words = english.AppendParts(nil, r.text)
	var out []Value
	for i := 0; i < len(r.words); {
		v, next := r.value(i)
		if v.Kind != 0 {
			v.Span = span.Span{Start: r.words[i].Span.Start, End: max(v.Span.End, r.words[next-1].Span.End)}
			out = append(out, r.hedged(v, i))
		}
		i = max(next, i+1)
	}
	return out
}

// lowerASCII keeps every byte in its place, unlike strings.ToLower.
func lowerASCII(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return 'A' <= r && r <= 'Z' }) < 0 {
		return s
	}
	b := []byte(s)
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] = c | 0x20
		}
	}
	return string(b)
}

// englishReader walks over the words of a text in lower case.
type englishReader struct {
	text  string
	words []english.Word
}

// word is the i-th word, "" outside.
func (r englishReader) word(i int) string {
	if i < 0 || i >= len(r.words) {
		return ""
	}
	return r.words[i].Text
}

// gap is what stands between word i and the word before it.
func (r englishReader) gap(i int) string {
	if i < 1 || i >= len(r.words) {
		return ""
	}
	return r.text[r.words[i-1].Span.End:r.words[i].Span.Start]
}

// value reads the value that begins with word i and says which word to go on
// with. Span.End is set only where the value ends behind the last word (%).
func (r englishReader) value(i int) (Value, int) {
	if v, next, ok := r.date(i); ok {
		return v, next
	}
	if n, ok := r.rank(i); ok {
		return Value{Kind: Ordinal, N: n}, i + 1
	}
	n, next, scaled, ok := r.number(i)
	if !ok || r.named(i) {
		return Value{}, i + 1
	}
	v := Value{Kind: Quantity, N: n, Indefinite: r.word(i) == "one" && next == i+1}
	if r.minus(i) {
		v.N = n.Neg()
	}
	if hi, after, hiScaled, ok := r.upper(next); ok {
		if hiScaled > 0 && scaled == 0 && n.Shift(hiScaled).Cmp(hi) < 0 {
			v.N = n.Shift(hiScaled) // 300–500 million
		}
		if v.N.Cmp(hi) < 0 {
			v.Range, v.To, next, v.Indefinite = true, hi, after, false
		} else {
			v.N = n
		}
	}
	return r.measured(v, next)
}

// named reports whether the figure at word i is part of a name: COVID-19.
func (r englishReader) named(i int) bool {
	prev := r.word(i - 1)
	return r.gap(i) == "-" && prev != "" && 'a' <= prev[0] && prev[0] <= 'z' && isArabic(rune(r.word(i)[0]))
}

// minus reports a minus sign before word i: -2.1 percent.
func (r englishReader) minus(i int) bool {
	at := r.words[i].Span.Start
	before := strings.TrimSuffix(r.text[:at], "-")
	if len(before) == at {
		before = strings.TrimSuffix(r.text[:at], "−")
	}
	return len(before) < at && (before == "" || strings.HasSuffix(before, " ")) && isArabic(rune(r.word(i)[0]))
}

// upper reads the upper end of a range before word i: –5, -5, to 5.
func (r englishReader) upper(i int) (n Decimal, next, scaled int, ok bool) {
	switch {
	case r.gap(i) == "–" || r.gap(i) == "-" || r.gap(i) == "—":
	case r.word(i) == "to" && isFigure(r.word(i+1)) && isFigure(r.word(i-1)):
		i++
	default:
		return Decimal{}, 0, 0, false
	}
	n, next, scaled, ok = r.number(i)
	return n, next, scaled, ok
}

// measured reads what stands behind a figure: percent, a unit, or nothing.
func (r englishReader) measured(v Value, next int) (Value, int) {
	end := r.words[next-1].Span.End
	rest := r.text[end:]
	switch {
	case strings.HasPrefix(rest, "%"):
		v.Kind, v.Span.End = Percent, end+1
		return v, next
	case r.word(next) == "percent" || r.word(next) == "per" && r.word(next+1) == "cent":
		v.Kind = Percent
		if r.word(next) == "per" {
			next++
		}
		return v, next + 1
	case r.word(next) == "percentage" && strings.HasPrefix(r.word(next+1), "point"):
		v.Kind = Points
		return v, next + 2
	case r.word(next) == "per" && r.word(next+1) == "thousand":
		v.Kind = PerMille
		return v, next + 2
	}
	if unit, length := longestUnit(strings.TrimLeft(rest, " -")); length > 0 {
		v.Unit = unit
		stop := end + len(rest) - len(strings.TrimLeft(rest, " -")) + length
		for next < len(r.words) && r.words[next].Span.Start < stop {
			next++
		}
	}
	return v, next
}

// englishHedges are the hedges before a value; longer ones first.
var englishHedges = [...]struct {
	words string
	hedge Hedge
}{
	{"no more than ", AtMost}, {"not more than ", AtMost}, {"up to ", AtMost}, {"at most ", AtMost},
	{"no less than ", AtLeast}, {"no fewer than ", AtLeast}, {"not less than ", AtLeast}, {"at least ", AtLeast},
	{"more than ", Over}, {"over ", Over}, {"less than ", Under}, {"fewer than ", Under}, {"under ", Under},
	{"about ", About}, {"around ", About}, {"approximately ", About}, {"some ", About},
	{"nearly ", Nearly}, {"almost ", Nearly}, {"close to ", Nearly}, {"within ", Within},
}

// hedged adds the hedge that stands before word i.
func (r englishReader) hedged(v Value, i int) Value {
	before := r.text[:r.words[i].Span.Start]
	for _, h := range englishHedges {
		if rest, ok := strings.CutSuffix(before, h.words); ok && (rest == "" || strings.HasSuffix(rest, " ")) && v.Kind != Calendar && v.Kind != Ordinal {
			v.Hedge, v.Span.Start = h.hedge, len(rest)
			break
		}
	}
	return v
}
