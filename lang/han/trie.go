package han

import "math/bits"

// trie holds words rune by rune, with a value for each that is not 0. Its
// nodes lie in one slice, found through one open hash of (parent, rune): that
// loads faster than maps or sorted lists, and a step is one probe.
type trie struct {
	nodes []trieNode // nodes[0] is the root
	slots []uint32   // indices into nodes; 0 is free
	shift uint
}

type trieNode struct {
	parent uint32
	r      rune
	value  int32
}

// newTrie makes a trie with room for about n nodes; it grows as needed.
func newTrie(n int) *trie {
	t := &trie{nodes: make([]trieNode, 1, n+1)}
	t.resize(uint(bits.Len(uint(max(n, 8)))))
	return t
}

func (t *trie) resize(size uint) {
	t.slots = make([]uint32, 1<<size)
	t.shift = 64 - size
	for i := range t.nodes[1:] {
		n := &t.nodes[i+1]
		slot, _ := t.find(n.parent, n.r)
		t.slots[slot] = uint32(i + 1)
	}
}

// find returns the slot of a child, and the child, which is 0 where the slot
// is free.
func (t *trie) find(parent uint32, r rune) (slot uint64, child uint32) {
	const fibonacci = 0x9E3779B97F4A7C15
	key := uint64(parent)<<21 | uint64(uint32(r))
	for slot = key * fibonacci >> t.shift; ; slot = (slot + 1) & uint64(len(t.slots)-1) {
		child = t.slots[slot]
		if child == 0 || t.nodes[child].r == r && t.nodes[child].parent == parent {
			return slot, child
		}
	}
}

// child returns the node that r leads to from parent, 0 where there is none.
func (t *trie) child(parent uint32, r rune) uint32 {
	_, child := t.find(parent, r)
	return child
}

// node returns the node of a word, which it adds where it is missing.
func (t *trie) node(word string, fold func(rune) rune) *trieNode {
	at := uint32(0)
	for _, r := range word {
		if fold != nil {
			r = fold(r)
		}
		slot, child := t.find(at, r)
		if child == 0 {
			child = uint32(len(t.nodes))
			t.nodes = append(t.nodes, trieNode{parent: at, r: r})
			t.slots[slot] = child
			if len(t.nodes)*2 > len(t.slots) {
				t.resize(64 - t.shift + 1)
			}
		}
		at = child
	}
	return &t.nodes[at]
}
