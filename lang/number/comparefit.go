package number

import (
	"math"
	"strings"
	"sync"
)

// grade says how well an English value fits a Chinese one; 0 is not at all.
type grade uint8

const (
	fitShared  grade = iota + 1 // its scale is said behind the next figure
	fitRounded                  // a conversion, rounded as the English figure is
	fitLoosely                  // a word that need not be a number, a rank as a count
	fitPartly                   // a date of which something is not said
	fitBare                     // the unit is not said on one side, or "N times" may mean N+1
	fitEqual                    // the same in other units or words
	fitSame                     // the same
)

// fits grades how well the English e says the Chinese z.
func fits(z, e Value) grade {
	switch z.Kind {
	case Calendar:
		return fitsCalendar(z, e)
	case Decade, Century:
		return fitsAge(z, e)
	case Clock:
		return fitsClock(z, e)
	}
	if z.Range != e.Range {
		return 0
	}
	if z.Kind == e.Kind && z.Unit == e.Unit && z.N == e.N && z.To == e.To && z.Den == e.Den && z.Step == e.Step && (z.Hedge == Several) == (e.Hedge == Several) {
		if e.Indefinite && !z.Indefinite {
			return fitLoosely
		}
		return fitSame
	}
	switch z.Kind {
	case Multiple, Doubling:
		return fitsRatio(z, e)
	case Ordinal:
		return fitsOrdinal(z, e)
	case Percent, PerMille, Points, Fraction:
		return fitsShare(z, e)
	}
	return fitsQuantity(z, e)
}

// fitsOrdinal: 第5条 is Article 5, "the fifth", "No. 5" or a bare 5.
func fitsOrdinal(z, e Value) grade {
	if z.N != e.N {
		return 0
	}
	switch {
	case e.Kind == Ordinal && !e.Indefinite:
		return fitSame
	case e.Kind == Ordinal:
		return fitLoosely
	case e.Kind == Quantity && e.Unit == "":
		return fitBare
	case e.Kind == Calendar:
		return bareYear(z.N, e)
	}
	return 0
}

// bareYear grades a figure against an English figure that looks like a year.
func bareYear(n Decimal, e Value) grade {
	if !e.Range && e.Kind == Calendar && e.Start == (Date{Year: e.Start.Year}) && e.Start.Year > 0 && n == Int(int64(e.Start.Year)) {
		return fitBare
	}
	return 0
}

// fitsShare compares parts of a whole.
func fitsShare(z, e Value) grade {
	switch e.Kind {
	case Quantity:
		switch {
		case e.Unit == "basis point" && z.Kind == Points && z.N.Shift(2) == e.N:
			return fitEqual
		case e.Unit == "" && z.N == e.N && z.To == e.To && z.Kind != Fraction:
			return fitBare
		case z.Kind == Fraction && z.Den == 2 && e.Indefinite && e.N == Int(2):
			return fitLoosely // halved
		}
		return 0
	case Multiple:
		return fitsRatio(z, e)
	case Ordinal:
		if z.Kind == Fraction && z.N == Int(1) && e.N == Int(z.Den) {
			return fitLoosely // a third
		}
		return 0
	case Points:
		if z.Kind != Points {
			return 0
		}
	case Percent, PerMille, Fraction:
		if z.Kind == Points {
			return 0
		}
	default:
		return 0
	}
	if z.Range {
		a, b := share(z.N, z), share(e.N, e)
		return equalFit(a, b) & equalFit(share(z.To, z), share(e.To, e))
	}
	if e.Kind == Fraction && z.Kind == Fraction {
		return equalFit(share(z.N, z), share(e.N, e))
	}
	a, b := share(z.N, z), share(e.N, e)
	if g := equalFit(a, b); g > 0 {
		return g
	}
	// A third is 33 percent, at the places of the percentage.
	if (z.Kind == Fraction) != (e.Kind == Fraction) {
		places := e
		if e.Kind == Fraction {
			places = z
		}
		if math.Abs(a-b) <= 0.5*share(Decimal{1, places.N.exp}, places) {
			return fitRounded
		}
	}
	return 0
}

func equalFit(a, b float64) grade {
	if math.Abs(a-b) <= 1e-9*math.Abs(a) {
		return fitEqual
	}
	return 0
}

// share is n of v's kind in a hundred.
func share(n Decimal, v Value) float64 {
	switch v.Kind {
	case PerMille:
		return n.float() / 10
	case Fraction:
		return n.float() * 100 / float64(v.Den)
	}
	return n.float()
}

// fitsRatio compares what things grow to: 增长3倍 is four times.
func fitsRatio(z, e Value) grade {
	if z.Range || e.Range {
		if z.Kind == e.Kind && z.N == e.N && z.To == e.To {
			return fitEqual
		}
		return 0
	}
	if e.Kind == Quantity && e.Unit == "" && e.N == z.N && z.Kind == Multiple {
		return fitLoosely
	}
	a, countA := ratios(z, e)
	b, countB := ratios(e, z)
	for i := range countA {
		for j := range countB {
			if math.Abs(a[i]-b[j]) < 1e-9*a[i] {
				if countA+countB == 2 && (z.Kind == Multiple || z.Kind == Doubling) && !e.Indefinite {
					return fitEqual
				}
				return fitBare
			}
		}
	}
	return 0
}

// ratios are the sizes that v may say something grows to, in the size before;
// z is what it is compared with.
func ratios(v, z Value) (r [2]float64, count int) {
	n := v.N.float()
	switch {
	case v.Kind == Doubling:
		return [2]float64{math.Pow(2, n)}, 1
	case v.Kind == Percent && (v.Step == By || z.growth && v.Step != To):
		return [2]float64{1 + n/100}, 1
	case v.Kind == Percent && n >= 50:
		return [2]float64{1 + n/100, n / 100}, 2
	case v.Kind == Multiple && v.Step == To:
		return [2]float64{n}, 1
	case v.Kind == Multiple && v.Step == By && v.Span.Start >= 0 && v.growth:
		return [2]float64{n + 1}, 1
	case v.Kind == Multiple:
		return [2]float64{n, n + 1}, 2
	}
	return r, 0
}

// fitsQuantity compares amounts: the same unit, units of one dimension, or a
// unit that one side leaves unsaid.
func fitsQuantity(z, e Value) grade {
	switch e.Kind {
	case Quantity:
	case Calendar:
		if z.Range {
			if e.Start == (Date{Year: e.Start.Year}) && z.N == Int(int64(e.Start.Year)) && z.To == Int(int64(e.Stop.Year)) {
				return fitBare // 1469-1539
			}
			return 0
		}
		return bareYear(z.N, e)
	case Ordinal:
		if z.N == e.N && (z.Unit == "year" || z.Unit == "" && !e.Indefinite) && !z.Range || z.N == e.N && z.Unit+z.Counter == "" {
			return fitLoosely // 50周年: the 50th anniversary; 表1: Table 1
		}
		return 0
	case Points:
		switch {
		case z.Unit == "basis point" && z.N == e.N.Shift(2):
			return fitEqual
		case z.Unit == "" && z.N == e.N && z.To == e.To:
			return fitBare // 以11分获胜: by 11 points
		}
		return 0
	case Clock:
		if z.Counter == "点" && z.N == Int(int64(e.Clock.Hour%12)) || z.N == Int(int64(e.Clock.Hour)) {
			return fitLoosely // 11点刚过
		}
		return 0
	case Decade:
		if z.Unit == "year of age" && z.N == Int(int64(e.Start.Year%100)) {
			return fitLoosely // in their twenties
		}
		return 0
	case Multiple:
		if z.N == e.N && z.Unit == "" && !z.Range {
			return fitLoosely // 两次: twice
		}
		return 0
	case Fraction:
		if z.N == (Decimal{5, -1}) && e.Den == 2 {
			return fitLoosely
		}
		return 0
	default:
		return 0
	}
	same := z.N == e.N && z.To == e.To
	if (z.Hedge == Several) != (e.Hedge == Several) && (z.Hedge == Several || z.Hedge != Over || z.N.coef != 1) {
		return 0
	}
	switch u := units2(z.Unit, e.Unit); {
	case u == unitSame && same && !e.Indefinite:
		return fitEqual
	case u == unitOpen && same && e.Indefinite, u == unitSame && same:
		return fitLoosely
	case u == unitOpen && same:
		return fitBare
	case u != unitOther && z.Hedge == Over && e.dozens && z.N.Cmp(e.N) < 0 && e.N.float() < z.N.float()+10:
		return fitLoosely // 十几个: a dozen
	case u == unitOther && z.Unit != "" && e.Unit != "":
		return fitsConverted(z, e)
	case u != unitOther && !same && e.Hedge != Plain && !e.loose && !z.Range && rounds(z.N.float(), e.N, 1, e.Hedge):
		return fitRounded
	}
	return 0
}

// fitsConverted compares amounts in two units of one dimension.
func fitsConverted(z, e Value) grade {
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
