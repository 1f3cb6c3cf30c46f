package number

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
func fits(z, e *Value) grade {
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
func fitsOrdinal(z, e *Value) grade {
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
func bareYear(n Decimal, e *Value) grade {
	if !e.Range && e.Kind == Calendar && e.Start == (Date{Year: e.Start.Year}) && e.Start.Year > 0 && n == Int(int64(e.Start.Year)) {
		return fitBare
	}
	return 0
}

// fitsQuantity compares amounts: the same unit, units of one dimension, or a
// unit that one side leaves unsaid.
func fitsQuantity(z, e *Value) grade {
	if e.Kind != Quantity {
		return fitsOtherKind(z, e)
	}
	same := z.N == e.N && z.To == e.To
	if (z.Hedge == Several) != (e.Hedge == Several) && !(e.Indefinite && z.N == e.N) && (z.Hedge == Several || z.Hedge != Over || z.N.coef != 1) {
		return 0
	}
	switch u := units2(z.Unit, e.Unit); {
	case u == unitSame && same && !e.Indefinite:
		return fitEqual
	case u == unitOpen && same && e.Indefinite, u == unitSame && same:
		return fitLoosely
	case u == unitOpen && same:
		return fitBare
	case u != unitOther && (z.Hedge == Over || z.Hedge == About) && e.dozens && z.N.Cmp(e.N) < 0 && e.N.float() < z.N.float()+10:
		return fitLoosely // 十几个: a dozen
	case u == unitOther && z.Unit != "" && e.Unit != "":
		return fitsConverted(z, e)
	case u != unitOther && !same && e.Hedge != Plain && !e.loose && !z.Range && rounds(z.N.float(), e.N, 1, e.Hedge):
		return fitRounded
	}
	return 0
}

// fitsOtherKind compares an amount with an English value that is none: a year,
// the 50th anniversary, twice.
func fitsOtherKind(z, e *Value) grade {
	switch e.Kind {
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
	case Points:
		switch {
		case z.Unit == "basis point" && z.N == e.N.Shift(2):
			return fitEqual
		case z.Unit == "" && z.N == e.N && z.To == e.To:
			return fitBare // 以11分获胜: by 11 points
		}
	case Clock:
		if z.Counter == "点" && (z.N == Int(int64(e.Clock.Hour%12)) || z.N == Int(int64(e.Clock.Hour))) {
			return fitLoosely // 11点刚过
		}
	case Decade:
		if (z.Unit == "year of age" || z.Hedge == Over) && z.N == Int(int64(e.Start.Year%100)) {
			return fitLoosely // in their twenties, in the 90s
		}
	case Multiple:
		if z.N == e.N && (z.Unit == "" || looseUnits[z.Unit]) && !z.Range {
			return fitLoosely // 两次: twice
		}
	case Fraction:
		if z.N == (Decimal{5, -1}) && e.Den == 2 {
			return fitLoosely
		}
	}
	return 0
}
