package draft_test

import (
	"context"
	"flag"
	"os"
	"strings"
	"testing"

	"duizhao/translate"
	"duizhao/translate/draft"
)

var update = flag.Bool("update", false, "write what the engine says into testdata/cases.txt")

// useCase is one block of testdata/cases.txt.
type useCase struct {
	name  string
	block string
	terms []translate.TermPair
	zh    string
	en    string
}

func (c useCase) request() translate.Request {
	u := translate.Unit{ID: 1, Zh: c.zh, Block: c.block, Terms: uses(c.zh, c.terms)}
	return translate.Request{Task: "translate", Terms: c.terms, Units: []translate.Unit{u}}
}

// uses finds the terms in zh; an earlier term hides a later one.
func uses(zh string, terms []translate.TermPair) []translate.TermUse {
	var out []translate.TermUse
	text := []rune(zh)
	taken := make([]bool, len(text)+1)
	for i, t := range terms {
		n := len([]rune(t.Zh))
		for at := 0; at+n <= len(text); at++ {
			if string(text[at:at+n]) == t.Zh && !taken[at] && !taken[at+n-1] {
				out = append(out, translate.TermUse{Term: i, Start: at, End: at + n})
				for j := at; j < at+n; j++ {
					taken[j] = true
				}
			}
		}
	}
	return out
}

func translateOne(t testing.TB, r translate.Request) string {
	t.Helper()
	a, err := draft.New().Translate(context.Background(), r)
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Units) != 1 || a.Units[0].ID != r.Units[0].ID {
		t.Fatalf("answer %+v to one unit", a)
	}
	return a.Units[0].En
}

const casesFile = "testdata/cases.txt"

// TestCases reads the corpus; run it with -update to write what is said now,
// and then read the difference.
func TestCases(t *testing.T) {
	data, err := os.ReadFile(casesFile)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(data), "\n")
	now := useCase{block: "paragraph"}
	for i, line := range lines {
		key, value, _ := strings.Cut(line, ":")
		value = strings.TrimPrefix(value, " ")
		switch {
		case line == "":
			now = useCase{block: "paragraph"}
		case strings.HasPrefix(line, "# "):
			now.name = line[2:]
		case key == "block":
			now.block = value
		case key == "term":
			zh, en, ok := strings.Cut(value, " = ")
			if !ok {
				t.Fatalf("%s:%d: want term: zh = en", casesFile, i+1)
			}
			now.terms = append(now.terms, translate.TermPair{Zh: zh, En: en})
		case key == "zh":
			now.zh = value
		case key == "en":
			now.en = value
			t.Run(now.name, func(t *testing.T) {
				got := translateOne(t, now.request())
				if *update {
					lines[i] = "en: " + got
				} else if got != now.en {
					t.Errorf("%s\n got %s\nwant %s", now.zh, got, now.en)
				}
			})
		default:
			t.Fatalf("%s:%d: unknown key %q", casesFile, i+1, key)
		}
	}
	if *update {
		if err := os.WriteFile(casesFile, []byte(strings.Join(lines, "\n")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestEchoAndOrder(t *testing.T) {
	r := translate.Request{Units: []translate.Unit{
		{ID: 7, Zh: "加强环境保护。"},
		{ID: 3, Zh: "推动发展"},
		{ID: 5, Zh: "。"},
		{ID: 6, Zh: ""},
	}}
	a, err := draft.New().Translate(context.Background(), r)
	if err != nil {
		t.Fatal(err)
	}
	want := []translate.UnitAnswer{
		{ID: 7, Echo: "加强环境保护", En: "Strengthen environmental protection."},
		{ID: 3, Echo: "推动发展", En: "Promote development"},
		{ID: 5, Echo: "。", En: "{。}"},
		{ID: 6, Echo: "", En: "{}"},
	}
	for i, w := range want {
		if a.Units[i] != w {
			t.Errorf("unit %d: got %+v, want %+v", i, a.Units[i], w)
		}
	}
}

func TestStopsWithContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := draft.New().Translate(ctx, translate.Request{Units: []translate.Unit{{ID: 1, Zh: "发展"}}}); err == nil {
		t.Error("no error from a request that was cancelled")
	}
}

// A name that stands in a clear place once is known everywhere in a request.
func TestNameKnownInWholeRequest(t *testing.T) {
	r := translate.Request{Units: []translate.Unit{
		{ID: 1, Zh: "会前，赵文博介绍了情况。"},
		{ID: 2, Zh: "赵文博强调，要加强合作。"},
		{ID: 3, Zh: "欢迎卡洛斯·费尔南德斯访问中国，费尔南德斯感谢中方。"},
	}}
	a, err := draft.New().Translate(context.Background(), r)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"Zhao Wenbo", "Zhao Wenbo", "{费尔南德斯}"} {
		if !strings.Contains(a.Units[i].En, want) {
			t.Errorf("unit %d: %q not in %q", i, want, a.Units[i].En)
		}
	}
}
