package lexicon

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"duizhao/lang/han"
	"duizhao/lang/span"
)

func TestBordersCorpus(t *testing.T) {
	data, err := os.ReadFile("testdata/borders.txt")
	if err != nil {
		t.Fatal(err)
	}
	var want, phenomenon string
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if rest, ok := strings.CutPrefix(line, "## "); ok {
			want, phenomenon, _ = strings.Cut(rest, ": ")
			continue
		}
		if line == "" || line[0] == '#' {
			continue
		}
		t.Run(phenomenon+"/"+line, func(t *testing.T) {
			text, terms := bracketed(line)
			for _, at := range terms {
				if got := Borders().Judge(text, at); got.Kind.String() != want {
					t.Errorf("%s is %v, want %s; word %s, reading %s", string(text[at.Start:at.End]),
						got.Kind, want, string(text[got.Word.Start:got.Word.End]), reading(text))
				}
			}
		})
	}
}

// bracketed takes the brackets out of s and returns where they stood.
func bracketed(s string) (text []rune, terms []span.Span) {
	for _, r := range s {
		switch r {
		case '[':
			terms = append(terms, span.Span{Start: len(text)})
		case ']':
			terms[len(terms)-1].End = len(text)
		default:
			text = append(text, r)
		}
	}
	return text, terms
}

func reading(text []rune) string {
	var words []string
	for _, w := range Borders().Words(text) {
		words = append(words, string(text[w.Start:w.End]))
	}
	return strings.Join(words, "|")
}

// Terms stand between ordinary neighbours all the time; the law is that none
// is lost there. Doubt, which keeps a term but does not bind it, must be rare.
func TestTermsSurviveOrdinaryNeighbours(t *testing.T) {
	lists := termLists(t)
	judged, doubtful := 0, 0
	judge := func(before, term, behind string) {
		text := []rune(before + term + behind)
		start := utf8.RuneCountInString(before)
		judged++
		switch v := Borders().Judge(text, span.Span{Start: start, End: start + utf8.RuneCountInString(term)}); v.Kind {
		case han.Crossed:
			t.Errorf("%s is lost in %s|%s|%s to %s", term, before, term, behind, string(text[v.Word.Start:v.Word.End]))
		case han.Doubtful:
			doubtful++
		}
	}
	for i, term := range lists["terms"] {
		for j, before := range lists["before"] {
			judge(before, term, "")
			judge(before, term, lists["behind"][(i+j)%len(lists["behind"])])
		}
		for _, behind := range lists["behind"] {
			judge("", term, behind)
		}
	}
	if judged < 100_000 {
		t.Errorf("only %d judged", judged)
	}
	if doubtful*5000 > judged {
		t.Errorf("%d of %d doubtful", doubtful, judged)
	}
}

// termLists are the lists of terms.txt by their headings.
func termLists(t *testing.T) map[string][]string {
	data, err := os.ReadFile("testdata/terms.txt")
	if err != nil {
		t.Fatal(err)
	}
	lists := map[string][]string{}
	heading := ""
	for line := range strings.Lines(string(data)) {
		if rest, ok := strings.CutPrefix(line, "## "); ok {
			heading = strings.TrimSpace(rest)
		} else if !strings.HasPrefix(line, "#") {
			lists[heading] = append(lists[heading], strings.Fields(line)...)
		}
	}
	return lists
}

// The terms of the built-in glossary beside every usual word: none is lost.
func TestBuiltInTermsSurviveUsualWords(t *testing.T) {
	terms := builtInTerms(t)
	b := Borders()
	judged, doubtful := 0, 0
	judge := func(before, term, behind string) {
		text := []rune(before + term + behind)
		start := utf8.RuneCountInString(before)
		judged++
		switch v := b.Judge(text, span.Span{Start: start, End: start + utf8.RuneCountInString(term)}); v.Kind {
		case han.Crossed:
			t.Errorf("%s is lost in %s|%s|%s to %s", term, before, term, behind, string(text[v.Word.Start:v.Word.End]))
		case han.Doubtful:
			doubtful++
		}
	}
	for word, frequency := range words(wordList) {
		if frequency < 8_000 || utf8.RuneCountInString(word) < 2 {
			continue
		}
		for _, term := range terms {
			judge(word, term, "")
			judge("", term, word)
		}
	}
	if judged < 1_000_000 || doubtful*100_000 > judged {
		t.Errorf("%d of %d doubtful", doubtful, judged)
	}
}

// builtInTerms are the Chinese names in glossary.yaml, without marks.
func builtInTerms(t *testing.T) (terms []string) {
	data, err := os.ReadFile("../../glossary.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimPrefix(strings.TrimSpace(line), "- ")
		if !strings.HasPrefix(line, "zh: ") && !strings.HasPrefix(line, "zh_also: ") {
			continue
		}
		names := strings.FieldsFunc(line, func(r rune) bool { return !han.Is(r) })
		for _, name := range names {
			if utf8.RuneCountInString(name) > 1 {
				terms = append(terms, name)
			}
		}
	}
	return terms
}

func TestFrequency(t *testing.T) {
	for word, least := range map[string]int{"发展": 50000, "發展": 50000, "全国人大常委会": 1000, "碳达峰": 1000, "的": 300000, "会": 50000} {
		if got := Frequency(word); got < least {
			t.Errorf("Frequency(%s) = %d, want at least %d", word, got, least)
		}
	}
	for _, word := range []string{"", "展发", "carbon", "碳达"} {
		if got := Frequency(word); got != 0 {
			t.Errorf("Frequency(%s) = %d, want 0", word, got)
		}
	}
}

func TestWordList(t *testing.T) {
	seen := map[string]bool{}
	for word, frequency := range words(wordList) {
		if seen[word] {
			t.Errorf("%s stands twice", word)
		}
		seen[word] = true
		if frequency < 5 {
			t.Errorf("%s has the frequency %d", word, frequency)
		}
		if strings.ContainsFunc(word, func(r rune) bool { return !han.Is(r) }) {
			t.Errorf("%q is not all Han", word)
		}
	}
	if len(seen) < 60_000 {
		t.Errorf("only %d words", len(seen))
	}
}

func TestJudgeAllocatesNothingWhereNoWordCrosses(t *testing.T) {
	text, terms := bracketed("全面推行[河长]制，实现[碳达峰]。")
	b := Borders()
	if n := testing.AllocsPerRun(100, func() {
		for _, at := range terms {
			b.Judge(text, at)
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func FuzzBorders(f *testing.F) {
	f.Add("全国人大常委会的客人大多来自基层，A股2030年", 2, 4)
	f.Add("发展中国家", 2, 4)
	f.Add("\xff人大", 0, 1)
	f.Fuzz(func(t *testing.T, s string, start, end int) {
		text := []rune(s)
		at := 0
		for _, w := range Borders().Words(text) {
			if w.Start != at || w.Empty() {
				t.Fatalf("word %v after %d", w, at)
			}
			at = w.End
		}
		if at != len(text) {
			t.Fatalf("words end at %d of %d", at, len(text))
		}
		if start < 0 || start >= end || end > len(text) {
			return
		}
		v := Borders().Judge(text, span.Span{Start: start, End: end})
		if v.Kind == han.Clear {
			return
		}
		word := string(text[v.Word.Start:v.Word.End])
		if Frequency(word) == 0 {
			t.Errorf("%v by %s, which is no word", v.Kind, word)
		}
		if v.Word.Contains(span.Span{Start: start, End: end}) {
			t.Errorf("%v by %s, which contains the term", v.Kind, word)
		}
	})
}

func BenchmarkBordersLoad(b *testing.B) {
	for b.Loop() {
		han.NewBorders(words(wordList))
	}
}

func BenchmarkJudge(b *testing.B) {
	for name, s := range map[string]string{
		"clear":   "各级党委和政府要把[碳达峰]、碳中和纳入整体布局",
		"crossed": "这家旅馆的客[人大]多来自基层单位和企业",
	} {
		text, terms := bracketed(s)
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Borders().Judge(text, terms[0])
			}
		})
	}
}

func BenchmarkWords(b *testing.B) {
	s := strings.Repeat("推动经济社会发展绿色化、低碳化是实现高质量发展的关键环节。", 50)
	text := []rune(s)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Borders().Words(text)
	}
}
