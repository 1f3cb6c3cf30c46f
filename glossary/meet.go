package glossary

import (
	"strings"

	"duizhao/lang/english"
)

// fit says how a word or a stretch of English meets a pattern. The zero value
// is the best fit.
type fit struct {
	inflected bool // plural, possessive, verb form, a small gap
	lowered   bool // capitals are missing
	shortened bool // an acronym stands for words of the rendering, or they for it
}

func (f fit) join(o fit) fit {
	return fit{f.inflected || o.inflected, f.lowered || o.lowered, f.shortened || o.shortened}
}

// maxVerbGap is how many words may stand between a verb and its object: "peak
// its carbon emissions".
const maxVerbGap = 3

// at tries p at atoms[i]. end is behind the last atom of it; capitals says
// that the unit tells capitals from small letters.
func (p *pattern) at(atoms []atom, i int, capitals bool) (end int, f fit, ok bool) {
	return p.part(0, len(p.pieces), atoms, i, capitals)
}

// part is at for the pieces [from, to).
func (p *pattern) part(from, to int, atoms []atom, i int, capitals bool) (end int, f fit, ok bool) {
	j := i
	for k := from; k < to; {
		bracket := false
		if k > from {
			n := skipBracket(atoms, j)
			bracket, j = n > j, n
		}
		if j >= len(atoms) || k > from && !gapFits(&p.pieces[k], &atoms[j], bracket) {
			return 0, f, false
		}
		pieces, words, one, ok := p.step(k, to, atoms, j)
		if !ok && k > from {
			var ahead, skipped int
			if ahead, skipped, ok = p.afterGap(k, to, atoms, j); !ok {
				return 0, f, false
			}
			k, j, f.inflected = k+ahead, j+skipped, true
			pieces, words, one, ok = p.step(k, to, atoms, j)
		}
		if !ok {
			return 0, f, false
		}
		if capitals && p.mode != CaseAny && pieces == 1 && words == 1 {
			one.lowered = !p.capsFit(k, &atoms[j], j == 0 || atoms[j].gap == gapHard)
		}
		f = f.join(one)
		k += pieces
		j += words
	}
	return j, f, true
}

// step compares piece k with the word j, and where they differ, one with two
// of the other: cybersecurity is cyber security.
func (p *pattern) step(k, to int, atoms []atom, j int) (pieces, words int, f fit, ok bool) {
	q, a := &p.pieces[k], &atoms[j]
	if f, ok := q.meets(a); ok {
		return 1, 1, f, true
	}
	if len(q.fold) == 0 || len(a.fold) == 0 || q.fold[0] != a.fold[0] {
		return 0, 0, fit{}, false
	}
	if k+1 < to && p.pieces[k+1].gap == gapSoft && isJoin(a, &q.atom, &p.pieces[k+1].atom) {
		return 2, 1, fit{}, true
	}
	if j+1 < len(atoms) && atoms[j+1].gap == gapSoft && isJoin(&q.atom, a, &atoms[j+1]) {
		return 1, 2, fit{}, true
	}
	return p.acronym(k, to, atoms, j)
}

// isJoin reports whether whole is a and b in one word.
func isJoin(whole, a, b *atom) bool {
	if n := len(a.fold); len(whole.fold) == n+len(b.fold) && whole.fold[:n] == a.fold && whole.fold[n:] == b.fold {
		return true
	}
	n := len(a.text) // G20 is G-20, though figures fold to words
	return b.text[0] <= '9' && len(whole.text) == n+len(b.text) && strings.EqualFold(whole.text[:n], a.text) && whole.text[n:] == b.text
}

// afterGap passes over what may stand in only one of the two, so that piece
// k+ahead stands at word j+skipped: an article, and behind a verb a few words of
// its object. Names and avoided forms are met word for word.
func (p *pattern) afterGap(k, to int, atoms []atom, j int) (ahead, skipped int, ok bool) {
	stands := func(k, j int) bool {
		if k >= to || j >= len(atoms) || atoms[j].gap != gapSoft {
			return false
		}
		_, _, _, ok := p.step(k, to, atoms, j)
		return ok
	}
	switch {
	case p.name || p.avoid != nil:
		return 0, 0, false
	case isArticle(atoms[j].fold) && stands(k, j+1):
		return 0, 1, true
	case isArticle(p.pieces[k].fold) && stands(k+1, j):
		return 1, 0, true
	case !p.pieces[k-1].verb || atoms[j].gap != gapSoft:
		return 0, 0, false
	}
	for n := 1; n <= maxVerbGap && j+n < len(atoms) && atoms[j+n].gap == gapSoft; n++ {
		if a := &atoms[j+n-1]; n > 1 && isPreterite(a) {
			break
		}
		if stands(k, j+n) {
			return 0, n, true
		}
	}
	return 0, 0, false
}

// isPreterite reports whether a looks like a verb that has its own subject
// before it: "peak use raised emissions".
func isPreterite(a *atom) bool { return !a.join && strings.HasSuffix(a.fold, "ed") }

// meets compares one word with q, whatever its capitals.
func (q *piece) meets(a *atom) (fit, bool) {
	if q.fold == a.fold {
		return fit{}, true
	}
	if len(q.fold) == 0 || len(a.fold) == 0 || q.fold[0] != a.fold[0] || !q.content {
		return fit{}, false
	}
	w := a.fold
	if last := w[len(w)-1]; last == '\'' || last == 's' {
		w = english.TrimPossessive(w)
	}
	if w == q.fold || q.caps == capsAll && len(w) == len(q.fold)+1 && w[len(q.fold)] == 's' && w[:len(q.fold)] == q.fold ||
		q.numbers && mayBeNumbers(q.fold, w) && (english.IsPlural(q.fold, w) || english.IsPlural(w, q.fold)) ||
		q.verb && english.IsVerbForm(q.fold, w) {
		return fit{inflected: true}, true
	}
	return fit{}, false
}

// mayBeNumbers is a quick test that singular and plural pass: of nearly the
// same length, and alike but for the end; short ones may be irregular (person,
// people).
func mayBeNumbers(a, b string) bool {
	if n := len(a) - len(b); n < -3 || n > 3 {
		return false
	}
	alike := min(len(a), len(b)) - 3
	if alike <= 3 {
		alike = 2
	}
	return alike > len(a) || alike > len(b) || a[:alike] == b[:alike]
}

// gapFits reports whether what stands before a may stand before q: the same,
// less, a comma before "and", or the end of a bracket passed over.
func gapFits(q *piece, a *atom, bracket bool) bool {
	return a.gap <= q.gap || a.gap == gapComma && (q.fold == "and" || q.fold == "or") || bracket && a.gap == gapClose
}

// maxAside is how many words a bracket passed over may have, and one more.
const maxAside = 5

// skipBracket passes over an abbreviation in brackets: "Chinese Certified
// Emission Reduction (CCER) scheme".
func skipBracket(atoms []atom, j int) int {
	if j >= len(atoms) || atoms[j].gap != gapOpen {
		return j
	}
	for n := j; n < len(atoms) && n < j+maxAside; n++ {
		if n > j && atoms[n].gap == gapClose {
			return n
		}
		if n == j && isArticle(atoms[n].fold) {
			continue // (the NDRC)
		}
		if c := capsOf(atoms[n].text); c == capsNone || c == capsFirst {
			return j
		}
	}
	return j
}

// capsFit reports whether a has the capitals of piece k. begins says that a
// begins a sentence, where a capital says nothing.
func (p *pattern) capsFit(k int, a *atom, begins bool) bool {
	q := &p.pieces[k]
	if p.mode == CaseExact {
		n := min(len(q.text), len(a.text))
		if q.text[:n] == a.text[:n] {
			return true
		}
		return begins && n > 0 && q.text[1:n] == a.text[1:n] && strings.EqualFold(q.text[:1], a.text[:1])
	}
	switch q.caps {
	case capsNone:
		return true
	case capsFirst:
		return a.text[0] < 'a' || a.text[0] >= 0x80 // a figure has no capitals
	}
	n := min(len(q.text), len(a.text))
	for i := range n {
		if c := q.text[i]; 'A' <= c && c <= 'Z' && a.text[i] == c|0x20 {
			return false
		}
	}
	return true
}
