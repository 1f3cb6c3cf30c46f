package bitext

import (
	"bufio"
	"io"
	"strings"
)

// writeText writes the Chinese and below it the English of each unit, with a
// blank line between units.
func writeText(w io.Writer, d *Document, o Options) error {
	out := bufio.NewWriter(w)
	for i, u := range d.Units() {
		if i > 0 {
			out.WriteByte('\n')
		}
		writeLine(out, o.show(u.Zh))
		writeLine(out, u.En)
	}
	return out.Flush()
}

// writeLine writes s on one line, or nothing where s is empty.
func writeLine(out *bufio.Writer, s string) {
	if s == "" {
		return
	}
	out.WriteString(oneLine.Replace(s))
	out.WriteByte('\n')
}

// oneLine keeps a text on the line that the format gives it.
var oneLine = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\u2028", " ", "\u2029", " ")
