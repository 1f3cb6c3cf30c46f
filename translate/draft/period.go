package draft

import (
	"strings"

	"duizhao/lang/han"
	"duizhao/lang/number"
	"duizhao/lang/span"
)

// inWord reports whether a word of the lexicon holds the figure at and more,
// so that it is no figure: 下一步, 第一时间.
func (t *tokeniser) inWord(at span.Span) bool {
	for start := max(0, at.Start-2); start <= at.Start; start++ {
		for end := at.End; end <= min(at.End+3, len(t.runes)); end++ {
			word := span.Span{Start: start, End: end}
			if word.Len() <= at.Len() || !t.free(word) {
				continue
			}
			if _, ok := t.lexicon.LookupFolded(t.text(word)); ok {
				return true
			}
		}
	}
	return false
}

// stretchOfTime makes one token of a number of years, months or days and the
// words around it that tell where it lies: 近五年来 "over the past five years",
// 每两年 "every two years". It reports whether such words are there.
func (t *tokeniser) stretchOfTime(v number.Value) (token, bool) {
	switch v.Unit {
	case "year", "month", "week", "day":
	default:
		return token{}, false
	}
	tok := token{kind: date, at: v.Span, en: v.English()}
	past := t.startAt(&tok.at, "过去")
	switch since := t.upTo(&tok.at, "以来", "来"); {
	case past || since:
		if since {
			t.startAt(&tok.at, "最近", "近", "这")
		}
		tok.preposition, tok.en = "over", "the past "+bareCount(tok.en)
	case t.startAt(&tok.at, "未来", "今后", "接下来"):
		tok.preposition, tok.en = "over", "the next "+bareCount(tok.en)
	case t.opens(v.Span, "近") && t.startAt(&tok.at, "最近", "近"):
		tok.preposition, tok.en = "over", "the past "+bareCount(tok.en)
	case v.Unit != "day" && t.opens(v.Span, "") && t.upTo(&tok.at, "前"):
		tok.en += " ago"
	case !v.Range && t.startAt(&tok.at, "连续"):
		if n, unit, ok := strings.Cut(tok.en, " "); ok {
			tok.preposition, tok.en = "for", n+" consecutive "+unit
		}
	case t.startAt(&tok.at, "每") && !v.Range:
		tok.en = "every " + strings.TrimPrefix(bareCount(tok.en), "one ")
	default:
		return token{}, false
	}
	tok.zh = t.text(tok.at)
	return tok, true
}

// opens reports whether at, with before in front of it, opens a clause.
func (t *tokeniser) opens(at span.Span, before string) bool {
	start := at.Start - len(before)/len("近")
	return start == 0 || start > 0 && !han.Is(t.runes[start-1])
}

// partOfDay adds 上午 and its like to a day: "the morning of March 12".
func (t *tokeniser) partOfDay(day *token) {
	if !day.day || !t.upTo(&day.at, "上午", "下午", "晚上", "凌晨", "中午", "傍晚") {
		return
	}
	part := map[string]string{"上": "morning", "下": "afternoon", "晚": "evening", "凌": "small hours", "中": "noon", "傍": "evening"}
	first := t.text(span.Span{Start: day.at.End - 2, End: day.at.End - 1})
	day.en = "the " + part[first] + " of " + day.en
	day.zh = t.text(day.at)
}

// ofYear adds 去年 and its like to a month or day: "December last year".
func (t *tokeniser) ofYear(day *token) {
	for _, year := range [...][2]string{{"去年", "last year"}, {"今年", "this year"}, {"明年", "next year"}} {
		if t.startAt(&day.at, year[0]) {
			day.en += " " + year[1]
			day.zh = t.text(day.at)
		}
	}
}

// once reports whether v is 一次 behind 每两年, where English says no more than
// "every two years". before are the figures before it.
func once(before []token, v number.Value) bool {
	if v.Counter != "次" || v.N != number.Int(1) || len(before) == 0 {
		return false
	}
	last := before[len(before)-1]
	return last.kind == date && strings.HasPrefix(last.en, "every ") && v.Span.Start-last.at.End <= nearOnce
}

// nearOnce is how far 一次 may stand behind 每两年: 每两年举行一次.
const nearOnce = 4

// bareCount is a count behind "the past": of "one year" it is "year".
func bareCount(en string) string { return strings.TrimPrefix(en, "one ") }

// upTo moves the end of at behind the first of words that stands there, and
// reports whether one does.
func (t *tokeniser) upTo(at *span.Span, words ...string) bool {
	for _, w := range words {
		longer := span.Span{Start: at.End, End: at.End + len(w)/len("来")}
		if longer.End <= len(t.runes) && t.free(longer) && t.text(longer) == w {
			at.End = longer.End
			return true
		}
	}
	return false
}

// startAt moves the beginning of at before the first of words that ends there,
// and reports whether one does.
func (t *tokeniser) startAt(at *span.Span, words ...string) bool {
	for _, w := range words {
		longer := span.Span{Start: at.Start - len(w)/len("来"), End: at.Start}
		if longer.Start >= 0 && t.free(longer) && t.text(longer) == w {
			at.Start = longer.Start
			return true
		}
	}
	return false
}
