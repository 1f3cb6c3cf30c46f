package number

import "duizhao/lang/span"

// hedgeWord is a word before or behind a value. not lists runes that, standing
// on its other side, make another word of it: 节约 before 30%, 多元 behind 100.
type hedgeWord struct {
	word  string
	hedge Hedge
	not   string
}

// Longer words stand before those that they end with.
var hedgesBefore = []hedgeWord{
	{"不少于", AtLeast, ""}, {"不低于", AtLeast, ""}, {"至少", AtLeast, ""}, {"最少", AtLeast, ""},
	{"不超过", AtMost, ""}, {"不高于", AtMost, ""}, {"不多于", AtMost, ""}, {"不大于", AtMost, ""}, {"不小于", AtLeast, ""},
	{"最多", AtMost, ""}, {"至多", AtMost, ""},
	{"不足", Under, ""}, {"不到", Under, "看听见想得做"}, {"不满", Under, ""}, {"未满", Under, ""},
	{"大约", About, ""}, {"大概", About, ""}, {"约为", About, ""}, {"约", About, "节合公条契缔制违签履盟邀特简纽预誓毁解相失爽守续"},
	{"将近", Nearly, ""}, {"接近", Nearly, ""}, {"近", Nearly, "最附靠临邻远亲相就逼走拉贴新迫"},
	{"超过了", Over, ""}, {"超过", Over, "不"}, {"超出", Over, ""}, {"多于", Over, "不"}, {"逾", Over, ""}, {"超", Over, "高赶反"}, {"过", Over, ""},
	{"上", Over, ""},
}

var hedgesBehind = []hedgeWord{
	{"左右", About, "手岸"}, {"上下", About, "游同级楼联"},
	{"或更多", AtLeast, ""}, {"或以上", AtLeast, ""}, {"或更少", AtMost, ""}, {"或以下", AtMost, ""}, {"及以上", AtLeast, ""}, {"以上", AtLeast, "述"}, {"及以下", AtMost, ""}, {"以下", AtMost, "简称几"},
	{"以内", Within, ""}, {"之内", Within, ""},
	{"多", Over, "元边样极种"}, {"余", Over, "额热地下温粮"},
}

// hedged gives v its span, from start to end and over the hedges around it.
func (r reader) hedged(v Value, start, end, floor int) Value {
	if j := r.skip(end); v.Hedge == Plain {
		for _, h := range hedgesBehind {
			if r.has(j, h.word) && !contains(h.not, r.at(j+runes(h.word))) {
				v.Hedge, end = h.hedge, j+runes(h.word)
				break
			}
		}
	}
	if v.Hedge == Plain && v.timeUnit() && r.at(end) == '内' && !contains("部外容地在需陆蒙", r.at(end+1)) {
		v.Hedge, end = Within, end+1 // 15日内
	}
	j := start
	if r.at(j-1) == ' ' {
		j--
	}
	for _, h := range hedgesBefore {
		n := runes(h.word)
		if j-n < floor || !r.has(j-n, h.word) || contains(h.not, r.at(j-n-1)) || !r.fits(h.word, v, end) {
			continue
		}
		if v.Hedge == Plain || v.Hedge == Several || v.Hedge == h.hedge {
			v.Hedge, start = h.hedge, j-n
		} else if v.Hedge == Over && (h.hedge == About || h.hedge == Nearly) {
			start = j - n // 近百余家: the other hedge says more
		}
		break
	}
	v.Span = span.Span{Start: start, End: end}
	if v.Hedge == Plain {
		v.apart = r.hedgeApart(start, floor)
	}
	return v
}

// hedgeApart is the hedge that 有, 为, 占 or 达 part from the value at rune i:
// 约有300户, 至少为15人.
func (r reader) hedgeApart(i, floor int) Hedge {
	j := r.back(i) - 1
	if j <= floor || !contains("有为占在达以", r.at(j)) {
		return Plain
	}
	for _, h := range hedgesBefore {
		if n := runes(h.word); n > 1 || h.word == "约" || h.word == "近" {
			if j-n >= floor && r.has(j-n, h.word) && !contains(h.not, r.at(j-n-1)) {
				return h.hedge
			}
		}
	}
	return Plain
}

// fits reports whether a word before a value is a hedge there. 近三年 are the
// last three years; 上 and 过 hedge only a bare multiplier (上千, 过万).
func (r reader) fits(word string, v Value, end int) bool {
	switch word {
	case "近":
		short := v.Unit == "year" || v.Unit == "month" || v.Unit == "day" || v.Unit == "week"
		return !short || v.N.Cmp(Int(10)) >= 0 && r.at(end) != '来'
	case "上", "过":
		return v.N.coef == 1 && v.N.exp >= 2 && !v.Range && v.Hedge != Several
	}
	return true
}

func contains(list string, r rune) bool {
	if r == 0 {
		return false
	}
	for _, c := range list {
		if c == r {
			return true
		}
	}
	return false
}

func runes(s string) int { return len(s) / 3 } // Han only, three bytes each
