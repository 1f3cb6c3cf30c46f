package draft

import (
	"slices"
	"strings"

	"duizhao/lang/english"
	"duizhao/lang/han"
	"duizhao/lang/lexicon"
)

// sense chooses among the senses of word i that have part of speech pos the
// first whose conditions hold, or nil when it has none.
func (p *printer) sense(i int, pos lexicon.POS) *lexicon.Sense {
	t := &p.tokens[i]
	if t.entry == nil {
		return nil
	}
	for x := range t.entry.Senses {
		s := &t.entry.Senses[x]
		if s.POS == pos && p.holds(i, s.When) {
			return s
		}
	}
	return nil
}

// holds reports whether all conditions hold for word i.
func (p *printer) holds(i int, when []lexicon.Condition) bool {
	for _, c := range when {
		if p.meets(i, c) == c.Not {
			return false
		}
	}
	return true
}

func (p *printer) meets(i int, c lexicon.Condition) bool {
	switch c.Where {
	case lexicon.Before:
		return p.matches(p.beside(i, -1), c.Values)
	case lexicon.After:
		return p.matches(p.beside(i, 1), c.Values)
	case lexicon.Later:
		for j := i + 1; j < len(p.tokens); j++ {
			if p.matches(j, c.Values) {
				return true
			}
		}
	case lexicon.Earlier:
		for j := range i {
			if p.matches(j, c.Values) {
				return true
			}
		}
	}
	return false
}

// beside is the word beside word i in the direction of step, past 了, 着 and
// 过: 交换了意见.
func (p *printer) beside(i, step int) int {
	i += step
	for i >= 0 && i < len(p.tokens) && p.read[i] == "le" {
		i += step
	}
	return i
}

// matches reports whether word i is one of values, or of one of the classes
// among them.
func (p *printer) matches(i int, values []string) bool {
	if i < 0 {
		return slices.Contains(values, "@start")
	}
	if i >= len(p.tokens) {
		return slices.Contains(values, "@end")
	}
	for _, v := range values {
		if v[0] == '@' {
			if p.inClass(i, v) {
				return true
			}
			continue
		}
		if zh, v := p.tokens[i].zh, han.FoldString(v); zh == v || len(v) > len("一") && strings.HasSuffix(zh, v) {
			return true // 国际合作 is 合作
		}
	}
	return false
}

func (p *printer) inClass(i int, class string) bool {
	read := p.read[i]
	switch class {
	case "@n":
		return read == "n" || read == "g" || read == "ab" || read == "po" || read == "pn" || read == "bd" || read == "unk"
	case "@v":
		return read != "" && read[0] == 'v'
	case "@a":
		return read == "a" || read == "b"
	case "@num":
		return read == "num" || read == "q" || read == "m"
	case "@term":
		return p.tokens[i].kind == term
	case "@name":
		t := &p.tokens[i]
		return t.kind == name || t.entry != nil && t.entry.Senses[0].Flags.Has(lexicon.Proper)
	}
	return false
}

// choice is the English of a sense: an open choice stands in square brackets.
func choice(s *lexicon.Sense) string {
	switch len(s.En) {
	case 0:
		return ""
	case 1:
		return s.En[0]
	}
	return "[" + strings.Join(s.En, "/") + "]"
}

// word says the word at leaf n as part of speech pos.
func (p *printer) word(n *node, pos lexicon.POS) {
	if s := p.sense(n.at, pos); s != nil {
		p.out.say(choice(s))
		return
	}
	p.fixed(n.at)
}

// fixed says token i by what it is, whatever its place in the clause.
func (p *printer) fixed(i int) {
	t := &p.tokens[i]
	p.said[i]++
	switch t.kind {
	case unknown:
		p.out.say("{" + t.raw + "}")
	case group:
		p.quoted(t)
	case mark:
		if isLatinMark(t.mark) {
			p.out.say(string(t.mark))
		}
	case word:
		p.out.say(choice(&t.entry.Senses[0]))
	default:
		p.out.say(t.en)
	}
}

// verbForm is form f of an English verb phrase in the base form.
func verbForm(en string, f form) string {
	if strings.HasPrefix(en, "[") {
		return en // an open choice stays open
	}
	if first, rest, ok := strings.Cut(en, " "); ok && strings.HasSuffix(first, "ly") && first != "apply" && first != "rely" && first != "supply" && first != "comply" && first != "reply" {
		return first + " " + verbForm(rest, f) // "fully implement"
	}
	if en == "be" || strings.HasPrefix(en, "be ") {
		return [...]string{"be", "is", "are", "was", "were", "being", "been", "am"}[f] + en[len("be"):]
	}
	for _, joint := range [...]string{" and ", " or "} { // "prevent and control": both are verbs
		if first, rest, ok := strings.Cut(en, joint); ok && !strings.Contains(first, " ") {
			return verbForm(first, f) + joint + verbForm(rest, f)
		}
	}
	switch f {
	case third:
		return english.ThirdPerson(en)
	case past, pastMany:
		return english.PastTense(en)
	case gerund:
		return english.Gerund(en)
	case participle:
		return english.PastParticiple(en)
	}
	return en
}
