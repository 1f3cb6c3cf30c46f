package lookup

import (
	"slices"

	"duizhao/glossary"
)

// Filter picks terms by what their entries say. Each list that is not empty
// must hold what the term has; the zero value picks every term.
type Filter struct {
	Domains  []string
	Kinds    []glossary.Kind
	Statuses []glossary.Status
	Bindings []glossary.Binding
	Has      []string // the entry says all of these, see [Aspects]
	Lacks    []string // and none of these
}

// Picks reports whether f picks t.
func (f Filter) Picks(t *glossary.Term) bool {
	return in(f.Domains, t.Domain) && in(f.Kinds, t.Kind) && in(f.Statuses, t.Status) && in(f.Bindings, t.Binding) &&
		!slices.ContainsFunc(f.Has, func(a string) bool { return !has(t, a) }) &&
		!slices.ContainsFunc(f.Lacks, func(a string) bool { return has(t, a) })
}

func in[T comparable](list []T, v T) bool { return len(list) == 0 || slices.Contains(list, v) }

// aspects are the things that an entry may say or not.
var aspects = []struct {
	name string
	said func(*glossary.Term) bool
}{
	{"abbr", func(t *glossary.Term) bool { return len(t.Abbr) > 0 }},
	{"also", func(t *glossary.Term) bool {
		return slices.ContainsFunc(t.Senses, func(s glossary.Sense) bool { return len(s.Renderings) > 1 })
	}},
	{"avoid", func(t *glossary.Term) bool {
		return slices.ContainsFunc(t.Senses, func(s glossary.Sense) bool { return len(s.Avoid) > 0 })
	}},
	{"date", func(t *glossary.Term) bool {
		return anyRendering(t, func(r glossary.Rendering) bool { return r.Period != glossary.Period{} })
	}},
	{"definition", func(t *glossary.Term) bool { return t.Definition != "" }},
	{"domain", func(t *glossary.Term) bool { return t.Domain != "" }},
	{"existed", func(t *glossary.Term) bool { return t.Existed != glossary.Existed{} }},
	{"house", func(t *glossary.Term) bool {
		return anyRendering(t, func(r glossary.Rendering) bool { return len(r.House) > 0 })
	}},
	{"kind", func(t *glossary.Term) bool { return t.Kind != "" }},
	{"note", func(t *glossary.Term) bool { return t.Note != "" }},
	{"parts", func(t *glossary.Term) bool { return len(t.Parts) > 0 }},
	{"senses", func(t *glossary.Term) bool { return len(t.Senses) > 1 }},
	{"source", func(t *glossary.Term) bool { return t.Source != glossary.Source{} }},
	{"zh_also", func(t *glossary.Term) bool { return len(t.ZhAlso) > 0 }},
}

func anyRendering(t *glossary.Term, holds func(glossary.Rendering) bool) bool {
	return slices.ContainsFunc(t.Senses, func(s glossary.Sense) bool { return slices.ContainsFunc(s.Renderings, holds) })
}

// Aspects lists the words that Has and Lacks may hold.
func Aspects() []string {
	names := make([]string, len(aspects))
	for i, a := range aspects {
		names[i] = a.name
	}
	return names
}

// has reports whether t has an aspect; an unknown one no term has.
func has(t *glossary.Term, name string) bool {
	for _, a := range aspects {
		if a.name == name {
			return a.said(t)
		}
	}
	return false
}
