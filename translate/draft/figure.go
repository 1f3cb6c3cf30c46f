package draft

import (
	"cmp"
	"slices"
	"strings"

	"duizhao/lang/number"
	"duizhao/lang/span"
)

// figures adds to fixed, ordered by place, a token for every number of zh
// that stands outside the terms.
func (t *tokeniser) figures(zh string, fixed []token) []token {
	for _, v := range number.FindChinese(zh) {
		if before := t.beforeTerm(v.Span); before != v.Span {
			v = t.amountIn(before)
		}
		if v.Span.Empty() || !t.free(v.Span) || t.isCode(v.Span) {
			continue
		}
		if tok, ok := t.stretchOfTime(v); ok {
			fixed = append(fixed, tok)
			continue
		}
		if t.inWord(v.Span) {
			continue
		}
		if once(fixed, v) {
			fixed = append(fixed, token{kind: silent, at: v.Span})
			continue
		}
		tok := token{kind: figure, at: v.Span, zh: t.text(v.Span), en: v.English()}
		switch v.Kind {
		case number.Ordinal:
			tok.kind = ordinal
		case number.Calendar, number.Decade, number.Century, number.Clock:
			tok.kind = date
			tok.day = v.Start.Day > 0 && !v.Range
			tok.preposition = preposition(v)
			t.partOfDay(&tok)
			if v.Kind == number.Calendar && v.Start.Year == 0 && v.Start.Month > 0 {
				t.ofYear(&tok)
			}
		case number.Item:
			tok.kind = item
			tok.en += "."
		case number.Percent, number.Points:
			tok.share = true
		case number.Quantity:
			tok.some = v.Indefinite
			tok.unit, tok.people = v.Unit != "" && !lasts(v.Unit), v.Unit == "person"
			tok.one = v.N == number.Int(1) && !v.Range && v.Unit == ""
		}
		fixed = append(fixed, tok)
	}
	slices.SortStableFunc(fixed, func(a, b token) int { return cmp.Compare(a.at.Start, b.at.Start) })
	return joinBounds(fixed)
}

// joinBounds makes one figure of two that bound an amount: 五万元以上二十万元以下
// "at least 50,000 yuan and no more than 200,000 yuan".
func joinBounds(fixed []token) []token {
	kept := fixed[:0]
	for _, now := range fixed {
		if n := len(kept); n > 0 && now.kind == figure && kept[n-1].kind == figure && kept[n-1].at.End == now.at.Start &&
			strings.HasPrefix(kept[n-1].en, "at least ") && (strings.HasPrefix(now.en, "no more than ") || strings.HasPrefix(now.en, "less than ")) {
			low := &kept[n-1]
			low.at.End = now.at.End
			low.zh += now.zh
			low.en += " and " + now.en
			continue
		}
		kept = append(kept, now)
	}
	return kept
}

// lasts reports whether a unit counts time: 三年时间 is no amount of anything.
func lasts(unit string) bool {
	switch unit {
	case "year", "month", "week", "day", "hour", "minute", "second":
		return true
	}
	return false
}

// beforeTerm is the part of at before the term in it, which may be the unit of
// a figure: 50万|千瓦.
func (t *tokeniser) beforeTerm(at span.Span) span.Span {
	for i := at.Start; i < at.End; i++ {
		if t.taken[i] {
			return span.Span{Start: at.Start, End: i}
		}
	}
	return at
}

// amountIn is the figure that fills the stretch at, without a span when none
// does.
func (t *tokeniser) amountIn(at span.Span) number.Value {
	for _, v := range number.FindChinese(string(t.runes[at.Start:at.End])) {
		if v.Span.Start == 0 && v.Span.End == at.Len() {
			v.Span = at
			return v
		}
	}
	return number.Value{}
}

// isCode reports whether the digits at belong to a telephone number or a code
// and say no amount.
func (t *tokeniser) isCode(at span.Span) bool {
	for i := at.Start; i < at.End; i++ {
		if t.runes[i] < '0' || t.runes[i] > '9' {
			return false
		}
	}
	if t.runes[at.Start] == '0' && at.Len() > 1 {
		return true
	}
	return t.joinsCode(at.Start-1, -1) || t.joinsCode(at.End, 1)
}

// joinsCode reports whether rune i ties what stands before or behind it into
// one code: a letter, or a hyphen with a digit or letter on its other side.
func (t *tokeniser) joinsCode(i, step int) bool {
	if i < 0 || i >= len(t.runes) {
		return false
	}
	if t.runes[i] != '-' {
		return isLatin(t.runes[i])
	}
	i += step
	return i >= 0 && i < len(t.runes) && isLatin(t.runes[i])
}

// free reports whether no term has a rune of at.
func (t *tokeniser) free(at span.Span) bool {
	for i := at.Start; i < at.End; i++ {
		if t.taken[i] {
			return false
		}
	}
	return true
}

// preposition is what English says before a date that stands by itself.
func preposition(v number.Value) string {
	switch {
	case v.Kind == number.Clock:
		return "at"
	case v.Range:
		return "from"
	case v.Start.Day > 0:
		return "on"
	case v.Start.Part == number.Beginning || v.Start.Part == number.End:
		return "at"
	}
	return "in"
}
