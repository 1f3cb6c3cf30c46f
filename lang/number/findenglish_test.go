package number

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// What Value.English says, Compare finds to say the same.
func TestEnglishOfCorpusIsReadBack(t *testing.T) {
	for _, c := range corpus(t, "chinese.txt") {
		for _, v := range FindChinese(c.text) {
			en := "In all, " + v.English() + ", they said."
			for _, d := range Compare([]Value{v}, FindEnglish(en)) {
				t.Errorf("%s: %s: %s", c.text, en, d.Kind)
			}
		}
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

// describeEnglish writes what a corpus line says of an English value behind
// its place: its kind, number, unit and hedge.
func describeEnglish(v Value) string {
	parts := strings.Split(describe(v), " | ")
	text := strings.Join(parts[:3], " | ")
	if v.Step != Unsaid {
		text += " | " + [...]string{"", "by", "to"}[v.Step]
	}
	if v.Indefinite {
		text += " | indefinite"
	}
	return text
}

func TestEnglishCorpus(t *testing.T) {
	cases := corpus(t, "english.txt")
	if len(cases) < 130 {
		t.Fatalf("only %d cases in the corpus", len(cases))
	}
	for _, c := range cases {
		var got []string
		for _, v := range FindEnglish(c.text) {
			got = append(got, c.text[v.Span.Start:v.Span.End]+" | "+describeEnglish(v))
		}
		if g, w := strings.Join(got, "\n  "), strings.Join(c.want, "\n  "); g != w {
			t.Errorf("%s\n got:\n  %s\nwant:\n  %s", c.text, g, w)
		}
	}
}
