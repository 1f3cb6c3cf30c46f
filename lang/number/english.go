package number

import (
	"strconv"
	"strings"

	"duizhao/lang/english"
)

// English says the value in the style of official US English: "9 billion
// yuan", "October 24, 2021", "5 percentage points", "about 3.5 million mu",
// "2021–2025". Small counts without a unit are words ("three"); what is
// counted is the caller's.
func (v Value) English() string {
	switch v.Kind {
	case Percent:
		return v.hedge(v.figures() + " percent")
	case PerMille:
		return v.hedge(v.figures() + " per thousand")
	case Points:
		return v.hedge(v.figures() + v.noun(" percentage point"))
	case Fraction:
		return v.hedge(v.fraction())
	case Multiple:
		return v.hedge(v.multiple())
	case Doubling:
		return v.doubled()
	case Ordinal:
		return v.ordinal()
	case Calendar:
		return v.calendar()
	case Decade:
		return "the " + part(v.Start.Part) + strconv.Itoa(v.Start.Year) + "s"
	case Century:
		return "the " + part(v.Start.Part) + Rank(v.N) + " century"
	case Clock:
		return v.Clock.english()
	case Item:
		return v.N.String()
	}
	return v.quantity()
}

func (v Value) quantity() string {
	if v.Hedge == Several {
		return v.several()
	}
	if v.N == (Decimal{5, -1}) && v.timeUnit() && !v.Range {
		return v.hedge("half " + english.Article(v.Unit) + " " + v.Unit)
	}
	text := v.figures()
	if v.Counter != "" || v.Counting || v.timeUnit() || v.Unit == "person" {
		if n, ok := v.N.Int64(); ok && n >= 0 && n < 10 && !v.Range {
			text = cardinals[n]
		}
	}
	if v.Unit != "" {
		text += v.noun(" " + v.Unit)
	}
	return v.hedge(text)
}

func (v Value) timeUnit() bool {
	switch v.Unit {
	case "year", "month", "week", "day", "hour", "minute", "century", "quarter", "working day", "calendar day", "trading day":
		return true
	}
	return false
}

// noun is a unit (with its leading space) in the number that the figures ask
// for: 1 tonne, 0.5 tonnes, 2 tonnes.
func (v Value) noun(unit string) string {
	if !v.Range && (v.N == Int(1) || v.N == Int(-1)) {
		return unit
	}
	return " " + english.Plural(unit[1:])
}

// figures writes N, or N–To, in digits with million, billion and trillion.
func (v Value) figures() string {
	digits, word := Figures(v.N)
	if !v.Range {
		return digits + word
	}
	to, toWord := Figures(v.To)
	if word == toWord {
		return digits + "–" + to + toWord
	}
	return digits + word + "–" + to + toWord
}

// Figures writes d in digits; from a million on in millions, billions or
// trillions when four decimal places are enough. The word comes with its
// leading space: "9", " billion".
func Figures(d Decimal) (digits, word string) {
	scales := [...]struct {
		power int
		word  string
	}{{12, " trillion"}, {9, " billion"}, {6, " million"}}
	size := len(d.digits()) + d.exp // places before the point
	for _, s := range scales {
		if size > s.power && d.exp >= s.power-4 {
			return group(d.Shift(-s.power).String()), s.word
		}
		if size > s.power {
			break
		}
	}
	return group(d.String()), ""
}

// group puts commas between thousands.
func group(digits string) string {
	sign := ""
	if rest, ok := strings.CutPrefix(digits, "-"); ok {
		sign, digits = "-", rest
	}
	whole, fraction, _ := strings.Cut(digits, ".")
	if len(whole) > 3 {
		var b strings.Builder
		for i := range len(whole) {
			if i > 0 && (len(whole)-i)%3 == 0 {
				b.WriteByte(',')
			}
			b.WriteByte(whole[i])
		}
		whole = b.String()
	}
	if fraction != "" {
		whole += "." + fraction
	}
	return sign + whole
}

// hedge puts the words of v's hedge before text.
func (v Value) hedge(text string) string {
	words := [...]string{"", "about ", "nearly ", "more than ", "at least ", "no more than ", "less than ", "within ", ""}
	return words[v.Hedge] + text
}

// several says 数百 and 几十万 by their power of ten.
func (v Value) several() string {
	power := v.N.exp
	word := [...]string{"dozens", "hundreds", "thousands", "tens of thousands", "hundreds of thousands", "millions",
		"tens of millions", "hundreds of millions", "billions", "tens of billions", "hundreds of billions", "trillions"}
	if power < 1 || power > len(word) {
		return "many"
	}
	text := word[power-1]
	if v.Unit != "" {
		text += " of " + english.Plural(v.Unit)
	}
	return text
}

func (v Value) fraction() string {
	n, ok := v.N.Int64()
	switch {
	case v.Den == 2 && n == 1:
		return "half"
	case !ok || v.Den > 99:
		return v.N.String() + " in " + group(strconv.FormatInt(v.Den, 10))
	}
	part := Rank(Int(v.Den))
	if v.Den < 20 {
		part = rankWords[v.Den]
	}
	if v.Den == 4 {
		part = "quarter"
	}
	if n == 1 {
		return "one-" + part
	}
	count := strconv.FormatInt(n, 10)
	if n >= 0 && n < 10 {
		count = cardinals[n]
	}
	return count + "-" + part + "s"
}

func (v Value) multiple() string {
	switch {
	case !v.Range && v.N == Int(1):
		return "double"
	case !v.Range && v.N == Int(2):
		return "twice"
	case !v.Range:
		if n, ok := v.N.Int64(); ok && n >= 0 && n < 10 {
			return cardinals[n] + " times"
		}
	}
	return v.figures() + " times"
}

func (v Value) doubled() string {
	n, ok := v.N.Int64()
	switch {
	case n == 1:
		return "double"
	case n == 2:
		return "quadruple"
	case ok && n > 2 && n < 10:
		return "increase " + strconv.Itoa(1<<n) + "-fold"
	}
	return "double " + v.N.String() + " times"
}

// references are the measure words of numbered parts of documents.
var references = map[string]string{
	"条": "Article", "章": "Chapter", "节": "Section", "款": "Paragraph", "项": "Item", "号": "No.", "页": "Page", "卷": "Volume",
}

func (v Value) ordinal() string {
	if word, ok := references[v.Counter]; ok {
		return word + " " + v.N.String()
	}
	if n, ok := v.N.Int64(); ok && n > 0 && n < 10 {
		return "the " + rankWords[n]
	}
	return "the " + Rank(v.N)
}

var cardinals = [...]string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}

var rankWords = [...]string{
	"zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
	"eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
}

// Rank writes an ordinal in figures: 19th, 21st, 112th.
func Rank(d Decimal) string {
	digits := group(d.String())
	n, last := len(digits), digits[len(digits)-1]
	teen := n > 1 && digits[n-2] == '1'
	switch {
	case last == '1' && !teen:
		return digits + "st"
	case last == '2' && !teen:
		return digits + "nd"
	case last == '3' && !teen:
		return digits + "rd"
	}
	return digits + "th"
}
