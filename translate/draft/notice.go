package draft

import (
	"slices"

	"duizhao/lang/lexicon"
)

// notice is the title of a document taken apart: 国务院办公厅 关于 加强水价管理 的
// 通知. English says the document first.
type notice struct {
	issuer []parsed // before 关于; may be empty
	issues []parsed // 印发, behind 关于; may be empty
	matter []parsed
}

// titled parses tokens that make the title of a document. It reports whether
// they are one.
func (w *writer) titled(tokens []token, out *text) (parsed, bool) {
	on := slices.IndexFunc(tokens, func(t token) bool { return t.kind == word && t.zh == "关于" })
	if on < 0 {
		return parsed{}, false
	}
	de := len(tokens) - 1
	for de > on && !(tokens[de].kind == word && tokens[de].zh == "的") {
		de--
	}
	if de <= on+1 || de == len(tokens)-1 || len(tokens)-de > longestDocument || !isDocument(tokens[de+1:]) {
		return parsed{}, false
	}
	document := w.parseNoun(tokens[de+1:], out)
	n := &notice{issuer: w.parse(tokens[:on], out)}
	if first := tokens[on+1]; hint("issues", first.zh) && on+2 < de {
		n.issues = w.parse(tokens[on+1:on+2], out)
		n.matter = w.parseNoun(tokens[on+2:de], out)
	} else {
		n.matter = w.parse(tokens[on+1:de], out)
	}
	document[0].notice = n
	return document[0], true
}

// longestDocument is how many tokens a word for a document may have, with 的
// and what stands in brackets behind it: 的 若干 意见 （试行）.
const longestDocument = 5

// isDocument reports whether tokens name a kind of document, and may have an
// aside behind them.
func isDocument(tokens []token) bool {
	last := tokens[len(tokens)-1]
	if last.kind == group && isBracket(last.mark) && len(tokens) > 1 {
		last = tokens[len(tokens)-2]
	}
	runes := []rune(last.zh)
	return len(runes) >= 2 && hint("documents", string(runes[len(runes)-2:])) || last.zh == "函"
}

// sayNotice says the title of a document: "Notice of the General Office of the
// State Council on Strengthening the Administration of Water Prices".
func (x parsed) sayNotice(s *state) {
	out := x.printer.out
	was := s.title
	s.title = true
	x.sayTree(s)
	if len(x.notice.issuer) > 0 {
		out.say("of")
		for i, y := range x.notice.issuer {
			if i > 0 {
				out.comma()
			}
			if y.isNoun() {
				y.saidBy(s, func(p *printer) { s.title = was; p.noun(y.top(), ofPhrase); s.title = true })
				continue
			}
			y.sayTree(s)
		}
	}
	out.say("on")
	for _, y := range x.notice.issues {
		y.saidBy(s, func(p *printer) { p.issuing() })
	}
	for i, y := range x.notice.matter {
		if n := y.top(); i == 0 && n == y.tree.left && y.printer.cat(n) == "VP" {
			y.saidBy(s, func(p *printer) { p.verb(n, gerund, false) })
			continue
		}
		y.sayTree(s)
	}
	s.title = was
}

// issuing says 印发, the only word of the clause.
func (p *printer) issuing() {
	if p.tokens[0].kind == word {
		p.out.say(verbForm(p.first(0, lexicon.Verb), gerund))
		return
	}
	if p.tokens[0].verb {
		p.said[0]++
		p.out.say(verbForm(p.tokens[0].en, gerund))
		return
	}
	p.fixed(0)
	p.out.say("of") // "issuance of"
}

// isNominal reports whether tokens, which make a title or a heading, are a
// noun phrase by their last word: 实施方案, 重点工程.
func isNominal(tokens []token) bool {
	if len(tokens) < 2 || !isDocument(tokens) && !hint("nominals", tokens[len(tokens)-1].zh) {
		return false
	}
	return !slices.ContainsFunc(tokens, func(t token) bool { return t.kind == word && t.zh == "的" })
}
