package glossary

import (
	"os"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"duizhao/lang/lexicon"
	"duizhao/lang/span"
)

func readGlossary(t testing.TB, path string) *Glossary {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return New(mustParse(t, string(data)))
}

// lineCases reads a corpus of "name: body" lines; lines that follow without a
// name continue the body. Comments begin with "# ".
func lineCases(t testing.TB, path string) (names []string, bodies map[string]string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	bodies = make(map[string]string)
	last := ""
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSuffix(line, "\n")
		name, body, named := strings.Cut(line, ":")
		switch {
		case strings.HasPrefix(line, "# ") || line == "":
		case named && !strings.ContainsFunc(name, func(r rune) bool { return r >= utf8.RuneSelf || r == ' ' }):
			if _, double := bodies[name]; double {
				t.Fatalf("%s: case %q stands twice", path, name)
			}
			last = name
			names = append(names, name)
			bodies[name] = strings.TrimPrefix(body, " ")
		default:
			bodies[last] += "\n" + line
		}
	}
	return names, bodies
}

// context reads "{block=title date=2021} " at the beginning of body.
func context(t testing.TB, body string) (Context, string) {
	t.Helper()
	var c Context
	head, rest, ok := strings.Cut(body, "} ")
	if !ok || !strings.HasPrefix(body, "{") {
		return c, body
	}
	for _, pair := range strings.Fields(head[1:]) {
		name, value, _ := strings.Cut(pair, "=")
		switch name {
		case "block":
			c.Block = value
		case "date":
			c.Date = value
		case "genre":
			c.Genre = value
		case "house":
			c.House = value
		default:
			t.Fatalf("unknown context %q", pair)
		}
	}
	return c, rest
}

// marked writes text with its matches in the notation of match.txt.
func marked(text string, ms []Match) string {
	runes := []rune(text)
	var b strings.Builder
	at := 0
	for _, m := range ms {
		b.WriteString(string(runes[at:m.Span.Start]) + "【" + string(runes[m.Span.Start:m.Span.End]) + "】")
		at = m.Span.End
		if m.Sense > 0 {
			b.WriteByte(byte('1' + m.Sense))
		}
		for _, flag := range []struct {
			set  bool
			mark string
		}{{m.Ambiguous, "?"}, {m.Doubtful, "~"}, {m.Quoted, `"`}} {
			if flag.set {
				b.WriteString(flag.mark)
			}
		}
	}
	return b.String() + string(runes[at:])
}

func TestMatch(t *testing.T) {
	g := readGlossary(t, "testdata/match.yaml")
	names, bodies := lineCases(t, "testdata/match.txt")
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			c, want := context(t, bodies[name])
			c.Borders = lexicon.Borders()
			text := unmark(want)
			if got := marked(text, g.Match(text, c)); got != want {
				t.Errorf("\n got %s\nwant %s", got, want)
			}
		})
	}
}

// unmark takes the brackets, and the flags behind them, out of a text.
func unmark(s string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(s, "【")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		inside, rest, _ := strings.Cut(rest, "】")
		b.WriteString(inside)
		s = strings.TrimLeft(rest, `23456?~"`)
	}
}

func TestStackReplacesWhole(t *testing.T) {
	base := mustParse(t, "version: 1\nterms:\n  - {id: a, zh: 碳达峰, zh_also: [达峰], en: carbon peaking, avoid: carbon summit}\n  - {zh: 碳中和, en: carbon neutrality}\n")
	house := mustParse(t, "version: 1\nterms:\n  - {zh: 碳達峰, en: peak carbon emissions}\n")
	g := New(base, house)
	if got := len(g.Terms()); got != 2 {
		t.Errorf("%d terms in the stack", got)
	}
	peak := g.Lookup("碳达峰")
	if peak == nil || peak.Senses[0].Renderings[0].En != "peak carbon emissions" || len(peak.Senses[0].Avoid) != 0 {
		t.Errorf("碳达峰 is %+v", peak)
	}
	if g.Lookup("达峰") != nil || g.Term("a") != nil {
		t.Error("the replaced entry left something behind")
	}
	if ms := g.Match("争取达峰", Context{}); len(ms) != 0 {
		t.Errorf("matched %v", ms)
	}
	if a, b := New(base, house).IDs(), []string{"碳中和", "碳達峰"}; !reflect.DeepEqual(a, b) {
		t.Errorf("ids %v", a)
	}
}

func TestExplain(t *testing.T) {
	g := readGlossary(t, "testdata/match.yaml")
	c := Context{Borders: lexicon.Borders()}
	for _, test := range []struct {
		name, text, zh string
		want           Reason
		by             string
		word           span.Span
	}{
		{"taken", "出席人大会议", "人大", Taken, "", span.Span{}},
		{"hidden", "中国人民银行公告", "人民银行", Hidden, "中国人民银行", span.Span{Start: 0, End: 6}},
		{"hidden by approved", "新型能源体系建设", "新型能源体系", Hidden, "能源体系建设", span.Span{Start: 2, End: 8}},
		{"crossed", "客人大多来自外地", "人大", CrossesWord, "", span.Span{Start: 2, End: 4}},
		{"inside token", "ACCER", "CCER", InsideToken, "", span.Span{}},
		{"no sense", "有意见", "意见", NoSense, "", span.Span{}},
	} {
		t.Run(test.name, func(t *testing.T) {
			for _, f := range g.Explain(test.text, c) {
				if f.Term.Zh != test.zh {
					continue
				}
				by := ""
				if f.By != nil {
					by = f.By.Zh
				}
				if f.Reason != test.want || by != test.by || f.Word != test.word {
					t.Errorf("got %s by %q word %v", f.Reason, by, f.Word)
				}
				return
			}
			t.Errorf("%s is not mentioned", test.zh)
		})
	}
}
