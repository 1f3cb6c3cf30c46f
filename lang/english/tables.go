package english

import (
	"embed"
	"iter"
	"strings"
	"sync"
)

//go:embed data/*.txt
var data embed.FS

// rows yields the lines of an embedded table that are neither empty nor
// comments: the key before the first colon and the words behind it.
func rows(name string) iter.Seq2[string, []string] {
	text, err := data.ReadFile("data/" + name)
	if err != nil {
		panic(err) // the file is part of the program
	}
	return func(yield func(string, []string) bool) {
		for line := range strings.Lines(string(text)) {
			line = strings.TrimSpace(line)
			if line == "" || line[0] == '#' {
				continue
			}
			key, rest, _ := strings.Cut(line, ":")
			if !yield(key, strings.Fields(rest)) {
				return
			}
		}
	}
}

// wordSets loads a table whose lines are "name: word word …"; a name may come
// more than once.
func wordSets(name string) map[string]map[string]bool {
	sets := make(map[string]map[string]bool)
	for key, words := range rows(name) {
		if sets[key] == nil {
			sets[key] = make(map[string]bool, len(words))
		}
		for _, w := range words {
			sets[key][w] = true
		}
	}
	return sets
}

// nouns is what is irregular about nouns; all keys are folded.
type nouns struct {
	plurals   map[string][]string // singular to its plurals, the usual one first
	singulars map[string][]string // the way back
	ending    map[string]bool     // singular words that end in s and take -es: gas, lens
	mass      map[string]bool     // no plural: information, equipment
	heads     map[string]bool     // words that a noun phrase's head stands before: of, for
	after     map[string]bool     // adjectives behind their noun: secretary general
}

var nounTable = sync.OnceValue(func() *nouns {
	sets := wordSets("nounclasses.txt")
	t := &nouns{
		plurals:   make(map[string][]string),
		singulars: make(map[string][]string),
		ending:    sets["singular-s"],
		mass:      sets["mass"],
		heads:     sets["head-before"],
		after:     sets["adjective-after"],
	}
	for singular, plurals := range rows("nouns.txt") {
		t.plurals[singular] = plurals
		for _, p := range plurals {
			t.singulars[p] = append(t.singulars[p], singular)
		}
	}
	for w := range sets["invariant"] {
		t.plurals[w] = []string{w}
		t.singulars[w] = append(t.singulars[w], w)
	}
	return t
})

// verb holds the irregular forms of one verb, the usual one first; a nil
// slice means that the rule holds.
type verb struct{ past, participle, gerund, third []string }

// verbs is what is irregular about verbs; all keys are folded.
type verbs struct {
	forms    map[string]verb
	bases    map[string][]string // irregular form to its verbs
	doubling map[string]bool     // commit, refer: the last consonant doubles though the word is long
	adverbs  map[string]bool     // words before the verb of a phrase that do not end in -ly
	ly       map[string]bool     // verbs that end in -ly
	only     map[string]bool     // words that are verbs and nothing else
}

var verbTable = sync.OnceValue(func() *verbs {
	sets := wordSets("verbclasses.txt")
	t := &verbs{
		forms:    make(map[string]verb),
		bases:    make(map[string][]string),
		doubling: sets["doubling"],
		adverbs:  sets["adverb"],
		ly:       sets["verb-ly"],
		only:     sets["only-verb"],
	}
	for base, fields := range rows("verbs.txt") {
		var v verb
		for i, to := range []*[]string{&v.past, &v.participle, &v.gerund, &v.third} {
			if i < len(fields) && fields[i] != "-" {
				*to = strings.Split(fields[i], "/")
			}
		}
		t.forms[base] = v
		for _, list := range [][]string{v.past, v.participle, v.gerund, v.third} {
			for _, form := range list {
				t.bases[form] = append(t.bases[form], base)
			}
		}
	}
	return t
})

// closed is the set of function words (pronouns, articles, auxiliaries …),
// which have no forms: its is no plural of it.
var closed = sync.OnceValue(func() map[string]bool {
	return wordSets("closed.txt")["closed"]
})
