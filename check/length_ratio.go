package check

import (
	"math"
	"slices"
	"unicode"
	"unicode/utf8"

	"duizhao/bitext"
	"duizhao/lang/han"
	"duizhao/lang/span"
)

var lengthRatio = &Rule{
	Name:    "length-ratio",
	Summary: "the English is far longer or shorter than its Chinese promises",
	Why: `Something was left out, put in, or belongs to another unit. How long English becomes is learned from the document
(median and spread of the logarithm), since a table and a speech differ; short texts are left alone. All of nine findings
in sentences of three machines were real: half of the sentence was gone. People abridge once in a thousand sentences.`,
	Bad: Example{Zh: "会议强调，要坚持稳中求进工作总基调，完整准确全面贯彻新发展理念，扎实推动高质量发展，加快构建新发展格局。", En: "It met."},
	Good: Example{Zh: "会议强调，要坚持稳中求进工作总基调，扎实推动高质量发展。",
		En: "The meeting stressed the principle of seeking progress while maintaining stability, and high-quality development."},
	Grades:   []Grade{{"", bitext.Warning, bitext.Note}},
	Document: checkLength,
}

// What is expected where a document is too small to learn from: some four
// characters of English for one of Chinese, give or take a quarter.
const (
	usualLogRatio  = 1.40
	usualLogSpread = 0.25
	enoughUnits    = 30
	shortestLength = 10.0 // characters of Chinese
	tooFar         = 4.5  // spreads
)

func checkLength(sc *Scope) []Finding {
	ratios := make([]float64, len(sc.Subjects))
	var known []float64
	for i, s := range sc.Subjects {
		zh, en := chineseLength(s.Zh), utf8.RuneCountInString(s.En)
		if zh < shortestLength || en == 0 || s.Unit.Status == bitext.Merged {
			ratios[i] = math.NaN()
			continue
		}
		ratios[i] = math.Log(float64(en) / zh)
		known = append(known, ratios[i])
	}
	middle, spread := usualLogRatio, usualLogSpread
	if len(known) >= enoughUnits {
		middle, spread = middleAndSpread(known)
	}
	var out []Finding
	for i, s := range sc.Subjects {
		off := (ratios[i] - middle) / spread
		if math.IsNaN(off) || math.Abs(off) < tooFar || mostlyChinese(s.En) {
			continue
		}
		word := "longer"
		if off < 0 {
			word = "shorter"
		}
		out = append(out, about(i, found("", span.Span{End: len(s.Runes())}, s.target(span.Span{End: len(s.En)}),
			"%.1f times %s than this document makes one expect", math.Exp(math.Abs(ratios[i]-middle)), word)))
	}
	return out
}

// chineseLength is the length of a Chinese text in characters. A letter or
// figure, which English has as well, counts as a fourth of one, and what stands
// in brackets in Latin letters, the original of a name, not at all.
func chineseLength(zh string) float64 {
	quarters, bracket := 0, -1
	for _, r := range zh {
		switch {
		case han.Is(r):
			quarters += 4
			bracket = -1
		case r == '（' || r == '(':
			bracket = quarters
		case r == '）' || r == ')':
			if bracket >= 0 {
				quarters, bracket = bracket, -1
			}
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			quarters++
		}
	}
	return float64(quarters) / 4
}

// leastSpread keeps a document of very even units from calling small
// differences far.
const leastSpread = 0.15

// middleAndSpread are the median of values and 1.48 times the median distance
// from it, which for a normal distribution is the standard deviation. It sorts
// values.
func middleAndSpread(values []float64) (middle, spread float64) {
	slices.Sort(values)
	middle = values[len(values)/2]
	distances := make([]float64, len(values))
	for i, v := range values {
		distances[i] = math.Abs(v - middle)
	}
	slices.Sort(distances)
	return middle, max(1.48*distances[len(distances)/2], leastSpread)
}
