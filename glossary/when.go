package glossary

import (
	"gopkg.in/yaml.v3"
)

// When says where a sense holds. It has scopes, which must all hold, and
// cues, of which one is enough; a When without cues holds throughout its
// scopes. Words are compared folded, so either script will do.
type When struct {
	// Cues.
	After      []string // the term follows one of these words, in the same clause
	Before     []string // one of these words follows the term directly
	With       []string // one of these words stands anywhere in the text
	TitleStart bool     // the term begins a title: in 《》, or of a title block
	TitleEnd   bool     // the term ends a title, but for a bracket: （试行）》

	// Exceptions: the sense does not hold where one of these stands.
	NotAfter  []string // directly before the term
	NotBefore []string // directly behind the term

	// Scopes.
	Genre []string // the document is of one of these genres
	House []string // the document follows one of these houses
	Block []string // the block is of one of these kinds
}

// Empty reports whether w asks for nothing.
func (w *When) Empty() bool {
	return !w.hasCues() && len(w.NotAfter)+len(w.NotBefore)+len(w.Genre)+len(w.House)+len(w.Block) == 0
}

func (w *When) hasCues() bool {
	return len(w.After)+len(w.Before)+len(w.With) > 0 || w.TitleStart || w.TitleEnd
}

var whenKeys = []key[When]{
	{"after", func(r *reader, w *When, n *yaml.Node) { w.After = plain(r.readTexts(n, "after")) }},
	{"before", func(r *reader, w *When, n *yaml.Node) { w.Before = plain(r.readTexts(n, "before")) }},
	{"with", func(r *reader, w *When, n *yaml.Node) { w.With = plain(r.readTexts(n, "with")) }},
	{"title_start", func(r *reader, w *When, n *yaml.Node) { r.readBool(n, "title_start", &w.TitleStart) }},
	{"title_end", func(r *reader, w *When, n *yaml.Node) { r.readBool(n, "title_end", &w.TitleEnd) }},
	{"not_after", func(r *reader, w *When, n *yaml.Node) { w.NotAfter = plain(r.readTexts(n, "not_after")) }},
	{"not_before", func(r *reader, w *When, n *yaml.Node) { w.NotBefore = plain(r.readTexts(n, "not_before")) }},
	{"genre", func(r *reader, w *When, n *yaml.Node) { w.Genre = r.readGenres(n) }},
	{"house", func(r *reader, w *When, n *yaml.Node) { w.House = plain(r.readTexts(n, "house")) }},
	{"block", func(r *reader, w *When, n *yaml.Node) { w.Block = r.readNames(n, "block", blocks()) }},
}

// blocks are the kinds of blocks that an article has.
func blocks() []string {
	return []string{"title", "heading", "paragraph", "list-item", "table-cell"}
}

func (r *reader) readWhen(n *yaml.Node, into *When) {
	if readMapping(r, n, "when", whenKeys, into) && into.Empty() {
		r.errorf(n, "say where the sense holds, or leave when out", "when is empty")
	}
}
