package translate_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"duizhao/bitext"
	"duizhao/translate"
)

// What recurs and is in no glossary has one rendering, the first one; terms,
// figures and what is only like it stay as they are.
func TestRecurringNamesGetOneRendering(t *testing.T) {
	cases := map[string]struct {
		lines [][2]string // Chinese and the engine's English
		want  []string    // the English that comes out
		names []translate.Name
	}{
		"body": {
			[][2]string{
				{"云江低碳研究院发布报告。", "The Yunjiang Low-Carbon Research Institute released a report."},
				{"国务院发布通知。", "The State Council issued a notice."},
				{"报告由云江低碳研究院起草。", "The report was drafted by the Yunjiang Institute of Low-Carbon Research."},
			},
			[]string{
				"The Yunjiang Low-Carbon Research Institute released a report.", "The State Council issued a notice.",
				"The report was drafted by the Yunjiang Low-Carbon Research Institute.",
			},
			[]translate.Name{{Zh: "云江低碳研究院", En: "Yunjiang Low-Carbon Research Institute", Units: 2, Changed: []string{"p3.s1"}}},
		},
		"document": {
			[][2]string{
				{"《云江市节能条例》已经通过。", "The Yunjiang Energy Conservation Regulations were adopted."},
				{"各单位要执行《云江市节能条例》。", "All units shall implement the Yunjiang Regulations on Energy Conservation."},
			},
			[]string{"The Yunjiang Energy Conservation Regulations were adopted.", "All units shall implement the Yunjiang Energy Conservation Regulations."},
			[]translate.Name{{Zh: "云江市节能条例", En: "Yunjiang Energy Conservation Regulations", Units: 2, Changed: []string{"p2.s1"}}},
		},
		"person": {
			[][2]string{
				{"市长孙启明出席会议。", "Mayor Qiming Sun attended the meeting."},
				{"孙启明指出，工作要落实。", "Sun Qi-ming's view is that work must be done."},
			},
			[]string{"Mayor Sun Qiming attended the meeting.", "Sun Qiming's view is that work must be done."},
			[]translate.Name{{Zh: "孙启明", En: "Sun Qiming", Units: 2, Changed: []string{"p1.s1", "p2.s1"}}},
		},
		"two-alike-in-one-unit-are-left": {
			[][2]string{
				{"云江低碳研究院与海州能源研究院合作。", "The Yunjiang Low-Carbon Research Institute works with the Haizhou Energy Research Institute."},
				{"云江低碳研究院发布报告。", "The Yunjiang Institute of Low-Carbon Research released a report."},
				{"海州能源研究院发布报告。", "The Haizhou Institute of Energy Research released a report."},
			},
			[]string{
				"The Yunjiang Low-Carbon Research Institute works with the Haizhou Energy Research Institute.",
				"The Yunjiang Institute of Low-Carbon Research released a report.", "The Haizhou Institute of Energy Research released a report.",
			},
			nil,
		},
		"another-body-is-left": {
			[][2]string{
				{"云江低碳研究院发布报告。", "The Yunjiang Low-Carbon Research Institute released a report."},
				{"云江低碳研究院的数据可靠。", "Data of the World Resources Institute are reliable."},
			},
			[]string{"The Yunjiang Low-Carbon Research Institute released a report.", "Data of the World Resources Institute are reliable."},
			nil,
		},
		"most-units-decide": {
			[][2]string{
				{"云江低碳研究院发布报告。", "The Yunjiang Academy of Low-Carbon Research released a report."},
				{"报告由云江低碳研究院起草。", "The report was drafted by the Yunjiang Low-Carbon Research Institute."},
				{"云江低碳研究院的数据可靠。", "Data of the Yunjiang Low-Carbon Research Institute are reliable."},
			},
			[]string{
				"The Yunjiang Low-Carbon Research Institute released a report.",
				"The report was drafted by the Yunjiang Low-Carbon Research Institute.", "Data of the Yunjiang Low-Carbon Research Institute are reliable.",
			},
			[]translate.Name{{Zh: "云江低碳研究院", En: "Yunjiang Low-Carbon Research Institute", Units: 3, Changed: []string{"p1.s1"}}},
		},
		"beside-an-owner-or-another-body": {
			[][2]string{
				{"王先生的云江低碳集团宣布计划。", "Mr. Wang's Yunjiang Low-Carbon Group announced a plan."},
				{"云江低碳集团和市政府合作。", "The Yunjiang Low Carbon Group and the Yunjiang Government work together."},
			},
			[]string{"Mr. Wang's Yunjiang Low-Carbon Group announced a plan.", "The Yunjiang Low-Carbon Group and the Yunjiang Government work together."},
			[]translate.Name{{Zh: "云江低碳集团", En: "Yunjiang Low-Carbon Group", Units: 2, Changed: []string{"p2.s1"}}},
		},
		"a-transcription-is-no-pinyin": {
			[][2]string{{"主任艾伯特出席会议。", "Director Albert attended the meeting."}, {"艾伯特指出问题。", "Albert pointed out problems."}},
			[]string{"Director Albert attended the meeting.", "Albert pointed out problems."}, nil,
		},
		"only-once": {
			[][2]string{{"云江低碳研究院发布报告。", "The Yunjiang Low-Carbon Research Institute released a report."}},
			[]string{"The Yunjiang Low-Carbon Research Institute released a report."}, nil,
		},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			s := &script{lines: map[string][]string{}}
			var zh []string
			for _, line := range c.lines {
				zh = append(zh, line[0])
				s.lines[line[0]] = []string{line[1]}
			}
			d := document(zh...)
			summary, err := translate.Run(t.Context(), d, translate.Options{Engine: s, Glossary: loadTerms(t), Repairs: -1})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for i, u := range d.Units() {
				got = append(got, u.En)
				if changed := u.En != c.lines[i][1]; changed != (u.Origin == bitext.FromRepair) {
					t.Errorf("unit %d: origin %s for %q", i, u.Origin, u.En)
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("English (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(c.names, summary.Names); diff != "" {
				t.Errorf("suggestions (-want +got):\n%s", diff)
			}
		})
	}
}
