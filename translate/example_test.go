package translate_test

import (
	"context"
	"fmt"

	"duizhao/bitext"
	"duizhao/glossary"
	"duizhao/translate"
)

// echoEngine answers each unit with the renderings of its terms.
type echoEngine struct{}

func (echoEngine) Name() string { return "echo" }

func (echoEngine) Translate(_ context.Context, r translate.Request) (translate.Answer, error) {
	var a translate.Answer
	for _, u := range r.Units {
		answer := translate.UnitAnswer{ID: u.ID, Echo: translate.Echo(u.Zh)}
		for _, use := range u.Terms {
			answer.En += "[" + r.Terms[use.Term].En + "]"
		}
		a.Units = append(a.Units, answer)
	}
	return a, nil
}

// Run asks an engine for every unit and writes a receipt for every term.
func ExampleRun() {
	file, _ := glossary.Parse("terms.yaml", []byte("version: 1\nterms:\n  - {zh: 碳达峰, en: carbon peaking}\n"))
	doc := &bitext.Document{Records: []bitext.Record{{Unit: &bitext.Unit{At: "p1.s1", Zh: "推进碳达峰。"}}}}
	summary, err := translate.Run(context.Background(), doc, translate.Options{Engine: echoEngine{}, Glossary: glossary.New(file)})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range doc.Units()[0].Terms {
		fmt.Println(r.Zh, "=", r.En, r.How, r.Source, *r.Target)
	}
	fmt.Println(summary.Lines()[1])
	// Output:
	// 碳达峰 = carbon peaking preferred {2 5} {1 15}
	// terms 1 required: 1 met
}

// Requests shows what would be asked: where a body is mentioned first, its
// full name with the abbreviation; further on, the abbreviation.
func ExampleRequests() {
	file, _ := glossary.Parse("terms.yaml", []byte("version: 1\nterms:\n  - {zh: 人民银行, en: the People's Bank of China, abbr: PBOC, kind: body}\n"))
	doc := &bitext.Document{Records: []bitext.Record{
		{Unit: &bitext.Unit{Zh: "人民银行发布公告。", Block: "paragraph"}},
		{Unit: &bitext.Unit{Zh: "公告由人民银行负责解释。", Block: "paragraph"}},
	}}
	requests, err := translate.Requests(doc, translate.Options{Glossary: glossary.New(file)})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, u := range requests[0].Units {
		fmt.Println(u.ID, u.Zh, requests[0].Terms[u.Terms[0].Term].En)
	}
	// Output:
	// 1 人民银行发布公告。 the People's Bank of China (PBOC)
	// 2 公告由人民银行负责解释。 the PBOC
}
