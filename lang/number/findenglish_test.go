package number

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// readBack are the kinds that FindEnglish reads.
var readBack = map[Kind]bool{Quantity: true, Percent: true, PerMille: true, Points: true, Ordinal: true}

func TestEnglishOfCorpusIsReadBack(t *testing.T) {
	read := 0
	for _, c := range corpus(t, "chinese.txt") {
		for _, v := range FindChinese(c.text) {
			half := v.N == Decimal{5, -1} && v.timeUnit()
			year := v.Kind == Calendar && v.Start == Date{Year: v.Start.Year} && v.Stop == Date{Year: v.Stop.Year}
			day := v.Kind == Calendar && !v.Range && v.Start.Day > 0 && v.Start.Month > 0
			if !readBack[v.Kind] && !year && !day || v.Hedge == Several || half {
				continue
			}
			read++
			en := "In all, " + v.English() + ", they said."
			got := FindEnglish(en)
			if len(got) != 1 || !got[0].Same(v) && v.Kind != Ordinal || got[0].N != v.N || got[0].Hedge != v.Hedge {
				t.Errorf("%s: %s is read as %+v", c.text, en, got)
			}
		}
	}
	if read < 150 {
		t.Errorf("only %d values read back", read)
	}
}

func TestEnglishFiguresAreReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := Value{
			Kind:  rapid.SampledFrom([]Kind{Quantity, Percent, Points}).Draw(t, "kind"),
			N:     Int(amounts().Draw(t, "n")).Shift(-rapid.IntRange(0, 3).Draw(t, "places")),
			Hedge: rapid.SampledFrom([]Hedge{Plain, About, Nearly, Over, AtLeast, AtMost, Under}).Draw(t, "hedge"),
		}
		if v.Kind == Quantity {
			v.Unit = rapid.SampledFrom([]string{"yuan", "tonne", "mu", "square kilometer", "kilowatt-hour", "day", "person"}).Draw(t, "unit")
		}
		if rapid.Bool().Draw(t, "range") {
			v.Range, v.To = true, v.N.Shift(1)
			if sum, ok := v.To.Add(Int(1)); ok {
				v.To = sum
			}
		}
		en := "Of these, " + v.English() + " were new."
		got := FindEnglish(en)
		if len(got) != 1 || !got[0].Same(v) || got[0].Hedge != v.Hedge {
			t.Fatalf("%+v: %s is read as %+v", v, en, got)
		}
		if at := got[0].Span; en[at.Start:at.End] != strings.TrimSuffix(strings.TrimPrefix(en, "Of these, "), " were new.") {
			t.Fatalf("%s: span %v", en, at)
		}
	})
}

func FuzzFindEnglish(f *testing.F) {
	for _, c := range corpus(f, "chinese.txt") {
		for _, v := range FindChinese(c.text) {
			f.Add(v.English())
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for _, v := range FindEnglish(text) {
			if v.Span.Start < at || v.Span.Empty() || v.Span.End > len(text) {
				t.Fatalf("%q: span %v after %d", text, v.Span, at)
			}
			at = v.Span.End
		}
	})
}
