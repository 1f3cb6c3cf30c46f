package english

import (
	"strings"

	"duizhao/lang/span"
)

// Plural puts the head of a noun phrase into the plural: "emissions trading
// market" → "emissions trading markets", "Ministry of Ecology" → "Ministries
// of Ecology", "secretary general" → "secretaries general". What is plural
// already, or has no other plural (news, means), stays as it is.
func Plural(phrase string) string {
	head := headOf(phrase)
	word := phrase[head.Start:head.End]
	if word == "" || looksPlural(word) {
		return phrase
	}
	var buf [64]byte
	plural := appendPlural(buf[:0], word)
	return phrase[:head.Start] + string(plural) + phrase[head.End:]
}

// Possessive makes a possessive of a phrase: China's, the enterprises',
// children's.
func Possessive(phrase string) string {
	switch {
	case phrase == "":
		return ""
	case strings.HasSuffix(phrase, "s") && looksPlural(lastWord(phrase)):
		return phrase + "'"
	}
	return phrase + "'s"
}

// Uncountable reports whether a noun is not used in the plural and takes
// neither "a" nor a numeral: information, equipment.
func Uncountable(noun string) bool {
	head := headOf(noun)
	return nounTable().mass[Fold(noun[head.Start:head.End])]
}

// IsPlural reports whether w is a plural of the noun or noun phrase base, in
// any of the spellings that [Fold] takes for the same. An invariant noun
// (series, yuan) is its own plural.
func IsPlural(base, w string) bool {
	var bufB, bufW [64]byte
	b, x := appendFold(bufB[:0], base), appendFold(bufW[:0], w)
	head := span.Span{Start: 0, End: len(b)}
	if strings.ContainsAny(base, " -") {
		head = headOf(string(b))
	}
	tail := len(b) - head.End
	if len(x) < head.Start+tail || string(x[:head.Start]) != string(b[:head.Start]) ||
		string(x[len(x)-tail:]) != string(b[head.End:]) {
		return false
	}
	return isPlural(b[head.Start:head.End], x[head.Start:len(x)-tail])
}

// isPlural is IsPlural for single folded words.
func isPlural(base, w []byte) bool {
	if len(base) < 2 || closed()[string(base)] {
		return false
	}
	if plurals, ok := nounTable().plurals[string(base)]; ok {
		for _, p := range plurals {
			if p == string(w) {
				return true
			}
		}
		return false
	}
	if len(w) <= len(base)-2 || looksPluralFolded(base) {
		return false
	}
	if _, other := nounTable().plurals[string(w)]; other {
		return false // news is a singular of its own
	}
	var buf [64]byte
	return string(appendPluralRule(buf[:0], string(base))) == string(w)
}

// headOf finds the head of a noun phrase: the word before the first
// preposition, or else the last word.
func headOf(phrase string) span.Span {
	t := nounTable()
	var buf [16]Word
	words := AppendWords(buf[:0], phrase)
	if len(words) == 0 {
		return span.Span{}
	}
	at := len(words) - 1
	for i := 1; i < len(words); i++ {
		if t.heads[Fold(words[i].Text)] {
			at = i - 1
			break
		}
	}
	if at > 0 && t.after[Fold(words[at].Text)] {
		at-- // secretary general, but not General
	}
	head := words[at].Span
	if cut, ok := hyphenHead(words[at].Text); ok {
		head.End = head.Start + cut
	}
	return head
}

// hyphenHead is the end of the head of a compound such as secretary-general
// or passer-by, whose head stands first.
func hyphenHead(word string) (int, bool) {
	cut := strings.IndexByte(word, '-')
	if cut <= 0 || nounTable().plurals[Fold(word)] != nil {
		return 0, false
	}
	last := Fold(word[strings.LastIndexByte(word, '-')+1:])
	return cut, nounTable().after[last]
}

// looksPlural reports whether a noun is a plural by its shape or by the
// tables.
func looksPlural(word string) bool {
	var buf [64]byte
	return !isAcronym(word) && looksPluralFolded(appendFold(buf[:0], word))
}

func looksPluralFolded(w []byte) bool {
	t := nounTable()
	if _, ok := t.plurals[string(w)]; ok {
		return false // singular or invariant: its plurals are listed
	}
	if _, ok := t.singulars[string(w)]; ok {
		return true
	}
	n := len(w)
	if n > 4 && string(w[n-3:]) == "men" {
		return true // chairmen; specimen and the like are listed
	}
	if n < 3 || w[n-1] != 's' || t.ending[string(w)] {
		return false
	}
	return w[n-2] != 's' && w[n-2] != 'u' && w[n-2] != 'i' && w[n-2] != '\''
}

// appendPlural appends the usual plural of one word, in its case.
func appendPlural(dst []byte, word string) []byte {
	if isAcronym(word) {
		return append(append(dst, word...), 's')
	}
	var buf [64]byte
	key := appendFold(buf[:0], word)
	if plurals, ok := nounTable().plurals[string(key)]; ok {
		return appendCased(dst, plurals[0], word)
	}
	if stem, ok := manCompound(key); ok {
		return append(append(dst, word[:stem]...), "men"...)
	}
	return appendPluralRule(dst, word)
}

// manCompound gives the length of what stands before "man" in chairman,
// statesman; human and the like are in the table of plurals.
func manCompound(key []byte) (int, bool) {
	n := len(key)
	return n - 3, n > 4 && string(key[n-3:]) == "man"
}

func appendPluralRule(dst []byte, word string) []byte {
	if n := len(word) - 3; n > 1 && word[n:] == "man" {
		return append(append(dst, word[:n]...), "men"...)
	}
	if n := len(word) - 3; n > 1 && word[n:] == "sis" {
		return append(append(dst, word[:n]...), "ses"...) // electrolysis, catalysis
	}
	return appendS(dst, word)
}

// appendS adds -s, -es or -ies, as plurals and the third person do.
func appendS(dst []byte, word string) []byte {
	n := len(word)
	if n < 2 {
		return append(append(dst, word...), 's')
	}
	last, before := word[n-1]|0x20, word[n-2]|0x20
	switch {
	case last == 'y' && !isVowel(before) && before != 'y':
		return append(append(dst, word[:n-1]...), "ies"...)
	case last == 's' || last == 'x' || last == 'z' || last == 'h' && (before == 's' || before == 'c'):
		return append(append(dst, word...), "es"...)
	}
	return append(append(dst, word...), 's')
}

// appendCased appends form with a capital where word has one.
func appendCased(dst []byte, form, word string) []byte {
	n := len(dst)
	dst = append(dst, form...)
	if word != "" && form != "" && isUpper(word[0]) && isLetter(form[0]) {
		dst[n] &^= 0x20
	}
	return dst
}

// isAcronym reports whether a word is written in capitals: NGO, CO2.
func isAcronym(word string) bool {
	capitals := 0
	for i := 0; i < len(word); i++ {
		if word[i] >= 'a' && word[i] <= 'z' {
			return false
		}
		if isUpper(word[i]) {
			capitals++
		}
	}
	return capitals > 1
}

func lastWord(phrase string) string {
	return phrase[strings.LastIndexAny(phrase, " -")+1:]
}

func isVowel(c byte) bool {
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'
}
