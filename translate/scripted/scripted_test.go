package scripted_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"duizhao/translate"
	"duizhao/translate/openai"
	"duizhao/translate/scripted"
)

func ask(t *testing.T, s *scripted.Server, units ...string) (translate.Answer, error) {
	t.Helper()
	server := httptest.NewServer(s)
	defer server.Close()
	e, err := openai.New(t.Context(), openai.Options{BaseURL: server.URL, Model: "m", Wait: time.Millisecond, Timeout: 500 * time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	r := translate.Request{Terms: []translate.TermPair{{Zh: "碳达峰", En: "carbon peaking"}}}
	for i, zh := range units {
		r.Units = append(r.Units, translate.Unit{ID: i + 1, Zh: zh, Terms: openai.Uses(r.Terms, zh)})
	}
	return e.Translate(t.Context(), r)
}

// Each fault differs from a good answer, always in the same way.
func TestEveryFaultShows(t *testing.T) {
	units := []string{"推进碳达峰。", "投入1.2亿元。", "第三句话。"}
	good, err := ask(t, &scripted.Server{}, units...)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(good.Units[0].En, "carbon peaking") || !strings.Contains(good.Units[1].En, "120 million yuan") {
		t.Fatalf("the good answer is %v", good)
	}
	harmless := []scripted.Fault{scripted.Fenced, scripted.Prose, scripted.NoUsage} // to an engine that knows them
	for _, fault := range scripted.Faults() {
		t.Run(string(fault), func(t *testing.T) {
			t.Parallel()
			server := func() *scripted.Server {
				return &scripted.Server{Plan: scripted.Always(fault), Avoid: map[string]string{"碳达峰": "carbon summit"}}
			}
			a, err := ask(t, server(), units...)
			b, again := ask(t, server(), units...)
			same := err == nil && cmp.Equal(a.Units, good.Units)
			if same != slices.Contains(harmless, fault) {
				t.Errorf("error %v, answer %v", err, a)
			}
			if (err == nil) != (again == nil) || err == nil && !cmp.Equal(a, b) {
				t.Errorf("first %v %v, then %v %v", a, err, b, again)
			}
			busy := fault == scripted.RateLimit || fault == scripted.RetryAfter
			if errors.Is(err, translate.ErrUnusable) != busy {
				t.Error(err)
			}
		})
	}
}

// What a request meets depends on the request, not on what came before.
func TestDrawnDoesNotDependOnOrder(t *testing.T) {
	plan := scripted.Drawn(7, 0.5, scripted.Faults()...)
	var first, last []scripted.Fault
	for i := range 200 {
		first = append(first, plan(scripted.Call{Number: i, Body: uint64(i), Attempt: i % 3}))
	}
	for i := range 200 {
		last = append(last, plan(scripted.Call{Number: i, Body: uint64(199 - i), Attempt: (199 - i) % 3}))
	}
	slices.Reverse(last)
	if diff := cmp.Diff(first, last); diff != "" {
		t.Error(diff)
	}
	faulty := 0
	for _, f := range first {
		if f != scripted.None {
			faulty++
		}
	}
	if faulty < 70 || faulty > 130 {
		t.Errorf("%d of 200 calls have a fault, want about half", faulty)
	}
}

// Two units have the same hash only if they are the same, and no hash is a
// word or a figure.
func TestHash(t *testing.T) {
	seen := map[string]string{}
	for i := range 2000 {
		zh := fmt.Sprintf("第%d句", i)
		h := scripted.Hash(zh)
		if other, taken := seen[h]; taken || len(h) != 12 || strings.ContainsAny(h, "aeiou0123456789") {
			t.Fatalf("%q has the hash %q, %q too", zh, h, other)
		}
		seen[h] = zh
	}
}

// A server answers like any other, and remembers what it was asked.
func ExampleServer() {
	s := &scripted.Server{Plan: scripted.First(scripted.ServerError), Refuses: []string{"json_schema"}}
	server := httptest.NewServer(s)
	defer server.Close()
	e, err := openai.New(context.Background(), openai.Options{BaseURL: server.URL, Model: "any", Wait: time.Millisecond})
	if err != nil {
		fmt.Println(err)
		return
	}
	a, err := e.Translate(context.Background(), translate.Request{Units: []translate.Unit{{ID: 1, Zh: "投入1.2亿元。"}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	text, err := json.Marshal(a.Units[0])
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(string(text))
	for _, c := range s.Calls() {
		fmt.Println(c.Number, c.Attempt, c.Status, c.Fault)
	}
	// Output:
	// {"id":1,"echo":"投入1.2亿","en":"Unit mcbgqtsmkqts on 120 million yuan."}
	// 0 0 500 server-error
	// 1 1 200
}
