package han

import (
	"strings"
	"sync"
)

// Script names the script of a text as BCP 47 does.
type Script string

// The scripts of [ScriptOf].
const (
	Hans Script = "Hans" // simplified
	Hant Script = "Hant" // traditional
)

// scripts says of characters that only one script writes which one it is.
var scripts = sync.OnceValue(func() *table[int8] {
	t := newTable[int8]()
	for line := range entries(characters) {
		cols := strings.Split(line, "\t")
		for _, r := range cols[1] {
			t.set(r, +1)
		}
		for _, r := range cols[2] {
			t.set(r, -1)
		}
	}
	return t
})

// ScriptOf returns the script of s: the one that most of its telling
// characters belong to, those that only one script writes. It returns ""
// where there are none or as many of each.
func ScriptOf(s string) Script {
	t, sum := scripts(), 0
	for _, r := range s {
		sum += int(t.get(r))
	}
	switch {
	case sum > 0:
		return Hans
	case sum < 0:
		return Hant
	}
	return ""
}
