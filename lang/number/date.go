package number

import "duizhao/lang/span"

// integer reads a whole number without multipliers of 万, in Arabic or Chinese
// digits, and says how many Arabic (or single Chinese) digits it has.
func (r reader) integer(i int) (n, end, digits int) {
	for end = i; isArabic(r.at(end)) && end-i < 5; end++ {
		n = n*10 + int(r.at(end)-'0')
	}
	if end > i {
		return n, end, end - i
	}
	f, ok := r.figure(i)
	whole, fits := f.n.Int64()
	if !ok || !fits || f.pair || f.bare || f.hedge != Plain || whole > 2999 {
		return 0, i, 0
	}
	return int(whole), f.end, len(f.whole)
}

// date reads a date, a month, a year or part of one, and ranges of them.
func (r reader) date(i, floor int) (Value, bool) {
	if r.at(i-1) == '第' || isArabic(r.at(i-1)) {
		return Value{}, false
	}
	if v, ok := r.decade(i, floor); ok {
		return v, true
	}
	if d, end, ok := r.isoDate(i); ok {
		return Value{Kind: Calendar, Start: d, Span: span.Span{Start: i, End: end}}, true
	}
	if v, ok := r.sharedRange(i); ok {
		return v, true
	}
	from, end, ok := r.oneDate(i, false)
	if !ok {
		return Value{}, false
	}
	v := Value{Kind: Calendar, Start: from, Span: span.Span{Start: i, End: end}}
	if from == (Date{Year: from.Year}) { // 2021年1—8月
		if shared, ok := r.sharedRange(r.skip(end)); ok && shared.Start.Year == 0 && shared.Start.Month > 0 {
			shared.Start.Year, shared.Stop.Year, shared.Span.Start = from.Year, from.Year, i
			return shared, true
		}
	}
	if stop, ok := r.firstMonths(end); ok && from == (Date{Year: from.Year}) { // 2021年前8个月
		return firstMonths(from.Year, stop, i, stop.end), true
	}
	if j := r.separator(end); j > 0 {
		if to, stop, ok := r.oneDate(j, from.Day > 0); ok {
			to = inherit(to, from)
			if before(from, to) {
				v.Range, v.Stop, v.Span.End = true, to, stop
			}
		}
	}
	return v, true
}

// inherit fills what the end of a range leaves unsaid.
func inherit(to, from Date) Date {
	if to.Year == 0 {
		to.Year = from.Year
		if to.Month == 0 {
			to.Month = from.Month
		}
	}
	return to
}

func before(a, b Date) bool {
	if a.Year != b.Year {
		return a.Year < b.Year
	}
	if a.Month != b.Month {
		return a.Month < b.Month
	}
	return a.Day < b.Day || a.Day == b.Day && a.Part < b.Part
}

// sharedRange reads ranges whose lower end has no 年, 月 or 日 of its own:
// 2021—2025年, 1—8月, 24—26日, 10月24—26日.
func (r reader) sharedRange(i int) (Value, bool) {
	a, end, digits := r.integer(i)
	if digits == 0 && end == i {
		return Value{}, false
	}
	v := Value{Kind: Calendar, Range: true}
	if r.at(r.skip(end)) == '月' && a >= 1 && a <= 12 {
		v.Start.Month, v.Stop.Month = a, a
		a, end, digits = r.integer(r.skip(r.skip(end) + 1))
	}
	j := r.separator(end)
	if j == 0 || digits == 0 && v.Start.Month == 0 && a > 31 {
		return Value{}, false
	}
	b, stop, wide := r.integer(j)
	if digits == 4 && wide == 2 && 1000 <= a && a <= 2999 && b > max(12, a%100) && !contains("月日号%", r.at(r.skip(stop))) && !r.separatorSign(stop) {
		v.Start.Year, v.Stop.Year = a, a/100*100+b // 1995-96赛季
		if stop = r.skip(stop); r.at(stop) == '年' {
			stop++
		} else {
			stop = r.back(stop)
		}
		v.Span = span.Span{Start: i, End: stop}
		return v, true
	}
	if b <= a {
		return Value{}, false
	}
	unit := r.skip(stop)
	switch c := r.at(unit); {
	case c == '年' && digits == 4 && wide == 4 && a >= 1000 && b < 3000 && v.Start.Month == 0:
		v.Start.Year, v.Stop.Year = a, b
	case c == '月' && a >= 1 && b <= 12 && v.Start.Month == 0:
		v.Start.Month, v.Stop.Month = a, b
	case (c == '日' || c == '号' && v.Start.Month > 0) && a >= 1 && b <= 31:
		v.Start.Day, v.Stop.Day = a, b
	default:
		return Value{}, false
	}
	unit++
	if r.at(unit) == '份' && r.at(unit-1) == '月' {
		unit++
	}
	v.Span = span.Span{Start: i, End: unit}
	return v, true
}

// isoDate reads 2021-10-24, 2021/10/24, 2021.10.24.
func (r reader) isoDate(i int) (Date, int, bool) {
	y, end, digits := r.integer(i)
	sign := r.at(end)
	if digits != 4 || y < 1000 || y > 2999 || sign != '-' && sign != '/' && sign != '.' {
		return Date{}, 0, false
	}
	m, mid, n := r.integer(end + 1)
	if n == 0 || m < 1 || m > 12 || r.at(mid) != sign {
		return Date{}, 0, false
	}
	d, stop, n := r.integer(mid + 1)
	if n == 0 || n > 2 || d < 1 || d > 31 || r.at(stop) == sign {
		return Date{}, 0, false
	}
	return Date{Year: y, Month: m, Day: d}, stop, true
}

// oneDate reads a date as far as it is said: 2021年10月24日, 10月底, 24日. A
// day in Chinese digits needs a month, or inRange.
func (r reader) oneDate(i int, inRange bool) (d Date, end int, ok bool) {
	n, j, digits := r.integer(i)
	if j == i {
		return Date{}, 0, false
	}
	if c := r.skip(j); r.at(c) == '年' && digits == 4 && n >= 1000 && n <= 2999 && r.at(c+1) != '代' {
		d.Year, end = n, c+1
		if r.at(end) == '度' && r.at(end+1) != '假' {
			end++
		}
		if part, stop := r.yearPart(r.skip(end)); part != Whole {
			d.Part = part
			return d, stop, true
		}
		if n, j, digits = r.integer(r.skip(end)); j == r.skip(end) {
			return d, end, true
		}
	}
	if c := r.skip(j); r.at(c) == '月' && n >= 1 && n <= 12 {
		d.Month, end = n, c+1
		if part, stop := r.monthPart(end); part != Whole {
			d.Part = part
			return d, stop, true
		}
		next := r.skip(end)
		if r.at(end) == '份' {
			return d, end + 1, true
		}
		if n, j, digits = r.integer(next); j == next {
			return d, end, true
		}
	} else if d.Year > 0 {
		return d, end, true
	}
	if c := r.skip(j); n >= 1 && n <= 31 && (r.at(c) == '日' && (d.Month > 0 || (digits > 0 || inRange) && !r.lasting(c+1)) || r.at(c) == '号' && d.Month > 0) {
		d.Day = n
		return d, c + 1, true
	}
	return d, end, d != Date{}
}

// lasting reports whether 日 before i counts days: 15日内, 10日以上, 3日游.
func (r reader) lasting(i int) bool {
	return contains("内以之游元均本", r.at(i))
}

// yearPart reads the part of a year at i, with or without its 年: 上半年, 底,
// 第三季度, 前三季度.
func (r reader) yearPart(i int) (Part, int) {
	switch {
	case r.has(i, "上半年"):
		return FirstHalf, i + 3
	case r.has(i, "下半年"):
		return SecondHalf, i + 3
	case r.has(i, "首季") && r.at(i+2) != '度':
		return Quarter1, i + 2
	case r.has(i, "首季度"):
		return Quarter1, i + 3
	case r.has(i, "年底"), r.has(i, "年末"):
		return End, i + 2
	case r.has(i, "年初"):
		return Beginning, i + 2
	case r.at(i) == '底' && !contains("线层气色蕴", r.at(i+1)), r.at(i) == '末', r.at(i) == '终' && r.at(i+1) != '于':
		return End, i + 1
	case r.at(i) == '初' && !contains("步中级期始衷心次", r.at(i+1)):
		return Beginning, i + 1
	case r.at(i) == '中' && (r.at(i+1) < 0x4e00 || r.at(i+1) > 0x9fff):
		return Middle, i + 1
	}
	return r.quarter(i)
}

// quarter reads 三季度, 第三季度, 前三季度, 前三个季度.
func (r reader) quarter(i int) (Part, int) {
	j := i
	first := r.at(j) == '前' || r.at(j) == '首'
	ranked := first || r.at(j) == '第'
	if ranked {
		j = r.skip(j + 1)
	}
	n, end, _ := r.integer(j)
	end = r.skip(end)
	if first && r.at(end) == '个' {
		end++
	}
	stop := end + 2
	if !r.has(end, "季度") {
		if stop = end + 1; !ranked || r.at(end) != '季' || contains("节候风军报", r.at(stop)) {
			return Whole, i
		}
	}
	switch {
	case n < 1 || n > 4:
		return Whole, i
	case first && n == 2:
		return FirstTwoQuarters, stop
	case first && n == 3:
		return FirstThreeQuarters, stop
	case first:
		return Whole, i
	}
	return Quarter1 + Part(n-1), stop
}

func (r reader) monthPart(i int) (Part, int) {
	switch {
	case r.has(i, "上旬"):
		return Early, i + 2
	case r.has(i, "中旬"):
		return Middle, i + 2
	case r.has(i, "下旬"):
		return Late, i + 2
	case r.at(i) == '初' && !contains("步中级期始衷心次", r.at(i+1)):
		return Early, i + 1
	case r.at(i) == '底' && !contains("线层气色蕴", r.at(i+1)), r.at(i) == '末':
		return End, i + 1
	}
	return Whole, i
}
