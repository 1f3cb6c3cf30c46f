package check

import (
	"strings"

	"github.com/go-json-experiment/json"

	"duizhao/bitext"
	"duizhao/glossary"
	"duizhao/lang/span"
)

// group is the units that share what they say: one as a rule, several where an
// aligner found that one English text renders them together. They are judged
// as one.
type group struct {
	units    []int // indexes, in order
	head     int   // index of the unit that has the English
	from     []int // of each unit: the rune of the joined Chinese where it begins
	doubtful bool
	profile  Profile
	unit     *bitext.Unit // the unit, or one made of all
}

// linkKeys are the keys by which an aligner tells the link of a unit.
type linkKeys struct {
	Link     *int       `json:"link"`
	Doubtful bool       `json:"doubtful"`
	Target   *span.Span `json:"target_span"`
	Waivers  []Waiver   `json:"waivers"`
}

// keysOf reads the further keys of a unit; what is not as it should be counts
// as not there.
func keysOf(u *bitext.Unit) linkKeys {
	var k linkKeys
	if len(u.Extra) == 0 || json.Unmarshal(u.Extra, &k) != nil {
		return linkKeys{}
	}
	return k
}

// groups joins every merged unit with the one that has its English: that of
// the same link, or else the one before it.
func groups(units []*bitext.Unit, keys []linkKeys) []group {
	var out []group
	for i, u := range units {
		if n := len(out); n > 0 && joins(units, keys, out[n-1], i) {
			out[n-1].units = append(out[n-1].units, i)
			if u.Status != bitext.Merged {
				out[n-1].head = i
			}
			continue
		}
		out = append(out, group{units: []int{i}, head: i, doubtful: keys[i].Doubtful})
	}
	for i := range out {
		out[i].join(units)
	}
	return out
}

// joins reports whether unit i belongs to g, the group before it.
func joins(units []*bitext.Unit, keys []linkKeys, g group, i int) bool {
	last := g.units[len(g.units)-1]
	merged := units[i].Status == bitext.Merged
	if a, b := keys[last].Link, keys[i].Link; a != nil && b != nil {
		return *a == *b && (merged || units[last].Status == bitext.Merged && units[g.head].Status == bitext.Merged)
	}
	return merged
}

// join makes the unit that stands for the group.
func (g *group) join(units []*bitext.Unit) {
	if len(g.units) == 1 {
		g.unit, g.from = units[g.units[0]], []int{0}
		return
	}
	joined := *units[g.head]
	var zh strings.Builder
	runes := 0
	for _, i := range g.units {
		g.from = append(g.from, runes)
		text := []rune(units[i].Zh) // a broken byte must not become whole with its neighbour
		zh.WriteString(string(text))
		runes += len(text)
		if i != g.head {
			joined.Findings = append(joined.Findings[:len(joined.Findings):len(joined.Findings)], units[i].Findings...)
		}
	}
	joined.Zh = zh.String()
	g.unit = &joined
}

// match finds the terms of the group, none across the border of two units.
func (g *group) match(gl *glossary.Glossary, c glossary.Context, units []*bitext.Unit) []glossary.Match {
	if len(g.units) == 1 {
		return gl.Match(g.unit.Zh, c)
	}
	var out []glossary.Match
	for k, i := range g.units {
		for _, m := range gl.Match(units[i].Zh, c) {
			m.Span = m.Span.Shift(g.from[k])
			out = append(out, m)
		}
	}
	return out
}

// place moves the source of f into the unit where it stands, and tells its
// index.
func (g *group) place(f *Finding) int {
	if f.Source == nil || len(g.units) == 1 {
		return g.head
	}
	for k := len(g.units) - 1; k >= 0; k-- {
		if f.Source.Start < g.from[k] {
			continue
		}
		source := f.Source.Shift(-g.from[k])
		if k+1 < len(g.units) {
			source.End = min(source.End, g.from[k+1]-g.from[k])
		}
		f.Source = &source
		return g.units[k]
	}
	return g.head
}
