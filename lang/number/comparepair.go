package number

// entry is a value to be paired, or one end of a range.
type entry struct {
	*Value
	of      int   // index of the value
	mate    int   // entry of the other side, -1 none
	fit     grade // how well it fits the mate
	kind    DifferenceKind
	cut     bool // is one end of a range
	repeats bool // of English: without a mate, but the Chinese it says has one
	done    bool // neither to be paired nor reported
}

func entries(values []Value) []entry {
	out := make([]entry, 0, len(values)+2)
	for i := range values {
		out = append(out, entry{Value: &values[i], of: i, mate: -1, done: values[i].Kind == Item})
	}
	return out
}

type comparison struct {
	zh, en []Value
	zs, es []entry
	out    []Difference

	grades []grade // of entry z and each of the entries that window(z) gives
}

// reach is how many English values on either side of its place a Chinese value
// is looked for in, so that a text of thousands of figures takes linear time.
const reach = 100

// window gives the range of English entries that entry z is compared with.
func (c *comparison) window(z int) (from, to int) {
	from = z*len(c.es)/len(c.zs) - reach
	from = max(0, min(from, len(c.es)-2*reach))
	return from, min(len(c.es), from+2*reach)
}

func (c *comparison) pair(z, e int, fit grade) {
	c.zs[z].mate, c.zs[z].fit = e, fit
	c.es[e].mate, c.es[e].fit = z, fit
}

// grade fills grades.
func (c *comparison) grade() {
	c.grades = make([]grade, len(c.zs)*min(len(c.es), 2*reach))
	for z := range c.zs {
		from, to := c.window(z)
		for e := from; e < to; e++ {
			c.grades[z*(to-from)+e-from] = max(fits(c.zs[z].Value, c.es[e].Value), c.sharedScale(z, e))
		}
	}
}

// fit grades how well entry e of the English says entry z of the Chinese.
func (c *comparison) fit(z, e int) grade {
	from, to := c.window(z)
	if e < from || e >= to {
		return 0
	}
	return c.grades[z*(to-from)+e-from]
}

// pairRanges pairs ranges with ranges, then with what says a stretch of time
// otherwise (上半年: January to June). Those without a mate are cut into their
// ends, since a text may say them apart (from 3 percent to 5 percent).
func (c *comparison) pairRanges() {
	for _, least := range [...]grade{fitSame, fitBare} {
		for z := range c.zs {
			from, to := c.window(z)
			for e := from; e < to; e++ {
				a, b := &c.zs[z], &c.es[e]
				if a.mate >= 0 || b.mate >= 0 || !a.Range && !b.Range {
					continue
				}
				g := c.fit(z, e)
				if a.Range && b.Range && g > 0 && (g >= least || least == fitBare) || a.Kind == Calendar && g >= least {
					c.pair(z, e, g)
				}
			}
		}
	}
	for z := range c.zs {
		from, to := c.window(z)
		for e := from; e < to; e++ {
			if a := &c.zs[z]; a.Range && a.mate < 0 && c.es[e].mate >= 0 && c.fit(z, e) >= fitBare {
				a.done = true // said twice in the Chinese
			}
		}
	}
	zs, es := len(c.zs), len(c.es)
	if c.zs, c.es = cutRanges(c.zs), cutRanges(c.es); len(c.zs) > zs || len(c.es) > es {
		c.grade()
	}
}

func cutRanges(list []entry) []entry {
	for i := len(list) - 1; i >= 0; i-- {
		v := list[i]
		if !v.Range || v.mate >= 0 || v.done {
			continue
		}
		v.cut = true
		low, high := *v.Value, *v.Value
		low.Range, high.Range = false, false
		low.To, high.To = Decimal{}, Decimal{}
		low.Stop, high.Stop = Date{}, Date{}
		high.N, high.Start = v.To, v.Value.Stop
		v.Value = &low
		list[i] = v
		v.Value = &high
		list = append(list, v)
	}
	return list
}

// pairByGrade pairs what fits best first, and in the order of the texts.
func (c *comparison) pairByGrade() {
	for g := fitSame; g > 0; g-- {
		for z := range c.zs {
			from, to := c.window(z)
			for e := from; e < to && c.zs[z].mate < 0 && !c.zs[z].done; e++ {
				if c.es[e].mate < 0 && !c.es[e].done && c.fit(z, e) == g {
					c.pair(z, e, g)
				}
			}
		}
	}
}

// sharedScale grades "3" in "3, 5 and 7 billion".
func (c *comparison) sharedScale(z, e int) grade {
	v := &c.es[e]
	if v.list == 0 || v.scale > 0 || v.Kind != Quantity || v.Unit != "" {
		return 0
	}
	for next := e + 1; next < len(c.es) && c.es[next].list == v.list; next++ {
		if s := c.es[next].scale; s > 0 && c.es[next].of > v.of {
			if v.N.Shift(s) == c.zs[z].N && c.zs[z].Kind == Quantity {
				return fitShared
			}
			return 0
		}
	}
	return 0
}

// share lets values without a mate use the mate of another: a date that the
// English says once, a value that stands twice in the Chinese.
func (c *comparison) share() {
	for z := range c.zs {
		v := &c.zs[z]
		if v.mate >= 0 || v.done {
			continue
		}
		if v.Kind == Calendar || v.Kind == Decade || v.Kind == Century {
			v.done = c.dated(z)
			continue
		}
		if c.rivals(z) {
			continue
		}
		from, to := c.window(z)
		for e := from; e < to; e++ {
			if g := c.fit(z, e); g > fitPartly && c.es[e].mate >= 0 {
				v.done = true
				break
			}
		}
	}
}

// rivals reports whether an English value of the same sort as entry z has no
// mate, so that it may stand for z.
func (c *comparison) rivals(z int) bool {
	from, to := c.window(z)
	for e := from; e < to; e++ {
		if !c.taken(e) && rival(c.zs[z].Value, c.es[e].Value) >= rivalKind {
			return true
		}
	}
	return false
}

// dated reports whether an English date says what entry z says.
func (c *comparison) dated(z int) bool {
	from, to := c.window(z)
	for e := from; e < to; e++ {
		if g := c.fit(z, e); c.es[e].Kind == c.zs[z].Kind && (g > fitPartly || g == fitShared) {
			return true
		}
	}
	return false
}

// pairRest pairs what is left by likeness: the same figure of something else,
// a rounded figure, another figure of the same thing.
func (c *comparison) pairRest() {
	for r := rivalFigure; r > 0; r-- {
		for z := range c.zs {
			if c.hopeless(z) {
				continue
			}
			from, to := c.window(z)
			for e := from; e < to; e++ {
				if c.taken(e) || rival(c.zs[z].Value, c.es[e].Value) != r {
					continue
				}
				c.pair(z, e, 0)
				c.zs[z].kind = Changed
				if r == rivalFigure {
					c.zs[z].kind = OtherUnit
				} else if r == rivalRounded {
					c.zs[z].kind = Rounded
				}
				break
			}
		}
	}
}

// hopeless reports whether an entry is not to be paired by likeness: 一个 is
// left out rather than made three.
func (c *comparison) hopeless(z int) bool {
	v := &c.zs[z]
	return v.mate >= 0 || v.done || v.Indefinite && (v.Unit == "" || v.timeUnit() || looseUnits[v.Unit])
}

// taken reports whether an English entry cannot stand for another Chinese
// value: it has a mate, is no figure, or repeats what has been said.
func (c *comparison) taken(e int) bool {
	v := &c.es[e]
	return v.mate >= 0 || v.done || v.Indefinite || v.repeats
}

// markRepeats marks the English entries without a mate that say what another
// one has said for a Chinese value.
func (c *comparison) markRepeats() {
	for z := range c.zs {
		if c.zs[z].mate < 0 && !c.zs[z].done {
			continue
		}
		from, to := c.window(z)
		for e := from; e < to; e++ {
			if c.es[e].mate < 0 && c.fit(z, e) > 0 {
				c.es[e].repeats = true
			}
		}
	}
}
