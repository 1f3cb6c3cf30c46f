package translate_test

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"slices"
	"strings"

	"duizhao/bitext"
	"duizhao/glossary"
	"duizhao/lang/number"
	"duizhao/translate"
)

// terms is the glossary of these tests.
const terms = `
version: 1
terms:
  - {zh: 碳达峰, en: carbon peaking, avoid: [carbon summit]}
  - {zh: 碳中和, en: carbon neutrality, binding: preferred}
  - {zh: 国务院, en: the State Council}
  - {zh: 我国, en: China, binding: advisory}
  - {zh: 降碳, en: carbon reduction, status: proposed}
`

type fataler interface{ Fatalf(string, ...any) }

func loadTerms(t fataler) *glossary.Glossary { return loadGlossary(t, terms) }

func loadGlossary(t fataler, yaml string) *glossary.Glossary {
	file, diagnostics := glossary.Parse("terms.yaml", []byte(yaml))
	if len(diagnostics) > 0 {
		t.Fatalf("the glossary of the test: %v", diagnostics)
	}
	return glossary.New(file)
}

// engine is a scripted engine.
type engine func(context.Context, translate.Request) (translate.Answer, error)

func (engine) Name() string { return "scripted" }

func (e engine) Translate(ctx context.Context, r translate.Request) (translate.Answer, error) {
	return e(ctx, r)
}

// good answers every unit with its own hash, the terms it was given and the
// figures that stand in it.
func good(r translate.Request) translate.Answer {
	var a translate.Answer
	for _, u := range r.Units {
		var said []string
		for _, use := range u.Terms {
			said = append(said, r.Terms[use.Term].En)
		}
		for _, v := range number.FindChinese(u.Zh) {
			said = append(said, v.English())
		}
		en := "Unit " + hash(u.Zh)
		if len(said) > 0 {
			en += " says " + strings.Join(said, ", and ")
		}
		a.Units = append(a.Units, translate.UnitAnswer{ID: u.ID, Echo: translate.Echo(u.Zh), En: en + "."})
	}
	return a
}

// alwaysGood is an engine that makes no mistakes.
var alwaysGood = engine(func(_ context.Context, r translate.Request) (translate.Answer, error) { return good(r), nil })

// hash names a text in letters, which no rule takes for a figure.
func hash(zh string) string {
	var b strings.Builder
	for _, c := range sha256.Sum256([]byte(zh)) {
		b.WriteByte('a' + c%26)
	}
	return b.String()[:12]
}

// document makes a document of the given Chinese.
func document(zh ...string) *bitext.Document {
	d := &bitext.Document{Title: "题"}
	for i, s := range zh {
		d.Records = append(d.Records, bitext.Record{Unit: &bitext.Unit{ID: fmt.Sprintf("%08x", i), At: fmt.Sprintf("p%d.s1", i+1), Block: "paragraph", Zh: s}})
	}
	return d
}

// fault spoils a good answer; n says where.
type fault struct {
	name  string
	spoil func(ctx context.Context, a *translate.Answer, n int) error
}

// errGateway is a fault on the way, which the engine could not get over.
var errGateway = errors.New("502 Bad Gateway")

// inAnswer is a fault of one unit's answer.
func inAnswer(name string, spoil func(u *translate.UnitAnswer)) fault {
	return fault{name, func(_ context.Context, a *translate.Answer, n int) error {
		spoil(&a.Units[n%len(a.Units)])
		return nil
	}}
}

// inAll is a fault of every unit's answer.
func inAll(name string, spoil func(u *translate.UnitAnswer)) fault {
	return fault{name, func(_ context.Context, a *translate.Answer, _ int) error {
		for i := range a.Units {
			spoil(&a.Units[i])
		}
		return nil
	}}
}

// onTheWay is a fault that leaves no answer.
func onTheWay(name string, err error) fault {
	return fault{name, func(context.Context, *translate.Answer, int) error { return err }}
}

// structural are the faults that ids, echoes and errors reveal.
var structural = []fault{
	onTheWay("bad-gateway", errGateway),
	onTheWay("cut", fmt.Errorf("finish_reason length: %w", translate.ErrCut)),
	onTheWay("content-filter", fmt.Errorf("content exists risk: %w", translate.ErrRefused)),
	{"hang", func(ctx context.Context, _ *translate.Answer, _ int) error { <-ctx.Done(); return ctx.Err() }},
	{"says-error", func(_ context.Context, a *translate.Answer, _ int) error {
		*a = translate.Answer{Error: "overloaded"}
		return nil
	}},
	{"no-units", func(_ context.Context, a *translate.Answer, _ int) error { a.Units = nil; return nil }},
	{"drops-one", func(_ context.Context, a *translate.Answer, n int) error {
		n %= len(a.Units)
		a.Units = slices.Delete(a.Units, n, n+1)
		return nil
	}},
	{"repeats-one", func(_ context.Context, a *translate.Answer, n int) error {
		a.Units = append(a.Units, a.Units[n%len(a.Units)])
		return nil
	}},
	{"extra-id", func(_ context.Context, a *translate.Answer, _ int) error {
		a.Units = append(a.Units, translate.UnitAnswer{ID: len(a.Units) + 1, En: "Extra."})
		return nil
	}},
	{"swaps-english-and-echo", func(_ context.Context, a *translate.Answer, _ int) error {
		first, last := &a.Units[0], &a.Units[len(a.Units)-1]
		first.En, last.En, first.Echo, last.Echo = last.En, first.En, last.Echo, first.Echo
		return nil
	}},
	{"shifts-by-one", func(_ context.Context, a *translate.Answer, _ int) error {
		for i := range a.Units {
			a.Units[i].ID++
		}
		return nil
	}},
	{"renumbers-after-loss", func(_ context.Context, a *translate.Answer, _ int) error {
		a.Units = a.Units[1:]
		for i := range a.Units {
			a.Units[i].ID = i + 1
		}
		return nil
	}},
	{"merges-two", func(_ context.Context, a *translate.Answer, _ int) error {
		if len(a.Units) > 1 {
			a.Units[0].En += " " + a.Units[1].En
			a.Units = slices.Delete(a.Units, 1, 2)
		}
		return nil
	}},
	{"reorders", func(_ context.Context, a *translate.Answer, _ int) error { slices.Reverse(a.Units); return nil }},
	inAnswer("blank", func(u *translate.UnitAnswer) { u.En = " \n" }),
	inAnswer("wrong-echo", func(u *translate.UnitAnswer) { u.Echo = "别的文字" }),
	inAnswer("no-echo", func(u *translate.UnitAnswer) { u.Echo = "" }),
}

// textual are the faults that only the English of a unit shows.
var textual = []fault{
	inAnswer("refuses", func(u *translate.UnitAnswer) { u.En = "I'm sorry, but I can't assist with that request." }),
	inAnswer("answers-in-chinese", func(u *translate.UnitAnswer) { u.En = "这里是中文的回答。" }),
	inAnswer("ends-in-the-middle", func(u *translate.UnitAnswer) { u.En = strings.TrimSuffix(u.En, ".") + " and the" }),
	inAnswer("leaves-chinese", func(u *translate.UnitAnswer) { u.En = strings.TrimSuffix(u.En, ".") + " of 生态." }),
	inAnswer("changes-a-figure", func(u *translate.UnitAnswer) { u.En = strings.Replace(u.En, " million yuan", " billion yuan", 1) }),
	inAnswer("drops-a-figure", func(u *translate.UnitAnswer) { u.En = strings.Replace(u.En, " percent", " items", 1) }),
	inAll("all-in-chinese", func(u *translate.UnitAnswer) { u.En = "这里是中文的回答。" }),
	inAll("all-terms-ignored", func(u *translate.UnitAnswer) { u.En = strings.ReplaceAll(u.En, "carbon", "coal") }),
	inAnswer("ignores-terms", func(u *translate.UnitAnswer) {
		u.En = strings.ReplaceAll(u.En, "carbon peaking", "the top of emissions")
	}),
	inAnswer("avoided-form", func(u *translate.UnitAnswer) { u.En = strings.ReplaceAll(u.En, "carbon peaking", "carbon summit") }),
}
