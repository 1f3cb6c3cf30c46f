package check_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"duizhao/bitext"
	"duizhao/check"
	"duizhao/glossary"
	"duizhao/lang/lexicon"
	"duizhao/lang/span"
)

// Every rule has a corpus, and tells what its own examples promise.
func TestRules(t *testing.T) {
	g := corpusTerms(t)
	for _, r := range check.All {
		t.Run(r.Name, func(t *testing.T) {
			names, cases := readCases(t, filepath.Join("testdata", r.Name+".txt"))
			for _, name := range names {
				t.Run(name, func(t *testing.T) {
					c := cases[name]
					if diff := cmp.Diff(c.want, tell(t, g, r, c)); diff != "" {
						t.Errorf("%s\n(-want +got):\n%s", strings.Join(c.lines, "\n"), diff)
					}
				})
			}
		})
	}
}

func TestExamplesOfRules(t *testing.T) {
	g := corpusTerms(t)
	for _, r := range check.All {
		if r.Summary == "" || r.Why == "" || len(r.Grades) == 0 {
			t.Errorf("%s lacks its summary, its reason or its grades", r.Name)
		}
		if (r.Unit == nil) == (r.Document == nil) {
			t.Errorf("%s is not one of a rule over units and a rule over documents", r.Name)
		}
		if tell(t, g, r, caseOf(r, r.Bad)) == "" {
			t.Errorf("%s says nothing of its bad example", r.Name)
		}
		if got := tell(t, g, r, caseOf(r, r.Good)); got != "" {
			t.Errorf("%s says of its good example: %s", r.Name, got)
		}
	}
}

// ruleCase is a case of a corpus: units, and what a rule says of them.
type ruleCase struct {
	lines []string
	units []*bitext.Unit
	ctx   glossary.Context
	facts check.Facts
	want  string
}

func caseOf(r *check.Rule, e check.Example) ruleCase {
	c := ruleCase{ctx: glossary.Context{Date: e.Date}, facts: e.Facts}
	en := strings.Split(e.En, "\n")
	for i, zh := range strings.Split(e.Zh, "\n") {
		c.units = append(c.units, &bitext.Unit{At: fmt.Sprintf("p1.s%d", i+1), Block: "paragraph", Zh: zh, En: en[i]})
	}
	if e.Recorded {
		record(c.units[0], r.Name)
	}
	return c
}

// record writes a finding into u, as whatever made it would have done.
func record(u *bitext.Unit, rule string) {
	u.Findings = append(u.Findings, bitext.Finding{Rule: rule, Message: "for a reason", Source: &span.Span{End: len([]rune(u.Zh))}})
}

// run asks one rule about a case.
func run(g *glossary.Glossary, r *check.Rule, c ruleCase) ([]check.Finding, []*check.Subject) {
	scope := &check.Scope{Facts: c.facts, Document: &bitext.Document{Source: bitext.Source{Published: c.ctx.Date}}}
	for _, u := range c.units {
		scope.Document.Records = append(scope.Document.Records, bitext.Record{Unit: u})
		ctx := c.ctx
		ctx.Block, ctx.Borders = u.Block, lexicon.Borders()
		scope.Subjects = append(scope.Subjects, check.NewSubject(g, ctx, u, g.Match(u.Zh, ctx)))
	}
	if r.Document != nil {
		return r.Document(scope), scope.Subjects
	}
	var out []check.Finding
	for i, s := range scope.Subjects {
		for _, f := range r.Unit(s) {
			f.Unit = i
			out = append(out, f)
		}
	}
	return out, scope.Subjects
}

// tell writes findings as the corpus does: the unit where there are several,
// the grade, and what stands in the Chinese and in the English.
func tell(t *testing.T, g *glossary.Glossary, r *check.Rule, c ruleCase) string {
	findings, subjects := run(g, r, c)
	var lines []string
	for _, f := range findings {
		if _, ok := r.Grade(f.Grade); !ok {
			t.Errorf("%s has no grade %q", r.Name, f.Grade)
		}
		if f.Message == "" {
			t.Errorf("%s says nothing", r.Name)
		}
		line := "="
		s := subjects[max(f.Unit, 0)]
		if len(subjects) > 1 {
			line += fmt.Sprint(" ", f.Unit+1)
		}
		for _, part := range []string{f.Grade, at(s.Zh, f.Source), "|", at(s.En, f.Target)} {
			if part != "" {
				line += " " + part
			}
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func at(text string, where *span.Span) string {
	if where == nil {
		return ""
	}
	text = string([]rune(text)[where.Start:where.End])
	if strings.TrimSpace(text) == "" {
		return strings.ReplaceAll(text, " ", "␣")
	}
	return text
}

// readCases reads a corpus: cases that begin with "== name key=value …", with
// "!rule" for a finding that was recorded in the first unit, then
// units, each a line of Chinese, with its block in front as [title] where it is
// no paragraph, and a line of English behind ">"; then what is found, behind "=".
func readCases(t testing.TB, path string) (names []string, cases map[string]ruleCase) {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	cases = map[string]ruleCase{}
	for _, part := range strings.Split("\n"+string(data), "\n== ")[1:] {
		lines := strings.Split(strings.TrimSpace(part), "\n")
		head := strings.Fields(lines[0])
		c := ruleCase{lines: lines[1:]}
		recorded, status := "", bitext.Status("")
		for _, field := range head[1:] {
			if rule, ok := strings.CutPrefix(field, "!"); ok {
				recorded = rule
				continue
			}
			switch key, value, _ := strings.Cut(field, "="); key {
			case "date":
				c.ctx.Date = value
			case "genre":
				c.ctx.Genre = value
			case "status":
				status = bitext.Status(value)
			default:
				t.Fatalf("%s: %s: unknown key %s", path, head[0], key)
			}
		}
		var want []string
		for _, line := range lines[1:] {
			switch {
			case strings.HasPrefix(line, "="):
				want = append(want, line)
			case strings.HasPrefix(line, ">"):
				c.units[len(c.units)-1].En = strings.TrimPrefix(strings.TrimPrefix(line, ">"), " ")
			default:
				c.units = append(c.units, readUnit(line, len(c.units)+1))
			}
		}
		for _, u := range c.units {
			u.Status = status
		}
		if recorded != "" {
			record(c.units[0], recorded)
		}
		c.want = strings.Join(want, "\n")
		if _, double := cases[head[0]]; double {
			t.Fatalf("%s: two cases %s", path, head[0])
		}
		names, cases[head[0]] = append(names, head[0]), c
	}
	return names, cases
}

func readUnit(line string, n int) *bitext.Unit {
	u := &bitext.Unit{At: fmt.Sprintf("p%d.s1", n), Block: "paragraph", Zh: line}
	if block, rest, ok := strings.Cut(strings.TrimPrefix(line, "["), "] "); ok && line[0] == '[' {
		u.Block, u.Zh = block, rest
	}
	return u
}

func corpusTerms(t testing.TB) *glossary.Glossary {
	data, err := os.ReadFile("testdata/terms.yaml")
	if err != nil {
		t.Fatal(err)
	}
	file, diagnostics := glossary.Parse("terms.yaml", data)
	if len(diagnostics) > 0 {
		t.Fatal(diagnostics)
	}
	return glossary.New(file)
}
