package check

import (
	"slices"
	"strings"

	"duizhao/bitext"
	"duizhao/glossary"
	"duizhao/lang/english"
)

// maxWording is how many words a wording may have.
const maxWording = 6

// wordings counts the stretches of up to maxWording words in the English of
// documents: in how many units each stands.
type wordings struct {
	units map[string]int
}

func newWordings(docs []*bitext.Document) *wordings {
	w := &wordings{units: map[string]int{}}
	for _, d := range docs {
		for _, u := range tried(d) {
			for wording := range wordingsOf(u.En) {
				w.units[wording]++
			}
		}
	}
	return w
}

// wordingsOf is the set of wordings of a text, folded; none begins or ends
// with a function word, or reaches across a mark.
func wordingsOf(en string) map[string]string {
	words := english.Words(en)
	out := map[string]string{}
	for i := range words {
		if functionWords[english.Fold(words[i].Text)] {
			continue
		}
		for j := i; j < len(words) && j < i+maxWording; j++ {
			if j > i && strings.TrimSpace(en[words[j-1].Span.End:words[j].Span.Start]) != "" {
				break
			}
			if last := english.Fold(words[j].Text); functionWords[last] {
				continue
			}
			text := en[words[i].Span.Start:words[j].Span.End]
			if folded := english.Fold(text); out[folded] == "" {
				out[folded] = text
			}
		}
	}
	return out
}

// Bounds of [wordings.usual]: how many units must share a wording, and how
// much of its use must lie in them, before it is taken for what renders a term.
const (
	minShared     = 3
	minConfidence = 0.6
)

// usual finds the wording that stands in most of the units and seldom
// elsewhere: what the translators write for a term that they do not render as
// the glossary says. It gives "" where nothing stands out.
func (w *wordings) usual(units []*bitext.Unit) string {
	if len(units) < minShared {
		return ""
	}
	here := map[string]int{}
	for _, u := range units {
		for wording := range wordingsOf(u.En) {
			here[wording]++
		}
	}
	best, bestScore := "", 0.0
	for wording, n := range here {
		confidence := float64(n) / float64(w.units[wording])
		if n < minShared || confidence < minConfidence || 2*n < len(units) {
			continue
		}
		// Longer wordings say more, but only where they are as frequent.
		score := float64(n)*confidence + float64(strings.Count(wording, " "))/10
		if score > bestScore || score == bestScore && wording < best {
			best, bestScore = wording, score
		}
	}
	return best
}

// nearest is what stands in u instead of a rendering of t: the usual wording,
// or the one that shares the most words with a rendering; "" where none does.
func (w *wordings) nearest(u *bitext.Unit, t *glossary.Term, usual string) string {
	candidates := wordingsOf(u.En)
	if text := candidates[usual]; usual != "" && text != "" {
		return text
	}
	best, bestScore := "", 0.0
	for _, text := range candidates {
		for _, s := range t.Senses {
			for _, r := range s.Renderings {
				score := likeness(text, r.En)
				if score > bestScore || score == bestScore && best != "" && text < best {
					best, bestScore = text, score
				}
			}
		}
	}
	if bestScore < minLikeness {
		return ""
	}
	return best
}

// minLikeness is how like two wordings must be for one to be taken as standing
// for the other: half of their words.
const minLikeness = 0.5

// likeness is the share of content words that two wordings have in common
// (Dice's coefficient over lemmas).
func likeness(a, b string) float64 {
	wordsA, wordsB := contentWords(a), contentWords(b)
	if len(wordsA) == 0 || len(wordsB) == 0 {
		return 0
	}
	shared := 0
	for _, x := range wordsA {
		if slices.ContainsFunc(wordsB, func(y string) bool { return x == y || english.SameLemma(x, y) }) {
			shared++
		}
	}
	return 2 * float64(shared) / float64(len(wordsA)+len(wordsB))
}

func contentWords(s string) []string {
	var out []string
	for _, word := range english.Words(s) {
		if folded := english.Fold(word.Text); !functionWords[folded] {
			out = append(out, folded)
		}
	}
	return out
}

// functionWords say nothing about what a wording is about.
var functionWords = setOf("a an the of in on at to for by with from and or as is are was were be been being has have had " +
	"its it their this that these those which who will would shall should may can must not no than then also such under into over")

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}
