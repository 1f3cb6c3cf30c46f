package glossary

// Beside finds the terms in text that are no matches because approved terms
// hide them: proposed and deprecated ones that hold an approved term or lie in
// one. [Glossary.Match] leaves them out, so that its matches never overlap and
// a proposal changes nothing for an approved term; here they stand beside, in
// order and without overlap among themselves, for trying a proposal out. They
// are to be recognised by a call of their own.
func (g *Glossary) Beside(text string, c Context) []Match {
	w := g.work.Get().(*workspace)
	defer g.work.Put(w)
	g.candidates(w, text, c)
	w.picks = choose(w.picks[:0], w.cands)
	var hidden []int
	for i := range w.cands {
		if by := hider(w.cands, w.picks, &w.cands[i]); !w.cands[i].approved && by >= 0 && w.cands[by].approved {
			hidden = append(hidden, i)
		}
	}
	if len(hidden) == 0 {
		return nil
	}
	titles := titleSpans(w.runes)
	var out []Match
	for _, i := range pickClusters(nil, w.cands, hidden) {
		out = append(out, g.match(w, &w.cands[i], titles))
	}
	closeQuotes(w.runes, out)
	return out
}
