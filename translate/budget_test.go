package translate_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"duizhao/bitext"
	"duizhao/translate"
)

// What one unit may cost is bounded, whatever the engine does; the rest of the
// article is fine.
func TestOneBadUnitCostsLittle(t *testing.T) {
	zh := sentences(24)
	zh[9] = "坏的单元，谁也译不出来。"
	cases := map[string]struct {
		fault   func(ctx context.Context) error
		rule    string
		message string
		most    int // requests for one batch of 24
	}{
		"fails":   {func(context.Context) error { return errGateway }, "engine-error", "502 Bad Gateway", 14},
		"cut":     {func(context.Context) error { return translate.ErrCut }, "answer-cut", "cut off", 14},
		"refused": {func(context.Context) error { return fmt.Errorf("filter: %w", translate.ErrRefused) }, "answer-refused", "filter", 13},
		"hangs":   {func(ctx context.Context) error { <-ctx.Done(); return ctx.Err() }, "engine-error", "not answered in time: 10m0s", 14},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				d := document(zh...)
				bad := engine(func(ctx context.Context, r translate.Request) (translate.Answer, error) {
					for _, u := range r.Units {
						if u.Zh == zh[9] {
							return translate.Answer{}, c.fault(ctx)
						}
					}
					return good(r), nil
				})
				start := time.Now()
				s, err := translate.Run(t.Context(), d, translate.Options{Engine: bad, Glossary: loadTerms(t)})
				if err != nil {
					t.Fatal(err)
				}
				u := d.Units()[9]
				if u.Status != bitext.Failed || u.Findings[0].Rule != c.rule || !strings.Contains(u.Findings[0].Message, c.message) {
					t.Errorf("the bad unit is %s: %v", u.Status, u.Findings)
				}
				if n := len(s.ByStatus[bitext.Translated]); n != len(zh)-1 {
					t.Errorf("%d units are translated, want all others: %v", n, s.ByStatus)
				}
				if s.Requests > c.most {
					t.Errorf("%d requests, want at most %d", s.Requests, c.most)
				}
				if took := time.Since(start); took > 10*time.Minute {
					t.Errorf("it took %s", took)
				}
			})
		})
	}
}

// An engine that cannot be used ends the run with its error, and the document
// is as it was; one that was of use before leaves the rest failed.
func TestUnusableEngine(t *testing.T) {
	wrongKey := fmt.Errorf("401: %w", translate.ErrUnusable)
	for _, before := range []int32{0, 2} {
		var calls atomic.Int32
		e := engine(func(_ context.Context, r translate.Request) (translate.Answer, error) {
			if calls.Add(1) > before {
				return translate.Answer{}, wrongKey
			}
			return good(r), nil
		})
		d := document(sentences(200)...)
		s, err := translate.Run(t.Context(), d, translate.Options{Engine: e, Glossary: loadTerms(t)})
		if before == 0 {
			if !errors.Is(err, wrongKey) || d.Units()[0].Status != "" || calls.Load() != 1 {
				t.Errorf("error %v after %d requests, unit %s", err, calls.Load(), d.Units()[0].Status)
			}
			continue
		}
		if err != nil || calls.Load() != before+1 {
			t.Errorf("error %v after %d requests, want none after %d", err, calls.Load(), before+1)
		}
		last := d.Units()[199]
		if len(s.ByStatus[bitext.Translated]) == 0 || last.Status != bitext.Failed || !strings.Contains(last.Findings[0].Message, "401") {
			t.Errorf("statuses %v, the last unit has %v", s.ByStatus, last.Findings)
		}
	}
}

// A server that is down is not asked for every unit: where it never answered,
// the run fails, otherwise the rest of the units.
func TestSilentEngineIsGivenUp(t *testing.T) {
	for _, before := range []int32{0, 3} {
		var calls atomic.Int32
		down := engine(func(_ context.Context, r translate.Request) (translate.Answer, error) {
			if calls.Add(1) > before {
				return translate.Answer{}, errGateway
			}
			return good(r), nil
		})
		d := document(sentences(300)...)
		s, err := translate.Run(t.Context(), d, translate.Options{Engine: down, Glossary: loadTerms(t)})
		if calls.Load() != before+16 {
			t.Errorf("%d requests after %d good ones", calls.Load(), before)
		}
		if before == 0 {
			if !errors.Is(err, translate.ErrUnusable) || !errors.Is(err, errGateway) || d.Units()[0].Status != "" {
				t.Errorf("error %v, the first unit is %s", err, d.Units()[0].Status)
			}
			continue
		}
		want := "the engine was given up: 16 requests in a row failed, the last: 502 Bad Gateway"
		last := d.Units()[299]
		if err != nil || len(s.ByStatus[bitext.Translated]) == 0 || last.Findings[0].Message != want {
			t.Errorf("error %v, %v, the last unit has %v", err, s.ByStatus, last.Findings)
		}
	}
}

// A model that is at a loss with more than one unit does answer.
func TestEngineForSingleUnits(t *testing.T) {
	small := engine(func(_ context.Context, r translate.Request) (translate.Answer, error) {
		if len(r.Units) > 1 {
			return translate.Answer{}, errors.New("no JSON")
		}
		return good(r), nil
	})
	s, err := translate.Run(t.Context(), document(sentences(200)...), translate.Options{Engine: small, Glossary: loadTerms(t), Concurrency: 8})
	if err != nil || len(s.ByStatus[bitext.Translated]) != 200 {
		t.Errorf("error %v, %v", err, s.ByStatus)
	}
}

// What was answered before an interrupt is kept; the rest says why it failed.
func TestInterruptKeepsWhatIsDone(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	d := document(sentences(200)...)
	slow := engine(func(ctx context.Context, r translate.Request) (translate.Answer, error) {
		if r.Before == nil {
			defer cancel()
			return good(r), nil
		}
		<-ctx.Done()
		return translate.Answer{}, ctx.Err()
	})
	_, err := translate.Run(ctx, d, translate.Options{Engine: slow, Glossary: loadTerms(t), Concurrency: 3})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("error %v, want that of the context", err)
	}
	units := d.Units()
	if units[0].Status != bitext.Translated {
		t.Errorf("the first unit is %s, though it was answered", units[0].Status)
	}
	last := units[len(units)-1]
	if last.Status != bitext.Failed || last.Findings[0].Message != "interrupted" {
		t.Errorf("the last unit is %s with %v", last.Status, last.Findings)
	}
}

// An interrupt during repair keeps the English that is there.
func TestInterruptInRepairKeepsTheBest(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	e := engine(func(_ context.Context, r translate.Request) (translate.Answer, error) {
		if len(r.Complaints) > 0 {
			cancel()
			return translate.Answer{}, ctx.Err()
		}
		a := good(r)
		a.Units[0].En = "Advance the matter."
		return a, nil
	})
	d := document("推进碳达峰。", "国务院发布通知。")
	if _, err := translate.Run(ctx, d, translate.Options{Engine: e, Glossary: loadTerms(t)}); !errors.Is(err, context.Canceled) {
		t.Fatalf("error %v, want that of the context", err)
	}
	if u := d.Units()[0]; u.En != "Advance the matter." || u.Status != bitext.NeedsReview {
		t.Errorf("the unit is %s: %q", u.Status, u.En)
	}
	if u := d.Units()[1]; u.Status != bitext.Translated {
		t.Errorf("the other unit is %s", u.Status)
	}
}

func TestProgressEndsWithEverything(t *testing.T) {
	zh := sentences(60)
	var last translate.Progress
	d := document(zh...)
	s, err := translate.Run(t.Context(), d, translate.Options{
		Engine: alwaysGood, Glossary: loadTerms(t), Concurrency: 4,
		Progress: func(p translate.Progress) {
			if p.Done < last.Done || p.Requests < last.Requests {
				t.Errorf("progress goes back: %+v after %+v", p, last)
			}
			last = p
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	if last.Done != len(zh) || last.Left != 0 || last.Required != s.Required || last.Met != s.Met || last.Requests != s.Requests {
		t.Errorf("the last progress is %+v, the summary %+v", last, s)
	}
}
