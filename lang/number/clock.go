package number

import "duizhao/lang/span"

// dayparts say which half of the day an hour belongs to.
var dayparts = [...]struct {
	word      string
	afternoon bool
}{{"上午", false}, {"下午", true}, {"凌晨", false}, {"清晨", false}, {"早上", false}, {"早晨", false}, {"中午", true}, {"傍晚", true}, {"晚上", true}, {"晚间", true}, {"午后", true}}

// clock reads 17:48, 17时48分, 下午3点半.
func (r reader) clock(i, floor int) (Value, bool) {
	hour, end, _ := r.integer(i)
	if end == i || hour > 24 || end-i > 2 && isArabic(r.at(i)) {
		return Value{}, false
	}
	start, spoken, afternoon := i, false, false
	for _, d := range dayparts {
		if at := r.back(i) - 2; at >= floor && r.has(at, d.word) {
			start, spoken, afternoon = at, true, d.afternoon
		}
	}
	t := Time{Hour: hour}
	if end = r.skip(end); r.at(end) != '时' && r.at(end) != '点' && r.at(end-1) == ' ' {
		end--
	}
	switch c := r.at(end); {
	case c == ':' || c == '∶':
		if r.at(i-1) == ':' || !isArabic(r.at(end+1)) || !isArabic(r.at(end+2)) || isArabic(r.at(end+3)) {
			return Value{}, false
		}
		t.Minute, end, _ = r.integer(end + 1)
		if r.at(end) == ':' && isArabic(r.at(end+1)) && isArabic(r.at(end+2)) {
			t.Second, end, _ = r.integer(end + 1)
		}
	case c == '时' && !contains("间期代段速许候空下尚而常不针差局势节光", r.at(end+1)), c == '点' && (spoken || r.minutes(end+1)):
		t, end = r.spokenTime(t, end+1)
	default:
		return Value{}, false
	}
	if afternoon && t.Hour < 12 && t.Hour > 0 && (t.Hour < 11 || !r.has(start, "中午")) {
		t.Hour += 12
	}
	if t.Minute > 59 || t.Second > 59 {
		return Value{}, false
	}
	half := spoken || t.Hour > 12 || !r.oclock(i, end)
	return Value{Kind: Clock, Clock: t, Span: span.Span{Start: start, End: end}, around: around{said: half}}, true
}

// oclock reports whether an hour is said with 点 from rune i to end, which may
// mean either half of the day.
func (r reader) oclock(i, end int) bool {
	for ; i < end; i++ {
		if r.at(i) == '点' {
			return true
		}
	}
	return false
}

// minutes reports whether minutes stand at i: 点30分, 点半, 点钟, 点整.
func (r reader) minutes(i int) bool {
	if c := r.at(i); c == '半' || c == '钟' || c == '整' {
		return true
	}
	i = r.skip(i)
	_, end, _ := r.integer(i)
	end = r.skip(end)
	return end > i && r.at(end) == '分' && r.at(end+1) != '之'
}

// spokenTime reads what stands behind 时 or 点.
func (r reader) spokenTime(t Time, i int) (Time, int) {
	switch c := r.at(i); {
	case c == '半':
		t.Minute = 30
		return t, i + 1
	case c == '钟' || c == '整' || c == '许':
		return t, i + 1
	}
	next := r.skip(i)
	m, end, _ := r.integer(next)
	minute := r.skip(end)
	if end == next || r.at(minute) != '分' || r.at(minute+1) == '之' {
		return t, i
	}
	t.Minute = m
	i = minute + 1
	next = r.skip(i)
	if s, end, _ := r.integer(next); end > next && r.at(r.skip(end)) == '秒' {
		t.Second, i = s, r.skip(end)+1
	}
	return t, i
}
