package align

// What it costs, in nats, when a link does not fit the make of the documents.
const (
	costCross   = 3.0 // a link runs across the border of two blocks of prose
	costMix     = 8.0 // … of a heading, item or cell
	costUneven  = 1.5 // a block begins or ends on one side only
	gainEven    = 0.5 // … on both
	costKind    = 3.0 // a heading or cell has something else on the other side
	costItem    = 1.0 // an item has prose
	costLevel   = 1.0 // headings are of different levels
	gainHeading = 1.0 // … of the same
)

// hasBlocks reports whether pieces of one side stand in several blocks.
func hasBlocks(s []sentence) bool {
	return len(s) > 0 && s[0].piece.Block != s[len(s)-1].piece.Block
}

// structure scores how well a bead fits the blocks of both documents; 0 where
// one of them has none.
func (c *corpus) structure(i, j, a, b int) float64 {
	if !c.blocks {
		return 0
	}
	zh, en := c.zh[i:i+a], c.en[j:j+b]
	total := -crossings(zh) - crossings(en)
	total += even(starts(c.zh, i), starts(c.en, j)) + even(starts(c.zh, i+a), starts(c.en, j+b))
	x, y := zh[0].piece, en[0].piece
	switch {
	case x.Kind == Heading && y.Kind == Heading && x.Level == y.Level:
		total += gainHeading
	case x.Kind == Heading && y.Kind == Heading:
		total -= costLevel
	case x.Kind == y.Kind:
	case x.Kind == Prose && y.Kind == Item, x.Kind == Item && y.Kind == Prose:
		total -= costItem
	default:
		total -= costKind
	}
	return total
}

// crossings is what the borders of blocks within a bead cost.
func crossings(s []sentence) float64 {
	total := 0.0
	for k := 1; k < len(s); k++ {
		before, after := s[k-1].piece, s[k].piece
		switch {
		case before.Block == after.Block:
		case before.Kind == Prose && after.Kind == Prose:
			total += costCross
		default:
			total += costMix
		}
	}
	return total
}

// starts reports whether a block starts with piece k, or the text ends there.
func starts(s []sentence, k int) bool {
	return k == 0 || k == len(s) || s[k].piece.Block != s[k-1].piece.Block
}

func even(zh, en bool) float64 {
	switch {
	case zh && en:
		return gainEven
	case zh != en:
		return -costUneven
	}
	return 0
}
