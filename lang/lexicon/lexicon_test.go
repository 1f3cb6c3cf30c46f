package lexicon_test

import (
	"strings"
	"testing"

	"duizhao/lang/lexicon"
)

// The table that is built in obeys the rules of Parse; Default would panic.
func TestBuiltInTable(t *testing.T) {
	if lexicon.Default().Len() < 1500 {
		t.Errorf("only %d words", lexicon.Default().Len())
	}
}

func TestLookupInEitherScript(t *testing.T) {
	for _, zh := range []string{"发展", "發展"} {
		e, ok := lexicon.Default().Lookup(zh)
		if !ok || !e.Has(lexicon.Verb) || !e.Has(lexicon.Noun) {
			t.Errorf("Lookup(%s) = %v, %v; want a verb that is a noun too", zh, e, ok)
		}
	}
	if e, ok := lexicon.Default().Lookup("魑魅魍魉"); ok {
		t.Errorf("found %v", e)
	}
}

func TestParse(t *testing.T) {
	l, err := lexicon.Parse("t.tsv", []byte("# words\n推动\tv\tadvance\thas=改革,@term prev!=@start\n推动\tv\tpromote|drive\n\n的\tx\t-\n企业\tn\tenterprise\tc body\n"))
	if err != nil {
		t.Fatal(err)
	}
	e, ok := l.Lookup("推动")
	if !ok || len(e.Senses) != 2 || l.Len() != 3 || l.MaxRunes() != 2 {
		t.Fatalf("got %+v, %d words", e, l.Len())
	}
	when := e.Senses[0].When
	if len(when) != 2 || when[0].Where != lexicon.Later || when[0].Not || when[0].Values[1] != "@term" ||
		when[1].Where != lexicon.Before || !when[1].Not {
		t.Errorf("conditions %+v", when)
	}
	if got := strings.Join(e.Senses[1].En, "+"); got != "promote+drive" {
		t.Errorf("choice %s", got)
	}
	if e, _ := l.Lookup("企业"); !e.Senses[0].Flags.Has(lexicon.Countable | lexicon.Body) {
		t.Errorf("flags %b", e.Senses[0].Flags)
	}
}

func TestParseRefuses(t *testing.T) {
	for _, c := range []struct{ name, table, want string }{
		{"two cells", "的\tx", "line 1: want 3 or 4 cells"},
		{"five cells", "的\tx\t-\t\t", "line 1: want 3 or 4 cells"},
		{"second line", "的\tx\t-\n的 \tx\t-", "line 2: ' ' in a Chinese word"},
		{"no word", "\tx\t-", "no Chinese word"},
		{"part of speech", "人\tz\tman", `unknown part of speech "z"`},
		{"no count flag", "人\tn\tman", "exactly one of the flags"},
		{"two count flags", "人\tn\tman\tc u", "exactly one of the flags"},
		{"verb with count flag", "做\tv\tdo\tc", "flag c does not fit part of speech v"},
		{"unknown flag", "做\tv\tdo\tfast", `unknown flag "fast"`},
		{"flag twice", "做\tv\tdo\tintr intr", "flag intr twice"},
		{"unknown condition", "做\tv\tdo\tnear=人", `unknown condition "near"`},
		{"unknown class", "做\tv\tdo\tnext=@x", `unknown class "@x"`},
		{"empty value", "做\tv\tdo\tnext=", "condition next: no Chinese word"},
		{"never unconditional", "做\tv\tdo\tnext=人\n人\tn\tman\tc", "line 1: 做 has no sense without conditions"},
		{"scattered senses", "做\tv\tdo\n人\tn\tman\tc\n做\tv\tmake", "line 3: 做 was there before"},
		{"same line", "做\tv\tdo\n做\tv\tdo", "line 2: the same line stands twice"},
		{"stray space", "做\tv\tdo ", "stray space"},
		{"empty choice", "做\tv\tdo|", "empty English"},
		{"four choices", "做\tv\ta|b|c|d", "4 choices"},
		{"bracket", "做\tv\t[do]", `'[' in English`},
		{"Chinese in the English", "做\tv\tdo做", "in English"},
		{"English of a particle", "的\tx\tof", "the English of a particle"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := lexicon.Parse("t.tsv", []byte(c.table))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got error %v, want %q", err, c.want)
			}
		})
	}
}
