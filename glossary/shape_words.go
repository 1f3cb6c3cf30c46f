package glossary

import (
	"slices"
	"strings"
)

// lemmaIn is the word of a list that w is a form of, or w.
func lemmaIn(list, w string) string {
	for _, ending := range [...]string{"", "s", "d", "ed", "es"} {
		if stem, ok := strings.CutSuffix(w, ending); ok && listed(list, stem) {
			return stem
		}
	}
	switch w {
	case "grew", "grown":
		return "grow"
	case "rose", "risen":
		return "rise"
	case "fell", "fallen":
		return "fall"
	}
	return w
}

// isPreposition reports whether w is one of the common prepositions.
func isPreposition(w string) bool {
	switch w {
	case "of", "for", "on", "in", "to", "with", "from", "by", "against", "under", "between", "at", "about", "concerning", "regarding", "among", "over", "into", "through", "towards", "toward", "upon":
		return true
	}
	return false
}

// isTurning reports whether w joins a noun to what would stand before it:
// "management of risks".
func isTurning(w string) bool {
	switch w {
	case "of", "for", "with", "at", "in", "on", "to", "from", "concerning", "regarding", "among", "between", "against", "about":
		return true
	}
	return false
}

// coordinates reports whether p has an "and" of its own.
func (p *pattern) coordinates() bool {
	return slices.ContainsFunc(p.pieces, func(q piece) bool { return isCoordinator(q.fold) })
}
