package number

import "duizhao/lang/span"

// figure is a numeral as it stands, without what is measured.
type figure struct {
	n, to   Decimal // to only in a pair such as 两三百
	end     int     // rune behind it
	pair    bool    // 两三百, 十五六: n to to
	chinese bool    // no Arabic digit
	bare    bool    // a multiplier without digit: 百, 千亿
	single  bool    // one Chinese rune: 三, 十
	whole   string  // Arabic digits before the point, as written without commas
	scale   int     // power of the multipliers behind the digits: 8 in 1.2亿
	hedge   Hedge   // 多 and 余 inside (二十多万), 数 and 几
}

// reader walks over folded text.
type reader struct {
	text   []rune
	masked []span.Span // runes that hold no number, in order
}

// at is the rune at i, 0 outside.
func (r reader) at(i int) rune {
	if i < 0 || i >= len(r.text) {
		return 0
	}
	return r.text[i]
}

// has reports whether word stands at i.
func (r reader) has(i int, word string) bool {
	for _, c := range word {
		if r.at(i) != c {
			return false
		}
		i++
	}
	return true
}

// skip leads over one space between a figure and what belongs to it.
func (r reader) skip(i int) int {
	if r.at(i) == ' ' {
		return i + 1
	}
	return i
}

// back leads over one space before i.
func (r reader) back(i int) int {
	if r.at(i-1) == ' ' {
		return i - 1
	}
	return i
}

// figure reads the numeral that begins at rune i.
func (r reader) figure(i int) (f figure, ok bool) {
	switch {
	case isArabic(r.at(i)):
		return r.arabic(i)
	case r.at(i) == '几' || r.at(i) == '数':
		return r.several(i)
	}
	return r.chinese(i)
}

// arabic reads 1,234.5, 3.5万, 5000多万, 1亿2000万.
func (r reader) arabic(i int) (f figure, ok bool) {
	digits, end := r.digits(i)
	f.whole = digits
	for j := range digits {
		if digits[j] == '.' {
			f.whole = digits[:j]
			break
		}
	}
	if f.n, ok = Exact(digits); !ok {
		return figure{end: end}, false
	}
	f.end = end
	j := r.skip(end)
	if c := r.at(j); (c == '多' || c == '余' || c == '几') && power(r.at(j+1)) > 0 && !r.unitFirst(j+1) {
		f.hedge = Over
		j++
	}
	scale, after := r.multipliers(j)
	if scale == 0 {
		f.hedge = Plain
		return f, true
	}
	f.n, f.end, f.scale = f.n.Shift(scale), after, scale
	if isArabic(r.at(after)) && f.hedge == Plain { // 1亿2000万, 3万5千
		if low, fits := r.arabic(after); fits && low.scale > 0 && low.n.Cmp(Int(1).Shift(scale)) < 0 {
			if sum, exact := f.n.Add(low.n); exact {
				f.n, f.end, f.hedge = sum, low.end, low.hedge
			}
		}
	}
	return f, true
}

// digits reads Arabic digits with a point and commas between thousands.
func (r reader) digits(i int) (digits string, end int) {
	buf := make([]byte, 0, 24)
	point := false
	for ; ; i++ {
		switch c := r.at(i); {
		case isArabic(c):
			buf = append(buf, byte(c))
		case c == '.' && !point && isArabic(r.at(i+1)) && !r.dotted(i):
			buf = append(buf, '.')
			point = true
		case c == ',' && !point && len(buf) <= 15 && r.thousands(i):
		default:
			return string(buf), i
		}
	}
}

// thousands reports whether the comma at i stands before exactly three digits.
func (r reader) thousands(i int) bool {
	return isArabic(r.at(i+1)) && isArabic(r.at(i+2)) && isArabic(r.at(i+3)) && !isArabic(r.at(i+4))
}

// dotted reports whether the point at i is one of several: 2021.10.24, 1.2.3.
func (r reader) dotted(i int) bool {
	j := i + 1
	for isArabic(r.at(j)) {
		j++
	}
	return r.at(j) == '.' && isArabic(r.at(j+1))
}

// multipliers reads 万, 亿, 万亿, 百万, 千 … behind digits and gives the sum
// of their powers, 0 if none stands there.
func (r reader) multipliers(i int) (scale, end int) {
	for {
		p := power(r.at(i))
		if p == 0 || scale == 8 || p < 4 && (scale != 0 || r.unitFirst(i)) || scale == 4 && p == 4 {
			return scale, i
		}
		scale += p
		i++
	}
}

// unitFirst reports whether 千 or 百 at i begins a unit: 5千瓦, 980百帕.
func (r reader) unitFirst(i int) bool {
	if c := r.at(i); c != '千' && c != '百' {
		return false
	}
	_, _, ok := units().longest(r.text, i)
	return ok
}
