package check

import (
	"slices"
	"strings"
	"sync"

	"duizhao/glossary"
	"duizhao/lang/english"
	"duizhao/lang/lexicon"
	"duizhao/lang/span"
)

// namesOne reports whether terms of a kind are names, which are nouns wherever
// they stand and have no number.
func namesOne(k glossary.Kind) bool {
	return slices.Contains([]glossary.Kind{glossary.KindBody, glossary.KindTitle, glossary.KindPerson, glossary.KindPlace, glossary.KindEvent}, k)
}

// isPlural reports whether a noun phrase is plural, as its form tells.
func isPlural(phrase string) bool {
	return strings.HasSuffix(phrase, "s") && english.Plural(phrase) == phrase
}

// mayBePlural reports whether a plural that was made is a word: of carbon
// peaking there is none.
func mayBePlural(plural string) bool {
	words := english.Words(plural)
	last := words[len(words)-1].Text
	return !strings.HasSuffix(last, "ings") && !strings.HasSuffix(last, "ities") && !strings.HasSuffix(last, "isms")
}

// withCapitals gives right the capitals in which wrong stands in the text;
// plain is wrong as the glossary has it. What right has of its own stays.
func withCapitals(right, wrong, plain string) string {
	switch {
	case wrong == strings.ToUpper(wrong) && plain != strings.ToUpper(plain):
		return strings.ToUpper(right)
	case wrong == plain:
		return right
	case len(english.Words(wrong)) > 1 && wrong == english.TitleCase(wrong) && plain != english.TitleCase(plain):
		return english.TitleCase(right)
	case wrong == english.Capitalise(wrong) && plain != english.Capitalise(plain):
		return english.Capitalise(right)
	}
	return right
}

// splice puts right in the place at (runes) of en. A leading article is
// carried over: "a" and "an" by the sound of what follows, and one that right
// brings along takes the place of one that stands there. ok is false where no
// English comes of it: "a" before a noun that has no singular.
func splice(en string, at span.Span, right string) (out string, ok bool) {
	runes := []rune(en)
	before, after := string(runes[:at.Start]), string(runes[at.End:])
	words := english.Words(before)
	if len(words) > 0 && strings.TrimSpace(before[words[len(words)-1].Span.End:]) == "" {
		last := words[len(words)-1]
		switch article := strings.ToLower(last.Text); article {
		case "the":
			if own, found := strings.CutPrefix(right, "the "); found {
				right = own
			}
		case "a", "an":
			own, definite := strings.CutPrefix(right, "the ")
			word := "the"
			if !definite {
				if word = english.Article(right); uncounted(right) {
					return "", false
				}
			}
			if last.Text != strings.ToLower(last.Text) {
				word = english.Capitalise(word)
			}
			before, right = before[:last.Span.Start]+word+before[last.Span.End:], own
		}
	}
	if begins(before) {
		right = english.Capitalise(right)
	}
	return before + right + after, true
}

// uncounted reports whether a noun phrase cannot have "a".
func uncounted(phrase string) bool {
	words := english.Words(phrase)
	if len(words) == 0 {
		return true
	}
	last := words[len(words)-1].Text
	return isPlural(phrase) || english.Uncountable(last) || strings.HasSuffix(last, "ing") || strings.HasSuffix(last, "ity")
}

// begins reports whether what stands behind before begins a sentence.
func begins(before string) bool {
	before = strings.TrimRight(before, " \n\t\"'“‘([")
	return before == "" || strings.ContainsRune(".!?:", rune(before[len(before)-1]))
}

// nounCues stand before nouns and never before verbs.
var nounCues = wordSet("a an the this that these those its their our his her every each of in on at by for from with without towards toward through under about beyond into between")

// standsAsNoun reports whether it is certain that what stands wrongly for term
// i is a noun: by the word before it, by a head that the right rendering has
// as well, or since it begins with no verb.
func (s *Subject) standsAsNoun(i int, right string) bool {
	wrong := english.Words(s.Met[i].En)
	if len(wrong) == 0 {
		return false
	}
	before := english.Words(string([]rune(s.En)[:s.Met[i].Target.Start]))
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
