package openai

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"

	"duizhao/translate"
)

// A message says all that its request does: what it leaves out follows from
// the rest.
func TestMessageLosesNothing(t *testing.T) {
	zh := rapid.StringOfN(rapid.RuneFrom([]rune("碳达峰中和国务院的，。<&\"")), 1, 24, -1)
	rapid.Check(t, func(t *rapid.T) {
		var r translate.Request
		r.Title = zh.Draw(t, "title")
		for range rapid.IntRange(0, 4).Draw(t, "pairs") {
			r.Terms = append(r.Terms, translate.TermPair{Zh: rapid.SampledFrom([]string{"碳达峰", "碳", "国务院", "中和"}).Draw(t, "zh"), En: rapid.SampledFrom([]string{"a", "b"}).Draw(t, "en")})
		}
		for i := range rapid.IntRange(1, 4).Draw(t, "units") {
			u := translate.Unit{ID: i + 1, Zh: zh.Draw(t, "unit"), Block: rapid.SampledFrom([]string{"paragraph", "title"}).Draw(t, "block")}
			u.Terms = Uses(r.Terms, u.Zh)
			if n := len(u.Terms); n > 0 && rapid.Bool().Draw(t, "drop") {
				u.Terms = slices.Delete(slices.Clone(u.Terms), n-1, n)
			}
			if len(u.Terms) == 0 && len(Uses(r.Terms, u.Zh)) > 0 {
				return // a unit whose only term does not stand where its Chinese does cannot be said
			}
			r.Units = append(r.Units, u)
		}
		text, err := message(r)
		if err != nil {
			t.Fatal(err)
		}
		var got translate.Request
		if err := json.Unmarshal([]byte(text), &got); err != nil {
			t.Fatal(err)
		}
		for i, u := range got.Units {
			if u.Block == "" {
				got.Units[i].Block = usualBlock
			}
			if u.Terms == nil {
				got.Units[i].Terms = Uses(got.Terms, u.Zh)
			}
		}
		if diff := cmp.Diff(r, got, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("%s\n(-want +got):\n%s", text, diff)
		}
		if strings.Contains(text, `\u003c`) {
			t.Fatalf("%s is longer than it must be", text)
		}
	})
}

// Of neighbours the part that is nearest is sent; a request with complaints
// says what is to be done about them.
func TestMessageOfNeighboursAndComplaints(t *testing.T) {
	long := strings.Repeat("一", 60)
	text, err := message(translate.Request{
		Before: []translate.Neighbour{{Zh: "二" + long + "三"}, {Zh: "四"}}, After: []translate.Neighbour{{Zh: "五" + long + "六"}},
		Complaints: []translate.Complaint{{ID: 1, En: "x", Rule: "term-missing", Message: "m"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`{"zh":"…` + long[:39*3] + `三"},{"zh":"四"}`, `{"zh":"五` + long[:39*3] + `…"}`, mend, `"complaints":[{"id":1,"en":"x","rule":"term-missing","message":"m"}]`} {
		if !strings.Contains(text, want) {
			t.Errorf("%s\nis without %s", text, want)
		}
	}
}

// A field that package translate adds to its request must find its way into
// the message.
func TestMessageKnowsTheFieldsOfARequest(t *testing.T) {
	inSystem := []string{"Task", "Style"}
	var want, have []string
	for f := range reflect.TypeFor[translate.Request]().Fields() {
		if !slices.Contains(inSystem, f.Name) {
			want = append(want, f.Name+" "+string(f.Tag))
		}
	}
	for f := range reflect.TypeFor[wire]().Fields() {
		if !slices.Contains(inSystem, f.Name) {
			have = append(have, f.Name+" "+string(f.Tag))
		}
	}
	if diff := cmp.Diff(want, have); diff != "" {
		t.Error(diff)
	}
}

// Every wish of a style is in the system message, and nothing else changes it.
func TestStyleStandsInTheSystemMessage(t *testing.T) {
	system := func(r translate.Request) string {
		t.Helper()
		s, _, err := Prompt(r)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	plain := system(translate.Request{Title: "一", Units: []translate.Unit{{ID: 1, Zh: "二"}}})
	if other := system(translate.Request{Title: "三"}); other != plain {
		t.Error("the system message depends on the article")
	}
	for field := range reflect.TypeFor[translate.Style]().Fields() {
		var style translate.Style
		word := map[string]string{"Titles": "italics"}[field.Name]
		if word == "" {
			word = "wish for " + field.Name
		}
		reflect.ValueOf(&style).Elem().FieldByIndex(field.Index).SetString(word)
		got := system(translate.Request{Style: style})
		if got == plain || word != "italics" && !strings.Contains(got, word) {
			t.Errorf("%s is not in the system message", field.Name)
		}
	}
}

// The schema holds what is read, and refuses what is not.
func TestSchema(t *testing.T) {
	var schema any
	if err := json.Unmarshal(answerSchema, &schema); err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("answer.json", schema); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile("answer.json")
	if err != nil {
		t.Fatal(err)
	}
	for text, valid := range map[string]bool{
		`{"units":[{"id":1,"echo":"碳","en":"c"}]}`:             true,
		`{"units":[{"id":"1","echo":"碳","en":"c"}]}`:           false,
		`{"units":[{"id":1,"en":"c"}]}`:                        false,
		`{"units":[{"id":1,"echo":"碳","en":"c","note":"hm"}]}`: false,
		`[{"id":1,"echo":"碳","en":"c"}]`:                       false,
	} {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if err := compiled.Validate(v); (err == nil) != valid {
			t.Errorf("%s: %v", text, err)
		}
	}
}

// Where one Chinese has two renderings in a request, each unit says which it
// means, the one that means the first as well.
func TestFirstMentionIsTold(t *testing.T) {
	text, err := message(translate.Request{
		Terms: []translate.TermPair{{Zh: "央行", En: "the People's Bank of China (PBOC)"}, {Zh: "央行", En: "the PBOC"}},
		Units: []translate.Unit{
			{ID: 1, Zh: "央行发布。", Terms: []translate.TermUse{{Term: 0, Start: 0, End: 2}}},
			{ID: 2, Zh: "据央行。", Terms: []translate.TermUse{{Term: 1, Start: 1, End: 3}}},
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"央行发布。","terms":[[0,0,2]]`, `"据央行。","terms":[[1,1,3]]`} {
		if !strings.Contains(text, want) {
			t.Errorf("%s\nis without %s", text, want)
		}
	}
}
