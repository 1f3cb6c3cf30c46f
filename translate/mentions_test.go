package translate_test

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"duizhao/glossary"
	"duizhao/translate"
)

// Which unit mentions a body first is a matter of the document, not of the
// answer that comes first.
func TestRunReportsAbbreviationsBeforeTheFullForm(t *testing.T) {
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
		for _, f := range u.Findings {
			got = append(got, u.At+" "+f.Rule+" "+string(f.Severity)+": "+f.Message)
		}
	}
	want := []string{`p1.s1 abbreviation-first-use warning: "PBOC" stands here before its full form; write "the People's Bank of China (PBOC)"`}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
}
