package article

import (
	"strings"

	"duizhao/lang/han"
)

// solver remembers which bytes can stand behind which: the same few readings
// come again and again.
type solver struct{ known map[readKey][]byte }

// readKey is a lead byte and the reading of a character with it.
type readKey struct {
	lead    byte
	reading string
}

// readBytes are the bytes outside ASCII that make of lead a character with
// that reading.
func (s *solver) readBytes(lead byte, reading string) []byte {
	key := readKey{lead, reading}
	out, ok := s.known[key]
	if ok {
		return out
	}
	for _, trail := range gbkTable().byLead[lead] {
		if trail >= 0x80 && han.IsReading(gbkTable().rune(lead, trail), reading) {
			out = append(out, trail)
		}
	}
	s.known[key] = out
	return out
}

// partial is one way to read a chain of runs up to some place.
type partial struct {
	text string
	last [2]byte // the bytes of its last character
}

// maxPartials bounds how many ways are followed.
const maxPartials = 64

// solveChain finds the one text that the unknown bytes make from a broken
// gloss on, which stands behind the character with the bytes before; end is
// where that text, or what could not be solved, ends. A run with several
// solutions may stand right before another broken gloss, whose reading
// depends on its last byte and tells them apart.
func (s *solver) solveChain(text string, broken brokenGloss, before [2]byte) (fixed string, end int, ok bool) {
	ways := []partial{{last: before}}
	for {
		run := runBehind(text, broken)
		ways = s.extend(ways, run, broken.reading)
		next, chained := brokenGlossAt(text, run.end)
		if len(ways) < 2 || len(ways) > maxPartials || !run.lost || !chained {
			if len(ways) == 1 {
				return ways[0].text, run.end, true
			}
			return "", run.end, false
		}
		broken = next
	}
}

// extend reads one more run in every way there is.
func (s *solver) extend(ways []partial, run brokenRun, reading string) []partial {
	var out []partial
	if !run.ok {
		return nil
	}
	for _, way := range ways {
		if !isLead(way.last[1]) {
			continue
		}
		for _, x := range s.readBytes(way.last[1], reading) {
			lead := x
			if n := len(run.bytes); n > 0 {
				lead = run.bytes[n-1]
			}
			ends := []byte{0}
			if run.lost {
				ends = s.readBytes(lead, run.reading)
			}
			for _, y := range ends {
				if text, ok := run.decode(x, y); ok {
					out = append(out, partial{text: way.text + text, last: [2]byte{lead, y}})
				}
			}
		}
	}
	return out
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
