package openai

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"duizhao/translate"
)

func TestParse(t *testing.T) {
	const good = `{"units":[{"id":1,"echo":"碳达峰","en":"Carbon \"peaking\" {1}."}]}`
	cases := map[string]struct {
		content string
		err     error // wrapped; nil: the answer is good; errOther: any other
	}{
		"plain":                 {good, nil},
		"fence":                 {"```json\n" + good + "\n```", nil},
		"prose":                 {"Here {it} is [1]:\n" + good + "\nAnything {else}?", nil},
		"list-alone":            {`[{"id":1,"echo":"碳达峰","en":"Carbon \"peaking\" {1}."}]`, nil},
		"id-as-string":          {strings.Replace(good, `1,`, `"1",`, 1), nil},
		"more-keys":             {strings.Replace(good, `"id"`, `"note":{"a":[1]},"id"`, 1), nil},
		"thoughts":              {"<think>{\"units\":[{\"id\":2,\"en\":\"no\"}]}</think>" + good, nil},
		"empty":                 {" \n", errOther},
		"not-json":              {strings.ReplaceAll(good, ":", "="), errOther},
		"no-units":              {`{"answer":[]}`, errOther},
		"unit-without-english":  {`{"units":[{"id":1,"echo":"碳"}]}`, errOther},
		"unit-without-id":       {`{"units":[{"echo":"碳","en":"c"}]}`, errOther},
		"words":                 {"Carbon peaking.", errOther},
		"cut":                   {good[:40], translate.ErrCut},
		"refusal":               {"I’m sorry, but I cannot translate this.", translate.ErrRefused},
		"refusal-in-chinese":    {"抱歉，我无法翻译这段文字。", translate.ErrRefused},
		"refusal-with-brackets": {"As an AI, I do not {translate} this [1].", translate.ErrRefused},
	}
	want := translate.Answer{Units: []translate.UnitAnswer{{ID: 1, Echo: "碳达峰", En: `Carbon "peaking" {1}.`}}}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			a, err := parse(c.content)
			typed := errors.Is(err, translate.ErrCut) || errors.Is(err, translate.ErrRefused)
			switch {
			case c.err == nil && (err != nil || !cmp.Equal(a, want)):
				t.Errorf("error %v, answer %v", err, a)
			case c.err == errOther && (err == nil || typed):
				t.Errorf("error %v, answer %v", err, a)
			case c.err != nil && c.err != errOther && !errors.Is(err, c.err):
				t.Errorf("error %v, want %v", err, c.err)
			}
		})
	}
}

var errOther = errors.New("another error")

// An answer that leaves all units out is one that does not fit, not one that
// cannot be read.
func TestParseTakesAnEmptyList(t *testing.T) {
	if a, err := parse(`{"units":[]}`); err != nil || len(a.Units) != 0 {
		t.Errorf("error %v, answer %v", err, a)
	}
}

// A good answer is found whatever words stand around it; and nothing is found
// where no units are named.
func FuzzParse(f *testing.F) {
	const good = `{"units":[{"id":1,"echo":"碳达峰","en":"Carbon peaking."}]}`
	for _, s := range []string{"", good, "```json", "Sure! ", "{\"units\":[{}]}", "[[[[", "</think>", "I can't {", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if a, err := parse(text); err == nil && len(a.Units) == 0 && !strings.Contains(strings.ToLower(text), "nits") {
			t.Errorf("an answer without units from %q", text)
		}
		words := strings.NewReplacer("{", "", "[", "", "<", "").Replace(text)
		a, err := parse(words + good + words)
		if err != nil || len(a.Units) != 1 || a.Units[0].En != "Carbon peaking." {
			t.Errorf("error %v, answer %v between %q", err, a, words)
		}
	})
}
