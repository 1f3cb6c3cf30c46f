package glossary

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"duizhao/lang/english"
)

// kin says how a word of a text is related to a word of a rendering.
type kin uint8

const (
	kinNone    kin = iota
	kinSame        // the word itself, another number, a possessive
	kinVerb        // a form of the verb that it is, or is made from
	kinNoun        // a noun made from it as a verb
	kinQuality     // another part of speech: peaceful, neutral, technology
	kinAdverb      // an adverb made from it
	kinAgent       // who does what it names: enforcement, enforcer
)

//go:embed wordforms.txt
var wordformData string

// wordforms is what wordforms.txt says.
type wordforms struct {
	endings []ending
	lists   map[string]map[string]bool
	strange map[[2]string]bool
	kindred map[[2]string]bool
}

// ending is one way in which words are made from others.
type ending struct {
	text  string
	makes kin
	back  []string // what stands in its place in the other word
}

var loadWordforms = sync.OnceValue(func() *wordforms {
	w := &wordforms{lists: make(map[string]map[string]bool), strange: make(map[[2]string]bool), kindred: make(map[[2]string]bool)}
	makes := map[string]kin{"noun": kinNoun, "quality": kinQuality, "adjective": kinQuality, "adverb": kinAdverb}
	section := ""
	for line := range strings.Lines(wordformData) {
		fields := strings.Fields(line)
		switch {
		case len(fields) == 0 || fields[0][0] == '#':
		case fields[0][0] == '[':
			section = strings.Trim(fields[0], "[]")
			w.lists[section] = make(map[string]bool)
		case section == "endings":
			e := ending{text: fields[0], makes: makes[fields[1]], back: fields[2:]}
			if e.makes == kinNone {
				panic(fmt.Sprintf("wordforms.txt: no kind of word: %q", line))
			}
			for i := range e.back {
				e.back[i] = strings.Trim(e.back[i], "-")
			}
			w.endings = append(w.endings, e)
		case section == "strangers":
			w.strange[[2]string{fields[0], fields[1]}] = true
		case section == "kindred":
			w.kindred[[2]string{fields[0], fields[1]}] = true
			w.kindred[[2]string{fields[1], fields[0]}] = true
		default:
			for _, word := range fields {
				w.lists[section][word] = true
			}
		}
	}
	return w
})

// listed reports whether a list of wordforms.txt has the folded word w.
func listed(list, w string) bool { return loadWordforms().lists[list][w] }

// kinOf compares a word of a text with q.
func (q *piece) kinOf(a *atom) kin {
	if !q.content || len(a.fold) == 0 || q.fold[0] != a.fold[0] {
		return kinNone
	}
	if f, ok := q.meets(a); ok {
		if q.verb && f.inflected && !english.IsPlural(q.fold, a.fold) {
			return kinVerb
		}
		return kinSame
	}
	return kinOf(english.TrimPossessive(q.fold), english.TrimPossessive(a.fold))
}

// kinOf says how the folded word b is related to a. Two words made from a third
// by different endings are not: government and governance.
func kinOf(a, b string) kin {
	if len(a) < 3 || len(b) < 3 || a[:3] != b[:3] || max(len(a), len(b)) < 4 {
		return kinNone
	}
	switch w := loadWordforms(); {
	case a == b:
		return kinSame
	case w.strange[[2]string{a, b}] || w.strange[[2]string{b, a}]:
		return kinNone
	case w.kindred[[2]string{a, b}]:
		return kinQuality
	case english.IsPlural(a, b) || english.IsPlural(b, a):
		return kinSame
	case english.SameLemma(a, b):
		if a[len(a)-1] == 's' && b[len(b)-1] == 's' {
			return kinSame // indexes, indices
		}
		return kinVerb
	default:
		if k := w.made(b, a); k != kinNone {
			return k
		}
		if isAgent(a, b) {
			return kinAgent
		}
		if k := w.made(a, b); k == kinNoun {
			return kinVerb
		} else if k != kinNone {
			return kinQuality
		}
	}
	return kinNone
}

// isAgent reports whether b is who does the action a: enforcement, enforcers.
// Only the regular endings tell.
func isAgent(a, b string) bool {
	stem, ok := strings.CutSuffix(a, "ment")
	b = strings.TrimSuffix(b, "s")
	return ok && (b == stem+"er" || stem[len(stem)-1] == 'e' && b == stem+"r")
}

// made says what the folded word made is beside base, if it is made from it.
func (w *wordforms) made(made, base string) kin {
	for i := range w.endings {
		e := &w.endings[i]
		stem, ok := strings.CutSuffix(made, e.text)
		if !ok && e.makes == kinNoun {
			stem, ok = strings.CutSuffix(made, e.text+"s")
		}
		if !ok || len(stem) < 3 {
			continue
		}
		for _, back := range e.back {
			if english.SameLemma(stem+back, base) {
				return e.makes
			}
		}
	}
	return kinNone
}

// isNominal reports whether the folded word w has an ending that makes nouns
// from verbs, so that it is no verb itself.
func isNominal(w string) bool {
	return isAction(w) || slices.ContainsFunc(nominal[:], func(ending string) bool { return strings.HasSuffix(w, ending) })
}

// isAction reports whether the folded word w looks like a noun made from a verb:
// solution, settlement.
func isAction(w string) bool {
	return slices.ContainsFunc(loadWordforms().endings, func(e ending) bool {
		return e.makes == kinNoun && len(e.text) > 2 && (strings.HasSuffix(w, e.text) || strings.HasSuffix(w, e.text+"s"))
	})
}

// nominal are more endings that no verb has.
var nominal = [...]string{"ity", "ness", "ive", "ives", "ship", "cy", "er", "or", "ist", "ism", "y"}

// isAdjective reports whether the folded word w looks like an adjective.
func isAdjective(w string) bool {
	if listed("adjectives", w) {
		return true
	}
	if len(w) < 5 || listed("nouns", w) {
		return false
	}
	for _, ending := range [...]string{"ic", "al", "ive", "ous", "ary", "able", "ible", "ful", "less", "ern"} {
		if strings.HasSuffix(w, ending) {
			return true
		}
	}
	return false
}

// isParticiple reports whether the folded word w looks like a participle.
func isParticiple(w string) bool {
	return len(w) > 3 && (strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "en") || w == "led" || w == "built" || w == "run")
}
