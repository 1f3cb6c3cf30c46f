package span_test

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"duizhao/lang/span"
)

// cleaned is a source together with edits that were really made on it.
type cleaned struct {
	source string
	in     span.Span
	edits  []span.Edit
	text   string
	origin []span.Span // of every rune of text: the bytes it stands for
}

// draw makes a cleaned text piece by piece, so that the truth is known
// without the code under test.
func draw(t *rapid.T) cleaned {
	piece := rapid.StringOfN(rapid.RuneFrom([]rune("生態(tài)a b，\u3000𠀀é")), 0, 4, -1)
	var source, text strings.Builder
	source.WriteString(piece.Draw(t, "before"))
	c := cleaned{in: span.Span{Start: source.Len()}}
	runes := 0
	keep := func(s string) {
		for i, r := range s {
			at := source.Len() + i
			c.origin = append(c.origin, span.Span{Start: at, End: at + utf8.RuneLen(r)})
			runes++
		}
		source.WriteString(s)
		text.WriteString(s)
	}
	for range rapid.IntRange(0, 5).Draw(t, "edits") {
		keep(piece.Draw(t, "kept"))
		old, replacement := piece.Draw(t, "old"), piece.Draw(t, "new")
		e := span.Edit{At: runes, Src: span.Span{Start: source.Len(), End: source.Len() + len(old)}, Text: replacement}
		source.WriteString(old)
		text.WriteString(replacement)
		for range utf8.RuneCountInString(replacement) {
			c.origin = append(c.origin, e.Src)
			runes++
		}
		c.edits = append(c.edits, e)
	}
	keep(piece.Draw(t, "last"))
	c.in.End = source.Len()
	source.WriteString(piece.Draw(t, "after"))
	c.source, c.text = source.String(), text.String()
	return c
}

func TestReplayRebuildsTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := draw(t)
		got, err := span.Replay(c.source, c.in, c.edits)
		if err != nil {
			t.Fatal(err)
		}
		if got != c.text {
			t.Fatalf("replay of %v on %q gives %q, want %q", c.edits, c.source, got, c.text)
		}
	})
}

func TestToSourceLeadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := draw(t)
		if len(c.origin) == 0 {
			return
		}
		from := rapid.IntRange(0, len(c.origin)-1).Draw(t, "from")
		to := rapid.IntRange(from+1, len(c.origin)).Draw(t, "to")
		got := span.ToSource(c.source, c.in, c.edits, span.Span{Start: from, End: to})
		want := span.Span{Start: c.origin[from].Start, End: c.origin[to-1].End}
		if got != want {
			t.Fatalf("runes %d to %d of %q lead to %v of %q, want %v", from, to, c.text, got, c.source, want)
		}
	})
}

func TestReplayRefusesEditsThatDoNotFit(t *testing.T) {
	source := "生態(tài)環境"
	whole := span.Span{Start: 0, End: len(source)}
	cases := map[string]struct {
		in    span.Span
		edits []span.Edit
	}{
		"span-beyond-source": {span.Span{Start: 0, End: len(source) + 1}, nil},
		"span-reversed":      {span.Span{Start: 3, End: 2}, nil},
		"edit-beyond-span":   {span.Span{Start: 0, End: 6}, []span.Edit{{At: 2, Src: span.Span{Start: 6, End: 11}}}},
		"edits-out-of-order": {whole, []span.Edit{{At: 2, Src: span.Span{Start: 6, End: 11}}, {At: 0, Src: span.Span{Start: 0, End: 3}}}},
		"edit-reversed":      {whole, []span.Edit{{At: 2, Src: span.Span{Start: 11, End: 6}}}},
		"at-is-not-there":    {whole, []span.Edit{{At: 3, Src: span.Span{Start: 6, End: 11}}}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			if _, err := span.Replay(source, c.in, c.edits); !errors.Is(err, span.ErrReplay) {
				t.Errorf("Replay(%v, %v) gives %v, want ErrReplay", c.in, c.edits, err)
			}
		})
	}
}

func TestJSONIsReadBackTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := draw(t)
		data, err := json.Marshal(c.edits)
		if err != nil {
			t.Fatal(err)
		}
		var got []span.Edit
		if err := json.Unmarshal(data, &got); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, c.edits) {
			t.Fatalf("%s is read as %v, want %v", data, got, c.edits)
		}
	})
}

func TestUnmarshalRefuses(t *testing.T) {
	for _, in := range []string{`[1]`, `[3,2]`, `[-1,2]`, `{}`, `["a","b"]`} {
		var s span.Span
		if err := json.Unmarshal([]byte(in), &s); err == nil {
			t.Errorf("span %s is read as %v", in, s)
		}
	}
	for _, in := range []string{`[1,2]`, `[1,2,3,4]`, `[1,2,3,"a",5]`, `7`} {
		var e span.Edit
		if err := json.Unmarshal([]byte(in), &e); err == nil {
			t.Errorf("edit %s is read as %v", in, e)
		}
	}
}

func FuzzReplay(f *testing.F) {
	f.Add("生態(tài)環境", 0, 17, 2, 6, 11, "")
	f.Add("當?shù)貢r間", 0, 12, 1, 3, 8, "地時")
	f.Fuzz(func(t *testing.T, source string, start, end, at, from, to int, text string) {
		in := span.Span{Start: start, End: end}
		edits := []span.Edit{{At: at, Src: span.Span{Start: from, End: to}, Text: text}}
		got, err := span.Replay(source, in, edits)
		if err != nil {
			return
		}
		want := source[start:from] + text + source[to:end]
		if got != want {
			t.Fatalf("Replay gives %q, want %q", got, want)
		}
		back := span.ToSource(source, in, edits, span.Span{Start: 0, End: utf8.RuneCountInString(got)})
		if !in.Contains(back) {
			t.Fatalf("%v leads outside of %v", back, in)
		}
	})
}
