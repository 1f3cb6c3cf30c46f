package article

import (
	"slices"
	"strings"
	"unicode/utf8"

	"duizhao/lang/han"
	"duizhao/lang/span"
)

// findDamage notes what is broken and stays so: U+FFFD, characters of the
// private-use areas, marks of lost characters, and what is left of full-width
// glosses. It changes nothing.
func findDamage(c *cleaning) []span.Span {
	c.lossy = c.glossing.full || strings.Contains(c.src, "\uFFFD") ||
		strings.Count(c.src, "，") > strings.Count(c.src, ",")
	for i := range c.lines {
		l := c.lines[i]
		if l.skip != "" {
			continue
		}
		for _, d := range damageIn(l.text, c.lossy) {
			c.damaged = append(c.damaged, l.sourceOf(d))
		}
		if c.glossing.full {
			for _, d := range brokenFullGlosses(l.text) {
				c.damaged = append(c.damaged, l.sourceOf(d))
			}
		}
	}
	c.damaged = mergeSpans(c.damaged)
	return c.damaged
}

// damageIn finds the broken places of text, in bytes.
func damageIn(text string, lossy bool) []span.Span {
	var out []span.Span
	add := func(start, end int) {
		if n := len(out); n > 0 && out[n-1].End == start {
			out[n-1].End = end
			return
		}
		out = append(out, span.Span{Start: start, End: end})
	}
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '?':
			if end := lostMarksEnd(text, i); lossy && end > i {
				add(i, end)
				i = end - 1
			}
		case c == 0xEE || c == 0xEF || c >= 0xF3:
			r, size := utf8.DecodeRuneInString(text[i:])
			if r == utf8.RuneError || isPrivate(r) {
				add(i, i+size)
				i += size - 1
			}
		}
	}
	return out
}

// lostMarksEnd is the end of a run of question marks at byte at of text that
// stand for lost characters: right between two Han characters, glosses aside,
// in a clause that asks nothing. It is at where they do ask.
func lostMarksEnd(text string, at int) int {
	end := at
	for end < len(text) && text[end] == '?' {
		end++
	}
	after, _ := utf8.DecodeRuneInString(text[end:])
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	if before == ')' {
		if open := strings.LastIndexByte(text[max(0, at-maxReading-2):at], '('); open >= 0 {
			before, _ = utf8.DecodeLastRuneInString(text[:max(0, at-maxReading-2)+open])
		}
	}
	if !han.Is(before) || !han.Is(after) || asks(text[:at]) {
		return at
	}
	return end
}

// questionWords make a question of the clause they stand in.
const questionWords = "吗嗎呢么麼吧何谁誰哪否几幾怎啥嘛岂豈孰难難多"

// clauseBytes is how far back a clause is searched for a question word.
const clauseBytes = 120

// asks reports whether the clause at the end of text holds a question word,
// or a verb in its A-not-A form: 是不是, 能不能, 有没有.
func asks(text string) bool {
	limit := len(text) - clauseBytes
	var next, nextButOne rune
	for len(text) > 0 && len(text) > limit {
		r, size := utf8.DecodeLastRuneInString(text)
		text = text[:len(text)-size]
		if strings.ContainsRune("。！？；!?;", r) {
			return false
		}
		if strings.ContainsRune(questionWords, r) {
			return true
		}
		if r == nextButOne && (next == '不' || next == '没' || next == '沒') {
			return true
		}
		next, nextButOne = r, next
	}
	return false
}

// mergeSpans puts spans in order and joins those that touch.
func mergeSpans(spans []span.Span) []span.Span {
	slices.SortFunc(spans, func(a, b span.Span) int { return a.Start - b.Start })
	out := spans[:0]
	for _, s := range spans {
		if n := len(out); n > 0 && s.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}
