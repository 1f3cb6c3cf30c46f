package translate_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"
	"testing/synctest"
	"time"
	"unicode/utf8"

	"duizhao/translate"
)

// schedule runs n segments through an engine whose latency grows with its
// answer, with jitter, and gives the time that took, and the least time that
// the same requests can take: their sum over the workers, or the longest.
func schedule(t testing.TB, n, concurrency int, seed uint64) (took, least time.Duration, requests int) {
	draw := rand.New(rand.NewPCG(seed, 1))
	zh := make([]string, n)
	for i := range zh {
		zh[i] = fmt.Sprintf("第%d项", i)
		for range 5 + draw.IntN(80) {
			zh[i] += string([]rune("工作推进落实单位加强管理")[draw.IntN(12)])
		}
		zh[i] += "。"
	}
	g := loadTerms(t)
	var mu sync.Mutex
	var sum, longest time.Duration
	e := engine(func(_ context.Context, r translate.Request) (translate.Answer, error) {
		latency := 400 * time.Millisecond
		for _, u := range r.Units {
			latency += time.Duration(utf8.RuneCountInString(u.Zh)+15) * 15 * time.Millisecond
		}
		jitter := rand.New(rand.NewPCG(seed, uint64(latency)))
		latency = time.Duration(float64(latency) * (0.8 + 0.4*jitter.Float64()))
		mu.Lock()
		sum += latency
		longest = max(longest, latency)
		requests++
		mu.Unlock()
		time.Sleep(latency)
		return good(r), nil
	})
	d := document(zh...)
	start := time.Now()
	if _, err := translate.Run(t.Context(), d, translate.Options{Engine: e, Glossary: g, Concurrency: concurrency, Repairs: -1}); err != nil {
		t.Fatal(err)
	}
	return time.Since(start), max(sum/time.Duration(concurrency), longest), requests
}

// 500 segments end within 1.15 times the least time that their batches can
// take. Time is that of a bubble: what is measured is the schedule alone.
func TestScheduleIsNearTheBound(t *testing.T) {
	for _, concurrency := range []int{1, 2, 4, 8} {
		for seed := range uint64(5) {
			synctest.Test(t, func(t *testing.T) {
				took, least, requests := schedule(t, 500, concurrency, seed)
				ratio := float64(took) / float64(least)
				t.Logf("concurrency %d: %d requests, %.1f s, %.3f of the bound", concurrency, requests, took.Seconds(), ratio)
				if ratio > 1.15 {
					t.Errorf("concurrency %d, seed %d: %.3f of the bound", concurrency, seed, ratio)
				}
			})
		}
	}
}
