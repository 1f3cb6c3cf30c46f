package english

import (
	"strings"
	"sync"
)

// shortestVariant is the length in bytes of the shortest British word in the
// table: tyre.
const shortestVariant = 4

// spelling maps British spellings to American ones. Its table has three kinds
// of lines: "@our: our=or oured=ored" says how a class of stems ends in
// Britain and in America, "our: lab col" lists the stems of a class, and
// "programme: program s" gives a single pair with the endings both take.
var spelling = sync.OnceValue(func() map[string]string {
	us := make(map[string]string, 4096)
	classes := make(map[string][]string)
	for key, words := range rows("spelling.txt") {
		if class, ok := strings.CutPrefix(key, "@"); ok {
			classes[class] = words
			continue
		}
		if pairs, ok := classes[key]; ok {
			addClass(us, words, pairs)
			continue
		}
		addPair(us, key, words[0], words[1:])
	}
	return us
})

// addClass spells every stem with every pair of endings.
func addClass(us map[string]string, stems, pairs []string) {
	for _, stem := range stems {
		for _, pair := range pairs {
			british, american, _ := strings.Cut(pair, "=")
			us[stem+british] = stem + american
		}
	}
}

// addPair adds british and its forms; a final e falls before -ed and -ing.
func addPair(us map[string]string, british, american string, endings []string) {
	us[british] = american
	for _, ending := range endings {
		b, a := british, american
		if ending[0] == 'e' || ending[0] == 'i' {
			b, a = strings.TrimSuffix(b, "e"), strings.TrimSuffix(a, "e")
		}
		us[b+ending] = a + ending
	}
}
