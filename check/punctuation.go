package check

import (
	"strings"
	"unicode/utf8"

	"duizhao/bitext"
	"duizhao/lang/span"
)

var punctuation = &Rule{
	Name:    "punctuation",
	Summary: "a mark is missing, doubled or badly spaced",
	Why: `Small, but visible in print: two spaces, a space in front of a comma, no space behind one, two full stops, a sentence that
lost its full stop or its question mark. Figures, addresses, abbreviations, and two spaces between sentences are left alone. "end" is the grade of the last mark. All of
22 findings in sentences of a machine were right.`,
	Bad:    Example{Zh: "稳中求进，以进促稳。", En: "Seek progress ,and promote stability."},
	Good:   Example{Zh: "稳中求进，以进促稳。", En: "Seek progress, and promote stability."},
	Grades: []Grade{{"space", bitext.Note, Off}, {"doubled", bitext.Note, Off}, {"end", bitext.Note, Off}},
	Unit:   checkPunctuation,
}

func checkPunctuation(s *Subject) []Finding {
	var out []Finding
	for i := 0; i < len(s.En); i++ {
		switch c := s.En[i]; {
		case c == ' ':
			out = appendSpace(out, s, i)
		case c == ',' || c == ';':
			if i+1 < len(s.En) && i > 0 && isLetter(s.En[i+1]) && (isLetter(s.En[i-1]) || s.En[i-1] == ' ') {
				out = append(out, s.mark("space", span.Span{Start: i, End: i + 1}, string(c)+" ", "no space behind %q", string(c)))
			}
			if i+1 < len(s.En) && s.En[i+1] == c {
				out = append(out, s.mark("doubled", span.Span{Start: i, End: i + 2}, string(c), "%q stands twice", string(c)))
				i++
			}
		case c == '.' && strings.HasPrefix(s.En[i:], "..") && !strings.HasPrefix(s.En[i:], "...") && (i == 0 || s.En[i-1] != '.'):
			out = append(out, s.mark("doubled", span.Span{Start: i, End: i + 2}, ".", "%q stands twice", "."))
			i++
		}
	}
	return append(out, checkEnd(s)...)
}

// appendSpace looks at the space at byte i: there may be one only, and none in
// front of a mark.
func appendSpace(out []Finding, s *Subject, i int) []Finding {
	if i == 0 || i+1 >= len(s.En) || s.En[i-1] == ' ' || s.En[i-1] == '\n' {
		return out
	}
	end := i + 1
	for end < len(s.En) && s.En[end] == ' ' {
		end++
	}
	if end == len(s.En) || s.En[end] == '\n' || end == i+2 && strings.IndexByte(".!?:", s.En[i-1]) >= 0 {
		return out // a line that is broken in Markdown, or a wide space between sentences
	}
	switch next := s.En[end]; {
	case strings.IndexByte(",;:!?)", next) >= 0 && (end+1 == len(s.En) || s.En[end+1] != next) && isLetter(s.En[i-1]) && !isEmoticon(s.En[end:]):
		return append(out, s.mark("space", span.Span{Start: i, End: end}, "", "a space in front of %q", string(next)))
	case end > i+1:
		return append(out, s.mark("space", span.Span{Start: i, End: end}, " ", "%d spaces", end-i))
	}
	return out
}

// isEmoticon reports whether the mark that s begins with is more than a mark.
func isEmoticon(s string) bool { return len(s) > 1 && s[0] != ')' && s[1] != ' ' && !isLetter(s[1]) }

func isLetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }

// mark is a finding about bytes at of the English, which should be with.
func (s *Subject) mark(grade string, at span.Span, with, format string, args ...any) Finding {
	f := found(grade, span.Span{}, s.target(at), format, args...)
	f.Fix = &Fix{Target: *f.Target, En: with}
	return f
}

// checkEnd compares the last marks of both texts.
func checkEnd(s *Subject) []Finding {
	zh, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s.Zh, " \n\"'”’」』)）]】*_"))
	bare := strings.TrimRight(s.En, " \n\"'”’)]*_")
	if bare == "" {
		return nil
	}
	en, size := utf8.DecodeLastRuneInString(bare)
	last := s.target(span.Span{Start: len(bare) - size, End: len(bare)})
	switch {
	case (zh == '？' || zh == '?') && strings.ContainsRune(".!;", en):
		return []Finding{found("end", span.Span{}, last, "the Chinese asks, the English ends with %q", string(en))}
	case zh == '。' && !strings.ContainsRune(".!?…:;", en) && !isChinese(en) && !isHeading(s.Unit.Block) && !strings.Contains(s.En, "\n"):
		return []Finding{found("end", span.Span{}, last, "no full stop")}
	}
	return nil
}
