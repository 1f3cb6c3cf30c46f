package article

import (
	"strings"
	"unicode/utf8"

	"duizhao/lang/han"
	"duizhao/lang/span"
)

// A converter that works on GBK bytes without looking where characters begin
// takes the second byte of one character and the first of the next for a
// third one, and writes its reading between them: 當地 is AE94 B5D8, 94B5 is
// 數, and AE94 B5 "(shù)" D8… decodes as 當?shù)… with every character behind it
// shifted by one byte, until a byte below 0x80 sets it right. The "(" is
// swallowed by the decoder, and so is B5: one unknown byte.
//
// Repair searches the unknown byte. It must make, with the byte before it, a
// character that is read as the broken gloss says, and with the bytes behind
// it whole characters up to where the text is aligned again. Only where
// exactly one byte does so is the text repaired; else it is damaged.

// brokenGloss is a gloss whose "(" was swallowed, or kept behind the mark of
// what could not be decoded.
type brokenGloss struct {
	start, end int // bytes of the text
	reading    string
}

// brokenGlossAt reads a broken gloss that begins at byte at with ? or U+FFFD.
func brokenGlossAt(text string, at int) (brokenGloss, bool) {
	i := at + lostLen(text[at:])
	if i == at {
		return brokenGloss{}, false
	}
	if i < len(text) && text[i] == '(' {
		i++
	}
	reading, end, ok := readingAt(text, i)
	return brokenGloss{start: at, end: end, reading: reading}, ok
}

// lostLen is the length of the mark of a lost byte at the beginning of s.
func lostLen(s string) int {
	switch {
	case strings.HasPrefix(s, "?"):
		return 1
	case strings.HasPrefix(s, "\uFFFD"):
		return len("\uFFFD")
	}
	return 0
}

// nextLost finds the next mark of a lost byte at or behind byte at, or -1.
func nextLost(text string, at int) int {
	for i := at; i < len(text); i++ {
		if text[i] == '?' || text[i] == 0xEF && strings.HasPrefix(text[i:], "\uFFFD") {
			return i
		}
	}
	return -1
}

// repairLines repairs what can be repaired, and notes the rest as damaged.
// Only documents full of glosses have this damage.
func repairLines(c *cleaning) []span.Span {
	if !c.glossing.full {
		return nil
	}
	var out []span.Span
	s := solver{known: map[readKey][]byte{}}
	for i := range c.lines {
		l := c.lines[i]
		if l.skip != "" {
			continue
		}
		changes, damaged := s.repairText(l.text)
		for _, d := range damaged {
			c.damaged = append(c.damaged, l.sourceOf(d))
		}
		out = c.changeLine(l, changes, stepRepair, "", out)
	}
	return out
}

// repairText finds the broken stretches of text: those with one solution as
// changes, the others as bytes of text.
func (s *solver) repairText(text string) (changes []change, damaged []span.Span) {
	last := change{start: -1, end: -1}
	for at := nextLost(text, 0); at >= 0; {
		broken, ok := brokenGlossAt(text, at)
		if !ok {
			at = nextLost(text, at+1)
			continue
		}
		fixed, end, ok := s.solveChain(text, broken, pairBefore(text, at, last))
		if ok {
			last = change{start: at, end: end, text: fixed}
			changes = append(changes, last)
		} else {
			end = doubtfulEnd(text, end)
			damaged = append(damaged, span.Span{Start: at, End: end})
		}
		at = nextLost(text, end)
	}
	return changes, damaged
}

// pairBefore is the pair of bytes of the character in front of byte at,
// glosses skipped; the zero pair where there is none. Where the stretch in
// front was repaired by last, its last character counts.
func pairBefore(text string, at int, last change) [2]byte {
	for {
		head := text[:at]
		if at == last.end {
			head = last.text
		}
		r, _ := utf8.DecodeLastRuneInString(head)
		if r != ')' || at == last.end {
			return gbkTable().pairs[r]
		}
		open := strings.LastIndexByte(head[max(0, at-maxReading-2):], '(')
		if open < 0 {
			return [2]byte{}
		}
		open += max(0, at-maxReading-2)
		reading, end, ok := readingAt(text, open+1)
		if !ok || end != at {
			return [2]byte{}
		}
		of, _ := utf8.DecodeLastRuneInString(text[:open])
		if open == last.end {
			of, _ = utf8.DecodeLastRuneInString(last.text)
		}
		if !han.IsReading(of, reading) {
			return [2]byte{}
		}
		at = open
	}
}
