package article

import (
	"strings"
	"unicode/utf8"

	"duizhao/lang/english"
	"duizhao/lang/span"
)

// englishPipeline is what is done to an English document: all other steps of
// [pipeline] look for faults and phrases of Chinese pages.
func englishPipeline() []cleaningStep {
	return []cleaningStep{
		{stepInvisible, removeInvisible},
		{stepPages, removePages},
		// Last, as in Chinese: page numbers stand between lines of a sentence.
		{stepParagraphs, joinEnglish},
	}
}

// englishCuts returns the bytes of text at which its sentences end; the last
// one is the end of the text.
func englishCuts(text string) []int {
	sentences := english.Sentences(text)
	cuts := make([]int, 0, len(sentences)+1)
	for k, s := range sentences {
		if k+1 < len(sentences) && !(k == 0 && isNumber(text[s.Start:s.End])) {
			cuts = append(cuts, s.End)
		}
	}
	return append(cuts, len(text))
}

// isNumber reports whether a sentence is nothing but the number of an item:
// 1. or IV. or a.
func isNumber(sentence string) bool {
	number := strings.TrimSuffix(sentence, ".")
	return strings.Trim(number, "0123456789.") == "" || strings.Trim(number, "IVXivx") == "" || len(number) == 1
}

// joinEnglish makes one line of each paragraph of a plain text that was
// wrapped: one whose lines, but for the last before an empty line, are of
// about the same width. Numbered items begin lines of their own.
func joinEnglish(c *cleaning) []span.Span {
	if !c.plain {
		return nil
	}
	content := contentLines(c.lines)
	width := wrapOfEnglish(c, content)
	if width == 0 {
		return nil
	}
	var out []span.Span
	for n := 0; n < len(content); {
		end := n + 1
		for end < len(content) && continues(c.lines[content[end-1]], c.lines[content[end]], width) {
			end++
		}
		if end > n+1 {
			out = append(out, c.joinRun(content[n:end])...)
		}
		n = end
	}
	return out
}

// continues reports whether the wrapped line before goes on in l: it is about
// full, or l begins in the middle of a sentence.
func continues(before, l *line, width int) bool {
	if l.blankBefore || before.kind != l.kind || l.kind == ListItem {
		return false
	}
	first, _ := utf8.DecodeRuneInString(l.text)
	full := utf8.RuneCountInString(before.text)+firstWord(l.text) >= width
	return full || first >= 'a' && first <= 'z'
}

// firstWord is the length of the first word of s, in bytes.
func firstWord(s string) int {
	for i := range len(s) {
		if s[i] == ' ' {
			return i
		}
	}
	return len(s)
}

// wrapOfEnglish is the width at which a text was wrapped, in runes, 0 if it
// was not: lines that another follows directly are as long as words allow.
func wrapOfEnglish(c *cleaning, content []int) int {
	content = content[:min(len(content), wrapSample)]
	width := 0
	for _, i := range content {
		width = max(width, utf8.RuneCountInString(c.lines[i].text))
	}
	if width > maxWrap || width < narrowWrap {
		return 0
	}
	inner, full := 0, 0
	for n := 1; n < len(content); n++ {
		before, l := c.lines[content[n-1]], c.lines[content[n]]
		if l.blankBefore {
			continue
		}
		inner++
		// Ragged right margins differ by some words.
		if (utf8.RuneCountInString(before.text)+firstWord(l.text))*5 >= width*4 {
			full++
		}
	}
	if full*2 < inner || full == 0 {
		return 0
	}
	return width * 4 / 5
}
