package glossary

import (
	"testing"
)

const aliasGlossary = `version: 1
terms:
  - {zh: 联合国气候变化框架公约, en: United Nations Framework Convention on Climate Change, abbr: UNFCCC, kind: title}
  - {zh: 中国环境与发展国际合作委员会, en: China Council for International Cooperation on Environment and Development, abbr: CCICED, kind: body}
  - {zh: 国家发展改革委, en: National Development and Reform Commission, abbr: NDRC}
  - {zh: 碳市场, en: carbon market}
  - {zh: 公约, en: pact}
`

func TestAliases(t *testing.T) {
	g := New(mustParse(t, aliasGlossary))
	for _, test := range []struct{ name, text, zh, alias string }{
		{"bracket-title", "《联合国气候变化框架公约》（以下简称《公约》）生效", "联合国气候变化框架公约", "公约"},
		{"bracket-quotes", "中国环境与发展国际合作委员会（以下简称“国合会”）召开年会", "中国环境与发展国际合作委员会", "国合会"},
		{"bracket-plain", "国家发展改革委(以下称发改委)印发通知", "国家发展改革委", "发改委"},
		{"traditional", "《聯合國氣候變化框架公約》（以下簡稱「公約」）", "联合国气候变化框架公约", "公約"},
		{"comma-quoted", "国家发展改革委，简称“发改委”，是", "国家发展改革委", "发改委"},
		{"comma-plain", "国家发展改革委，简称发改委", "", ""},
		{"not-adjacent", "国家发展改革委会同有关部门（以下简称“部门”）", "", ""},
		{"empty", "国家发展改革委（以下简称“”）", "", ""},
		{"unclosed", "国家发展改革委（以下简称“发改委", "", ""},
		{"too-long", "国家发展改革委（以下简称“一个非常非常非常非常非常非常非常非常长的名字”）", "", ""},
		{"none", "碳市场（全国）的简称", "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			terms := g.Aliases(test.text, Context{})
			if test.alias == "" {
				if len(terms) != 0 {
					t.Errorf("found %q", terms[0].Zh)
				}
				return
			}
			if len(terms) != 1 || terms[0].Zh != test.alias || terms[0].ID != g.Lookup(test.zh).ID+"#"+test.alias {
				t.Fatalf("got %+v", terms)
			}
		})
	}
}

func TestAliasIsMetByItsFullTerm(t *testing.T) {
	g := New(mustParse(t, aliasGlossary))
	doc := g.With(g.Aliases("《联合国气候变化框架公约》（以下简称《公约》）第二十九次缔约方大会", Context{}))
	for en, want := range map[string]How{
		"the Convention has entered into force":                                        HowAbbreviated,
		"the UNFCCC has entered into force":                                            HowAbbreviated,
		"the United Nations Framework Convention on Climate Change entered into force": HowPreferred,
		"the pact has entered into force":                                              HowMissing,
		"the convention has entered into force":                                        HowMissing,
	} {
		ms := doc.Match("《公约》生效", Context{})
		if len(ms) != 1 {
			t.Fatalf("matches %v", ms)
		}
		if r := doc.Recognise(en, "《公约》生效", ms, Context{})[0]; r.How != want {
			t.Errorf("%s: %s, want %s", en, r.How, want)
		}
	}
	if got := g.With(nil); got != g {
		t.Error("a document without aliases makes a new glossary")
	}
}
