package translate_test

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"duizhao/translate"
)

// bodies is a glossary of bodies with abbreviations.
const bodies = `
version: 1
terms:
  - {zh: 人民银行, en: the People's Bank of China, abbr: PBOC, kind: body}
  - {zh: 环境署, en: United Nations Environment Programme, abbr: UNEP, kind: body}
  - {zh: 国内生产总值, en: gross domestic product, abbr: GDP}
`

// What is mentioned first follows from the Chinese: the request that holds the
// first mention asks for the name with its abbreviation, all others for the
// abbreviation, whatever was answered before.
func TestFirstMentionsAreKnownBeforehand(t *testing.T) {
	const (
		full  = "the People's Bank of China"
		first = "the People's Bank of China (PBOC)"
		short = "the PBOC"
	)
	cases := map[string]struct {
		blocks []string
		zh     []string
		want   [][]string // what is asked for in each unit
	}{
		"first-and-further": {
			nil, []string{"人民银行发布公告。", "公告由人民银行负责解释。"}, [][]string{{first}, {short}},
		},
		"both-in-one-unit": {
			nil, []string{"人民银行公告由人民银行负责解释。"}, [][]string{{first, short}},
		},
		"only-once": {
			nil, []string{"人民银行发布公告。", "国内生产总值增长，国内生产总值质量提高。"}, [][]string{{full}, {"gross domestic product", "gross domestic product"}},
		},
		"headings-have-the-full-name": {
			[]string{"title", "paragraph", "heading", "paragraph"},
			[]string{"人民银行公告", "人民银行发布公告。", "人民银行的职责", "人民银行负责解释。"},
			[][]string{{full}, {first}, {full}, {short}},
		},
		"chinese-gives-the-abbreviation-itself": {
			nil, []string{"环境署（UNEP）发布报告。", "环境署指出问题。"}, [][]string{{"United Nations Environment Programme"}, {"UNEP"}},
		},
		"alias-of-the-document": {
			nil, []string{"人民银行（以下简称“人行”）发布公告。", "人行负责解释。"}, [][]string{{full, short}, {short}},
		},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			d := document(c.zh...)
			for i, block := range c.blocks {
				d.Units()[i].Block = block
			}
			requests, err := translate.Requests(d, translate.Options{Glossary: loadGlossary(t, bodies)})
			if err != nil {
				t.Fatal(err)
			}
			var got [][]string
			for _, r := range requests {
				for _, u := range r.Units {
					var asked []string
					for _, use := range u.Terms {
						asked = append(asked, r.Terms[use.Term].En)
					}
					got = append(got, asked)
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("asked for (-want +got):\n%s", diff)
			}
		})
	}
}

// Which unit mentions a body first is a matter of the document, not of the
// answer that comes first: an abbreviation there is written out.
func TestAbbreviationBeforeTheFullFormIsIntroduced(t *testing.T) {
	english := map[string]string{
		"人民银行发布公告。": "The PBOC issued a notice.",
		"人民银行行长讲话。": "The governor of the People's Bank of China spoke.",
		"人民银行已经答复。": "The PBOC has replied.",
	}
	answer := engine(func(_ context.Context, r translate.Request) (translate.Answer, error) {
		a := good(r)
		for i, u := range r.Units {
			a.Units[i].En = english[u.Zh]
		}
		return a, nil
	})
	d := document("人民银行发布公告。", "人民银行行长讲话。", "人民银行已经答复。")
	if _, err := translate.Run(t.Context(), d, translate.Options{Engine: answer, Glossary: loadGlossary(t, bodies), Concurrency: 3}); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, u := range d.Units() {
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

// What introduces a body when the unit that was to do so has failed is the
// next unit that names it.
func TestNextUnitIntroducesWhenTheFirstFailed(t *testing.T) {
	e := engine(func(_ context.Context, r translate.Request) (translate.Answer, error) {
		for _, u := range r.Units {
			if u.Zh == "人民银行发布公告。" {
				return translate.Answer{}, translate.ErrRefused
			}
		}
		return good(r), nil
	})
	d := document("人民银行发布公告。", "公告由人民银行负责解释。")
	if _, err := translate.Run(t.Context(), d, translate.Options{Engine: e, Glossary: loadGlossary(t, bodies)}); err != nil {
		t.Fatal(err)
	}
	want := "Unit " + hash("公告由人民银行负责解释。") + " says the People's Bank of China (PBOC)."
	if en := d.Units()[1].En; en != want {
		t.Errorf("%q, want %q", en, want)
	}
}
