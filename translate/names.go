package translate

import (
	"cmp"
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"duizhao/lang/han"
	"duizhao/lang/lexicon"
	"duizhao/lang/span"
)

//go:embed data/heads.txt
var headsFile string

// head is the last word of a name and what stands for it in English.
type head struct {
	zh       string
	en       []string
	document bool // stands inside 《》; the others are bodies
}

// heads is data/heads.txt, read; longer ones stand before those they end with.
var heads = sync.OnceValue(func() []head {
	var out []head
	document := false
	for line := range strings.Lines(headsFile) {
		line = strings.TrimSpace(line)
		document = document || strings.HasPrefix(line, "# Documents")
		if line == "" || line[0] == '#' {
			continue
		}
		zh, en, ok := strings.Cut(line, "\t")
		if !ok {
			panic(fmt.Sprintf("data/heads.txt: %q", line))
		}
		out = append(out, head{zh, strings.Fields(en), document})
	}
	return out
})

// named is a name in the Chinese of a unit.
type named struct {
	zh   string
	at   int // rune where it begins
	head *head
}

// Lengths of names, in runes.
const (
	maxBody     = 16
	minBody     = 2 // before the head
	maxDocument = 40
)

// findNames finds the names in a unit that the glossary does not hold, by
// simple means: bodies by their last word, documents by 《》.
func (w *work) findNames() []named {
	zh := []rune(han.FoldString(w.unit.Zh))
	taken := make([]bool, len(zh))
	for _, m := range w.terms {
		for i := m.Span.Start; i < m.Span.End; i++ {
			taken[i] = true
		}
	}
	out := documents(zh, taken)
	words := lexicon.Borders().Words(zh)
	for n := len(words) - 1; n >= 0; n-- {
		h := bodyHead(string(zh[words[n].Start:words[n].End]))
		if h == nil {
			continue
		}
		end, start := words[n].End, words[n].Start
		for n > 0 && continues(zh, taken, words[n-1]) && end-words[n-1].Start <= maxBody {
			n--
			start = words[n].Start
		}
		if !taken[start] && !taken[end-1] && end-start >= minBody+len([]rune(h.zh)) {
			out = append(out, named{string(zh[start:end]), start, h})
		}
	}
	slices.SortFunc(out, func(a, b named) int { return cmp.Compare(a.at, b.at) })
	return out
}

// bodyHead is the head with which a word ends.
func bodyHead(word string) *head {
	for i := range heads() {
		if h := &heads()[i]; !h.document && strings.HasSuffix(word, h.zh) {
			return h
		}
	}
	return nil
}

// continues reports whether a name may have the word at in front of what
// follows: a noun or something unknown, and nothing that the glossary has.
func continues(zh []rune, taken []bool, at span.Span) bool {
	for i := at.Start; i < at.End; i++ {
		if taken[i] || !han.Is(zh[i]) {
			return false
		}
	}
	entry, known := lexicon.Default().LookupFolded(string(zh[at.Start:at.End]))
	return !known || entry.Has(lexicon.Noun) || entry.Has(lexicon.Attribute) || entry.Has(lexicon.Adjective)
}

// documents finds what stands in 《》.
func documents(zh []rune, taken []bool) []named {
	var out []named
	for i := 0; i < len(zh); i++ {
		if zh[i] != '《' {
			continue
		}
		for j := i + 1; j < len(zh) && j-i <= maxDocument; j++ {
			if zh[j] != '》' {
				continue
			}
			title := string(zh[i+1 : j])
			for k := range heads() {
				if h := &heads()[k]; h.document && strings.HasSuffix(title, h.zh) && !taken[i+1] {
					out = append(out, named{title, i + 1, h})
					break
				}
			}
			i = j
			break
		}
	}
	return out
}
