package han

import (
	"fmt"
	"maps"
	"math"
	"testing"

	"duizhao/lang/span"

	"pgregory.net/rapid"
)

// Texts and words over few characters, so that words cross all the time.
var (
	crowdedText  = rapid.StringOfN(rapid.RuneFrom([]rune("人大中国家会，a1")), 0, 40, -1)
	crowdedWords = rapid.MapOf(rapid.StringOfN(rapid.RuneFrom([]rune("人大中国家会國")), 1, 5, -1), rapid.IntRange(1, 100000))
)

func TestWordsCoverTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := NewBorders(maps.All(crowdedWords.Draw(t, "words")))
		text := []rune(crowdedText.Draw(t, "text"))
		at := 0
		for _, w := range b.Words(text) {
			if w.Start != at || w.Empty() {
				t.Fatalf("word %v after %d", w, at)
			}
			at = w.End
		}
		if at != len(text) {
			t.Fatalf("words end at %d of %d", at, len(text))
		}
	})
}

// No reading may be better than the one that Words finds: all are tried.
func TestWordsAreTheBestPath(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := NewBorders(maps.All(crowdedWords.Draw(t, "words")))
		text := []rune(rapid.StringOfN(rapid.RuneFrom([]rune("人大中国家")), 1, 9, -1).Draw(t, "text"))
		cost := func(w span.Span) int32 {
			best := int32(math.MaxInt32)
			if w.Len() == 1 {
				best = b.unknown
			}
			for j, c := range b.known(text[:w.End], w.Start) {
				if j == w.End {
					best = min(best, c)
				}
			}
			return best
		}
		found := int64(0)
		for _, w := range b.Words(text) {
			found += int64(cost(w))
		}
		for cuts := range 1 << (len(text) - 1) {
			sum, start := int64(0), 0
			for i := 1; i <= len(text); i++ {
				if i == len(text) || cuts>>(i-1)&1 == 1 {
					sum += int64(cost(span.Span{Start: start, End: i}))
					start = i
				}
			}
			if sum < found {
				t.Fatalf("cuts %b cost %d, Words found %d", cuts, sum, found)
			}
		}
	})
}

func TestJudgeOnlyByCrossingWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := crowdedWords.Draw(t, "words")
		b := NewBorders(maps.All(words))
		text := []rune(crowdedText.Filter(func(s string) bool { return s != "" }).Draw(t, "text"))
		start := rapid.IntRange(0, len(text)-1).Draw(t, "start")
		at := span.Span{Start: start, End: rapid.IntRange(start+1, len(text)).Draw(t, "end")}
		v := b.Judge(text, at)
		if v.Kind == Clear {
			if v.Word != (span.Span{}) {
				t.Fatalf("clear, but word %v", v.Word)
			}
			return
		}
		if !crosses(v.Word, at) {
			t.Fatalf("%v %v by %v, which does not cross it", at, v.Kind, v.Word)
		}
		if word := string(text[v.Word.Start:v.Word.End]); b.Frequency(word) == 0 {
			t.Fatalf("%v %v by %s, which is no word", at, v.Kind, word)
		}
	})
}

// What stands far away, behind a mark that no word crosses, must not change a
// verdict.
func TestJudgeIsLocal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := NewBorders(maps.All(crowdedWords.Draw(t, "words")))
		text := []rune(crowdedText.Filter(func(s string) bool { return s != "" }).Draw(t, "text"))
		start := rapid.IntRange(0, len(text)-1).Draw(t, "start")
		at := span.Span{Start: start, End: rapid.IntRange(start+1, len(text)).Draw(t, "end")}
		before := []rune(crowdedText.Draw(t, "before") + "。")
		longer := append(append(before[:len(before):len(before)], text...), []rune("。"+crowdedText.Draw(t, "behind"))...)
		want := b.Judge(text, at)
		got := b.Judge(longer, at.Shift(len(before)))
		if got.Kind != want.Kind {
			t.Fatalf("%v in %s, %v in %s", want, string(text), got, string(longer))
		}
	})
}

func TestWordsOfPlainRuns(t *testing.T) {
	b := NewBorders(maps.All(map[string]int{"股": 10, "碳达峰": 10}))
	text := []rune("A股2030年CO2，碳达峰")
	want := "A 股 2030 年 CO2 ， 碳达峰 "
	got := ""
	for _, w := range b.Words(text) {
		got += string(text[w.Start:w.End]) + " "
	}
	if got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestFrequencyIsKept(t *testing.T) {
	words := map[string]int{"發展": 70, "发展": 68000, "人大": 1, "": 5, "无": 0}
	b := NewBorders(maps.All(words))
	for word, want := range map[string]int{"发展": 68070, "發展": 68070, "人大": 1, "": 0, "无": 0, "发": 0} {
		if got := b.Frequency(word); math.Abs(float64(got-want)) > 0.002*float64(want) {
			t.Errorf("Frequency(%s) = %d, want %d", word, got, want)
		}
	}
}

func TestTrieAgreesWithMap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.MapOf(rapid.StringOfN(rapid.RuneFrom([]rune("ab人大𠀀")), 0, 4, -1), rapid.Int32Range(1, 100)).Draw(t, "words")
		tr := newTrie(0)
		for w, v := range words {
			tr.node(w, nil).value = v
		}
		look := func(s string) int32 {
			at := uint32(0)
			for _, r := range s {
				if at = tr.child(at, r); at == 0 {
					return 0
				}
			}
			return tr.nodes[at].value
		}
		for w, v := range words {
			if got := look(w); got != v {
				t.Fatalf("%q has %d, want %d", w, got, v)
			}
		}
		other := rapid.StringOfN(rapid.RuneFrom([]rune("ab人大𠀀")), 0, 5, -1).Draw(t, "other")
		if got := look(other); got != words[other] {
			t.Fatalf("%q has %d, want %d", other, got, words[other])
		}
	})
}

func BenchmarkNewBorders(b *testing.B) {
	words := map[string]int{}
	for i := range 60000 {
		words[fmt.Sprintf("%c%c", rune(0x4E00+i%5000), rune(0x4E00+i/12))] = i + 1
	}
	for b.Loop() {
		NewBorders(maps.All(words))
	}
}
