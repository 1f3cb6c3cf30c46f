package bitext_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"

	"duizhao/bitext"
)

// Law 2 for TMX: what is written is read back the same.
func TestTMXIsReadBackTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawDocument(t)
		var b bytes.Buffer
		if err := bitext.Write(&b, bitext.TMX, bitext.Options{}, d); err != nil {
			t.Fatal(err)
		}
		written := b.String()
		got, err := bitext.NewTMXReader(&b).Read()
		if err != nil {
			t.Fatalf("%v in\n%s", err, written)
		}
		if diff := cmp.Diff(d, got); diff != "" {
			t.Fatalf("read back differs (-written +read):\n%s\n%s", diff, written)
		}
	})
}

// Units can be gone through one by one, in the order of the file.
func TestTMXReaderStreams(t *testing.T) {
	var b bytes.Buffer
	if err := bitext.Write(&b, bitext.TMX, bitext.Options{}, sample()); err != nil {
		t.Fatal(err)
	}
	r := bitext.NewTMXReader(&b)
	var got []string
	for {
		record, err := r.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if record.Unit != nil {
			got = append(got, record.Unit.At)
		} else {
			got = append(got, record.Removed.Step)
		}
	}
	want := []string{"markup", "title.s1", "p1.s1", "p1.s2"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("records (-want +got):\n%s", diff)
	}
	if r.Header().Title != "推进碳达峰" {
		t.Errorf("title %q", r.Header().Title)
	}
}

func tmx(body string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><tmx version="1.4"><header srclang="zh-CN"/><body>` + body + `</body></tmx>`
}

func TestTMXOfOtherTools(t *testing.T) {
	cases := map[string]struct{ in, want string }{
		"regions":          {tmx(`<tu tuid="7"><tuv xml:lang="ZH-HANS-CN"><seg>碳达峰</seg></tuv><tuv xml:lang="EN-GB"><seg>carbon peaking</seg></tuv></tu>`), "7 碳达峰|carbon peaking\n"},
		"english-first":    {tmx(`<tu tuid="7"><tuv xml:lang="en"><seg>a</seg></tuv><tuv xml:lang="zh_TW"><seg>甲</seg></tuv></tu>`), "7 甲|a\n"},
		"old-lang":         {tmx(`<tu tuid="7"><tuv lang="zh"><seg>甲</seg></tuv><tuv lang="en"><seg>a</seg></tuv></tu>`), "7 甲|a\n"},
		"three-languages":  {tmx(`<tu tuid="7"><tuv xml:lang="de"><seg>x</seg></tuv><tuv xml:lang="zh"><seg>甲</seg></tuv><tuv xml:lang="en"><seg>a</seg></tuv></tu>`), "7 甲|a\n"},
		"first-of-two":     {tmx(`<tu tuid="7"><tuv xml:lang="zh"><seg>甲</seg></tuv><tuv xml:lang="en-US"><seg>a</seg></tuv><tuv xml:lang="en-GB"><seg>b</seg></tuv></tu>`), "7 甲|a\n"},
		"inline-codes":     {tmx(`<tu tuid="7"><tuv xml:lang="zh"><seg>甲<bpt i="1">&lt;b&gt;</bpt>乙<ept i="1">&lt;/b&gt;</ept><ph>{0}<sub>丙</sub></ph><hi>丁<it pos="end">x</it></hi></seg></tuv><tuv xml:lang="en"><seg>a<ut>c</ut>b</seg></tuv></tu>`), "7 甲乙丁|ab\n"},
		"entities":         {tmx(`<tu tuid="7"><tuv xml:lang="zh"><seg>甲&amp;乙&#x4E19;</seg></tuv><tuv xml:lang="en"><seg><![CDATA[a<b]]></seg></tuv></tu>`), "7 甲&乙丙|a<b\n"},
		"no-english":       {tmx(`<tu tuid="6"><tuv xml:lang="zh"><seg>甲</seg></tuv></tu><tu tuid="7"><tuv xml:lang="zh"><seg>乙</seg></tuv><tuv xml:lang="en"><seg>b</seg></tuv></tu>`), "7 乙|b\n"},
		"foreign-property": {tmx(`<tu tuid="7"><note>n</note><prop type="x-client">c</prop><tuv xml:lang="zh"><seg>甲</seg></tuv><tuv xml:lang="en"><seg>a</seg></tuv></tu>`), "7 甲|a\n"},
		"doctype":          {`<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.1"><header/><body><tu tuid="7"><tuv lang="ZH-CN"><seg>甲</seg></tuv><tuv lang="EN-US"><seg>a</seg></tuv></tu></body></tmx>`, "7 甲|a\n"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			d, err := bitext.NewTMXReader(strings.NewReader(c.in)).Read()
			if err != nil {
				t.Fatal(err)
			}
			var got strings.Builder
			for _, u := range d.Units() {
				got.WriteString(u.ID + " " + u.Zh + "|" + u.En + "\n")
			}
			if got.String() != c.want {
				t.Errorf("got %q, want %q", got.String(), c.want)
			}
		})
	}
}

func TestTMXInUTF16(t *testing.T) {
	text := strings.Replace(tmx(`<tu><tuv xml:lang="zh"><seg>碳达峰</seg></tuv><tuv xml:lang="en"><seg>carbon peaking</seg></tuv></tu>`), "UTF-8", "UTF-16", 1)
	data, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	docs, err := bitext.ReadAll(strings.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if u := docs[0].Units(); len(u) != 1 || u[0].Zh != "碳达峰" || u[0].ID == "" {
		t.Errorf("units %+v", u)
	}
}

func TestTMXErrors(t *testing.T) {
	cases := map[string]struct {
		in   string
		line int
		want string
	}{
		"cut":           {"<tmx>\n<body>\n<tu>", 3, "unexpected EOF"},
		"not-tmx":       {"<html>\n</html>", 1, "<html> is not TMX"},
		"crossed":       {tmx("\n<tu></tuv>"), 2, "closed by"},
		"other-entity":  {tmx("\n\n<tu><note>&nbsp;</note></tu>"), 3, "entity"},
		"broken-prop":   {tmx("\n<tu><prop type=\"x-duizhao-unit\">{</prop><tuv xml:lang=\"zh\"><seg>甲</seg></tuv></tu>"), 2, "x-duizhao-unit"},
		"no-chinese":    {tmx(`<tu><tuv xml:lang="de"><seg>x</seg></tuv><tuv xml:lang="en"><seg>x</seg></tuv></tu>`), 0, "its languages are de, en"},
		"nothing-in-it": {tmx(""), 0, "no unit in Chinese and English"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			_, err := bitext.NewTMXReader(strings.NewReader(c.in)).Read()
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Fatalf("error %v, want one with %q", err, c.want)
			}
			var at *bitext.LineError
			if errors.As(err, &at) != (c.line > 0) || at != nil && at.Line != c.line {
				t.Errorf("error %v, want it at line %d", err, c.line)
			}
		})
	}
}

// A translator corrects the English in another tool, which leaves our
// properties alone: what was said of the old English holds no longer.
func TestTMXEditedElsewhere(t *testing.T) {
	var b bytes.Buffer
	if err := bitext.Write(&b, bitext.TMX, bitext.Options{}, sample()); err != nil {
		t.Fatal(err)
	}
	edited := strings.Replace(b.String(), "do a good job in carbon summit", "work toward carbon peaking", 1)
	d, err := bitext.NewTMXReader(strings.NewReader(edited)).Read()
	if err != nil {
		t.Fatal(err)
	}
	units := d.Units()
	if u := units[1]; len(u.Terms) != 0 || len(u.Findings) != 0 || u.Origin != bitext.FromPerson || u.At != "p1.s1" || !strings.Contains(u.En, "work toward") {
		t.Errorf("edited unit %+v", u)
	}
	if u := units[0]; len(u.Terms) != 1 || u.Status != bitext.Translated {
		t.Errorf("the unit beside it %+v", u)
	}
}

// The file is valid by the published DTD, where that is at hand.
func TestTMXIsValid(t *testing.T) {
	dtd, err := filepath.Abs("../../shared/schemas/tmx/tmx14.dtd")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(dtd); err != nil {
		t.Skip("the DTD is not here")
	}
	if _, err := exec.LookPath("xmllint"); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("xmllint is not installed")
		}
		t.Skip("xmllint is not installed")
	}
	var b bytes.Buffer
	if err := bitext.Write(&b, bitext.TMX, bitext.Options{}, sample()); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "sample.tmx")
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("xmllint", "--nonet", "--noout", "--dtdvalid", dtd, path).CombinedOutput(); err != nil {
		t.Errorf("xmllint: %v\n%s", err, out)
	}
}

func FuzzTMX(f *testing.F) {
	var b bytes.Buffer
	if err := bitext.Write(&b, bitext.TMX, bitext.Options{}, sample()); err != nil {
		f.Fatal(err)
	}
	f.Add(b.String())
	f.Add(tmx(`<tu tuid="7"><tuv xml:lang="zh"><seg>甲<ph>x</ph></seg></tuv><tuv xml:lang="en"><seg>a</seg></tuv></tu>`))
	f.Fuzz(func(t *testing.T, in string) {
		d, err := bitext.NewTMXReader(strings.NewReader(in)).Read()
		if err != nil {
			return
		}
		var out bytes.Buffer
		if err := bitext.Write(&out, bitext.TMX, bitext.Options{}, d); err != nil {
			t.Fatalf("what was read cannot be written: %v", err)
		}
		again, err := bitext.NewTMXReader(strings.NewReader(out.String())).Read()
		if err != nil {
			t.Fatalf("what was written cannot be read: %v\n%s", err, out.String())
		}
		if diff := cmp.Diff(d, again); diff != "" {
			t.Fatalf("read again differs (-first +again):\n%s", diff)
		}
	})
}

func TestReadAllTellsTheForm(t *testing.T) {
	var b bytes.Buffer
	if err := bitext.Write(&b, bitext.CSV, bitext.Options{}, sample()); err != nil {
		t.Fatal(err)
	}
	ours := b.String()
	cases := map[string]struct{ in, want string }{
		"jsonl":       {`{"zh":"甲","en":"a"}`, "甲|a\n"},
		"two-columns": {"甲\ta\n乙\tb\n", "甲|a\n乙|b\n"},
		"header":      {"\uFEFFid;English;Chinese\n1;a;甲\n", "甲|a\n"},
		"tags":        {"zh-CN,en-US\n\"甲,乙\",\"a \"\"b\"\"\"\n", "甲,乙|a \"b\"\n"},
		"our-csv":     {ours, "推进碳达峰|Advancing Carbon Peaking\n各地要做好碳达峰碳中和工作，控制“两高”项目；严禁*违规*上马|扩建。|All localities should do a good job in carbon summit, control \"two highs\" projects, and forbid *illegal* starts | expansions.\n=SUM(A1)是公式。|=SUM(A1) is a formula.\n"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			docs, err := bitext.ReadAll(strings.NewReader(c.in))
			if err != nil {
				t.Fatal(err)
			}
			var got strings.Builder
			for _, u := range docs[0].Units() {
				got.WriteString(u.Zh + "|" + u.En + "\n")
			}
			if got.String() != c.want {
				t.Errorf("got %q, want %q", got.String(), c.want)
			}
		})
	}
	for name, in := range map[string]string{"empty": " \n", "prose": "关于推进碳达峰的通知\n", "one-cell": "zh,en\n甲\n", "three-columns": "甲,a,b\n"} {
		if _, err := bitext.ReadAll(strings.NewReader(in)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
