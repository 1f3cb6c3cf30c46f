package impact_test

import (
	"context"
	"fmt"
	"strings"

	"duizhao/bitext"
	"duizhao/check"
	"duizhao/check/impact"
	"duizhao/glossary"
)

func ExampleOf() {
	before, _ := glossary.Parse("old.yaml", []byte("version: 1\nterms:\n  - {zh: 碳达峰, en: carbon peak, also: [carbon emissions fall]}\n"))
	after, _ := glossary.Parse("new.yaml", []byte("version: 1\nterms:\n  - {zh: 碳达峰, en: carbon peaking}\n"))
	docs, err := bitext.ReadAll(strings.NewReader(`{"zh":"推进碳达峰工作。","en":"Let carbon emissions fall."}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	i, err := impact.Of(context.Background(), glossary.New(before), glossary.New(after), []check.Input{{Document: docs[0]}}, check.Options{}, bitext.Error)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, g := range i.Groups {
		for _, p := range g.Places {
			fmt.Println(g.Zh, p.Before.How, "→", p.After.How, p.New[0].Severity)
		}
	}
	// Output: 碳达峰 accepted → missing error
}
