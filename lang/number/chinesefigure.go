package number

// chinese reads a numeral in Chinese characters: 一千二百三十四, 二〇二一,
// 两三百, 三点五亿, 二十多万, 千亿.
func (r reader) chinese(i int) (figure, bool) {
	run := i
	for digitValue(r.at(run)) >= 0 {
		run++
	}
	n, scaled := run-i, power(r.at(run)) > 0 && !r.unitFirst(run)
	switch {
	case n == 2 && scaled && digitValue(r.at(i)) > 0:
		return r.pair(i, run)
	case n == 2 && !scaled:
		return r.pair(i, run)
	case n > 2:
		return r.positional(i, run)
	}
	return r.built(i)
}

// positional reads digits one by one: 二〇二一.
func (r reader) positional(i, end int) (figure, bool) {
	digits := make([]byte, 0, 20)
	for ; i < end; i++ {
		if r.at(i) == '两' {
			return figure{end: end}, false
		}
		digits = append(digits, byte('0'+digitValue(r.at(i))))
	}
	n, ok := Exact(string(digits))
	return figure{n: n, end: end, chinese: true, whole: string(digits)}, ok && len(digits) > 3
}

// pair reads 三四(个), 两三百, 七八十万: "a or b" of what follows.
func (r reader) pair(i, run int) (figure, bool) {
	a, b := int64(digitValue(r.at(i))), int64(digitValue(r.at(i+1)))
	if !pairDigits(a, b) {
		return figure{}, false
	}
	scale, end := r.powers(run)
	return figure{
		n: Int(a).Shift(scale), to: Int(b).Shift(scale), pair: true, end: end,
		chinese: true, scale: scale, single: scale == 0,
	}, true
}

// pairDigits reports whether two digits say "a or b": 两三, 七八, and 三五.
func pairDigits(a, b int64) bool {
	return a > 0 && (b == a+1 || a == 3 && b == 5)
}

// powers reads any run of multipliers up to 10^15.
func (r reader) powers(i int) (scale, end int) {
	for {
		p := power(r.at(i))
		if p == 0 || scale+p > 15 || r.unitFirst(i) {
			return scale, i
		}
		scale += p
		i++
	}
}

// several reads 数十, 数千万, 几百.
func (r reader) several(i int) (figure, bool) {
	scale, end := r.powers(i + 1)
	if scale == 0 {
		return figure{}, false
	}
	return figure{n: Int(1).Shift(scale), end: end, chinese: true, scale: scale, hedge: Several}, true
}

// numeral is the state of reading a numeral built with 十百千万亿: of
// 三亿五千二百万, 3 hundred millions are in high and 5200 in section when 万
// is met.
type numeral struct {
	high    int64 // multiples of 万 and 亿
	section int64 // below the next 万 or 亿
	digit   int64 // the last digit, not yet multiplied; -1 none
	last    int64 // the last multiplier, 0 none
	zero    bool  // 零 stood since the last multiplier
	yi      int   // how often 亿 was met
	zeros   int   // decimal places of all multipliers behind the last digit
}

// built reads a numeral with multipliers.
func (r reader) built(i int) (figure, bool) {
	s := numeral{digit: -1}
	f := figure{chinese: true, bare: power(r.at(i)) > 1}
	j := i
loop:
	for ; ; j++ {
		c := r.at(j)
		d, p := digitValue(c), power(c)
		switch {
		case d > 0 && s.digit < 0 && (s.last == 0 || !r.mask(j)):
			s.digit, s.zeros = int64(d), 0
		case d > 0 && s.digit > 0 && s.last == 10 && pairDigits(s.digit, int64(d)):
			return r.builtPair(f, s, j, int64(d))
		case d == 0 && s.digit < 0 && s.last > 10 && digitOrTen(r.at(j+1)):
			s.zero = true
		case p > 0 && !r.unitFirst(j) && s.take(p, j == i):
		case s.last > 0 && s.digit < 0 && f.hedge == Plain && r.infix(j):
			f.hedge = Over
		case c == '点' && s.digit >= 0 && s.high == 0 && digitValue(r.at(j+1)) >= 0:
			return r.pointed(f, s, j+1)
		case d == 0 && j == i && r.at(j+1) == '点':
			s.digit = 0
		default:
			break loop
		}
	}
	if j == i || j == i+1 && s.digit == 0 {
		return figure{}, false
	}
	f.n, f.end, f.single, f.scale = Int(s.value()), j, j == i+1, s.zeros
	return f, true
}

func digitOrTen(r rune) bool { return digitValue(r) > 0 || r == '十' }

// infix reports whether 多, 余 or 几 at j stands inside a numeral: 二十多万,
// 十几.
func (r reader) infix(j int) bool {
	next := power(r.at(j + 1))
	switch r.at(j) {
	case '多', '余':
		return next >= 4
	case '几':
		return next == 0 || next >= 4
	}
	return false
}

// take multiplies by 10^p and reports whether a numeral can go on so.
func (s *numeral) take(p int, first bool) bool {
	unit := pow10(p)
	if p < 4 {
		if s.digit < 0 && !first && !(p == 1 && s.zero) {
			return false // 十 may stand alone at the head and behind 零
		}
		if s.section > 0 && s.section%(unit*10) != 0 {
			return false // 三十百
		}
		s.section += max(s.digit, 1) * unit
	} else {
		s.section += max(s.digit, 0)
		if first {
			s.section = 1
		}
		switch {
		case p == 4 && (s.section == 0 || s.high > 0 && s.high < pow10(8)):
			return false
		case p == 4:
			s.high += s.section * unit
		case s.yi == 2 || s.yi == 1 && (s.section == 0 || s.high%pow10(12) != 0) || s.high+s.section == 0:
			return false
		case s.yi == 1:
			s.high, s.yi = s.high+s.section*unit, 2 // 三万亿五千亿
		default:
			s.high, s.yi = (s.high+s.section)*unit, 1
		}
		s.section = 0
	}
	s.digit, s.last, s.zero = -1, unit, false
	s.zeros += p
	return true
}

// value is what was read; a last digit without 零 before it is of the next
// lower power: 一百二 is 120, 三万五 is 35,000.
func (s *numeral) value() int64 {
	n := s.high + s.section
	switch {
	case s.digit < 0:
		return n
	case s.last >= 100 && !s.zero:
		return n + s.digit*s.last/10
	}
	return n + s.digit
}

// builtPair ends a numeral with two digits that mean "a or b": 十五六, 二十七八万.
func (r reader) builtPair(f figure, s numeral, j int, b int64) (figure, bool) {
	scale, end := r.powers(j + 1)
	base := s.high + s.section
	f.n, f.to = Int(base+s.digit).Shift(scale), Int(base+b).Shift(scale)
	f.pair, f.end, f.scale = true, end, scale
	return f, scale == 0 || scale >= 4
}

// pointed reads the places behind 点: 三点五, 一点二万亿.
func (r reader) pointed(f figure, s numeral, i int) (figure, bool) {
	n, places := s.value(), 0
	for ; digitValue(r.at(i)) >= 0 && places < 12; i++ {
		n = n*10 + int64(digitValue(r.at(i)))
		places++
	}
	if p := power(r.at(i)); p > 0 && p < 4 || r.at(i) == '分' || r.at(i) == '刻' {
		return figure{}, false // 三点二十分
	}
	f.scale, f.end = r.multipliers(i)
	f.n = Int(n).Shift(f.scale - places)
	return f, true
}

// pow10 is 10^n.
func pow10(n int) int64 {
	p := int64(1)
	for range n {
		p *= 10
	}
	return p
}
