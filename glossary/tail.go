package glossary

import (
	"duizhao/lang/han"
	"duizhao/lang/span"
)

// tails are the words that begin with the last character of many bodies: 商务
// 部门 is a department of commerce, not the Ministry's gate.
func tails() [][2]rune {
	return [][2]rune{{'部', '门'}, {'部', '分'}, {'部', '署'}, {'部', '队'}, {'局', '面'}, {'局', '势'}, {'院', '校'}, {'院', '落'}}
}

// muchRarer is how many times as rare as the tail a word must be that competes
// for its last character, so that it raises no doubt.
const muchRarer = 1000

// tailWord is the word of [tails] that lies across the end of the name at h,
// or an empty span: borders weigh a long name heavier than any word across its
// end. It is not sure where the rest of the word may begin another, 外交部|分析.
// A word that ends the name, as 干部 does, keeps its last character, but where
// it is the whole name and its first one ends a word too: 树干|部分.
func (w *workspace) tailWord(h hit, b *han.Borders) (word span.Span, sure bool) {
	start, end := int(h.start), int(h.end)
	if end-start < 2 || end >= len(w.runes) {
		return span.Span{}, false
	}
	known := func(start, end int) bool {
		return start >= 0 && end <= len(w.runes) && b.Frequency(string(w.runes[start:end])) > 0
	}
	for _, tail := range tails() {
		if fold(w.runes[end-1]) != fold(tail[0]) || fold(w.runes[end]) != fold(tail[1]) {
			continue
		}
		if known(end-2, end) && (end-start > 2 || !known(start-1, start+1)) {
			return span.Span{}, false
		}
		rest := b.Frequency(string(w.runes[end:min(end+2, len(w.runes))]))
		return span.Span{Start: end - 1, End: end + 1}, rest*muchRarer <= b.Frequency(string(tail[:]))
	}
	return span.Span{}, false
}
