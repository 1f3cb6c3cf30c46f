package han

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed data/places.txt
var placeLines string

// places is what is known about place names; its texts are folded.
type places struct {
	fixed   map[string]string // English forms of whole names
	read    map[string]string // readings, syllables parted by spaces
	longest int               // runes of the longest name in read
}

var knownPlaces = sync.OnceValue(func() places {
	p := places{map[string]string{}, map[string]string{}, 0}
	for line := range entries(placeLines) {
		zh, en, _ := strings.Cut(line, " ")
		if zh = FoldString(zh); en[0] <= 'Z' {
			p.fixed[zh] = en
			continue
		}
		p.read[zh] = en
		p.longest = max(p.longest, utf8.RuneCountInString(zh))
	}
	return p
})

// Pinyin spells a Chinese place name in one word as maps do: no tones, ü kept,
// an apostrophe before a syllable that begins with a, e or o: 石家庄 is
// Shijiazhuang, 西安 Xi'an, 吕梁 Lüliang. Names with a fixed English form give
// that (哈尔滨 Harbin, 陕西 Shaanxi), and heteronyms of known names are read
// right (番禺 Panyu). What is not Han, or has no reading, is kept.
func Pinyin(zh string) string {
	p := knownPlaces()
	if en := p.fixed[FoldString(zh)]; en != "" {
		return en
	}
	var b strings.Builder
	for runes := []rune(zh); len(runes) > 0; {
		syllables, n := p.longestName(runes)
		if n == 0 {
			syllables, n = plainReading(runes[0]), 1
		}
		if syllables == "" {
			b.WriteRune(runes[0])
		}
		for syllable := range strings.FieldsSeq(syllables) {
			joinSyllable(&b, syllable, b.Len() == 0)
		}
		runes = runes[n:]
	}
	return b.String()
}

// longestName returns the readings of the longest known name that runes begin
// with, and its length.
func (p places) longestName(runes []rune) (syllables string, n int) {
	for n = min(p.longest, len(runes)); n > 0; n-- {
		if syllables = p.read[FoldString(string(runes[:n]))]; syllables != "" {
			return syllables, n
		}
	}
	return "", 0
}

// joinSyllable adds a syllable to a word: capital at its beginning, with an
// apostrophe before a vowel elsewhere.
func joinSyllable(b *strings.Builder, syllable string, first bool) {
	switch {
	case first:
		r, size := utf8.DecodeRuneInString(syllable)
		b.WriteString(strings.ToUpper(string(r)))
		syllable = syllable[size:]
	case strings.ContainsRune("aoe", rune(syllable[0])):
		b.WriteByte('\'')
	}
	b.WriteString(syllable)
}

// plainReading returns the commonest reading of r without its tone, that of
// its class where it has none of its own, or "".
func plainReading(r rune) string {
	t := readings()
	set := t.set(r)
	if set == "" {
		set = t.set(Fold(r))
	}
	first, _, _ := strings.Cut(set, ",")
	s, ok := parseSyllable(first)
	if !ok {
		return ""
	}
	return s.String()
}
