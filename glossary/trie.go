package glossary

import (
	"cmp"
	"slices"
)

// Codes of runes. Every rune of some term has a code from firstCode on, shared
// with all runes that fold to the same.
const (
	codeOther uint16 = iota // stands in no term
	codeSkip                // ignored inside a term: quotation marks, white space
	codeDash
	firstCode
)

// maxSkip is how many ignored runes in a row may stand inside a term: enough
// for a closing quotation mark, a line break and an indentation.
const maxSkip = 8

// trie finds all terms that begin at a place. Its nodes are numbered level by
// level, so that the children of a node stand side by side and a step is a
// search in a few neighbouring codes.
type trie struct {
	codes [1 << 16]uint16 // of the runes of the basic plane
	rare  map[rune]uint16 // of folded runes beyond it
	root  []int32         // code → node
	nodes []node
	in    []uint16 // code that leads into a node
}

type node struct {
	first int32 // first child
	count int32 // of children
	entry int32 // index of the entry that ends here, or -1
}

// newTrie builds the trie of folded terms.
func newTrie(terms map[string]int32) trie {
	t := trie{rare: make(map[rune]uint16)}
	words := t.encode(terms)
	t.build(words)
	return t
}

type word struct {
	codes []uint16
	entry int32
}

// encode gives codes to all runes of terms and returns the terms in codes,
// sorted. Which rune has which code is of no consequence.
func (t *trie) encode(terms map[string]int32) []word {
	var basic [1 << 16]uint16 // codes of folded runes of the basic plane
	basic[dash] = codeDash
	next := firstCode
	words := make([]word, 0, len(terms))
	for k, entry := range terms {
		codes := make([]uint16, 0, len(k)/2)
		for _, r := range k {
			c := t.rare[r]
			if int(r) < len(basic) {
				c = basic[r]
			}
			if c == codeOther {
				c = next
				next++
				if int(r) < len(basic) {
					basic[r] = c
				} else {
					t.rare[r] = c
				}
			}
			codes = append(codes, c)
		}
		words = append(words, word{codes, entry})
	}
	for r, f := range classes() {
		switch {
		case f == ignored:
			t.codes[r] = codeSkip
		case int(f) < len(basic):
			t.codes[r] = basic[f]
		default:
			t.codes[r] = t.rare[f]
		}
	}
	t.root = make([]int32, next)
	slices.SortFunc(words, func(a, b word) int { return slices.Compare(a.codes, b.codes) })
	return words
}

// build lays out the nodes of sorted words, level by level.
func (t *trie) build(words []word) {
	type group struct {
		node     int32
		from, to int // words that share the path to node
	}
	t.nodes, t.in = []node{{entry: -1}}, []uint16{0}
	level := []group{{0, 0, len(words)}}
	for depth := 0; len(level) > 0; depth++ {
		var next []group
		for _, g := range level {
			from := g.from
			if from < g.to && len(words[from].codes) == depth {
				t.nodes[g.node].entry = words[from].entry
				from++
			}
			t.nodes[g.node].first = int32(len(t.nodes))
			for from < g.to {
				code, to := words[from].codes[depth], from+1
				for to < g.to && words[to].codes[depth] == code {
					to++
				}
				next = append(next, group{int32(len(t.nodes)), from, to})
				t.nodes = append(t.nodes, node{entry: -1})
				t.in = append(t.in, code)
				t.nodes[g.node].count++
				from = to
			}
		}
		level = next
	}
	top := t.nodes[0]
	for n := top.first; n < top.first+top.count; n++ {
		t.root[t.in[n]] = n
	}
}

// code is the code of r.
func (t *trie) code(r rune) uint16 {
	if uint32(r) < uint32(len(t.codes)) {
		return t.codes[r]
	}
	r = fold(r)
	if uint32(r) < uint32(len(t.codes)) {
		return t.codes[r]
	}
	return t.rare[r]
}

// child is the node to which c leads from n, or 0.
func (t *trie) child(n int32, c uint16) int32 {
	first, count := t.nodes[n].first, t.nodes[n].count
	in := t.in[first : first+count]
	if len(in) > 8 {
		if i, ok := slices.BinarySearchFunc(in, c, cmp.Compare[uint16]); ok {
			return first + int32(i)
		}
		return 0
	}
	for i, have := range in {
		if have == c {
			return first + int32(i)
		}
	}
	return 0
}

// hit is a place where a term stands in a text: runes [start, end).
type hit struct{ start, end, entry int32 }

// scan appends all hits in a text given in codes, by start, then by end.
func (t *trie) scan(dst []hit, codes []uint16) []hit {
	for i, c := range codes {
		n := t.root[c]
		if n == 0 {
			continue
		}
		for j := i + 1; ; j++ {
			if e := t.nodes[n].entry; e >= 0 {
				dst = append(dst, hit{int32(i), int32(j), e})
			}
			if t.nodes[n].count == 0 {
				break
			}
			j = skip(codes, j, c)
			if j == len(codes) {
				break
			}
			c = codes[j]
			if n = t.child(n, c); n == 0 {
				break
			}
		}
	}
	return dst
}

// skip returns the next place from j that counts for a term: ignored runes are
// passed over, and so are further dashes after a dash. It is len(codes) where
// too many are in the way.
func skip(codes []uint16, j int, last uint16) int {
	end := min(len(codes), j+maxSkip+1)
	for ; j < end; j++ {
		if codes[j] != codeSkip && (codes[j] != codeDash || last != codeDash) {
			return j
		}
	}
	return len(codes)
}
