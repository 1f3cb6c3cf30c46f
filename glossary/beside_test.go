package glossary

import (
	"fmt"
	"slices"
	"testing"

	"duizhao/lang/lexicon"
)

func besideOf(t *testing.T, g *Glossary, zh, en string) []string {
	t.Helper()
	ms := g.Beside(zh, Context{})
	var out []string
	for i, r := range g.Recognise(en, zh, ms, Context{}) {
		out = append(out, fmt.Sprint(ms[i].Term.Zh, ms[i].Span, r.How))
	}
	return out
}

func TestBeside(t *testing.T) {
	g := New(mustParse(t, `
version: 1
terms:
  - {zh: 生产力, en: productive forces}
  - {zh: 新质生产力, en: new quality productive forces, status: proposed}
  - {zh: 生产, en: production, status: proposed}
  - {zh: 发展, en: development, status: proposed}
`))
	const zh, en = "发展新质生产力", "develop new quality productive forces"
	if got, want := besideOf(t, g, zh, en), []string{"新质生产力{2 7}preferred"}; !slices.Equal(got, want) {
		t.Errorf("beside %q, want %q", got, want)
	}
	ms := g.Match(zh, Context{})
	if len(ms) != 2 || ms[0].Term.Zh != "发展" || ms[1].Term.Zh != "生产力" {
		t.Errorf("matches %v", ms)
	}
	if got := besideOf(t, g, "生产", "production"); len(got) != 0 {
		t.Errorf("%q stands beside though nothing hides it", got)
	}
}

func TestPreferredIsTheFirstListed(t *testing.T) {
	g := New(mustParse(t, `
version: 1
terms:
  - {zh: 印发, renderings: [{form: verb, en: issue}], also: [issuance]}
  - {zh: 工作会议, renderings: [{en: work conference}, {form: title, en: Work Conference}, {en: working meeting, house: [un]}, {en: meeting, since: 2030}]}
`))
	for _, test := range []struct {
		zh   string
		c    Context
		want string
	}{
		{"印发", Context{}, "issue"},
		{"工作会议", Context{}, "work conference"},
		{"工作会议", Context{Block: "title"}, "Work Conference"},
		{"工作会议", Context{Block: "heading"}, "Work Conference"},
		{"工作会议", Context{Block: "paragraph"}, "work conference"},
		{"工作会议", Context{House: "un"}, "working meeting"},
		{"工作会议", Context{Date: "2031"}, "work conference"},
	} {
		if got := (Match{Term: g.Lookup(test.zh)}).Preferred(test.c).En; got != test.want {
			t.Errorf("%s in %+v: %q, want %q", test.zh, test.c, got, test.want)
		}
	}
}

func TestNameEndsBeforeTail(t *testing.T) {
	g := New(mustParse(t, `
version: 1
terms:
  - {zh: 商务部, en: Ministry of Commerce}
  - {zh: 外交部, en: Ministry of Foreign Affairs}
  - {zh: 党员干部, en: Party members and officials}
`))
	for _, test := range []struct{ zh, want string }{
		{"商务部门出台举措", ""},
		{"商務部門出台舉措", ""},
		{"商务部出台举措", "商务部"},
		{"外交部分析指出", "外交部?"},
		{"建设党员干部队伍", "党员干部"},
		{"会见外交部", "外交部"},
	} {
		got := ""
		for _, m := range g.Match(test.zh, Context{Borders: lexicon.Borders()}) {
			if got += m.Term.Zh; m.Doubtful {
				got += "?"
			}
		}
		if got != test.want {
			t.Errorf("%s: %q, want %q", test.zh, got, test.want)
		}
	}
}
