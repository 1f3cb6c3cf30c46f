package glossary

import (
	"strings"
	"sync"

	"duizhao/lang/han"
)

// dash is what all dashes fold to: 昆明—蒙特利尔 is written with many.
const dash = '-'

// fold returns the class of r for comparing terms: [han.Fold], and one class
// for all dashes.
func fold(r rune) rune {
	switch r {
	case '-', '‐', '‑', '‒', '–', '—', '―', '─', '━', '－', '−', '﹣', '﹘', '⸺':
		return dash
	}
	return han.Fold(r)
}

// Key is the identity of a Chinese term: two forms with one key are the same
// term. Script, width, case, quotation marks, ·, white space and the make and
// number of dashes do not count.
func Key(zh string) string {
	var last rune
	return strings.Map(func(r rune) rune {
		if han.Ignorable(r) {
			return -1
		}
		r = fold(r)
		if han.Ignorable(r) || r == dash && last == dash {
			return -1
		}
		last = r
		return r
	}, zh)
}

// foldRunes is Key as a slice of runes.
func foldRunes(zh string) []rune { return []rune(Key(zh)) }

// ignored is the class of runes that say nothing inside a term.
const ignored = -1

// classes holds fold of every rune of the basic plane, or ignored.
var classes = sync.OnceValue(func() *[1 << 16]rune {
	var t [1 << 16]rune
	for r := range rune(len(t)) {
		t[r] = fold(r)
		if han.Ignorable(r) || han.Ignorable(t[r]) {
			t[r] = ignored
		}
	}
	return &t
})
