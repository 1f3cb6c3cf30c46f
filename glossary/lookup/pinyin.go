package lookup

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"duizhao/lang/han"
)

// syllablesOf are the readings of r without tones, the commonest first; what
// has no reading reads as itself.
func syllablesOf(r rune) []string {
	var out []string
	for _, reading := range han.Readings(r) {
		if s := plainPinyin(reading); !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	if out == nil {
		return []string{strings.ToLower(string(r))}
	}
	return out
}

// plainPinyin is pinyin in lower case without tones, spaces, apostrophes and
// hyphens; ü is v.
func plainPinyin(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		switch {
		case r == '\u0308': // ü = u + diaeresis
			if text := b.String(); strings.HasSuffix(text, "u") {
				b.Reset()
				b.WriteString(text[:len(text)-1] + "v")
			}
		case unicode.Is(unicode.Mn, r), r == ' ', r == '\'', r == '’', r == '-':
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// uncommon is what a reading costs that is not the commonest of its character.
const uncommon = 1

// fitsReading says whether the letters of q read a Chinese form.
func (q query) fitsReading(f *form) (how How, cost int, ok bool) {
	if q.letters == "" {
		return "", 0, false
	}
	whole := reading{f.readings, true}
	if cost, ok := whole.match(q.letters, true, false); ok {
		return Reading, cost, true
	}
	if cost, ok := whole.match(q.letters, false, true); ok && len(f.readings) > 1 {
		return Initials, cost, true
	}
	if len(q.letters) < 2 {
		return "", 0, false
	}
	part := reading{f.readings, false}
	if cost, ok := part.match(q.letters, true, true); ok {
		return ReadingPart, cost, true
	}
	// Inside a term a few letters would fit much: there they must be syllables.
	for i := 1; i < len(f.readings); i++ {
		if cost, ok := (reading{f.readings[i:], false}).match(q.letters, true, false); ok && len(q.letters) > 3 {
			return Inside, cost + i, true
		}
	}
	return "", 0, false
}

// reading is a Chinese form as syllables.
type reading struct {
	runes [][]string // the readings of each character
	whole bool       // letters must read all of it
}

// match reports whether letters read the form, each character by a syllable,
// by its first letter (or zh, ch, sh), or by either, and what it costs:
// characters left over and uncommon readings.
func (r reading) match(letters string, syllables, initials bool) (cost int, ok bool) {
	if letters == "" {
		return len(r.runes), len(r.runes) == 0 || !r.whole
	}
	if len(r.runes) == 0 {
		return 0, false
	}
	best := -1
	rest := reading{r.runes[1:], r.whole}
	try := func(part string, extra int) {
		tail, found := strings.CutPrefix(letters, part)
		if !found || part == "" {
			return
		}
		if c, ok := rest.match(tail, syllables, initials); ok && (best < 0 || c+extra < best) {
			best = c + extra
		}
	}
	for i, s := range r.runes[0] {
		extra := 0
		if i > 0 {
			extra = uncommon
		}
		if syllables {
			try(s, extra)
			if v := strings.ReplaceAll(s, "v", "u"); v != s {
				try(v, extra)
			}
			// The last syllable may be unfinished where the rest may be left out.
			if !r.whole && strings.HasPrefix(s, letters) && len(letters) > 1 && (best < 0 || len(rest.runes)+extra < best) {
				best = len(rest.runes) + extra
			}
		}
		if initials {
			try(s[:1], extra)
			if len(s) > 2 && s[1] == 'h' {
				try(s[:2], extra)
			}
		}
	}
	return best, best >= 0
}
