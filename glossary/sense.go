package glossary

import (
	"math"
	"slices"

	"duizhao/lang/han"
)

// reach is how many runes may stand between a word of after that has only one
// character and the term: 有 stands in too many words (有关). Longer words reach
// through the clause.
const reach = 8

// maxClause is how many runes a longer word of after reaches at most, where no
// mark ends the clause.
const maxClause = 80

// Distances of cues that have none of their own.
const (
	touching = 0               // what stands at the very edge
	farAway  = math.MaxInt - 2 // somewhere in the text
	noCue    = math.MaxInt - 1 // a sense without cues
	doesNot  = math.MaxInt     // hold
)

// Kinds of blocks.
const (
	unitTitle   = "title"
	unitHeading = "heading"
)

// compiledSense is the When of a sense with its words folded.
type compiledSense struct {
	when                *When
	after, before, with [][]rune
	notAfter, notBefore [][]rune
	unconditional, cues bool
}

func compileSenses(t *Term) []compiledSense {
	out := make([]compiledSense, len(t.Senses))
	for i := range t.Senses {
		w := &t.Senses[i].When
		out[i] = compiledSense{
			when: w, after: foldAll(w.After), before: foldAll(w.Before), with: foldAll(w.With),
			notAfter: foldAll(w.NotAfter), notBefore: foldAll(w.NotBefore),
			unconditional: w.Empty(), cues: w.hasCues(),
		}
	}
	return out
}

func foldAll(words []string) [][]rune {
	var out [][]rune
	for _, w := range words {
		out = append(out, foldRunes(w))
	}
	return out
}

// chooseSense picks the sense whose cue stands nearest to the term at h, and
// the first of those that are equally near; ok is false where none holds.
// ambiguous means that several senses hold without asking for anything.
func (e *compiled) chooseSense(runes []rune, h hit, c Context) (sense int, ambiguous, ok bool) {
	if len(e.term.Senses) == 1 && e.term.Senses[0].When.Empty() {
		return 0, false, true
	}
	e.matching.Do(func() { e.senses = compileSenses(e.term) })
	best := doesNot
	for i := range e.senses {
		s := &e.senses[i]
		switch d := s.distance(runes, h, c); {
		case d < best:
			best, sense = d, i
		case d == noCue && best == noCue:
			ambiguous = s.unconditional && e.senses[sense].unconditional
		}
	}
	return sense, ambiguous && best == noCue, best < doesNot
}

// distance tells how near the nearest cue of s stands, or doesNot.
func (s *compiledSense) distance(runes []rune, h hit, c Context) int {
	w := s.when
	if !inScope(w.Genre, c.Genre) || !inScope(w.House, c.House) || !inScope(w.Block, c.Block) {
		return doesNot
	}
	left, right := runes[:h.start], runes[h.end:]
	if slices.ContainsFunc(s.notAfter, func(word []rune) bool { return endsWith(left, word) }) ||
		slices.ContainsFunc(s.notBefore, func(word []rune) bool { return startsWith(right, word) }) {
		return doesNot
	}
	if !s.cues {
		return noCue
	}
	if w.TitleStart && beginsTitle(left, c) || w.TitleEnd && endsTitle(right, c) ||
		slices.ContainsFunc(s.before, func(word []rune) bool { return startsWith(right, word) }) {
		return touching
	}
	if d := s.afterDistance(left); d < farAway {
		return d
	}
	if slices.ContainsFunc(s.with, func(word []rune) bool { return contains(runes, word) }) {
		return farAway
	}
	return doesNot
}

// afterDistance counts the runes between the nearest word of after and the end
// of left, within the clause; farAway where there is none.
func (s *compiledSense) afterDistance(left []rune) int {
	if len(s.after) == 0 {
		return farAway
	}
	for d := 0; d <= maxClause; d++ {
		left = trimRight(left)
		for _, word := range s.after {
			if (d <= reach || len(word) > 1) && endsWith(left, word) {
				return d
			}
		}
		if len(left) == 0 || endsClause(left[len(left)-1]) {
			break
		}
		left = left[:len(left)-1]
	}
	return farAway
}

func inScope(allowed []string, have string) bool {
	return len(allowed) == 0 || slices.Contains(allowed, have)
}

// endsWith reports whether text ends with word (folded), whatever is ignored
// between.
func endsWith(text, word []rune) bool {
	for i := len(word) - 1; i >= 0; i-- {
		text = trimRight(text)
		if len(text) == 0 || fold(text[len(text)-1]) != word[i] {
			return false
		}
		text = text[:len(text)-1]
	}
	return true
}

// startsWith reports whether text starts with word (folded).
func startsWith(text, word []rune) bool {
	for _, r := range word {
		text = trimLeft(text)
		if len(text) == 0 || fold(text[0]) != r {
			return false
		}
		text = text[1:]
	}
	return true
}

// contains reports whether word (folded) stands in text.
func contains(text, word []rune) bool {
	for i := range text {
		if startsWith(text[i:], word) {
			return true
		}
	}
	return false
}

func trimRight(text []rune) []rune {
	for len(text) > 0 && han.Ignorable(text[len(text)-1]) {
		text = text[:len(text)-1]
	}
	return text
}

func trimLeft(text []rune) []rune {
	for len(text) > 0 && han.Ignorable(text[0]) {
		text = text[1:]
	}
	return text
}

// endsClause reports whether r ends what a verb can govern.
func endsClause(r rune) bool {
	switch r {
	case '，', '。', '；', '：', '！', '？', ',', ';', ':', '!', '?':
		return true
	}
	return false
}

// beginsTitle reports whether a title begins right after left.
func beginsTitle(left []rune, c Context) bool {
	left = trimRight(left)
	if len(left) == 0 {
		return c.Block == unitTitle
	}
	last := left[len(left)-1]
	return last == '《' || last == '〈'
}

// maxBracket is how many runes the bracket at the end of a title may take.
const maxBracket = 40

// endsTitle reports whether a title ends right before right, or after one
// bracket: （试行）》, （2021—2025年）.
func endsTitle(right []rune, c Context) bool {
	right = trimLeft(right)
	if len(right) > 0 && (right[0] == '（' || right[0] == '(') {
		end := slices.IndexFunc(right[:min(len(right), maxBracket)], func(r rune) bool { return r == '）' || r == ')' })
		if end < 0 {
			return false
		}
		right = trimLeft(right[end+1:])
	}
	if len(right) == 0 {
		return c.Block == unitTitle
	}
	return right[0] == '》' || right[0] == '〉'
}
