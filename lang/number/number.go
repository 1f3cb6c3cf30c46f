// Package number promises exact values for the figures of a Chinese policy
// text (1.2万亿元, 三成五, 2021—2025年, 前三季度) and of its English, and says
// where the two differ in value, not in digits. [Decimal] is exact; only
// conversions (亩 to hectares), which are rounded anyway, use floating point.
//
// Start with [FindChinese], then [Value.English] to write, [FindEnglish] and
// [Compare] to check. Words that are written with a digit but are no number
// (十四五, 四川, 统一, 二氧化碳) are passed over; more can be masked by the caller.
//
// The package does not translate what is counted: of 300多家企业 the value is
// 300多家, "more than 300". Nor does it know what a figure belongs to: two
// counts that change places go unnoticed, unless 分别 orders them.
package number

import (
	"duizhao/lang/span"
)

// Kind says what a value measures.
type Kind uint8

// The kinds of values.
const (
	Quantity Kind = iota + 1 // an amount, with a Unit, a Counter or nothing
	Percent                  // N in a hundred: 5%, 百分之五, 三成
	PerMille                 // N in a thousand: 3‰
	Points                   // percentage points: 1.5个百分点
	Fraction                 // N parts of Den: 三分之二, 一半
	Multiple                 // N times: 三倍
	Doubling                 // doubled N times: 翻两番
	Ordinal                  // the Nth: 第十九届, 第五条
	Calendar                 // a date, a year or part of one: 2021年10月24日, 上半年
	Decade                   // ten years from Start.Year: 90年代
	Century                  // the Nth century: 21世纪
	Clock                    // a time of day: 17时48分
	Item                     // a number at the head of a list item: 一、 （三）
)

var kindNames = [...]string{
	"none", "quantity", "percent", "permille", "points", "fraction", "multiple", "doubling",
	"ordinal", "calendar", "decade", "century", "clock", "item",
}

// String is the kind's name in lower case.
func (k Kind) String() string { return kindNames[k] }

// Hedge says how exactly a value is meant.
type Hedge uint8

// The hedges.
const (
	Plain   Hedge = iota
	About         // 约 左右
	Nearly        // 近 将近 接近
	Over          // 超过 逾 多 余 上千
	AtLeast       // 至少 不少于 以上
	AtMost        // 最多 不超过 以下
	Under         // 不足 不到
	Within        // 以内
	Several       // 数百 几十: some hundreds, some tens; N is 100, 10
)

var hedgeNames = [...]string{"plain", "about", "nearly", "over", "at-least", "at-most", "under", "within", "several"}

// String is the hedge's name in lower case.
func (h Hedge) String() string { return hedgeNames[h] }

// Step says whether a value is the size of a change or its result.
type Step uint8

// The steps.
const (
	Unsaid Step = iota
	By          // by 5 percent: 提高了5%
	To          // to 5 percent: 提高到5%
)

// Part is a part of a year or month.
type Part uint8

// The parts of a year (First half … first three quarters) and of a year or
// month (Beginning … Late).
const (
	Whole Part = iota
	FirstHalf
	SecondHalf
	Quarter1
	Quarter2
	Quarter3
	Quarter4
	FirstTwoQuarters
	FirstThreeQuarters
	Beginning // 年初 月初
	Middle    // 年中 中旬
	End       // 年底 年末 月底
	Early     // 上旬
	Late      // 下旬
)

var partNames = [...]string{
	"whole", "first-half", "second-half", "q1", "q2", "q3", "q4", "q1-q2", "q1-q3", "beginning", "middle", "end", "early", "late",
}

// String is the part's name in lower case.
func (p Part) String() string { return partNames[p] }

// Date is a date as far as it is said; what is not said is 0.
type Date struct {
	Year, Month, Day int
	Part             Part
}

// Time is a time of day, in 24 hours.
type Time struct{ Hour, Minute, Second int }

// Value is a number found in a text.
type Value struct {
	Span span.Span // runes of a Chinese text, bytes of an English one
	Kind Kind
	N    Decimal // the number; the lower end of a range
	To   Decimal // the upper end of a range
	Den  int64   // of a Fraction: the denominator

	Range bool  // N to To, or Start to Stop
	Hedge Hedge // said once for both ends

	Unit    string // English unit in the singular (yuan, square kilometer), "" if none
	Counter string // the measure word as it stands, when it is no Unit: 家, 项, 届
	// Indefinite marks 一 before a measure word or unit (一项), which English
	// often says as "a" or not at all.
	Indefinite bool
	// Counting marks a single Chinese digit straight before the noun it
	// counts, without a measure word: 两国.
	Counting bool

	Start, Stop Date // of a Calendar value; Stop only when Range
	Clock       Time // of a Clock value

	Step Step // by or to: 增长了3倍, 增长到3倍

	around // what Compare looks at
}

// around is what the text around a value says of it.
type around struct {
	list  int   // the list that the value is in, 0 if none
	apart Hedge // of Chinese: a hedge that a verb parts from the figure: 约有300户
	loose bool  // the hedge, or its lack, need not be kept

	growth    bool // of a Chinese Multiple: By N times, which makes N+1 times
	said      bool // of a Clock value: which half of the day it is in
	scale     int  // of English: the power of the words behind the digits
	words     bool // of English: no digits
	dozens    bool // of English: counted in dozens
	bracketed bool // of English: in brackets behind another amount
}

// Same reports whether v and w say the same number of the same thing,
// whatever the wording. Hedges, places in the text and measure words do not
// count; a year is the same as the bare number.
func (v Value) Same(w Value) bool {
	if v.Kind != w.Kind {
		return v.bareYear(w) || w.bareYear(v)
	}
	if v.Range != w.Range || v.Unit != w.Unit {
		return false
	}
	switch v.Kind {
	case Calendar, Decade:
		return v.Start == w.Start && v.Stop == w.Stop
	case Clock:
		return v.Clock == w.Clock
	case Fraction:
		a, okA := v.N.Int64()
		b, okB := w.N.Int64()
		return okA && okB && a*w.Den == b*v.Den
	}
	return v.N == w.N && v.To == w.To
}

// bareYear reports that v is a year and w the same figure without a unit.
func (v Value) bareYear(w Value) bool {
	return v.Kind == Calendar && !v.Range && v.Start == Date{Year: v.Start.Year} &&
		w.Kind == Quantity && !w.Range && w.Unit == "" && w.N == Int(int64(v.Start.Year))
}
