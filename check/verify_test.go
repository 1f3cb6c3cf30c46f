package check_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"duizhao/bitext"
	"duizhao/check"
	"duizhao/glossary"
)

func TestVerify(t *testing.T) {
	g := corpusTerms(t)
	for _, test := range []struct {
		name, zh, en string
		want         []string
	}{
		{"good", "推进碳达峰。", "Advance carbon peaking.", nil},
		{"gravest-first", "碳达峰和生态文明。", "碳达峰 and a greener country at all levels of society.", []string{"error term-missing", "error chinese-left", "warning term-missing"}},
		{"proposed-is-not-required", "发展新质生产力。", "Develop what is new.", nil},
		{"places-in-the-real-text", "A&amp;B碳达峰。", "A&amp;B: the carbon summit.", []string{"error term-avoided"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			u := &bitext.Unit{Zh: test.zh, En: test.en}
			s := check.NewSubject(g, glossary.Context{}, u, g.Match(u.Zh, glossary.Context{}))
			var got []string
			for _, f := range check.Verify(s) {
				got = append(got, fmt.Sprint(f.Severity, " ", f.Rule))
				if f.Term == nil {
					continue
				}
				if zh := at(u.Zh, f.Source); zh != f.Term.Zh {
					t.Errorf("%s points at %q", f.Rule, zh)
				}
				if receipt := s.Receipts()[f.Match]; at(u.En, f.Target) != receipt.En {
					t.Errorf("%s points at %q, the receipt has %q", f.Rule, at(u.En, f.Target), receipt.En)
				}
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
