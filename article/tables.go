package article

import "strings"

// tableRow is the place of a line in a table of plain text.
type tableRow struct{ table, row int }

// findTables finds the tables of plain text: two or more lines on end with
// the same number of tabs inside them.
func findTables(c *cleaning) map[int]tableRow {
	if !c.plain {
		return nil
	}
	rows := map[int]tableRow{}
	table, run, tabs := 0, 0, 0
	for i := 0; i <= len(c.lines); i++ {
		n := 0
		if i < len(c.lines) && c.lines[i].skip == "" {
			n = strings.Count(strings.TrimSpace(c.lines[i].text), "\t")
		}
		if n > 0 && n == tabs {
			run++
			continue
		}
		if run > 1 {
			table++
			for k := range run {
				rows[i-run+k] = tableRow{table: table, row: k + 1}
			}
		}
		run, tabs = 1, n
		if n == 0 {
			run = 0
		}
	}
	return rows
}

// addRow makes the cells of a row of a table.
func (b *blockBuilder) addRow(l *line, row tableRow) {
	l.trim(b.c.src)
	rest := *l
	for col := int32(1); ; col++ {
		cell := rest
		at := strings.IndexByte(rest.text, '\t')
		if at >= 0 {
			cell, rest = rest.split(b.c.src, at)
			rest.text, rest.span.Start = rest.text[1:], rest.span.Start+1
			for i := range rest.edits {
				rest.edits[i].At-- // the tab
			}
		}
		cell.kind, cell.table, cell.row, cell.col = TableCell, int32(row.table), int32(row.row), col
		cell.trim(b.c.src)
		if !blank(cell.text) {
			b.add(&cell)
		}
		if at < 0 {
			return
		}
	}
}
