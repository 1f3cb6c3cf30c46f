package glossary

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"duizhao/lang/han"
	"duizhao/lang/lexicon"
	"duizhao/lang/span"
)

// stems are what the random terms and texts of the laws are made of, so that
// they nest and overlap often.
var stems = []string{"碳", "达峰", "中和", "国家", "人民", "中国", "发展", "改革", "生态", "文明", "建设", "十四五", "规划", "人大", "G20", "5G", "—", "的"}

var drawText = rapid.Custom(func(t *rapid.T) string {
	parts := rapid.SliceOfN(rapid.SampledFrom(append([]string{"，", "“", "”", " ", "\n", "《", "》", "客人大多", "a", "十"}, stems...)), 0, 30).Draw(t, "text")
	return strings.Join(parts, "")
})

var drawTerm = rapid.Custom(func(t *rapid.T) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(stems), 1, 3).Draw(t, "term"), "")
})

// glossaryOf makes a file of terms; those of one key are left out.
func glossaryOf(t rapid.TB, zhs []string, status Status, prefix string) *File {
	var b strings.Builder
	b.WriteString("version: 1\nterms:\n")
	seen := make(map[string]bool)
	for i, zh := range zhs {
		if k := Key(zh); k == "" || seen[k] {
			continue
		}
		seen[Key(zh)] = true
		fmt.Fprintf(&b, "  - {id: %s%d, zh: %q, en: %s, also: [%s of China], status: %s}\n", prefix, i, zh, englishOf(zh), englishOf(zh), status)
	}
	f, ds := Parse("law.yaml", []byte(b.String()))
	if HasErrors(ds) {
		t.Fatalf("%v\n%s", ds, b.String())
	}
	return f
}

// englishOf gives a term a rendering that others share words with.
func englishOf(zh string) string {
	words := []string{"carbon", "peaking", "state", "reform", "development", "plan"}
	var out []string
	for i, r := range []rune(zh) {
		if i%2 == 0 {
			out = append(out, words[int(r)%len(words)])
		}
	}
	return strings.Join(out, " ")
}

func TestLawMatchesAreSortedAndDisjoint(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := New(glossaryOf(t, rapid.SliceOfN(drawTerm, 1, 12).Draw(t, "terms"), Approved, "a"),
			glossaryOf(t, rapid.SliceOfN(drawTerm, 0, 6).Draw(t, "proposed"), Proposed, "p"))
		text := drawText.Draw(t, "text")
		checkMatches(t, g, text, g.Match(text, Context{Borders: lexicon.Borders()}))
	})
}

// checkMatches checks what holds of all matches.
func checkMatches(t rapid.TB, g *Glossary, text string, ms []Match) {
	t.Helper()
	runes, end := []rune(text), 0
	for _, m := range ms {
		if m.Span.Start < end || m.Span.End <= m.Span.Start || m.Span.End > len(runes) {
			t.Fatalf("match %v of %s in %q is out of order or of bounds", m.Span, m.Term.Zh, text)
		}
		end = m.Span.End
		if g.Lookup(string(runes[m.Span.Start:m.Span.End])) != m.Term {
			t.Fatalf("%q at %v is not %s", string(runes[m.Span.Start:m.Span.End]), m.Span, m.Term.Zh)
		}
	}
}

func TestLawChosenSetIsTheHeaviest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 9).Draw(t, "candidates")
		cands := make([]candidate, n)
		for i := range cands {
			start := int32(rapid.IntRange(0, 12).Draw(t, "start"))
			cands[i] = candidate{hit: hit{start: start, end: start + int32(rapid.IntRange(1, 6).Draw(t, "length"))}, approved: true}
		}
		slices.SortFunc(cands, func(a, b candidate) int { return int(a.start*100 + a.end - b.start*100 - b.end) })
		var got, best int64
		for _, i := range choose(nil, cands) {
			got += weight(&cands[i])
		}
		for set := range 1 << n {
			if w, ok := weigh(cands, set); ok {
				best = max(best, w)
			}
		}
		if got != best {
			t.Fatalf("chose %v of %v: weight %d, best %d", choose(nil, cands), cands, got, best)
		}
	})
}

// weigh is the weight of a set of candidates, given as bits; ok is false where
// they overlap.
func weigh(cands []candidate, set int) (sum int64, ok bool) {
	end := int32(0)
	for i := range cands {
		if set>>i&1 == 0 {
			continue
		}
		if cands[i].start < end {
			return 0, false
		}
		end = cands[i].end
		sum += weight(&cands[i])
	}
	return sum, true
}

// Law 6: adding a proposed term, or a term that does not occur, changes no
// receipt of an approved one.
func TestLawOtherTermsChangeNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base := glossaryOf(t, rapid.SliceOfN(drawTerm, 1, 8).Draw(t, "approved"), Approved, "a")
		zh := drawText.Draw(t, "zh")
		en := drawEnglish(t)
		c := Context{Borders: lexicon.Borders()}
		var extra []string
		for _, x := range rapid.SliceOfN(drawTerm, 1, 8).Draw(t, "extra") {
			if !slices.ContainsFunc(base.Terms, func(o *Term) bool { return Key(o.Zh) == Key(x) }) {
				extra = append(extra, x)
			}
		}
		want := receipts(New(base), zh, en, c)
		if got := receipts(New(base, glossaryOf(t, extra, Proposed, "p")), zh, en, c); !slices.Equal(got, want) {
			t.Fatalf("proposed terms changed receipts:\n got %q\nwant %q", got, want)
		}
		absent := slices.DeleteFunc(extra, func(x string) bool { return strings.Contains(Key(zh), Key(x)) })
		if got := receipts(New(base, glossaryOf(t, absent, Approved, "b")), zh, en, c); !slices.Equal(got, want) {
			t.Fatalf("absent terms changed receipts:\n got %q\nwant %q", got, want)
		}
	})
}

func drawEnglish(t *rapid.T) string {
	words := []string{"carbon", "peaking", "state", "reform", "development", "plan", "plans", "of", "China", "and", "the", ",", "Carbon", "reforms", "(CCER)", "."}
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 0, 25).Draw(t, "en"), " ")
}

// receipts tells how the approved terms of zh are met in en.
func receipts(g *Glossary, zh, en string, c Context) []string {
	ms := g.Match(zh, c)
	var out []string
	for i, r := range g.Recognise(en, zh, ms, c) {
		if ms[i].Term.Status == Approved {
			out = append(out, fmt.Sprint(ms[i].Span, ms[i].Term.Zh, r.How, r.Target))
		}
	}
	return out
}

// carriers are sentences in which a term must be found.
var carriers = []string{"%s", "我们要大力推进%s。", "关于“%s”的问题", "（%s）", "《%s》", "一是%s；二是%s。"}

func TestLawPlacedTermIsMatchedInEitherScript(t *testing.T) {
	for _, path := range []string{"testdata/match.yaml", "testdata/recognise.yaml"} {
		g := readGlossary(t, path)
		for _, term := range g.Terms() {
			if term.Status != Approved || !term.Senses[0].When.Empty() {
				continue
			}
			for _, zh := range []string{term.Zh, han.Traditionalise(term.Zh), strings.ToLower(term.Zh)} {
				for _, carrier := range carriers {
					text := strings.ReplaceAll(carrier, "%s", zh)
					ms := g.Match(text, Context{Borders: lexicon.Borders()})
					want := strings.Count(carrier, "%s")
					got := 0
					for _, m := range ms {
						if m.Term == term && !m.Doubtful {
							got++
						}
					}
					if got != want {
						t.Errorf("%s is matched %d times in %s", term.Zh, got, text)
					}
				}
			}
		}
	}
}

// Characters beyond the basic plane match what they fold to, whichever plane
// that is in.
func TestLawRareCharactersMatch(t *testing.T) {
	toBasic, toRare := 0, 0
	for r := rune(0x20000); r < 0x32000; r++ {
		f := han.Fold(r)
		if f == r {
			continue
		}
		if f < 0x10000 {
			toBasic++
		} else {
			toRare++
		}
		if (toBasic+toRare)%20 != 0 {
			continue // a sample is enough
		}
		g := New(&File{Terms: []*Term{{ID: "x", Zh: "市" + string(f), Senses: []Sense{{Renderings: []Rendering{{En: "x"}}}}}}})
		if ms := g.Match("在市"+string(r)+"内", Context{}); len(ms) != 1 {
			t.Errorf("%c does not match %c", r, f)
		}
	}
	if toBasic == 0 {
		t.Error("no rare character folds to a common one: the test tests nothing")
	}
}

func TestLawPreferredRenderingIsRecognised(t *testing.T) {
	g := readGlossary(t, "testdata/recognise.yaml")
	for _, term := range g.Terms() {
		for sense := range term.Senses {
			m := Match{Term: term, Sense: sense}
			for _, c := range []Context{{}, {Date: "2025-01-01"}, {Genre: "news"}, {Block: "title"}} {
				want := m.Preferred(c).En
				for _, carrier := range []string{"%s", "We are discussing %s today.", "“%s”", "The %s, and more"} {
					en := strings.Replace(carrier, "%s", want, 1)
					r := g.Recognise(en, term.Zh, []Match{m}, c)[0]
					if r.How != HowPreferred || r.En != strings.Trim(want, ".") {
						t.Errorf("%s: %q in %q is %s %q", term.Zh, want, en, r.How, r.En)
					}
				}
			}
		}
	}
}

func TestLawBuiltInGlossary(t *testing.T) {
	data, err := os.ReadFile("../glossary.yaml")
	if err != nil {
		t.Fatal(err)
	}
	f, ds := Parse("glossary.yaml", data)
	for _, d := range append(ds, Check(f)...) {
		if d.Severity == Error {
			t.Error(d)
		}
	}
	g := New(f)
	for _, term := range g.Terms() {
		for sense := range term.Senses {
			m := Match{Term: term, Sense: sense, Span: span.Span{End: utf8.RuneCountInString(term.Zh)}}
			for i := range term.Senses[sense].Renderings {
				en := term.Senses[sense].Renderings[i].En
				if r := g.Recognise("It says: "+en+" today", term.Zh, []Match{m}, Context{})[0]; !r.How.Met() || r.How == HowDerived {
					t.Errorf("%s: its own rendering %q is %s", term.Zh, en, r.How)
				}
			}
			for i := range term.Senses[sense].Avoid {
				a := &term.Senses[sense].Avoid[i]
				r := g.Recognise("It says: "+a.En+" today", term.Zh, []Match{m}, Context{})[0]
				if r.How != HowAvoided {
					t.Errorf("%s: the avoided %q is %s by %q", term.Zh, a.En, r.How, r.En)
				}
			}
		}
	}
}

func FuzzMatchRecognise(f *testing.F) {
	g := readGlossary(f, "testdata/recognise.yaml")
	names, bodies := lineCases(f, "testdata/recognise.txt")
	for _, name := range names {
		zh, rest, _ := strings.Cut(bodies[name], "\n> ")
		en, _, _ := strings.Cut(rest, "\n")
		f.Add(zh, en)
	}
	f.Fuzz(func(t *testing.T, zh, en string) {
		ms := g.Match(zh, Context{Borders: lexicon.Borders()})
		checkMatches(t, g, zh, ms)
		if n, explained := len(ms), g.Explain(zh, Context{Borders: lexicon.Borders()}); n != countTaken(explained) {
			t.Fatalf("%d matches, but %v", n, explained)
		}
		rs := g.Recognise(en, zh, ms, Context{})
		if len(rs) != len(ms) {
			t.Fatalf("%d answers to %d matches", len(rs), len(ms))
		}
		checkRecognitions(t, en, rs)
		if again := g.Recognise(en, zh, ms, Context{}); cmp.Diff(rs, again) != "" {
			t.Fatal("a second time gives another answer")
		}
	})
}

func countTaken(fates []Fate) int {
	n := 0
	for _, f := range fates {
		if f.Reason == Taken {
			n++
		}
	}
	return n
}

// checkRecognitions checks what holds of all recognitions.
func checkRecognitions(t *testing.T, en string, rs []Recognition) {
	t.Helper()
	runes := []rune(en)
	served := make([]int, len(runes))
	for i, r := range rs {
		if r.Target.Start < 0 || r.Target.End > len(runes) || r.Target.Start > r.Target.End {
			t.Fatalf("target %v of %d runes", r.Target, len(runes))
		}
		if utf8.ValidString(en) && string(runes[r.Target.Start:r.Target.End]) != r.En {
			t.Fatalf("target %v is not %q", r.Target, r.En)
		}
		stands := r.How != HowMissing && r.How != HowCovered || r.Lowered
		if stands == r.Target.Empty() {
			t.Fatalf("%s with target %v", r.How, r.Target)
		}
		if r.How == HowInflected {
			// A word of another term may stand inside: high-quality economic
			// development. But two terms never share one word.
			for k, other := range rs[:i] {
				if other.How == HowInflected && !other.Target.Contains(r.Target) && !r.Target.Contains(other.Target) && other.Target.Start < r.Target.End && r.Target.Start < other.Target.End {
					t.Fatalf("%v and %v (%d) share words", other, r, k)
				}
			}
		}
		if r.How == HowPreferred || r.How == HowAvoided {
			for at := r.Target.Start; at < r.Target.End; at++ {
				if served[at] != 0 {
					t.Fatalf("rune %d of %q serves %v and %v", at, en, rs[served[at]-1], r)
				}
				served[at] = i + 1
			}
		}
	}
}
