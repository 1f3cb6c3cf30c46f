package han

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed data/to_hans.txt
var toHansLines string

//go:embed data/to_hant.txt
var toHantLines string

//go:embed data/usual.txt
var usualLines string

// converter turns one script into the other: the longest phrase that begins
// at a rune, or else its character.
type converter struct {
	runes   *table[rune]
	phrases *trie    // the value of a phrase is its index in texts
	texts   []string // texts[0] is empty
}

func newConverter(lines string) *converter {
	c := &converter{runes: newTable[rune](), phrases: newTrie(1024), texts: []string{""}}
	for line := range entries(lines) {
		from, to, _ := strings.Cut(line, "\t")
		if r, size := utf8.DecodeRuneInString(from); size == len(from) {
			simple, _ := utf8.DecodeRuneInString(to)
			c.runes.set(r, simple)
			continue
		}
		c.phrases.node(from, nil).value = int32(len(c.texts))
		c.texts = append(c.texts, to)
	}
	return c
}

var (
	toHans = sync.OnceValue(func() *converter { return newConverter(toHansLines) })
	toHant = sync.OnceValue(func() *converter { return newConverter(toHantLines) })
)

func (c *converter) convert(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		if to, end := c.phrase(s, i); end > i {
			b.WriteString(to)
			i = end
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if to := c.runes.get(r); to != 0 {
			b.WriteRune(to)
		} else {
			b.WriteString(s[i : i+size])
		}
		i += size
	}
	return b.String()
}

// phrase returns the longest phrase at byte i of s, converted, and its end.
func (c *converter) phrase(s string, i int) (to string, end int) {
	at := uint32(0)
	for j := i; j < len(s); {
		r, size := utf8.DecodeRuneInString(s[j:])
		if at = c.phrases.child(at, r); at == 0 {
			break
		}
		j += size
		if value := c.phrases.nodes[at].value; value != 0 {
			to, end = c.texts[value], j
		}
	}
	return to, end
}

// Simplify writes s in simplified characters, for showing: OpenCC's phrases
// and characters, longest first. The number of runes stays.
func Simplify(s string) string { return toHans().convert(s) }

// usual replaces characters of OpenCC's standard that neither Taiwan nor Hong
// Kong writes.
var usual = sync.OnceValue(func() *strings.Replacer {
	var pairs []string
	for line := range entries(usualLines) {
		from, to, _ := strings.Cut(line, "\t")
		pairs = append(pairs, from, to)
	}
	return strings.NewReplacer(pairs...)
})

// Traditionalise writes s in the traditional characters of OpenCC's standard,
// for showing; where Taiwan and Hong Kong agree on another character, in that:
// 峰, not 峯. The number of runes stays.
func Traditionalise(s string) string { return usual().Replace(toHant().convert(s)) }
