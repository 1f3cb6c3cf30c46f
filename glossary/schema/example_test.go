package schema_test

import (
	"encoding/json"
	"fmt"

	"duizhao/glossary/schema"
)

func ExampleGlossary() {
	var s struct{ Title string }
	if err := json.Unmarshal(schema.Glossary(), &s); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(s.Title)
	// Output: duizhao glossary
}
