package number

import (
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"duizhao/lang/han"
	"duizhao/lang/span"
	"pgregory.net/rapid"
)

// chineseNumeral writes n the usual way: 10500 is 一万零五百.
func chineseNumeral(n int64) string {
	switch {
	case n == 0:
		return "零"
	case n >= 1e8:
		return join(chineseNumeral(n/1e8)+"亿", n%1e8, 1e7)
	case n >= 1e4:
		return join(chineseNumeral(n/1e4)+"万", n%1e4, 1e3)
	}
	out := ""
	for _, u := range []struct {
		value int64
		name  string
	}{{1000, "千"}, {100, "百"}, {10, "十"}, {1, ""}} {
		d := n / u.value % 10
		switch {
		case d > 0:
			out += string([]rune("零一二三四五六七八九")[d]) + u.name
		case out != "" && n%u.value > 0 && !strings.HasSuffix(out, "零"):
			out += "零"
		}
	}
	return out
}

// join puts the rest behind the higher part, with 零 when it has fewer places.
func join(high string, rest, lowest int64) string {
	switch {
	case rest == 0:
		return high
	case rest < lowest:
		return high + "零" + chineseNumeral(rest)
	}
	return high + chineseNumeral(rest)
}

// amounts draws numbers of every magnitude up to 10^13.
func amounts() *rapid.Generator[int64] {
	return rapid.Custom(func(t *rapid.T) int64 {
		limit := rapid.SampledFrom([]int64{20, 1e3, 1e4, 1e5, 1e6, 1e8, 1e9, 1e12, 1e13}).Draw(t, "limit")
		n := rapid.Int64Range(0, limit).Draw(t, "n")
		if rapid.Bool().Draw(t, "round") {
			for step := int64(10); step < n; step *= 100 {
				n -= n % step
			}
		}
		return n
	})
}

func TestChineseNumeralsAreRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := max(amounts().Draw(t, "n"), 1)
		numeral := chineseNumeral(n)
		if rapid.Bool().Draw(t, "traditional") {
			numeral = han.Traditionalise(numeral)
		}
		only(t, "共计"+numeral+"吨。", Int(n))
	})
}

func TestMixedNumeralsAreRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		power := rapid.SampledFrom([]int{0, 4, 8, 12}).Draw(t, "power")
		coef := rapid.Int64Range(1, 9_999_999).Draw(t, "coef")
		places := rapid.IntRange(0, 4).Draw(t, "places")
		want := Int(coef).Shift(-places)
		digits := want.String()
		if rapid.Bool().Draw(t, "grouped") {
			digits = group(digits)
		}
		word := map[int]string{4: "万", 8: "亿", 12: "万亿"}[power]
		only(t, "共计"+digits+word+"吨。", want.Shift(power))
	})
}

// only fails unless text holds exactly one value, n tonnes.
func only(t *rapid.T, text string, n Decimal) {
	values := FindChinese(text)
	if len(values) != 1 || values[0].N != n || values[0].Unit != "tonne" || values[0].Range {
		t.Fatalf("%s: got %+v, want %v tonnes", text, values, n)
	}
	if end := utf8.RuneCountInString(text) - 1; values[0].Span != (span.Span{Start: 2, End: end}) {
		t.Fatalf("%s: span %v", text, values[0].Span)
	}
}

func TestDecimalAgreesWithIntegers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := rapid.Int64Range(-1e12, 1e12).Draw(t, "a")
		b := rapid.Int64Range(-1e12, 1e12).Draw(t, "b")
		sum, ok := Int(a).Add(Int(b))
		if !ok || sum != Int(a+b) {
			t.Fatalf("%d + %d = %v", a, b, sum)
		}
		if got := Int(a).Cmp(Int(b)); got != cmpInt(int(a), int(b)) {
			t.Fatalf("Cmp(%d, %d) = %d", a, b, got)
		}
		if got := Int(a).String(); got != strconv.FormatInt(a, 10) {
			t.Fatalf("String of %d is %s", a, got)
		}
		if back, ok := Exact(Int(a).Shift(-3).String()); !ok || back != Int(a).Shift(-3) {
			t.Fatalf("%d thousandths read back as %v", a, back)
		}
	})
}

func TestMaskedSpansHoldNoValue(t *testing.T) {
	const text = "约300家企业投资90亿元，2030年前完成"
	rapid.Check(t, func(t *rapid.T) {
		start := rapid.IntRange(0, 20).Draw(t, "start")
		mask := span.Span{Start: start, End: start + rapid.IntRange(1, 5).Draw(t, "length")}
		for _, v := range FindChinese(text, mask) {
			if v.Span.Overlaps(mask) {
				t.Fatalf("%v overlaps the mask %v", v.Span, mask)
			}
		}
	})
}

// lawful fails unless the values of text are sorted, disjoint, inside it, and
// have an English without Chinese in it.
func lawful(t *testing.T, text string, values []Value, length int) {
	at := 0
	for _, v := range values {
		if v.Span.Start < at || v.Span.Empty() || v.Span.End > length {
			t.Fatalf("%q: span %v after %d of %d", text, v.Span, at, length)
		}
		at = v.Span.End
		en := v.English()
		if strings.TrimSpace(en) == "" {
			t.Fatalf("%q: no English for %+v", text, v)
		}
		for _, r := range en {
			if han.Is(r) {
				t.Fatalf("%q: Chinese in %q", text, en)
			}
		}
		if !v.Same(v) {
			t.Fatalf("%q: %+v is not the same as itself", text, v)
		}
	}
}

func FuzzFindChinese(f *testing.F) {
	for _, c := range corpus(f, "chinese.txt") {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		values := FindChinese(text)
		lawful(t, text, values, utf8.RuneCountInString(text))
		for i, v := range FindChinese(text + "。") {
			if i < len(values) && v.Span.End < utf8.RuneCountInString(text)-12 && v != values[i] {
				t.Fatalf("%q: a full stop at the end changes %+v to %+v", text, values[i], v)
			}
		}
	})
}

func BenchmarkFindChinese(b *testing.B) {
	text := strings.Repeat("各地区各部门要坚持系统观念，统筹发展和减排、整体和局部的关系，把碳达峰、碳中和纳入经济社会发展全局。"+
		"到2025年，非化石能源消费比重达到20%左右，森林蓄积量达到180亿立方米，为实现目标奠定坚实基础。", 100)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		FindChinese(text)
	}
}
