package openai_test

import (
	"context"
	"fmt"
	"net/http/httptest"

	"duizhao/translate"
	"duizhao/translate/openai"
	"duizhao/translate/scripted"
)

// An engine asks a server for a few units at a time.
func ExampleNew() {
	server := httptest.NewServer(&scripted.Server{Model: "qwen3"})
	defer server.Close()
	ctx := context.Background()
	e, err := openai.New(ctx, openai.Options{BaseURL: server.URL, Offline: true})
	if err != nil {
		fmt.Println(err)
		return
	}
	a, err := e.Translate(ctx, translate.Request{
		Terms: []translate.TermPair{{Zh: "碳达峰", En: "carbon peaking"}},
		Units: []translate.Unit{{ID: 1, Zh: "推进碳达峰。", Terms: []translate.TermUse{{Term: 0, Start: 2, End: 5}}}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(e.Model(), "answers", a.Units[0].Echo, a.Units[0].En)
	// Output:
	// qwen3 answers 推进碳达峰。 Unit mtbkdtkkblsq on carbon peaking.
}
