package translate_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"duizhao/bitext"
	"duizhao/translate"
)

// Law 3: every unit comes out, in order, once; and no fault puts the English
// of one unit under another.
func TestNoFaultMovesOrLosesAUnit(t *testing.T) {
	faults := slices.DeleteFunc(slices.Concat(structural, textual), func(f fault) bool { return f.name == "hang" })
	rapid.Check(t, func(t *rapid.T) {
		zh := drawSentences(t)
		d := document(zh...)
		drawn := rapid.SliceOfN(rapid.IntRange(-1, len(faults)-1), 1, 30).Draw(t, "faults")
		var mu sync.Mutex
		calls := 0
		scripted := engine(func(ctx context.Context, r translate.Request) (translate.Answer, error) {
			mu.Lock()
			n := drawn[calls%len(drawn)]
			calls++
			mu.Unlock()
			a := good(r)
			if n < 0 {
				return a, nil
			}
			return a, faults[n].spoil(ctx, &a, n)
		})
		_, err := translate.Run(t.Context(), d, translate.Options{Engine: scripted, Glossary: loadTerms(t), Concurrency: 3})
		if errors.Is(err, translate.ErrUnusable) {
			return // every request failed
		}
		if err != nil {
			t.Fatal(err)
		}
		checkWhole(t, d, zh)
	})
}

// checkWhole holds a document to law 3.
func checkWhole(t fataler, d *bitext.Document, zh []string) {
	units := d.Units()
	if len(units) != len(zh) {
		t.Fatalf("%d units, want %d", len(units), len(zh))
	}
	for i, u := range units {
		if u.Zh != zh[i] {
			t.Fatalf("unit %d is %q, want %q", i, u.Zh, zh[i])
		}
		switch {
		case u.Status == bitext.Failed:
			if u.En != "" || len(u.Findings) == 0 {
				t.Fatalf("a failed unit with English %q and findings %v", u.En, u.Findings)
			}
		case !strings.Contains(u.En, hash(u.Zh)):
			t.Fatalf("unit %d %q has the English of another: %q", i, u.Zh, u.En)
		}
	}
}

// faulty is an engine whose faults are drawn from the request itself and how
// often it was put, so that they do not depend on which request comes first.
func faulty(rate float64, seed uint64, latency func(*rand.Rand) time.Duration) engine {
	faults := slices.Concat(structural, textual)
	var mu sync.Mutex
	asked := map[string]uint64{}
	return func(ctx context.Context, r translate.Request) (translate.Answer, error) {
		key := fmt.Sprintf("%+v", r)
		mu.Lock()
		asked[key]++
		nth := asked[key]
		mu.Unlock()
		h := fnv.New64a()
		h.Write([]byte(key))
		draw := rand.New(rand.NewPCG(seed, h.Sum64()+nth))
		faultDrawn, which, n := draw.Float64() < rate, draw.IntN(len(faults)), draw.IntN(100)
		time.Sleep(latency(draw))
		a := good(r)
		if !faultDrawn {
			return a, nil
		}
		return a, faults[which].spoil(ctx, &a, n)
	}
}

// sentences are n sentences with terms and figures, some of them alike.
func sentences(n int) []string {
	zh := make([]string, n)
	for i := range zh {
		zh[i] = fmt.Sprintf("第%d项工作由国务院负责，推进碳达峰、碳中和，投资%d亿元，增长%d%%。", i+1, 3*i+2, i%9+1)
		if i%7 == 0 {
			zh[i] = "各地区要认真贯彻落实，推进碳达峰。"
		}
	}
	return zh
}

// 300 units at 30 % faults come out complete and unmoved, and nearly all of
// them translated.
func TestThreeHundredUnitsAtThirtyPercentFaults(t *testing.T) {
	zh := sentences(300)
	for seed := range uint64(24) {
		synctest.Test(t, func(t *testing.T) {
			d := document(zh...)
			s, err := translate.Run(t.Context(), d, translate.Options{
				Engine:   faulty(0.3, seed, func(r *rand.Rand) time.Duration { return time.Duration(r.IntN(2000)) * time.Millisecond }),
				Glossary: loadTerms(t), Concurrency: 4,
			})
			if err != nil {
				t.Fatal(err)
			}
			checkWhole(t, d, zh)
			if bad := len(s.ByStatus[bitext.NeedsReview]) + len(s.ByStatus[bitext.Failed]); bad > len(zh)*5/100 {
				t.Errorf("seed %d: %d of %d units are not translated: %v", seed, bad, len(zh), s.ByStatus)
			}
			t.Logf("seed %d: %v, %d requests", seed, s.Lines(), s.Requests)
		})
	}
}

// Law 5: the order in which answers arrive changes no byte of the bitext and
// no request, with faults and repairs as well.
func TestOrderOfAnswersChangesNothing(t *testing.T) {
	zh := sentences(90)
	run := func(t *testing.T, concurrency int, seed, arrival uint64) (string, []string, translate.Summary) {
		var mu sync.Mutex
		var requests []string
		order := rand.New(rand.NewPCG(arrival, 1))
		inner := faulty(0.3, seed, func(*rand.Rand) time.Duration {
			mu.Lock()
			defer mu.Unlock()
			return time.Duration(order.IntN(5000)) * time.Millisecond
		})
		recording := engine(func(ctx context.Context, r translate.Request) (translate.Answer, error) {
			mu.Lock()
			requests = append(requests, fmt.Sprintf("%+v", r))
			mu.Unlock()
			return inner(ctx, r)
		})
		d := document(zh...)
		s, err := translate.Run(t.Context(), d, translate.Options{Engine: recording, Glossary: loadTerms(t), Concurrency: concurrency})
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := bitext.WriteJSONL(&b, d); err != nil {
			t.Fatal(err)
		}
		slices.Sort(requests)
		return b.String(), requests, s
	}
	for seed := range uint64(4) {
		var bytes string
		var asked []string
		var summary translate.Summary
		synctest.Test(t, func(t *testing.T) { bytes, asked, summary = run(t, 1, seed, 0) })
		for arrival := range uint64(4) {
			synctest.Test(t, func(t *testing.T) {
				b, a, s := run(t, 7, seed, arrival)
				if diff := cmp.Diff(bytes, b); diff != "" {
					t.Fatalf("the bitext differs:\n%s", diff)
				}
				if diff := cmp.Diff(asked, a); diff != "" {
					t.Fatalf("the requests differ:\n%s", diff)
				}
				if diff := cmp.Diff(summary, s); diff != "" {
					t.Fatalf("the summary differs:\n%s", diff)
				}
			})
		}
	}
}
