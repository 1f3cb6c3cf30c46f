package english

import (
	"bytes"
	"strings"

	"duizhao/lang/span"
)

// form is one of the inflected forms of a verb.
type form int

const (
	past form = iota
	participle
	gerund
	third
)

var allForms = [...]form{past, participle, gerund, third}

// PastTense puts a verb phrase into the past: "vigorously promote growth" →
// "vigorously promoted growth". In a pair of verbs both are inflected when the
// second can be nothing but a verb: "peak emissions and achieve neutrality" →
// "peaked emissions and achieved neutrality".
func PastTense(phrase string) string { return inflect(phrase, past) }

// PastParticiple is [PastTense] for the past participle.
func PastParticiple(phrase string) string { return inflect(phrase, participle) }

// Gerund is [PastTense] for the form in -ing.
func Gerund(phrase string) string { return inflect(phrase, gerund) }

// ThirdPerson is [PastTense] for the third person of the present.
func ThirdPerson(phrase string) string { return inflect(phrase, third) }

// IsVerbForm reports whether w is a form of the verb or verb phrase base: base
// itself, its past, participle, -ing form or third person. In a phrase with
// two verbs both stand in the same form.
func IsVerbForm(base, w string) bool {
	var bufB, bufW [64]byte
	b, x := appendFold(bufB[:0], base), appendFold(bufW[:0], w)
	if bytes.Equal(b, x) {
		return true
	}
	if bytes.IndexByte(b, ' ') < 0 && bytes.IndexByte(b, '-') < 0 {
		return isForm(b, x)
	}
	phrase, found := string(b), string(x)
	if verbs := verbsOf(phrase); len(verbs) == 1 {
		v := verbs[0]
		tail := len(phrase) - v.End
		return len(found) >= v.Start+tail && found[:v.Start] == phrase[:v.Start] &&
			found[len(found)-tail:] == phrase[v.End:] && isForm(b[v.Start:v.End], x[v.Start:len(x)-tail])
	}
	for _, f := range allForms {
		if Fold(inflect(phrase, f)) == found {
			return true
		}
	}
	return false
}

// isForm reports whether w is an inflected form of the folded verb base.
func isForm(base, w []byte) bool {
	if len(base) < 2 || closed()[string(base)] {
		return false
	}
	irregular := verbTable().forms[string(base)]
	var buf [64]byte
	for _, f := range allForms {
		if list := irregular.list(f); list != nil {
			for _, one := range list {
				if one == string(w) {
					return true
				}
			}
			continue
		}
		if bytes.Equal(appendFormRule(buf[:0], string(base), f), w) {
			return true
		}
	}
	return false
}

func (v verb) list(f form) []string {
	switch f {
	case past:
		return v.past
	case participle:
		return v.participle
	case gerund:
		return v.gerund
	}
	return v.third
}

func inflect(phrase string, f form) string {
	verbs := verbsOf(phrase)
	if len(verbs) == 0 {
		return phrase
	}
	out := make([]byte, 0, len(phrase)+4*len(verbs))
	at := 0
	for _, v := range verbs {
		out = append(out, phrase[at:v.Start]...)
		out = appendForm(out, phrase[v.Start:v.End], f)
		at = v.End
	}
	return string(append(out, phrase[at:]...))
}

// verbsOf finds the verbs of a verb phrase: the first word that is no adverb,
// and words behind "and", "or" or a comma that can only be verbs.
func verbsOf(phrase string) []span.Span {
	t := verbTable()
	var buf [16]Word
	words := AppendWords(buf[:0], phrase)
	if len(words) == 0 {
		return nil
	}
	first := 0
	for first < len(words)-1 && isAdverb(t, Fold(words[first].Text)) {
		first++
	}
	verbs := []span.Span{verbSpan(words[first])}
	for i := first + 1; i < len(words); i++ {
		prev := Fold(words[i-1].Text)
		between := phrase[words[i-1].Span.End:words[i].Span.Start]
		joined := prev == "and" || prev == "or" || isAdverb(t, prev) && prev != "to" && prev != "for" && i > 1 && Fold(words[i-2].Text) == "and"
		if (joined || strings.Contains(between, ",")) && t.only[Fold(words[i].Text)] {
			verbs = append(verbs, verbSpan(words[i]))
		}
	}
	return verbs
}

// verbSpan is where the inflected part of a verb stands: behind the last
// hyphen of co-host, fine-tune.
func verbSpan(w Word) span.Span {
	cut := strings.LastIndexByte(w.Text, '-') + 1
	return span.Span{Start: w.Span.Start + cut, End: w.Span.End}
}

func isAdverb(t *verbs, w string) bool {
	return t.adverbs[w] || strings.HasSuffix(w, "ly") && len(w) > 3 && !t.ly[w]
}

// appendForm appends a form of one verb, in its case.
func appendForm(dst []byte, word string, f form) []byte {
	if list := verbTable().forms[Fold(word)].list(f); list != nil {
		return appendCased(dst, list[0], word)
	}
	return appendFormRule(dst, word, f)
}

// appendFormRule inflects by rule alone.
func appendFormRule(dst []byte, word string, f form) []byte {
	n := len(word)
	if f == third || n < 2 {
		if n > 0 && word[n-1] == 'o' && !isVowel(word[max(n-2, 0)]) {
			return append(append(dst, word...), "es"...)
		}
		return appendS(dst, word)
	}
	last, before := word[n-1], word[n-2]
	if f == gerund {
		switch {
		case last == 'e' && before == 'i':
			return append(append(dst, word[:n-2]...), "ying"...)
		case last == 'e' && before != 'e' && before != 'o' && before != 'y':
			return append(append(dst, word[:n-1]...), "ing"...)
		case doubles(word):
			return append(append(append(dst, word...), last), "ing"...)
		}
		return append(append(dst, word...), "ing"...)
	}
	switch {
	case last == 'e':
		return append(append(dst, word...), 'd')
	case last == 'y' && !isVowel(before):
		return append(append(dst, word[:n-1]...), "ied"...)
	case doubles(word):
		return append(append(append(dst, word...), last), "ed"...)
	}
	return append(append(dst, word...), "ed"...)
}

// doubles reports whether a verb doubles its last consonant: one syllable
// that ends in consonant, vowel, consonant (plan), or listed (commit).
func doubles(word string) bool {
	n := len(word)
	if n < 3 || isVowel(word[n-1]) || word[n-1] == 'w' || word[n-1] == 'x' || word[n-1] == 'y' || word[n-1] == 'h' ||
		!isVowel(word[n-2]) || isVowel(word[n-3]) && (word[n-3] != 'u' || n < 4 || word[n-4] != 'q') {
		return false
	}
	for i := 0; i < n-2; i++ {
		if (isVowel(word[i]) || word[i] == 'y' && i > 0) && !(word[i] == 'u' && i > 0 && word[i-1] == 'q') {
			return verbTable().doubling[word] // a longer word
		}
	}
	return true
}
