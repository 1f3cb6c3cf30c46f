package draft

import (
	"strings"

	"duizhao/lang/lexicon"
)

// functionWords are words with a category of their own in the grammar, with
// what that reading costs; other readings of them cost more.
var functionWords = map[string]string{
	"的": "de", "之": "de", "地": "di", "了": "le", "着": "le", "过": "le", "等": "deng",
	"把": "ba", "将": "ba", "被": "bei", "由": "bei", "经": "bei", "关于": "on", "现将": "ba",
	"应": "ying", "邀请": "yao", "受": "shou", "影响": "aff", "以": "yi", "为": "wei", "是": "shi", "之一": "zy", "之日起": "zr", "随着": "sz",
}

// readings lists what a token can be in the grammar.
type readings struct {
	g    *grammar
	out  []leaf
	head bool // the word likes a verbal noun before it
	// causes: the word makes others act, and is a verb more often than a noun.
	causes bool
}

func (r *readings) add(name string, cost float32) {
	c, ok := r.g.number[name]
	if !ok {
		panic("draft: the grammar has no " + name)
	}
	r.out = append(r.out, leaf{c, cost})
}

// leaves gives the readings of a token.
func leaves(g *grammar, t token) []leaf {
	r := readings{g: g}
	switch t.kind {
	case word:
		r.word(t)
	case unknown:
		r.add("unk", 0)
		r.add("v", 2.5)
		r.add("a", 2.5)
	case term:
		r.term(t)
	case figure:
		r.add("num", 0)
	case ordinal:
		r.add("b", 0)
		r.add("num", 0.3)
		if isNamed(t) {
			r.add("pn", 0)
		}
	case item:
		r.add("x", 0)
	case date:
		r.add("t", 0)
		r.add("pn", 0.8)
	case name, latin, locality:
		r.add("pn", 0)
	case group:
		if isBracket(t.mark) {
			r.add("paren", 0)
		} else {
			r.add("pn", 0)
			r.add("b", 0.4)
		}
	case mark:
		r.mark(t.mark)
	}
	return r.out
}

// term reads a term by what its English is, and by what its Chinese is.
func (r *readings) term(t token) {
	switch {
	case t.verb:
		r.add("pn", 0.4)
		r.add("v", 0)
		r.add("vi", 0.2)
	case t.how:
		r.add("d", 0)
		r.add("pn", 1)
	case t.acts:
		r.add("pn", 0.2)
		r.add("v", 0.2)
	case hint("bodies", t.zh):
		r.add("bd", 0)
	case t.post:
		r.add("po", 0)
		r.add("pn", 0.2)
	default:
		r.add("pn", 0)
	}
}

func (r *readings) mark(m rune) {
	switch m {
	case '、':
		r.add("dun", 0)
	case '—', '-', '－', '–', '~', '～', '/':
		r.add("dash", 0)
	default:
		r.add("x", 0)
	}
}

// word adds the readings of a word of the lexicon.
func (r *readings) word(t token) {
	e := t.entry
	if hint("bodies", t.zh) {
		r.add("bd", 0)
		return
	}
	if c, ok := functionWords[e.Zh]; ok {
		r.add(c, 0)
		if c == "on" || c == "sz" || e.Zh == "现将" {
			return
		}
	}
	verb, noun := e.Has(lexicon.Verb), e.Has(lexicon.Noun)
	var seen []lexicon.POS
	function := isFunction(e.Senses[0].POS)
	for i := range e.Senses {
		s := &e.Senses[i]
		if contains(seen, s.POS) {
			continue
		}
		r.head, r.causes = hint("heads", t.zh), hint("causes", t.zh)
		later := 0.15 * float32(len(seen))
		if s.POS == lexicon.Preposition && e.Has(lexicon.Conjunction) {
			later += joins(e.Zh)
		}
		if function && s.POS == lexicon.Noun {
			later += 0.4 // 愿 is a modal more often than a wish
		}
		if (s.POS == lexicon.Preposition || s.POS == lexicon.Adverb) && later > 0 && noun && verb {
			later++ // 代表 is a noun or verb more often
		}
		if s.POS == lexicon.Preposition && e.Zh == "由" || s.POS == lexicon.Adverb && e.Zh == "请" {
			later += 0.5
		}
		seen = append(seen, s.POS)
		if s.POS == lexicon.Preposition && (e.Zh == "对" || e.Zh == "向") {
			r.add("pd", later)
			continue
		}
		r.sense(s, later, verb)
	}
	if verb && hint("causes", t.zh) {
		r.add("vk", 0)
	}
	if verb && hint("means", t.zh) {
		r.add("tk", 0)
	}
	if verb && hint("gerunds", t.zh) {
		r.add("vt", 0)
	}
	if verb && !noun {
		r.add("g", 1.3)
	}
}

// joins is what it costs to read a conjunction as a preposition: 和 joins far
// more often than it leads.
func joins(zh string) float32 {
	if zh == "与" || zh == "同" {
		return 0.1
	}
	return 0.5
}

func isFunction(pos lexicon.POS) bool {
	switch pos {
	case lexicon.Auxiliary, lexicon.Preposition, lexicon.Conjunction, lexicon.Adverb, lexicon.Pronoun:
		return true
	}
	return false
}

func contains(list []lexicon.POS, p lexicon.POS) bool {
	for _, x := range list {
		if x == p {
			return true
		}
	}
	return false
}

// sense adds the reading of one sense; verb says that its word can be a verb.
func (r *readings) sense(s *lexicon.Sense, cost float32, verb bool) {
	switch s.POS {
	case lexicon.Noun:
		switch {
		case s.Flags.Has(lexicon.Proper):
			r.add("pn", cost)
		case s.Flags.Has(lexicon.Post):
			r.add("po", cost)
		case verb && r.causes:
			r.add("g", cost+0.6)
		case verb && !s.Flags.Has(lexicon.Person):
			r.add("g", cost)
		case r.head:
			r.add("ab", cost)
		default:
			r.add("n", cost)
		}
	case lexicon.Verb:
		r.verb(s.Flags, cost)
	case lexicon.Pronoun:
		if s.Flags.Has(lexicon.Determiner) {
			r.add("det", cost)
		}
		r.add("r", cost+0.2)
	case lexicon.Phrase:
		if s.Flags.Has(lexicon.Adverbial) {
			r.add("ia", cost)
		} else {
			r.add("i", cost)
			if len(s.En) > 0 && strings.HasPrefix(s.En[0], "be ") {
				r.add("pi", cost)
			}
		}
	case lexicon.Particle:
		r.add("x", cost)
	default:
		r.add(strings.ToLower(string(s.POS)), cost)
	}
}

func (r *readings) verb(f lexicon.Flags, cost float32) {
	switch {
	case f.Has(lexicon.Says):
		r.add("vs", cost)
		r.add("v", cost+0.4)
	case f.Has(lexicon.TakesTo) || f.Has(lexicon.TakesIng):
		r.add("vt", cost)
		r.add("v", cost+0.2)
	case f.Has(lexicon.Light):
		r.add("vl", cost)
	case f.Has(lexicon.Intransitive):
		r.add("vi", cost)
	default:
		r.add("v", cost)
	}
}

// isNamed reports whether an ordinal is said with its noun: "Article 10".
func isNamed(t token) bool {
	return t.kind == ordinal && t.en != "" && t.en[0] >= 'A' && t.en[0] <= 'Z'
}

// isBracket reports whether r opens an aside, not a quotation or a title.
func isBracket(r rune) bool {
	switch r {
	case '（', '(', '【', '〔', '[':
		return true
	}
	return false
}
