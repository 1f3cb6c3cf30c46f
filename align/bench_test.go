package align_test

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"duizhao/align"
	"duizhao/lang/lexicon"
)

// longText makes a text of n Chinese sentences and its English, word by word
// from the lexicon. Some sentences are split or joined, and some are missing
// on one side, once four hundred in a row. ids tells for each English piece
// the Chinese one it was made of, or -1.
func longText(n int) (zh, en []align.Piece, ids []int) {
	var words [][2]string
	lexicon.Default().All(func(e *lexicon.Entry) bool {
		if len(e.Senses[0].En) > 0 {
			words = append(words, [2]string{e.Zh, e.Senses[0].En[0]})
		}
		return true
	})
	// The lexicon has no order of its own.
	sortWords(words)
	r := rand.New(rand.NewPCG(1, 2))
	for i := range n {
		var a, b, c strings.Builder
		for k := range 8 + r.IntN(16) {
			// Frequent words are frequent.
			w := words[int(float64(len(words))*r.Float64()*r.Float64()*r.Float64())]
			a.WriteString(w[0])
			half := &b
			if k > 8 {
				half = &c
			}
			if r.IntN(3) > 0 {
				half.WriteString(w[1] + " ")
			} else {
				half.WriteString("quite otherwise ")
			}
		}
		if r.IntN(5) == 0 {
			year := strconv.Itoa(r.IntN(5000))
			a.WriteString(year + "家")
			b.WriteString(year)
		}
		a.WriteString("。")
		zh = append(zh, align.Piece{Text: a.String()})
		missing := i >= n/2 && i < n/2+min(400, n/10) || r.IntN(40) == 0
		switch {
		case missing:
		case r.IntN(6) == 0 && c.Len() > 0:
			en = append(en, align.Piece{Text: b.String() + "."}, align.Piece{Text: c.String() + "."})
			ids = append(ids, i, i)
		default:
			en = append(en, align.Piece{Text: b.String() + c.String() + "."})
			ids = append(ids, i)
		}
	}
	return zh, en, ids
}

// sortWords puts words into a fixed disorder, so that the frequent ones are of
// all kinds.
func sortWords(words [][2]string) {
	slices.SortFunc(words, func(a, b [2]string) int { return cmp.Compare(a[0], b[0]) })
	r := rand.New(rand.NewPCG(3, 4))
	r.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
}

func BenchmarkLinks(b *testing.B) {
	for _, n := range []int{1000, 4000, 16000} {
		zh, en, _ := longText(n)
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				align.Links(zh, en, align.Options{})
			}
			b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "sentences/s")
		})
	}
}

// TestLongTextKeepsItsPlace checks the way along anchors, past a long gap.
func TestLongTextKeepsItsPlace(t *testing.T) {
	n := 3000
	zh, en, ids := longText(n)
	right, all := 0, 0
	longest := 0
	for _, l := range align.Links(zh, en, align.Options{}) {
		if l.En.Len() == 0 {
			longest = max(longest, l.Zh.Len())
			continue
		}
		for j := l.En.Start; j < l.En.End; j++ {
			all++
			if l.Zh.Start <= ids[j] && ids[j] < l.Zh.End {
				right++
			}
		}
	}
	if right*1000 < all*995 {
		t.Errorf("%d of %d English sentences stand with their Chinese", right, all)
	}
	if longest < 290 || longest > 310 {
		t.Errorf("the longest gap has %d sentences, want 300", longest)
	}
}
