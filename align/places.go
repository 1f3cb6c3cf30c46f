package align

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Places tells lines and columns of a decoded source, as editors count them.
type Places struct {
	text   string
	starts []int // of each line, bytes
}

// Places returns the lines and columns of a side.
func (s *Side) Places() *Places { return NewPlaces(s.Article.Source.Text) }

// NewPlaces returns the lines and columns of a decoded source.
func NewPlaces(text string) *Places {
	p := &Places{text: text}
	at := 0
	for line := range strings.Lines(text) {
		p.starts = append(p.starts, at)
		at += len(line)
	}
	if len(p.starts) == 0 || strings.HasSuffix(text, "\n") {
		p.starts = append(p.starts, at) // an empty last line
	}
	return p
}

// At returns the line, from 1, and the column, from 1 and in runes, of a byte.
// Bytes before and behind the text lead to its ends.
func (p *Places) At(offset int) (line, column int) {
	offset = min(max(offset, 0), len(p.text))
	k, found := slices.BinarySearch(p.starts, offset)
	if !found {
		k--
	}
	return k + 1, utf8.RuneCountInString(p.text[p.starts[k]:offset]) + 1
}
