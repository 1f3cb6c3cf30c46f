package han

import "duizhao/lang/span"

// VerdictKind says whether a term may stand at a place.
type VerdictKind uint8

// The verdicts of [Borders.Judge]. The zero value is Clear.
const (
	Clear    VerdictKind = iota // no word crosses an edge of the term, or a worse one
	Doubtful                    // a near tie
	Crossed                     // a crossing word is clearly the better reading
)

func (k VerdictKind) String() string {
	return [...]string{"clear", "doubtful", "crossed"}[k]
}

// Verdict is what [Borders.Judge] finds.
type Verdict struct {
	Kind VerdictKind
	Word span.Span // runes: the word that crosses an edge in the best reading that has one; empty if Clear
}

// A crossing reading must be three times as likely as the one with the term to
// reject it; from one and a half times on it raises doubt.
const (
	crossedBy = 1099 // nat * ln 3
	doubtedBy = 405  // nat * ln 1.5
)

// opening is what speaks for a term of two runes with which a longer word
// begins: such words are mostly made of that word and more (法学|院, 天文|学家),
// though what follows its first rune may be the more frequent word.
const opening = 2485 // nat * ln 12

// reach is how many runes to each side of a term the window may hold, where
// chains of overlapping words do not end before.
const reach = 16

// Judge says whether a term may stand at at, runes of text, which must lie
// within it. Only a known word that crosses an edge of at can speak against
// it: one that covers runes on both sides of the edge and does not contain all
// of at (in 客人大多 both 客人 and 大多 cross 人大; in 全国人大常委会 no word
// does that is worth it). A word that contains the term never speaks against
// it, nor does one that is itself made of two words which meet at the edge. A
// term of one rune is always Clear.
//
// Where a word crosses, the best reading with borders at both edges, in which
// the term is one word, is compared with the best that uses a crossing word,
// over the stretch around at that chains of overlapping words reach, at most
// 16 runes to each side. Where none crosses, Judge allocates nothing.
func (b *Borders) Judge(text []rune, at span.Span) Verdict {
	if !b.crossed(text, at) {
		return Verdict{}
	}
	l := lattice{Borders: b, text: text, at: at}
	l.from, l.to = b.sureBefore(text, at), b.sureAfter(text, at)
	term, crossing := l.best()
	if at.Len() == 2 && b.container(text, at).Start == at.Start {
		term.cost -= opening
	}
	switch better := term.cost - crossing.cost; {
	case better > crossedBy:
		return Verdict{Crossed, crossing.word}
	case better > doubtedBy:
		return Verdict{Doubtful, crossing.word}
	}
	return Verdict{}
}

// crossed reports whether any known word crosses an edge of at.
func (b *Borders) crossed(text []rune, at span.Span) bool {
	_, left := b.crossesLeft(text, at, at.Start)
	_, right := b.crossesRight(text, at, at.End)
	return left || right
}

// container returns the longest known word that contains at and is longer.
func (b *Borders) container(text []rune, at span.Span) span.Span {
	longest := span.Span{Start: -1}
	for i := max(0, at.End-b.longest); i <= at.Start; i++ {
		for j := range b.known(text, i) {
			w := span.Span{Start: i, End: j}
			if w.Contains(at) && w.Len() > max(longest.Len(), at.Len()) {
				longest = w
			}
		}
	}
	return longest
}

// crossesLeft finds the word that begins first of those that cover runes on
// both sides of p, where p is not behind at.Start, and do not contain at.
func (b *Borders) crossesLeft(text []rune, at span.Span, p int) (start int, ok bool) {
	text = text[:max(at.End-1, 0)] // what ends later contains at
	for i := max(0, p-b.longest+1); i < p; i++ {
		for j := range b.known(text, i) {
			if j > p {
				return i, true
			}
		}
	}
	return p, false
}

// crossesRight finds the word that ends last of those that cover runes on both
// sides of p, where p is not before at.End, and do not contain at.
func (b *Borders) crossesRight(text []rune, at span.Span, p int) (end int, ok bool) {
	end = p
	for i := max(at.Start+1, p-b.longest+1); i < p; i++ { // what begins earlier contains at
		for j := range b.known(text, i) {
			end = max(end, j)
		}
	}
	return end, end > p
}

// sureBefore returns the nearest rune before at where a word begins in every
// reading.
func (b *Borders) sureBefore(text []rune, at span.Span) int {
	p, more := at.Start, true
	for more && at.Start-p < reach {
		p, more = b.crossesLeft(text, at, p)
	}
	return p
}

// sureAfter returns the nearest rune behind at where a word ends in every
// reading.
func (b *Borders) sureAfter(text []rune, at span.Span) int {
	p, more := at.End, true
	for more && p-at.End < reach {
		p, more = b.crossesRight(text, at, p)
	}
	return p
}
