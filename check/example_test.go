package check_test

import (
	"context"
	"fmt"
	"log"

	"duizhao/bitext"
	"duizhao/check"
	"duizhao/glossary"
)

// A bitext is held to the rules, what is certain is mended.
func Example() {
	file, diagnostics := glossary.Parse("house.yaml", []byte(`
version: 1
terms:
  - {zh: 碳达峰, en: carbon peaking, avoid: [carbon summit]}
`))
	if glossary.HasErrors(diagnostics) {
		log.Fatal(diagnostics)
	}
	document := &bitext.Document{Records: []bitext.Record{
		{Unit: &bitext.Unit{Zh: "碳达峰是目标。", En: "Carbon summit is the the goal.", Origin: bitext.FromPerson}},
		{Unit: &bitext.Unit{Zh: "推进碳达峰。", En: "Move on with it.", Origin: bitext.FromPerson}},
	}}
	inputs, options := []check.Input{{Document: document}}, check.Options{Glossary: glossary.New(file)}
	result, err := check.Run(context.Background(), inputs, options)
	if err != nil {
		log.Fatal(err)
	}
	for _, f := range result.Findings {
		fmt.Printf("unit %d: %s %s: %s\n", f.Unit, f.Severity, f.Rule, f.Message)
	}
	mended, err := check.Mend(context.Background(), inputs, options, result)
	if err != nil {
		log.Fatal(err)
	}
	for _, m := range mended {
		fmt.Printf("unit %d: %s\n", m.Unit, m.After)
	}
	// Output:
	// unit 0: error term-avoided: 碳达峰 should be "carbon peaking", not "Carbon summit"
	// unit 0: note doubled-word: "the" stands twice
	// unit 1: error term-missing: 碳达峰 should be "carbon peaking"
	// unit 0: Carbon peaking is the goal.
}

// A rule says why it is there and how grave it is.
func ExampleRule_Explain() {
	fmt.Print(check.Named("doubled-word").Explain())
	// Output:
	// ## doubled-word
	//
	// A word or phrase stands twice in a row.
	//
	// "of of the" is left over from editing, or made by a machine that lost its place; so is "second class second class", which has the grade "phrase". Names (New York, New York; Bora Bora), figures, and words that English doubles (had had, that that, very very) are left alone.
	//
	// | grade | machine | human |
	// |---|---|---|
	// | word | warning | note |
	// | phrase | warning | note |
	//
	// Bad:
	//
	// - 落实会议精神。 → Carry out the the decisions of the meeting.
	//
	// Good:
	//
	// - 他说那是必要的。 → He said that that was necessary.
}
