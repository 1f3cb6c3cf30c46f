package number

import "slices"

// DifferenceKind says how the figures of two texts differ.
type DifferenceKind uint8

// The kinds of differences, gravest first.
const (
	Lost         DifferenceKind = iota + 1 // the English has no such value
	Changed                                // the English has another value in its place
	OtherUnit                              // the same figure of something else: 5个百分点 and 5 percent
	OtherStep                              // by and to confused: 提高到5% and "by 5 percent"
	OutOfOrder                             // values of a list under 分别 in another order
	Rounded                                // the English has fewer places and no hedge
	HedgeLost                              // 约300 and "300"
	HedgeAdded                             // 300 and "about 300"
	HedgeChanged                           // 近300 and "more than 300"
	Extra                                  // the Chinese has no such value
)

var differenceNames = [...]string{
	"none", "lost", "changed", "other-unit", "other-step", "out-of-order", "rounded", "hedge-lost", "hedge-added", "hedge-changed", "extra",
}

// String is the kind's name in lower case.
func (k DifferenceKind) String() string { return differenceNames[k] }

// Difference is one place where the figures of two texts differ. Zh is nil
// for Extra, En for Lost.
type Difference struct {
	Kind   DifferenceKind
	Zh, En *Value
}

// Compare says how the values of an English text ([FindEnglish]) differ from
// those of the Chinese that it renders ([FindChinese]), in the order of the
// Chinese, Extra last. Values are compared by what they say: 90亿 is 9 billion
// and 9,000 million, 三成 30 percent, 增长3倍 quadrupled, 300万亩 200,000
// hectares, 上半年 the first six months. What English may leave out (一项, 第一,
// 两国, numbers of list items) is not lost; a value said twice may be said
// once. The result shares the Values of its arguments.
func Compare(zh, en []Value) []Difference {
	if len(zh) == 0 && len(en) == 0 {
		return nil
	}
	c := comparison{zh: zh, en: en, zs: entries(zh), es: entries(en)}
	if len(c.zs) > 0 {
		c.grade()
	}
	c.pairRanges()
	c.pairByGrade()
	c.markRepeats()
	c.share()
	c.pairRest()
	c.order()
	for i := range c.zs {
		c.judge(i)
	}
	c.extras()
	slices.SortStableFunc(c.out, func(a, b Difference) int { return place(a) - place(b) })
	return c.out
}

// place sorts differences by the Chinese, Extra behind all.
func place(d Difference) int {
	if d.Zh == nil {
		return 1<<40 + d.En.Span.Start
	}
	return d.Zh.Span.Start
}

// yearSaid reports whether the English says the year anywhere.
func (c *comparison) yearSaid(year int) bool {
	for e := range c.en {
		v := &c.en[e]
		if v.Kind == Calendar && v.Indefinite && v.Start.Year+v.Start.Month == 0 {
			return true // of the year
		}
		if v.Start.Year == year || v.Stop.Year == year || v.Kind == Quantity && v.N == Int(int64(year)) {
			return true
		}
	}
	return false
}

// order looks for lists under 分别 that the English has in another order.
func (c *comparison) order() {
	for z := range c.zs {
		a := &c.zs[z]
		if a.list == 0 || a.mate < 0 || a.fit == 0 || z == 0 {
			continue
		}
		b := &c.zs[z-1]
		if b.list != a.list || b.mate < 0 || b.fit == 0 {
			continue
		}
		ea, eb := &c.es[a.mate], &c.es[b.mate]
		if ea.Span.Start < eb.Span.Start && ea.list > 0 && ea.list == eb.list {
			c.out = append(c.out, Difference{OutOfOrder, &c.zh[b.of], &c.en[eb.of]})
		}
	}
}

// judge reports what is wrong with entry z.
func (c *comparison) judge(z int) {
	v := &c.zs[z]
	if v.done {
		return
	}
	zh := &c.zh[v.of]
	if v.mate < 0 {
		if !mayBeLeftOut(v.Value) {
			c.report(Lost, zh, nil)
		}
		return
	}
	e := &c.es[v.mate]
	en := &c.en[e.of]
	switch {
	case v.kind == Changed && mayBeLeftOut(v.Value) && e.Kind != v.Kind:
		return
	case v.kind != 0:
		c.report(v.kind, zh, en)
		return
	case v.Kind == Calendar && v.fit == fitShared:
		return
	case v.Kind == Calendar && v.fit <= fitPartly:
		if v.Start.Day > 0 && e.Kind == Calendar && e.Start.Day == 0 || v.Start.Month > 0 && e.Start.Month == 0 && e.Kind == Calendar && e.Start.Part == Whole ||
			v.Start.Year > 0 && !c.yearSaid(v.Start.Year) {
			c.report(Lost, zh, en)
		}
		return
	case v.Step == To && e.Step == By || v.Step == By && e.Step == To:
		if v.Kind != Multiple && v.Kind != Doubling && e.Kind != Multiple {
			c.report(OtherStep, zh, en)
			return
		}
	}
	if k := hedgeDifference(v, e); k != 0 {
		c.report(k, zh, en)
	}
}

// report adds a difference, one for a value of the Chinese.
func (c *comparison) report(k DifferenceKind, zh, en *Value) {
	for i := range c.out {
		if c.out[i].Zh == zh {
			if k < c.out[i].Kind {
				c.out[i] = Difference{k, zh, en}
			}
			return
		}
	}
	c.out = append(c.out, Difference{k, zh, en})
}

// mayBeLeftOut reports whether English often does without a value: 一项, 第一,
// 两国, 第二天.
func mayBeLeftOut(v *Value) bool {
	switch {
	case v.Indefinite, v.Kind == Item:
		return true
	case v.Counting, v.Counter == "个", v.Counter == "种", v.Counter == "者":
		return v.N == Int(1) || v.N == Int(2) && v.Hedge == Plain
	case v.Kind == Quantity && v.N == Int(1):
		return v.Counter != "" || v.timeUnit()
	case v.Kind == Ordinal:
		return v.N == Int(1) || v.N == Int(2) && (v.Counter == "天" || v.Counter == "年" || v.Counter == "")
	}
	return false
}

// extras reports English values that stand for nothing.
func (c *comparison) extras() {
	for e := range c.es {
		v := &c.es[e]
		if v.mate >= 0 || v.done || v.Indefinite || !c.worthTelling(e) {
			continue
		}
		c.report(Extra, nil, &c.en[v.of])
	}
}

// worthTelling reports whether an English value without a Chinese one is a
// figure, and neither said before nor a conversion in brackets.
func (c *comparison) worthTelling(e int) bool {
	v := &c.es[e]
	switch v.Kind {
	case Quantity, Ordinal:
		if v.Unit == "" && v.words && (v.N.Cmp(Int(13)) < 0 || v.Hedge == Several) || v.bracketed {
			return false
		}
	case Multiple, Fraction:
		return false
	case Calendar:
		if v.Start.Year == 0 {
			return false
		}
	}
	return !v.repeats
}
