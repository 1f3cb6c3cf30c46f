package han

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed data/characters.txt
var characters string

//go:embed data/compat.txt
var compat string

//go:embed data/radicals.txt
var radicals string

// foldTable holds the representative of every rune that is not its own.
type foldTable struct{ *table[rune] }

// rep is [Fold] for callers that hold the table already.
func (t foldTable) rep(r rune) rune {
	if r < utf8.RuneSelf {
		return lower(r)
	}
	if rep := t.get(r); rep != 0 {
		return rep
	}
	return r
}

var classes = sync.OnceValue(func() foldTable {
	t := newTable[rune]()
	for line := range entries(characters) {
		rep, size := utf8.DecodeRuneInString(line)
		for _, r := range line[size:] {
			if r != rep && r != '\t' {
				t.set(r, rep)
			}
		}
	}
	for _, pairs := range []string{compat, radicals} {
		for line := range entries(pairs) {
			foldPairs(t, line)
		}
	}
	for r := rune('!'); r <= '~'; r++ {
		t.set(r-'!'+'！', lower(r))
	}
	t.set('\u3000', ' ')
	return foldTable{t}
})

// foldPairs sends each first rune of pairs to the class of the second.
func foldPairs(t *table[rune], pairs string) {
	for pairs != "" {
		from, n := utf8.DecodeRuneInString(pairs)
		to, m := utf8.DecodeRuneInString(pairs[n:])
		if rep := t.get(to); rep != 0 {
			to = rep
		}
		if from != to {
			t.set(from, to)
		}
		pairs = pairs[n+m:]
	}
}

func lower(r rune) rune {
	if 'A' <= r && r <= 'Z' {
		return r + 'a' - 'A'
	}
	return r
}

// Fold returns the representative of all runes that a glossary takes for the
// same as r: the usual simplified character for its traditional and regional
// variants, compatibility ideographs and radicals, half-width ASCII for
// full-width, lower case for ASCII upper case. It is for comparing, not for
// showing: 乾 (as in 乾坤), 幹 and 干 fold to one rune. Fold(Fold(r)) == Fold(r).
func Fold(r rune) rune {
	if r < utf8.RuneSelf {
		return lower(r)
	}
	return classes().rep(r)
}

// FoldString folds s rune for rune; the number of runes stays. A byte that is
// not UTF-8 becomes U+FFFD.
func FoldString(s string) string {
	t := classes()
	for i, r := range s {
		if t.rep(r) != r || r == utf8.RuneError {
			return foldFrom(t, s, i)
		}
	}
	return s
}

// foldFrom folds s, of which the first i bytes are folded already.
func foldFrom(t foldTable, s string, i int) string {
	var b strings.Builder
	b.Grow(len(s))
	b.WriteString(s[:i])
	for _, r := range s[i:] {
		b.WriteRune(t.rep(r))
	}
	return b.String()
}

// Key returns what identifies a term or a segment whatever its typography:
// FoldString(s) without the runes that are [Ignorable]. Key(Key(s)) == Key(s).
func Key(s string) string {
	return strings.Map(func(r rune) rune {
		if Ignorable(r) {
			return -1
		}
		return r
	}, FoldString(s))
}

// Ignorable reports whether r says nothing about the identity of a term: white
// space, quotation marks, the dots between the parts of a foreign name or a
// date (·), and invisible format characters. 、 is not ignorable.
func Ignorable(r rune) bool {
	switch r {
	case '"', '\'', '“', '”', '‘', '’', '„', '‟', '‚', '‛', '「', '」', '『', '』', '﹁', '﹂', '﹃', '﹄', '〝', '〞', '〟', '＂', '＇', '«', '»', '‹', '›':
		return true
	case '·', '•', '‧', '∙', '⋅', '・', '･', '᛫', '⸱':
		return true
	case '\u00AD', '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF':
		return true
	}
	return unicode.IsSpace(r)
}
