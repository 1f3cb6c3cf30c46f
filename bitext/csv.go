package bitext

import (
	"bufio"
	"encoding/csv"
	"io"
	"strings"
	"unicode/utf8"
)

// columns of CSV and TSV.
var columns = []string{"id", "at", "block", "zh", "en", "status", "origin", "terms", "findings"}

// writeCSV writes RFC 4180 with a byte order mark, without which Excel reads
// the Chinese in the wrong encoding.
func writeCSV(w io.Writer, d *Document, o Options) error {
	if _, err := io.WriteString(w, "\uFEFF"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	if err := out.Write(columns); err != nil {
		return err
	}
	for _, u := range d.Units() {
		row := u.row(o)
		for i := range row {
			row[i] = inert(row[i])
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// writeTSV writes one line a unit; there are no quotes in TSV, so line breaks
// and tabs inside a cell become spaces.
func writeTSV(w io.Writer, d *Document, o Options) error {
	out := bufio.NewWriter(w)
	out.WriteString(strings.Join(columns, "\t") + "\n")
	for _, u := range d.Units() {
		row := u.row(o)
		for i, cell := range row {
			row[i] = inert(strings.ReplaceAll(oneLine.Replace(cell), "\t", " "))
		}
		out.WriteString(strings.Join(row, "\t") + "\n")
	}
	return out.Flush()
}

// row gives the cells of a unit in the order of columns.
func (u *Unit) row(o Options) []string {
	var terms, findings []string
	for _, t := range u.Terms {
		terms = append(terms, strings.TrimSpace(o.show(t.Zh)+" = "+t.En)+" ("+string(t.How)+")")
	}
	for _, f := range u.Findings {
		findings = append(findings, string(f.Severity)+" "+f.Rule+": "+f.Message)
	}
	return []string{
		u.ID, u.At, u.Block, o.show(u.Zh), u.En, string(u.Status), string(u.Origin),
		strings.Join(terms, "; "), strings.Join(findings, "; "),
	}
}

// inert puts an apostrophe before a cell that a spreadsheet would run as a
// formula (OWASP, CSV injection); full-width signs count, as Excel takes them
// in East Asian locales.
func inert(cell string) string {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(cell, " \u3000\u00A0"))
	if strings.ContainsRune("=+-@\t\r\n＝＋－＠", first) && cell != "" {
		return "'" + cell
	}
	return cell
}
