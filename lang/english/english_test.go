package english

import (
	"os"
	"strings"
	"testing"
)

// actions are what a line of the corpus may ask for; a recogniser answers
// yes or no about a pair "a = b".
var actions = map[string]func(string) string{
	"plural":      Plural,
	"possessive":  Possessive,
	"past":        PastTense,
	"participle":  PastParticiple,
	"gerund":      Gerund,
	"third":       ThirdPerson,
	"article":     Article,
	"title":       TitleCase,
	"capital":     Capitalise,
	"fold":        Fold,
	"words":       func(s string) string { return show(Words(s)) },
	"parts":       func(s string) string { return show(AppendParts(nil, s)) },
	"sentences":   sentences,
	"same":        asked(SameSpelling),
	"is-plural":   asked(IsPlural),
	"is-verb":     asked(IsVerbForm),
	"lemma":       asked(SameLemma),
	"uncountable": func(s string) string { return answer(Uncountable(s)) },
}

func asked(f func(a, b string) bool) func(string) string {
	return func(pair string) string {
		a, b, _ := strings.Cut(pair, " = ")
		return answer(f(a, b))
	}
}

func answer(yes bool) string {
	if yes {
		return "yes"
	}
	return "no"
}

func show(words []Word) string {
	var out []string
	for _, w := range words {
		out = append(out, w.Text)
	}
	return strings.Join(out, "|")
}

func sentences(s string) string {
	var out []string
	for _, at := range Sentences(s) {
		out = append(out, s[at.Start:at.End])
	}
	return strings.Join(out, "|")
}

// corpusLine is a line of testdata/corpus.txt.
type corpusLine struct{ action, in, want string }

func corpus(t testing.TB) []corpusLine {
	t.Helper()
	raw, err := os.ReadFile("testdata/corpus.txt")
	if err != nil {
		t.Fatal(err)
	}
	var lines []corpusLine
	for line := range strings.Lines(string(raw)) {
		line = strings.TrimRight(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		action, rest, _ := strings.Cut(line, ": ")
		in, want, ok := strings.Cut(rest, " -> ")
		if !ok {
			t.Fatalf("corpus line %q", line)
		}
		lines = append(lines, corpusLine{action, in, want})
	}
	return lines
}

func TestCorpus(t *testing.T) {
	seen := make(map[string]int)
	for _, c := range corpus(t) {
		action := actions[c.action]
		if action == nil {
			t.Fatalf("no action %q", c.action)
		}
		seen[c.action]++
		if got := action(c.in); got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.action, c.in, got, c.want)
		}
	}
	for name := range actions {
		if seen[name] == 0 {
			t.Errorf("no case for %s", name)
		}
	}
}
