package article

import (
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"runtime/metrics"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// benchInput is one kind of input that is measured.
type benchInput struct {
	name     string
	articles []string // of testdata/articles, which it repeats
	format   Format
	gb       bool // in GB18030 instead of UTF-8
}

var benchInputs = []benchInput{
	{name: "text", articles: []string{"clean.txt", "speech.txt", "law.txt"}, format: FormatText},
	{name: "gb18030", articles: []string{"clean.txt", "speech.txt", "law.txt"}, format: FormatText, gb: true},
	{name: "html", articles: []string{"page.html"}, format: FormatHTML},
	{name: "markdown", articles: []string{"brief.md"}, format: FormatMarkdown},
	{name: "glossed", articles: []string{"news-glossed.txt"}, format: FormatText},
	{name: "wrapped", articles: []string{"bulletin-wrapped.txt"}, format: FormatText},
}

// text repeats the articles up to about size bytes. A number behind each comma
// makes all sentences different, as they are in a long document.
func (in benchInput) text(b *testing.B, size int) string {
	b.Helper()
	var one strings.Builder
	for _, name := range in.articles {
		one.WriteString(readFile(b, "../testdata/articles/"+name).Source.Text)
		one.WriteString("\n")
	}
	var all strings.Builder
	all.Grow(size + 2*one.Len())
	for n := 0; all.Len() < size; n++ {
		all.WriteString(strings.ReplaceAll(one.String(), "，", "，"+strconv.Itoa(n)))
	}
	if !in.gb {
		return all.String()
	}
	text, err := simplifiedchinese.GB18030.NewEncoder().String(all.String())
	if err != nil {
		b.Fatal(err)
	}
	return text
}

// BenchmarkRead gives how fast bytes become segments:
//
//	go test -run '^$' -bench '^BenchmarkRead$' ./article
func BenchmarkRead(b *testing.B) {
	for _, in := range benchInputs {
		b.Run(in.name, func(b *testing.B) {
			text := in.text(b, 4<<20)
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				a, err := Read(strings.NewReader(text), Options{Format: in.format})
				if err != nil {
					b.Fatal(err)
				}
				if len(a.Blocks) == 0 {
					b.Fatal("nothing was read")
				}
			}
		})
	}
}

// BenchmarkPeak reads a file of 64 MiB, the most that Read accepts unasked,
// and gives the most memory that the heap took from the system meanwhile, as a
// multiple of the file's size (peak/size):
//
//	go test -run '^$' -bench '^BenchmarkPeak$' -benchtime 1x ./article
func BenchmarkPeak(b *testing.B) {
	const size = DefaultMaxBytes - 1<<20 // text goes on to the end of an article
	for _, in := range benchInputs {
		b.Run(in.name, func(b *testing.B) {
			path := filepath.Join(b.TempDir(), in.name)
			if err := os.WriteFile(path, []byte(in.text(b, size)), 0o600); err != nil {
				b.Fatal(err)
			}
			peak, bytes := 0.0, 0
			for b.Loop() {
				debug.FreeOSMemory()
				stop := watchHeap()
				bytes = readPath(b, path, Options{Format: in.format})
				peak = max(peak, float64(stop()))
			}
			b.SetBytes(int64(bytes))
			b.ReportMetric(peak/float64(bytes), "peak/size")
		})
	}
}

// readPath reads a file, and gives its size in bytes.
func readPath(b *testing.B, path string, o Options) int {
	b.Helper()
	f, err := os.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	a, err := Read(f, o)
	if err != nil {
		b.Fatal(err)
	}
	info, err := f.Stat()
	if err != nil {
		b.Fatal(err)
	}
	if len(a.Blocks) == 0 {
		b.Fatal("nothing was read")
	}
	return int(info.Size())
}

// watchHeap looks at the heap every millisecond; stop gives the most bytes it
// held of the system's memory.
func watchHeap() (stop func() uint64) {
	done, peak := make(chan struct{}), make(chan uint64)
	go func() {
		most := heldHeap()
		tick := time.NewTicker(time.Millisecond)
		defer tick.Stop()
		for {
			select {
			case <-tick.C:
				most = max(most, heldHeap())
			case <-done:
				peak <- most
				return
			}
		}
	}()
	return func() uint64 {
		close(done)
		return <-peak
	}
}

func heldHeap() uint64 {
	samples := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}, {Name: "/memory/classes/heap/unused:bytes"}, {Name: "/memory/classes/heap/free:bytes"}}
	metrics.Read(samples)
	sum := uint64(0)
	for _, s := range samples {
		sum += s.Value.Uint64()
	}
	return sum
}

// BenchmarkWorstCases shows that nothing takes more than linear time: the
// figures per byte do not grow with the size.
func BenchmarkWorstCases(b *testing.B) {
	cases := []struct{ name, unit string }{
		{"one-line", "加快绿色转型，守护青山绿水。"},
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
