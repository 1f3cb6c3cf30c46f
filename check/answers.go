package check

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"duizhao/lang/han"
)

//go:embed data/answers.txt
var answersFile string

// phrase is something that models write, and the Chinese that excuses it.
type phrase struct {
	en     string
	unless []string // folded
}

// order is an instruction in the Chinese and what its translation must say.
type order struct {
	verbs, objects []string // folded; one of each stands in the Chinese
	en             []string // one of these stands in a translation
}

// answerTables is data/answers.txt, read.
type answerTables struct {
	phrases map[string][]phrase // by the name of the list
	orders  []order
}

var answerTable = sync.OnceValue(func() *answerTables {
	t := &answerTables{phrases: map[string][]phrase{}}
	for line := range strings.Lines(answersFile) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		name, rest, ok := strings.Cut(line, ": ")
		cells := strings.Split(rest, "|")
		switch {
		case !ok || name == "orders" && len(cells) != 3 || name != "orders" && len(cells) > 2:
			panic(fmt.Sprintf("data/answers.txt: %q", line))
		case name == "orders":
			t.orders = append(t.orders, order{folded(cells[0]), folded(cells[1]), strings.Fields(cells[2])})
		default:
			p := phrase{en: strings.TrimSpace(cells[0])}
			if len(cells) == 2 {
				p.unless = folded(cells[1])
			}
			t.phrases[name] = append(t.phrases[name], p)
		}
	}
	return t
})

// folded is the words of a cell, folded.
func folded(cell string) []string { return strings.Fields(han.FoldString(cell)) }

// says reports whether en begins with a phrase of data/answers.txt, whatever
// its case, its quotation marks and the marks of Markdown in front. end is the
// byte of en where the phrase ends.
func says(en, phrase string) (end int, ok bool) {
	rest := strings.TrimLeft(en, " \n\t*>#\"“'‘")
	at := len(en) - len(rest)
	for _, want := range phrase {
		got, size := utf8.DecodeRuneInString(en[at:])
		switch got {
		case '’', '‘':
			got = '\''
		case '“', '”':
			got = '"'
		}
		if unicode.ToLower(got) != want {
			return 0, false
		}
		at += size
	}
	return at, true
}

func containsAny(text string, words []string) bool {
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}
