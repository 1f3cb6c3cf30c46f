package translate_test

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"duizhao/glossary"
	"duizhao/translate"
)

// Which unit mentions a body first is a matter of the document, not of the
// answer that comes first: an abbreviation there is written out.
func TestAbbreviationBeforeTheFullFormIsIntroduced(t *testing.T) {
	file, diagnostics := glossary.Parse("terms.yaml", []byte("version: 1\nterms:\n  - {zh: 人民银行, en: the People's Bank of China, abbr: PBOC}\n"))
	if len(diagnostics) > 0 {
		t.Fatal(diagnostics)
	}
	english := map[string]string{
		"人民银行发布公告。": "The PBOC issued a notice.",
		"人民银行行长讲话。": "The governor of the People's Bank of China spoke.",
		"人民银行已经答复。": "The PBOC has replied.",
	}
	answer := func(_ context.Context, r translate.Request) (translate.Answer, error) {
		a := good(r)
		for i, u := range r.Units {
			a.Units[i].En = english[u.Zh]
		}
		return a, nil
	}
	doc := document("人民银行发布公告。", "人民银行行长讲话。", "人民银行已经答复。")
	if _, err := translate.Run(context.Background(), doc, translate.Options{Engine: engine(answer), Glossary: glossary.New(file), Concurrency: 3}); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, u := range doc.Units() {
		got = append(got, string(u.Origin)+": "+u.En)
		for _, f := range u.Findings {
			got = append(got, u.At+" "+f.Rule)
		}
	}
	want := []string{
		"repair: The People's Bank of China (PBOC) issued a notice.",
		"engine: The governor of the People's Bank of China spoke.",
		"engine: The PBOC has replied.",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("English and findings (-want +got):\n%s", diff)
	}
}
