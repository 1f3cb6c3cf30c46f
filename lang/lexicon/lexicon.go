// Package lexicon promises to know the ordinary words of Chinese policy
// prose: how often they occur, where one ends and the next begins, and for
// the commonest of them what kind of word they are and how English says them.
//
// Start with [Default] and [Lexicon.Lookup]. The words stand in lexicon.tsv,
// one sense a line: the Chinese word, its part of speech, the English, and
// flags and conditions, as [Parse] describes.
//
// The package does not know official terms: names of bodies, slogans and
// titles belong into a glossary. It does not choose between the senses of a
// word either; it holds what a chooser needs.
package lexicon

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"sync"
	"unicode/utf8"

	"duizhao/lang/han"
)

// POS is a part of speech, as written in the table.
type POS string

// The parts of speech.
const (
	Noun        POS = "n"
	Verb        POS = "v"
	Adjective   POS = "a"
	Attribute   POS = "b" // only directly before a noun: 经济 "economic"
	Adverb      POS = "d"
	Auxiliary   POS = "u" // modal: 应当 "shall"
	Preposition POS = "p"
	Conjunction POS = "c"
	Pronoun     POS = "r" // with the flag Determiner, stands in place of an article
	Indefinite  POS = "m" // 若干 "several"
	Measure     POS = "q"
	Time        POS = "t" // an adverbial by itself: 今年 "this year"
	Localiser   POS = "f" // 中 "in": English says it before the phrase
	Phrase      POS = "i" // set phrase, never inflected
	Particle    POS = "x"
)

// Flags say more about a sense than its part of speech does.
type Flags uint32

// The flags. Every noun has exactly one of the first five.
const (
	Countable    Flags = 1 << iota // c
	Uncountable                    // u
	Definite                       // the: singular with "the"
	PluralOnly                     // p: plural as written
	Proper                         // name: without article
	Post                           // post: held by a person
	Body                           // body: an organisation
	Person                         // person: a kind of person
	TimeNoun                       // time
	Place                          // place
	Says                           // says: takes a clause with "that"
	TakesTo                        // to: the next verb becomes "to …"
	TakesIng                       // ing: the next verb becomes "…ing"
	Light                          // light: gives its place to the verbal noun after it
	Intransitive                   // intr: takes no object
	Determiner                     // det
	Adverbial                      // adv: a set phrase that is no predicate
)

// countFlags are the flags of which a noun has exactly one.
const countFlags = Countable | Uncountable | Definite | PluralOnly | Proper

// Has reports whether f holds all of g.
func (f Flags) Has(g Flags) bool { return f&g == g }

// Entry is a word with its senses, in the order of the table: among the
// senses of one part of speech the first whose conditions hold is meant.
type Entry struct {
	Zh     string // as written in the table
	Senses []Sense
}

// Has reports whether e has a sense of part of speech p.
func (e *Entry) Has(p POS) bool {
	for i := range e.Senses {
		if e.Senses[i].POS == p {
			return true
		}
	}
	return false
}

// Sense is one way to say a word in English.
type Sense struct {
	POS   POS
	En    []string // empty: nothing is said; more than one: an open choice
	Flags Flags
	When  []Condition // all must hold
}

// Where says which words a condition looks at.
type Where string

// The places of a condition.
const (
	Before  Where = "prev" // the word directly before
	After   Where = "next" // the word directly after
	Later   Where = "has"  // any later word of the clause
	Earlier Where = "had"  // any earlier word of the clause
)

// Condition holds when one of Values stands at Where; with Not, when none
// does. A value is a Chinese word or one of the classes "@n", "@v", "@a",
// "@num", "@term", "@name", "@start" and "@end".
type Condition struct {
	Where  Where
	Not    bool
	Values []string
}

// Lexicon is a table of words. It is read-only and safe for concurrent use.
type Lexicon struct {
	entries  map[string]*Entry // by folded word
	maxRunes int
}

// Lookup finds a word, in either script.
func (l *Lexicon) Lookup(zh string) (*Entry, bool) {
	e, ok := l.entries[han.FoldString(zh)]
	return e, ok
}

// LookupFolded is [Lexicon.Lookup] for a word that han.FoldString gave.
func (l *Lexicon) LookupFolded(zh string) (*Entry, bool) {
	e, ok := l.entries[zh]
	return e, ok
}

// MaxRunes is the length of the longest word, in runes.
func (l *Lexicon) MaxRunes() int { return l.maxRunes }

// Len is the number of words.
func (l *Lexicon) Len() int { return len(l.entries) }

// All calls yield with every entry, in no particular order, until it returns
// false.
func (l *Lexicon) All(yield func(*Entry) bool) {
	for _, e := range l.entries {
		if !yield(e) {
			return
		}
	}
}

func (l *Lexicon) add(e *Entry) {
	l.entries[han.FoldString(e.Zh)] = e
	l.maxRunes = max(l.maxRunes, utf8.RuneCountInString(e.Zh))
}

//go:embed lexicon*.tsv
var tables embed.FS

// Default is the lexicon that is built in: all lexicon*.tsv in the order of
// their names, of which a later one replaces a word of an earlier one. It is
// parsed once.
var Default = sync.OnceValue(func() *Lexicon {
	l, err := load(tables)
	if err != nil {
		panic(err) // the tables are part of the program, and a test parses them
	}
	return l
})

// load parses all tables in the root of files.
func load(files fs.FS) (*Lexicon, error) {
	names, err := fs.Glob(files, "*.tsv") // in order
	if err != nil {
		return nil, fmt.Errorf("read lexicon: %w", err)
	}
	all := &Lexicon{entries: make(map[string]*Entry)}
	var errs []error
	for _, name := range names {
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, fmt.Errorf("read lexicon: %w", err)
		}
		l, err := Parse(name, data)
		errs = append(errs, err)
		for e := range l.All {
			all.add(e)
		}
	}
	return all, errors.Join(errs...)
}
