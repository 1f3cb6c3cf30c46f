package exchange

import (
	"bytes"
	"encoding/csv"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"duizhao/glossary"
)

// needs skips the test where a program is missing; in CI none may be.
func needs(t *testing.T, ok bool, what string) {
	t.Helper()
	switch {
	case ok:
	case os.Getenv("CI") != "":
		t.Fatalf("%s is not installed", what)
	default:
		t.Skipf("%s is not installed", what)
	}
}

// exported writes the first terms of the built-in glossary to a file.
func exported(t *testing.T, name Format, most int, file string) (path string, terms []*glossary.Term) {
	t.Helper()
	data, err := os.ReadFile("../../glossary.yaml")
	if err != nil {
		t.Fatal(err)
	}
	parsed, _ := glossary.Parse("glossary.yaml", data)
	terms = parsed.Terms[:min(most, len(parsed.Terms))]
	var b bytes.Buffer
	if _, err := Write(&b, name, terms, Options{}); err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(t.TempDir(), file)
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return path, terms
}

// schematron prints what a file breaks of a schema, a line each.
const schematron = `
const {Schema} = require('node-schematron'), fs = require('fs');
const read = path => fs.readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
for (const r of Schema.fromString(read(process.argv[1])).validateString(read(process.argv[2]), {debug: true})) console.log(r.message);
console.log('done');
`

// TBX is valid by the published schematron, and the schematron notices when
// it is not.
func TestTBXIsValid(t *testing.T) {
	for file, name := range map[string]Format{"TBX-Basic_DCA.sch": TBX, "TBX-Basic_DCT.sch": TBXDCT} {
		t.Run(string(name), func(t *testing.T) {
			schema, err := filepath.Abs("../../../shared/schemas/tbx/" + file)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := os.Stat(schema); err != nil {
				t.Skip("the schema is not here")
			}
			needs(t, exec.Command("node", "-e", "require('node-schematron')").Run() == nil, "node-schematron")
			path, _ := exported(t, name, 150, "glossary.tbx")
			validate := func(path string) string {
				out, err := exec.Command("node", "-e", schematron, schema, path).CombinedOutput()
				if err != nil {
					t.Fatalf("%v\n%s", err, out)
				}
				return string(out)
			}
			if out := validate(path); out != "done\n" {
				t.Errorf("not valid:\n%.2000s", out)
			}
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			broken := filepath.Join(t.TempDir(), "broken.tbx")
			if err := os.WriteFile(broken, bytes.Replace(data, []byte(`type="TBX-Basic"`), []byte(`type="TBX-Own"`), 1), 0o644); err != nil {
				t.Fatal(err)
			}
			if out := validate(broken); !strings.Contains(out, "The name of this dialect should be TBX-Basic") {
				t.Errorf("a wrong dialect is not noticed: %s", out)
			}
		})
	}
}

// The published examples are read.
func TestTBXExamplesAreRead(t *testing.T) {
	for _, name := range []string{"Example_Astronomy_DCA_VALID.tbx", "Example_Astronomy_DCT_VALID.tbx"} {
		data, err := os.ReadFile("../../../shared/schemas/tbx/" + name)
		if err != nil {
			t.Skip("the examples are not here")
		}
		// They have English and other languages, no Chinese: French will do.
		data = bytes.ReplaceAll(data, []byte(`xml:lang="fr"`), []byte(`xml:lang="zh"`))
		data = bytes.ReplaceAll(data, []byte(`xml:lang="es"`), []byte(`xml:lang="zh"`))
		in := &importer{file: name}
		readTBX(data, in)
		if in.err != nil || len(in.terms) == 0 {
			t.Errorf("%s: %d terms, error %v, diagnostics %v", name, len(in.terms), in.err, in.diags)
		}
	}
}

// readByToolkit prints the languages and first pair of what the reader of
// translate-toolkit makes of a file.
const readByToolkit = `
import sys
from translate.storage import tbx
store = tbx.tbxfile.parsefile(sys.argv[1])
units = [u for u in store.units if u.istranslatable() or u.source]
print(len(units))
for u in units[:3]:
    print(u.source)
`

func TestTBXIsReadByTranslateToolkit(t *testing.T) {
	python := "/usr/bin/python3" // Debian's, which has Debian's packages
	needs(t, exec.Command(python, "-c", "from translate.storage import tbx").Run() == nil, "translate-toolkit")
	path, terms := exported(t, TBX2, 5000, "glossary.tbx")
	out, err := exec.Command(python, "-c", readByToolkit, path).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	if want := []string{strconv.Itoa(len(terms)), terms[0].Zh, terms[1].Zh, terms[2].Zh}; !cmp.Equal(want, lines) {
		t.Errorf("translate-toolkit reads %q, want %q", lines, want)
	}
}

// LibreOffice opens the workbook and the table, and has every row and cell.
func TestTablesOpenInLibreOffice(t *testing.T) {
	_, err := exec.LookPath("soffice")
	needs(t, err == nil, "LibreOffice")
	for name, file := range map[Format]string{XLSX: "book.xlsx", CSV: "table.csv"} {
		t.Run(string(name), func(t *testing.T) {
			path, terms := exported(t, name, 5000, file)
			out := filepath.Join(t.TempDir(), "out")
			// CSV filter: comma, quotation mark, UTF-8; cells as they are shown.
			cmd := exec.Command("soffice", "-env:UserInstallation=file://"+t.TempDir(), "--headless",
				"--infilter=CSV:44,34,76", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1", "--outdir", out, path)
			if name == XLSX {
				cmd.Args = append(cmd.Args[:3], cmd.Args[4:]...)
			}
			if log, err := cmd.CombinedOutput(); err != nil {
				t.Fatalf("%v\n%s", err, log)
			}
			converted, err := filepath.Glob(filepath.Join(out, "*.csv"))
			if err != nil || len(converted) != 1 {
				t.Fatalf("converted %v %v", converted, err)
			}
			data, err := os.ReadFile(converted[0])
			if err != nil {
				t.Fatal(err)
			}
			r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\uFEFF"))))
			r.FieldsPerRecord = -1
			rows, err := r.ReadAll()
			if err != nil {
				t.Fatal(err)
			}
			want := tableRows(terms)
			if len(rows) != len(want) {
				t.Fatalf("%d rows, want %d", len(rows), len(want))
			}
			for i := range want {
				if got := rows[i][:len(want[i])]; i > 0 && got[0] != want[i][0] || got[1] != want[i][1] {
					t.Errorf("row %d is %q, want %q", i+1, got, want[i])
				}
			}
		})
	}
}
