package draft

import (
	"math"
	"slices"

	"duizhao/lang/lexicon"
	"duizhao/lang/span"
)

// step is the best way to end a token at some place of a text.
type step struct {
	cost  float64
	from  int // where the token begins
	kind  kind
	entry *lexicon.Entry
	en    string
}

// What it costs to pass a stretch in ways that no frequency tells.
const (
	wordTotal    = 6e7  // what the frequencies of the word list add up to
	unlisted     = 40   // frequency of a character that only the lexicon has
	written      = 2000 // least frequency of a longer word of the lexicon
	unknownWord  = 11.0 // a listed word without English, on top of its frequency
	unknownRune  = 19.0 // a character without English
	fixedStretch = 2.0  // a name that was recognised
)

// words cuts text[at.Start:at.End], which holds Chinese characters only, into
// the likeliest words, and appends them to out as tokens. names are the
// names known to stand there, by start.
func (t *tokeniser) words(at span.Span, names []token, out []token) []token {
	n := at.Len()
	t.steps = append(t.steps[:0], make([]step, n+1)...)
	steps := t.steps
	for i := 1; i <= n; i++ {
		steps[i].cost = math.Inf(1)
	}
	for i := range n {
		for len(names) > 0 && names[0].at.Start < at.Start+i {
			names = names[1:]
		}
		if len(names) > 0 && names[0].at.Start == at.Start+i && names[0].at.End <= at.End {
			reach(&steps[names[0].at.End-at.Start], step{steps[i].cost + fixedStretch, i, names[0].kind, nil, names[0].en})
		}
		t.from(steps, at.Start, i)
	}
	first := len(out)
	for i := n; i > 0; i = steps[i].from {
		s := steps[i]
		stretch := span.Span{Start: at.Start + s.from, End: at.Start + i}
		out = append(out, token{kind: s.kind, at: stretch, zh: t.text(stretch), entry: s.entry, en: s.en})
	}
	slices.Reverse(out[first:])
	out = joinUnknown(out, first, t)
	out = append(out[:first], t.places(out[first:])...)
	for i := range out[first:] {
		if o := &out[first+i]; o.kind == unknown {
			o.raw = string(t.runes[o.at.Start:o.at.End])
		}
	}
	return out
}

// from extends all paths that end at rune i by the words that begin there.
func (t *tokeniser) from(steps []step, start, i int) {
	reach(&steps[i+1], step{cost: steps[i].cost + unknownRune, from: i, kind: unknown})
	longest := min(t.longest, len(steps)-1-i)
	for l := 1; l <= longest; l++ {
		zh := t.text(span.Span{Start: start + i, End: start + i + l})
		frequency := lexicon.Frequency(zh)
		entry, ok := t.lexicon.LookupFolded(zh)
		switch {
		case ok:
			least := unlisted
			if l > 1 {
				least = written // somebody thought it worth a line
			}
			cost := math.Log(wordTotal / float64(max(frequency, least)))
			reach(&steps[i+l], step{cost: steps[i].cost + cost, from: i, kind: word, entry: entry})
		case frequency > 0 && l > 1:
			cost := math.Log(wordTotal/float64(frequency)) + unknownWord
			reach(&steps[i+l], step{cost: steps[i].cost + cost, from: i, kind: unknown})
		}
	}
}

// reach keeps the cheaper of two ways to the same place.
func reach(at *step, s step) {
	if s.cost < at.cost {
		*at = s
	}
}

// joinUnknown makes one token of neighbouring characters that no word list
// knows.
func joinUnknown(tokens []token, first int, t *tokeniser) []token {
	kept := tokens[:first]
	loose := false // the last token kept is made of such characters
	for _, now := range tokens[first:] {
		single := now.kind == unknown && now.at.Len() == 1
		if loose && single {
			last := &kept[len(kept)-1]
			last.at.End = now.at.End
			last.zh = t.text(last.at)
			continue
		}
		kept = append(kept, now)
		loose = single
	}
	return kept
}
