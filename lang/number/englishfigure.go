package number

import (
	"strconv"
	"strings"
	"sync"

	"duizhao/lang/english"
)

// englishWords leads number words to what they say, by class: value, power,
// rank, month.
var englishWords = sync.OnceValue(func() map[string]map[string]int {
	table := make(map[string]map[string]int)
	for line := range lines("english.txt") {
		class, words, _ := strings.Cut(line, ": ")
		if table[class] == nil {
			table[class] = make(map[string]int)
		}
		for pair := range strings.FieldsSeq(words) {
			word, digits, _ := strings.Cut(pair, "=")
			n, err := strconv.Atoi(digits)
			if err != nil {
				panic("english.txt: " + pair)
			}
			table[class][word] = n
		}
	}
	return table
})

// englishUnits leads the singular and plural names of units to the singular.
var englishUnits = sync.OnceValue(func() *node {
	root := &node{}
	add := func(name, unit string) {
		name = lowerASCII(name)
		root.add([]rune(name), unit)
		root.add([]rune(english.Plural(name)), unit)
	}
	for line := range lines("units.txt") {
		unit, _, _ := strings.Cut(line, " = ")
		add(unit, unit)
	}
	for line := range lines("aliases.txt") {
		unit, names, _ := strings.Cut(line, " = ")
		for name := range strings.SplitSeq(names, "; ") {
			add(name, unit)
		}
	}
	return root
})

// longestUnit is the unit that s begins with, and its length in bytes; "X per
// Y" is a unit too.
func longestUnit(s string) (unit string, length int) {
	text := []rune(s[:min(len(s), 96)])
	end, unit, ok := englishUnits().longest(text, 0)
	if !ok || end < len(text) && isLatin(text[end]) {
		return "", 0
	}
	if rest, found := strings.CutPrefix(string(text[end:]), " per "); found {
		if under, n := longestUnit(rest); n > 0 {
			return unit + " per " + under, len(string(text[:end])) + len(" per ") + n
		}
	}
	return unit, len(string(text[:end]))
}

// number reads a figure or number words from word i; scaled is the power of
// the words behind a figure: 9 in "1.2 billion".
func (r englishReader) number(i int) (n Decimal, next, scaled int, ok bool) {
	if !isFigure(r.word(i)) {
		return r.numberWords(i)
	}
	n, ok = Exact(strings.ReplaceAll(r.word(i), ",", ""))
	for next = i + 1; ok && r.gap(next) == " "; next++ {
		p := englishWords()["power"][r.word(next)]
		if p == 0 {
			break
		}
		scaled += p
	}
	return n.Shift(scaled), next, scaled, ok
}

// isFigure reports whether a word begins with a digit and holds nothing but
// digits, commas and a point.
func isFigure(word string) bool {
	return word != "" && isArabic(rune(word[0])) && strings.Trim(word, "0123456789,.") == ""
}

// numberWords reads "three", "twenty-one", "two hundred and five thousand".
func (r englishReader) numberWords(i int) (Decimal, int, int, bool) {
	t := englishWords()
	total, group, next := int64(0), int64(-1), i
	for ; next < len(r.words); next++ {
		if next > i && r.gap(next) != " " && r.gap(next) != "-" {
			break
		}
		w := r.word(next)
		if value, ok := t["value"][w]; ok && (group < 0 || group%100 == 0 || group%10 == 0 && group%100 >= 20 && value < 10) {
			group = max(group, 0) + int64(value)
			continue
		}
		p := t["power"][w]
		switch {
		case p == 2 && group > 0 && group < 100:
			group *= 100
		case p > 2 && group > 0 && total%pow10(p+3) == 0:
			total, group = total+group*pow10(p), 0
		case w == "and" && next > i && group >= 0 && t["value"][r.word(next+1)] > 0 && (t["power"][r.word(next-1)] > 0):
		default:
			return Int(total + max(group, 0)), next, 0, group >= 0
		}
	}
	return Int(total + max(group, 0)), next, 0, group >= 0
}

// rank reads 19th and third.
func (r englishReader) rank(i int) (Decimal, bool) {
	w := r.word(i)
	if n, ok := englishWords()["rank"][w]; ok {
		return Int(int64(n)), true
	}
	digits := strings.TrimRight(w, "sthndr")
	if len(w)-len(digits) != 2 || !isFigure(digits) {
		return Decimal{}, false
	}
	n, ok := Exact(strings.ReplaceAll(digits, ",", ""))
	return n, ok && (Rank(n) == w || Rank(n) == strings.ReplaceAll(w, ",", ""))
}

// date reads "October 24, 2021", "October 24–26, 2021", "October 2021",
// "2021", "2021–2025". A month alone is none: may, march.
func (r englishReader) date(i int) (Value, int, bool) {
	v := Value{Kind: Calendar}
	if year := r.year(i); year > 0 && len(strings.TrimSpace(r.gap(i+1))) > 0 || year > 0 && !r.scaledNext(i) {
		v.Start.Year = year
		if gap := r.gap(i + 1); gap == "–" || gap == "-" || gap == "—" {
			if stop := r.year(i + 1); stop > year {
				v.Range, v.Stop.Year = true, stop
				return v, i + 2, true
			}
		}
		return v, i + 1, true
	}
	v.Start.Month = englishWords()["month"][r.word(i)]
	if v.Start.Month == 0 {
		return v, 0, false
	}
	next := i + 1
	if day := r.day(next); day > 0 {
		v.Start.Day = day
		next++
		if gap := r.gap(next); (gap == "–" || gap == "-") && r.day(next) > day {
			v.Range, v.Stop = true, Date{Month: v.Start.Month, Day: r.day(next)}
			next++
		}
	}
	if year := r.year(next); year > 0 && (r.gap(next) == ", " || r.gap(next) == " ") {
		v.Start.Year = year
		if v.Range {
			v.Stop.Year = year
		}
		next++
	}
	return v, next, next > i+1
}

// year is the year that word i says, 0 if none.
func (r englishReader) year(i int) int {
	n, err := strconv.Atoi(r.word(i))
	if err != nil || n < 1000 || n > 2999 {
		return 0
	}
	return n
}

// scaledNext reports whether the figure at word i is measured: 2000 million,
// 1500 tonnes, 2021 percent.
func (r englishReader) scaledNext(i int) bool {
	if strings.HasPrefix(r.text[r.words[i].Span.End:], "%") {
		return true
	}
	w := r.word(i + 1)
	if englishWords()["power"][w] > 0 || strings.HasPrefix(w, "percent") || w == "per" {
		return true
	}
	_, length := longestUnit(strings.TrimLeft(r.text[r.words[i].Span.End:], " "))
	return length > 0
}

func (r englishReader) day(i int) int {
	n, err := strconv.Atoi(r.word(i))
	if err != nil || n < 1 || n > 31 {
		return 0
	}
	return n
}
