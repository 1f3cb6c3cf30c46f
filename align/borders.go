package align

import (
	"math"
	"strings"
	"unicode/utf8"
)

// ending says how a piece ends, beginning how it begins.
type ending uint8

// The endings: the last mark, and whether a quotation closes behind it.
const (
	endNone ending = iota
	endStop
	endQuestion
	endExclamation
	endColon
	endOther
	endMarks // how many there are
)

// shape is what the borders of a piece look like.
type shape struct {
	mark   ending
	closes bool // a quotation
	opens  bool // begins with a quotation
}

const quoteMarks = "\"'“”‘’「」『』"

// shapeOf looks at the borders of a piece.
func shapeOf(s string) shape {
	s = strings.TrimSpace(s)
	var out shape
	first, _ := utf8.DecodeRuneInString(s)
	out.opens = s != "" && strings.ContainsRune(quoteMarks, first)
	for s != "" {
		r, n := utf8.DecodeLastRuneInString(s)
		switch {
		case strings.ContainsRune(quoteMarks, r):
			out.closes = true
		case strings.ContainsRune(")）]】》 ", r):
		default:
			out.mark = markOf(r)
			return out
		}
		s = s[:len(s)-n]
	}
	return out
}

func markOf(r rune) ending {
	switch r {
	case '.', '。', '．':
		return endStop
	case '?', '？':
		return endQuestion
	case '!', '！':
		return endExclamation
	case ':', '：':
		return endColon
	case ';', '；', ',', '，', '…', '—', '–':
		return endOther
	}
	return endNone
}

// borders scores how well the ends of two pieces go together.
type borders struct {
	marks  [endMarks][endMarks]float64
	closes [2][2]float64
	opens  [2][2]float64
}

// newBorders takes the beads, if any, as examples.
func newBorders(t *corpus, beads []bead) *borders {
	b := &borders{}
	for i := range b.marks {
		for j := range b.marks[i] {
			b.marks[i][j] = 1.0
		}
		b.marks[i][i] = 4
	}
	for _, q := range []*[2][2]float64{&b.closes, &b.opens} {
		*q = [2][2]float64{{12, 2}, {2, 6}}
	}
	for _, x := range beads {
		if x.a == 0 || x.b == 0 {
			continue
		}
		zh, en := t.zh[x.i+x.a-1].shape, t.en[x.j+x.b-1].shape
		b.marks[zh.mark][en.mark]++
		b.closes[bit(zh.closes)][bit(en.closes)]++
		b.opens[bit(t.zh[x.i].shape.opens)][bit(t.en[x.j].shape.opens)]++
	}
	ratios(int(endMarks), func(i, j int) *float64 { return &b.marks[i][j] })
	ratios(2, func(i, j int) *float64 { return &b.closes[i][j] })
	ratios(2, func(i, j int) *float64 { return &b.opens[i][j] })
	return b
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// ratios makes of a square table of counts the logarithms of how much oftener
// two things meet than by chance.
func ratios(n int, cell func(i, j int) *float64) {
	rows, columns, total := make([]float64, n), make([]float64, n), 0.0
	for i := range n {
		for j := range n {
			x := *cell(i, j)
			rows[i] += x
			columns[j] += x
			total += x
		}
	}
	for i := range n {
		for j := range n {
			x := cell(i, j)
			*x = math.Log(*x * total / (rows[i] * columns[j]))
		}
	}
}

// score is for a bead with these first and last pieces.
func (b *borders) score(zhFirst, zhLast, enFirst, enLast shape) float64 {
	return b.marks[zhLast.mark][enLast.mark] +
		b.closes[bit(zhLast.closes)][bit(enLast.closes)] +
		b.opens[bit(zhFirst.opens)][bit(enFirst.opens)]
}
