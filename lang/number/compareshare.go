package number

import "math"

// fitsShare compares parts of a whole.
func fitsShare(z, e *Value) grade {
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
func share(n Decimal, v *Value) float64 {
	switch v.Kind {
	case PerMille:
		return n.float() / 10
	case Fraction:
		return n.float() * 100 / float64(v.Den)
	}
	return n.float()
}

// fitsRatio compares what things grow to: 增长3倍 is four times.
func fitsRatio(z, e *Value) grade {
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
func ratios(v, z *Value) (r [2]float64, count int) {
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
