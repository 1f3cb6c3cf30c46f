package number

// rivalry says how like an English value is to a Chinese one that it does not
// fit, so that the two are told together.
type rivalry uint8

const (
	rivalSort    rivalry = iota + 1 // both amounts, both times
	rivalKind                       // of one kind and unit, or the unit is not said
	rivalRounded                    // the English has fewer places
	rivalFigure                     // the same figure of something else
)

// rival grades how like two values are that do not fit.
func rival(z, e *Value) rivalry {
	amount := z.amount() && e.amount()
	switch {
	case amount && z.N == e.N && z.N != Int(0) && (z.Kind != e.Kind || z.Unit != e.Unit) && z.Hedge != Several && e.Hedge != Several && z.Kind != Multiple && e.Kind != Multiple:
		return rivalFigure
	case z.Kind == Quantity && e.Kind == Quantity && z.Hedge != Several && units2(z.Unit, e.Unit) != unitOther && rounds(z.N.float(), e.N, 1, e.Hedge),
		z.Kind == e.Kind && (z.Kind == Percent || z.Kind == Points) && rounds(z.N.float(), e.N, 1, e.Hedge):
		return rivalRounded
	case z.Kind == e.Kind && (z.Kind != Quantity || units2(z.Unit, e.Unit) != unitOther):
		return rivalKind
	case amount, z.dated() && e.dated():
		return rivalSort
	}
	return 0
}

// amount reports whether v is an amount of something.
func (v Value) amount() bool {
	switch v.Kind {
	case Quantity, Percent, PerMille, Points, Fraction, Multiple, Doubling:
		return true
	}
	return false
}

// dated reports whether v is a stretch of time by the calendar.
func (v Value) dated() bool { return v.Kind == Calendar || v.Kind == Decade || v.Kind == Century }

// hedgeDifference compares how exactly two values are meant.
func hedgeDifference(z, e *entry) DifferenceKind {
	if z.Kind == Calendar || z.dated() || z.Kind == Ordinal || z.Kind == Clock || z.loose {
		return 0
	}
	a, b := max(z.Hedge, z.apart), max(e.Hedge, e.apart)
	if z.Indefinite && z.N == Int(1) && a == Plain {
		return 0 // 一个: at least one
	}
	switch {
	case a == b, b != Plain && e.loose && (a == Plain || bounds[a]&bounds[b] != 0):
		return 0
	case a == Plain && z.fit != fitRounded:
		if b == About || b == Nearly || b == Over || b == AtLeast || b == Under {
			return HedgeAdded
		}
		return 0
	case a == Plain && z.fit == fitRounded:
		return 0
	case b == Plain:
		if z.Indefinite || e.cut || e.Kind == Ordinal {
			return 0
		}
		return HedgeLost
	case bounds[a]&bounds[b] == 0 && !e.cut:
		if a == Over && b == Several && z.N.coef == 1 {
			return 0 // 上百家: hundreds
		}
		return HedgeChanged
	}
	return 0
}

// bounds says on which sides of the figure a hedge lets the value be: above
// it, near it, below it.
var bounds = [...]uint8{Plain: 0, About: 2, Nearly: 2 | 4, Over: 1, AtLeast: 1, AtMost: 4, Under: 4, Within: 4, Several: 8}
