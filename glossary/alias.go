package glossary

import (
	"slices"
	"strings"

	"duizhao/lang/han"
)

// aliasMarks introduce a short name for what stands before them.
var aliasMarks = []string{"以下统称为", "以下简称为", "以下统称", "以下简称", "以下称为", "以下称", "下称", "简称为", "简称"}

// maxAlias is the longest short name that is believed, in runes.
const maxAlias = 16

// Aliases finds the short names that a document gives to terms of g, as in
// 《联合国气候变化框架公约》（以下简称《公约》）, and returns a term for each: it
// has the renderings of the full term, its abbreviations, and as a short form
// the head of a name (the Convention). text is the document, or any part of
// it. A short name given twice keeps its first meaning.
func (g *Glossary) Aliases(text string, c Context) []*Term {
	if !strings.Contains(Key(text), "称") {
		return nil
	}
	runes := []rune(text)
	var out []*Term
	for _, m := range g.Match(text, c) {
		alias, ok := aliasAfter(runes[m.Span.End:])
		if !ok || Key(alias) == Key(m.Term.Zh) || slices.ContainsFunc(out, func(t *Term) bool { return Key(t.Zh) == Key(alias) }) {
			continue
		}
		out = append(out, aliasOf(m, alias))
	}
	return out
}

// With is g with the terms of one document on top, see [Glossary.Aliases].
func (g *Glossary) With(terms []*Term) *Glossary {
	if len(terms) == 0 {
		return g
	}
	return New(&File{Terms: g.Terms()}, &File{Terms: terms})
}

// aliasAfter reads the short name that a bracket right after a term gives:
// （以下简称“国合会”）, or the same behind a comma without a bracket.
func aliasAfter(runes []rune) (alias string, ok bool) {
	runes = trimMarks(runes, "》〉")
	if len(runes) == 0 || !strings.ContainsRune("（(，,", runes[0]) {
		return "", false
	}
	bracket := runes[0] == '（' || runes[0] == '('
	rest := trimLeft(runes[1:])
	at := slices.IndexFunc(aliasMarks, func(mark string) bool { return startsWith(rest, foldRunes(mark)) })
	if at < 0 {
		return "", false
	}
	rest = rest[min(len(rest), runesOf(rest, len([]rune(aliasMarks[at])))):]
	quoted := len(rest) > 0 && (han.Ignorable(rest[0]) || rest[0] == '《')
	if !bracket && !quoted {
		return "", false // 简称 is a common word
	}
	rest = trimMarks(rest, "《〈")
	end := slices.IndexFunc(rest, func(r rune) bool { return strings.ContainsRune("》〉”’」』）)，。；", r) })
	if end <= 0 || end > maxAlias {
		return "", false
	}
	return string(rest[:end]), Key(string(rest[:end])) != ""
}

// runesOf is how many runes of text hold n that are not ignored.
func runesOf(text []rune, n int) int {
	for i, r := range text {
		if n == 0 {
			return i
		}
		if !han.Ignorable(r) {
			n--
		}
	}
	return len(text)
}

// trimMarks takes ignored runes and any of marks from the beginning of text.
func trimMarks(text []rune, marks string) []rune {
	for len(text) > 0 && (han.Ignorable(text[0]) || strings.ContainsRune(marks, text[0])) {
		text = text[1:]
	}
	return text
}

// aliasOf makes the term that alias is in this document.
func aliasOf(m Match, alias string) *Term {
	full := m.Term
	t := *full
	t.ID, t.Zh, t.ZhAlso, t.Parts = full.ID+"#"+alias, alias, nil, nil
	sense := Sense{Renderings: slices.Clone(full.Senses[m.Sense].Renderings), Avoid: full.Senses[m.Sense].Avoid}
	for _, r := range full.Senses[m.Sense].Renderings {
		if short, ok := headName(r.En); ok && !slices.ContainsFunc(sense.Renderings, func(o Rendering) bool { return o.En == short }) {
			sense.Renderings = append(sense.Renderings, Rendering{En: short, Form: FormShort})
		}
	}
	t.Senses = []Sense{sense}
	return &t
}

// headName is the head of a name of several words: "Convention" of "United
// Nations Framework Convention on Climate Change".
func headName(en string) (string, bool) {
	p := newPattern(en, FormNoun, CaseSmart)
	if !p.name || len(p.pieces) < 2 {
		return "", false
	}
	head := p.pieces[headOf(p.pieces)]
	return head.text, head.caps == capsFirst
}
