package article

import (
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"duizhao/lang/han"
)

// gbk is the two-byte part of GBK in both directions, for the arithmetic of
// [repairRun].
type gbk struct {
	runes  []rune // by pair, see pairIndex; 0 where GBK has no character
	pairs  map[rune][2]byte
	byLead [256][]byte // trail bytes with a Han character, by lead byte
}

const (
	gbkLeadMin, gbkLeadMax   = 0x81, 0xFE
	gbkTrailMin, gbkTrailMax = 0x40, 0xFE
	gbkRow                   = gbkTrailMax - gbkTrailMin + 1
)

// gbkTable decodes every pair once; only damaged documents ever ask for it.
var gbkTable = sync.OnceValue(func() *gbk {
	t := &gbk{
		runes: make([]rune, (gbkLeadMax-gbkLeadMin+1)*gbkRow),
		pairs: make(map[rune][2]byte, 24_000),
	}
	decoder := simplifiedchinese.GBK.NewDecoder()
	for lead := gbkLeadMin; lead <= gbkLeadMax; lead++ {
		for trail := gbkTrailMin; trail <= gbkTrailMax; trail++ {
			text, err := decoder.Bytes([]byte{byte(lead), byte(trail)})
			if err != nil {
				continue
			}
			r, size := utf8.DecodeRune(text)
			if size != len(text) || r == utf8.RuneError || isPrivate(r) {
				continue
			}
			t.runes[pairIndex(byte(lead), byte(trail))] = r
			if _, twice := t.pairs[r]; !twice {
				t.pairs[r] = [2]byte{byte(lead), byte(trail)}
			}
			if han.Is(r) {
				t.byLead[lead] = append(t.byLead[lead], byte(trail))
			}
		}
	}
	return t
})

// pairIndex is the place of a pair in the table; both bytes are in range.
func pairIndex(lead, trail byte) int {
	return int(lead-gbkLeadMin)*gbkRow + int(trail-gbkTrailMin)
}

// rune is the character that GBK writes as lead and trail, 0 for none.
func (t *gbk) rune(lead, trail byte) rune {
	if lead < gbkLeadMin || lead > gbkLeadMax || trail < gbkTrailMin || trail > gbkTrailMax {
		return 0
	}
	return t.runes[pairIndex(lead, trail)]
}

// isLead reports whether b can begin a pair.
func isLead(b byte) bool { return b >= gbkLeadMin && b <= gbkLeadMax }

// isPrivate reports whether r lies in a private-use area: what decoders make
// of bytes that have no character.
func isPrivate(r rune) bool {
	return r >= 0xE000 && r <= 0xF8FF || r >= 0xF0000
}
