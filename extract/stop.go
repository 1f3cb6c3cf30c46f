package extract

import (
	_ "embed"
	"strings"
	"sync"

	"duizhao/lang/han"
	"duizhao/lang/lexicon"
)

//go:embed data/stop.txt
var stopFile string

// stops are the words of data/stop.txt, by section, folded.
var stops = sync.OnceValue(func() map[string]map[string]bool {
	out := map[string]map[string]bool{}
	var section map[string]bool
	for line := range strings.Lines(stopFile) {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "#"), line == "":
		case strings.HasPrefix(line, "["):
			section = map[string]bool{}
			out[strings.Trim(line, "[]")] = section
		default:
			for _, w := range strings.Fields(line) {
				section[han.FoldString(w)] = true
			}
		}
	}
	return out
})

// class says what a word may be in a term.
type class struct{ breaks, start, end bool } // start and end: it may stand there

// functionParts are the parts of speech that no term has in it.
var functionParts = []lexicon.POS{
	lexicon.Adverb, lexicon.Auxiliary, lexicon.Preposition, lexicon.Conjunction, lexicon.Pronoun,
	lexicon.Indefinite, lexicon.Time, lexicon.Localiser, lexicon.Particle,
}

// classOf classes a word, folded: by the list, then by its part of speech.
func classOf(word string) class {
	s := stops()
	c := class{breaks: s["break"][word], start: !s["start"][word], end: !s["end"][word] && !s["post"][word]}
	entry, known := lexicon.Default().LookupFolded(word)
	if !known {
		return c
	}
	if entry.Has(lexicon.Noun) || entry.Has(lexicon.Attribute) {
		return c
	}
	if len([]rune(word)) > 1 {
		for _, p := range functionParts {
			if entry.Has(p) && !entry.Has(lexicon.Verb) && !entry.Has(lexicon.Adjective) {
				c.breaks = true
			}
		}
	}
	if entry.Has(lexicon.Phrase) {
		c.end = false
	}
	return c
}
