package check_test

import (
	"os"
	"testing"

	"duizhao/check"
)

// FuzzParseWaivers reads any text: what is found lies in it, and has what a
// waiver needs.
func FuzzParseWaivers(f *testing.F) {
	text, err := os.ReadFile("testdata/waivers.md")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(text))
	f.Add("<!-- duizhao:ignore")
	f.Add("x\r\n\r\n<!-- duizhao:ignore-next term-missing reason=\"a\" --><!-- -->")
	f.Fuzz(func(t *testing.T, text string) {
		waivers, bad := check.ParseWaivers(text)
		for _, w := range waivers {
			if w.Reason == "" || check.Named(w.Rule) == nil {
				t.Errorf("%+v", w)
			}
			if w.Span.Start < 0 || w.Span.End > len(text) || w.Cover.Start < 0 || w.Cover.End < w.Cover.Start || w.Cover.End > len(text) {
				t.Errorf("%+v in a text of %d bytes", w, len(text))
			}
		}
		for _, b := range bad {
			if b.Message == "" || b.Span.End > len(text) {
				t.Errorf("%+v", b)
			}
		}
	})
}
