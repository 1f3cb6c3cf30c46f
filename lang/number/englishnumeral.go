package number

// englishNumeral is an English figure or number word: 1.2 billion, a hundred, dozens.
type englishNumeral struct {
	n      Decimal
	next   int   // token behind it
	scaled int   // power of the words behind the digits: 9 in 1.2 billion
	hedge  Hedge // Several for dozens, several hundred
	words  bool  // no digits
	dozens bool  // counted in dozens
	vague  bool  // a power without a figure before it: a trillion-yuan market
}

// numeral reads the numeral that begins at token i.
func (r englishReader) numeral(i int) (englishNumeral, bool) {
	switch t := r.at(i); t.class {
	case aFigure:
		return r.figureNumeral(i)
	case aSeveral:
		return r.severalNumeral(i), true
	case aSense:
		if r.is(i, "couple") && r.is(i+1, "of") && r.at(i+2).class == aPower {
			m := r.powers(englishNumeral{n: Int(1), next: i + 2, words: true, hedge: Several})
			return m, true
		}
	case aValue, aPower, aDozen, aFew:
		return r.wordNumeral(i)
	case aPart:
		if r.is(i, "half") && (r.is(i+1, "a") || r.is(i+1, "of")) && (r.at(i+2).class == aPower || r.at(i+2).class == aDozen) {
			m := r.powers(englishNumeral{n: Decimal{5, -1}, next: i + 2, words: true})
			return m, m.next > i+2
		}
	}
	return englishNumeral{}, false
}

// figureNumeral reads 1,234.5, 1.2 billion, 5bn, 3 1/2.
func (r englishReader) figureNumeral(i int) (englishNumeral, bool) {
	t := r.at(i)
	n, ok := parseFigure(r.text[t.Start:t.End])
	if !ok {
		return englishNumeral{}, false
	}
	m := englishNumeral{n: n, next: i + 1}
	if r.is(m.next, "and") && r.is(m.next+1, "a") && r.is(m.next+2, "half") {
		m.n, m.next = plusHalf(m.n), m.next+3
	} else if r.follows(t.End, "½") {
		m.n = plusHalf(m.n)
	} else if r.gap(m.next) == " " && r.gap(m.next+1) == "/" && r.text[r.at(m.next).Start:r.at(m.next+1).End] == "1/2" {
		m.n, m.next = plusHalf(m.n), m.next+2
	}
	return r.powers(m), true
}

// powers multiplies m by the power words at m.next.
func (r englishReader) powers(m englishNumeral) englishNumeral {
	for ; r.joined(m.next); m.next++ {
		t := r.at(m.next)
		p := t.n
		switch {
		case t.class == aPower, t.class == aSeveral && m.scaled == 0 && t.n >= 6:
		case t.class == aShort && !m.words && m.scaled == 0 && r.shortPower(m.next):
		case t.class == aDozen && m.scaled == 0:
			if whole, ok := m.n.Int64(); ok && whole < 1e6 {
				m.n, p, m.dozens = Int(whole*12), 0, true
			}
		default:
			return m
		}
		m.n, m.scaled = m.n.Shift(p), m.scaled+p
	}
	return m
}

// shortPower reports whether the abbreviation at token i multiplies: 5bn, and
// $5m, since m alone is a meter, and t a tonne.
func (r englishReader) shortPower(i int) bool {
	t := r.at(i)
	if t.End-t.Start > 1 {
		return true
	}
	money := false
	if at := r.at(i - 1).Start; at > 0 {
		c := r.text[at-1]
		money = c == '$' || c >= 0x80 && r.gap(i-1) != " " && !r.dash(i-1)
	}
	return r.glued(i) && (r.text[t.Start] == 'k' || r.text[t.Start] == 'K' || money)
}

// severalNumeral reads hundreds, tens of thousands, hundreds of millions.
func (r englishReader) severalNumeral(i int) englishNumeral {
	p := r.at(i).n
	m := englishNumeral{next: i + 1, hedge: Several, words: true}
	if r.is(i+1, "of") && r.at(i+2).class == aSeveral && r.at(i+2).n >= 3 {
		p += r.at(i + 2).n
		m.next = i + 3
	} else if r.is(i+1, "of") && r.at(i+2).class == aPower && r.at(i+2).n >= 3 {
		p += r.at(i + 2).n
		m.next = i + 3
	}
	m.n = Int(1).Shift(p)
	return m
}

// wordNumeral reads three, twenty-one, two hundred and five thousand, a
// million, one and a half billion, several hundred.
func (r englishReader) wordNumeral(i int) (englishNumeral, bool) {
	m := englishNumeral{next: i, words: true}
	switch t := r.at(i); t.class {
	case aFew:
		if p := r.at(i + 1); p.class == aPower || p.class == aDozen {
			m = r.powers(englishNumeral{n: Int(1), next: i + 1, words: true, hedge: Several})
			if p.class == aDozen {
				m.n = Int(10)
			}
			return m, true
		}
		return m, false
	case aDozen:
		m.n, m.next, m.vague, m.dozens = Int(12), i+1, !r.is(i-1, "a"), true
		return m, true
	case aPower:
		m.vague = !r.oneOf(i-1, "a", "an")
	}
	total, ok := r.builtWords(&m)
	if !ok {
		return m, false
	}
	m.n = Int(total)
	if r.is(m.next, "point") && r.at(m.next+1).class == aValue {
		m = r.pointed(m)
	}
	if r.is(m.next, "and") && r.is(m.next+1, "a") && r.is(m.next+2, "half") {
		if sum, ok := m.n.Add(Int(5).Shift(m.scaled - 1)); ok {
			m.n, m.next = sum, m.next+3
		}
	}
	if m.scaled == 0 {
		m = r.powers(m)
	}
	return m, true
}

// builtWords adds up number words from m.next on, which it moves.
func (r englishReader) builtWords(m *englishNumeral) (int64, bool) {
	total, group, i := int64(0), int64(-1), m.next
	if r.at(i).class == aPower {
		group = 1
	}
	for ; i < len(r.tokens) && (i == m.next || r.joined(i)); i++ {
		t := r.at(i)
		switch {
		case t.class == aValue && (group < 0 || group > 0 && group%100 == 0 || group%10 == 0 && group%100 >= 20 && 0 < t.n && t.n < 10 ||
			group == 0 && total > 0):
			group = max(group, 0) + int64(t.n)
		case t.class == aPower && t.n == 2 && group > 0 && group < 100:
			group *= 100
			m.scaled = 2
		case t.class == aPower && t.n > 2 && group > 0 && group < 1e6 && total%pow10(t.n+3) == 0:
			if m.scaled != 2 || group%100 != 0 {
				m.scaled = 0
			}
			total, group, m.scaled = total+group*pow10(t.n), 0, m.scaled+t.n
		case i > m.next && r.is(i, "and") && r.at(i-1).class == aPower && r.at(i+1).class == aValue && group >= 0:
		default:
			ok := group >= 0 && i > m.next
			m.next = i
			return total + max(group, 0), ok
		}
	}
	ok := group >= 0 && i > m.next
	m.next = i
	return total + max(group, 0), ok
}

// pointed reads the places behind "point".
func (r englishReader) pointed(m englishNumeral) englishNumeral {
	places := 0
	for m.next++; r.at(m.next).class == aValue && r.at(m.next).n < 10 && places < 6; m.next++ {
		places++
		if sum, ok := m.n.Add(Int(int64(r.at(m.next).n)).Shift(-places)); ok {
			m.n = sum
		}
	}
	return m
}

// parseFigure reads digits with commas and a point.
func parseFigure(s string) (Decimal, bool) {
	coef, digits, places, point := int64(0), 0, 0, false
	for i := range len(s) {
		switch c := s[i]; {
		case c == '.':
			point = true
		case c != ',':
			coef = coef*10 + int64(c-'0')
			if digits++; digits > 18 {
				return Decimal{}, false
			}
			if point {
				places++
			}
		}
	}
	return normal(coef, -places), digits > 0
}
