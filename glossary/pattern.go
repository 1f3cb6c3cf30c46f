package glossary

import "strings"

// pattern is a rendering made ready to be looked for in English.
type pattern struct {
	pieces    []piece
	rendering *Rendering // of an accepted form
	avoid     *Avoid     // of an avoided form
	short     bool       // an abbreviation or a short second mention
	name      bool       // every word of weight has a capital
	length    int        // bytes of the pieces, for "the longest first"
	mode      Case
}

// piece is one word of a pattern.
type piece struct {
	atom
	caps    caps
	verb    bool // met by any form of the verb
	numbers bool // met by its plural or singular as well
	content bool // not a function word
}

// caps is what the capitals of a piece demand.
type caps uint8

const (
	capsNone  caps = iota
	capsFirst      // China
	capsAll        // CCER
	capsInner      // GWh
)

// newPattern makes a pattern of en, which has at least one word. Form says
// which of its words may be inflected; of a name only the head may.
func newPattern(en string, form Form, mode Case) pattern {
	atoms := atomise(nil, en)
	if len(atoms) > 1 && isArticle(atoms[0].fold) {
		atoms = atoms[1:]
	}
	if len(atoms) > 1 && form == FormVerb && atoms[0].fold == "to" {
		atoms = atoms[1:]
	}
	p := pattern{pieces: make([]piece, len(atoms)), name: true, mode: mode}
	for i, a := range atoms {
		p.pieces[i] = piece{atom: a, caps: capsOf(a.text), content: !isFunction(a.fold)}
		p.name = p.name && (p.pieces[i].caps != capsNone || !p.pieces[i].content || a.text[0] <= '9')
		p.length += len(a.fold)
	}
	p.pieces[0].gap = gapSoft
	head := headOf(p.pieces)
	for i := range p.pieces {
		q := &p.pieces[i]
		counted := i > 0 && isCount(p.pieces[i-1].fold) // Two Upholds: no singular
		q.numbers = q.content && !counted && !p.isPluralAdjective() && len(q.fold) > 1 && (!p.name || i == head || i == len(p.pieces)-1)
		q.verb = form == FormVerb && (i == 0 || p.pieces[i-1].fold == "and" || p.pieces[i-1].fold == "or")
	}
	return p
}

// isPluralAdjective reports whether p is a noun made from an adjective, that
// only a plural can be: renewables.
func (p *pattern) isPluralAdjective() bool {
	return len(p.pieces) == 1 && strings.HasSuffix(p.pieces[0].fold, "ables")
}

// headOf is the piece that the phrase is about: the last one before a
// preposition, or the last.
func headOf(pieces []piece) int {
	for i := 1; i < len(pieces); i++ {
		switch pieces[i].fold {
		case "of", "for", "on", "in", "to", "with", "from", "by", "against", "under", "between":
			return i - 1
		}
	}
	return len(pieces) - 1
}

func capsOf(s string) caps {
	upper, lower := 0, 0
	for i := range len(s) {
		switch c := s[i]; {
		case 'A' <= c && c <= 'Z':
			upper++
		case 'a' <= c && c <= 'z':
			lower++
		}
	}
	switch {
	case upper == 0:
		return capsNone
	case lower == 0 && upper > 1:
		return capsAll
	case upper == 1 && 'A' <= s[0] && s[0] <= 'Z':
		return capsFirst
	}
	return capsInner
}

func isCount(w string) bool {
	switch w {
	case "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten":
		return true
	}
	return false
}

func isArticle(w string) bool { return w == "the" || w == "a" || w == "an" }

func isFunction(w string) bool {
	switch w {
	case "the", "a", "an", "and", "or", "of", "for", "on", "in", "to", "with", "from", "by", "against", "under", "between", "as", "at", "its", "their", "is", "are", "be":
		return true
	}
	return false
}

// withoutBracket takes a bracketed abbreviation out of a rendering: a text
// may have "over-the-counter derivatives" for "over-the-counter (OTC)
// derivatives".
func withoutBracket(en string) (bare string, ok bool) {
	before, rest, open := strings.Cut(en, " (")
	inside, after, closed := strings.Cut(rest, ")")
	if c := capsOf(inside); !open || !closed || strings.Contains(inside, " ") || c == capsNone || c == capsFirst {
		return "", false
	}
	return before + after, strings.TrimSpace(before) != ""
}

// patternsOf gives the patterns of a sense: renderings, then short forms.
func (e *compiled) patternsOf(sense int) []pattern {
	e.once.Do(e.compile)
	return e.forms[sense]
}

// avoidsOf gives the patterns that a sense avoids.
func (e *compiled) avoidsOf(sense int) []pattern {
	e.once.Do(e.compile)
	return e.avoids[sense]
}

func (e *compiled) compile() {
	t := e.term
	e.forms, e.avoids = make([][]pattern, len(t.Senses)), make([][]pattern, len(t.Senses))
	for i := range t.Senses {
		s := &t.Senses[i]
		for j := range s.Renderings {
			r := &s.Renderings[j]
			p := newPattern(r.En, r.Form, t.Case)
			p.rendering, p.short = r, r.Form == FormShort
			e.forms[i] = append(e.forms[i], p)
			if bare, ok := withoutBracket(r.En); ok {
				p := newPattern(bare, r.Form, t.Case)
				p.rendering = r
				e.forms[i] = append(e.forms[i], p)
			}
		}
		for _, abbr := range t.Abbr {
			p := newPattern(abbr, FormNoun, t.Case)
			p.short = true
			e.forms[i] = append(e.forms[i], p)
		}
		for j := range s.Avoid {
			p := newPattern(s.Avoid[j].En, FormNoun, CaseAny)
			p.avoid = &s.Avoid[j]
			e.avoids[i] = append(e.avoids[i], p)
		}
	}
}
