// Package lint promises to find what makes a glossary unsafe or untidy though
// it can be read: renderings that contradict each other, characters that look
// like others, terms that cannot match, what looks like a slip of a scanner.
// What it says deserves a look; each rule says why, and what to do.
//
// Start with [Check]. The package changes nothing; what makes a file unusable
// is found by [glossary.Parse] before.
package lint

import (
	"fmt"
	"slices"

	"duizhao/glossary"
)

// Note is the severity of what is worth a look and may well be right.
const Note glossary.Severity = "note"

// Rule is one thing that is looked for.
type Rule struct {
	Name    string // "shared-rendering"
	Summary string // one line
	check   func(*glossaries, *reporter)
}

// Rules lists all rules, in the order in which they report at one entry.
func Rules() []Rule {
	return []Rule{
		{"look-alike", "a character that looks like another: Cyrillic а, full-width Ａ, a Kangxi radical", lookAlikes},
		{"spaces", "spaces at the wrong place, or of the wrong kind, in English", spaces},
		{"half-width", "a half-width mark in Chinese, or an unclosed bracket", marks},
		{"mixed-script", "simplified and traditional characters in one term", mixedScript},
		{"too-short", "a term so short that it matches in other words", tooShort},
		{"never-matches", "a term that stands across the words of every longer term it stands in", neverMatches},
		{"capitals", "a title without capitals", capitals},
		{"typo", "a word that is known nowhere and looks like a known one: deve1opment, govermment", typos},
		{"shared-rendering", "one preferred rendering for two terms", sharedRenderings},
		{"avoided-elsewhere", "a rendering that another entry for the same characters avoids", avoidedElsewhere},
		{"succession", "a predecessor or successor that is not there, or not at that time", successions},
		{"deprecated-part", "a part that is deprecated", deprecatedParts},
	}
}

// Finding is something to look at.
type Finding struct {
	Rule string
	Term *glossary.Term
	glossary.Diagnostic
}

// glossaries is what the rules look at.
type glossaries struct {
	terms []*glossary.Term
	byID  map[string]*glossary.Term // and by Chinese
	byKey map[string][]*glossary.Term
}

// reporter collects the findings of one rule.
type reporter struct {
	rule string
	out  *[]Finding
}

func (r *reporter) add(severity glossary.Severity, t *glossary.Term, hint, format string, args ...any) {
	*r.out = append(*r.out, Finding{Rule: r.rule, Term: t, Diagnostic: glossary.Diagnostic{
		File: t.Pos.File, Line: t.Pos.Line, Column: t.Pos.Column, Severity: severity,
		Message: fmt.Sprintf(format, args...), Hint: hint,
	}})
}

// Check looks at the terms of a file, or of a stack of files, and gives what
// it finds in the order of the files.
func Check(terms []*glossary.Term) []Finding {
	g := &glossaries{terms: terms, byID: make(map[string]*glossary.Term), byKey: make(map[string][]*glossary.Term)}
	for _, t := range terms {
		g.byID[t.ID], g.byID[t.Zh] = t, t
		for _, zh := range chinese(t) {
			g.byKey[glossary.Key(zh)] = append(g.byKey[glossary.Key(zh)], t)
		}
	}
	var out []Finding
	for _, rule := range Rules() {
		rule.check(g, &reporter{rule.Name, &out})
	}
	place := make(map[*glossary.Term]int, len(terms))
	for i, t := range terms {
		place[t] = i
	}
	slices.SortStableFunc(out, func(a, b Finding) int { return place[a.Term] - place[b.Term] })
	return out
}

// chinese is every Chinese form of t.
func chinese(t *glossary.Term) []string { return append([]string{t.Zh}, t.ZhAlso...) }

// renderingsOf is every English text of t, avoided forms apart, each once.
func renderingsOf(t *glossary.Term) []string {
	var out []string
	add := func(en string) {
		if !slices.Contains(out, en) {
			out = append(out, en)
		}
	}
	for _, s := range t.Senses {
		for _, r := range s.Renderings {
			add(r.En)
		}
	}
	for _, a := range t.Abbr {
		add(a)
	}
	return out
}
