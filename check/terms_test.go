package check_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"duizhao/check"
	"duizhao/glossary"
)

func TestTerms(t *testing.T) {
	d := pairs(
		"中国人民银行（以下简称“央行”）推进碳达峰。 | x",
		"央行和人民银行讨论碳達峰。 | x",
	)
	var got []string
	for _, use := range check.Terms(load(t), glossary.Context{}, d) {
		s := use.Term.Zh + " = " + use.En
		for _, p := range use.Places {
			s += fmt.Sprintf(" %s%v%s", p.At, p.Span, p.Why)
		}
		got = append(got, s)
	}
	want := []string{
		"中国人民银行 = People's Bank of China p1.s1{0 6}",
		"央行 = People's Bank of China p1.s1{12 14} p2.s1{0 2}",
		"碳达峰 = carbon peaking p1.s1{18 21} p2.s1{9 12}",
		"人民银行 = the PBOC p2.s1{3 7}",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("terms (-want +got):\n%s", diff)
	}
}

func TestWhy(t *testing.T) {
	d := pairs("中国人民银行推进。 | x", "人民银行推进。 | x", "没有。 | x")
	var got []string
	for _, f := range check.Why(load(t), glossary.Context{}, d, "人民銀行") {
		s := fmt.Sprintf("%s %v %s", f.At, f.Span, f.Reason)
		if f.By != nil {
			s += " by " + f.By.Zh
		}
		got = append(got, s)
	}
	want := []string{"p1.s1 {2 6} hidden by 中国人民银行", "p2.s1 {0 4} taken"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("fates (-want +got):\n%s", diff)
	}
}
