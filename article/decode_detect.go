package article

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"duizhao/lang/span"
)

// How much of the data is looked at: windows of so many bytes, spread evenly.
const (
	windowBytes = 8 << 10
	windowCount = 8
)

// declaredBonus is what a declaration is worth, in bits: enough to decide
// between near scores, nothing against two or three common characters.
const declaredBonus = 24

// An input is refused as not text where its likeliest reading still costs more
// than maxBitsPerByte, or more than maxBadShare of its characters are control
// characters or undecodable. Chinese and English prose cost 4 to 7 bits.
const (
	maxBitsPerByte = 9.5
	maxBadShare    = 0.2
)

// detect finds the scheme in which data is the likeliest text: the one with
// the fewest bits, where common characters cost few and impossible ones many.
// hint is the scheme that data declares, or nil.
func detect(data string, hint *scheme) (*scheme, error) {
	var best *scheme
	var bestScore score
	bestBits := 0.0
	for _, s := range schemes {
		got := measure(s, data, windows(data))
		bits := got.bits
		if s == hint {
			bits -= declaredBonus
		}
		if best == nil || bits < bestBits {
			best, bestScore, bestBits = s, got, bits
		}
	}
	perByte := bestScore.bits / float64(max(bestScore.bytes, 1))
	badShare := float64(bestScore.bad) / float64(max(bestScore.runes, 1))
	if perByte > maxBitsPerByte || badShare > maxBadShare {
		return nil, fmt.Errorf("%w: its bytes make sense in no encoding that Chinese is written in; if it is text after all, name its encoding", ErrNotText)
	}
	return best, nil
}

// score is how well data reads in one scheme.
type score struct {
	bits       float64
	bytes      int
	runes, bad int
}

func measure(s *scheme, data string, at []span.Span) score {
	var sc score
	for _, w := range at {
		piece := data[w.Start:w.End]
		sc.bytes += len(piece)
		for len(piece) > 0 {
			if len(piece) < 4 && w.End < len(data) {
				break // perhaps the beginning of a character that the window cuts
			}
			r, size := s.next(piece)
			bits := cost(r)
			sc.bits += bits
			sc.runes++
			if bits >= costControl {
				sc.bad++
			}
			piece = piece[size:]
		}
	}
	return sc
}

// windows chooses the stretches to look at. Each begins at the start of a line
// that has bytes beyond ASCII near it, where a character surely begins in all
// encodings but UTF-16; for that one they begin at even places.
func windows(data string) []span.Span {
	if len(data) <= windowBytes*windowCount {
		return []span.Span{{Start: 0, End: len(data)}}
	}
	var out []span.Span
	from := 0
	for i := range windowCount {
		start := max(from, i*(len(data)/windowCount))
		if start >= len(data) {
			break
		}
		if high := strings.IndexFunc(data[start:], func(r rune) bool { return r >= utf8.RuneSelf }); high >= 0 {
			start += high
		}
		start = lineStart(data, start, from)
		end := min(start+windowBytes, len(data))
		out = append(out, span.Span{Start: start, End: end})
		from = end
	}
	return out
}

// lineStart goes back from at to the beginning of its line, but not beyond
// floor or further than half a window, and gives an even place.
func lineStart(data string, at, floor int) int {
	low := max(floor, at-windowBytes/2)
	if i := strings.LastIndexByte(data[low:at], '\n'); i >= 0 {
		return (low + i + 1) &^ 1
	}
	return low &^ 1
}

// What characters cost, in bits: about the negative logarithm of their share
// in Chinese text.
const (
	costASCII   = 6.5
	costMark    = 6  // ，。、《》
	costCommon  = 9  // of the list data/decode_common.txt
	costKnown   = 14 // of the first levels of GB 2312 and Big5
	costHan     = 20
	costOther   = 22 // other scripts and symbols
	costRare    = 26 // Han beyond the first block, compatibility forms
	costControl = 32
	costBad     = 40
)

func cost(r rune) float64 {
	switch {
	case r == bad:
		return costBad
	case r >= ' ' && r < 0x7F || r == '\n' || r == '\r' || r == '\t':
		return costASCII
	case r < ' ' || 0x7F <= r && r < 0xA0 && r != 0x85:
		return costControl
	case 0x4E00 <= r && r <= 0x9FFF:
		return float64(hanCosts()[r-0x4E00])
	case strings.ContainsRune("，。、；：？！“”‘’（）《》〈〉【】〔〕—…·％　０１２３４５６７８９①②③④⑤⑥⑦⑧⑨⑩「」『』\u00A0", r):
		return costMark
	case 0xE000 <= r && r <= 0xF8FF || r >= 0xFFF0 || unicode.Is(unicode.Han, r):
		return costRare
	default:
		return costOther
	}
}

//go:embed data/decode_common.txt
var commonHan string

// hanCosts is what each character of the first Han block costs, from U+4E00.
var hanCosts = sync.OnceValue(func() *[0x9FFF - 0x4E00 + 1]uint8 {
	costs := new([0x9FFF - 0x4E00 + 1]uint8)
	set := func(r rune, bits uint8) {
		if 0x4E00 <= r && r <= 0x9FFF {
			costs[r-0x4E00] = bits
		}
	}
	for i := range costs {
		costs[i] = costHan
	}
	for lead := 0xB0; lead <= 0xD7; lead++ { // GB 2312, level 1
		for trail := 0xA1; trail <= 0xFE; trail++ {
			set(gbkPairs()[(lead&0x7F)<<8|trail], costKnown)
		}
	}
	for lead := 0xA4; lead <= 0xC6; lead++ { // Big5, level 1
		for trail := 0x40; trail <= 0xFE; trail++ {
			set(big5Pairs()[(lead&0x7F)<<8|trail], costKnown)
		}
	}
	for text := range strings.Lines(commonHan) {
		if strings.HasPrefix(text, "#") {
			continue
		}
		for _, r := range text {
			set(r, costCommon)
		}
	}
	return costs
})
