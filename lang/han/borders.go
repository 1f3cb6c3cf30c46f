package han

import (
	"iter"
	"math"
	"unicode"
	"unicode/utf8"

	"duizhao/lang/span"
)

// Borders is a word list with frequencies that says where words of a running
// text begin and end: a unigram lattice. It is safe for use by several
// goroutines.
type Borders struct {
	words   *trie // folded; the value of a word is its cost
	total   float64
	longest int // runes of the longest word
	unknown int32
	term    int32
}

// Costs are negative logarithms of probability in thousandths. A path through
// the lattice costs the sum of its words.
const (
	nat = 1000

	// perWord is what each word costs beside its probability: between readings
	// of like probability that of fewer words is the better one.
	perWord = nat / 2

	// unknownFrequency is what a rune on its own counts that no list has.
	unknownFrequency = 5

	// termFrequency is the least that a term counts as one word: that a
	// glossary has it says that it is usual in the texts it is used on, though
	// a general list may not know it.
	termFrequency = 6000
)

// NewBorders builds Borders from words and their frequencies. Words are folded
// (see [Fold]); of two that fall together the frequencies are added.
func NewBorders(words iter.Seq2[string, int]) *Borders {
	b := &Borders{words: newTrie(1 << 17)}
	fold := classes().rep
	for word, frequency := range words {
		if word == "" || frequency <= 0 {
			continue
		}
		n := b.words.node(word, fold)
		n.value = int32(min(int64(n.value)+int64(frequency), math.MaxInt32))
		b.total += float64(frequency)
		b.longest = max(b.longest, utf8.RuneCountInString(word))
	}
	b.price()
	b.unknown, b.term = b.cost(unknownFrequency), b.cost(termFrequency)
	return b
}

// price turns the frequencies in the trie into costs. Lists come ordered by
// frequency, so that most words cost what the word before them did.
func (b *Borders) price() {
	frequency, cost := int32(0), int32(0)
	for i := range b.words.nodes {
		n := &b.words.nodes[i]
		if n.value == 0 {
			continue
		}
		if n.value != frequency {
			frequency, cost = n.value, b.cost(float64(n.value))
		}
		n.value = cost
	}
}

// cost is never 0, which marks nodes that are no words.
func (b *Borders) cost(frequency float64) int32 {
	return perWord + int32(nat*math.Log(max(b.total/frequency, 1)))
}

// Frequency returns the frequency of a word, 0 where it is not known. It is
// that of the list up to rounding.
func (b *Borders) Frequency(word string) int {
	at := uint32(0)
	for _, r := range word {
		if at = b.words.child(at, Fold(r)); at == 0 {
			return 0
		}
	}
	value := b.words.nodes[at].value
	if value == 0 {
		return 0
	}
	return int(math.Round(b.total * math.Exp(-float64(value-perWord)/nat)))
}

// known yields the words of the list that begin at rune i of text, shortest
// first: where they end, and their cost.
func (b *Borders) known(text []rune, i int) iter.Seq2[int, int32] {
	return func(yield func(int, int32) bool) {
		t, at := classes(), uint32(0)
		for j := i; j < len(text); {
			if at = b.words.child(at, t.rep(text[j])); at == 0 {
				return
			}
			j++
			if cost := b.words.nodes[at].value; cost > 0 && !yield(j, cost) {
				return
			}
		}
	}
}

// Words returns the best path through text: the likeliest words, as spans of
// runes that cover text without a gap. Runs of letters and digits that are not
// Han are one word; any other unknown rune is a word of its own.
func (b *Borders) Words(text []rune) []span.Span {
	type step struct {
		cost int64
		from int
	}
	best := make([]step, len(text)+1)
	relax := func(i, j int, cost int32) {
		if c := best[i].cost + int64(cost); best[j].cost == 0 || c < best[j].cost {
			best[j] = step{c, i}
		}
	}
	for i := range text {
		if i > 0 && best[i].cost == 0 {
			continue // inside a run
		}
		relax(i, plainEnd(text, i), b.unknown)
		for j, cost := range b.known(text, i) {
			relax(i, j, cost)
		}
	}
	n := 0
	for j := len(text); j > 0; j = best[j].from {
		n++
	}
	words := make([]span.Span, n)
	for j := len(text); j > 0; j = best[j].from {
		n--
		words[n] = span.Span{Start: best[j].from, End: j}
	}
	return words
}

// plainEnd returns the end of the run of letters and digits that begins at
// rune i of text, or i+1.
func plainEnd(text []rune, i int) int {
	j := i + 1
	if !plain(text[i]) {
		return j
	}
	for j < len(text) && plain(text[j]) {
		j++
	}
	return j
}

func plain(r rune) bool {
	return !Is(r) && (unicode.IsLetter(r) || unicode.IsDigit(r))
}
