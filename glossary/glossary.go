// Package glossary promises that official terms are found in Chinese text, in
// either script and only where they really stand, and that it can be said of
// each whether and how an English text meets it.
//
// Start with [Parse], which reads a glossary file and reports all that is
// wrong in it, and [New], which stacks files; then [Glossary.Match] finds terms
// in Chinese and [Glossary.Recognise] finds their renderings in English.
//
// The package opens no files, translates nothing, and does not judge: that a
// missing term is an error or a warning is said elsewhere, from the Binding
// and Status of the term.
package glossary

import (
	"slices"
	"sync"
)

// Glossary is a stack of glossary files, ready for use. It never changes and
// may be used by many goroutines.
type Glossary struct {
	entries []*compiled
	byID    map[string]*Term
	byTerm  map[*Term]*compiled
	byKey   map[string]int32 // Key(zh) → index into entries
	trie    trie
	work    sync.Pool // of *workspace
	desks   sync.Pool // of *recogniser
}

// compiled is a term with what is derived from it.
type compiled struct {
	term *Term

	matching sync.Once // for senses, made when the term is first matched
	senses   []compiledSense

	once   sync.Once   // for forms and avoids, made when the term is first recognised
	forms  [][]pattern // by sense
	avoids [][]pattern // by sense
}

// New stacks files: an entry replaces, whole, the entry of an earlier file
// that has the same zh but for script and typography. Where two entries share
// only a zh_also, the later one gets it.
func New(files ...*File) *Glossary {
	n := 0
	for _, f := range files {
		n += len(f.Terms)
	}
	g := &Glossary{
		entries: make([]*compiled, 0, n),
		byID:    make(map[string]*Term, n),
		byTerm:  make(map[*Term]*compiled, n),
		byKey:   make(map[string]int32, n),
	}
	type keyed struct {
		term *Term
		key  string
	}
	main := make(map[string]int, n) // key of the zh → index into terms
	terms := make([]keyed, 0, n)
	for _, f := range files {
		for _, t := range f.Terms {
			k := Key(t.Zh)
			if i, stands := main[k]; stands {
				terms[i].term = nil
			}
			main[k] = len(terms)
			terms = append(terms, keyed{t, k})
		}
	}
	entries := make([]compiled, len(terms))
	for at, t := range terms {
		if t.term == nil {
			continue
		}
		i, e := int32(len(g.entries)), &entries[at]
		e.term = t.term
		g.entries = append(g.entries, e)
		g.byTerm[t.term] = e
		g.byID[t.term.ID] = t.term
		g.byKey[t.key] = i
		for _, also := range t.term.ZhAlso {
			g.byKey[Key(also)] = i
		}
	}
	g.trie = newTrie(g.byKey)
	g.work.New = func() any { return new(workspace) }
	g.desks.New = func() any { return &recogniser{g: g} }
	return g
}

// Terms returns the terms of g in the order of the files. The slice is the
// caller's, the terms are not to be changed.
func (g *Glossary) Terms() []*Term {
	out := make([]*Term, len(g.entries))
	for i, e := range g.entries {
		out[i] = e.term
	}
	return out
}

// Term returns the term with this id, or nil.
func (g *Glossary) Term(id string) *Term { return g.byID[id] }

// Lookup returns the term that has zh as its zh or zh_also, in either script,
// or nil.
func (g *Glossary) Lookup(zh string) *Term {
	if i, ok := g.byKey[Key(zh)]; ok {
		return g.entries[i].term
	}
	return nil
}

// IDs returns the ids of all terms, sorted.
func (g *Glossary) IDs() []string {
	ids := make([]string, 0, len(g.byID))
	for id := range g.byID {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}
