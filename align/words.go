package align

import (
	_ "embed"
	"strings"
	"sync"

	"duizhao/lang/english"
	"duizhao/lang/han"
	"duizhao/lang/lexicon"
)

// rendering is an English word that may stand for a Chinese one.
type rendering struct {
	stem  string
	share float64 // how far it speaks for the pair, 0 to 1
}

// seed is what is known about words before any text is read.
type seed struct {
	renderings map[string][]rendering // by folded Chinese word
	bases      map[string]string      // of irregular forms: written -> write
}

//go:embed data/everyday.txt
var everyday string

var seeds = sync.OnceValue(func() *seed {
	s := &seed{renderings: map[string][]rendering{}, bases: map[string]string{}}
	lexicon.Default().All(func(e *lexicon.Entry) bool {
		for i := range e.Senses {
			for _, en := range e.Senses[i].En {
				s.learnForms(e.Senses[i].POS, en)
			}
		}
		return true
	})
	lexicon.Default().All(func(e *lexicon.Entry) bool {
		key := han.FoldString(e.Zh)
		for i := range e.Senses {
			for _, en := range e.Senses[i].En {
				s.renderings[key] = s.appendRenderings(s.renderings[key], en)
			}
		}
		return true
	})
	s.learnEveryday(everyday)
	return s
})

// learnEveryday reads entries such as "头发:hair" from lines without a #.
func (s *seed) learnEveryday(list string) {
	for line := range strings.Lines(list) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for entry := range strings.FieldsSeq(line) {
			zh, words, _ := strings.Cut(entry, ":")
			key := han.FoldString(zh)
			for en := range strings.SplitSeq(words, "/") {
				s.renderings[key] = s.appendRenderings(s.renderings[key], en)
			}
		}
	}
}

// learnForms notes the irregular forms of a verb or noun.
func (s *seed) learnForms(pos lexicon.POS, en string) {
	if strings.ContainsAny(en, " -") {
		return
	}
	base := english.Fold(en)
	var forms []string
	switch pos {
	case lexicon.Verb:
		forms = []string{english.PastTense(base), english.PastParticiple(base)}
	case lexicon.Noun:
		forms = []string{english.Plural(base)}
	}
	for _, f := range forms {
		if suffixStem(f) != suffixStem(base) {
			s.bases[f] = base
		}
	}
}

// appendRenderings adds the content words of a rendering. Where it has several,
// each says less than the only word of another would.
func (s *seed) appendRenderings(dst []rendering, en string) []rendering {
	words := english.AppendParts(nil, en)
	n := 0
	for _, w := range words {
		if !isFunctionWord(english.Fold(w.Text)) {
			n++
		}
	}
	for _, w := range words {
		folded := english.Fold(w.Text)
		if isFunctionWord(folded) && len(words) > 1 {
			continue
		}
		stem, known := s.stem(folded), false
		for _, r := range dst {
			known = known || r.stem == stem
		}
		if !known {
			dst = append(dst, rendering{stem, 1 / float64(max(1, n))})
		}
	}
	return dst
}

// stem is the key under which the forms of a folded English word fall together,
// and often those of words derived from it. It need not be a word.
func (s *seed) stem(folded string) string {
	folded = english.TrimPossessive(folded)
	if base, ok := s.bases[folded]; ok {
		folded = base
	}
	return suffixStem(folded)
}

// stemBytes is how much of a word counts: what follows is mostly derivation
// (develop, development).
const stemBytes = 7

// suffixStem takes regular endings off.
func suffixStem(w string) string {
	if len(w) > 4 {
		switch {
		case strings.HasSuffix(w, "ies"):
			w = w[:len(w)-3] + "y"
		case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "xes"), strings.HasSuffix(w, "ches"), strings.HasSuffix(w, "shes"):
			w = w[:len(w)-2]
		case strings.HasSuffix(w, "ing") && len(w) > 5:
			w = undouble(w[:len(w)-3])
		case strings.HasSuffix(w, "ied"):
			w = w[:len(w)-3] + "y"
		case strings.HasSuffix(w, "ed"):
			w = undouble(w[:len(w)-2])
		case strings.HasSuffix(w, "ly"):
			w = w[:len(w)-2]
		case strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us"):
			w = w[:len(w)-1]
		}
	} else if len(w) == 4 && w[3] == 's' && w[2] != 's' {
		w = w[:3]
	}
	if len(w) > 4 {
		w = strings.TrimSuffix(w, "e")
	}
	return w[:min(len(w), stemBytes)]
}

// undouble takes back the doubling of a final consonant: stopp -> stop.
func undouble(w string) string {
	n := len(w)
	if n > 3 && w[n-1] == w[n-2] && !strings.ContainsRune("lsz", rune(w[n-1])) {
		return w[:n-1]
	}
	return w
}

// functionWords say nothing about what a rendering means.
const functionWords = " a an the of to in on at by for with from and or as be is are was were been being have has had do does did it its this that these those which who whom not one one's oneself sb sth "

func isFunctionWord(folded string) bool {
	return strings.Contains(functionWords, " "+folded+" ")
}
