package number

import (
	"math"
	"strings"
	"sync"
)

// fitsConverted compares amounts in two units of one dimension.
func fitsConverted(z, e *Value) grade {
	if z.Unit == "degree Celsius" && e.Unit == "degree Fahrenheit" {
		if math.Abs(z.N.float()*9/5+32-e.N.float()) <= 1 {
			return fitRounded
		}
		return 0
	}
	unit, _, per := strings.Cut(e.Unit, " per ")
	if !per || strings.Contains(z.Unit, " per ") {
		unit = e.Unit
	}
	a, okA := size(z.Unit)
	b, okB := size(unit)
	if !okA || !okB || a.dimension != b.dimension {
		return 0
	}
	factor := a.size / b.size
	if z.Range {
		if rounds(z.N.float()*factor, e.N, 1, Plain) && rounds(z.To.float()*factor, e.To, 1, Plain) {
			return fitRounded
		}
		return 0
	}
	n := z.N.float() * factor
	if equalFit(n, e.N.float()) > 0 {
		return fitEqual
	}
	if rounds(n, e.N, 1, e.Hedge) {
		return fitRounded
	}
	return 0
}

// rounds reports whether n, rounded at the last place of d, is d; a hedge may
// round up or down as well.
func rounds(n float64, d Decimal, places float64, h Hedge) bool {
	unit := math.Pow(10, float64(d.exp)) * places
	off := n - d.float()
	if math.Abs(off) > 0.05*math.Abs(n) {
		return false
	}
	switch h {
	case Over, AtLeast:
		return off >= 0 && off < unit
	case Nearly, Under, AtMost:
		return off <= 0 && -off < unit
	case About:
		return math.Abs(off) < unit
	}
	return math.Abs(off) <= unit/2*1.0001
}

// relation says how two units stand to each other.
type relation uint8

const (
	unitOther relation = iota // different
	unitOpen                  // one side does not say it
	unitSame
)

// loosely are units that English says by nouns of its own: 300人 may be 300
// workers.
var looseUnits = map[string]bool{"person": true, "person-time": true, "household": true, "vehicle-time": true, "year of age": true}

func units2(z, e string) relation {
	if z == e {
		if z == "" {
			return unitOpen
		}
		return unitSame
	}
	if base, _, per := strings.Cut(e, " per "); per && !strings.Contains(z, " per ") {
		return units2(z, base)
	}
	if z == "" || e == "" || looseUnits[z] && looseUnits[e] {
		return unitOpen
	}
	switch {
	case e == "dollar" && strings.HasSuffix(z, " dollar"), z == "yuan" && (e == "Hong Kong dollar" || e == "New Taiwan dollar" || e == "Macao pataca"),
		strings.HasPrefix(z, e+" of ") || strings.HasPrefix(e, z+" of "),
		z == "degree" && strings.HasPrefix(e, z), e == "degree" && strings.HasPrefix(z, e),
		z == "year of age" && e == "year", z == "day" && (e == "working day" || e == "calendar day"):
		return unitSame
	}
	a, okA := size(z)
	b, okB := size(e)
	if okA && okB && a == b && a.dimension != "people" {
		return unitSame
	}
	return unitOther
}

// unitSize is the size of a unit in its dimension.
type unitSize struct {
	dimension string
	size      float64
}

// sizes leads units to their size.
var sizes = sync.OnceValue(func() map[string]unitSize {
	table := make(map[string]unitSize)
	for line := range lines("dimensions.txt") {
		dimension, units, _ := strings.Cut(line, ": ")
		for pair := range strings.SplitSeq(units, "; ") {
			unit, text, _ := strings.Cut(pair, "=")
			text, under, fraction := strings.Cut(text, "/")
			n, ok := Exact(text)
			s := unitSize{dimension, n.float()}
			if fraction {
				d, fine := Exact(under)
				s.size, ok = s.size/d.float(), ok && fine
			}
			if !ok {
				panic("dimensions.txt: " + pair)
			}
			table[unit] = s
		}
	}
	return table
})

func size(unit string) (unitSize, bool) {
	s, ok := sizes()[unit]
	return s, ok
}

// float is d as near as a float64 comes; only rounded figures are compared so.
func (d Decimal) float() float64 { return float64(d.coef) * math.Pow10(d.exp) }
