package translate_test

import (
	"context"
	"testing"

	"duizhao/bitext"
	"duizhao/translate"
)

// What recurs word for word is asked once, and has one translation.
func TestRecurringUnitsAreAskedOnce(t *testing.T) {
	zh := []string{"推进碳达峰。", "国务院发布通知。", "推进碳达峰。", "推进碳达峰。"}
	s := &script{lines: map[string][]string{zh[0]: {"Advance it.", "Advance carbon peaking."}}}
	d := document(zh...)
	d.Units()[3].Block = "heading"
	var last translate.Progress
	summary, err := translate.Run(t.Context(), d, translate.Options{
		Engine: s, Glossary: loadTerms(t), Progress: func(p translate.Progress) { last = p },
	})
	if err != nil {
		t.Fatal(err)
	}
	asked := 0
	for _, r := range s.requests {
		asked += len(r.Units)
	}
	if asked != 4 { // the first two, the heading, and the first again
		t.Errorf("%d units were asked for", asked)
	}
	units := d.Units()
	if units[2].En != units[0].En || units[2].Terms[0].How != bitext.Preferred || units[0].At == units[2].At {
		t.Errorf("%+v is not %+v", units[2], units[0])
	}
	if last.Done != 4 || last.Met != summary.Met || last.Required != summary.Required || summary.Repaired != 2 {
		t.Errorf("progress %+v, summary %+v", last, summary)
	}
}

// A unit that got no answer where it stands is asked for where it recurs.
func TestRecurringUnitIsAskedElsewhere(t *testing.T) {
	e := engine(func(_ context.Context, r translate.Request) (translate.Answer, error) {
		if r.Before == nil {
			return translate.Answer{}, errGateway
		}
		return good(r), nil
	})
	d := document("推进碳达峰。", "国务院发布通知。", "推进碳达峰。")
	var last translate.Progress
	_, err := translate.Run(t.Context(), d, translate.Options{Engine: e, Glossary: loadTerms(t), Progress: func(p translate.Progress) { last = p }})
	if err != nil {
		t.Fatal(err)
	}
	for _, u := range d.Units() {
		if u.Status != bitext.Translated {
			t.Errorf("%s is %s: %v", u.At, u.Status, u.Findings)
		}
	}
	if last.Done != 3 || last.Met != 3 || last.Required != 3 {
		t.Errorf("progress %+v", last)
	}
}
