package number

import "duizhao/lang/han"

// measure is what stands behind a figure: how it is measured, and where that
// ends.
type measure struct {
	kind    Kind
	unit    string
	counter string
	end     int
	more    bool // 多 between measure word and unit: 3个多月
	about   bool // 来 between figure and measure word: 十来个
	half    bool // 半 between them: 两个半小时
}

// amount reads quantities, percentages, points, multiples and fractions, alone
// or as a range.
func (r reader) amount(i, floor int) (Value, bool) {
	lo, ok := r.figure(i)
	if !ok {
		return Value{}, false
	}
	start := i
	if r.negative(i, floor) {
		lo.n, start = lo.n.Neg(), i-1
	} else if r.at(i-1) == '负' && i-1 >= floor && len(lo.whole) > 0 && !contains("正担自抱欠背胜辜", r.at(i-2)) {
		lo.n, start = lo.n.Neg(), i-1
	} else if i-2 >= floor && r.has(i-2, "零下") {
		lo.n, start = lo.n.Neg(), i-2
	}
	if v, ok := r.fraction(lo, start, floor); ok {
		return v, true
	}
	if lo.pair {
		m, ok := r.measure(lo, lo.end)
		if !ok && lo.single {
			return Value{}, false
		}
		return r.finish(Value{N: lo.n, To: lo.to, Range: true, Hedge: lo.hedge}, m, lo, start, floor)
	}
	m, measured := r.measure(lo, lo.end)
	if hi, mh, ok := r.upper(lo, m, measured); ok {
		if !measured && lo.scale == 0 && hi.scale > 0 && !hi.bare {
			if low := lo.n.Shift(hi.scale); low.Cmp(hi.n) < 0 {
				lo.n = low // 3—5亿
			}
		}
		return r.finish(Value{N: lo.n, To: hi.n, Range: true, Hedge: hi.hedge}, mh, hi, start, floor)
	}
	return r.finish(Value{N: lo.n, Hedge: lo.hedge}, m, lo, start, floor)
}

// negative reports a minus before an Arabic figure that is a rate or a
// temperature.
func (r reader) negative(i, floor int) bool {
	if c := r.at(i - 1); c == '–' && r.at(i-2) == '(' && isArabic(r.at(i)) {
		return i > floor
	} else if i <= floor || c != '-' && c != '−' || isArabic(r.at(i-2)) || isLatin(r.at(i-2)) || r.at(i-2) == '%' {
		return false
	}
	c2 := r.at(i - 2)
	if _, ok := r.measure(figure{n: Int(2)}, r.digitsEnd(i)); !ok && han.Is(c2) {
		return false // 伊尔-76
	}
	return isArabic(r.at(i))
}

func (r reader) digitsEnd(i int) int {
	_, end := r.digits(i)
	return end
}

// finish makes a value of a figure and its measure, unless the figure is a
// digit that measures nothing.
func (r reader) finish(v Value, m measure, f figure, start, floor int) (Value, bool) {
	v.Kind, v.Unit, v.Counter = m.kind, m.unit, m.counter
	end := m.end
	if v.Kind == 0 {
		v.Kind, end = Quantity, f.end
	}
	if m.more {
		v.Hedge = Over
	}
	if m.about {
		v.Hedge = About
	}
	if m.half {
		v.N = plusHalf(v.N)
	}
	v.Indefinite = f.single && !v.Range && v.N == Int(1) && v.Kind == Quantity
	if v.Unit == "year" && r.at(end) == '半' && r.at(end-1) == '年' && !v.Range { // 一年半
		v.N = plusHalf(v.N)
		end++
		v.Indefinite = false
	}
	if v.Kind == Quantity && v.Counter == "号" && !v.Range {
		v.Kind = Ordinal
	}
	if m.kind == 0 && len(f.whole) == 4 && !v.Range && v.Hedge == Plain && yearLike(v.N) {
		v.Kind, v.Start, v.N = Calendar, Date{Year: year(v.N)}, Decimal{} // 国发〔2021〕23号
	}
	out := r.hedged(v, start, end, floor)
	if out.Unit == "yuan" && start-3 >= floor && out.Span.Start == start && r.has(start-3, "人民币") {
		out.Span.Start = start - 3
	}
	measured := m.kind != 0
	switch {
	case f.bare && !measured:
		return out, out.Hedge != Plain
	case f.bare && m.counter == "级": // 万亿级
		out.Counter, out.Span.End = "", f.end
	case f.bare && m.counter != "" && f.scale < 4:
		return out, out.Hedge != Plain || f.n.exp >= 2 && m.counter != "分"
	case !measured && f.scale == 0 && len(f.whole) >= 8:
		return out, false // a telephone or account number
	case f.single && !measured:
		_, _, noun := counted().longest(r.text, f.end)
		out.Counting = noun
		return out, noun && out.N != Int(1)
	}
	return out, true
}

// yearLike reports whether a bare figure of four digits is rather a year than
// an amount.
func yearLike(n Decimal) bool {
	return n.Cmp(Int(1900)) >= 0 && n.Cmp(Int(2099)) <= 0 && n.exp >= 0
}

// year is n as a year.
func year(n Decimal) int {
	whole, ok := n.Int64()
	if !ok {
		return 0
	}
	return int(whole)
}

// plusHalf is n and a half; a number too long for that stays as it is.
func plusHalf(n Decimal) Decimal {
	if sum, ok := n.Add(Decimal{5, -1}); ok {
		return sum
	}
	return n
}

// measure reads what is measured by the figure f, from rune j.
func (r reader) measure(f figure, j int) (measure, bool) {
	j = r.skip(j)
	more := false
	if c := r.at(j); (c == '多' || c == '余') && f.n.Cmp(Int(10)) >= 0 {
		if m, ok := r.measure(figure{n: Int(1)}, j+1); ok && m.end > j+1 && r.at(j+1) != '元' {
			m.more = true
			return m, true
		}
		if c == '多' && r.at(j+1) == '元' && r.at(j+2) != '化' {
			m, ok := r.measure(figure{n: Int(1)}, j+1)
			m.more = true
			return m, ok
		}
	}
	if r.at(j) == '来' && f.n.Cmp(Int(10)) >= 0 && len(f.whole) == 0 {
		m, ok := r.measure(figure{n: Int(1)}, j+1)
		m.about = ok
		return m, ok
	}
	switch c := r.at(j); {
	case c == '%':
		return measure{kind: Percent, end: j + 1}, true
	case c == '‰':
		return measure{kind: PerMille, end: j + 1}, true
	case r.has(j, "个百分点"):
		return measure{kind: Points, end: j + 4}, true
	case r.has(j, "百分点"):
		return measure{kind: Points, end: j + 3}, true
	case r.has(j, "个多月"), r.has(j, "个余月"):
		return measure{kind: Quantity, unit: "month", end: j + 3, more: true}, true
	case r.has(j, "个半") && !f.pair: // 两个半小时
		if end, unit, ok := units().longest(r.text, j+2); ok && unit != "" {
			return measure{kind: Quantity, unit: unit, end: end, half: true}, true
		}
		if r.at(j+2) == '月' {
			return measure{kind: Quantity, unit: "month", end: j + 3, half: true}, true
		}
	case c == '厘' && !contains("米升清定", r.at(j+1)):
		return measure{kind: Percent, end: j + 1}, true
	case c == '倍':
		return measure{kind: Multiple, end: j + 1}, true
	case c == '年' && r.yearWord(j):
		return measure{}, false
	}
	if end, unit, ok := units().longest(r.text, j); ok && !r.unitWord(j, end) {
		unit, end = r.per(unit, end)
		return measure{kind: Quantity, unit: unit, end: end, more: more}, true
	}
	if end, _, ok := counters().longest(r.text, j); ok && !r.mask(j) && !r.counterWord(j) {
		return measure{kind: Quantity, counter: string(r.text[j:end]), end: end, more: more}, true
	}
	return measure{}, false
}

// yearWord reports words with 年 that measure no years: 三年级.
func (r reader) yearWord(j int) bool {
	return r.at(j+1) == '级' || r.at(j+1) == '代'
}

// unitWord reports whether the unit at j to end is the head of another word:
// 人大, 元旦, 度假, 天然气.
func (r reader) unitWord(j, end int) bool {
	next := r.at(end)
	switch r.at(j) {
	case '人':
		return next == '大' && r.at(end+1) == '代' || next == '民' || next == '类' || next == '工' && r.at(end+1) == '智'
	case '元':
		return end == j+1 && (next == '旦' || next == '素' || next == '首' || next == '件')
	case '天':
		return end == j+1 && (next == '然' || next == '津' || next == '空' || next == '气')
	case '度':
		return end == j+1 && (next == '假' || next == '过')
	case '米':
		return end == j+1 && (next == '粉' || next == '面')
	case '克':
		return end == j+1 && (next == '服' || next == '难')
	case '户':
		return end == j+1 && (next == '外' || next == '口')
	case '周':
		return end == j+1 && (next == '边' || next == '围' || next == '期' || next == '恩')
	case '斤':
		return end == j+1 && next == '斤'
	}
	return false
}

// counterWord reports whether the measure word at j begins a noun: 两部分,
// 图6 本地机构.
func (r reader) counterWord(j int) bool {
	switch r.at(j) {
	case '部':
		return contains("分门委队署", r.at(j+1))
	case '本':
		return r.at(j-1) == ' ' || contains("地市省县区国级", r.at(j+1))
	}
	return false
}

// per reads the second half of 微克/立方米, 元每吨.
func (r reader) per(unit string, end int) (string, int) {
	if c := r.at(end); c != '/' && c != '每' && c != '／' {
		return unit, end
	}
	j := r.skip(end + 1)
	if stop, under, ok := units().longest(r.text, j); ok {
		return unit + " per " + under, stop
	}
	return unit, end
}

// separator is where the upper end of a range begins whose sign or word
// stands at j, 0 if none does.
func (r reader) separator(j int) int {
	j = r.skip(j)
	switch r.at(j) {
	case '-', '—', '–', '~', '～', '至', '到', '－', '─', '―', '〜', '∼':
		j++
		if r.at(j) == '—' || r.at(j) == '-' || r.at(j) == '─' {
			j++
		}
		return r.skip(j)
	}
	return 0
}

// upper reads the upper end of a range behind the figure lo, whose own
// measure m may stand before the separator.
func (r reader) upper(lo figure, m measure, measured bool) (figure, measure, bool) {
	j := lo.end
	if measured {
		j = m.end
	}
	j = r.separator(j)
	if j == 0 || r.mask(j) {
		return figure{}, measure{}, false
	}
	hi, ok := r.figure(j)
	if !ok || hi.pair || hi.n.Cmp(lo.n) <= 0 || len(lo.whole) > 1 && lo.whole[0] == '0' {
		return figure{}, measure{}, false
	}
	if next := r.separatorSign(hi.end); next && isArabic(r.at(hi.end+1)) {
		return figure{}, measure{}, false // 010-6564-5000
	}
	mh, ok := r.measure(hi, hi.end)
	if measured && (!ok || mh.kind != m.kind || mh.unit != m.unit) {
		return figure{}, measure{}, false
	}
	if !ok && (lo.single || hi.single) {
		return figure{}, measure{}, false
	}
	return hi, mh, true
}

func (r reader) separatorSign(j int) bool {
	return r.at(j) == '-' || r.at(j) == '—' || r.at(j) == '/'
}

// fraction reads 三分之二, 1/3 and 七成, 三成五.
func (r reader) fraction(f figure, start, floor int) (Value, bool) {
	j := f.end
	switch {
	case r.at(j) == '分' && r.at(j+1) == '之':
		num, ok := r.figure(j + 2)
		den, whole := f.n.Int64()
		if !ok || !whole || den == 0 || num.pair || f.pair {
			return Value{}, false
		}
		return r.hedged(Value{Kind: Fraction, N: num.n, Den: den}, start, num.end, floor), true
	case r.at(j) == '/' && isArabic(r.at(j+1)) && len(f.whole) > 0 && f.scale == 0:
		den, ok := r.arabic(j + 1)
		d, whole := den.n.Int64()
		if !ok || !whole || d > 100 || d < 2 || f.n.exp < 0 || f.n.Cmp(den.n) >= 0 || f.n.Sign() <= 0 || r.at(den.end) == '/' || r.at(start-1) == '/' {
			return Value{}, false
		}
		return r.hedged(Value{Kind: Fraction, N: f.n, Den: d}, start, den.end, floor), true
	case r.at(j) == '成' && f.n.Cmp(Int(10)) <= 0 && f.scale < 2 && !r.notTenths(j):
		return r.tenths(f, start, floor), true
	}
	if up := r.separator(j); up > 0 && f.n.Cmp(Int(10)) < 0 { // 六至七成
		hi, ok := r.figure(up)
		if ok && r.at(hi.end) == '成' && hi.n.Cmp(f.n) > 0 && hi.n.Cmp(Int(10)) <= 0 && !r.notTenths(hi.end) {
			v := Value{Kind: Percent, N: f.n.Shift(1), To: hi.n.Shift(1), Range: true}
			return r.hedged(v, start, hi.end+1, floor), true
		}
	}
	return Value{}, false
}

// notTenths reports whether 成 at j belongs to a word: 三成员.
func (r reader) notTenths(j int) bool {
	return contains("员立果本为功熟长分绩效都品年就份了交", r.at(j+1))
}

// tenths reads 七成, 三成五, 七八成, 三成至五成.
func (r reader) tenths(f figure, start, floor int) Value {
	v := Value{Kind: Percent, N: f.n.Shift(1)}
	end := f.end + 1
	if f.pair {
		v.Range, v.To = true, f.to.Shift(1)
	} else if d := digitValue(r.at(end)); d > 0 && !r.mask(end) && power(r.at(end+1)) == 0 {
		if n, ok := v.N.Add(Int(int64(d))); ok {
			v.N = n
			end++
		}
	}
	if up := r.separator(end); up > 0 && !v.Range {
		if hi, ok := r.figure(up); ok && r.at(hi.end) == '成' && hi.n.Cmp(f.n) > 0 {
			v.Range, v.To, end = true, hi.n.Shift(1), hi.end+1
		}
	}
	return r.hedged(v, start, end, floor)
}
