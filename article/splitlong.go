package article

import (
	"strings"
	"unicode/utf8"
)

// splitLong cuts segments of more than limit runes at clause marks.
func splitLong(text string, cuts []int, limit int) []int {
	var out []int
	start := 0
	for _, cut := range cuts {
		out = splitClauses(text, start, cut, limit, out)
		out = append(out, cut)
		start = cut
	}
	return out
}

// clauseRank says how well a sentence can be cut behind a mark: ； best, then
// the colon, the comma, and 、 worst; 0 is no mark.
func clauseRank(r rune) int {
	switch r {
	case '；':
		return 4
	case '：':
		return 3
	case '，':
		return 2
	case '、':
		return 1
	}
	return 0
}

// splitClauses cuts text[start:end] so that no part is longer than limit
// runes, as far as its clause marks allow: of the marks in the second half of
// a part the best one is taken, of equals the last; where there is none, the
// last before it; where the part has none at all, the next one. Marks inside
// 《》 do not count.
func splitClauses(text string, start, end, limit int, out []int) []int {
	if end-start <= limit {
		return out // no more runes than bytes
	}
	left := utf8.RuneCountInString(strings.TrimSpace(text[start:end]))
	runes, title := 0, 0
	best, bestRank, bestRunes := -1, 0, 0
	for i := start; i < end && left > limit; {
		r, size := utf8.DecodeRuneInString(text[i:])
		i += size
		runes++
		switch {
		case r == '《':
			title++
		case r == '》' && title > 0:
			title--
		}
		rank := clauseRank(r)
		if rank == 0 || title > 0 {
			continue
		}
		if runes <= limit && (rank >= bestRank || bestRunes*2 < limit) {
			best, bestRank, bestRunes = i, rank, runes
			continue
		}
		if runes <= limit {
			continue
		}
		if best < 0 {
			best, bestRunes = i, runes
		}
		out = append(out, best)
		left -= bestRunes
		i = best
		runes, best, bestRank, bestRunes = 0, -1, 0, 0
	}
	if left > limit && best > 0 {
		out = append(out, best)
	}
	return out
}
