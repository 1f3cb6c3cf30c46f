package glossary_test

import (
	"fmt"

	"duizhao/glossary"
)

const house = `version: 1
terms:
  - zh: 碳达峰
    en: carbon peaking
    also: [peak carbon emissions]
    avoid: [carbon summit]
  - zh: 碳中和
    en: carbon neutrality
  - zh: 意见
    senses:
      - {when: {title_end: true, after: [印发]}, en: Opinions}
      - {when: {after: [征求]}, en: comments}
`

func open(yaml string) *glossary.Glossary {
	file, diagnostics := glossary.Parse("house.yaml", []byte(yaml))
	for _, d := range diagnostics {
		fmt.Println(d)
	}
	return glossary.New(file)
}

func ExampleParse() {
	_, diagnostics := glossary.Parse("house.yaml", []byte(`version: 1
terms:
  - zh: 碳达峰
    en: carbon peaking
    alos: [peak carbon emissions]
`))
	for _, d := range diagnostics {
		fmt.Println(d)
	}
	// Output:
	// house.yaml:5:5: unknown key "alos" in an entry; did you mean "also"?
}

func ExampleGlossary_Match() {
	g := open(house)
	for _, m := range g.Match("各地要就實現碳達峰、碳中和征求意見", glossary.Context{}) {
		fmt.Println(m.Span, m.Term.Zh, m.Preferred(glossary.Context{}).En)
	}
	// Output:
	// {6 9} 碳达峰 carbon peaking
	// {10 13} 碳中和 carbon neutrality
	// {15 17} 意见 comments
}

func ExampleGlossary_Recognise() {
	g := open(house)
	const zh = "推进碳达峰、碳中和"
	matches := g.Match(zh, glossary.Context{})
	for _, en := range []string{
		"Carbon peaking and neutrality will be advanced.",
		"The carbon summit will be advanced.",
	} {
		for i, r := range g.Recognise(en, zh, matches, glossary.Context{}) {
			fmt.Printf("%s: %s %q\n", matches[i].Term.Zh, r.How, r.En)
		}
	}
	// Output:
	// 碳达峰: preferred "Carbon peaking"
	// 碳中和: coordinated "Carbon peaking and neutrality"
	// 碳达峰: avoided "carbon summit"
	// 碳中和: missing ""
}

func ExampleGlossary_Explain() {
	g := open("version: 1\nterms:\n  - {zh: 人民银行, en: PBOC}\n  - {zh: 中国人民银行, en: People's Bank of China}\n")
	for _, f := range g.Explain("中国人民银行公告", glossary.Context{}) {
		fmt.Print(f.Term.Zh, " ", f.Reason)
		if f.By != nil {
			fmt.Print(" by ", f.By.Zh)
		}
		fmt.Println()
	}
	// Output:
	// 中国人民银行 taken
	// 人民银行 hidden by 中国人民银行
}
