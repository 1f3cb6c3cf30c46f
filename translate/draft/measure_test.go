package draft

import (
	"bufio"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"duizhao/lang/han"
	"duizhao/translate"
)

const corpora = "../../../shared/dev/corpora"

// TestMeasure prints how much Chinese a gloss leaves, how many braces it has,
// and its chrF2 beside that of the same words said one after the other; run it
// with -v. The gloss must be the better of the two.
func TestMeasure(t *testing.T) {
	for _, c := range []struct {
		name string
		read func(testing.TB) (zh, en []string)
	}{{"sentences", readLines}, {"chapters", readChapters}} {
		zh, en := c.read(t)
		gloss, words := both(zh)
		fine, plain := chrF2(gloss, en), chrF2(words, en)
		left, braces := shares(zh, gloss)
		t.Logf("%s: %d units, Han in braces %.1f %% of the Chinese, %.1f braces per 100 words, chrF2 %.2f, word by word %.2f",
			c.name, len(zh), left, braces, fine, plain)
		if fine <= plain {
			t.Errorf("%s: the gloss (%.2f) is no better than its words one by one (%.2f)", c.name, fine, plain)
		}
	}
}

func open(t testing.TB, name string) *os.File {
	t.Helper()
	f, err := os.Open(filepath.Join(corpora, name))
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("no corpora to measure on")
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// scan calls yield with every line of a file.
func scan(t testing.TB, name string, yield func(string)) {
	t.Helper()
	lines := bufio.NewScanner(open(t, name))
	lines.Buffer(nil, 1<<22)
	for lines.Scan() {
		yield(lines.Text())
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
}

func readLines(t testing.TB) (zh, en []string) {
	scan(t, "flores-dev.zh", func(s string) { zh = append(zh, s) })
	scan(t, "flores-dev.en", func(s string) { en = append(en, s) })
	return zh, en
}

func readChapters(t testing.TB) (zh, en []string) {
	scan(t, "hkma2018.jsonl", func(s string) {
		var chapter struct{ Zh, En string }
		if err := json.Unmarshal([]byte(s), &chapter); err != nil {
			t.Fatal(err)
		}
		zh, en = append(zh, chapter.Zh), append(en, chapter.En)
	})
	return zh, en
}

// both glosses texts line by line, and says their words one after the other.
func both(texts []string) (gloss, words []string) {
	e := New()
	tk, w := newTokeniser(e.lexicon, e.posts), newWriter(e.lexicon, e.grammar)
	for _, zh := range texts {
		var fine, plain []string
		for line := range strings.Lines(zh) {
			u := translate.Unit{Zh: strings.TrimRight(line, "\n")}
			for _, say := range []struct {
				in  func([]clause) string
				out *[]string
			}{{func(c []clause) string { return w.unit(c, "paragraph") }, &fine}, {w.wordByWord, &plain}} {
				tk.load(u, nil)
				*say.out = append(*say.out, say.in(clauses(tk.tokens(u, nil))))
			}
		}
		gloss, words = append(gloss, strings.Join(fine, "\n")), append(words, strings.Join(plain, "\n"))
	}
	return gloss, words
}

// wordByWord says every token by its first sense.
func (w *writer) wordByWord(clauses []clause) string {
	out := &text{}
	for _, c := range clauses {
		n := len(c.tokens)
		p := &printer{g: w.grammar, tokens: c.tokens, read: make([]string, n), said: make([]int, n), out: out, writer: w, state: &state{}}
		p.plain()
		out.stop(c.end)
	}
	return out.String()
}

// shares gives the percentage of the Chinese characters that a gloss leaves as
// they are, and the braces per 100 words.
func shares(zh, gloss []string) (left, braces float64) {
	var before, after, open, words float64
	for i := range zh {
		for _, r := range zh[i] {
			if han.Is(r) {
				before++
			}
		}
		for _, r := range gloss[i] {
			if han.Is(r) {
				after++
			}
		}
		open += float64(strings.Count(gloss[i], "{"))
		words += float64(len(strings.Fields(gloss[i])))
	}
	return 100 * after / before, 100 * open / words
}

// chrF2 is the F-score of character n-grams with n from 1 to 6 and recall
// counting twice, over a whole corpus without its white space (Popović 2015).
func chrF2(texts, references []string) float64 {
	const longest, beta2 = 6, 4.0
	var precision, recall float64
	for n := 1; n <= longest; n++ {
		var same, said, wanted float64
		for i := range texts {
			a, b := ngrams(texts[i], n), ngrams(references[i], n)
			for g, count := range a {
				said += float64(count)
				same += float64(min(count, b[g]))
			}
			for _, count := range b {
				wanted += float64(count)
			}
		}
		precision += same / max(said, 1) / longest
		recall += same / max(wanted, 1) / longest
	}
	return 100 * (1 + beta2) * precision * recall / max(beta2*precision+recall, 1e-9)
}

func ngrams(s string, n int) map[string]int {
	var runes []rune
	for _, r := range s {
		if !unicode.IsSpace(r) {
			runes = append(runes, r)
		}
	}
	out := make(map[string]int)
	for i := 0; i+n <= len(runes); i++ {
		out[string(runes[i:i+n])]++
	}
	return out
}

// The measure itself is right on texts small enough to count by hand.
func TestChrF2(t *testing.T) {
	if got := chrF2([]string{"abcdefg"}, []string{"abc defg"}); got < 99.99 {
		t.Errorf("the same text has %.2f", got)
	}
	if got := chrF2([]string{"uvwxyz"}, []string{"abcdef"}); got != 0 {
		t.Errorf("nothing in common has %.2f", got)
	}
}
