package bitext_test

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"

	"duizhao/bitext"
)

// joined puts parts together again.
func joined(t rapid.TB, file []byte, size int) (docs []*bitext.Document, text string) {
	t.Helper()
	goesOn := false
	for part, err := range bitext.Parts(iotest.OneByteReader(bytes.NewReader(file)), size) {
		if err != nil {
			t.Fatal(err)
		}
		if part.Continued != goesOn {
			t.Fatalf("a part is continued: %v, the one before goes on: %v", part.Continued, goesOn)
		}
		if line := strings.Count(text, "\n") + 1; part.Line != line {
			t.Fatalf("part on line %d, want %d", part.Line, line)
		}
		goesOn, text = part.GoesOn, text+part.Text
		for i, d := range part.Documents {
			for _, u := range d.Units() {
				if u.Zh != "" && strings.Contains(u.Zh, "unit ") && !strings.Contains(part.Text, u.Zh) {
					t.Fatalf("%q is not in the text of its part, %q", u.Zh, part.Text)
				}
			}
			if i == 0 && part.Continued {
				last := docs[len(docs)-1]
				last.Records = append(last.Records, d.Records...)
				continue
			}
			docs = append(docs, d)
		}
	}
	if goesOn {
		t.Fatal("the last part goes on")
	}
	return docs, text
}

// Parts of any size are together what ReadAll reads.
func TestPartsAreTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		docs := rapid.SliceOfN(rapid.Custom(drawDocument), 1, 3).Draw(t, "documents")
		size := rapid.IntRange(1, 5).Draw(t, "size")
		for _, d := range docs {
			for i, u := range d.Units() {
				u.Zh = fmt.Sprintf("文unit %d ", i%3)
				if i%2 == 0 {
					u.ID = ""
				}
				if rapid.IntRange(0, 3).Draw(t, "merged") == 0 {
					u.Status = bitext.Merged
				}
			}
		}
		var lines, tmx bytes.Buffer
		if err := errors.Join(bitext.WriteJSONL(&lines, docs...), bitext.Write(&tmx, bitext.TMX, bitext.Options{}, docs[:1]...)); err != nil {
			t.Fatal(err)
		}
		for _, file := range [][]byte{lines.Bytes(), tmx.Bytes()} {
			want, err := bitext.ReadAll(bytes.NewReader(file))
			if errors.Is(err, bitext.ErrNoPair) {
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			got, text := joined(t, file, size)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("parts of %d (-whole +parts):\n%s", size, diff)
			}
			if text != string(file) {
				t.Fatalf("the texts of the parts: %q, want %q", text, file)
			}
		}
	})
}

// The text of a part is UTF-8, whatever the file is encoded in.
func TestPartsAreDecoded(t *testing.T) {
	plain := `<tmx version="1.4"><header/><body>` + "\n" + strings.Repeat(`<tu><tuv xml:lang="zh"><seg>碳达峰</seg></tuv><tuv xml:lang="en"><seg>carbon peaking</seg></tuv></tu>`+"\n", 3) + "</body></tmx>\n"
	declared := `<?xml version="1.0" encoding="gb18030"?>` + plain
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(declared)
	if err != nil {
		t.Fatal(err)
	}
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(plain)
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string][2]string{"gb18030": {gb, declared}, "utf-16": {wide, plain}} {
		docs, text := joined(t, []byte(c[0]), 1)
		if text != c[1] || len(docs) != 1 || len(docs[0].Units()) != 3 {
			t.Errorf("%s: %d documents, text %q, want %q", name, len(docs), text, c[1])
		}
	}
}

func TestPartsStopAtAnError(t *testing.T) {
	var units int
	var failed error
	for part, err := range bitext.Parts(strings.NewReader(`{"zh":"一","en":"a"}`+"\n"+`{"zh":"二","en":"b"}`+"\n"+`{"zh":`+"\n"+`{"zh":"三","en":"c"}`), 1) {
		if failed = err; err == nil {
			units += len(part.Documents[0].Units())
		}
	}
	var line *bitext.LineError
	if units != 1 || !errors.As(failed, &line) || line.Line != 3 {
		t.Errorf("%d units, %v", units, failed)
	}
}
