package lexicon

import (
	_ "embed"
	"iter"
	"strconv"
	"strings"
	"sync"

	"duizhao/lang/han"
)

// wordList is not compressed: unpacking it would take as long as reading it.
//
//go:embed words.txt
var wordList string

// Borders returns the judge of word borders over the built-in word list, which
// is read when it is first asked for and shared by all who ask.
func Borders() *han.Borders { return borders() }

var borders = sync.OnceValue(func() *han.Borders {
	return han.NewBorders(words(wordList))
})

// Frequency returns how often a word, in either script, occurs in the some 57
// million words that the list was counted on, rounded to two digits; 0 where
// the list does not have it.
func Frequency(zh string) int { return borders().Frequency(zh) }

// words yields the words of a list whose lines are a frequency and the words
// that have it.
func words(list string) iter.Seq2[string, int] {
	return func(yield func(string, int) bool) {
		for line := range strings.Lines(list) {
			first, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
			frequency, err := strconv.Atoi(first)
			if err != nil {
				continue // a comment
			}
			for rest != "" {
				var word string
				word, rest, _ = strings.Cut(rest, " ")
				if !yield(word, frequency) {
					return
				}
			}
		}
	}
}
