package lookup_test

import (
	"fmt"

	"duizhao/glossary"
	"duizhao/glossary/lookup"
)

func ExampleIndex_Find() {
	file, _ := glossary.Parse("house.yaml", []byte(`version: 1
terms:
  - {zh: 碳达峰, en: carbon peaking}
  - {zh: 碳中和, en: carbon neutrality}
`))
	for _, h := range lookup.New(file.Terms).Find("tdf", 3) {
		fmt.Println(h.Term.Zh, h.How)
	}
	// Output: 碳达峰 initials
}
