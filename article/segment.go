package article

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"duizhao/lang/span"
)

// blockBuilder makes blocks and segments of cleaned lines.
type blockBuilder struct {
	c       *cleaning
	o       Options
	ids     *IDs
	split   splitter
	damaged []span.Span // not yet passed, bytes of the source
	blocks  []Block
	removed []Removed
	counts  map[Kind]int
	at      []byte // scratch: the name of a block …
	names   []byte // … those of its segments and their ids …
	ends    []int  // … and where each of them ends
}

func newBlocks(c *cleaning, o Options) *blockBuilder {
	return &blockBuilder{
		c: c, o: o, ids: NewIDs(), damaged: c.damaged, counts: map[Kind]int{},
		split: splitter{lossy: c.lossy, semicolon: o.SplitSemicolon, maxRunes: o.MaxRunes},
	}
}

// keeps reports whether what a step removed shall become units.
func (b *blockBuilder) keeps(step string) bool { return slices.Contains(b.o.Keep, step) }

// add makes a block of l, which is trimmed.
func (b *blockBuilder) add(l *line) {
	var cuts []int
	if l.kind == Title || l.kind == Heading {
		cuts = []int{len(l.text)}
	} else if b.o.Language == English {
		cuts = englishCuts(l.text)
	} else {
		cuts = b.split.cuts(l.text)
	}
	segments := b.segments(l, cuts)
	if len(segments) == 0 {
		return
	}
	b.name(l, segments)
	b.blocks = append(b.blocks, Block{
		Kind: l.kind, Level: int(l.level), Table: int(l.table), Row: int(l.row), Col: int(l.col),
		Segments: segments,
	})
}

// segments cuts l at the given bytes of its text, the last of which is its end.
func (b *blockBuilder) segments(l *line, cuts []int) []Segment {
	out := make([]Segment, 0, len(cuts))
	cur := l.cursor()
	start := 0             // byte of the text
	counted, runes := 0, 0 // runes of the text before byte counted
	open := false          // a segment is begun, but no border could be found yet
	var seg Segment
	first, base := 0, 0
	for _, cut := range cuts {
		s := start + len(l.text[start:cut]) - len(strings.TrimLeftFunc(l.text[start:cut], unicode.IsSpace))
		e := start + len(strings.TrimRightFunc(l.text[start:cut], unicode.IsSpace))
		if s >= e {
			continue
		}
		if !open {
			seg.Span.Start = cur.before(s)
			first = cur.passed
			runes += utf8.RuneCountInString(l.text[counted:s])
			counted, base, start = s, runes, s
			b.coverGap(l, out, seg.Span.Start)
		}
		end := cur.after(e)
		if cur.inside(e) && cut < len(l.text) {
			open = true // a border inside text that was replaced as one
			continue
		}
		open = false
		seg.Span.End = end
		seg.Text = l.text[start:e]
		seg.Edits = l.edits[first:cur.passed:cur.passed]
		if len(seg.Edits) == 0 {
			seg.Edits = nil
		}
		for i := range seg.Edits {
			seg.Edits[i].At -= base
		}
		seg.Damaged = b.damage(&seg)
		out = append(out, seg)
		seg = Segment{}
		start = cut
	}
	return out
}

// coverGap gives what was removed between two segments, and is more than
// white space, to the first of them.
func (b *blockBuilder) coverGap(l *line, segments []Segment, until int) {
	if len(segments) == 0 {
		return
	}
	prev := &segments[len(segments)-1]
	gap := strings.TrimRightFunc(b.c.src[prev.Span.End:until], unicode.IsSpace)
	if gap == "" {
		return
	}
	src := span.Span{Start: prev.Span.End, End: prev.Span.End + len(gap)}
	edits := append(slices.Clip(prev.Edits), span.Edit{At: utf8.RuneCountInString(prev.Text), Src: src})
	prev.Edits, prev.Span.End = edits, src.End
}

// inside reports whether byte at of the text lies inside replaced text.
func (c *cursor) inside(at int) bool {
	if len(c.edits) == 0 {
		return false
	}
	start, end := c.next()
	return start < at && at < end
}

// damage finds the runes of seg that are broken in the source.
func (b *blockBuilder) damage(seg *Segment) []span.Span {
	for len(b.damaged) > 0 && b.damaged[0].End <= seg.Span.Start {
		b.damaged = b.damaged[1:]
	}
	if len(b.damaged) == 0 || b.damaged[0].Start >= seg.Span.End {
		return nil
	}
	var out []span.Span
	at, runes := seg.Span.Start, 0
	edits := seg.Edits
	// to leads a byte of the source to a rune of the text.
	to := func(src int) int {
		for len(edits) > 0 && edits[0].Src.Start < src {
			e := edits[0]
			runes += utf8.RuneCountInString(b.c.src[at:e.Src.Start])
			if e.Src.End > src {
				at = e.Src.Start
				return runes
			}
			runes += utf8.RuneCountInString(e.Text)
			at = e.Src.End
			edits = edits[1:]
		}
		if src > at {
			runes += utf8.RuneCountInString(b.c.src[at:src])
			at = src
		}
		return runes
	}
	for _, d := range b.damaged {
		if d.Start >= seg.Span.End {
			break
		}
		s := span.Span{Start: to(max(d.Start, seg.Span.Start)), End: to(min(d.End, seg.Span.End))}
		if !s.Empty() {
			out = append(out, s)
		}
	}
	return out
}

// prefixes of the names of blocks.
var blockPrefix = map[Kind]string{Heading: "h", Paragraph: "p", ListItem: "l"}

// name gives the segments of the block made of l their ids and names.
func (b *blockBuilder) name(l *line, segments []Segment) {
	at := b.at[:0]
	switch l.kind {
	case TableCell:
		at = append(at, 't')
		at = strconv.AppendInt(at, int64(l.table), 10)
		at = append(at, 'r')
		at = strconv.AppendInt(at, int64(l.row), 10)
		at = append(at, 'c')
		at = strconv.AppendInt(at, int64(l.col), 10)
	case Title:
		b.counts[Title]++
		at = append(at, "title"...)
		if n := b.counts[Title]; n > 1 {
			at = strconv.AppendInt(at, int64(n), 10)
		}
	default:
		b.counts[l.kind]++
		at = append(at, blockPrefix[l.kind]...)
		at = strconv.AppendInt(at, int64(b.counts[l.kind]), 10)
	}
	at = append(at, ".s"...)
	b.at = at
	b.nameSegments(segments)
}

// nameSegments makes the names and ids of the segments of the block called
// b.at. They share one string: in a long document they are many.
func (b *blockBuilder) nameSegments(segments []Segment) {
	b.names, b.ends = b.names[:0], b.ends[:0]
	for i := range segments {
		b.names = strconv.AppendInt(append(b.names, b.at...), int64(i+1), 10)
		b.ends = append(b.ends, len(b.names))
		b.names = b.ids.appendNext(b.names, segments[i].Text)
		b.ends = append(b.ends, len(b.names))
	}
	names, from := string(b.names), 0
	for i := range segments {
		at, id := b.ends[2*i], b.ends[2*i+1]
		segments[i].At, segments[i].ID = names[from:at], names[at:id]
		from = id
	}
}
