package article

import (
	"strings"
	"unicode/utf8"
)

// joins tells for each content line whether it goes on from the one before.
func (w wrapping) joins(c *cleaning, content []int) []bool {
	out := make([]bool, len(content))
	indents := usesIndent(c, content)
	for n := 1; n < len(content); n++ {
		l, next := c.lines[content[n-1]], c.lines[content[n]]
		paged, near := c.between(content[n-1], content[n])
		switch {
		case !near || l.standsAlone() || next.standsAlone() || beginsItem(next.text):
		case indents && indented(next.text) || datedItem(c, content, n):
		case paged:
			out[n] = goesOnOverPage(l.text, next.text) || w.width > 0 && w.full(c, l, next, indents || out[n-1])
		case next.blankBefore:
		case w.ragged:
			out[n] = isOpen(l.text)
		case w.width > 0:
			out[n] = w.full(c, l, next, indents || out[n-1])
		}
	}
	return out
}

// between reports whether nothing but numbers of pages stands between two
// lines, and whether there is one.
func (c *cleaning) between(a, b int) (paged, near bool) {
	for i := a + 1; i < b; i++ {
		if c.lines[i].skip != stepPages {
			return false, false
		}
	}
	return b > a+1, true
}

// goesOnOverPage reports whether a sentence goes on behind the number of a
// page.
func goesOnOverPage(text, next string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(text))
	return strings.ContainsRune("，、,", last) || isOpen(text) && hasMarks(text) && hasMarks(next)
}

// hasMarks reports whether text holds marks, as prose does and headings and
// names do not.
func hasMarks(text string) bool { return strings.ContainsAny(text, "，。、") }

// full reports whether l is a full line, so that next goes on from it. Since
// what could not be broken off the next line is not always known, a line of
// prose that ends inside a sentence may be shorter; inside says that it is no
// heading.
func (w wrapping) full(c *cleaning, l, next *line, inside bool) bool {
	size := w.measure(c, l)
	if size == 0 || size > w.width+wrapSlack {
		return false
	}
	if size+w.firstUnit(next.text) >= w.width {
		return true
	}
	return inside && size*3 >= w.width*2 && !endsSentence(l.text) && hasMarks(l.text) && hasMarks(next.text)
}

// firstUnit is the size of what could not be broken off the beginning of
// text: a word of letters, or a character with the mark behind it.
func (w wrapping) firstUnit(text string) int {
	text = strings.TrimLeft(text, " \t\u3000\u00a0")
	word := 0
	for word < len(text) && text[word] > ' ' && text[word] < 0x7F {
		word++
	}
	if word > 0 {
		return min(word, 24)
	}
	_, size := utf8.DecodeRuneInString(text)
	mark, _ := utf8.DecodeRuneInString(text[size:])
	switch follows := strings.ContainsRune("，。、；：！？）》”’】", mark); {
	case w.runes && follows:
		return 3
	case w.runes:
		return 2
	case follows:
		return 5
	}
	return 3
}

// datedItem reports whether content line n opens with a date as one of its
// neighbours does: the lines of a curriculum vitae or a chronicle.
func datedItem(c *cleaning, content []int, n int) bool {
	if !opensWithDate(c.lines[content[n]].text) {
		return false
	}
	return opensWithDate(c.lines[content[n-1]].text) || n+1 < len(content) && opensWithDate(c.lines[content[n+1]].text)
}

// opensWithDate reports whether a line begins with a year, month or day, or a
// range of them, and white space behind it: 1980年09月—1984年07月　….
func opensWithDate(text string) bool {
	text = strings.TrimLeft(text, " \t\u3000\u00a0")
	rest := cutDate(text)
	if rest == text {
		return false
	}
	for _, dash := range []string{"—", "－", "-", "–", "～", "~", "至", "到"} {
		if after, ok := strings.CutPrefix(strings.TrimLeft(rest, " "), dash); ok {
			rest = strings.TrimPrefix(cutDate(strings.TrimLeft(strings.TrimLeft(after, dash), " ")), "今")
			break
		}
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return rest != "" && isSpace(r)
}

// cutDate cuts a date that begins with a year off the front of text.
func cutDate(text string) string {
	rest, ok := cutDigits(text, 4, 4)
	if ok {
		rest, ok = cutUnit(rest, "年./-")
	}
	if !ok {
		return text
	}
	for _, units := range []string{"月./-", "日号"} {
		after, ok := cutDigits(rest, 1, 2)
		if !ok {
			return rest
		}
		if rest, ok = cutUnit(after, units); !ok {
			return after
		}
	}
	return rest
}

// cutDigits cuts a number of at least least and at most most digits off.
func cutDigits(text string, least, most int) (string, bool) {
	rest := strings.TrimLeft(text, "0123456789")
	n := len(text) - len(rest)
	return rest, n >= least && n <= most
}

// cutUnit cuts one of the runes of units off.
func cutUnit(text, units string) (string, bool) {
	r, size := utf8.DecodeRuneInString(text)
	if size == 0 || !strings.ContainsRune(units, r) {
		return text, false
	}
	return text[size:], true
}
