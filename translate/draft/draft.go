// Package draft promises a gloss without any model: the terms and figures of
// a Chinese text in English, each in its place, the order of the clauses
// kept, and every guess visible. Rough is better than fluent and wrong.
//
// Start with [New]; the [Engine] answers a [translate.Request] out of the
// request alone, the same way every time. Terms and figures are fixed first;
// what stands between them is cut into words of lang/lexicon, a small grammar
// (grammar.txt) finds how the words of a clause hang together, and the
// cheapest tree is said in English.
//
// The marks of a gloss: {汉字} is unknown, [a/b] an open choice, (it) a
// subject that the Chinese does not name, and | a place where two stretches
// stand side by side because nothing tells how they belong together.
//
// The package does not load glossaries and asks nobody. It does not
// transcribe foreign names, and does not supply "we".
package draft

import (
	"context"

	"duizhao/lang/lexicon"
	"duizhao/translate"
)

// Engine glosses units. It is safe for concurrent use.
type Engine struct {
	lexicon *lexicon.Lexicon
	grammar *grammar
	posts   map[string]bool // English words for posts
}

var _ translate.Engine = (*Engine)(nil)

// New is an engine over the built-in lexicon.
func New() *Engine {
	l := lexicon.Default()
	return &Engine{lexicon: l, grammar: theGrammar(), posts: postWords(l)}
}

// Name is "draft".
func (e *Engine) Name() string { return "draft" }

// Translate glosses every unit of r. The English of a unit that has any
// letter or figure is never empty, and holds the rendering of every term use.
// It fails only when ctx is done.
func (e *Engine) Translate(ctx context.Context, r translate.Request) (translate.Answer, error) {
	t := newTokeniser(e.lexicon, e.posts)
	for _, u := range r.Units {
		t.load(u, r.Terms)
		t.learn()
	}
	w := newWriter(e.lexicon, e.grammar)
	answer := translate.Answer{Units: make([]translate.UnitAnswer, 0, len(r.Units))}
	for _, u := range r.Units {
		if err := ctx.Err(); err != nil {
			return translate.Answer{}, err
		}
		t.load(u, r.Terms)
		en := w.unit(clauses(t.tokens(u, r.Terms)), u.Block)
		if en == "" {
			en = "{" + u.Zh + "}"
		}
		answer.Units = append(answer.Units, translate.UnitAnswer{ID: u.ID, Echo: translate.Echo(u.Zh), En: en})
	}
	return answer, nil
}
