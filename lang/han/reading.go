package han

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed data/readings.txt
var readingLines string

// readingTable holds each rune's readings, commonest first, joined by commas.
type readingTable struct {
	of   *table[uint16]
	sets []string // sets[0] is empty
}

var readings = sync.OnceValue(func() readingTable {
	t := readingTable{of: newTable[uint16](), sets: []string{""}}
	for line := range entries(readingLines) {
		set, runes, _ := strings.Cut(line, "\t")
		for _, r := range runes {
			t.of.set(r, uint16(len(t.sets)))
		}
		t.sets = append(t.sets, set)
	}
	return t
})

func (t readingTable) set(r rune) string { return t.sets[t.of.get(r)] }

// variants holds the members of each class of [Fold] under its representative.
var variants = sync.OnceValue(func() map[rune]string {
	m := make(map[rune]string, 4096)
	for line := range entries(characters) {
		rep, size := utf8.DecodeRuneInString(line)
		m[rep] = line[size:]
	}
	return m
})

// Readings returns the readings of r in pinyin with tone marks (NFC), the
// commonest first; nil where none is known. A traditional character has its
// own list, which may be shorter than that of the simplified one.
func Readings(r rune) []string {
	set := readings().set(r)
	if set == "" {
		return nil
	}
	return strings.Split(set, ",")
}

// IsReading reports whether s is the pinyin of one reading of r or of one of
// its script variants. Tones may be written as marks, composed or not, as a
// digit, or not at all; ü also as v or u:, and any case will do.
func IsReading(r rune, s string) bool {
	want, ok := parseSyllable(s)
	if !ok {
		return false
	}
	t := readings()
	if t.has(r, want) {
		return true
	}
	rep := Fold(r)
	if t.has(rep, want) {
		return true
	}
	for _, v := range variants()[rep] {
		if t.has(v, want) {
			return true
		}
	}
	return false
}

func (t readingTable) has(r rune, want syllable) bool {
	for set := t.set(r); set != ""; {
		var one string
		one, set, _ = strings.Cut(set, ",")
		have, ok := parseSyllable(one)
		if ok && have.letters == want.letters && (want.tone == 0 || want.tone == have.tone) {
			return true
		}
	}
	return false
}
