package align_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"duizhao/align"
)

// checkCover checks that links cover both sides in order, without gap.
func checkCover(t interface{ Fatalf(string, ...any) }, links []align.Link, zh, en int) {
	i, j := 0, 0
	for k, l := range links {
		if l.Zh.Start != i || l.En.Start != j || l.Zh.Len() < 0 || l.En.Len() < 0 || l.Zh.Len()+l.En.Len() == 0 {
			t.Fatalf("link %d is %v, want it to begin at %d, %d", k, l, i, j)
		}
		i, j = l.Zh.End, l.En.End
	}
	if i != zh || j != en {
		t.Fatalf("links end at %d, %d of %d, %d", i, j, zh, en)
	}
}

var zhWords = strings.Fields("经济 发展 2030年 碳达峰 。 ？ 北京 3.5万吨 (一) GDP 我们 的 、 増長 A")
var enWords = strings.Fields("economy development 2030 carbon peaking . ? Beijing 35,000 tonnes (1) GDP we the , growth A")

func drawPieces(t *rapid.T, words []string, label string) []align.Piece {
	n := rapid.IntRange(0, 40).Draw(t, label)
	pieces := make([]align.Piece, n)
	block := 0
	for i := range pieces {
		list := rapid.SliceOfN(rapid.SampledFrom(words), 0, 12).Draw(t, "words")
		pieces[i].Text = strings.Join(list, " ")
		if rapid.Bool().Draw(t, "block") {
			block++
		}
		pieces[i].Block = block
		pieces[i].Kind = align.Kind(block % 4)
		pieces[i].Level = block % 3
	}
	return pieces
}

func TestEveryPieceOnceInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		zh, en := drawPieces(t, zhWords, "zh"), drawPieces(t, enWords, "en")
		checkCover(t, align.Links(zh, en, align.Options{}), len(zh), len(en))
	})
}

func FuzzLinks(f *testing.F) {
	f.Add("第一句。\n第二句。", "The first. And the second.\nThe third.")
	f.Add("", "x\n\n\ny")
	f.Add("2030年\n(一)\n\xff", "2030\n(1)")
	f.Fuzz(func(t *testing.T, zh, en string) {
		if len(zh)+len(en) > 4000 {
			return
		}
		a, b := lines(zh), lines(en)
		checkCover(t, align.Links(a, b, align.Options{}), len(a), len(b))
	})
}

func lines(s string) []align.Piece {
	var out []align.Piece
	for l := range strings.Lines(s) {
		out = append(out, align.Piece{Text: l, Block: len(out) / 3, Kind: align.Kind(len(l) % 4)})
	}
	return out
}

// TestEndlessPieces aligns what no sentence is: without a limit on what is
// compared it would take minutes.
func TestEndlessPieces(t *testing.T) {
	zh := []align.Piece{{Text: strings.Repeat("经济发展，", 20000)}, {Text: "好。"}}
	en := []align.Piece{{Text: strings.Repeat("economic development, ", 20000)}, {Text: "Good."}}
	links := align.Links(zh, en, align.Options{})
	checkCover(t, links, 2, 2)
	if last := links[len(links)-1]; last.Zh.Len() != 1 || last.En.Len() != 1 {
		t.Errorf("the last link is %v, want the last pieces", last)
	}
}
