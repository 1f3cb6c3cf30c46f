package english

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// drawn draws from the given words and the keys of a table.
func drawn(words, table string) *rapid.Generator[string] {
	list := strings.Fields(words)
	for base := range rows(table) {
		list = append(list, base)
	}
	return rapid.SampledFrom(list)
}

func drawnVerbs() *rapid.Generator[string] {
	return drawn("promote commit control visit apply play agree open study target organize travel defend plan equip "+
		"focus transfer benefit co-host fulfil labour", "verbs.txt")
}

func drawnNouns() *rapid.Generator[string] {
	return drawn("market country policy process enterprise status energy ministry reform center box way labour NGO "+
		"low-carbon pilot chairman gas", "nouns.txt")
}

func TestVerbFormsAreRecognised(t *testing.T) {
	verbs := drawnVerbs()
	rapid.Check(t, func(t *rapid.T) {
		v := verbs.Draw(t, "verb")
		for _, inflected := range []func(string) string{PastTense, PastParticiple, Gerund, ThirdPerson} {
			form := inflected(v)
			if !IsVerbForm(v, form) || !IsVerbForm(v, strings.ToUpper(form)) {
				t.Fatalf("%s is no form of %s", form, v)
			}
			if !SameLemma(form, Gerund(v)) {
				t.Fatalf("%s and %s are not one word", form, Gerund(v))
			}
			phrase := inflected("vigorously " + v + " green growth")
			if phrase != "vigorously "+form+" green growth" || !IsVerbForm("vigorously "+v+" green growth", phrase) {
				t.Fatalf("%s as a form of vigorously %s green growth", phrase, v)
			}
		}
	})
}

func TestPluralsAreRecognised(t *testing.T) {
	nouns := drawnNouns()
	rapid.Check(t, func(t *rapid.T) {
		n := nouns.Draw(t, "noun")
		p := Plural(n)
		if !IsPlural(n, p) || Plural(p) != p {
			t.Fatalf("plural of %s: %s, of that %s", n, p, Plural(p))
		}
		if !SameLemma(p, n+"'s") {
			t.Fatalf("%s and %s's are not one word", p, n)
		}
		if got := Plural("key " + n + " of the country"); got != "key "+p+" of the country" {
			t.Fatalf("in a phrase: %s", got)
		}
	})
}

func TestSpellingTableIsFolded(t *testing.T) {
	for british, american := range spelling() {
		if again, ok := spelling()[american]; ok && again != american {
			t.Errorf("%s → %s → %s", british, american, again)
		}
		if len(british) < shortestVariant {
			t.Errorf("%s is shorter than shortestVariant", british)
		}
	}
}

func FuzzText(f *testing.F) {
	for _, c := range corpus(f) {
		f.Add(c.in)
	}
	f.Fuzz(func(t *testing.T, s string) {
		at := 0
		for _, w := range Words(s) {
			if w.Span.Start < at || w.Span.Empty() || s[w.Span.Start:w.Span.End] != w.Text {
				t.Fatalf("%q: word %+v after %d", s, w, at)
			}
			at = w.Span.End
		}
		at = 0
		for _, one := range Sentences(s) {
			if one.Start < at || one.Empty() || strings.TrimSpace(s[at:one.Start]) != "" {
				t.Fatalf("%q: sentence %v after %d", s, one, at)
			}
			at = one.End
		}
		if strings.TrimSpace(s[at:]) != "" {
			t.Fatalf("%q: %q is in no sentence", s, s[at:])
		}
		if folded := Fold(s); Fold(folded) != folded {
			t.Fatalf("%q folds to %q and then to %q", s, folded, Fold(folded))
		}
		if title := TitleCase(s); len(title) != len(s) || TitleCase(title) != title {
			t.Fatalf("%q has the title %q", s, title)
		}
		if !SameSpelling(s, Fold(s)) || !SameLemma(s, s) || !IsVerbForm(s, s) {
			t.Fatalf("%q is not the same as itself", s)
		}
		if utf8.ValidString(s) && !utf8.ValidString(Plural(s)+Gerund(s)+Capitalise(s)+Article(s)) {
			t.Fatalf("%q: broken UTF-8", s)
		}
	})
}

// prose is text of some length for the benchmarks.
func prose() string {
	return strings.Repeat("China will accelerate low-carbon development and peak its carbon dioxide emissions before 2030. "+
		"All localities shall improve the carbon emissions trading market. ", 200)
}

func BenchmarkWords(b *testing.B) {
	text := prose()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Words(text)
	}
}

func BenchmarkIsPlural(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		IsPlural("market", "markets")
	}
}

func BenchmarkIsVerbForm(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		IsVerbForm("promote", "promoting")
	}
}

func BenchmarkSameLemma(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		SameLemma("promoted", "promoting")
	}
}

func BenchmarkFold(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Fold("environment")
	}
}
