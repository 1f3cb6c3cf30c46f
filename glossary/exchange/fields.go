package exchange

import (
	"duizhao/glossary"
)

// field is a set of things that a term may have besides its Chinese and its
// preferred rendering.
type field uint32

const (
	id field = 1 << iota
	zhAlso
	also
	avoid
	avoidMore // why, unless_zh, dates
	abbr
	parts
	binding
	status
	kind
	domain
	matching // match, case
	existed
	source
	definition
	note
	wordClass // form noun, verb, adjective
	forms     // other forms, house, genre, dates of renderings
	senses    // more than one, or one with a condition
	numbers   // how many there are
)

// everything is what the glossary's own forms hold.
const everything = numbers - 1

// fieldNames are the names in the order of the bits.
var fieldNames = []string{
	"id", "zh_also", "also", "avoid", "reasons and conditions of avoid", "abbr", "parts", "binding", "status", "kind", "domain",
	"match or case", "existed", "source", "definition", "note", "form", "title or short form, house, genre or dates of renderings", "senses",
}

func (f field) names() []string {
	var out []string
	for i, name := range fieldNames {
		if f&(1<<i) != 0 {
			out = append(out, name)
		}
	}
	return out
}

// fieldsOf says what t has.
func fieldsOf(t *glossary.Term) field {
	var f field
	set := func(bit field, has bool) {
		if has {
			f |= bit
		}
	}
	set(id, t.ID != t.Zh)
	set(zhAlso, len(t.ZhAlso) > 0)
	set(abbr, len(t.Abbr) > 0)
	set(parts, len(t.Parts) > 0)
	set(binding, t.Binding != glossary.Fixed)
	set(status, t.Status != glossary.Approved)
	set(kind, t.Kind != "")
	set(domain, t.Domain != "")
	set(matching, t.Match != glossary.MatchWord || t.Case != glossary.CaseSmart)
	set(existed, t.Existed != glossary.Existed{})
	set(source, t.Source != glossary.Source{})
	set(definition, t.Definition != "")
	set(note, t.Note != "")
	set(senses, len(t.Senses) > 1 || !t.Senses[0].When.Empty())
	for _, s := range t.Senses {
		set(also, len(s.Renderings) > 1)
		set(avoid, len(s.Avoid) > 0)
		for _, r := range s.Renderings {
			set(wordClass, wordClassOf(r.Form) != "")
			set(forms, r.Form != "" && wordClassOf(r.Form) == "" || len(r.House)+len(r.Genre) > 0 || r.Period != glossary.Period{})
		}
		for _, a := range s.Avoid {
			set(avoidMore, a.Why != "" || len(a.UnlessZh) > 0 || a.Period != glossary.Period{})
		}
	}
	return f
}
