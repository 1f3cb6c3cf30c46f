package draft

import (
	"slices"
	"strings"
	"unicode"

	"duizhao/lang/english"
	"duizhao/lang/lexicon"
)

// counted reports whether a noun phrase is in the plural, as far as its words
// before the head tell; ok is false when they do not.
func (p *printer) counted(np *nounParts) (many, ok bool) {
	if np.quantity != nil {
		return !p.isOne(np.quantity), true
	}
	if np.many {
		return true, true
	}
	if np.det != nil {
		d := np.det
		for d.rule != nil {
			d = d.left
		}
		switch p.first(d.at, lexicon.Pronoun) {
		case "all", "these", "those", "both", "many", "some", "other", "various":
			return true, true
		case "this", "that", "each", "every", "the", "another", "any":
			return false, true
		}
	}
	return false, false
}

func (p *printer) isMany(np *nounParts) bool {
	many, _ := p.counted(np)
	return many
}

// isPlural reports whether a verb after n has the plural form.
func (p *printer) isPlural(n *node) bool {
	switch say(n) {
	case "list", "etc":
		return true
	case "pass":
		return p.isPlural(n.left)
	}
	var np nounParts
	p.takeApart(n, &np)
	if np.head.rule != nil && (say(np.head) == "list" || say(np.head) == "etc") {
		return true
	}
	p.settle(&np)
	if np.head.rule != nil {
		return false
	}
	t := &p.tokens[np.head.at]
	if t.kind == word && strings.HasPrefix(p.first(np.head.at, lexicon.Noun), "these ") {
		return true
	}
	if np.det != nil && p.pluralOnly(&np) {
		return true
	}
	if many, ok := p.counted(&np); ok {
		return many
	}
	if t.kind != word {
		if t.kind == term && t.counts && !p.takesThe(t) {
			return !p.specific(&np, subject)
		}
		return t.kind == term && (looksPlural(t.en) || hint("plurals", lastWord(t.en)) || strings.Count(t.en, "the ") > 1 && strings.Contains(t.en, " and the "))
	}
	if p.read[np.head.at] == "r" {
		switch p.first(np.head.at, lexicon.Pronoun) {
		case "we", "they", "these", "those", "you", "all", "I":
			return true
		}
		return false
	}
	s := p.sense(np.head.at, lexicon.Noun)
	if s == nil {
		return false
	}
	return s.Flags.Has(lexicon.PluralOnly) || s.Flags.Has(lexicon.Countable) && !p.specific(&np, subject)
}

// isOne reports whether a quantity is the number one.
func (p *printer) isOne(n *node) bool {
	for n.rule != nil {
		n = n.left
	}
	t := &p.tokens[n.at]
	return (t.kind == figure && t.one) || t.kind == ordinal
}

// looksPlural reports whether a rendering in lower case is a plural.
func looksPlural(en string) bool {
	return strings.HasSuffix(en, "s") && !strings.HasSuffix(en, "ss") && !english.Uncountable(en) &&
		strings.IndexFunc(en, unicode.IsUpper) < 0
}

// nounWord says the head of a noun phrase, with its article and all that
// stands before it.
func (p *printer) nounWord(n *node, at place, np *nounParts) {
	t := &p.tokens[n.at]
	s := p.sense(n.at, lexicon.Noun)
	switch {
	case t.kind == term && t.verb && at != bare:
		p.before(np)
		p.said[n.at]++
		p.out.say(verbForm(t.en, gerund))
	case t.kind == term && !t.verb && np.many:
		p.before(np)
		p.said[n.at]++
		p.out.say(english.Plural(t.en))
	case t.kind == term && t.counts && !p.takesThe(t):
		en := p.counts(&lexicon.Sense{En: []string{t.en}, Flags: lexicon.Countable}, at, np)
		p.before(np)
		p.said[n.at]++
		p.out.say(en)
	case t.kind != word:
		if np.det == nil && np.quantity == nil && at != attribute && at != bare && p.takesThe(t) && !p.startsDetermined(np) {
			p.out.say("the")
		}
		p.before(np)
		p.fixed(n.at)
	case p.read[n.at] == "r":
		p.before(np)
		if en := objective(p.first(n.at, lexicon.Pronoun)); en != "" && (at == object || at == ofPhrase) {
			p.out.say(en)
			return
		}
		p.word(n, lexicon.Pronoun)
	case s == nil:
		p.before(np)
		p.nounSense(n.at)
	default:
		en := p.counts(s, at, np)
		p.before(np)
		p.out.say(en)
	}
}

// startsDetermined reports whether a determiner stands inside the words before
// the head: 各县人民政府.
func (p *printer) startsDetermined(np *nounParts) bool {
	if len(np.mods) == 0 {
		return false
	}
	first := p.leafOf(np.mods[0]).at
	return p.read[first] == "det" || strings.HasPrefix(p.first(first, lexicon.Noun), "all ")
}

// objective is the form that a pronoun has behind a verb or preposition, ""
// when it has none of its own.
func objective(pronoun string) string {
	switch pronoun {
	case "I":
		return "me"
	case "we":
		return "us"
	case "he":
		return "him"
	case "she":
		return "her"
	case "they":
		return "them"
	}
	return ""
}

// counts says the article of a noun and gives its singular or plural.
func (p *printer) counts(s *lexicon.Sense, at place, np *nounParts) string {
	en := choice(s)
	many, known := p.counted(np)
	known = known || slices.ContainsFunc(np.mods, p.isOrdinal)
	countable := s.Flags.Has(lexicon.Countable)
	switch {
	case en == "" || at == attribute:
	case at == bare && many && countable:
		return english.Plural(en)
	case at == bare:
		if s.Flags.Has(lexicon.Definite) && en[0] <= 'Z' && len(p.out.pieces) > 0 {
			p.out.say("the")
		}
	case at == counted || known:
		if np.det == nil && s.Flags.Has(lexicon.Definite) && !many && at != counted {
			p.out.say("the")
		}
		if countable && (many || at == counted) {
			return english.Plural(en)
		}
	case np.det != nil || len(np.mods) > 0 && p.read[p.leafOf(np.mods[0]).at] == "r":
		if countable && !p.specific(np, at) && (np.det != nil || at != complement) {
			return english.Plural(en)
		}
	case s.Flags.Has(lexicon.Definite):
		p.out.say("the")
	case s.Flags&(lexicon.Proper|lexicon.PluralOnly) != 0:
	case countable && (p.specific(np, at) || p.superlative(np)) || !countable && p.hasOf(np):
		p.out.say("the")
	case countable && (p.state.past && at == object || at == complement):
		p.out.article()
	case countable:
		return english.Plural(en)
	}
	return en
}

// superlative reports whether a word before the head is a superlative.
func (p *printer) superlative(np *nounParts) bool {
	for _, m := range np.mods {
		m = p.leafOf(m)
		for _, pos := range [...]lexicon.POS{lexicon.Attribute, lexicon.Adjective} {
			if en := p.first(m.at, pos); strings.HasSuffix(en, "est") && en != "honest" && en != "modest" || strings.HasPrefix(en, "most ") {
				return true
			}
		}
	}
	return false
}

// specific reports whether a countable noun in the singular is meant: one
// with an "of" behind it, or a subject of which something is told.
func (p *printer) specific(np *nounParts, at place) bool {
	people := p.isPeople(np)
	if p.hasOf(np) && !people || at == subject && (p.state.past && !people || p.state.measured || p.holdsPost(np)) {
		return true
	}
	if at != subject || len(np.mods) > 0 || np.head.rule != nil {
		return false
	}
	s := p.sense(np.head.at, lexicon.Noun)
	return s != nil && s.Flags&(lexicon.Body|lexicon.Person|lexicon.Post|lexicon.Place) == 0
}

// isPeople reports whether the head is a kind of person, of which several are
// meant: 专家 "experts".
func (p *printer) isPeople(np *nounParts) bool {
	if np.head.rule != nil {
		return false
	}
	s := p.sense(np.head.at, lexicon.Noun)
	return s != nil && s.Flags.Has(lexicon.Person)
}

// holdsPost reports whether the head is a post, which is one person unless
// something says otherwise.
func (p *printer) holdsPost(np *nounParts) bool {
	if np.head.rule != nil {
		return false
	}
	s := p.sense(np.head.at, lexicon.Noun)
	return p.tokens[np.head.at].post || s != nil && s.Flags.Has(lexicon.Post)
}

// hasOf reports whether "of" will follow the head.
func (p *printer) hasOf(np *nounParts) bool {
	if len(np.ofWords) > 0 || np.owner != nil || np.of != nil && !np.suchAs {
		return true
	}
	for _, dp := range np.after {
		if say(dp) == "of" && p.cat(dp.left) == "NC" {
			return true
		}
	}
	return false
}

// nounSense says a word that has no noun sense where a noun stands: a verb
// in -ing, or whatever it is.
func (p *printer) nounSense(i int) {
	if s := p.sense(i, lexicon.Verb); s != nil && len(s.En) > 0 {
		p.out.say(verbForm(choice(s), gerund))
		return
	}
	if s := p.sense(i, lexicon.Noun); s != nil {
		p.out.say(choice(s))
		return
	}
	p.fixed(i)
}

// takesThe reports whether the name or term t has the article "the": names of
// bodies do, and so do lower-case terms whose head the lexicon counts.
func (p *printer) takesThe(t *token) bool {
	if t.kind != term || strings.HasPrefix(strings.ToLower(t.en), "the ") || looksPlural(t.en) {
		return false
	}
	first, _, _ := strings.Cut(t.en, " ")
	return hint("articles", lastWord(t.en)) || len(first) > len("best") && strings.HasSuffix(first, "est") // the largest developing country
}
