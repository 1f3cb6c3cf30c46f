package translate

import (
	"slices"
	"strings"

	"duizhao/glossary"
	"duizhao/lang/english"
	"duizhao/lang/han"
	"duizhao/lang/lexicon"
	"duizhao/lang/span"
)

// unifyPeople spells the Han persons of the document as official English does:
// Sun Jinlong, not Jinlong Sun or Sun Jin-long. A name that the English never
// spells in pinyin is none: 艾伯特 is Albert.
func (r *run) unifyPeople() {
	folded := make([]string, len(r.works))
	for i, w := range r.works {
		folded[i] = han.FoldString(w.unit.Zh)
	}
	for _, p := range r.findPeople(folded) {
		name, spelt := Name{Zh: p.zh, En: p.en}, false
		for i, w := range r.works {
			if !strings.Contains(folded[i], p.zh) {
				continue
			}
			name.Units++
			at, wrong := misspelt(w.best.en, p.en)
			spelt = spelt || wrong || strings.Contains(w.best.en, p.en)
			if wrong && w.best.usable && r.rename(w, at, p.en) {
				name.Changed = append(name.Changed, w.unit.At)
			}
		}
		if spelt {
			r.names = append(r.names, name)
		}
	}
}

// person is somebody whom the document names in two units or more.
type person struct{ zh, en string }

// findPeople finds the persons of a document, in the order in which they are
// named: Han names behind a post, which then are known wherever they stand.
func (r *run) findPeople(folded []string) []person {
	var people []person
	tried := map[string]bool{}
	for i, w := range r.works {
		zh := []rune(folded[i])
		for _, at := range w.posts(zh) {
			p, ok := personAt(zh[at:])
			if ok && !tried[p.zh] && recurs(folded, p.zh) {
				people = append(people, p)
			}
			tried[p.zh] = true
		}
	}
	return people
}

// personAt reads the name of a person, the longest that is one.
func personAt(zh []rune) (person, bool) {
	surname := han.SurnameLen(string(zh[:min(len(zh), 4)]))
	for given := 2; given > 0 && surname > 0; given-- {
		if surname+given > len(zh) {
			continue
		}
		name := string(zh[:surname+given])
		if en, ok := han.Name(name); ok && lexicon.Frequency(name) == 0 && !startsWord(zh[surname+given-1:]) {
			return person{name, en}, true
		}
	}
	return person{}, false
}

// startsWord reports whether a known word begins here: in 李强调 the name does
// not reach into 强调.
func startsWord(zh []rune) bool {
	for n := 2; n <= min(len(zh), 4); n++ {
		if _, known := lexicon.Default().LookupFolded(string(zh[:n])); known {
			return true
		}
	}
	return false
}

// maxPost is the length of the longest post that is looked for, in runes.
const maxPost = 5

// posts gives the places behind posts, 部长|孙金龙. Words are not cut for that:
// the likeliest words of 市长孙启明 begin with 市|长孙.
func (w *work) posts(zh []rune) []int {
	var out []int
	for _, m := range w.terms {
		if m.Term.Kind == glossary.KindPost {
			out = append(out, m.Span.End)
		}
	}
	for start := range zh {
		for n := 2; n <= maxPost && start+n <= len(zh); n++ {
			entry, known := lexicon.Default().LookupFolded(string(zh[start : start+n]))
			if known && slices.ContainsFunc(entry.Senses, func(s lexicon.Sense) bool { return s.Flags.Has(lexicon.Post) }) {
				out = append(out, start+n)
			}
		}
	}
	slices.Sort(out)
	return out
}

// recurs reports whether zh stands in two texts or more.
func recurs(texts []string, zh string) bool {
	n := 0
	for _, text := range texts {
		if strings.Contains(text, zh) {
			if n++; n > 1 {
				return true
			}
		}
	}
	return false
}

// misspelt finds the name en in another order or spelling: the same letters,
// surname first or last, each part with a capital. at counts runes.
func misspelt(text, en string) (at span.Span, ok bool) {
	surname, given, _ := strings.Cut(en, " ")
	right, turned := letters(surname+given), letters(given+surname)
	words := english.Words(text)
	for i := range words {
		for n := 1; n <= 3 && i+n <= len(words); n++ {
			from, to := words[i].Span.Start, words[i+n-1].Span.End
			stretch := strings.TrimSuffix(strings.TrimSuffix(text[from:to], "'s"), "’s")
			if hasCapital(words[i].Text) && hasCapital(words[i+n-1].Text) && stretch != en &&
				!strings.ContainsAny(stretch, ",.;:()") && slices.Contains([]string{right, turned}, letters(stretch)) {
				start := len([]rune(text[:from]))
				return span.Span{Start: start, End: start + len([]rune(stretch))}, true
			}
		}
	}
	return at, false
}

// letters is a name without what only its spelling adds.
func letters(name string) string {
	return strings.ToLower(strings.NewReplacer(" ", "", "-", "", "'", "", "’", "").Replace(name))
}
