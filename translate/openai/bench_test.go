package openai_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"duizhao/bitext"
	"duizhao/glossary"
	"duizhao/translate"
	"duizhao/translate/openai"
	"duizhao/translate/scripted"
)

// article makes a document of n segments as long as those of policy articles
// are, and a glossary of many terms, of which it has two a segment.
func longArticle(t testing.TB, n, terms int) (*bitext.Document, *glossary.Glossary) {
	t.Helper()
	var y strings.Builder
	y.WriteString("version: 1\nterms:\n")
	heads := []rune("推进改革创新发展绿色低碳治理能源环境产业农村")
	name := func(i int) string { return string([]rune{heads[i%22], heads[i/22%22], heads[i/484]}) + "工程" }
	for i := range terms {
		fmt.Fprintf(&y, "  - {zh: %s, en: policy measure of kind %d}\n", name(i), i)
	}
	file, diagnostics := glossary.Parse("terms.yaml", []byte(y.String()))
	if len(diagnostics) > 0 {
		t.Fatal(diagnostics)
	}
	d := &bitext.Document{Title: "关于加快经济社会发展全面绿色转型的意见"}
	for i := range n {
		zh := fmt.Sprintf("第%d，坚持以%s为重点，统筹推进%s和各项改革任务，到2030年实现产业规模达到%d万亿元左右，重点领域改革取得重要进展，人民群众的获得感明显增强，治理体系更加完善。",
			i+1, name(i*37%terms), name(i*53%terms), i+2)
		d.Records = append(d.Records, bitext.Record{Unit: &bitext.Unit{ID: fmt.Sprintf("%08x", i), At: fmt.Sprintf("p%d.s1", i/3+1), Block: "paragraph", Zh: zh}})
	}
	return d, glossary.New(file)
}

// overhead says how many tokens are sent and answered besides the text of the
// units and their English, and how many the text has.
func overhead(t testing.TB, requests []translate.Request) (extra, text int) {
	t.Helper()
	for _, r := range requests {
		cost, err := openai.Cost(r)
		if err != nil {
			t.Fatal(err)
		}
		extra += cost.Input
		for _, u := range r.Units {
			n := openai.Estimate(u.Zh)
			text += n
			extra += openai.Overhead(u) - n
		}
	}
	return extra, text
}

// For an article of 40 segments and a glossary of 5,000 terms, all that goes
// over the wire besides the units' own text (system messages, schema, terms,
// neighbours, ids and echoes both ways) is at most as long as that text.
func TestOverheadIsAtMostTheText(t *testing.T) {
	doc, g := longArticle(t, 40, 5000)
	requests, err := translate.Requests(doc, translate.Options{Glossary: g})
	if err != nil {
		t.Fatal(err)
	}
	extra, text := overhead(t, requests)
	t.Logf("%d requests; text %d tokens, besides %d: %.2f", len(requests), text, extra, float64(extra)/float64(text))
	if extra > text {
		t.Errorf("%d tokens besides the %d of the text", extra, text)
	}
}

// BenchmarkRun translates 500 segments against a server whose answers take
// longer the longer they are, with jitter. The bound is what list scheduling
// needs for the same batches, in order, on as many workers.
func BenchmarkRun(b *testing.B) {
	for _, workers := range []int{2, 4, 8} {
		b.Run(fmt.Sprint("concurrency-", workers), func(b *testing.B) {
			for b.Loop() {
				doc, g := longArticle(b, 500, 1000)
				s := &scripted.Server{Base: 20 * time.Millisecond, PerRune: 100 * time.Microsecond, Jitter: 0.5}
				e := serve(b, s, nil)
				start := time.Now()
				summary, err := translate.Run(b.Context(), doc, translate.Options{Engine: e, Glossary: g, Concurrency: workers})
				if err != nil {
					b.Fatal(err)
				}
				took := time.Since(start)
				if n := len(summary.ByStatus[bitext.Translated]); n != 500 {
					b.Fatalf("%d of 500 are translated: %v", n, summary.Lines())
				}
				bound := schedule(s.Calls(), workers)
				b.ReportMetric(took.Seconds()/bound.Seconds(), "x-bound")
				b.ReportMetric(float64(len(s.Calls())), "requests")
			}
		})
	}
}

// schedule is how long the calls take on so many workers, each taking the next
// when it has done with one.
func schedule(calls []scripted.Call, workers int) time.Duration {
	free := make([]time.Duration, workers)
	for _, c := range calls {
		next := 0
		for i := range free {
			if free[i] < free[next] {
				next = i
			}
		}
		free[next] += c.Took
	}
	var last time.Duration
	for _, f := range free {
		last = max(last, f)
	}
	return last
}

// BenchmarkPrompt writes the messages of a request.
func BenchmarkPrompt(b *testing.B) {
	doc, g := longArticle(b, 40, 1000)
	requests, err := translate.Requests(doc, translate.Options{Glossary: g})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, _, err := openai.Prompt(requests[0]); err != nil {
			b.Fatal(err)
		}
	}
}
