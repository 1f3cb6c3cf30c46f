package check_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"duizhao/bitext"
	"duizhao/check"
	"duizhao/lang/lexicon"
)

// What the rules over units find does not depend on how a document is cut, and
// an abbreviation is not early because it was introduced in an earlier part.
func TestCutsChangeNothingForUnits(t *testing.T) {
	var units []*bitext.Unit
	for _, u := range seeds(t) {
		if !strings.Contains(u.Zh, "称") && u.Status != bitext.Merged {
			units = append(units, u) // a short name counts from where it is given
		}
	}
	o := check.Options{Glossary: corpusTerms(t), Rules: slices.DeleteFunc(slices.Clone(check.All), func(r *check.Rule) bool {
		// A term may be met in a neighbour, which may lie in the next part.
		return r.Name == "term-missing" || r.Unit == nil && r.Name != "abbreviation-first-use"
	})}
	o.Context.Borders = lexicon.Borders()
	rapid.Check(t, func(t *rapid.T) {
		d := &bitext.Document{}
		for _, i := range rapid.SliceOfN(rapid.IntRange(0, len(units)-1), 1, 60).Draw(t, "units") {
			d.Records = append(d.Records, bitext.Record{Unit: units[i]})
		}
		whole := streamed(t, o, d, len(d.Records))
		parts := streamed(t, o, d, rapid.IntRange(1, len(d.Records)).Draw(t, "size"))
		if diff := cmp.Diff(streamed(t, o, d, len(d.Records)), whole); diff != "" {
			t.Fatalf("a second run (-again +first):\n%s", diff)
		}
		unitRules := func(f []string) []string {
			return slices.DeleteFunc(slices.Clone(f), func(s string) bool { return strings.HasPrefix(s, "abbreviation-first-use") })
		}
		if diff := cmp.Diff(unitRules(whole), unitRules(parts)); diff != "" {
			t.Fatalf("(-whole +parts):\n%s", diff)
		}
		for _, f := range parts {
			if !slices.Contains(whole, f) {
				t.Fatalf("only in parts: %s", f)
			}
		}
	})
}

// streamed checks d in parts of size units, and tells each finding by its rule,
// its unit in the whole and its fingerprint.
func streamed(t rapid.TB, o check.Options, d *bitext.Document, size int) []string {
	s, err := check.NewStream(o)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for from := 0; from < len(d.Records); from += size {
		to := min(from+size, len(d.Records))
		part := &bitext.Document{Records: d.Records[from:to]}
		r, err := s.Check(context.Background(), []check.Input{{Document: part}}, check.Cut{Continued: from > 0, GoesOn: to < len(d.Records)})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range r.Findings {
			out = append(out, strings.Join([]string{f.Rule, d.Records[from+f.Unit].Unit.Zh, f.Message, string(f.Severity), f.Fingerprint}, "|"))
		}
	}
	return out
}

// A fixed term is absent from a document, and so graver, only where no part
// meets it.
func TestAbsentIsToldAtTheEnd(t *testing.T) {
	missing, met := "推进碳达峰。 | Advance the work.", "碳达峰。 | Carbon peaking."
	for _, c := range []struct {
		name  string
		parts []string
		want  []bitext.Severity
	}{
		{"never", []string{missing, missing}, []bitext.Severity{bitext.Warning, bitext.Error}},
		{"before", []string{met, missing}, []bitext.Severity{bitext.Warning}},
		{"behind", []string{missing, met}, []bitext.Severity{bitext.Warning}},
	} {
		o := check.Options{Glossary: corpusTerms(t)}
		s, err := check.NewStream(o)
		if err != nil {
			t.Fatal(err)
		}
		var got []bitext.Severity
		for i, line := range c.parts {
			r, err := s.Check(context.Background(), []check.Input{{Document: people(line)}}, check.Cut{Continued: i > 0, GoesOn: i+1 < len(c.parts)})
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range r.Findings {
				if f.Rule == "term-missing" {
					got = append(got, f.Severity)
				}
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestShortNamesAreCarriedOn(t *testing.T) {
	given := "生态环境部（以下简称“环境部”）召开会议。 | The Ministry of Ecology and Environment (the Ministry) met."
	used := "环境部提出建议。 | Proposals were made."
	s, err := check.NewStream(check.Options{Glossary: corpusTerms(t), Profile: check.Machine})
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for i, line := range []string{given, used, used} {
		r, err := s.Check(context.Background(), []check.Input{{Document: people(line)}}, check.Cut{Continued: i > 0 && i < 2, GoesOn: i == 0})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range r.Findings {
			if f.Rule == "term-missing" && f.Term.Zh == "环境部" {
				n++
			}
		}
	}
	if n != 1 {
		t.Errorf("%d findings about the short name, want one: in the second part, which continues the first", n)
	}
}
