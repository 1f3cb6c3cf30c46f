package lint

import (
	"strings"

	"duizhao/glossary"
	"duizhao/lang/english"
)

// sharedRenderings finds two terms that a reader of the English cannot tell
// apart.
func sharedRenderings(g *glossaries, r *reporter) {
	first := make(map[string]*glossary.Term)
	for _, t := range g.terms {
		if t.Status == glossary.Deprecated || len(t.Senses) > 1 {
			continue
		}
		key := english.Fold(t.Senses[0].Renderings[0].En)
		other, shared := first[key]
		switch {
		case !shared:
			first[key] = t
		case strings.Contains(glossary.Key(t.Zh), glossary.Key(other.Zh)) || strings.Contains(glossary.Key(other.Zh), glossary.Key(t.Zh)):
			r.add(Note, t, "make one a zh_also of the other, if they are the same", "%s and %s are both %q", other.Zh, t.Zh, t.Senses[0].Renderings[0].En)
		default:
			r.add(Note, t, "", "%s and %s are both %q", other.Zh, t.Zh, t.Senses[0].Renderings[0].En)
		}
	}
}

// avoidedElsewhere finds renderings that another entry avoids for characters
// that stand in this term: what the one asks for the other forbids.
func avoidedElsewhere(g *glossaries, r *reporter) {
	type ban struct {
		term *glossary.Term
		en   string
	}
	bans := make(map[string][]ban) // by the folded avoided form
	for _, t := range g.terms {
		if t.Status != glossary.Approved {
			continue
		}
		for _, s := range t.Senses {
			for _, a := range s.Avoid {
				if len(a.UnlessZh) == 0 {
					key := english.Fold(a.En)
					bans[key] = append(bans[key], ban{t, a.En})
				}
			}
		}
	}
	for _, t := range g.terms {
		if t.Status != glossary.Approved {
			continue
		}
		for _, en := range renderingsOf(t) {
			for _, b := range bans[english.Fold(en)] {
				if b.term != t && strings.Contains(glossary.Key(t.Zh), glossary.Key(b.term.Zh)) {
					r.add(glossary.Warning, t, "take it out of one of them, or add unless_zh", "%q renders %s, but %s (line %d) avoids %q", en, t.Zh, b.term.Zh, b.term.Pos.Line, b.en)
				}
			}
		}
	}
}

// successions checks what entries say of the bodies before and after them.
func successions(g *glossaries, r *reporter) {
	for _, t := range g.terms {
		if before := t.Existed.Predecessor; before != "" {
			other := g.byID[before]
			switch {
			case other == nil:
				r.add(Note, t, "add an entry for it", "the predecessor %s is no entry", before)
			case other == t:
				r.add(glossary.Warning, t, "", "%s is its own predecessor", t.Zh)
			case other.Existed.To != "" && t.Existed.From != "" && other.Existed.To > t.Existed.From && !strings.HasPrefix(other.Existed.To, t.Existed.From):
				r.add(glossary.Warning, t, "", "%s began in %s, before its predecessor %s ended in %s", t.Zh, t.Existed.From, other.Zh, other.Existed.To)
			}
		}
		if after := t.Existed.Successor; after != "" {
			switch other := g.byID[after]; {
			case other == nil:
				r.add(Note, t, "add an entry for it", "the successor %s is no entry", after)
			case g.circular(t):
				r.add(glossary.Warning, t, "", "the successors of %s lead back to it", t.Zh)
			}
		}
	}
}

// circular follows the successors of t.
func (g *glossaries) circular(t *glossary.Term) bool {
	next := t
	for range len(g.terms) {
		if next = g.byID[next.Existed.Successor]; next == nil {
			return false
		}
		if next == t {
			return true
		}
	}
	return true
}

func deprecatedParts(g *glossaries, r *reporter) {
	for _, t := range g.terms {
		for _, id := range t.Parts {
			if part := g.byID[id]; part != nil && part.Status == glossary.Deprecated && t.Status == glossary.Approved {
				r.add(glossary.Warning, t, "name another part", "the part %s is deprecated", id)
			}
		}
	}
}
