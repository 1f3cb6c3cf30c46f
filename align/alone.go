package align

// Between what the probability that a feature stands alone is kept, and how
// many occurrences what is known of all features counts for.
const (
	leastAlone, mostAlone = 0.4, 0.98
	sideWeight            = 4
	priorAlone            = 20 // … and what was assumed in the beginning, against that
)

// tally counts for each feature of one side how often it stands in beads, and
// how often without a counterpart.
type tally struct{ all, alone []float64 }

func newTally(tokens []token) *tally {
	return &tally{make([]float64, len(tokens)), make([]float64, len(tokens))}
}

func (t *tally) add(f feature, linked bool) {
	t.all[f]++
	if !linked {
		t.alone[f]++
	}
}

// learnAlone estimates for each feature how often it stands without a
// counterpart.
func (m *model) learnAlone(beads []bead) {
	zhTally, enTally := newTally(m.zh), newTally(m.en)
	stands := make([]int, len(m.en))  // by English feature: the last bead it stands in …
	reached := make([]int, len(m.en)) // … and the last in which a Chinese one leads to it
	for k, b := range beads {
		if b.a == 0 || b.b == 0 {
			continue
		}
		en := m.t.en[b.j : b.j+b.b]
		for _, s := range en {
			for _, e := range s.features {
				stands[e] = k + 1
			}
		}
		for _, s := range m.t.zh[b.i : b.i+b.a] {
			for _, z := range s.features {
				linked := false
				for _, w := range m.links[z] {
					reached[w.f] = k + 1
					linked = linked || stands[w.f] == k+1
				}
				zhTally.add(z, linked)
			}
		}
		for _, s := range en {
			for _, e := range s.features {
				enTally.add(e, reached[e] == k+1)
			}
		}
	}
	zhTally.settle(m.zh)
	enTally.settle(m.en)
	m.freeUnlinked()
}

// settle sets tokens to what was counted; what is known of a rare feature is
// mostly what is known of them all.
func (t *tally) settle(tokens []token) {
	words := t.mean(tokens, false, startAlone)
	figures := t.mean(tokens, true, exactAlone)
	for f := range tokens {
		mean := words
		if tokens[f].exact {
			mean = figures
		}
		p := (t.alone[f] + sideWeight*mean) / (t.all[f] + sideWeight)
		tokens[f].set(min(max(p, leastAlone), mostAlone))
	}
}

// mean is how often the words or the figures stand alone.
func (t *tally) mean(tokens []token, exact bool, start float64) float64 {
	alone, all := priorAlone*start, float64(priorAlone)
	for f := range tokens {
		if tokens[f].alone < 1 && tokens[f].exact == exact {
			alone, all = alone+t.alone[f], all+t.all[f]
		}
	}
	return alone / all
}

// freeUnlinked lets words that no link leads to stand alone at no cost.
func (m *model) freeUnlinked() {
	linked := make([]bool, len(m.en))
	for z, ws := range m.links {
		if len(ws) == 0 && !m.zh[z].exact {
			m.zh[z].set(1)
		}
		for _, w := range ws {
			linked[w.f] = true
		}
	}
	for f := range m.en {
		if !linked[f] && !m.en[f].exact {
			m.en[f].set(1)
		}
	}
}
