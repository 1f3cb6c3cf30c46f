package exchange

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"duizhao/glossary"
)

const reviewed = `version: 1
terms:
  # Climate
  - id: climate.peak
    zh: 碳达峰
    en: carbon peaking
    also: [peak carbon]
    status: proposed
  - {zh: 碳中和, en: carbon neutrality, status: proposed} # new
  - zh: 放管服
    renderings:
      - {form: verb, en: streamline administration}
    status: proposed
  - {zh: 双碳, en: dual carbon}
`

// A workbook goes to a reviewer and comes back filled in.
func TestDecisionsComeBack(t *testing.T) {
	file, ds := glossary.Parse("g.yaml", []byte(reviewed))
	if len(ds) > 0 {
		t.Fatal(ds)
	}
	var b bytes.Buffer
	contexts := map[string][]string{"climate.peak": {"力争碳达峰。", "推进碳达峰。"}}
	if _, err := Write(&b, XLSX, file.Terms, Options{Contexts: contexts}); err != nil {
		t.Fatal(err)
	}
	filled := fill(t, b.Bytes(), map[string][]string{ // by Chinese: decision, new_en, reviewer, comment
		"碳达峰": {"change", "carbon dioxide peaking", "Li", "as in the action plan"},
		"碳中和": {"Approve"},
		"放管服": {"change", "reform of government functions"},
		"双碳":  {"reject", "", "", "a slang word"},
	})
	decisions, ds, err := ReadDecisions(bytes.NewReader(filled), "review.xlsx")
	if err != nil || len(ds) > 0 {
		t.Fatal(err, ds)
	}
	got, ds, err := Apply([]byte(reviewed), decisions)
	if err != nil || len(ds) > 0 {
		t.Fatal(err, ds)
	}
	want := `version: 1
terms:
  # Climate
  - id: climate.peak
    zh: 碳达峰
    en: carbon dioxide peaking
    also: [carbon peaking, peak carbon]
    note: "Li: as in the action plan"
  - zh: 碳中和
    en: carbon neutrality
  - zh: 放管服
    renderings:
      - {en: reform of government functions}
      - {form: verb, en: streamline administration}
  - {zh: 双碳, en: dual carbon, status: deprecated, note: a slang word}
`
	want = strings.Replace(want, "  - zh: 碳中和\n    en: carbon neutrality\n", "  - {zh: 碳中和, en: carbon neutrality} # new\n", 1)
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("after the decisions (-want +got):\n%s", diff)
	}
}

func TestDecisionsThatCannotBeTaken(t *testing.T) {
	file, _ := glossary.Parse("g.yaml", []byte(reviewed))
	var b bytes.Buffer
	if _, err := Write(&b, XLSX, file.Terms, Options{}); err != nil {
		t.Fatal(err)
	}
	filled := fill(t, b.Bytes(), map[string][]string{"碳达峰": {"change"}, "碳中和": {"maybe"}, "放管服": {"", "new words"}, "双碳": {"approve"}})
	decisions, ds, err := ReadDecisions(bytes.NewReader(filled), "review.xlsx")
	if err != nil || len(decisions) != 1 || len(ds) != 3 {
		t.Fatalf("%v %v %v", decisions, ds, err)
	}
	_, ds, err = Apply([]byte("version: 1\nterms:\n  - {zh: 别的, en: other}\n"), decisions)
	if err != nil || len(ds) != 1 || !strings.Contains(ds[0].Message, "双碳 is not in the glossary any more") {
		t.Errorf("%v %v", ds, err)
	}
}

// fill writes the cells of the reviewer's columns.
func fill(t *testing.T, workbook []byte, cells map[string][]string) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(workbook))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range rows[1:] {
		for j, cell := range cells[row[0]] {
			at, err := excelize.CoordinatesToCellName(len(columns())+2+j, i+2)
			if err != nil {
				t.Fatal(err)
			}
			if err := f.SetCellStr(sheet, at, cell); err != nil {
				t.Fatal(err)
			}
		}
	}
	var b bytes.Buffer
	if _, err := f.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
