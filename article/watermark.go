package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"duizhao/lang/han"
	"duizhao/lang/span"
)

// Sites write their name into the text that others copy, broken up so that a
// search for it fails: single characters with ever other symbols between
// them, and a domain with spaces in it.

// removeWatermarks takes broken-up site names out, inside lines too.
func removeWatermarks(c *cleaning) []span.Span {
	var out []span.Span
	for i := range c.lines {
		l := c.lines[i]
		if l.skip != "" {
			continue
		}
		changes := watermarkChanges(l.text)
		if len(changes) == 0 {
			continue
		}
		if whole(l.text, changes) {
			out = append(out, l.span)
			l.remove(stepWatermark, "broken-up site name")
			continue
		}
		out = c.changeLine(l, changes, stepWatermark, "broken-up site name", out)
	}
	return out
}

// whole reports whether nothing but white space and marks is left of text
// after changes.
func whole(text string, changes []change) bool {
	at := 0
	for _, ch := range changes {
		if hasWord(text[at:ch.start]) {
			return false
		}
		at = ch.end
	}
	return !hasWord(text[at:])
}

// hasWord reports whether s holds a letter or a digit.
func hasWord(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// watermarkChanges finds the broken-up names and domains of text.
func watermarkChanges(text string) []change {
	var spans []span.Span
	for i := 1; i < len(text); i++ {
		if junk[text[i]] == 0 || text[i-1] < utf8.RuneSelf {
			continue
		}
		if s, ok := brokenName(text, i); ok {
			spans = append(spans, s)
			i = s.End - 1
		} else {
			i = max(i, s.End-1)
		}
	}
	for i := 0; i < len(text); i++ {
		if text[i] != '.' {
			continue
		}
		if s, ok := brokenDomain(text, i); ok {
			s.Start = siteLabel(text, s.Start)
			spans = append(spans, s)
			i = s.End - 1
		}
	}
	return joinWatermarks(text, mergeSpans(spans))
}

// siteLabelBytes is how far in front of a domain its label is looked for.
const siteLabelBytes = 120

// siteLabel is where the label of a broken-up domain at byte at begins, such
// as 本文来自：某某网 before it; at where it has none.
func siteLabel(text string, at int) int {
	from := max(0, at-siteLabelBytes)
	head := strings.TrimRight(text[:at], " ")
	start := from + strings.LastIndexAny(head[min(from, len(head)):], "。！？；!?;") + 1
	for start < len(head) && !utf8.RuneStart(head[start]) {
		start++
	}
	label := head[start:]
	last, _ := utf8.DecodeLastRuneInString(label)
	if han.Fold(last) != han.Fold('网') || !strings.ContainsAny(label, "：:") || utf8.RuneCountInString(label) > 24 {
		return at
	}
	return start
}

// joinWatermarks makes changes of spans: those with only symbols between them
// become one, and the spaces around go too.
func joinWatermarks(text string, spans []span.Span) []change {
	var changes []change
	for _, s := range spans {
		for s.Start > 0 && text[s.Start-1] == ' ' {
			s.Start--
		}
		for s.End < len(text) && text[s.End] == ' ' {
			s.End++
		}
		if n := len(changes); n > 0 && !hasWord(text[changes[n-1].end:max(s.Start, changes[n-1].end)]) && s.Start-changes[n-1].end < 8 {
			changes[n-1].end = s.End
			continue
		}
		changes = append(changes, change{start: s.Start, end: s.End})
	}
	return changes
}

// junk tells the symbols that break names up: 1 for those that also stand
// between characters in honest text, 2 for those that hardly do.
var junk = func() (t [256]uint8) {
	for _, c := range " .-/:,;'0" {
		t[c] = 1
	}
	for _, c := range "+`*^_|=@$%~#&!\\\"" {
		t[c] = 2
	}
	return t
}()

// A broken-up name has at least this many separators, of several kinds; with
// none of the words in watermarkWords it must have more, most of them of the
// kind that honest text does not use.
const (
	minSeparators, manySeparators = 4, 6
	minKinds, minOdd              = 2, 4
	maxGroup                      = 2 // Han characters in a row inside a name
	maxEdge                       = 4 // and at its ends
)

// watermarkWords give a broken-up name away; compared folded.
var watermarkWords = []string{"内容来自", "本文来自", "来自", "来源", "转自", "转载", "出处"}

// brokenName reads a broken-up name around the separator at byte at of text.
// Where it is none, the end of the span still tells how far it looked.
func brokenName(text string, at int) (span.Span, bool) {
	s := span.Span{Start: nameStart(text, at), End: at}
	var kinds [256]bool
	var squeezed strings.Builder
	squeezed.WriteString(text[s.Start:at])
	separators, odd, distinct := 0, 0, 0
	for i := at; i < len(text); {
		j := i
		for j < len(text) && j-i < 3 && junk[text[j]] > 0 {
			j++
		}
		group, last := hanGroup(text[j:])
		if j == i || group == 0 {
			break
		}
		for _, c := range []byte(text[i:j]) {
			if c == ' ' {
				continue
			}
			if !kinds[c] {
				kinds[c] = true
				distinct++
			}
			if junk[c] == 2 {
				odd++
			}
		}
		separators++
		squeezed.WriteString(text[j : j+group])
		s.End = j + group
		i = s.End
		if last {
			break
		}
	}
	if separators < minSeparators || distinct < minKinds {
		return s, false
	}
	if separators >= manySeparators && odd >= minOdd {
		return s, true
	}
	folded := han.FoldString(squeezed.String())
	for _, word := range watermarkWords {
		if strings.Contains(folded, han.FoldString(word)) {
			return s, true
		}
	}
	return s, false
}

// nameStart is where the group of Han characters in front of byte at begins:
// all of it where it is short, else its last character.
func nameStart(text string, at int) int {
	start, lastSize := at, 0
	for n := 0; n <= maxEdge; n++ {
		r, size := utf8.DecodeLastRuneInString(text[:start])
		if !han.Is(r) {
			return start
		}
		if n == 0 {
			lastSize = size
		}
		start -= size
	}
	return at - lastSize
}

// hanGroup is the length of the Han characters that begin s, of which a
// longer group counts by its first character; last says that the name ends
// with the group.
func hanGroup(s string) (length int, last bool) {
	first, n := 0, 0
	for length < len(s) && n <= maxEdge {
		r, size := utf8.DecodeRuneInString(s[length:])
		if !han.Is(r) {
			break
		}
		if n++; n == 1 {
			first = size
		}
		length += size
	}
	separated := length < len(s) && junk[s[length]] > 0
	switch {
	case n <= maxGroup && separated:
		return length, false
	case n <= maxEdge && !separated:
		return length, true
	default:
		return first, true
	}
}
