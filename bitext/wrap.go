package bitext

import (
	"strings"
	"unicode"

	"duizhao/lang/han"
)

// cell is a rune of a text that is laid out in terminal columns.
type cell struct {
	r     rune
	width int
	term  int // index of the receipt it belongs to, -1 where none
}

// cells takes runs apart; control characters, which could command the
// terminal, are shown as U+FFFD.
func cells(runs []run) []cell {
	var out []cell
	for _, run := range runs {
		for _, r := range oneLine.Replace(run.text) {
			if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
				r = unicode.ReplacementChar
			}
			out = append(out, cell{r, han.RuneWidth(r), run.term})
		}
	}
	return out
}

// wrap breaks a text into lines of at most width columns: between words, and
// between Han characters, but never so that a closing mark begins a line or
// an opening one ends it. A word wider than a line is cut.
func wrap(text []cell, width int) [][]cell {
	var lines [][]cell
	for len(text) > 0 {
		n := fit(text, width)
		line := trimEnd(text[:n])
		lines = append(lines, line)
		text = text[n:]
		for len(text) > 0 && text[0].r == ' ' {
			text = text[1:]
		}
	}
	return lines
}

// fit is the number of cells that stand on the first line.
func fit(text []cell, width int) int {
	used, end := 0, 0
	for end < len(text) && used+text[end].width <= width {
		used += text[end].width
		end++
	}
	if end == len(text) {
		return end
	}
	for n := end; n > 0; n-- {
		if mayBreak(text[n-1].r, text[n].r) {
			return n
		}
	}
	return max(end, 1)
}

// mayBreak reports whether a line may end after a and the next begin with b.
func mayBreak(a, b rune) bool {
	if strings.ContainsRune("，。、；：？！”’）》〉】〕」』…％,.;:?!)%}]", b) || strings.ContainsRune("“‘（《〈【〔「『(", a) {
		return false
	}
	return a == ' ' || b == ' ' || han.Is(a) || han.Is(b) || a == '-' || a == '—'
}

func trimEnd(line []cell) []cell {
	for len(line) > 0 && line[len(line)-1].r == ' ' {
		line = line[:len(line)-1]
	}
	return line
}

// columnsOf is the width of a line.
func columnsOf(line []cell) int {
	n := 0
	for _, c := range line {
		n += c.width
	}
	return n
}
