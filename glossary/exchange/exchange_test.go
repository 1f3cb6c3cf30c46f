package exchange

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"duizhao/glossary"
)

// The pieces that terms in the tests are drawn from: what a format is likely
// to break stands here.
var (
	chinese = rapid.SampledFrom([]string{"碳达峰", "碳中和", "放管服", "“十四五”规划", "1+N政策体系", "人大", "《民法典》", "双碳、双控", "ＰＭ2.5", "一带一路", "生态文明", "污染防治"})
	words1  = rapid.SampledFrom([]string{"carbon peaking", "=SUM(A1)", "+one", "-x", "@home", "'quoted'", `the "dual carbon" goals`, "a, b; c", "AT&T <x>", "R&D: the rest", "# no comment", "null", "true", "0123", "1.5", "~ tilde", "[x]", "{x}", "it's", "x: y", "x #y", "caf\u00e9", "*star", "!bang", "% share", "back\\slash", "\U0001F4A7 drop"})
	prose   = rapid.SampledFrom([]string{"", "", "a definition; with | bars, \"quotes\" and 汉字", "one: two # three"})
	dates   = rapid.SampledFrom([]string{"", "", "2018", "2021-10", "2024-12-31"})
)

func drawTerm(t *rapid.T, zh string) *glossary.Term {
	list := func(g *rapid.Generator[string], most int, label string) []string {
		l := rapid.SliceOfNDistinct(g, 0, most, rapid.ID[string]).Draw(t, label)
		if len(l) == 0 {
			return nil
		}
		return l
	}
	pick := func(label string, values ...string) string { return rapid.SampledFrom(values).Draw(t, label) }
	term := &glossary.Term{
		Zh: zh, ID: pick("id", zh, "climate."+pick("n", "a", "b", "c")+zh), Parts: list(rapid.SampledFrom([]string{"p.a", "p.b"}), 2, "parts"),
		Binding: glossary.Binding(pick("binding", "fixed", "preferred", "advisory")), Status: glossary.Status(pick("status", "approved", "approved", "proposed", "deprecated")),
		Kind: glossary.Kind(pick("kind", "", "body", "own")), Domain: pick("domain", "", "climate"), Abbr: list(rapid.SampledFrom([]string{"NDRC", "R&D"}), 2, "abbr"),
		Definition: prose.Draw(t, "definition"), Note: prose.Draw(t, "note"),
		Match: glossary.Borders(pick("match", "word", "anywhere")), Case: glossary.Case(pick("case", "smart", "exact", "any")),
	}
	if rapid.Bool().Draw(t, "zh also") {
		term.ZhAlso = []string{zh + "工作"}
	}
	if rapid.Bool().Draw(t, "source") {
		term.Source = glossary.Source{Name: "A white paper", URL: "https://example.org/?a=1&b=2", Checked: "2026-11-22"}
	}
	if rapid.Bool().Draw(t, "existed") {
		term.Existed = glossary.Existed{Period: glossary.Period{From: "2018-03"}, Predecessor: "环境保护部"}
	}
	for i := range rapid.IntRange(1, 2).Draw(t, "senses") {
		s := glossary.Sense{}
		if i == 0 && rapid.Bool().Draw(t, "when") {
			s.When = glossary.When{After: []string{"印发", "出台"}, TitleEnd: true, Genre: []string{"law"}}
		} else if i == 1 {
			s.When = glossary.When{Before: []string{"会"}}
		}
		for _, en := range rapid.SliceOfNDistinct(words1, 1, 4, rapid.ID[string]).Draw(t, "en") {
			r := glossary.Rendering{En: en}
			if rapid.Bool().Draw(t, "conditions") {
				r.Form = glossary.Form(pick("form", "", "noun", "verb", "title", "short"))
				r.Period = glossary.Period{From: dates.Draw(t, "since")}
				r.House = list(rapid.SampledFrom([]string{"state-council", "xinhua"}), 2, "house")
			}
			s.Renderings = append(s.Renderings, r)
		}
		for _, en := range list(rapid.SampledFrom([]string{"carbon summit", "peak carbon; x"}), 2, "avoid") {
			s.Avoid = append(s.Avoid, glossary.Avoid{En: en, Why: pick("why", "", "a summit: a meeting"), UnlessZh: list(chinese, 2, "unless")})
		}
		term.Senses = append(term.Senses, s)
	}
	if len(term.Senses) == 2 && term.Senses[0].When.Empty() {
		term.Senses[0].When.With = []string{"会议"}
	}
	return term
}

func drawTerms(t *rapid.T) []*glossary.Term {
	var terms []*glossary.Term
	for _, zh := range rapid.SliceOfNDistinct(chinese, 1, 5, glossary.Key).Draw(t, "terms") {
		terms = append(terms, drawTerm(t, zh))
	}
	return terms
}

// heldBy is what is left of a term in a format that holds the fields of f.
func heldBy(t *glossary.Term, f field) *glossary.Term {
	out := *t
	out.Pos = glossary.Position{}
	if f&id == 0 {
		out.ID = out.Zh
	}
	if f&parts == 0 {
		out.Parts = nil
	}
	if f&matching == 0 {
		out.Match, out.Case = glossary.MatchWord, glossary.CaseSmart
	}
	if f&existed == 0 {
		out.Existed = glossary.Existed{}
	}
	if f&senses != 0 {
		return &out
	}
	one := glossary.Sense{}
	for _, s := range t.Senses {
		for _, r := range s.Renderings {
			r = glossary.Rendering{En: r.En, Form: glossary.Form(wordClassOf(r.Form))}
			if f&wordClass == 0 {
				r.Form = ""
			}
			if !slices.ContainsFunc(one.Renderings, func(x glossary.Rendering) bool { return x.En == r.En && (r.Form == "" || x.Form == r.Form) }) {
				one.Renderings = append(one.Renderings, r)
			}
		}
	}
	for _, en := range avoided(t) {
		one.Avoid = append(one.Avoid, glossary.Avoid{En: en})
	}
	out.Senses = []glossary.Sense{one}
	return &out
}

// What a format can hold comes back, and everything else is told as lost.
func TestWhatAFormatHoldsComesBack(t *testing.T) {
	for _, f := range formats() {
		if f.only {
			continue // lists of pairs: see TestLists
		}
		t.Run(string(f.name), func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				terms := drawTerms(t)
				var want []*glossary.Term
				for _, term := range terms {
					want = append(want, heldBy(term, f.holds))
				}
				var b bytes.Buffer
				losses, err := Write(&b, f.name, terms, Options{})
				if err != nil {
					t.Fatal(err)
				}
				written := b.String()
				got, ds, err := Read(&b, f.name, "x")
				if err != nil || len(ds) > 0 {
					t.Fatalf("%v %v in\n%s", err, ds, written)
				}
				for _, term := range got {
					term.Pos = glossary.Position{}
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Fatalf("read back differs (-want +got):\n%s\n%s", diff, written)
				}
				for i, term := range terms {
					told := slices.ContainsFunc(losses, func(l Loss) bool { return l.Term == term })
					same := *term
					same.Pos = glossary.Position{}
					if changed := !cmp.Equal(&same, want[i]); changed && !told {
						t.Fatalf("%s loses something, but nobody says so", term.Zh)
					}
				}
			})
		})
	}
}

// Lists keep every Chinese form with its rendering.
func TestLists(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		terms := drawTerms(t)
		for _, name := range []Format{OmegaT, DeepL, Google} {
			var b bytes.Buffer
			if _, err := Write(&b, name, terms, Options{}); err != nil {
				t.Fatal(err)
			}
			written := b.String()
			approved := slices.DeleteFunc(slices.Clone(terms), func(x *glossary.Term) bool { return x.Status != glossary.Approved })
			if len(approved) == 0 {
				continue
			}
			got, _, err := Read(&b, name, "x")
			if err != nil {
				t.Fatalf("%s: %v in\n%s", name, err, written)
			}
			for _, term := range approved {
				for _, zh := range append([]string{term.Zh}, term.ZhAlso...) {
					i := slices.IndexFunc(got, func(x *glossary.Term) bool { return glossary.Key(x.Zh) == glossary.Key(zh) })
					if i < 0 || got[i].Senses[0].Renderings[0].En != term.Senses[0].Renderings[0].En {
						t.Fatalf("%s: %s = %q is not in\n%s", name, zh, term.Senses[0].Renderings[0].En, written)
					}
				}
			}
		}
	})
}

// The built-in glossary goes through every format.
func TestBuiltInGlossaryGoesThrough(t *testing.T) {
	data, err := os.ReadFile("../../glossary.yaml")
	if err != nil {
		t.Fatal(err)
	}
	file, _ := glossary.Parse("glossary.yaml", data)
	for _, f := range formats() {
		var b bytes.Buffer
		if _, err := Write(&b, f.name, file.Terms, Options{}); err != nil {
			t.Fatalf("%s: %v", f.name, err)
		}
		got, ds, err := Read(bytes.NewReader(b.Bytes()), f.name, "x")
		if err != nil || glossary.HasErrors(ds) {
			t.Fatalf("%s: %v %v", f.name, err, ds)
		}
		if f.only {
			continue
		}
		for i, term := range got {
			term.Pos = glossary.Position{}
			if diff := cmp.Diff(heldBy(file.Terms[i], f.holds), term); diff != "" {
				t.Errorf("%s: %s differs (-want +got):\n%s", f.name, term.Zh, diff)
			}
		}
		if len(got) != len(file.Terms) {
			t.Errorf("%s: %d of %d terms", f.name, len(got), len(file.Terms))
		}
	}
}

// Files as they are sent round.
func TestSloppyFiles(t *testing.T) {
	cases := map[string]struct {
		format Format
		in     string
		want   string // zh=en|also !avoid ^abbr status
		diags  []string
	}{
		"two-columns":       {CSV, "碳达峰,carbon peaking\n碳中和,carbon neutrality\n", "碳达峰=carbon peaking; 碳中和=carbon neutrality", nil},
		"english-first":     {CSV, "carbon peaking;碳达峰\ncarbon neutrality;碳中和\n", "碳达峰=carbon peaking; 碳中和=carbon neutrality", nil},
		"semicolons":        {CSV, "Chinese;English;Status\r\n碳达峰;carbon peaking;approved\r\n", "碳达峰=carbon peaking", nil},
		"chinese-header":    {CSV, "序号,中文,英文,禁用译法,备注,状态\n1,碳达峰,carbon peaking,carbon summit；carbon top,见规划,待审\n", "碳达峰=carbon peaking !carbon summit !carbon top proposed", []string{`column "序号" is not read`}},
		"several-in-a-cell": {TSV, "zh\ten\tabbr\n国家发展改革委、\tNational Development and Reform Commission\tNDRC\n双碳\tdual carbon goals; dual carbon\n", "国家发展改革委、=National Development and Reform Commission ^NDRC; 双碳=dual carbon goals|dual carbon", nil},
		"quotes-in-tsv":     {TSV, "zh\ten\n“双碳”\tthe \"dual carbon\" goals\n", "“双碳”=the \"dual carbon\" goals", nil},
		"blank-rows":        {CSV, "zh,en\n,\n碳达峰,carbon peaking\n,,,\n", "碳达峰=carbon peaking", nil},
		"the-same-again":    {CSV, "zh,en\n碳达峰,carbon peaking\n碳達峰,peak carbon\n碳达峰,carbon peaking\n", "碳达峰=carbon peaking|peak carbon", []string{"碳達峰 stands here again"}},
		"missing-sides":     {CSV, "zh,en\n碳达峰,\n,carbon peaking\n碳中和,carbon neutrality\n", "碳中和=carbon neutrality", []string{"碳达峰 has no rendering", `"carbon peaking" has no Chinese`}},
		"unknown-status":    {CSV, "zh,en,status\n碳达峰,carbon peaking,vielleicht\n", "碳达峰=carbon peaking proposed", []string{"unknown status"}},
		"gb18030":           {CSV, "\xcc\xbc\xb4\xef\xb7\xe5,carbon peaking\n", "碳达峰=carbon peaking", []string{"GB18030"}},
		"utf16":             {TSV, "\xff\xfe\xb3\x78\xbe\x8f\xf0\x5c\x09\x00a\x00\n\x00", "碳达峰=a", nil},
		"omegat":            {OmegaT, "# Glossary -*- coding: utf-8 -*-\n碳达峰\tcarbon peaking\tnot summit\n碳达峰\tpeak carbon\nno tab\n", "碳达峰=carbon peaking|peak carbon", []string{"stands here again", "no tab"}},
		"martif-in-new-namespace": {TBX, `<?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd"><martif type="TBX-Basic" xmlns="urn:iso:std:iso:30042:ed-2"><text><body><termEntry id="c7"><note>x&nbsp;y</note><langSet xml:lang="EN-us"><ntig><termGrp><term>carbon <hi>peaking</hi></term><termNote type="termType">fullForm</termNote></termGrp></ntig><tig><term>CP</term><termNote type="termType">acronym</termNote></tig><tig><term>carbon summit</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig></langSet><langSet xml:lang="zh-Hans"><tig><term>碳达峰</term></tig></langSet><langSet xml:lang="de"><tig><term>x</term></tig></langSet></termEntry></body></text></martif>`,
			"碳达峰=carbon peaking !carbon summit ^CP", nil},
		"dct": {TBX, `<tbx style="dct" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min"><text><body><conceptEntry id="a.b"><min:subjectField>climate</min:subjectField><langSec xml:lang="zh"><termSec><term>碳达峰</term><min:administrativeStatus>proposedTerm-admn-sts</min:administrativeStatus></termSec></langSec><langSec xml:lang="en"><termSec><term>admitted</term><min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus></termSec><termSec><term>carbon peaking</term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec></langSec></conceptEntry></body></text></tbx>`,
			"碳达峰=carbon peaking|admitted proposed", nil},
		"no-chinese": {TBX, `<martif><termEntry><langSet xml:lang="de"><tig><term>x</term></tig></langSet></termEntry><termEntry><langSet xml:lang="zh"><tig><term>碳达峰</term></tig></langSet><langSet xml:lang="en"><tig><term>y</term></tig></langSet></termEntry></martif>`, "碳达峰=y", []string{"left out"}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			terms, ds, err := Read(strings.NewReader(c.in), c.format, "f")
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, term := range terms {
				s := term.Zh + "=" + strings.Join(english(term), "|")
				for _, a := range avoided(term) {
					s += " !" + a
				}
				for _, a := range term.Abbr {
					s += " ^" + a
				}
				if term.Status != glossary.Approved {
					s += " " + string(term.Status)
				}
				got = append(got, s)
			}
			if s := strings.Join(got, "; "); s != c.want {
				t.Errorf("got %q, want %q", s, c.want)
			}
			var told []string
			for _, d := range ds {
				told = append(told, d.String())
			}
			if len(told) != len(c.diags) {
				t.Fatalf("diagnostics %q, want %q", told, c.diags)
			}
			for i := range told {
				if !strings.Contains(told[i], c.diags[i]) {
					t.Errorf("diagnostic %q, want one with %q", told[i], c.diags[i])
				}
			}
		})
	}
}

func TestHopelessFiles(t *testing.T) {
	cases := map[string]struct {
		format Format
		in     string
		want   string
	}{
		"empty":           {CSV, "", "the table is empty"},
		"no-chinese":      {CSV, "a,b\nc,d\n", "no header with a Chinese and an English column"},
		"bytes":           {CSV, "\x00\x01\xff\xfe\xfd", "neither UTF-8 nor GB18030"},
		"cut-tbx":         {TBX, "<martif>\n<text>\n<termEntry>", "line 3: unexpected EOF"},
		"xml-without-any": {TBX, "<html></html>", "no entry of TBX"},
		"no-workbook":     {XLSX, "zh,en\n", "zip"},
		"no-tab":          {OmegaT, "碳达峰 carbon peaking\n", "no pair separated by a tab"},
		"no-yaml":         {YAML, "- a\n", "must be a mapping"},
		"other-format":    {"po", "", "want one of yaml, json"},
	}
	for name, c := range cases {
		if _, _, err := Read(strings.NewReader(c.in), c.format, "f"); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one with %q", name, err, c.want)
		}
	}
}

func FuzzReadTBX(f *testing.F) {
	f.Add(`<martif><termEntry id="c1"><langSet xml:lang="zh"><tig><term>碳达峰</term></tig></langSet><langSet xml:lang="en"><tig><term>y</term></tig></langSet></termEntry></martif>`)
	f.Fuzz(func(t *testing.T, in string) { readable(t, TBX, in) })
}

func FuzzReadTable(f *testing.F) {
	f.Add("zh,en,also\n碳达峰,\"carbon; peaking\",a | b\n")
	f.Add("zh\ten\n“双碳”\tthe \"dual\n")
	f.Fuzz(func(t *testing.T, in string) { readable(t, CSV, in) })
}

// readable holds what is read to the rules of a glossary: written as YAML it
// is read back without an error, the same.
func readable(t *testing.T, name Format, in string) {
	terms, _, err := Read(strings.NewReader(in), name, "f")
	if err != nil || len(terms) == 0 {
		return
	}
	var b bytes.Buffer
	if err := WriteYAML(&b, terms); err != nil {
		t.Fatal(err)
	}
	again, ds := glossary.Parse("g", b.Bytes())
	for _, d := range ds {
		if d.Severity == glossary.Error && !strings.Contains(d.Message, "part ") {
			t.Fatalf("%s\n%s", d, b.String())
		}
	}
	if len(again.Terms) != len(terms) {
		t.Fatalf("%d terms became %d:\n%s", len(terms), len(again.Terms), b.String())
	}
}
