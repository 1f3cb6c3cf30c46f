// Package span promises that cleaned text can always be led back to where it
// came from: a [Span] is a half-open stretch of a text, and a list of [Edit]
// says how a cleaned text differs from the source it was cut out of.
//
// Start with [Replay], which rebuilds the cleaned text from the source, and
// [ToSource], which leads a place in the cleaned text back to the source.
// The package does not know what is counted: each user says whether its spans
// count bytes or runes.
package span

import (
	"encoding/json"
	"fmt"
)

// Span is the half-open stretch [Start, End). Whether it counts bytes or
// runes is said where it is used.
type Span struct{ Start, End int }

// Len is the number of bytes or runes in s.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether nothing lies in s.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains reports whether o lies wholly inside s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether s and o share at least one place.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Shift moves both ends of s by n.
func (s Span) Shift(n int) Span { return Span{s.Start + n, s.End + n} }

// MarshalJSON writes s as [start, end].
func (s Span) MarshalJSON() ([]byte, error) {
	return fmt.Appendf(nil, "[%d,%d]", s.Start, s.End), nil
}

// UnmarshalJSON reads [start, end].
func (s *Span) UnmarshalJSON(data []byte) error {
	var pair []int
	if err := json.Unmarshal(data, &pair); err != nil {
		return fmt.Errorf("read span: %w", err)
	}
	if len(pair) != 2 || pair[0] > pair[1] || pair[0] < 0 {
		return fmt.Errorf("read span: want [start, end] with 0 <= start <= end, have %s", data)
	}
	s.Start, s.End = pair[0], pair[1]
	return nil
}
