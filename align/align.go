// Package align promises that a Chinese text and its English are laid side by
// side without loss: every piece of both sides stands in exactly one link, in
// order, and a link that is not to be trusted says so. What has no counterpart
// makes one empty link where it stands; it does not shift what follows.
//
// Start with [Pair], which makes a bitext of two documents, or with [Links],
// which aligns two lists of pieces. The package does not judge translations
// and opens no files.
package align

import "duizhao/glossary"

// Piece is a sentence, heading, list item or table cell.
type Piece struct {
	Text  string
	Block int  // number of the block it belongs to; pieces of one block stand together
	Kind  Kind // of the block
	Level int  // of a heading, from 1
}

// Kind is the kind of a block.
type Kind uint8

// The kinds of blocks. The zero value is prose.
const (
	Prose Kind = iota
	Heading
	Item
	Cell
)

// Options help to align. The zero value works.
type Options struct {
	Glossary *glossary.Glossary // its terms are evidence; may be nil
}

// Range is a half-open range of pieces.
type Range struct{ Start, End int }

// Len is the number of pieces.
func (r Range) Len() int { return r.End - r.Start }

// Link is a group of pieces that say the same; one side may be empty.
type Link struct {
	Zh, En Range
	// Score is how much better the two sides fit each other than chance, in
	// nats; 0 for an empty side.
	Score float64
	// Doubtful says that the two sides may not belong together.
	Doubtful bool
}

// rounds is how often a text is aligned, each time with what the round before
// taught; a long one, of more than longText pieces, teaches enough in one.
const (
	rounds     = 4
	longRounds = 2
	longText   = 4000
)

// Links aligns zh with en. The ranges of the links cover both without gap or
// overlap, in order.
func Links(zh, en []Piece, o Options) []Link {
	t := readText(zh, en, o)
	m := newModel(t)
	c := firstCorridor(t)
	last := rounds
	if len(zh) > longText {
		last = longRounds
	}
	var beads []bead
	for k := range last {
		beads = newSearch(t, m, c).run()
		if k+1 < last {
			m.learn(beads)
			c = around(beads, len(zh), len(en))
		}
	}
	links := linksOf(beads)
	t.doubt(links)
	return links
}

// empty reports whether one side has nothing.
func (l *Link) empty() bool { return l.Zh.Len() == 0 || l.En.Len() == 0 }

// linksOf makes links of beads. Pieces without counterpart that follow each
// other make one link for each side: a missing block is one thing, however
// many pieces it has.
func linksOf(beads []bead) []Link {
	var links []Link
	for k := 0; k < len(beads); {
		b := beads[k]
		if b.a > 0 && b.b > 0 {
			links = append(links, Link{Zh: Range{b.i, b.i + b.a}, En: Range{b.j, b.j + b.b}, Score: b.score})
			k++
			continue
		}
		zh, en := Range{b.i, b.i}, Range{b.j, b.j}
		for ; k < len(beads) && (beads[k].a == 0 || beads[k].b == 0); k++ {
			zh.End += beads[k].a
			en.End += beads[k].b
		}
		both := zh.Len() > 0 && en.Len() > 0
		if zh.Len() > 0 {
			links = append(links, Link{Zh: zh, En: Range{b.j, b.j}, Doubtful: both})
		}
		if en.Len() > 0 {
			links = append(links, Link{Zh: Range{zh.End, zh.End}, En: en, Doubtful: both})
		}
	}
	return links
}
