package compare_test

import (
	"fmt"
	"strings"

	"duizhao/glossary"
	"duizhao/glossary/compare"
)

func ExampleDiff() {
	before, _ := glossary.Parse("a.yaml", []byte("version: 1\nterms:\n  - {zh: 碳达峰, en: carbon peak}\n"))
	after, _ := glossary.Parse("b.yaml", []byte("version: 1\nterms:\n  - {zh: 碳达峰, en: carbon peaking, also: [carbon peak]}\n"))
	for _, c := range compare.Diff(before.Terms, after.Terms) {
		fmt.Println(strings.Join(c.Lines(), "\n"))
	}
	// Output:
	// changed 碳达峰: carbon peaking
	//   preferred: carbon peak → carbon peaking
	//   renderings: + carbon peaking
}
