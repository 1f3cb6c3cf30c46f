package check

import (
	"strings"

	"duizhao/bitext"
	"duizhao/lang/english"
	"duizhao/lang/span"
)

var spellingVariety = &Rule{
	Name:    "spelling-variety",
	Summary: "British and American spelling are mixed",
	Why: `One document has one spelling: that which the project asks for, or that of most words which tell. Endings in -ize tell
nothing, since British texts of the United Nations have them too; names, glossary renderings and words that both sides write
(towards, archaeology) are left alone. Of 50 findings all were of the other variety.`,
	Bad:      Example{Zh: "中心开展劳动保护项目。\n劳动中心。", En: "The center runs a labor program.\nA Labour centre for labor."},
	Good:     Example{Zh: "中心开展劳动保护项目。", En: "The center runs a labor program."},
	Grades:   []Grade{{"", bitext.Note, Off}},
	Document: checkSpelling,
}

// spelt is a word that tells its variety.
type spelt struct {
	unit    int
	word    english.Word
	british bool
}

func checkSpelling(sc *Scope) []Finding {
	var words []spelt
	british := 0
	for i, s := range sc.Subjects {
		for _, w := range s.Words() {
			b, tells := variety(w.Text)
			if !tells || s.inTerm(s.target(w.Span)) {
				continue
			}
			words = append(words, spelt{i, w, b})
			if b {
				british++
			}
		}
	}
	wantBritish := 2*british > len(words)
	switch sc.Spelling {
	case "us":
		wantBritish = false
	case "gb":
		wantBritish = true
	}
	var out []Finding
	for _, w := range words {
		if w.british == wantBritish {
			continue
		}
		s := sc.Subjects[w.unit]
		name := map[bool]string{true: "British", false: "American"}
		out = append(out, about(w.unit, found("", span.Span{}, s.target(w.word.Span), "%q is %s spelling, the document is %s", w.word.Text, name[w.british], name[wantBritish])))
	}
	return out
}

// inTerm reports whether runes at of the English render a term.
func (s *Subject) inTerm(at span.Span) bool {
	for i := range s.Met {
		if s.Met[i].Target.Overlaps(at) {
			return true
		}
	}
	return false
}

// variety tells whether a word in small letters has British or American
// spelling; tells is false where it has neither.
func variety(word string) (british, tells bool) {
	if len(word) < 4 || !isSmall(word) || eitherSpelling[word] {
		return false, false
	}
	if folded := english.Fold(word); folded != word {
		return true, !strings.Contains(folded, "iz") || strings.Contains(word, "iz")
	}
	return false, isAmerican(word)
}

// eitherSpelling are words that are spelt so on both sides, though not by most.
var eitherSpelling = wordSet("towards backwards forwards upwards downwards afterwards archaeology archaeological archaeologist archaeologists disc discs amidst amongst protestor protestors speciality specialities dialogue dialogues catalogue catalogues")

// isSmall reports whether a word has small letters of ASCII only: iPhone is a
// name.
func isSmall(word string) bool {
	for i := range len(word) {
		if word[i] < 'a' || word[i] > 'z' {
			return false
		}
	}
	return true
}

// changes are what becomes of an American word in British spelling.
var changes = [][2]string{{"or", "our"}, {"er", "re"}, {"ters", "tres"}, {"yze", "yse"}, {"yzing", "ysing"}, {"led", "lled"}, {"ling", "lling"}, {"ler", "ller"}, {"ense", "ence"}, {"program", "programme"}, {"gray", "grey"}}

// isAmerican reports whether word is what some British word is folded to.
func isAmerican(word string) bool {
	for _, c := range changes {
		i := strings.LastIndex(word, c[0])
		if i < 0 {
			continue
		}
		b := word[:i] + c[1] + word[i+len(c[0]):]
		if english.Fold(b) == word {
			return true
		}
	}
	return false
}
