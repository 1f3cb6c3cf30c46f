package draft

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"duizhao/glossary"
	"duizhao/lang/han"
	"duizhao/lang/lexicon"
	"duizhao/translate"
)

// surroundings are places that suggest a name or a figure.
var surroundings = []string{"%s", "部长%s表示", "主任%s出席会议", "代表%s", "联系人：%s", "5%s", "三%s", "第%s", "%s十年", "%s20项", "%s市", "十%s等"}

// What lies inside a term is no number, no name and no second term: every
// term of the built-in glossary is one token, wherever it stands, and no
// other token has a character of it.
func TestNothingIsReadInsideATerm(t *testing.T) {
	data, err := os.ReadFile("../../glossary.yaml")
	if err != nil {
		t.Fatal(err)
	}
	file, _ := glossary.Parse("glossary.yaml", data)
	if len(file.Terms) < 1000 {
		t.Fatalf("only %d terms", len(file.Terms))
	}
	tk := newTokeniser(lexicon.Default(), postWords(lexicon.Default()))
	for _, entry := range file.Terms {
		for _, around := range surroundings {
			zh := fmt.Sprintf(around, entry.Zh)
			start := utf8.RuneCountInString(around[:strings.IndexByte(around, '%')])
			use := translate.TermUse{Term: 0, Start: start, End: start + utf8.RuneCountInString(entry.Zh)}
			u := translate.Unit{Zh: zh, Terms: []translate.TermUse{use}}
			terms := []translate.TermPair{{Zh: entry.Zh, En: "term"}}
			tk.load(u, terms)
			tk.learn()
			found := 0
			for _, tok := range tk.tokens(u, terms) {
				switch {
				case tok.at.Start == use.Start && tok.at.End == use.End && tok.kind == term:
					found++
				case tok.at.Start < use.End && use.Start < tok.at.End:
					t.Errorf("%s: %q is read inside %s", zh, tok.zh, entry.Zh)
				}
			}
			if found != 1 {
				t.Errorf("%s: %s stands there %d times", zh, entry.Zh, found)
			}
		}
	}
}

// A word of the lexicon is no name, though its characters may spell one: 高校,
// 方案, 于是 begin with surnames.
func TestNoWordIsTakenForAName(t *testing.T) {
	tk := newTokeniser(lexicon.Default(), postWords(lexicon.Default()))
	tried := 0
	for e := range lexicon.Default().All {
		if _, ok := han.Name(e.Zh); !ok {
			continue
		}
		tried++
		for _, around := range surroundings {
			u := translate.Unit{Zh: fmt.Sprintf(around, e.Zh)}
			tk = newTokeniser(tk.lexicon, tk.posts)
			tk.load(u, nil)
			tk.learn()
			for _, tok := range tk.tokens(u, nil) {
				if tok.kind == name {
					t.Errorf("%s: %s is taken for a name", u.Zh, tok.zh)
				}
			}
		}
	}
	if tried < 100 {
		t.Errorf("only %d words could be names", tried)
	}
}
