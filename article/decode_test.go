package article

import (
	"errors"
	"io"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"
)

// encoders is every encoding that load knows, as x/text writes it.
var encoders = []struct {
	name  string // as Source.Encoding has it
	words string // list of words that the encoding can write
	enc   encoding.Encoding
}{
	{"utf-8", "hans", unicode.UTF8},
	{"utf-8", "hant", unicode.UTF8},
	{"utf-8", "hans", unicode.UTF8BOM},
	{"gb18030", "hans", simplifiedchinese.GB18030},
	{"gb18030", "hans", simplifiedchinese.GBK},
	{"gb18030", "hant", simplifiedchinese.GB18030},
	{"big5", "hant", traditionalchinese.Big5},
	{"utf-16le", "hans", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
	{"utf-16be", "hant", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
	{"utf-16le", "hant", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)},
	{"utf-16be", "hans", unicode.UTF16(unicode.BigEndian, unicode.UseBOM)},
}

func encode(t testing.TB, enc encoding.Encoding, text string) string {
	t.Helper()
	out, err := enc.NewEncoder().String(text)
	if err != nil {
		t.Fatalf("encode %q: %v", text, err)
	}
	return out
}

func policyWords(t testing.TB, script string) []string {
	t.Helper()
	data, err := os.ReadFile("testdata/encoding/words-" + script + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	return strings.Fields(string(data))
}

// drawLine makes one line of policy prose: two to four clauses of words.
func drawLine(t *rapid.T, words []string) string {
	clause := rapid.SliceOfN(rapid.SampledFrom(words), 2, 5)
	mark := rapid.SampledFrom([]string{"，", "、", "；", "（2021年）", "3.5%", "《意见》"})
	var b strings.Builder
	for range rapid.IntRange(1, 3).Draw(t, "clauses") {
		b.WriteString(strings.Join(clause.Draw(t, "clause"), ""))
		b.WriteString(mark.Draw(t, "mark"))
	}
	b.WriteString(strings.Join(clause.Draw(t, "clause"), ""))
	b.WriteString("。")
	return b.String()
}

func TestEncodingIsFound(t *testing.T) {
	for _, e := range encoders {
		words := policyWords(t, e.words)
		rapid.Check(t, func(t *rapid.T) {
			var b strings.Builder
			for range rapid.SampledFrom([]int{1, 4, 40}).Draw(t, "lines") {
				b.WriteString(drawLine(t, words))
				b.WriteString("\r\n")
			}
			data, err := e.enc.NewEncoder().String(b.String())
			if err != nil {
				t.Fatal(err)
			}
			src, err := decode(data, "")
			if err != nil {
				t.Fatalf("%s: %v", e.name, err)
			}
			if src.Encoding != e.name || src.Text != b.String() {
				t.Fatalf("%s/%s was read as %s: %.60q", e.name, e.words, src.Encoding, src.Text)
			}
		})
	}
}

func TestShortTexts(t *testing.T) {
	for _, text := range []string{"关于做好节能工作的通知", "一些", "联通", "碳达峰", "国务院办公厅", "中国人民银行公告", "张三、李四"} {
		src, err := decode(encode(t, simplifiedchinese.GBK, text), "")
		if err != nil || src.Text != text {
			t.Errorf("%s in GBK was read as %s %q (%v)", text, src.Encoding, src.Text, err)
		}
	}
}

// The sampling of long inputs must meet no character in the middle.
func TestEncodingOfLongInputs(t *testing.T) {
	for _, e := range encoders {
		for _, sep := range []string{"\n", ""} {
			text := strings.Repeat(strings.Join(policyWords(t, e.words), "，")+"。"+sep, 400)
			src, err := decode(encode(t, e.enc, text), "")
			if err != nil || src.Encoding != e.name || src.Text != text {
				t.Errorf("%s with line end %q was read as %s (%v)", e.name, sep, src.Encoding, err)
			}
		}
	}
}

func TestDeclarations(t *testing.T) {
	const page = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=CHARSET"></head><body><p>关于印发</p></body></html>`
	for _, c := range []struct {
		name, declared string
		enc            encoding.Encoding
		want           string
	}{
		{"right-gbk", "gb2312", simplifiedchinese.GBK, "gb18030"},
		{"gbk-says-utf-8", "utf-8", simplifiedchinese.GBK, "gb18030"},
		{"utf-8-says-gb2312", "gb2312", unicode.UTF8, "utf-8"},
		{"gbk-says-big5", "big5", simplifiedchinese.GBK, "gb18030"},
		{"gbk-says-nonsense", "x-none", simplifiedchinese.GBK, "gb18030"},
	} {
		text := strings.Replace(page, "CHARSET", c.declared, 1)
		src, err := decode(encode(t, c.enc, text), "")
		if err != nil || src.Encoding != c.want || src.Text != text {
			t.Errorf("%s: read as %s (%v)", c.name, src.Encoding, err)
		}
	}
}

func TestDeclarationForms(t *testing.T) {
	for head, want := range map[string]*scheme{
		`<meta charset="gbk">`:                                             gb18030Scheme,
		`<meta charset=big5>`:                                              big5Scheme,
		`<?xml version="1.0" encoding='GB2312'?><html>`:                    gb18030Scheme,
		`<!DOCTYPE html><META NAME="a"><meta content="x; CHARSET=utf-8"/>`: utf8Scheme,
		`<meta charset="klingon">`:                                         nil,
		`charset=gbk`:                                                      nil,
		`<p>nothing</p>`:                                                   nil,
	} {
		if got := declared(head); got != want {
			t.Errorf("declared(%q) = %v, want %v", head, got, want)
		}
	}
}

func TestUndecodableBytes(t *testing.T) {
	for _, c := range []struct{ name, data, label, want string }{
		{"utf-8-lone-bytes", "碳\xE8\xBE达峰", "utf-8", "碳\uFFFD\uFFFD达峰"},
		{"utf-8-kept-replacement", "碳\uFFFD达峰", "utf-8", "碳\uFFFD达峰"},
		{"gbk-lead-before-ascii", "\xCC\xBC\x81<b>", "gbk", "碳\uFFFD<b>"},
		{"gbk-ff", "\xCC\xBC\xFF\xFF\xCC\xBC", "gb18030", "碳\uFFFD\uFFFD碳"},
		{"gbk-cut-at-the-end", "\xCC\xBC\xCC", "gbk", "碳\uFFFD"},
		{"gb18030-four-bytes", "\x95\x32\x82\x36", "gb18030", "\U00020000"},
		{"big5-lone-lead", "\xBA\xD2\xFF", "big5", "碳\uFFFD"},
		{"utf-16-odd-byte", "\x4E\x00\x4E", "utf-16be", "一\uFFFD"},
		{"utf-16-lone-surrogate", "\x00\xD8\x00\x4E", "utf-16le", "\uFFFD一"},
	} {
		src, err := decode(c.data, c.label)
		if err != nil || src.Text != c.want {
			t.Errorf("%s: %q, %v; want %q", c.name, src.Text, err, c.want)
		}
	}
}

func TestDamagedUTF8StaysUTF8(t *testing.T) {
	text := strings.Repeat("推动绿色低碳发展，健全政策体系。\n", 3)
	at := strings.LastIndex(text, "健全")
	src, err := decode(text[:at]+"\xFF"+text[at:], "")
	if err != nil || src.Encoding != "utf-8" || strings.Count(src.Text, "\uFFFD") != 1 {
		t.Errorf("read as %s %q (%v)", src.Encoding, src.Text, err)
	}
}

func TestLoadRefuses(t *testing.T) {
	for _, c := range []struct {
		name, data string
		o          Options
		want       error
		says       string
	}{
		{"nothing", "", Options{}, ErrEmpty, "no bytes"},
		{"white-space", " \r\n\u3000\n", Options{Name: "a.txt"}, ErrEmpty, "read a.txt"},
		{"mark-alone", "\xEF\xBB\xBF", Options{}, ErrEmpty, "white space"},
		{"too-large", "碳达峰碳中和", Options{MaxBytes: 17}, ErrTooLarge, "17 bytes"},
		{"pdf", "%PDF-1.7\n%\xE2\xE3", Options{}, ErrNotText, "PDF; save it"},
		{"pdf-forced", "%PDF-1.7\n", Options{Encoding: "gbk"}, ErrNotText, "PDF"},
		{"docx", "PK\x03\x04\x14\x00", Options{}, ErrNotText, "DOCX"},
		{"png", "\x89PNG\r\n\x1A\n\x00\x00", Options{}, ErrNotText, "PNG"},
		{"mhtml", "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;", Options{}, ErrNotText, "MHTML"},
		{"nuls", strings.Repeat("\x00\x01\x02\x03", 50), Options{}, ErrNotText, "no encoding"},
		{"label", "碳达峰", Options{Encoding: "klingon"}, ErrEncoding, "gb18030"},
		{"label-of-another-language", "碳达峰", Options{Encoding: "shift_jis"}, ErrEncoding, "utf-8"},
	} {
		_, err := load(strings.NewReader(c.data), c.o)
		if !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: error %v, want %v that says %q", c.name, err, c.want, c.says)
		}
	}
}

// Compressed or encrypted data has no signature to know it by.
func TestNoiseIsNotText(t *testing.T) {
	state := uint32(1)
	noise := make([]byte, 4096)
	for i := range noise {
		state = state*1664525 + 1013904223
		noise[i] = byte(state >> 24)
	}
	if src, err := decode(string(noise), ""); !errors.Is(err, ErrNotText) {
		t.Errorf("read as %s, error %v", src.Encoding, err)
	}
}

func TestLoadReadsNoMoreThanTheLimit(t *testing.T) {
	r := strings.NewReader(strings.Repeat("a", 1<<20))
	if _, err := load(r, Options{MaxBytes: 100}); !errors.Is(err, ErrTooLarge) {
		t.Fatal(err)
	}
	if read := 1<<20 - r.Len(); read != 101 {
		t.Errorf("read %d bytes", read)
	}
}

func TestLoadPassesOnReadErrors(t *testing.T) {
	broken := errors.New("broken pipe")
	_, err := load(io.MultiReader(strings.NewReader("碳"), errorReader{broken}), Options{})
	if !errors.Is(err, broken) {
		t.Errorf("error %v", err)
	}
}

type errorReader struct{ err error }

func (r errorReader) Read([]byte) (int, error) { return 0, r.err }

func TestSourceFields(t *testing.T) {
	src, err := load(strings.NewReader("\xEF\xBB\xBF碳达峰\r\n"), Options{Name: "a.txt"})
	if err != nil {
		t.Fatal(err)
	}
	want := Source{
		Text: "碳达峰\r\n", Encoding: "utf-8", Format: FormatText,
		SHA256: "2f0bcb1779774dfe789d178f265d8d2b4db06a952c098e39f40f6b1f5e09edc8",
	}
	if src != want {
		t.Errorf("have %+v", src)
	}
}

func TestLabels(t *testing.T) {
	for label, want := range map[string]*scheme{
		"GB2312": gb18030Scheme, " gbk ": gb18030Scheme, "cp936": gb18030Scheme, "GB18030": gb18030Scheme,
		"utf8": utf8Scheme, "UTF-8": utf8Scheme, "big5-hkscs": big5Scheme, "cp950": big5Scheme,
		"utf-16": utf16LEScheme, "UTF-16BE": utf16BEScheme, "latin1": nil, "": nil,
	} {
		if got := lookupLabel(label); got != want {
			t.Errorf("lookupLabel(%q) = %v, want %v", label, got, want)
		}
	}
	if src, err := decode("\xFE\xFF\x4E\x00", "utf-16"); err != nil || src.Text != "一" {
		t.Errorf("utf-16 with a big-endian mark: %q, %v", src.Text, err)
	}
}

// FuzzDecode: whatever the bytes, the text is valid UTF-8, and it decodes to
// itself again.
func FuzzDecode(f *testing.F) {
	for _, e := range encoders {
		f.Add(encode(f, e.enc, "推动碳达峰、碳中和，3.5%。\r\n"), "")
	}
	f.Add("\x95\x32\x82\x36\x81", "gb18030")
	f.Add("\x00\xD8\x00\xDC\x00", "utf-16le")
	f.Fuzz(func(t *testing.T, data, label string) {
		src, err := decode(data, label)
		if err != nil {
			if !errors.Is(err, ErrNotText) && !errors.Is(err, ErrEncoding) {
				t.Fatalf("error of no kind: %v", err)
			}
			return
		}
		if !utf8.ValidString(src.Text) {
			t.Fatalf("%s gave invalid UTF-8: %q", src.Encoding, src.Text)
		}
		again, err := decode("\uFEFF"+src.Text, "")
		if src.Text != "" && err == nil && again.Text != src.Text {
			t.Fatalf("%q became %q", src.Text, again.Text)
		}
	})
}

// x/text is the judge of every single pair of bytes.
func TestPairsAgreeWithXText(t *testing.T) {
	for _, c := range []struct {
		s   *scheme
		enc encoding.Encoding
	}{{gb18030Scheme, simplifiedchinese.GB18030}, {big5Scheme, traditionalchinese.Big5}} {
		valid := 0
		for r := rune(0x80); r <= 0xFFFF; r++ {
			data, err := c.enc.NewEncoder().String(string(r))
			private := 0xE000 <= r && r <= 0xF8FF // where x/text does not agree with itself
			if err != nil || r == utf8.RuneError || !utf8.ValidRune(r) || private {
				continue
			}
			if got, size := c.s.next(data); got != r || size != len(data) {
				t.Fatalf("%s: % X is %U of %d bytes, want %U", c.s.name, data, got, size, r)
			}
			valid++
		}
		if valid < 13000 {
			t.Errorf("%s: only %d characters", c.s.name, valid)
		}
	}
}

func BenchmarkDecode(b *testing.B) {
	for _, e := range encoders {
		text := strings.Repeat(strings.Join(policyWords(b, e.words), "，")+"。\n", 1000)
		data := encode(b, e.enc, text)
		b.Run(e.name+"-"+e.words, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := load(strings.NewReader(data), Options{Name: "a.txt"}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
