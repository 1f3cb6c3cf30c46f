package glossary

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"duizhao/lang/span"
)

// bid is a stretch that some group would take.
type bid struct {
	stretch
	group *group
	order int // of the group
}

// assign gives each stretch of English where a full form stands, or a short
// one, to one group: the longest first, then the better fit, then the leftmost.
func (r *recogniser) assign(short bool) {
	bids := r.bids[:0]
	for i, g := range r.groups {
		for _, s := range g.stretches {
			if !s.fit.lowered && s.pattern.short == short {
				bids = append(bids, bid{s, g, i})
			}
		}
	}
	slices.SortStableFunc(bids, func(a, b bid) int {
		return cmp.Or(cmp.Compare(b.pattern.length, a.pattern.length), a.fit.compare(b.fit), cmp.Compare(a.from, b.from), cmp.Compare(a.order, b.order))
	})
	r.bids = bids
	for _, b := range bids {
		if len(b.group.taken) < len(b.group.members) && r.free(b.stretch) {
			r.take(b.group, b.stretch)
		}
	}
	for _, g := range r.groups {
		if len(g.taken) == 0 {
			r.exchange(g)
		}
	}
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
