package extract

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"duizhao/lang/lexicon"
)

// limits are what a candidate must reach.
type limits struct {
	count             int
	cohesion, entropy float64
	rarity            float64
	word              float64 // rarity of a word that the lexicon has, to be a term by itself
}

var limitsOf = map[Strictness]limits{
	Loose:  {2, 0, 0, 0.15, 0.4},
	Normal: {2, 0.25, 0.5, 0.3, 0.8},
	Strict: {3, 0.45, 1, 0.45, 0.9},
}

// judge gives the grams that may be terms, best first.
func (c *corpus) judge(gs *grams, s Strictness) []*gram {
	limit := limitsOf[cmp.Or(s, Normal)]
	var kept []*gram
	for _, g := range gs.byWords {
		if len(g.at) < limit.count || !c.mayBeTerm(g, limit.word) {
			continue
		}
		g.measure(gs)
		if g.cohesion >= limit.cohesion && g.entropy >= limit.entropy && g.rarity >= limit.rarity {
			kept = append(kept, g)
		}
	}
	inOrder(kept, func(g *gram) float64 { return 0 })
	nest(kept)
	kept = slices.DeleteFunc(kept, func(g *gram) bool { return g.cvalue <= 0 })
	for _, g := range kept {
		g.score = g.cvalue * (0.4 + g.cohesion) * (0.5 + math.Min(g.entropy, 2)/2) * g.rarity
		if g.known || len(g.words) == 1 {
			g.score *= 0.7 // a known term with something around it, a word of the word list
		}
		g.text = c.shown(g)
	}
	inOrder(kept, func(g *gram) float64 { return g.score })
	return kept
}

// inOrder sorts by a value, the greatest first, then by count and text.
func inOrder(gs []*gram, value func(*gram) float64) {
	slices.SortFunc(gs, func(a, b *gram) int {
		return cmp.Or(cmp.Compare(value(b), value(a)), len(b.at)-len(a.at), cmp.Compare(a.text, b.text))
	})
}

// mayBeTerm asks the words at both ends, the length, and the glossary.
func (c *corpus) mayBeTerm(g *gram, minWord float64) bool {
	text := strings.Join(g.words, "")
	n := utf8.RuneCountInString(text)
	if n < minRunes || n > maxRunes || g.allKnown || c.isKnown(text) {
		return false
	}
	first, last := g.words[0], g.words[len(g.words)-1]
	if !c.isKnown(first) && !classOf(first).start || !c.isKnown(last) && !classOf(last).end {
		return false
	}
	if strings.ContainsRune("第亿万各", []rune(text)[0]) || n <= maxPlace && utf8.RuneCountInString(first) == 1 && endsLikePlace(text) {
		return false
	}
	return len(g.words) > 1 || isTermLike(first, minWord)
}

// maxPlain is how rare a word may be that is a term by no degree of strictness.
const maxPlain = 0.55

// maxPlace is the length of the name of a place that the word list lacks: 澜州市.
const maxPlace = 4

// endsLikePlace reports whether a text, folded, ends as names of places do.
func endsLikePlace(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune("省市县镇乡村州区", last)
}

// isTermLike reports whether a word may be a term by itself: what the lexicon
// does not know, or a rare noun, but no name.
func isTermLike(word string, minRarity float64) bool {
	rare := rarity([]string{word})
	e, known := lexicon.Default().LookupFolded(word)
	if !known {
		isPlace := utf8.RuneCountInString(word) > 2 && endsLikePlace(word)
		return !isPlace && rare >= min(maxPlain, minRarity)
	}
	return rare >= minRarity && e.Has(lexicon.Noun) && !slices.ContainsFunc(e.Senses, func(s lexicon.Sense) bool {
		return s.Flags.Has(lexicon.Proper) || s.Flags.Has(lexicon.Person) || s.Flags.Has(lexicon.Post) || s.Flags.Has(lexicon.TimeNoun)
	})
}

// measure works out all measures but the C-value.
func (g *gram) measure(gs *grams) {
	g.cohesion = 1
	n := float64(gs.total)
	p := float64(len(g.at)) / n
	for i := 1; i < len(g.words); i++ {
		left, right := gs.byWords[strings.Join(g.words[:i], " ")], gs.byWords[strings.Join(g.words[i:], " ")]
		pmi := math.Log(p / (float64(len(left.at)) / n * float64(len(right.at)) / n))
		g.cohesion = math.Min(g.cohesion, pmi/-math.Log(p))
	}
	g.entropy = math.Min(entropy(g.left), entropy(g.right))
	g.rarity = rarity(g.words)
}

// entropy of what stands on one side, in bits; each border of a run is a
// neighbour of its own.
func entropy(neighbours map[string]int) float64 {
	total := 0
	for _, n := range neighbours {
		total += n
	}
	e := 0.0
	add := func(n, times int) {
		p := float64(n) / float64(total)
		e -= float64(times) * p * math.Log2(p)
	}
	counts := make([]int, 0, len(neighbours))
	for word, n := range neighbours {
		if word == edge {
			add(1, n)
			continue
		}
		counts = append(counts, n)
	}
	slices.Sort(counts) // sums of floats depend on the order
	for _, n := range counts {
		add(n, 1)
	}
	return e
}

// corpusWords is how many words the frequencies of the word list are of.
const corpusWords = 57e6

// rarity says how rare words are in general prose: 0 for the commonest, 1 and
// more for those that a reader of newspapers does not meet.
func rarity(words []string) float64 {
	sum, weight := 0.0, 0.0
	for _, w := range words {
		r := (-math.Log((float64(lexicon.Frequency(w))+1)/corpusWords) - 6.5) / 6
		if utf8.RuneCountInString(w) == 1 {
			r = math.Max(r, 0.5) // a character by itself is part of a word that the list lacks
		}
		sum, weight = sum+math.Max(0, math.Min(r, 1.3)), weight+1
	}
	return sum / weight
}

// nest works out the C-value: what stands only within one longer candidate
// counts little.
func nest(kept []*gram) {
	containing := map[string][]*gram{}
	for _, g := range kept {
		for from := range g.words {
			for to := from + 1; to <= len(g.words); to++ {
				if to-from < len(g.words) {
					key := strings.Join(g.words[from:to], " ")
					containing[key] = append(containing[key], g)
				}
			}
		}
	}
	for _, g := range kept {
		longer := containing[strings.Join(g.words, " ")]
		f, n := float64(len(g.at)), 0
		inside := 0
		for _, l := range longer {
			n += len(l.at)
			inside = max(inside, len(l.at))
		}
		alone := f
		if len(longer) > 0 {
			alone = f - math.Max(float64(n)/float64(len(longer)), float64(inside))
		}
		g.cvalue = math.Log2(float64(utf8.RuneCountInString(strings.Join(g.words, "")))) * alone
	}
}
