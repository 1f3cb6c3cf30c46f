package translate_test

import (
	"context"
	"os"
	"strings"
	"testing"

	"duizhao/bitext"
	"duizhao/translate"
)

// replaceTerms is the glossary of testdata/replace.txt.
const replaceTerms = `
version: 1
terms:
  - {zh: 碳达峰, en: carbon peaking, avoid: [carbon summit]}
  - {zh: 碳峰会, en: the Carbon Meeting, also: [carbon meeting], avoid: [carbon summit]}
  - {zh: 生态区, en: ecological zone, avoid: [green zone]}
  - {zh: 国务院, en: the State Council, kind: body, avoid: [Cabinet]}
  - {zh: 双碳目标, en: dual carbon goals, avoid: [double carbon goals, double carbon goal]}
  - {zh: 加快转型, en: accelerated transition, avoid: [speed transform]}
  - {zh: 生态环境部, en: the Ministry of Ecology and Environment, kind: body}
`

// A known wrong rendering is replaced form for form, or not at all.
func TestReplaceKnownWrongRenderings(t *testing.T) {
	data, err := os.ReadFile("testdata/replace.txt")
	if err != nil {
		t.Fatal(err)
	}
	g := loadGlossary(t, replaceTerms)
	for _, text := range strings.Split(string(data), "\n\n")[1:] {
		lines := strings.Split(strings.TrimSpace(text), "\n")
		if len(lines) != 4 {
			t.Fatalf("a case has four lines: %q", lines)
		}
		zh, en, want := lines[1], lines[2], lines[3]
		t.Run(lines[0], func(t *testing.T) {
			same := engine(func(_ context.Context, r translate.Request) (translate.Answer, error) {
				return translate.Answer{Units: []translate.UnitAnswer{{ID: 1, Echo: translate.Echo(zh), En: en}}}, nil
			})
			d := document(zh)
			s, err := translate.Run(t.Context(), d, translate.Options{Engine: same, Glossary: g})
			if err != nil {
				t.Fatal(err)
			}
			u := d.Units()[0]
			if want == "=" {
				if u.En != en || u.Origin != bitext.FromEngine || u.Status != bitext.NeedsReview {
					t.Errorf("%s: %q is %q (%s, %s), want it left for review", zh, en, u.En, u.Origin, u.Status)
				}
				return
			}
			if u.En != want || u.Origin != bitext.FromRepair || u.Status != bitext.Translated || s.Repaired == 0 {
				t.Errorf("%s: %q is %q (%s, %s, %d repaired), want %q", zh, en, u.En, u.Origin, u.Status, s.Repaired, want)
			}
		})
	}
}
