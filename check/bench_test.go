package check_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"syscall"
	"testing"
	"time"

	"duizhao"
	"duizhao/bitext"
	"duizhao/check"
	"duizhao/glossary"
	"duizhao/lang/lexicon"
)

// benchSegments and benchTerms are the size of a large project.
const (
	benchSegments = 16000
	benchTerms    = 10000
)

// BenchmarkCheck reads a bitext and a compiled glossary and holds the one to
// the other, with all rules; it prints the processor time of both cores.
func BenchmarkCheck(b *testing.B) {
	file, terms := benchBitext(b), benchGlossary(b)
	var units, findings int
	before := processorTime(b)
	for b.Loop() {
		g := &glossary.File{}
		if err := g.UnmarshalBinary(terms); err != nil {
			b.Fatal(err)
		}
		var inputs []check.Input
		for reader := bitext.NewReader(bytes.NewReader(file)); ; {
			d, err := reader.Read()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				b.Fatal(err)
			}
			inputs = append(inputs, check.Input{Document: d})
		}
		r, err := check.Run(context.Background(), inputs, check.Options{
			Glossary: glossary.New(g), Context: glossary.Context{Borders: lexicon.Borders(), Genre: "law"}, Profile: check.Machine,
		})
		if err != nil {
			b.Fatal(err)
		}
		units, findings = r.Units, len(r.Findings)
	}
	cpu := (processorTime(b) - before).Seconds() / float64(b.N)
	b.ReportMetric(cpu, "cpu-s/op")
	b.ReportMetric(float64(units)/cpu, "segments/cpu-s")
	b.ReportMetric(float64(findings), "findings")
}

func processorTime(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// benchBitext is JSON Lines of the judged pairs of the glossary, numbered, so
// that no two are the same.
func benchBitext(b *testing.B) []byte {
	pairs := judgedPairs(b)
	d := &bitext.Document{}
	for i := range benchSegments {
		p, q := pairs[i%len(pairs)], pairs[(i*7+3)%len(pairs)]
		d.Records = append(d.Records, bitext.Record{Unit: &bitext.Unit{
			At: fmt.Sprintf("p%d.s1", i+1), Block: "paragraph",
			Zh: fmt.Sprintf("第%d条 %s%s", i+1, p.Zh, q.Zh), En: fmt.Sprintf("Article %d: %s %s", i+1, p.En, q.En),
		}})
	}
	var out bytes.Buffer
	if err := bitext.WriteJSONL(&out, d); err != nil {
		b.Fatal(err)
	}
	return out.Bytes()
}

// benchGlossary is the built-in glossary with made-up terms behind it, compiled.
func benchGlossary(b *testing.B) []byte {
	stems := strings.Fields("碳 能源 生态 环境 发展 改革 国家 全国 人民 经济 市场 安全 绿色 低碳 减排 排放 交易 治理 保护 污染 防治 水 大气 土壤 农业 农村 工业 科技 创新 教育 文化 卫生 金融 财政 税收 投资 贸易 开放 区域 城市")
	known, diagnostics := glossary.Parse("builtin", duizhao.GlossaryYAML)
	if glossary.HasErrors(diagnostics) {
		b.Fatal(diagnostics)
	}
	seen := map[string]bool{}
	for _, t := range known.Terms {
		seen[glossary.Key(t.Zh)] = true
		for _, zh := range t.ZhAlso {
			seen[glossary.Key(zh)] = true
		}
	}
	r := rand.New(rand.NewPCG(1, 2))
	var text strings.Builder
	text.Write(duizhao.GlossaryYAML)
	for n := len(known.Terms); n < benchTerms; {
		zh := stems[r.IntN(len(stems))] + stems[r.IntN(len(stems))] + stems[r.IntN(len(stems))]
		if seen[glossary.Key(zh)] {
			continue
		}
		seen[glossary.Key(zh)] = true
		n++
		fmt.Fprintf(&text, "  - {zh: %s, en: term number %d, also: [carbon market %d], binding: advisory}\n", zh, n, n)
	}
	file, diagnostics := glossary.Parse("bench.yaml", []byte(text.String()))
	if glossary.HasErrors(diagnostics) {
		b.Fatal(diagnostics)
	}
	out, err := file.MarshalBinary()
	if err != nil {
		b.Fatal(err)
	}
	return out
}
