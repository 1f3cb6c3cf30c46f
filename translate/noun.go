package translate

import (
	"strings"
	"sync"

	"duizhao/lang/english"
	"duizhao/lang/lexicon"
)

// nounCues stand before nouns and never before verbs.
var nounCues = map[string]bool{
	"a": true, "an": true, "the": true, "this": true, "that": true, "these": true, "those": true, "its": true, "their": true, "our": true, "his": true,
	"her": true, "every": true, "each": true, "of": true, "in": true, "on": true, "at": true, "by": true, "for": true, "from": true, "with": true,
	"without": true, "towards": true, "toward": true, "through": true, "under": true, "about": true, "beyond": true, "into": true, "between": true,
}

// standsAsNoun reports whether it is certain that what stands wrongly for term
// i is a noun: by the word before it, by a head that the right rendering has
// as well, or since it begins with no verb.
func (w *work) standsAsNoun(i int, right string) bool {
	wrong := english.Words(w.best.met[i].En)
	if len(wrong) == 0 {
		return false
	}
	before := english.Words(string([]rune(w.best.en)[:w.best.receipts[i].Target.Start]))
	if len(before) > 0 && nounCues[strings.ToLower(before[len(before)-1].Text)] {
		return true
	}
	head := english.Words(right)
	if len(wrong) > 1 && english.SameLemma(wrong[len(wrong)-1].Text, head[len(head)-1].Text) {
		return true
	}
	return !verbs()[english.Fold(wrong[0].Text)]
}

// verbs are the words that the lexicon knows as verbs, in every form.
var verbs = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for entry := range lexicon.Default().All {
		for _, sense := range entry.Senses {
			if sense.POS != lexicon.Verb {
				continue
			}
			for _, en := range sense.En {
				for _, form := range []string{en, english.PastTense(en), english.Gerund(en), english.ThirdPerson(en)} {
					if words := english.Words(form); len(words) > 0 {
						out[english.Fold(words[0].Text)] = true
					}
				}
			}
		}
	}
	return out
})
