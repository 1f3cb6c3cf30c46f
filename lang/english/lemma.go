package english

import (
	"slices"
	"strings"
)

// SameLemma reports whether a and b are forms of one word: spelt alike under
// [Fold], singular and plural, forms of one verb, or a possessive of either.
// peaked and peaking are; government and governance are not.
func SameLemma(a, b string) bool {
	a, b = TrimPossessive(Fold(a)), TrimPossessive(Fold(b))
	if a == b {
		return true
	}
	if closed()[a] || closed()[b] {
		return false
	}
	if !alike(a, b) && !listed(a) && !listed(b) {
		return false
	}
	var bufA, bufB [12]string
	bases := appendBases(bufB[:0], b)
	for _, base := range appendBases(bufA[:0], a) {
		if slices.Contains(bases, base) {
			return true
		}
	}
	return false
}

// TrimPossessive cuts the 's or ' off a folded possessive.
func TrimPossessive(word string) string {
	if cut, ok := strings.CutSuffix(word, "'s"); ok {
		return cut
	}
	return strings.TrimSuffix(word, "'")
}

// alike reports that two words begin alike for as long as regular forms of
// one word do.
func alike(a, b string) bool {
	n := min(len(a), len(b))
	n = min(n, max(2, n-3))
	return a[:n] == b[:n]
}

func listed(w string) bool {
	if _, ok := verbTable().bases[w]; ok {
		return true
	}
	_, ok := nounTable().singulars[w]
	return ok
}

// appendBases appends the words that the folded w can be a form of, itself
// first. Each is checked by making w of it.
func appendBases(dst []string, w string) []string {
	dst = append(dst, w)
	dst = append(dst, verbTable().bases[w]...)
	dst = append(dst, nounTable().singulars[w]...)
	try := func(base string) {
		if len(base) < 2 || !strings.ContainsAny(base, "aeiouy") || slices.Contains(dst, base) {
			return
		}
		if isForm([]byte(base), []byte(w)) || isPlural([]byte(base), []byte(w)) {
			dst = append(dst, base)
		}
	}
	for _, e := range [...][2]string{{"ies", "y"}, {"ied", "y"}, {"es", ""}, {"s", ""}, {"ed", ""}, {"d", ""}, {"ing", ""}, {"ing", "e"}, {"ying", "ie"}, {"ses", "sis"}, {"men", "man"}} {
		stem, ok := strings.CutSuffix(w, e[0])
		if !ok {
			continue
		}
		try(stem + e[1])
		if n := len(stem); (e[0] == "ed" || e[0] == "ing") && e[1] == "" && n > 2 && stem[n-1] == stem[n-2] {
			try(stem[:n-1])
		}
	}
	return dst
}
