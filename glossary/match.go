package glossary

import (
	"slices"

	"duizhao/lang/han"
	"duizhao/lang/span"
)

// Context is what is known about the text around a unit. The zero value knows
// nothing and checks no word borders.
type Context struct {
	Date    string       // of the document: YYYY, YYYY-MM or YYYY-MM-DD
	House   string       // house style followed
	Genre   string       // one of [Genres]
	Block   string       // kind of the block: "title", "heading", "paragraph", "list-item", "table-cell"
	Borders *han.Borders // known words, for rejecting terms that cross their edges
}

// workspace is what one call of Match needs besides its result.
type workspace struct {
	runes []rune
	codes []uint16
	hits  []hit
	cands []candidate
	picks []int
}

// candidate is a hit that may become a match.
type candidate struct {
	hit
	sense     int32
	ambiguous bool
	doubtful  bool
	approved  bool
}

func (c *candidate) span() span.Span { return span.Span{Start: int(c.start), End: int(c.end)} }

// Match finds the terms of g in text: a set of places that do not overlap, in
// order. Where terms overlap, the set with the greatest weight is taken, in
// which a longer term weighs more than two halves of it, and of two equal sets
// the one that begins further left; but approved terms are chosen before all
// others, so that only an approved term can hide an approved one. Script,
// width, quotation marks, · and white space inside a term do not matter. A
// term none of whose senses holds does not stand there and hides nothing.
func (g *Glossary) Match(text string, c Context) []Match {
	w := g.work.Get().(*workspace)
	defer g.work.Put(w)
	g.candidates(w, text, c)
	w.picks = choose(w.picks[:0], w.cands)
	if len(w.picks) == 0 {
		return nil
	}
	titles := titleSpans(w.runes)
	out := make([]Match, 0, len(w.picks))
	for _, i := range w.picks {
		out = append(out, g.match(w, &w.cands[i], titles))
	}
	closeQuotes(w.runes, out)
	return out
}

// candidates finds the terms that may stand in text.
func (g *Glossary) candidates(w *workspace, text string, c Context) {
	w.read(&g.trie, text)
	w.hits = g.trie.scan(w.hits[:0], w.codes)
	w.cands = w.cands[:0]
	for _, h := range w.hits {
		if cand, fate := g.judge(w, h, c); fate.Reason == Taken {
			w.cands = append(w.cands, cand)
		}
	}
}

// read decodes text into runes and codes.
func (w *workspace) read(t *trie, text string) {
	w.runes, w.codes = w.runes[:0], w.codes[:0]
	for _, r := range text {
		w.runes = append(w.runes, r)
		w.codes = append(w.codes, t.code(r))
	}
}

// judge decides whether the term at h may stand there.
func (g *Glossary) judge(w *workspace, h hit, c Context) (candidate, Fate) {
	e := g.entries[h.entry]
	cand := candidate{hit: h, approved: e.term.approved()}
	if e.term.Match == MatchWord && w.cutsToken(h) {
		return cand, Fate{Reason: InsideToken}
	}
	sense, ambiguous, ok := e.chooseSense(w.runes, h, c)
	if !ok {
		return cand, Fate{Reason: NoSense}
	}
	cand.sense, cand.ambiguous = int32(sense), ambiguous
	if c.Borders != nil && e.term.Match == MatchWord {
		switch v := c.Borders.Judge(w.runes, cand.span()); v.Kind {
		case han.Crossed:
			return cand, Fate{Reason: CrossesWord, Word: v.Word}
		case han.Doubtful:
			cand.doubtful = true
		}
		switch word, sure := w.tailWord(h, c.Borders); {
		case word.Empty():
		case sure:
			return cand, Fate{Reason: CrossesWord, Word: word}
		default:
			cand.doubtful = true
		}
	}
	return cand, Fate{Reason: Taken}
}

func (g *Glossary) match(w *workspace, c *candidate, titles []span.Span) Match {
	t := g.entries[c.entry].term
	m := Match{
		Span: c.span(), Term: t, Sense: int(c.sense),
		Ambiguous: c.ambiguous, Doubtful: c.doubtful,
	}
	when := &t.Senses[m.Sense].When
	if t.Kind == KindTitle || when.TitleStart || when.TitleEnd {
		return m // at home in titles
	}
	for _, title := range titles {
		m.Quoted = m.Quoted || title.Contains(m.Span) && title != m.Span
	}
	return m
}

// titleSpans are the insides of the outermost 《》 of a text, in runes.
func titleSpans(runes []rune) []span.Span {
	if !slices.Contains(runes, '《') {
		return nil
	}
	var out []span.Span
	depth, start := 0, 0
	for i, r := range runes {
		switch {
		case r == '《':
			if depth++; depth == 1 {
				start = i + 1
			}
		case r == '》' && depth > 0:
			if depth--; depth == 0 {
				out = append(out, span.Span{Start: start, End: i})
			}
		}
	}
	return out
}

// closeQuotes widens matches by the quotation mark whose partner they hold:
// the match of 十四五规划 in “十四五”规划 begins with the opening mark.
func closeQuotes(runes []rune, ms []Match) {
	for i := range ms {
		s := &ms[i].Span
		open, closed := unpaired(runes[s.Start:s.End])
		if closed != 0 && s.Start > 0 && runes[s.Start-1] == closed {
			s.Start--
		}
		if open != 0 && s.End < len(runes) && runes[s.End] == open {
			s.End++
		}
	}
}

// unpaired looks for quotation marks without their partner: open is the mark
// that would close one opened, closed the mark that would open one closed.
func unpaired(runes []rune) (open, closed rune) {
	for _, r := range runes {
		switch opener, closer := partner(r); {
		case closer != 0:
			open = closer
		case opener != 0 && open == r:
			open = 0
		case opener != 0:
			closed = opener
		}
	}
	return open, closed
}

// partner returns the mark that closes r, or the mark that opens it.
func partner(r rune) (opener, closer rune) {
	switch r {
	case '“':
		return 0, '”'
	case '‘':
		return 0, '’'
	case '「':
		return 0, '」'
	case '『':
		return 0, '』'
	case '”':
		return '“', 0
	case '’':
		return '‘', 0
	case '」':
		return '「', 0
	case '』':
		return '『', 0
	}
	return 0, 0
}
