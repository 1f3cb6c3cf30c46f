package article

import (
	"strconv"
	"strings"

	"golang.org/x/net/html/atom"
)

// table is what is known about one table. Most tables of Chinese pages only
// place things; those that hold data keep their rows and columns.
type table struct {
	nested   bool // another table stands in it
	labelled bool // it has header cells, a caption or a head
	bordered bool
	rows     int32
	col      int32   // of the last cell
	cols     int32   // most of any row
	span     int32   // columns of the last cell
	below    []int32 // for each column, how many rows to come are taken by a cell above
	cells    int
	longest  int // runes of the longest block
	stats
}

func (t *table) add(s stats) {
	t.stats.add(s)
	t.longest = max(t.longest, s.runes)
}

// Cells longer than longestCell, in runes, are text that a table only places,
// if the table has neither header cells nor borders.
const (
	longestCell = 160
	averageCell = 40
)

// data reports whether a table holds data.
func (t *table) data() bool {
	switch {
	case t.nested || t.rows < 2 || t.cols < 2 || t.cells == 0:
		return false
	case 2*t.links > t.runes:
		return false
	case t.labelled:
		return true
	case t.longest > 4*longestCell:
		return false
	case t.bordered:
		return true
	default:
		return t.longest <= longestCell && t.runes/t.cells <= averageCell
	}
}

// openTable begins a table inside the context of o.
func (b *builder) openTable(o *open, a *attributes) {
	b.tables[o.table].nested = true
	bordered := a.border != "" && a.border != "0"
	for _, name := range [...]string{"Mso", "grid", "data", "border", "bordered"} {
		bordered = bordered || strings.Contains(a.class, name)
	}
	b.tables = append(b.tables, table{bordered: bordered})
	o.table = int32(len(b.tables) - 1)
	o.kind, o.level, o.row, o.col = "", 0, 0, 0
}

func (b *builder) openRow(o *open) {
	t := &b.tables[o.table]
	t.rows++
	t.col, t.span = 0, 1
	for i := range t.below {
		t.below[i] = max(t.below[i]-1, 0)
	}
	o.row, o.col = t.rows, 0
}

// mostSpan is the largest colspan that is believed.
const mostSpan = 100

func (b *builder) openCell(o *open, a *attributes) {
	if o.table == 0 {
		return // a cell outside of any table
	}
	t := &b.tables[o.table]
	t.rows = max(t.rows, 1)
	t.col += max(t.span, 1)
	for int(t.col) <= len(t.below) && t.below[t.col-1] > 0 {
		t.col++
	}
	t.span = spanOf(a.colspan, mostSpan)
	if rows := spanOf(a.rowspan, 1000); rows > 1 && t.col < 10*mostSpan {
		for int(t.col+t.span-1) > len(t.below) {
			t.below = append(t.below, 0)
		}
		for i := range t.span {
			t.below[t.col-1+i] = rows
		}
	}
	t.cells++
	t.cols = max(t.cols, t.col+t.span-1)
	t.labelled = t.labelled || o.tag == atom.Th
	o.kind, o.row, o.col = TableCell, t.rows, t.col
}

func spanOf(value string, most int32) int32 {
	n, err := strconv.ParseInt(value, 10, 32)
	if err != nil {
		return 1 // so does a browser
	}
	return min(max(int32(n), 1), most)
}
