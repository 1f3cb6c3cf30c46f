package draft

import (
	"strings"
	"testing"

	"duizhao/lang/lexicon"
	"duizhao/lang/span"
	"duizhao/translate"
)

// A name is taken for one only where nothing but a person can stand; a
// foreign one is marked and not spelled.
func TestNames(t *testing.T) {
	for _, c := range []struct{ zh, want string }{
		{"孙建平表示，将加强合作。", "孙建平=Sun Jianping"},
		{"部长李伟出席会议", "李伟=Li Wei"},
		{"主任欧阳明华介绍了情况", "欧阳明华=Ouyang Minghua"},
		{"联系人：张晓明", "张晓明=Zhang Xiaoming"},
		{"汤姆·汉密尔顿表示", "汤姆·汉密尔顿="},
		{"执行主任安德森出席", "安德森="},
		{"部长赵文博介绍了情况", "赵文博=Zhao Wenbo"},
		{"于会议强调", ""},
		{"王主任表示", ""},
		{"高度重视环境保护", ""},
		{"任务要求明确", ""},
		{"方面表示支持", ""},
		{"书记强调", ""},
		{"主任务必到场", ""},
		{"江苏指出", ""},
		{"和平发展", ""},
		{"张家口举行", ""},
		{"安全生产", ""},
	} {
		tk := newTokeniser(lexicon.Default(), postWords(lexicon.Default()))
		tk.load(translate.Unit{Zh: c.zh}, nil)
		end := len(tk.runes)
		for i, r := range tk.runes {
			if strings.ContainsRune("，。", r) {
				end = i
				break
			}
		}
		start := strings.IndexRune(c.zh, '：')
		if start >= 0 {
			start = len([]rune(c.zh[:start])) + 1
		}
		var got []string
		for _, n := range tk.namesIn(span.Span{Start: max(start, 0), End: end}) {
			got = append(got, n.zh+"="+n.en)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: got %v, want %s", c.zh, got, c.want)
		}
	}
}

// The marks of a sentence fall into place whatever stands between them.
func TestText(t *testing.T) {
	for _, c := range []struct {
		name  string
		write func(*text)
		want  string
	}{
		{"an before a vowel", func(x *text) { x.article(); x.say("hour") }, "an hour"},
		{"an before a quotation", func(x *text) { x.article(); x.open(`"`); x.say("eco-city"); x.close(`"`) }, `an "eco-city"`},
		{"comma gives way", func(x *text) { x.say("one"); x.close(","); x.close(";"); x.say("two") }, "one; two"},
		{"one comma", func(x *text) { x.say("one"); x.comma(); x.comma(); x.say("two") }, "one, two"},
		{"capital behind a quote", func(x *text) { x.open(`"`); x.say("go"); x.close(`"`); capitaliseAt(x, 0) }, `"Go"`},
		{"supplied subject", func(x *text) { x.say("(it)"); x.say("should"); capitaliseAt(x, 0) }, "(It) should"},
		{"full stop", func(x *text) { x.say("end"); x.close(","); x.stop('。') }, "end."},
	} {
		x := &text{}
		c.write(x)
		if got := x.String(); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
