package draft

import (
	"slices"

	"duizhao/lang/lexicon"
)

// forPurpose takes 为 or 为了 off a clause that tells what for something is
// done, 为加强水价管理，, and reports whether it did.
func (w *writer) forPurpose(tokens []token, end rune) (bool, []token) {
	if len(tokens) < 3 || end != '，' && end != ',' || tokens[0].kind != word || tokens[0].zh != "为" && tokens[0].zh != "为了" {
		return false, tokens
	}
	if !w.leadsVerb(tokens[1]) || slices.ContainsFunc(tokens, func(t token) bool { return hint("gives", t.zh) }) {
		return false, tokens
	}
	return true, tokens[1:]
}

// leadsVerb reports whether t is a verb, or an adverb before one.
func (w *writer) leadsVerb(t token) bool {
	if t.kind == term {
		first := []rune(t.zh)
		e, ok := w.lexicon.LookupFolded(string(first[:min(2, len(first))])) // 深入贯彻
		return t.verb || t.acts || t.how || ok && e.Has(lexicon.Adverb)
	}
	if t.entry == nil {
		return false
	}
	pos := t.entry.Senses[0].POS
	return pos == lexicon.Verb || pos == lexicon.Adverb || t.entry.Has(lexicon.Verb) && pos == lexicon.Adjective
}

// sayPurpose says the clause behind "in order to".
func (x parsed) sayPurpose(s *state) {
	n := x.top()
	if n == nil || x.printer.cat(n) != "VP" || x.tree.left != n {
		x.printer.out.say("for this purpose:")
		x.say(s)
		s.subject = false // what is done for it has no subject
		return
	}
	x.printer.out.say("in order to")
	x.saidBy(s, func(p *printer) { p.verb(n, base, false) })
}
