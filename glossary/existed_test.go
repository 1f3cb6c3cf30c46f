package glossary

import "testing"

func TestAnachronism(t *testing.T) {
	g := New(mustParse(t, `
version: 1
terms:
  - {id: sepa, zh: 国家环境保护总局, en: State Environmental Protection Administration, existed: {from: 1998, to: 2008-03, successor: mep}}
  - {id: mep, zh: 环境保护部, en: Ministry of Environmental Protection, existed: {from: 2008-03, to: 2018-03, predecessor: sepa, successor: 生态环境部}}
  - {zh: 生态环境部, en: Ministry of Ecology and Environment, existed: {from: 2018-03, predecessor: mep}}
  - {zh: 国家粮食局, en: State Administration of Grain, existed: {to: 2018-03, successor: 国家粮食和物资储备局}}
  - {zh: 甲, en: first, existed: {from: 2000, predecessor: 乙}}
  - {zh: 乙, en: second, existed: {from: 2000, predecessor: 甲}}
  - {zh: 国务院, en: State Council}
`))
	for _, test := range []struct {
		zh, date string
		want     Anachronism
		wrong    bool
	}{
		{"生态环境部", "2017-05-01", Anachronism{NotYet: true, Instead: "环境保护部"}, true},
		{"生态环境部", "2001", Anachronism{NotYet: true, Instead: "国家环境保护总局"}, true},
		{"生态环境部", "2018", Anachronism{}, false}, // some of 2018
		{"生态环境部", "2018-03-20", Anachronism{}, false},
		{"生态环境部", "1990", Anachronism{NotYet: true}, true}, // the first of them was not there either
		{"国家环境保护总局", "2020", Anachronism{Instead: "生态环境部"}, true},
		{"国家粮食局", "2019-01", Anachronism{Instead: "国家粮食和物资储备局"}, true},
		{"国家粮食局", "1950", Anachronism{}, false},
		{"国家粮食局", "", Anachronism{}, false},
		{"国务院", "1950", Anachronism{}, false},
		{"甲", "1999", Anachronism{NotYet: true}, true},
	} {
		got, wrong := g.Anachronism(g.Lookup(test.zh), test.date)
		if got.Term != nil && got.Term.Zh != got.Instead {
			t.Errorf("%s in %s: the term is %s, the name %s", test.zh, test.date, got.Term.Zh, got.Instead)
		}
		got.Term = nil
		if got != test.want || wrong != test.wrong {
			t.Errorf("%s in %s: %+v %v, want %+v %v", test.zh, test.date, got, wrong, test.want, test.wrong)
		}
	}
}
