package check_test

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"duizhao/bitext"
	"duizhao/check"
	"duizhao/lang/lexicon"
)

func TestMend(t *testing.T) {
	for _, test := range []struct{ name, zh, en, want string }{
		{"avoided", "推进碳达峰。", "Advance the carbon summit.", "Advance the carbon peaking."},
		{"avoided-at-the-start", "碳达峰很重要。", "Carbon summit is important.", "Carbon peaking is important."},
		{"avoided-in-a-title", "碳达峰工作会议", "MEETING ON THE CARBON SUMMIT", "MEETING ON THE CARBON PEAKING"},
		{"article-by-sound", "生态环境部的碳达峰工作。", "The Ministry of Ecology and Environment: an eco summit.", ""},
		{"capitals", "生态环境部发布公告。", "The ministry of ecology and environment issued a notice.", "The Ministry of Ecology and Environment issued a notice."},
		{"doubled-word", "落实会议精神。", "Carry out the the decisions.", "Carry out the decisions."},
		{"comma", "稳中求进，以进促稳。", "Seek progress，and promote stability。", "Seek progress, and promote stability."},
		{"comma-behind-a-space", "稳中求进，以进促稳。", "Seek progress ， and promote stability.", "Seek progress, and promote stability."},
		{"title-marks", "印发《通知》。", "It issued the《Notice》today.", "It issued the “Notice” today."},
		{"full-width-figures", "2021年开始。", "It began in ２０２１.", "It began in 2021."},
		{"two-at-once", "推进碳达峰，落实精神。", "Advance carbon peaking，and carry out the the decisions.", "Advance carbon peaking, and carry out the decisions."},
		{"name", "部长孙金龙出席会议。", "Minister Jinlong Sun attended the meeting.", "Minister Sun Jinlong attended the meeting."},
		{"name-with-possessive", "孙金龙的讲话。", "Jinlong Sun's speech.", ""},
		{"behind-an-entity", "落实A和B。", "Carry out A&amp;B and and more.", "Carry out A&amp;B and more."},
		{"nothing-certain", "推进碳达峰。", "Advance the matter.", ""},
		{"spaces", "稳中求进，以进促稳。", "Seek  progress ,and promote stability.", "Seek progress, and promote stability."},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := &bitext.Document{Records: []bitext.Record{{Unit: &bitext.Unit{Zh: test.zh, En: test.en}}}}
			in := []check.Input{{Document: d}}
			o := check.Options{Glossary: corpusTerms(t), Profile: check.Machine}
			o.Context.Borders = lexicon.Borders()
			r, err := check.Run(context.Background(), in, o)
			if err != nil {
				t.Fatal(err)
			}
			fixed, err := check.Mend(context.Background(), in, o, r)
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			for _, f := range fixed {
				got = f.After
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if d.Units()[0].En != test.en {
				t.Error("the input was changed")
			}
		})
	}
}
