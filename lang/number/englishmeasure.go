package number

import (
	"strings"
	"sync"
	"unicode/utf8"

	"duizhao/lang/english"
)

// unitNames leads the English names of units to the unit: names in lower
// case, symbols as they are written.
type unitNames struct{ names, symbols *node }

var englishUnits = sync.OnceValue(func() unitNames {
	u := unitNames{&node{}, &node{}}
	add := func(name, unit string) {
		if name != strings.ToLower(name) || utf8.RuneCountInString(name) <= 2 {
			u.symbols.add([]rune(name), unit)
			return
		}
		u.names.add([]rune(name), unit)
		u.names.add([]rune(english.Plural(name)), unit)
	}
	proper := func(unit string) {
		name := strings.ToLower(unit)
		u.names.add([]rune(name), unit)
		u.names.add([]rune(strings.ToLower(english.Plural(unit))), unit)
	}
	for line := range lines("units.txt") {
		unit, _, _ := strings.Cut(line, " = ")
		proper(unit)
	}
	for line := range lines("aliases.txt") {
		unit, names, _ := strings.Cut(line, " = ")
		proper(unit)
		for name := range strings.SplitSeq(names, "; ") {
			switch {
			case strings.HasPrefix(name, "US dollar"), strings.HasPrefix(name, "American"), strings.HasPrefix(name, "Chinese"), strings.HasPrefix(name, "HK dollar"):
				u.names.add([]rune(strings.ToLower(name)), unit)
				u.names.add([]rune(strings.ToLower(english.Plural(name))), unit)
			default:
				add(name, unit)
			}
		}
	}
	return u
})

// longestName is the unit whose English name or symbol begins at byte i of s,
// and where it ends; end is 0 if there is none. "X per Y" is a unit too.
func longestName(s string, i int) (unit string, end int) {
	u := englishUnits()
	end, unit = walk(u.names, s, i, true)
	if stop, symbol := walk(u.symbols, s, i, false); stop > end {
		end, unit = stop, symbol
	}
	if end == 0 {
		return "", 0
	}
	for _, per := range [...]string{" per ", "/", " a "} {
		if !strings.HasPrefix(s[end:], per) {
			continue
		}
		if under, stop := longestName(s, end+len(per)); stop > 0 {
			return unit + " per " + under, stop
		}
	}
	return unit, end
}

// walk finds the longest name of a table at byte i that ends with a word.
func walk(n *node, s string, i int, fold bool) (end int, unit string) {
	for i < len(s) && n.next != nil {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		if fold && 'A' <= r && r <= 'Z' {
			r |= 0x20
		}
		child := n.next[r]
		if child == nil && fold && r == '-' {
			child = n.next[' ']
		}
		if n = child; n == nil {
			break
		}
		i += size
		if n.word && letterAt(s, i) == 0 && !digitAt(s, i) {
			end, unit = i, n.en
		}
	}
	return end, unit
}

// currencies are the signs before an amount; longer ones first.
var currencies = [...]struct{ sign, unit string }{
	{"US$", "U.S. dollar"}, {"U.S.$", "U.S. dollar"}, {"HK$", "Hong Kong dollar"}, {"NT$", "New Taiwan dollar"}, {"S$", "Singapore dollar"},
	{"A$", "Australian dollar"}, {"C$", "Canadian dollar"}, {"MOP$", "Macao pataca"}, {"RMB¥", "yuan"}, {"CN¥", "yuan"}, {"RMB", "yuan"},
	{"CNY", "yuan"}, {"USD", "U.S. dollar"}, {"HKD", "Hong Kong dollar"}, {"EUR", "euro"}, {"GBP", "British pound"}, {"JPY", "Japanese yen"},
	{"MOP", "Macao pataca"}, {"$", "dollar"}, {"¥", "yuan"}, {"￥", "yuan"}, {"€", "euro"}, {"£", "British pound"}, {"JP¥", "Japanese yen"},
}

// currencyBefore is the currency whose sign ends before byte at, and where
// the sign begins.
func (r englishReader) currencyBefore(at, floor int) (unit string, start int) {
	if at < floor {
		return "", at
	}
	before := strings.TrimSuffix(r.text[floor:at], " ")
	for _, c := range currencies {
		if strings.HasSuffix(before, c.sign) {
			return c.unit, floor + len(before) - len(c.sign)
		}
	}
	return "", at
}

// measuredNext reports whether the figure at token i is measured, so that it
// is no year: 2000 million, 1500 tonnes, 2021 percent, $2000.
func (r englishReader) measuredNext(i int) bool {
	t := r.at(i)
	if r.follows(t.End, "%") || r.follows(t.End, " %") || r.follows(t.End, "+") {
		return true
	}
	if unit, _ := r.currencyBefore(t.Start, max(0, t.Start-8)); unit != "" {
		return true
	}
	next := r.at(i + 1)
	if !r.joined(i + 1) {
		return false
	}
	if next.class == aPower || next.class == aShort && r.shortPower(i+1) || r.oneOf(i+1, "percent", "per", "times", "percentage") {
		return true
	}
	_, end := longestName(r.text, next.Start)
	return end > 0 && r.gap(i+1) != "-"
}

// measured reads what stands behind a figure that ends before token next:
// percent, points, times, a unit, or nothing.
func (r englishReader) measured(v Value, next int) (Value, int) {
	end := r.at(next - 1).End
	if v.Span.End > end {
		end = v.Span.End
	}
	v.Span.End = end
	switch gap := r.text[end:]; {
	case strings.HasPrefix(gap, "%"), strings.HasPrefix(gap, " %"):
		v.Kind, v.Span.End = Percent, end+strings.IndexByte(gap, '%')+1
		if r.oneOf(next, "point", "points") && r.joinedBehind(v.Span.End, next) {
			return r.ends(v, Points, next+1)
		}
		return v, next
	case strings.HasPrefix(gap, "‰"):
		v.Kind, v.Span.End = PerMille, end+len("‰")
		return v, next
	case strings.HasPrefix(gap, "+"):
		v.Hedge, v.Span.End = Over, end+1
		return v, next
	}
	if at := end + len(r.text[end:]) - len(strings.TrimPrefix(r.text[end:], " ")); at < len(r.text) && r.text[at] >= utf8.RuneSelf && letterAt(r.text, at) == 0 {
		if unit, stop := longestName(r.text, at); stop > 0 { // °C
			v.Unit, v.Span.End = unit, stop
			return v, r.behind(next, stop)
		}
	}
	if !r.joined(next) {
		return v, next
	}
	if v.Hedge == Several && r.is(next, "of") && r.joined(next+1) {
		if measured, after := r.unit(v, next+1); after > next+1 {
			return measured, after // millions of yuan
		}
	}
	if r.is(next, "plus") && r.gap(next) == "-" {
		v.Hedge = Over
		next++
	}
	switch {
	case r.oneOf(next, "percent", "pct", "percentage"):
		if r.is(next, "percentage") || r.oneOf(next+1, "point", "points") && r.joined(next+1) {
			if r.oneOf(next+1, "point", "points") {
				return r.ends(v, Points, next+2)
			}
			return v, next
		}
		return r.ends(v, Percent, next+1)
	case r.is(next, "per") && r.is(next+1, "cent"):
		return r.ends(v, Percent, next+2)
	case r.is(next, "per") && r.oneOf(next+1, "mille", "mil"):
		return r.ends(v, PerMille, next+2)
	case r.is(next, "per") && r.is(next+1, "thousand"):
		return r.ends(v, PerMille, next+2)
	case r.oneOf(next, "points", "point", "pp", "ppt", "ppts") && r.at(next+1).class != aFigure:
		return r.ends(v, Points, next+1)
	case r.is(next, "times"), r.is(next, "x") && r.glued(next):
		return r.multiple(v, next+1)
	case r.is(next, "fold"):
		return r.ends(v, Multiple, next+1)
	case r.at(next).class == aSpan:
		return r.decadesLong(v, next)
	}
	return r.unit(v, next)
}

// unit reads the unit at token next.
func (r englishReader) unit(v Value, next int) (Value, int) {
	unit, stop := longestName(r.text, r.at(next).Start)
	if stop == 0 || r.followsWord(next, stop) {
		return v, next
	}
	v.Unit, v.Span.End = unit, stop
	return v, r.behind(next, stop)
}

// behind is the first token from i on that begins at byte stop or later.
func (r englishReader) behind(i, stop int) int {
	for i < len(r.tokens) && r.tokens[i].Start < stop {
		i++
	}
	return i
}

// joinedBehind reports whether only a space stands between byte end and token
// i.
func (r englishReader) joinedBehind(end, i int) bool {
	return i < len(r.tokens) && strings.Trim(r.text[end:r.at(i).Start], " -") == ""
}

// followsWord reports whether the unit from token i to byte stop is another
// word: second quarter, minute details.
func (r englishReader) followsWord(i, stop int) bool {
	return r.is(i, "second") && r.at(i+1).Start > stop && (r.at(i+1).class == aPart || r.at(i+1).class == aMonth)
}

// ends gives v a kind and the tokens up to next.
func (r englishReader) ends(v Value, k Kind, next int) (Value, int) {
	v.Kind, v.Span.End = k, r.at(next-1).End
	return v, next
}

// multiple makes "N times" of v; what follows says whether N is the result.
func (r englishReader) multiple(v Value, next int) (Value, int) {
	v, next = r.ends(v, Multiple, next)
	if r.oneOf(next, "as", "that", "those", "what", "the", "its", "their") {
		v.Step = To
	}
	return v, next
}

// decadesLong makes years of two decades, three centuries; a fortnight is 14
// days.
func (r englishReader) decadesLong(v Value, next int) (Value, int) {
	t := r.at(next)
	v.Unit = "year"
	if t.n == 14 {
		v.Unit = "day"
	}
	if n, ok := v.N.Int64(); ok && n < 1e6 {
		v.N = Int(n * int64(t.n))
	} else if t.n%10 == 0 {
		v.N = v.N.Shift(len(Int(int64(t.n)).String()) - 1)
	}
	if to, ok := v.To.Int64(); ok && v.Range && to < 1e6 {
		v.To = Int(to * int64(t.n))
	}
	v.Span.End = t.End
	return v, next + 1
}
