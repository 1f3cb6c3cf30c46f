package draft

import (
	"strings"
	"testing"

	"duizhao/lang/lexicon"
)

// Every part of every rule is either a word's reading or made by another
// rule, and everything that is made is used: a slip in the table shows here.
func TestGrammarIsConnected(t *testing.T) {
	g := theGrammar()
	made, used := make(map[category]bool), make(map[category]bool)
	for _, list := range [][][]rule{g.unary, g.binary} {
		for _, rules := range list {
			for _, r := range rules {
				made[r.lhs] = true
				used[r.left] = true
				if r.right != none {
					used[r.right] = true
				}
			}
		}
	}
	for c, name := range g.names {
		phrase := strings.ToUpper(name) == name || strings.Contains(name, "+")
		if phrase && !made[category(c)] {
			t.Errorf("no rule makes %s", name)
		}
		if !phrase && made[category(c)] {
			t.Errorf("a rule makes the word %s", name)
		}
		if !used[category(c)] && name != "S" {
			t.Errorf("no rule uses %s", name)
		}
	}
}

// Every reading that a word of the lexicon can have is known to the grammar,
// and every word, alone, makes a clause.
func TestEveryWordMakesAClause(t *testing.T) {
	g := theGrammar()
	c := newChart(g)
	for e := range lexicon.Default().All {
		tok := token{kind: word, zh: e.Zh, entry: e}
		if c.parse([][]leaf{leaves(g, tok)}, g.number["S"]) == nil {
			t.Errorf("%s makes no clause", e.Zh)
		}
		c.reset()
	}
}

func TestParseGrammarRefuses(t *testing.T) {
	for _, c := range []struct{ table, want string }{
		{"NP n", "want 4 to 6 fields"},
		{"NP n n n n 0 word", "want 4 to 6 fields"},
		{"# fine\nNP n x word", `line 2: bad cost "x"`},
		{"NP n -1 word", `bad cost "-1"`},
	} {
		if _, err := parseGrammar(c.table); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: got %v, want %s", c.table, err, c.want)
		}
	}
}
