package number

// growing are verbs of change: straight before a value they say by how much,
// with 到 or 至 behind them to what.
var growing = [...]string{
	"增长", "增加", "提高", "提升", "上升", "上涨", "上调", "扩大", "下降", "减少", "降低", "下调", "下跌", "回落", "回升", "缩小", "缩短",
	"增产", "减产", "多增", "少增", "增", "升", "涨", "降", "减", "跌",
}

// reaching are words before a value that a hedge of English may render.
var reaching = [...]string{"突破", "达到", "高达", "多达", "达", "大于", "高于", "低于", "小于", "多于", "少于", "破", "仅", "只有", "约合", "折合", "估计"}

// context adds what stands around the values: by or to, lists under 分别.
func (r reader) context(values []Value) {
	apart := 0 // values of the list that runs, 0 none
	for i := range values {
		v := &values[i]
		at := v.Span.Start
		if v.Kind != Calendar && v.Kind != Ordinal {
			r.step(v, at)
		}
		if v.Kind == Doubling && (r.at(v.Span.End) == '多' || r.has(v.Span.End, "以上")) {
			v.loose = true
		}
		if v.Hedge == Within && (r.has(r.back(at)-2, "过去") || r.at(r.back(at)-1) == '近') {
			v.loose = true
		}
		for _, w := range reaching {
			if r.has(r.back(at)-runes(w), w) {
				v.loose = v.Hedge == Plain
				break
			}
		}
		if r.at(r.back(at)-1) == '兑' && v.N == Int(1) {
			v.Indefinite = true // 7.85港元兑1美元: to the dollar
		}
		switch {
		case i > 0 && apart > 0 && r.listed(values[i-1].Span.End, at):
			values[i-1].list, v.list = apart, apart
		case r.respectively(at):
			apart = i + 1
		default:
			apart = 0
		}
	}
}

// step says whether the value at rune i is a change or its result.
func (r reader) step(v *Value, i int) {
	if r.at(i-1) == '了' || r.at(i-1) == ' ' {
		i--
	}
	result := r.at(i-1) == '到' || r.at(i-1) == '至' || r.at(i-1) == '为'
	if result {
		i--
	}
	for _, w := range growing {
		if r.has(i-runes(w), w) {
			v.Step = By
			if result {
				v.Step = To
			}
			break
		}
	}
	if v.Kind != Multiple {
		return
	}
	switch c := r.at(i - 1); {
	case v.Step == By:
		v.growth = true
	case result, c == '的', c == '是', c == '达', c == '于':
		v.Step = To
	}
}

// listed reports whether only a sign or word of a list stands from rune i to
// stop.
func (r reader) listed(i, stop int) bool {
	switch stop - i {
	case 1:
		return contains("、和与及，,", r.at(i))
	case 2:
		return r.has(i, "以及")
	}
	return false
}

// respectively reports whether 分别 stands before rune i in the same clause.
func (r reader) respectively(i int) bool {
	for j := i - 2; j >= 0 && j > i-14; j-- {
		switch r.at(j) {
		case '分':
			return r.at(j+1) == '别'
		case '，', '。', '；', ';', ',':
			return false
		}
	}
	return false
}
