package check

import (
	"strings"

	"duizhao/bitext"
	"duizhao/glossary"
	"duizhao/lang/span"
)

var abbreviationFirstUse = &Rule{
	Name:    "abbreviation-first-use",
	Summary: "an abbreviation stands before its full form",
	Why: `The reader meets "MEE" without having been told what it is. Judged for the abbreviations and short forms of glossary
terms, and for any that the document itself introduces later, as in "Full Name (ABC)". Titles and headings may be short, and a bracket that does not spell the letters out introduces them as
well. All of four findings in chapters and sentences were right.`,
	Bad:      Example{Zh: "生态环境部发布公告。\n生态环境部介绍情况。", En: "The MEE issued a notice.\nThe Ministry of Ecology and Environment (MEE) briefed."},
	Good:     Example{Zh: "生态环境部发布公告。\n生态环境部介绍情况。", En: "The Ministry of Ecology and Environment (MEE) issued a notice.\nThe MEE briefed."},
	Grades:   []Grade{{"", bitext.Warning, bitext.Note}},
	Document: checkFirstUse,
}

// firstUses is which names and abbreviations have stood in a document.
type firstUses struct {
	mentions   glossary.Mentions
	told       map[string]bool // reported as early
	introduced map[string]bool // in brackets, in an earlier part
}

func checkFirstUse(sc *Scope) []Finding {
	first := sc.first
	if first == nil {
		first = &newCarried().first
	}
	var out []Finding
	for i, s := range sc.Subjects {
		if isHeading(s.Unit.Block) || s.En == "" {
			continue
		}
		for _, early := range first.mentions.Note(s.Terms, s.Met, s.Context) {
			r := &s.Met[early.Match]
			if first.told[r.En] || unbound(s.Terms[early.Match]) != "" {
				continue
			}
			first.told[r.En] = true
			out = append(out, about(i, s.aboutTerm(early.Match, "", "%q stands here before its full form; write %q", r.En, early.Write)))
		}
	}
	return append(out, earlyAcronyms(sc, first)...)
}

func isHeading(block string) bool { return block == "title" || block == "heading" }

// acronym is where the document introduces an acronym in brackets.
type acronym struct {
	unit int
	at   span.Span // bytes of the English
}

// earlyAcronyms finds the acronyms that stand in a unit before the one that
// introduces them.
func earlyAcronyms(sc *Scope, first *firstUses) []Finding {
	introduced := map[string]acronym{}
	for i, s := range sc.Subjects {
		for _, at := range bracketedAcronyms(s) {
			if _, ok := introduced[s.En[at.Start:at.End]]; !ok {
				introduced[s.En[at.Start:at.End]] = acronym{i, at}
			}
		}
	}
	if len(introduced) == 0 {
		return nil
	}
	var out []Finding
	for i, s := range sc.Subjects {
		if isHeading(s.Unit.Block) {
			continue
		}
		for _, w := range s.Words() {
			a, ok := introduced[w.Text]
			if !ok || i > a.unit || i == a.unit && w.Span.Start >= a.at.Start || first.told[w.Text] || first.introduced[w.Text] {
				continue
			}
			first.told[w.Text] = true
			if opensBracket(s.En[:w.Span.Start]) {
				continue // introduced here, in words that do not spell it out
			}
			out = append(out, about(i, found("", span.Span{}, s.target(w.Span), "%q stands here before the document says what it is", w.Text)))
		}
	}
	for name := range introduced {
		first.introduced[name] = true
	}
	return out
}

// bracketedAcronyms are the acronyms of a text that stand in brackets by
// themselves, behind a word that begins with their first letter or has it as
// the beginning of a capitalised word not far in front.
func bracketedAcronyms(s *Subject) []span.Span {
	var out []span.Span
	for i, from := 0, 0; ; from = i + 1 {
		open := strings.IndexByte(s.En[from:], '(')
		if open < 0 {
			return out
		}
		i = from + open
		end := strings.IndexByte(s.En[i:], ')')
		if end < 0 {
			return out
		}
		if at := (span.Span{Start: i + 1, End: i + end}); isAcronym(s.En[at.Start:at.End]) && spellsOut(s.En[:i], s.En[at.Start:at.End]) {
			out = append(out, at)
		}
	}
}

// opensBracket reports whether text ends with a bracket, a quotation mark in it
// apart.
func opensBracket(text string) bool {
	return strings.HasSuffix(strings.TrimRight(text, "\"'“‘"), "(")
}

// isAcronym reports whether w is three capitals or more.
func isAcronym(w string) bool {
	for i := range len(w) {
		if w[i] < 'A' || w[i] > 'Z' {
			return false
		}
	}
	return len(w) >= 3
}

// spellsOut reports whether the words in front of a bracket begin with the
// letters of the acronym in it, in order, function words apart.
func spellsOut(before, acronym string) bool {
	words := strings.FieldsFunc(before, func(r rune) bool { return r == ' ' || r == '-' })
	letter := len(acronym) - 1
	for i := len(words) - 1; i >= 0 && letter >= 0 && len(words)-i <= 2*len(acronym)+2; i-- {
		if words[i][0]&^0x20 == acronym[letter] {
			letter--
		}
	}
	return letter < 0
}
