package glossary

import "cmp"

// Anachronism says that a body is named at a date when it did not exist.
type Anachronism struct {
	NotYet  bool   // it was founded later; else it had been closed before
	Instead string // Chinese name of the body that stood in its place, "" where the glossary does not say
	Term    *Term  // of Instead, where the glossary has it
}

// Anachronism tells whether t did not exist at date (YYYY, YYYY-MM or
// YYYY-MM-DD; surely, at the precision given), and follows its predecessors or
// successors to the one that did. A term without Existed has always been
// there, and a document without a date is never wrong.
func (g *Glossary) Anachronism(t *Term, date string) (Anachronism, bool) {
	if t.Existed.Holds(date) {
		return Anachronism{}, false
	}
	a := Anachronism{NotYet: earlier(date, t.Existed.From)}
	for seen := map[*Term]bool{}; t != nil && !seen[t]; {
		seen[t] = true
		name := t.Existed.Successor
		if a.NotYet {
			name = t.Existed.Predecessor
		}
		if t = g.named(name); t == nil {
			a.Instead = name
		} else if t.Existed.Holds(date) {
			a.Instead, a.Term = t.Zh, t
			break
		}
	}
	return a, true
}

// named is the term with this id or Chinese name, or nil.
func (g *Glossary) named(name string) *Term {
	if name == "" {
		return nil
	}
	return cmp.Or(g.Term(name), g.Lookup(name))
}
