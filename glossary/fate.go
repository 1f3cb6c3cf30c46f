package glossary

import "duizhao/lang/span"

// Reason says why a term whose characters stand in a text is a match there,
// or is none.
type Reason string

// The reasons.
const (
	Taken       Reason = "taken"        // it is a match
	Hidden      Reason = "hidden"       // another term stands there
	CrossesWord Reason = "crosses-word" // a known word lies across its edge
	InsideToken Reason = "inside-token" // it is part of a Latin word or a number
	NoSense     Reason = "no-sense"     // none of its senses holds
)

// Fate is what became of one place where the characters of a term stand.
type Fate struct {
	Span   span.Span // runes of the text
	Term   *Term
	Reason Reason
	By     *Term     // Hidden: the term that hides it
	Word   span.Span // CrossesWord: the known word; Hidden: where By stands. Runes of the text
}

// Explain tells for every place where the characters of a term stand what
// became of it, by start, then by end. It answers "why is this not a term?".
func (g *Glossary) Explain(text string, c Context) []Fate {
	w := new(workspace)
	w.read(&g.trie, text)
	w.hits = g.trie.scan(nil, w.codes)
	fates := make([]Fate, len(w.hits))
	places := make([]int, 0, len(w.hits)) // of candidates among fates
	for i, h := range w.hits {
		cand, fate := g.judge(w, h, c)
		fate.Span, fate.Term = cand.span(), g.entries[h.entry].term
		fates[i] = fate
		if fate.Reason == Taken {
			w.cands = append(w.cands, cand)
			places = append(places, i)
		}
	}
	picks := choose(nil, w.cands)
	next := 0
	for i := range w.cands {
		if next < len(picks) && picks[next] == i {
			next++
			continue
		}
		by := hider(w.cands, picks, &w.cands[i])
		f := &fates[places[i]]
		f.Reason, f.By, f.Word = Hidden, g.entries[w.cands[by].entry].term, w.cands[by].span()
	}
	return fates
}
