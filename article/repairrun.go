package article

import (
	"strings"
	"unicode/utf8"

	"duizhao/lang/han"
)

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
