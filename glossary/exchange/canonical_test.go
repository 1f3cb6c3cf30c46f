package exchange

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"duizhao/glossary"
)

// TestCanonical formats each case, and formats it again.
func TestCanonical(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/canonical.txtar")
	if err != nil {
		t.Fatal(err)
	}
	cases := make(map[string]string)
	for _, f := range archive.Files {
		cases[f.Name] = string(f.Data)
	}
	for name, in := range cases {
		base, isIn := strings.CutSuffix(name, ".in.yaml")
		if !isIn {
			continue
		}
		t.Run(base, func(t *testing.T) {
			got, err := Canonical([]byte(in))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(cases[base+".want.yaml"], string(got)); diff != "" {
				t.Errorf("formatted (-want +got):\n%s", diff)
			}
			again, err := Canonical(got)
			if err != nil || string(again) != string(got) {
				t.Errorf("formatting again: %v\n%s", err, cmp.Diff(string(got), string(again)))
			}
		})
	}
}

func TestCanonicalRefuses(t *testing.T) {
	for name, in := range map[string]string{
		"broken":    "version: 1\nterms:\n  - {zh: a\n",
		"no-terms":  "version: 1\n",
		"in-a-row":  "version: 1\nterms: [{zh: 甲, en: a}, {zh: 乙, en: b}]\n",
		"not-last":  "terms:\n  - {zh: 甲, en: a}\nversion: 1\n",
		"list":      "- 甲\n",
		"no-entry":  "version: 1\nterms:\n  - 甲\n",
		"empty":     "",
		"not-terms": "version: 1\nterms: 甲\n",
	} {
		if _, err := Canonical([]byte(in)); !errors.Is(err, ErrCannotFormat) {
			t.Errorf("%s: error %v, want ErrCannotFormat", name, err)
		}
	}
}

// Formatting changes nothing but the layout, of whatever can be read.
func FuzzCanonical(f *testing.F) {
	archive, err := txtar.ParseFile("testdata/canonical.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range archive.Files {
		f.Add(string(file.Data))
	}
	f.Fuzz(func(t *testing.T, in string) {
		if _, ds := glossary.Parse("in", []byte(in)); glossary.HasErrors(ds) {
			return
		}
		out, err := Canonical([]byte(in))
		if err != nil {
			if !errors.Is(err, ErrCannotFormat) {
				t.Fatal(err)
			}
			return
		}
		again, err := Canonical(out)
		if err != nil || !bytes.Equal(out, again) {
			t.Fatalf("formatting again: %v\n%q\n%q\n%q", err, in, out, again)
		}
	})
}

// The built-in glossary is in the form that it recommends.
func TestBuiltInGlossaryIsFormatted(t *testing.T) {
	data, err := os.ReadFile("../../glossary.yaml")
	if err != nil {
		t.Fatal(err)
	}
	got, err := Canonical(data)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(data) {
		t.Error("run go run ./cmd/duizhao glossary fmt glossary.yaml")
	}
}
