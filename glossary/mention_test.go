package glossary

import (
	"fmt"
	"slices"
	"testing"
)

func TestMentions(t *testing.T) {
	g := New(mustParse(t, `
version: 1
terms:
  - {zh: 中国人民银行, en: People's Bank of China, abbr: PBOC}
  - {zh: 央行, en: central bank, also: ["People's Bank of China"], abbr: PBOC}
  - {zh: 全球发展倡议, renderings: [{en: Global Development Initiative}, {form: short, en: the Initiative}]}
  - {zh: 金管局, en: HKMA}
  - {zh: 发改委, en: National Development and Reform Commission, also: [NDRC]}
`))
	for _, test := range []struct {
		name  string
		units []string // zh, en, zh, en …
		want  []string // unit: what to write
	}{
		{"too-early", []string{"中国人民银行", "The PBOC said so.", "中国人民银行", "the People's Bank of China", "中国人民银行", "The PBOC"}, []string{"0: People's Bank of China (PBOC)"}},
		{"early-twice", []string{"中国人民银行", "PBOC", "中国人民银行", "the PBOC's"}, []string{"0: People's Bank of China (PBOC)", "1: People's Bank of China (PBOC)"}},
		{"after-full", []string{"中国人民银行", "the People's Bank of China", "中国人民银行", "the PBOC"}, nil},
		{"in-bracket", []string{"中国人民银行", "the People's Bank of China (PBOC)", "中国人民银行", "the PBOC"}, nil},
		{"same-unit", []string{"中国人民银行和中国人民银行", "the People's Bank of China and the PBOC"}, nil},
		{"other-term-same-form", []string{"中国人民银行", "the People's Bank of China", "央行", "the PBOC"}, nil},
		{"other-term-other-form", []string{"央行", "the central bank", "中国人民银行", "the PBOC"}, []string{"1: People's Bank of China (PBOC)"}},
		{"short-form", []string{"全球发展倡议", "the Initiative"}, []string{"0: Global Development Initiative"}},
		{"missing-is-none", []string{"中国人民银行", "the bank", "中国人民银行", "the PBOC"}, []string{"1: People's Bank of China (PBOC)"}},
		{"acronym-written-out", []string{"金管局", "the Hong Kong Monetary Authority", "金管局", "the HKMA"}, nil},
		{"accepted-acronym", []string{"发改委", "the NDRC"}, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			var mentions Mentions
			var got []string
			for i := 0; i < len(test.units); i += 2 {
				zh, en := test.units[i], test.units[i+1]
				ms := g.Match(zh, Context{})
				for _, early := range mentions.Note(ms, g.Recognise(en, zh, ms, Context{}), Context{}) {
					got = append(got, fmt.Sprintf("%d: %s", i/2, early.Write))
				}
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("%q, want %q", got, test.want)
			}
		})
	}
}
