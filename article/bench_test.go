package article

import (
	"io"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// benchText repeats the articles given up to about size bytes.
func benchText(b *testing.B, size int, names ...string) string {
	b.Helper()
	var one strings.Builder
	for _, name := range names {
		one.WriteString(readFile(b, "../testdata/articles/"+name).Source.Text)
		one.WriteString("\n")
	}
	return strings.Repeat(one.String(), size/one.Len()+1)
}

func benchRead(b *testing.B, text string, o Options) {
	b.Helper()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		a, err := Read(strings.NewReader(text), o)
		if err != nil {
			b.Fatal(err)
		}
		if len(a.Blocks) == 0 {
			b.Fatal("nothing was read")
		}
	}
}

func BenchmarkRead(b *testing.B) {
	const size = 4 << 20
	clean := benchText(b, size, "clean.txt", "speech.txt", "law.txt")
	b.Run("clean", func(b *testing.B) { benchRead(b, clean, Options{}) })
	b.Run("glossed", func(b *testing.B) { benchRead(b, benchText(b, size, "news-glossed.txt"), Options{}) })
	b.Run("wrapped", func(b *testing.B) { benchRead(b, benchText(b, size, "bulletin-wrapped.txt"), Options{}) })
	b.Run("html", func(b *testing.B) { benchRead(b, benchText(b, size, "page.html"), Options{Format: FormatHTML}) })
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(clean)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("gb18030", func(b *testing.B) { benchRead(b, gb, Options{}) })
}

// BenchmarkWorstCases shows that nothing takes more than linear time: the
// figures per byte do not grow with the size.
func BenchmarkWorstCases(b *testing.B) {
	cases := []struct{ name, unit string }{
		{"one-line", "推动绿色发展，促进人与自然和谐共生。"},
		{"one-sentence", "推动绿色发展，"},
		{"brackets", "("},
		{"open-quotes", "“"},
		{"glosses", "環(huán)"},
		{"broken-glosses", "當(dāng)?shù)貢r(shí)"},
		{"lost-marks", "環(huán)當(dāng)?"},
		{"lost-runs", "環(huán)當(dāng)?shù)"},
		{"dots", "a b.c om"},
		{"junk", "本+文`"},
		{"short-lines", "字\n"},
		{"spaces", "字 \u3000"},
		{"tabs", "a\tb\n"},
	}
	for _, c := range cases {
		for _, size := range []int{1 << 18, 1 << 21} {
			name := c.name + "/256KiB"
			if size > 1<<20 {
				name = c.name + "/2MiB"
			}
			b.Run(name, func(b *testing.B) {
				text := strings.Repeat(c.unit, size/len(c.unit))
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					if _, err := Read(io.LimitReader(strings.NewReader(text), 1<<40), Options{Format: FormatText, Encoding: "utf-8", MaxRunes: 200}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
