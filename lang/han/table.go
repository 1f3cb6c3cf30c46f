package han

import (
	"iter"
	"strings"
)

const (
	pageSize = 256
	numPages = 0x32400 / pageSize // up to the last ideograph of Unicode 15
)

// table maps runes to values with two array steps. The zero value of T means
// that nothing is known; page 0 is shared by all runes without a value.
type table[T comparable] struct {
	index [numPages]uint16
	pages [][pageSize]T
}

func newTable[T comparable]() *table[T] {
	return &table[T]{pages: make([][pageSize]T, 1, 128)}
}

func (t *table[T]) get(r rune) T {
	p := uint32(r) / pageSize
	if p >= numPages {
		var none T
		return none
	}
	return t.pages[t.index[p]][uint32(r)%pageSize]
}

func (t *table[T]) set(r rune, v T) {
	p := uint32(r) / pageSize
	if t.index[p] == 0 {
		t.index[p] = uint16(len(t.pages))
		t.pages = append(t.pages, [pageSize]T{})
	}
	t.pages[t.index[p]][uint32(r)%pageSize] = v
}

// entries yields the lines of an embedded table without its comments.
func entries(data string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for line := range strings.Lines(data) {
			line = strings.TrimSuffix(line, "\n")
			if line == "" || line[0] == '#' {
				continue
			}
			if !yield(line) {
				return
			}
		}
	}
}
