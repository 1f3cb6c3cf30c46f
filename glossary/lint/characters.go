package lint

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"duizhao/glossary"
	"duizhao/lang/han"
)

// lookAlikes finds letters of other scripts in English, full-width letters,
// and forms of characters that Unicode has for compatibility alone.
func lookAlikes(g *glossaries, r *reporter) {
	for _, t := range g.terms {
		for _, en := range renderingsOf(t) {
			if i := strings.IndexFunc(en, foreign); i >= 0 {
				c := firstRune(en[i:])
				r.add(glossary.Warning, t, "type it again", "%q has %q (%U) in it, which is no Latin letter", en, c, c)
			}
		}
		for _, zh := range chinese(t) {
			for _, c := range zh {
				if plain := norm.NFKC.String(string(c)); plain != string(c) && (han.Is(firstRune(plain)) || unicode.IsLetter(c) && c > 0xFF00) {
					r.add(glossary.Warning, t, "write "+plain, "%s has %q (%U) in it, which looks like %s", zh, c, c, plain)
					break
				}
			}
		}
	}
}

// foreign reports letters that look Latin and are not, and full-width forms.
func foreign(c rune) bool {
	return unicode.In(c, unicode.Cyrillic, unicode.Greek) && !unicode.Is(unicode.Other_Math, c) || c >= 0xFF01 && c <= 0xFF5E || c == '\u2010' || c == '\u2011'
}

func firstRune(s string) rune {
	for _, c := range s {
		return c
	}
	return 0
}

func spaces(g *glossaries, r *reporter) {
	for _, t := range g.terms {
		for _, en := range renderingsOf(t) {
			switch {
			case strings.ContainsAny(en, "\u00A0\u2002\u2003\u2009\u202F\u3000"):
				r.add(glossary.Warning, t, "write a plain space", "%q has a space of another kind in it", en)
			case strings.ContainsAny(en, "\u200B\u200C\u200D\uFEFF\u00AD"):
				r.add(glossary.Warning, t, "type it again", "%q has an invisible character in it", en)
			case strings.Contains(en, "  "):
				r.add(glossary.Warning, t, "write one", "%q has two spaces in it", en)
			case strings.Contains(en, " ,") || strings.Contains(en, "( ") || strings.Contains(en, " )"):
				r.add(glossary.Warning, t, "take it away", "%q has a space before a mark or inside brackets", en)
			case cutWord(en):
				r.add(Note, t, "join the word", "%q may have been cut at the end of a line", en)
			}
		}
	}
}

// cutWord reports a word cut at its hyphen: "develop- ment", but not "small-
// and medium-sized".
func cutWord(en string) bool {
	for rest := en; ; {
		_, after, found := strings.Cut(rest, "- ")
		if !found {
			return false
		}
		next, _, _ := strings.Cut(after, " ")
		if !slices.Contains([]string{"and", "or", "to", "&", "-", "–"}, next) && !strings.Contains(en, " - ") {
			return true
		}
		rest = after
	}
}

// marks finds half-width marks in Chinese, which texts write full-width, and
// brackets that do not close.
func marks(g *glossaries, r *reporter) {
	for _, t := range g.terms {
		for _, zh := range chinese(t) {
			if i := strings.IndexAny(zh, ",;:?!"); i >= 0 && strings.ContainsFunc(zh, han.Is) {
				r.add(Note, t, "write the full-width mark", "%s has %q in it, which Chinese texts write full-width", zh, zh[i:i+1])
			}
		}
		for _, en := range renderingsOf(t) {
			switch last := en[len(en)-1]; {
			case strings.Count(en, "(") != strings.Count(en, ")") || strings.Count(en, "[") != strings.Count(en, "]"):
				r.add(glossary.Warning, t, "close it", "a bracket of %q does not close", en)
			case last == ',' || last == ';' || last == ':':
				r.add(glossary.Warning, t, "take it away", "%q ends with a mark", en)
			}
		}
	}
}

// mixedScript finds a term that is neither simplified nor traditional: it
// matches both all the same, but nobody can read it back.
func mixedScript(g *glossaries, r *reporter) {
	for _, t := range g.terms {
		for _, zh := range chinese(t) {
			simple, full := han.Simplify(zh), han.Traditionalise(zh)
			if zh != simple && zh != full && han.Simplify(full) == simple && han.Traditionalise(simple) == full {
				r.add(Note, t, "write "+simple+" or "+full, "%s has simplified and traditional characters in it", zh)
			}
		}
	}
}
