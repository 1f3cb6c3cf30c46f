package bitext

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// Widths of the terminal table, in columns.
const (
	defaultWidth = 100
	sideBySide   = 100 // from here on Chinese and English stand side by side
	gutter       = 2
)

// ANSI sequences for terms; an unmet term is underlined as well, since not
// everybody sees the colour.
const (
	ansiMet   = "\x1b[32m"
	ansiUnmet = "\x1b[4;31m"
	ansiFaint = "\x1b[2m"
	ansiOff   = "\x1b[0m"
)

// writeTable writes the table for a terminal: Chinese and English side by
// side, or one over the other where there are fewer than 100 columns.
func writeTable(w io.Writer, d *Document, o Options) error {
	t := table{out: bufio.NewWriter(w), color: o.Color, width: o.Width}
	if t.width == 0 {
		t.width = defaultWidth
	}
	units := d.Units()
	t.at = len("title.s1")
	for _, u := range units {
		t.at = max(t.at, len(u.At))
	}
	for i, u := range units {
		if i > 0 && !sameBlock(units[i-1], u) {
			t.out.WriteByte('\n')
		}
		t.unit(u, o)
	}
	return t.out.Flush()
}

// sameBlock reports whether two neighbours are sentences of one block.
func sameBlock(a, b *Unit) bool {
	blockA, _, okA := strings.Cut(a.At, ".")
	blockB, _, okB := strings.Cut(b.At, ".")
	return okA && okB && blockA == blockB
}

type table struct {
	out       *bufio.Writer
	width, at int
	color     bool
}

func (t *table) unit(u *Unit, o Options) {
	zh, en := cells(u.zhRuns(o.show(u.Zh))), cells(u.enRuns())
	if t.width >= sideBySide {
		room := t.width - t.at - 2*gutter
		left := room * 2 / 5
		t.rows(u, wrap(zh, left), wrap(en, room-left), left)
	} else {
		room := max(t.width-t.at-gutter, 8)
		t.rows(u, append(wrap(zh, room), wrap(en, room)...), nil, 0)
	}
	for _, f := range u.Findings {
		message := fmt.Sprintf("%s %s: %s", f.Severity, f.Rule, f.Message)
		room := max(t.width-t.at-gutter, 8)
		for _, line := range wrap(cells([]run{{message, -1}}), room) {
			t.faint(strings.Repeat(" ", t.at+gutter))
			t.line(line, u)
			t.out.WriteByte('\n')
		}
	}
}

// rows writes the lines of a unit; right is nil where there is one column.
func (t *table) rows(u *Unit, left, right [][]cell, leftWidth int) {
	for i := range max(len(left), len(right)) {
		label := ""
		if i == 0 {
			label = u.At
		}
		t.faint(label + strings.Repeat(" ", t.at-len(label)+gutter))
		used := 0
		if i < len(left) {
			t.line(left[i], u)
			used = columnsOf(left[i])
		}
		if i < len(right) {
			t.out.WriteString(strings.Repeat(" ", max(leftWidth-used, 0)+gutter))
			t.line(right[i], u)
		}
		t.out.WriteByte('\n')
	}
}

// line writes cells, with the colour of the term they belong to.
func (t *table) line(line []cell, u *Unit) {
	term := -1
	for _, c := range line {
		if t.color && c.term != term {
			if term >= 0 {
				t.out.WriteString(ansiOff)
			}
			if term = c.term; term >= 0 {
				if u.Terms[term].How.Met() {
					t.out.WriteString(ansiMet)
				} else {
					t.out.WriteString(ansiUnmet)
				}
			}
		}
		t.out.WriteRune(c.r)
	}
	if t.color && term >= 0 {
		t.out.WriteString(ansiOff)
	}
}

func (t *table) faint(s string) {
	if t.color && strings.TrimSpace(s) != "" {
		s = ansiFaint + s + ansiOff
	}
	t.out.WriteString(s)
}
