package extract

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"duizhao/lang/english"
	"duizhao/lang/lexicon"
)

// maxWording is how many words a wording may have.
const maxWording = 6

// wordings are the stretches of English in the sentences, and in how many of
// them each stands.
type wordings struct {
	of    []map[string]string // of each sentence: folded wording, as it is written
	total map[string]int
}

func newEnglish(c *corpus) *wordings {
	w := &wordings{total: map[string]int{}}
	for i := range c.sentences {
		of := wordingsOf(c.sentences[i].unit.En)
		for wording := range of {
			w.total[wording]++
		}
		w.of = append(w.of, of)
	}
	return w
}

// wordingsOf is the set of wordings of a text, folded; none begins or ends
// with a function word, or reaches across a mark.
func wordingsOf(en string) map[string]string {
	words := english.Words(en)
	out := map[string]string{}
	for i := range words {
		if isFunctionWord(words[i].Text) {
			continue
		}
		for j := i; j < len(words) && j < i+maxWording; j++ {
			if j > i && strings.TrimSpace(en[words[j-1].Span.End:words[j].Span.Start]) != "" {
				break
			}
			if isFunctionWord(words[j].Text) {
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

// functionWords say nothing about what a wording is about.
const functionWords = " a an the of in on at to for by with from and or as is are was were be been being has have had its it " +
	"their this that these those which who will would shall should may can must not no than then also such under into over we our more all "

func isFunctionWord(w string) bool { return strings.Contains(functionWords, " "+english.Fold(w)+" ") }

// Bounds of a rendering: how well it must go with the Chinese, see fitOf, and
// how many are told.
const (
	minFit        = 0.6
	maxRenderings = 5
)

// fewSentences is below how many sentences counting says nothing: any wording
// of a single sentence stands in all of them.
const fewSentences = 3

// fitOf says how well a wording, which stands in n of the sentences and in
// total of all, goes with a gram: by where it stands (Dice's coefficient), by
// the meanings of the words that it says, and by what it says beyond them.
func fitOf(wording string, n, sentences, total int, meanings []meaning) float64 {
	said, beyond, content := compare(wording, meanings)
	together := 2 * float64(n) / float64(sentences+total)
	fit := 0.7*together + 0.5*said + 0.04*float64(content)
	if sentences < fewSentences {
		fit = 0.1*together + said
	}
	return fit - 0.12*float64(beyond)
}

// renderings finds what the English of sentences says for a gram: the wording
// that goes best with it, then the best of the sentences that are left.
func (w *wordings) renderings(g *gram, sentences []int) (out []Rendering, unclear int) {
	left := slices.DeleteFunc(slices.Clone(sentences), func(s int) bool { return len(w.of[s]) == 0 })
	meanings := meaningsOf(g.words)
	for len(left) > 0 && len(out) < maxRenderings {
		best, shown := w.best(left, meanings)
		if best == "" {
			break
		}
		n := len(left)
		left = slices.DeleteFunc(left, func(s int) bool { return hasForm(w.of[s], best) })
		out = addRendering(out, Rendering{En: shown, N: n - len(left)})
	}
	slices.SortStableFunc(out, func(a, b Rendering) int { return b.N - a.N })
	return out, len(left)
}

// addRendering adds a rendering, or counts it to one that has forms of the
// same words.
func addRendering(all []Rendering, r Rendering) []Rendering {
	words := english.AppendParts(nil, r.En)
	for i := range all {
		same := slices.EqualFunc(words, english.AppendParts(nil, all[i].En), func(a, b english.Word) bool {
			return english.SameSpelling(a.Text, b.Text) || english.SameLemma(a.Text, b.Text)
		})
		if same {
			all[i].N += r.N
			return all
		}
	}
	return append(all, r)
}

// hasForm reports whether a wording or its plural is in the set.
func hasForm(of map[string]string, wording string) bool {
	return of[wording] != "" || of[english.Fold(english.Plural(wording))] != ""
}

// best is the wording that goes best with the sentences, "" where none does
// well enough.
func (w *wordings) best(sentences []int, meanings []meaning) (folded, shown string) {
	here := map[string]int{}
	for _, s := range sentences {
		for wording := range w.of[s] {
			here[wording]++
		}
	}
	bestFit := 0.0
	for wording, n := range here {
		n, total := n, w.total[wording]
		if plural := english.Fold(english.Plural(wording)); plural != wording {
			n, total = min(n+here[plural], len(sentences)), total+w.total[plural]
		}
		fit := fitOf(wording, n, len(sentences), total, meanings)
		if fit > bestFit || fit == bestFit && (len(wording) > len(folded) || len(wording) == len(folded) && wording < folded) {
			bestFit, folded = fit, wording
		}
	}
	if bestFit < minFit {
		return "", ""
	}
	if breaksOff(folded, meanings) {
		folded = w.completed(folded, sentences)
	}
	for _, s := range sentences {
		if text := w.of[s][folded]; text != "" {
			shown = cmp.Or(shown, text)
		}
	}
	return folded, shown
}

// breaksOff reports whether the last word of a wording is part of a meaning
// that the wording does not say to the end.
func breaksOff(wording string, meanings []meaning) bool {
	words := contentWords(wording)
	if len(words) == 0 {
		return false
	}
	says := func(want string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return w == want || english.SameLemma(want, w) })
	}
	for _, m := range meanings {
		partly, whole := false, false
		for _, way := range m {
			all := !slices.ContainsFunc(way, func(want string) bool { return !says(want) })
			whole = whole || all
			partly = partly || slices.Contains(way, words[len(words)-1])
		}
		if partly && !whole {
			return true
		}
	}
	return false
}

// completed adds to a wording that says only a part the word that always
// stands behind it: of "virtual power stations" the lexicon knows two.
func (w *wordings) completed(wording string, sentences []int) string {
	next := ""
	for _, s := range sentences {
		if w.of[s][wording] == "" {
			continue
		}
		here := ""
		for longer := range w.of[s] {
			if rest, ok := strings.CutPrefix(longer, wording+" "); ok && !strings.Contains(rest, " ") && (here == "" || rest < here) {
				here = rest
			}
		}
		if here == "" || next != "" && !english.SameLemma(next, here) {
			return wording
		}
		next = cmp.Or(next, here)
	}
	if next == "" {
		return wording
	}
	return wording + " " + next
}

// meaning is how English says a word: the words of each way that the lexicon
// has, without function words.
type meaning [][]string

// meaningsOf gives the meaning of each word; a character by itself is part of
// a word that the lexicon lacks, and has none.
func meaningsOf(words []string) []meaning {
	out := make([]meaning, len(words))
	for i, w := range words {
		e, ok := lexicon.Default().LookupFolded(w)
		if !ok || utf8.RuneCountInString(w) == 1 {
			continue
		}
		for _, s := range e.Senses {
			for _, text := range s.En {
				if way := contentWords(english.Fold(text)); len(way) > 0 {
					out[i] = append(out[i], way)
				}
			}
		}
	}
	return out
}

func contentWords(folded string) []string {
	var out []string
	for _, w := range english.AppendParts(nil, folded) {
		if !isFunctionWord(w.Text) {
			out = append(out, w.Text)
		}
	}
	return out
}

// compare gives the share of the words of a gram that a wording says (words
// without a known meaning count half where a word is left for them), and how
// many of its words are beyond what they can account for; content counts its
// words without function words.
func compare(wording string, meanings []meaning) (said float64, beyond, content int) {
	words := contentWords(wording)
	explained := make([]bool, len(words))
	unknown := 0
	for _, m := range meanings {
		if len(m) == 0 {
			unknown++
			continue
		}
		best := 0.0
		for _, way := range m {
			n := 0
			for _, want := range way {
				at := slices.IndexFunc(words, func(w string) bool { return w == want || english.SameLemma(want, w) })
				if at >= 0 {
					explained[at] = true
					n++
				}
			}
			best = max(best, float64(n)/float64(len(way)))
		}
		said += best
	}
	left := 0
	for _, e := range explained {
		if !e {
			left++
		}
	}
	said += 0.5 * float64(min(unknown, left))
	return said / float64(len(meanings)), max(0, left-unknown), len(words)
}
