package bitext_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"duizhao/bitext"
	"duizhao/lang/span"
)

// The pieces that documents in the tests are drawn from: what a writer is
// likely to break stands here.
var (
	texts = rapid.OneOf(
		rapid.StringOfN(rapid.RuneFrom([]rune("碳达峰，“”<>&\"'\\/|\t\n\r=+-@ \u3000\u2028\U00020000a{}[]")), 0, 12, -1),
		rapid.SampledFrom([]string{"", "碳达峰碳中和", "=1+1", "</script>", "𠮷野家", "a\u0000b"}),
	)
	extras = rapid.SampledFrom([]string{"", `{"x-tool":{"deep":[1,2,{"a":null}]}}`, `{"note":"审校","n":1.50}`})
)

func drawSpan(t *rapid.T, label string) span.Span {
	start := rapid.IntRange(0, 50).Draw(t, label)
	return span.Span{Start: start, End: start + rapid.IntRange(0, 9).Draw(t, label)}
}

func drawMaybeSpan(t *rapid.T, label string) *span.Span {
	if !rapid.Bool().Draw(t, label) {
		return nil
	}
	s := drawSpan(t, label)
	return &s
}

func drawExtra(t *rapid.T) jsontext.Value {
	if s := extras.Draw(t, "extra"); s != "" {
		return jsontext.Value(s)
	}
	return nil
}

func drawUnit(t *rapid.T) *bitext.Unit {
	u := &bitext.Unit{
		ID:     rapid.StringMatching(`[0-9a-f]{8}(-[2-9])?`).Draw(t, "id"),
		At:     rapid.SampledFrom([]string{"", "title.s1", "p3.s2", "t1r2c3.s1"}).Draw(t, "at"),
		Block:  rapid.SampledFrom([]string{"", "title", "paragraph"}).Draw(t, "block"),
		Zh:     "文" + texts.Draw(t, "zh"),
		En:     texts.Draw(t, "en"),
		Status: rapid.SampledFrom([]bitext.Status{"", bitext.Draft, bitext.NeedsReview}).Draw(t, "status"),
		Origin: rapid.SampledFrom([]bitext.Origin{"", bitext.FromEngine, bitext.FromPerson}).Draw(t, "origin"),
		Span:   drawMaybeSpan(t, "span"),
		Extra:  drawExtra(t),
	}
	for range rapid.IntRange(0, 2).Draw(t, "edits") {
		u.Edits = append(u.Edits, span.Edit{At: rapid.IntRange(0, 9).Draw(t, "at"), Src: drawSpan(t, "src"), Text: texts.Draw(t, "text")})
	}
	for range rapid.IntRange(0, 2).Draw(t, "terms") {
		u.Terms = append(u.Terms, bitext.Receipt{
			ID: texts.Draw(t, "term"), Zh: texts.Draw(t, "zh"), En: texts.Draw(t, "en"),
			Source: drawSpan(t, "source"), Target: drawMaybeSpan(t, "target"), How: bitext.Inflected, Extra: drawExtra(t),
		})
	}
	for range rapid.IntRange(0, 2).Draw(t, "findings") {
		u.Findings = append(u.Findings, bitext.Finding{
			Rule: "term-missing", Severity: bitext.Warning, Message: texts.Draw(t, "message"),
			Source: drawMaybeSpan(t, "source"), Target: drawMaybeSpan(t, "target"), Extra: drawExtra(t),
		})
	}
	return u
}

func drawDocument(t *rapid.T) *bitext.Document {
	d := &bitext.Document{
		Title:  texts.Draw(t, "title"),
		Source: bitext.Source{Path: texts.Draw(t, "path"), Published: "2026-11-22", Extra: drawExtra(t)},
		Engine: bitext.Engine{Name: "draft", Extra: drawExtra(t)},
		Extra:  drawExtra(t),
	}
	if rapid.Bool().Draw(t, "metadata") {
		d.Metadata = []bitext.Field{{Name: "published", Value: texts.Draw(t, "value"), Span: drawSpan(t, "field")}}
		d.Glossary = []bitext.GlossaryFile{{Path: "house.yaml", Terms: 3, Extra: drawExtra(t)}}
	}
	for range rapid.IntRange(0, 5).Draw(t, "records") {
		if rapid.Bool().Draw(t, "removed") {
			d.Records = append(d.Records, bitext.Record{Removed: &bitext.Removed{
				Step: "boilerplate", Reason: "copyright notice", Span: drawMaybeSpan(t, "span"), Text: texts.Draw(t, "text"), Extra: drawExtra(t),
			}})
		} else {
			d.Records = append(d.Records, bitext.Record{Unit: drawUnit(t)})
		}
	}
	return d
}

// Law 2: what is written is read back the same, keys of others included.
func TestWhatIsWrittenIsReadBackTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		docs := []*bitext.Document{drawDocument(t), drawDocument(t)}
		var first bytes.Buffer
		if err := bitext.WriteJSONL(&first, docs...); err != nil {
			t.Fatal(err)
		}
		written := first.String()
		got := readAll(t, written)
		if diff := cmp.Diff(docs, got); diff != "" {
			t.Fatalf("read back differs (-written +read):\n%s", diff)
		}
		var second bytes.Buffer
		if err := bitext.WriteJSONL(&second, got...); err != nil {
			t.Fatal(err)
		}
		if second.String() != written {
			t.Fatalf("written again differs:\n%s\n%s", written, second.String())
		}
	})
}

type fataler interface{ Fatalf(string, ...any) }

func readAll(t fataler, s string) []*bitext.Document {
	var docs []*bitext.Document
	r := bitext.NewReader(strings.NewReader(s))
	for {
		d, err := r.Read()
		if err == io.EOF {
			return docs
		}
		if err != nil {
			t.Fatalf("read %q: %v", s, err)
		}
		docs = append(docs, d)
	}
}

func TestReadTakesTheShortForm(t *testing.T) {
	in := "\uFEFF" + `{"zh":"碳达峰","en":"carbon peaking"}` + "\r\n\r\n" + `{"id":"own","zh":"碳中和","en":"","memo":"x"}` + "\n" + `{"zh":"碳達峰","en":"peaking"}`
	docs := readAll(t, in)
	if len(docs) != 1 {
		t.Fatalf("%d documents, want 1", len(docs))
	}
	units := docs[0].Units()
	if len(units) != 3 || units[1].ID != "own" || string(units[1].Extra) != `{"memo":"x"}` {
		t.Fatalf("units %+v", units)
	}
	// The third text is the first in the other script: the same id, counted.
	if units[0].ID == "" || units[2].ID != units[0].ID+"-2" {
		t.Errorf("ids %q and %q, want the second to be the first with -2", units[0].ID, units[2].ID)
	}
}

func TestReadNamesTheLine(t *testing.T) {
	cases := map[string]struct {
		in   string
		line int
		want string
	}{
		"not-json":          {"{\"zh\":\"a\",\"en\":\"b\"}\nnonsense", 2, "not valid JSON"},
		"truncated":         {`{"zh":"a`, 1, "not valid JSON"},
		"array":             {`[1]`, 1, ""},
		"no-unit":           {`{"foo":1}`, 1, `want an object with "zh" and "en"`},
		"unknown-kind":      {`{"kind":"tu"}`, 1, `unknown kind of record "tu"`},
		"wrong-type":        {`{"zh":1,"en":"b"}`, 1, "/zh"},
		"bad-span":          {`{"zh":"a","en":"b","span":[2,1]}`, 1, "0 <= start <= end"},
		"later-version":     {`{"kind":"document","version":2}`, 1, "later version"},
		"duplicate-key":     {`{"zh":"a","zh":"b","en":""}`, 1, "duplicate"},
		"blank-lines-count": {"\n\n{", 3, "not valid JSON"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			r := bitext.NewReader(strings.NewReader(c.in))
			var err error
			for err == nil {
				_, err = r.Read()
			}
			var at *bitext.LineError
			if !errors.As(err, &at) || at.Line != c.line || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want one at line %d with %q", err, c.line, c.want)
			}
		})
	}
}

// Whatever can be read is written and read again to the same documents.
func FuzzRead(f *testing.F) {
	f.Add(`{"kind":"document","version":1,"title":"题","source":{"path":"a.txt"}}` + "\n" + `{"kind":"unit","id":"9f31c2aa","at":"p1.s1","zh":"碳达峰","en":"carbon peaking","span":[0,9],"edits":[[1,3,6]],"terms":[{"zh":"碳达峰","en":"carbon peaking","source":[0,3],"target":[0,14],"how":"preferred"}]}`)
	f.Add(`{"kind":"removed","step":"watermark","reason":"site name","span":[3,9],"text":"x"}`)
	f.Add(`{"zh":"甲","en":"A","x":{"y":1}}`)
	f.Fuzz(func(t *testing.T, in string) {
		r := bitext.NewReader(strings.NewReader(in))
		var docs []*bitext.Document
		for {
			d, err := r.Read()
			if err == io.EOF {
				break
			}
			if err != nil {
				return
			}
			docs = append(docs, d)
		}
		var out bytes.Buffer
		if err := bitext.WriteJSONL(&out, docs...); err != nil {
			t.Fatalf("what was read cannot be written: %v", err)
		}
		again := readAll(t, out.String())
		var out2 bytes.Buffer
		if err := bitext.WriteJSONL(&out2, again...); err != nil {
			t.Fatal(err)
		}
		if out.String() != out2.String() {
			t.Fatalf("not the same after reading again:\n%s\n%s", out.String(), out2.String())
		}
	})
}
