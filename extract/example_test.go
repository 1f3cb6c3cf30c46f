package extract_test

import (
	"fmt"
	"strings"

	"duizhao/bitext"
	"duizhao/extract"
)

func ExampleFind() {
	docs, err := bitext.ReadAll(strings.NewReader(`
{"zh":"滨海湿地修复进展顺利。","en":"The restoration of coastal wetlands goes well."}
{"zh":"社会资本参与滨海湿地修复。","en":"Private capital joins coastal wetland restoration."}
{"zh":"滨海湿地修复要有统一的标准。","en":"Coastal wetland restoration needs uniform standards."}
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range extract.Find(docs, extract.Options{}) {
		fmt.Println(c.Zh, c.Count, c.Renderings)
	}
	// Output: 滨海湿地修复 3 [{coastal wetland restoration 2} {restoration of coastal wetlands 1}]
}
