package glossary

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"duizhao/lang/span"
)

// bid is a stretch that some group would take.
type bid struct {
	stretch
	group *group
	order int // of the group
	other int // 0 for the preferred rendering of the group, else 1
}

// assign gives each stretch of English where a full form stands, or a short
// one, to one group: the longest first, then the better fit, then the preferred
// rendering, then the leftmost.
func (r *recogniser) assign(short bool) {
	bids := r.bids[:0]
	for i, g := range r.groups {
		for _, s := range g.stretches {
			if s.fit.lowered || s.pattern.short != short {
				continue
			}
			b := bid{stretch: s, group: g, order: i, other: 1}
			if r.isPreferred(g, s.pattern) {
				b.other = 0
			}
			bids = append(bids, b)
		}
	}
	slices.SortStableFunc(bids, func(a, b bid) int {
		return cmp.Or(cmp.Compare(b.pattern.length, a.pattern.length), a.fit.compare(b.fit), cmp.Compare(a.other, b.other), cmp.Compare(a.from, b.from), cmp.Compare(a.order, b.order))
	})
	r.bids = bids
	r.giveOut(bids)
	if r.prefer(bids) {
		r.giveOut(bids) // what has become free
	}
	for _, g := range r.groups {
		if len(g.taken) == 0 {
			r.exchange(g)
		}
	}
}

// isPreferred reports whether p is the preferred rendering of g.
func (r *recogniser) isPreferred(g *group, p *pattern) bool {
	return p.rendering != nil && strings.EqualFold(p.rendering.En, g.match.Preferred(r.c).En)
}

// giveOut gives each bid that is free to its group, if that still needs one.
func (r *recogniser) giveOut(bids []bid) {
	for _, b := range bids {
		if len(b.group.taken) < len(b.group.members) && r.free(b.stretch) {
			r.take(b.group, b.stretch)
		}
	}
}

// prefer lets groups that have taken another rendering take the preferred one
// of as many words where that is left free: by "the regulations and the
// provisions" 规定 is met at its provisions.
func (r *recogniser) prefer(bids []bid) (changed bool) {
	for _, b := range bids {
		if b.other > 0 || !r.free(b.stretch) {
			continue
		}
		for i, s := range b.group.taken {
			if len(s.pattern.pieces) == len(b.pattern.pieces) && !r.isPreferred(b.group, s.pattern) && b.fit.compare(s.fit) <= 0 {
				for k := s.from; k < s.to; k++ {
					r.used[k] = false
				}
				r.mark(b.stretch)
				b.group.taken[i], changed = b.stretch, true
				break
			}
		}
	}
	return changed
}

func (f fit) compare(o fit) int {
	switch {
	case f == o:
		return 0
	case o.inflected || o.shortened:
		return -1
	}
	return 1
}

// exchange gets an unmet group a stretch that another group has taken but can
// do without, because the same form stands elsewhere for that one. A longer
// stretch is never broken up.
func (r *recogniser) exchange(g *group) {
	for _, s := range g.stretches {
		if s.fit.lowered {
			continue
		}
		for _, other := range r.groups {
			at := slices.IndexFunc(other.taken, func(t stretch) bool { return t.from == s.from && t.to == s.to })
			if at < 0 || other == g {
				continue
			}
			for _, instead := range other.stretches {
				if !instead.fit.lowered && r.free(instead) {
					other.taken = slices.Delete(other.taken, at, at+1)
					r.take(other, instead)
					g.taken = append(g.taken, s)
					return
				}
			}
		}
	}
}

func (r *recogniser) free(s stretch) bool { return !slices.Contains(r.used[s.from:s.to], true) }

func (r *recogniser) mark(s stretch) {
	if s.hits != nil {
		for _, i := range s.hits {
			r.used[i] = true
		}
		return
	}
	for i := s.from; i < s.to; i++ {
		if i < s.between.Start || i >= s.between.End {
			r.used[i] = true
		}
	}
}

func (r *recogniser) take(g *group, s stretch) {
	r.mark(s)
	g.taken = append(g.taken, s)
}

// bytes is where s stands in the English.
func (r *recogniser) bytes(s stretch) span.Span {
	return span.Span{Start: r.atoms[s.from].span.Start, End: r.atoms[s.to-1].span.End}
}

// runes leads bytes of the English to runes.
func (r *recogniser) runes(s span.Span) span.Span {
	start := utf8.RuneCountInString(r.en[:s.Start])
	return span.Span{Start: start, End: start + utf8.RuneCountInString(r.en[s.Start:s.End])}
}
