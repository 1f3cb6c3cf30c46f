package span

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Edit says that at rune At of the cleaned text the bytes Src of the source
// stand replaced by Text; most edits only remove, and their Text is empty.
// Src may be empty: then Text was supplied where the source has nothing.
// A list of edits is ordered by At and by Src, and no two Src overlap.
type Edit struct {
	At   int    // rune offset in the cleaned text where Text begins
	Src  Span   // bytes of the source
	Text string // what stands in the cleaned text instead
}

// MarshalJSON writes [at, srcStart, srcEnd], and the text as a fourth element
// where there is one.
func (e Edit) MarshalJSON() ([]byte, error) {
	if e.Text == "" {
		return fmt.Appendf(nil, "[%d,%d,%d]", e.At, e.Src.Start, e.Src.End), nil
	}
	text, err := json.Marshal(e.Text)
	if err != nil {
		return nil, err
	}
	return fmt.Appendf(nil, "[%d,%d,%d,%s]", e.At, e.Src.Start, e.Src.End, text), nil
}

// UnmarshalJSON reads what MarshalJSON writes.
func (e *Edit) UnmarshalJSON(data []byte) error {
	var parts []json.RawMessage
	if err := json.Unmarshal(data, &parts); err != nil {
		return fmt.Errorf("read edit: %w", err)
	}
	if len(parts) != 3 && len(parts) != 4 {
		return fmt.Errorf("read edit: want [at, srcStart, srcEnd] or [at, srcStart, srcEnd, text], have %s", data)
	}
	targets := []any{&e.At, &e.Src.Start, &e.Src.End, &e.Text}
	e.Text = ""
	for i, part := range parts {
		if err := json.Unmarshal(part, targets[i]); err != nil {
			return fmt.Errorf("read edit: %w", err)
		}
	}
	return nil
}

// ErrReplay is returned, wrapped, when edits do not fit the source they are
// replayed on.
var ErrReplay = errors.New("edits do not fit the source")

// Replay rebuilds a cleaned text: the bytes in of source, with edits made.
func Replay(source string, in Span, edits []Edit) (string, error) {
	if in.Start < 0 || in.End > len(source) || in.Start > in.End {
		return "", fmt.Errorf("%w: span %v of %d bytes", ErrReplay, in, len(source))
	}
	var b strings.Builder
	b.Grow(in.Len())
	at, runes := in.Start, 0
	for _, e := range edits {
		if e.Src.Start < at || e.Src.End > in.End || e.Src.Start > e.Src.End {
			return "", fmt.Errorf("%w: edit %v outside %v or out of order", ErrReplay, e.Src, in)
		}
		kept := source[at:e.Src.Start]
		b.WriteString(kept)
		runes += utf8.RuneCountInString(kept)
		if e.At != runes {
			return "", fmt.Errorf("%w: edit of %v stands at rune %d, not %d", ErrReplay, e.Src, runes, e.At)
		}
		b.WriteString(e.Text)
		runes += utf8.RuneCountInString(e.Text)
		at = e.Src.End
	}
	b.WriteString(source[at:in.End])
	return b.String(), nil
}

// ToSource leads the runes sel of a cleaned text back to bytes of the source
// that it was cut out of; in and edits are those of [Replay]. A place inside
// replaced text leads to all that was replaced; removed bytes at the borders
// of sel stay outside.
func ToSource(source string, in Span, edits []Edit, sel Span) Span {
	out := Span{Start: -1, End: -1}
	at, runes := in.Start, 0
	// piece visits bytes src of the source that stand as n runes in the text.
	piece := func(src Span, n int, replaced bool) {
		from, to := max(sel.Start, runes), min(sel.End, runes+n)
		if from < to {
			hit := src
			if !replaced {
				hit.Start += byteLen(source[src.Start:src.End], from-runes)
				hit.End = hit.Start + byteLen(source[hit.Start:src.End], to-from)
			}
			if out.Start < 0 {
				out.Start = hit.Start
			}
			out.End = hit.End
		}
		runes += n
	}
	for _, e := range edits {
		kept := Span{at, e.Src.Start}
		piece(kept, utf8.RuneCountInString(source[kept.Start:kept.End]), false)
		piece(e.Src, utf8.RuneCountInString(e.Text), true)
		at = e.Src.End
	}
	piece(Span{at, in.End}, utf8.RuneCountInString(source[at:in.End]), false)
	if out.Start < 0 {
		return Span{in.End, in.End}
	}
	return out
}

// byteLen is the number of bytes in the first n runes of s.
func byteLen(s string, n int) int {
	i := 0
	for ; n > 0 && i < len(s); n-- {
		_, size := utf8.DecodeRuneInString(s[i:])
		i += size
	}
	return i
}
