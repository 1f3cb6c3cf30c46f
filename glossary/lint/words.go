package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"duizhao/glossary"
	"duizhao/lang/english"
	"duizhao/lang/han"
	"duizhao/lang/lexicon"
	"duizhao/lang/span"
)

// tooShort finds terms of two characters that may match anywhere.
func tooShort(g *glossaries, r *reporter) {
	for _, t := range g.terms {
		for _, zh := range chinese(t) {
			if t.Match == glossary.MatchAnywhere && utf8.RuneCountInString(glossary.Key(zh)) <= 2 && strings.ContainsFunc(zh, han.Is) {
				r.add(glossary.Warning, t, "take match: anywhere away", "%s is short and may match anywhere: it will be found inside other words", zh)
			}
		}
	}
}

// neverMatches finds a term that is no word and lies across the words of every
// longer term that has its characters: 国人民 in 中国人民银行.
func neverMatches(g *glossaries, r *reporter) {
	starts := make(map[[2]rune][]string) // by the first two runes: keys of all forms
	for key := range g.byKey {
		runes := []rune(key)
		for i := 0; i+2 <= len(runes); i++ {
			pair := [2]rune{runes[i], runes[i+1]}
			starts[pair] = append(starts[pair], key)
		}
	}
	borders := lexicon.Borders()
	for _, t := range g.terms {
		key := []rune(glossary.Key(t.Zh))
		if t.Match == glossary.MatchAnywhere || len(key) < 2 || lexicon.Frequency(string(key)) > 0 {
			continue
		}
		inside, crossed, left := 0, 0, false
		for _, longer := range starts[[2]rune{key[0], key[1]}] {
			at := strings.Index(longer, string(key))
			if at < 0 || longer == string(key) {
				continue
			}
			inside++
			start := utf8.RuneCountInString(longer[:at])
			if v := borders.Judge([]rune(longer), span.Span{Start: start, End: start + len(key)}); v.Kind == han.Crossed {
				crossed++
				left = left || v.Word.Start < start
			}
		}
		// 国土资源部 in 国土资源部门 is no mistake; to begin inside a word is.
		if crossed == inside && (left || inside > 1) {
			r.add(glossary.Warning, t, "is it cut out of a longer term?", "%s lies across the words of every longer term that it stands in", t.Zh)
		}
	}
}

// capitals finds titles without capitals; bodies may be of a kind: local
// people's governments.
func capitals(g *glossaries, r *reporter) {
	for _, t := range g.terms {
		if t.Kind != glossary.KindTitle || len(t.Senses) > 1 {
			continue
		}
		en := t.Senses[0].Renderings[0].En
		if !strings.ContainsFunc(en, unicode.IsUpper) {
			r.add(glossary.Warning, t, "write it with capitals, or choose another kind", "%s is a title, but %q has no capital", t.Zh, en)
		}
	}
}

// common is how often a word must be known for another to be a slip of it.
const common = 3

// typos finds words that stand once in the whole glossary, are not in the
// lexicon in any form, and are what scanner or fingers make of a common one.
func typos(g *glossaries, r *reporter) {
	known := vocabulary(g)
	for _, t := range g.terms {
		for _, en := range renderingsOf(t) {
			for _, w := range english.Words(en) {
				if hint := slip(w.Text, known); hint != "" {
					r.add(Note, t, "is it "+hint+"?", "%q in %q is known nowhere else", w.Text, en)
				}
			}
		}
	}
}

// vocabulary counts the words of the lexicon, which are many times known, and
// of the glossary.
func vocabulary(g *glossaries) map[string]int {
	known := make(map[string]int)
	count := func(text string, n int) {
		for _, w := range english.Words(text) {
			known[strings.ToLower(w.Text)] += n
		}
	}
	for e := range lexicon.Default().All {
		for _, s := range e.Senses {
			for _, en := range s.En {
				count(en, common)
			}
		}
	}
	for _, t := range g.terms {
		for _, en := range renderingsOf(t) {
			count(en, 1)
		}
	}
	return known
}

// looks are stretches that a scanner takes for each other.
var looks = [][2]string{
	{"rn", "m"}, {"m", "n"}, {"cl", "d"}, {"vv", "w"}, {"ii", "n"}, {"li", "h"}, {"c", "e"}, {"i", "l"}, {"l", "t"}, {"f", "t"}, {"h", "b"}, {"u", "n"}, {"0", "o"}, {"1", "l"}, {"5", "s"},
}

// endings are those of the inflected forms of a word.
var endings = []string{"s", "es", "ed", "d", "ing", "ly", "er", "ers", "al"}

// slip gives the common word that w may be a slip of, or "".
func slip(w string, known map[string]int) string {
	lower := strings.ToLower(w)
	if len(w) < 5 || w != lower || known[lower] > 1 || strings.ContainsAny(w, "-'’") || isForm(lower, known) {
		return ""
	}
	for _, pair := range looks {
		for _, change := range [][2]string{{pair[0], pair[1]}, {pair[1], pair[0]}} {
			for at := range lower {
				rest, found := strings.CutPrefix(lower[at:], change[0])
				if plain := lower[:at] + change[1] + rest; found && known[plain] >= common {
					return plain
				}
			}
		}
	}
	return misspelt(lower, known)
}

// misspelt gives the common word that differs by one letter too many, too few,
// or exchanged with the next.
func misspelt(w string, known map[string]int) string {
	if len(w) < 6 {
		return "" // short words differ by a letter too often
	}
	for i := range w {
		if i+1 < len(w) {
			if turned := w[:i] + w[i+1:i+2] + w[i:i+1] + w[i+2:]; turned != w && known[turned] >= common {
				return turned
			}
		}
		if len(w) == 6 {
			continue
		}
		less := w[:i] + w[i+1:]
		if known[less] >= common && !english.SameLemma(less, w) {
			return less
		}
		for c := 'a'; c <= 'z'; c++ {
			more := w[:i] + string(c) + w[i:]
			if known[more] >= common && !english.SameLemma(more, w) && !english.SameSpelling(more, w) {
				return more
			}
		}
	}
	return ""
}

// isForm reports whether w is an inflected form of a known word, or a known
// word one of w.
func isForm(w string, known map[string]int) bool {
	for _, ending := range endings {
		stem, cut := strings.CutSuffix(w, ending)
		if !cut || len(stem) < 3 {
			continue
		}
		if known[stem] > 0 || known[stem+"e"] > 0 || stem[len(stem)-1] == stem[len(stem)-2] && known[stem[:len(stem)-1]] > 0 || strings.HasSuffix(stem, "i") && known[stem[:len(stem)-1]+"y"] > 0 {
			return true
		}
	}
	return false
}
