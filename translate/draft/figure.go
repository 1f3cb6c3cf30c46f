package draft

import (
	"cmp"
	"slices"

	"duizhao/lang/number"
	"duizhao/lang/span"
)

// figures adds to fixed, ordered by place, a token for every number of zh
// that stands outside the terms.
func (t *tokeniser) figures(zh string, fixed []token) []token {
	for _, v := range number.FindChinese(zh) {
		if !t.free(v.Span) {
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
		case number.Item:
			tok.kind = item
		case number.Percent, number.Points:
			tok.share = true
		case number.Quantity:
			tok.some = v.Indefinite
			tok.one = v.N == number.Int(1) && !v.Range && v.Unit == ""
		}
		fixed = append(fixed, tok)
	}
	slices.SortStableFunc(fixed, func(a, b token) int { return cmp.Compare(a.at.Start, b.at.Start) })
	return fixed
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
