package extract

import (
	"strings"
	"unicode/utf8"

	"duizhao/glossary"
	"duizhao/lang/span"
)

// Bounds of a candidate.
const (
	maxWords = 7
	minRunes = 2
	maxRunes = 14
)

// gram is a sequence of words with all its places.
type gram struct {
	text     string
	words    []string
	known    bool // some word is a known term
	allKnown bool
	at       []place
	left     map[string]int // what stands before it
	right    map[string]int

	cohesion, entropy, cvalue, rarity, score float64
}

type place struct {
	sentence int
	span     span.Span // runes of the unit's Chinese
}

// edge stands for the border of a run: every border is another neighbour.
const edge = ""

// grams are all sequences of words, and what the measures count.
type grams struct {
	byWords map[string]*gram // by the words with a blank between
	total   int              // words
}

// count collects all sequences of words within runs, and their neighbours.
func (c *corpus) count() *grams {
	out := &grams{byWords: map[string]*gram{}, total: c.words}
	for i := range c.sentences {
		for _, run := range c.sentences[i].runs {
			for from := range run {
				out.from(i, run, from)
			}
		}
	}
	return out
}

// from counts the sequences that begin at a word.
func (gs *grams) from(sentence int, run []token, from int) {
	var key strings.Builder
	runes := 0
	allKnown, known := true, false
	for to := from; to < len(run) && to < from+maxWords; to++ {
		t := &run[to]
		if runes += utf8.RuneCountInString(t.text); runes > maxRunes && to > from {
			return
		}
		if to > from {
			key.WriteByte(' ')
		}
		key.WriteString(t.text)
		allKnown, known = allKnown && t.known, known || t.known
		g := gs.byWords[key.String()]
		if g == nil {
			g = &gram{text: key.String(), words: strings.Split(key.String(), " "), known: known, allKnown: allKnown, left: map[string]int{}, right: map[string]int{}}
			gs.byWords[g.text] = g
		}
		g.at = append(g.at, place{sentence, span.Span{Start: run[from].span.Start, End: t.span.End}})
		before, after := edge, edge
		if from > 0 {
			before = run[from-1].text
		}
		if to+1 < len(run) {
			after = run[to+1].text
		}
		g.left[before]++
		g.right[after]++
	}
}

// shown is the text of a gram as it first stands in the sentences.
func (c *corpus) shown(g *gram) string {
	at := g.at[0]
	zh := []rune(c.sentences[at.sentence].unit.Zh)[at.span.Start:at.span.End]
	return strings.Map(func(r rune) rune {
		if isQuote(r) {
			return -1
		}
		return r
	}, string(zh))
}

// isKnown reports whether a term of the glossary is written so.
func (c *corpus) isKnown(text string) bool { return c.known[glossary.Key(text)] }
