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
// and its chrF2 and chrF++ beside those of the same words said one after the other; run it
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
		t.Logf("%s: %d units, Han in braces %.1f %% of the Chinese, %.1f braces per 100 words, chrF2 %.2f, chrF++ %.2f, word by word %.2f and %.2f",
			c.name, len(zh), left, braces, fine, chrFPlusPlus(gloss, en), plain, chrFPlusPlus(words, en))
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
func chrF2(texts, references []string) float64 { return chrF(texts, references, 0) }

// chrFPlusPlus is chrF2 that counts words and pairs of words too, marks apart
// (Popović 2017).
func chrFPlusPlus(texts, references []string) float64 { return chrF(texts, references, 2) }

func chrF(texts, references []string, words int) float64 {
	const longest, beta2 = 6, 4.0
	var precision, recall float64
	orders := float64(longest + words)
	for order := range longest + words {
		split, n, joint := characters, order+1, ""
		if order >= longest {
			split, n, joint = wordsAndMarks, order-longest+1, " "
		}
		var same, said, wanted float64
		for i := range texts {
			a, b := ngrams(split(texts[i]), n, joint), ngrams(split(references[i]), n, joint)
			for g, count := range a {
				said += float64(count)
				same += float64(min(count, b[g]))
			}
			for _, count := range b {
				wanted += float64(count)
			}
		}
		precision += same / max(said, 1) / orders
		recall += same / max(wanted, 1) / orders
	}
	return 100 * (1 + beta2) * precision * recall / max(beta2*precision+recall, 1e-9)
}

// characters are those of s without its white space.
func characters(s string) (out []string) {
	for _, r := range s {
		if !unicode.IsSpace(r) {
			out = append(out, string(r))
		}
	}
	return out
}

// wordsAndMarks are the words of s, and its marks by themselves.
func wordsAndMarks(s string) (out []string) {
	for _, word := range strings.Fields(s) {
		body := strings.TrimFunc(word, unicode.IsPunct)
		before, behind, _ := strings.Cut(word, body)
		for _, x := range []string{before, body, behind} {
			if x != "" {
				out = append(out, x)
			}
		}
	}
	return out
}

func ngrams(units []string, n int, joint string) map[string]int {
	out := make(map[string]int)
	for i := 0; i+n <= len(units); i++ {
		out[strings.Join(units[i:i+n], joint)]++
	}
	return out
}

// The measure itself is right on texts small enough to count by hand.
func TestChrF2(t *testing.T) {
	if got := chrF2([]string{"abcdefg"}, []string{"abc defg"}); got < 99.99 {
		t.Errorf("the same text has %.2f", got)
	}
	if got := chrFPlusPlus([]string{"a bc, d."}, []string{"a bc, d."}); got < 99.99 {
		t.Errorf("the same text has %.2f with words", got)
	}
	if got := chrFPlusPlus([]string{"abcdefg h"}, []string{"abc defgh"}); got > 99 {
		t.Errorf("other words have %.2f", got)
	}
	if got := chrF2([]string{"uvwxyz"}, []string{"abcdef"}); got != 0 {
		t.Errorf("nothing in common has %.2f", got)
	}
}
