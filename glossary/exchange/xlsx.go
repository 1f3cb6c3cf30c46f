package exchange

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"duizhao/glossary"
)

// sheet is the name of the sheet with the terms.
const sheet = "terms"

// The columns behind those of the terms, in which a reviewer decides.
const (
	columnContexts = "contexts"
	columnDecision = "decision"
	columnNewEn    = "new_en"
	columnReviewer = "reviewer"
	columnComment  = "reviewer_comment"
)

// reviewColumns are the columns for a reviewer, in order.
func reviewColumns() []string {
	return []string{columnContexts, columnDecision, columnNewEn, columnReviewer, columnComment}
}

// writeXLSX writes a workbook with one sheet: the columns of the other tables,
// then those in which a reviewer decides.
func writeXLSX(w io.Writer, terms []*glossary.Term, o Options) error {
	f := excelize.NewFile()
	err := errors.Join(f.SetSheetName("Sheet1", sheet), fillSheet(f, terms, o), layoutSheet(f, len(terms)+1))
	if err == nil {
		_, err = f.WriteTo(w)
	}
	return errors.Join(err, f.Close())
}

func fillSheet(f *excelize.File, terms []*glossary.Term, o Options) error {
	out, err := f.NewStreamWriter(sheet)
	if err != nil {
		return err
	}
	for i := range len(columns()) + len(reviewColumns()) {
		if err := out.SetColWidth(i+1, i+1, width(i)); err != nil {
			return err
		}
	}
	if err := out.SetPanes(&excelize.Panes{Freeze: true, XSplit: 1, YSplit: 1, TopLeftCell: "B2", ActivePane: "bottomRight"}); err != nil {
		return err
	}
	head, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E8EEF4"}}})
	if err != nil {
		return err
	}
	body, err := f.NewStyle(&excelize.Style{Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}})
	if err != nil {
		return err
	}
	for i, cells := range tableRows(terms) {
		style := body
		if i == 0 {
			style, cells = head, append(cells, reviewColumns()...)
		} else {
			cells = append(cells, strings.Join(o.Contexts[terms[i-1].ID], "\n"), "", "", "", "")
		}
		at, err := excelize.CoordinatesToCellName(1, i+1)
		if err != nil {
			return err
		}
		values := make([]any, len(cells))
		for j, cell := range cells {
			values[j] = excelize.Cell{StyleID: style, Value: cell}
		}
		if err := out.SetRow(at, values); err != nil {
			return err
		}
	}
	return out.Flush()
}

// width is that of column i in characters: wide where texts stand.
func width(i int) float64 {
	names := make([]string, 0, len(columns()))
	for _, c := range columns() {
		names = append(names, c.name)
	}
	switch names = append(names, reviewColumns()...); {
	case names[i] == columnContexts:
		return 60
	case slices.Contains([]string{"zh", "en", "also", "avoid", "definition", "note", "source_name", columnNewEn, columnComment}, names[i]):
		return 32
	}
	return 14
}

// layoutSheet adds the filter and the list of decisions to choose from.
func layoutSheet(f *excelize.File, rows int) error {
	last, err := excelize.ColumnNumberToName(len(columns()) + len(reviewColumns()))
	if err != nil {
		return err
	}
	decision, err := excelize.ColumnNumberToName(len(columns()) + 1 + slices.Index(reviewColumns(), columnDecision))
	if err != nil {
		return err
	}
	end := strconv.Itoa(max(rows, 2))
	choices := excelize.NewDataValidation(true)
	choices.SetSqref(decision + "2:" + decision + end)
	if err := choices.SetDropList([]string{string(Approve), string(Reject), string(Change)}); err != nil {
		return err
	}
	return errors.Join(f.AutoFilter(sheet, "A1:"+last+end, nil), f.AddDataValidation(sheet, choices))
}

// readSheet gives the rows of the sheet with the terms, or of the first.
func readSheet(data []byte) ([]tableRow, error) {
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	name := sheet
	if names := f.GetSheetList(); !slices.Contains(names, sheet) && len(names) > 0 {
		name = names[0]
	}
	rows, err := f.GetRows(name)
	out := make([]tableRow, len(rows))
	for i, cells := range rows {
		out[i] = tableRow{i + 1, cells}
	}
	return out, errors.Join(err, f.Close())
}

func readXLSX(data []byte, in *importer) {
	rows, err := readSheet(data)
	if err != nil {
		in.err = err
		return
	}
	in.addRows(rows)
}
