package number

import (
	"fmt"
	"hash/fnv"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// judged is a pair of testdata/compare.txt with its verdicts.
type judged struct {
	zh, en   string
	verdicts []verdict
}

// verdict is one finding of the reviser: its kind and the words it stands on.
type verdict struct{ kind, words string }

// kept reports whether the case belongs to the half that is not looked at.
func (j judged) kept() bool {
	h := fnv.New32a()
	fmt.Fprint(h, j.zh)
	return h.Sum32()%2 == 1
}

func readJudged(t testing.TB) []judged {
	t.Helper()
	raw, err := os.ReadFile("testdata/compare.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []judged
	text := []string{}
	for line := range strings.Lines(string(raw)) {
		line = strings.TrimRight(line, "\n")
		switch {
		case line == "" || line[0] == '#':
		case strings.HasPrefix(line, "  "):
			if len(text) == 2 {
				out = append(out, judged{zh: text[0], en: text[1]})
				text = nil
			}
			said, _, _ := strings.Cut(line[2:], " | ")
			if kind, words, _ := strings.Cut(said, " "); kind != "ok" {
				last := &out[len(out)-1]
				last.verdicts = append(last.verdicts, verdict{kind, words})
			}
		default:
			text = append(text, line)
		}
	}
	return out
}

// groups are the kinds of verdicts that a kind of difference may answer.
var groups = map[DifferenceKind]string{
	Lost: "lost changed", Changed: "lost changed", OtherUnit: "unit", OtherStep: "step", OutOfOrder: "order",
	Rounded: "rounded", HedgeLost: "hedge", HedgeAdded: "hedge", HedgeChanged: "hedge", Extra: "extra",
}

// meets reports whether a difference is what the verdict says.
func (v verdict) meets(d Difference, j judged) bool {
	if !slices.Contains(strings.Fields(groups[d.Kind]), v.kind) {
		return false
	}
	text, at := j.zh, d.Zh
	if at == nil {
		text, at = j.en, d.En
		start := strings.Index(text, v.words)
		return start >= 0 && at.Span.Start < start+len(v.words) && start < at.Span.End
	}
	start := strings.Index(text, v.words)
	if start < 0 {
		return false
	}
	from := utf8.RuneCountInString(text[:start])
	return at.Span.Start < from+utf8.RuneCountInString(v.words) && from < at.Span.End
}

// tally counts differences against verdicts.
type tally struct{ found, right, asked, answered, clean, flagged int }

func (t tally) String() string {
	return fmt.Sprintf("precision %.3f (%d of %d), recall %.3f (%d of %d), good pairs flagged %d of %d",
		float64(t.right)/float64(max(t.found, 1)), t.right, t.found, float64(t.answered)/float64(max(t.asked, 1)), t.answered, t.asked, t.flagged, t.clean)
}

// count adds what is found in one case.
func (t *tally) count(j judged, found []Difference) (wrong bool) {
	met := make([]bool, len(j.verdicts))
	for _, d := range found {
		right := false
		for i, v := range j.verdicts {
			if v.meets(d, j) {
				right, met[i] = true, true
			}
		}
		t.found++
		if right {
			t.right++
		}
		wrong = wrong || !right
	}
	if len(j.verdicts) == 0 {
		t.clean++
		if len(found) > 0 {
			t.flagged++
		}
	}
	for i := range met {
		t.asked++
		if met[i] {
			t.answered++
		}
		wrong = wrong || !met[i]
	}
	return wrong
}

// grave keeps the differences that are errors whoever translated: no hedges,
// no additions.
func grave(found []Difference) []Difference {
	return slices.DeleteFunc(slices.Clone(found), func(d Difference) bool { return d.Kind >= Rounded })
}

func (j judged) grave() judged {
	j.verdicts = slices.DeleteFunc(slices.Clone(j.verdicts), func(v verdict) bool {
		return v.kind == "hedge" || v.kind == "rounded" || v.kind == "extra"
	})
	return j
}

// The pairs are cut in two halves; only errors of the first are shown, so that
// the second says how well pairs are judged that nobody looked at.
func TestJudgedPairs(t *testing.T) {
	cases := readJudged(t)
	var all, errors [2]tally
	for _, j := range cases {
		half := 0
		if j.kept() {
			half = 1
		}
		found := Compare(FindChinese(j.zh), FindEnglish(j.en))
		if all[half].count(j, found) && half == 0 {
			t.Logf("%s\n%s\n  judged %v\n  found %s", j.zh, j.en, j.verdicts, tell(found, j))
		}
		errors[half].count(j.grave(), grave(found))
	}
	t.Logf("%d pairs", len(cases))
	for half, name := range []string{"looked at", "kept apart"} {
		t.Logf("%s: all: %v", name, all[half])
		t.Logf("%s: errors: %v", name, errors[half])
	}
	reached := [2][2]int{{99, 97}, {91, 95}}
	for half, h := range all {
		if h.right*100 < reached[half][0]*h.found || h.answered*100 < reached[half][1]*h.asked || h.flagged*50 > h.clean {
			t.Errorf("worse than reached before: %v", h)
		}
	}
}

// A figure that is altered in a good translation is told: nearly always, since
// a year may stand elsewhere in the sentence, and names are not compared.
func TestAlteredFiguresAreTold(t *testing.T) {
	words := strings.NewReplacer("million", "billion", "billion", "million", "percentage points", "percent", "tripled", "doubled",
		"January", "March", "October", "May", "three ", "four ", "five ", "six ", "a.m.", "p.m.", "p.m.", "a.m.", "first half", "second half")
	altered, told := 0, 0
	for _, j := range readJudged(t) {
		if len(j.verdicts) > 0 {
			continue
		}
		mutants := []string{words.Replace(j.en)}
		for i := range len(j.en) {
			if d := j.en[i]; '1' <= d && d <= '9' && !digitAt(j.en, i-1) && letterAt(j.en, i-1) == 0 {
				mutants = append(mutants, j.en[:i]+string((d-'0')%9+'1')+j.en[i+1:])
			}
		}
		for _, m := range mutants {
			if m == j.en {
				continue
			}
			altered++
			if len(Compare(FindChinese(j.zh), FindEnglish(m))) > 0 {
				told++
			}
		}
	}
	t.Logf("%d of %d altered figures are told", told, altered)
	if told*100 < 95*altered {
		t.Errorf("only %d of %d altered figures are told", told, altered)
	}
}

func FuzzCompare(f *testing.F) {
	for _, j := range readJudged(f) {
		f.Add(j.zh, j.en)
	}
	f.Fuzz(func(t *testing.T, zh, en string) {
		a, b := FindChinese(zh), FindEnglish(en)
		for _, v := range [][]Value{a, b} {
			if found := Compare(v, v); len(found) > 0 {
				t.Fatalf("%q, %q: a text differs from itself: %s, %+v", zh, en, found[0].Kind, *found[0].Zh)
			}
		}
		last := -1
		for _, d := range Compare(a, b) {
			if (d.Zh == nil) != (d.Kind == Extra) || d.En == nil && d.Kind != Lost || place(d) < last {
				t.Fatalf("%q, %q: %s, %+v, %+v", zh, en, d.Kind, d.Zh, d.En)
			}
			last = place(d)
		}
	})
}

// tell writes differences as the words they stand on.
func tell(found []Difference, j judged) string {
	var out []string
	for _, d := range found {
		s := d.Kind.String()
		if d.Zh != nil {
			runes := []rune(j.zh)
			s += " " + string(runes[d.Zh.Span.Start:d.Zh.Span.End])
		}
		if d.En != nil {
			s += " ~ " + j.en[d.En.Span.Start:d.En.Span.End]
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

func BenchmarkCompare(b *testing.B) {
	cases := readJudged(b)
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		j := cases[i%len(cases)]
		i++
		Compare(FindChinese(j.zh), FindEnglish(j.en))
	}
}

func BenchmarkCompareLong(b *testing.B) {
	zh := strings.Repeat("到2025年，非化石能源消费比重达到20%左右，森林蓄积量达到180亿立方米，比上年提高1.5个百分点。", 3)
	en := strings.Repeat("By 2025, non-fossil energy will account for about 20 percent of consumption and the forest stock volume will reach 18 billion cubic meters, up 1.5 percentage points. ", 3)
	b.ReportAllocs()
	for b.Loop() {
		Compare(FindChinese(zh), FindEnglish(en))
	}
}

func BenchmarkFindEnglish(b *testing.B) {
	text := strings.Repeat("By 2025, non-fossil energy will account for about 20 percent of consumption, and all regions and departments must take a systematic approach, coordinating development and emission reduction. ", 50)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		FindEnglish(text)
	}
}
