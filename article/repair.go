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
	for i := range c.lines {
		l := &c.lines[i]
		if l.skip != "" {
			continue
		}
		changes, damaged := repairText(l.text)
		for _, d := range damaged {
			c.damaged = append(c.damaged, l.sourceOf(d))
		}
		out = append(out, c.changeLine(l, changes, stepRepair, "")...)
	}
	return out
}

// repairText finds the broken stretches of text: those with one solution as
// changes, the others as bytes of text.
func repairText(text string) (changes []change, damaged []span.Span) {
	last := change{start: -1, end: -1}
	for at := nextLost(text, 0); at >= 0; {
		broken, ok := brokenGlossAt(text, at)
		if !ok {
			at = nextLost(text, at+1)
			continue
		}
		before := pairBefore(text, at, last)
		run := runBehind(text, broken)
		if fixed, ok := run.solve(before, broken.reading); ok {
			last = change{start: at, end: run.end, text: fixed}
			changes = append(changes, last)
		} else {
			run.end = doubtfulEnd(text, run.end)
			damaged = append(damaged, span.Span{Start: at, End: run.end})
		}
		at = nextLost(text, run.end)
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
		r, size := utf8.DecodeLastRuneInString(head)
		if r != ')' || at == last.end {
			_ = size
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

// brokenRun is what stands behind a broken gloss up to where the text is
// aligned again.
type brokenRun struct {
	ok      bool   // the bytes can be told, and they end aligned
	end     int    // byte of the text behind the run
	bytes   []byte // all bytes of the run behind the unknown one
	lost    bool   // a second unknown byte ends it …
	reading string // … and this is the reading of the character it closes
	after   string // the reading of the last character, which stands behind it
	ascii   string // an ASCII character that the last pair had swallowed
}

// runBehind reads the run behind a broken gloss.
func runBehind(text string, broken brokenGloss) brokenRun {
	run := brokenRun{end: broken.end}
	failed := run
	table := gbkTable()
	for at := broken.end; at < len(text); {
		c := text[at]
		switch {
		case c == '(':
			reading, end, ok := readingAt(text, at+1)
			n := len(run.bytes)
			if !ok || n < 2 || !han.IsReading(table.rune(run.bytes[n-2], run.bytes[n-1]), reading) {
				return failed
			}
			at = end
		case lostLen(text[at:]) > 0:
			second, ok := brokenGlossAt(text, at)
			if !ok {
				// The byte that closes the run is lost, and no reading tells it.
				failed.end = alignedAgain(text, at)
				return failed
			}
			run.ok, run.end, run.lost, run.reading = true, second.end, true, second.reading
			return run
		case c >= gbkTrailMin && c < 0x7F:
			run.bytes = append(run.bytes, c)
			return run.aligned(text, at+1)
		case c < utf8.RuneSelf:
			return failed
		default:
			r, size := utf8.DecodeRuneInString(text[at:])
			pair, ok := table.pairs[r]
			if !ok {
				return failed
			}
			at += size
			run.bytes = append(run.bytes, pair[0])
			if pair[1] == 0x80 {
				return failed // neither ASCII nor the first byte of a pair
			}
			if !isLead(pair[1]) {
				run.ascii = string(rune(pair[1]))
				if end := glossEnd(text, at); end > at && han.IsReading(r, readingIn(text[at:end])) {
					at = end
				}
				return run.aligned(text, at)
			}
			run.bytes = append(run.bytes, pair[1])
		}
	}
	return failed
}

// aligned ends the run in front of byte at, where the text is aligned again.
func (run brokenRun) aligned(text string, at int) brokenRun {
	run.ok, run.end = true, at
	if end := glossEnd(text, at); end > at && run.ascii == "" {
		run.after = readingIn(text[at:end])
	}
	return run
}

// alignedAgain is where the text is aligned for certain, from byte at on: at
// the next ASCII character outside glosses. One below 0x40 is no second byte
// of a pair, so that it can only stand behind a whole character; any other
// may be a second byte itself, and is passed.
func alignedAgain(text string, at int) int {
	for at < len(text) {
		c := text[at]
		switch {
		case lostLen(text[at:]) > 0:
			if broken, ok := brokenGlossAt(text, at); ok {
				at = broken.end
			} else {
				at += lostLen(text[at:])
			}
		case c >= utf8.RuneSelf:
			_, size := utf8.DecodeRuneInString(text[at:])
			at += size
		case glossEnd(text, at) > at:
			at = glossEnd(text, at)
		case c >= gbkTrailMin:
			return glossEnd(text, at+1)
		default:
			return at
		}
	}
	return at
}

// doubtfulEnd passes what stands behind a run that was not repaired and
// depends on its last character: its gloss, or a letter that was taken for
// the second byte of a character behind it, with the gloss of that.
func doubtfulEnd(text string, at int) int {
	if end := glossEnd(text, at); end > at {
		return end
	}
	if at < len(text) && text[at] >= gbkTrailMin && text[at] < 0x7F {
		if end := glossEnd(text, at+1); end > at+1 {
			return end
		}
	}
	return at
}

// readingIn is the reading of a whole gloss.
func readingIn(gloss string) string { return strings.Trim(gloss, "(（)）") }

// glossEnd is the end of a gloss at byte at, or at where there is none.
func glossEnd(text string, at int) int {
	if at < len(text) && text[at] == '(' {
		if _, end, ok := readingAt(text, at+1); ok {
			return end
		}
	}
	return at
}

// solve finds the one text that the unknown bytes make of the run, which
// stands behind the pair before and a gloss of the given reading.
func (run brokenRun) solve(before [2]byte, reading string) (string, bool) {
	if !run.ok || !isLead(before[1]) {
		return "", false
	}
	solution := ""
	for _, x := range readBytes(before[1], reading) {
		lead := x
		if n := len(run.bytes); n > 0 {
			lead = run.bytes[n-1]
		}
		ends := []byte{0}
		if run.lost {
			ends = readBytes(lead, run.reading)
		}
		for _, y := range ends {
			text, ok := run.decode(x, y)
			if !ok {
				continue
			}
			if solution != "" {
				return "", false
			}
			solution = text
		}
	}
	return solution, solution != ""
}

// decode makes text of the run with x in front of it, and y behind it where a
// second byte is lost.
func (run brokenRun) decode(x, y byte) (string, bool) {
	all := append([]byte{x}, run.bytes...)
	if run.lost {
		all = append(all, y)
	}
	var b strings.Builder
	var r rune
	for i := 0; i+1 < len(all); i += 2 {
		if r = gbkTable().rune(all[i], all[i+1]); r == 0 {
			return "", false
		}
		b.WriteRune(r)
	}
	if len(all)%2 != 0 || run.after != "" && !han.IsReading(r, run.after) {
		return "", false
	}
	return b.String() + run.ascii, true
}

// readBytes are the bytes outside ASCII that make of lead a character with
// that reading.
func readBytes(lead byte, reading string) []byte {
	var out []byte
	for _, trail := range gbkTable().byLead[lead] {
		if trail >= 0x80 && han.IsReading(gbkTable().rune(lead, trail), reading) {
			out = append(out, trail)
		}
	}
	return out
}
