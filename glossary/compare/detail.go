package compare

import (
	"fmt"
	"slices"
	"strings"

	"duizhao/glossary"
)

// field is one thing that an entry, or one of its senses, says.
type field struct {
	name    string
	matters bool
	ordered bool // another order is a difference
	texts   func(*glossary.Term) []string
}

var entryFields = []field{
	{"id", false, false, func(t *glossary.Term) []string { return one(t.ID) }},
	{"zh", true, false, func(t *glossary.Term) []string { return one(t.Zh) }},
	{"zh_also", true, false, func(t *glossary.Term) []string { return t.ZhAlso }},
	{"parts", true, false, func(t *glossary.Term) []string { return t.Parts }},
	{"abbr", true, false, func(t *glossary.Term) []string { return t.Abbr }},
	{"binding", true, false, func(t *glossary.Term) []string { return one(string(t.Binding)) }},
	{"status", true, false, func(t *glossary.Term) []string { return one(string(t.Status)) }},
	{"match", true, false, func(t *glossary.Term) []string { return one(string(t.Match)) }},
	{"case", true, false, func(t *glossary.Term) []string { return one(string(t.Case)) }},
	{"kind", true, false, func(t *glossary.Term) []string { return one(string(t.Kind)) }},
	{"existed", true, false, func(t *glossary.Term) []string {
		e := t.Existed
		return labelled("from", e.From, "to", e.To, "predecessor", e.Predecessor, "successor", e.Successor)
	}},
	{"domain", false, false, func(t *glossary.Term) []string { return one(t.Domain) }},
	{"source", false, false, func(t *glossary.Term) []string {
		return labelled("name", t.Source.Name, "url", t.Source.URL, "checked", t.Source.Checked)
	}},
	{"definition", false, false, func(t *glossary.Term) []string { return one(t.Definition) }},
	{"note", false, false, func(t *glossary.Term) []string { return one(t.Note) }},
}

// senseField is one thing that a sense says.
type senseField struct {
	name    string
	matters bool
	ordered bool
	texts   func(*glossary.Sense) []string
}

var senseFields = []senseField{
	{"when", true, false, func(s *glossary.Sense) []string { return conditions(&s.When) }},
	{"preferred", true, false, func(s *glossary.Sense) []string { return one(rendering(s.Renderings[0])) }},
	{"renderings", true, true, func(s *glossary.Sense) []string {
		out := make([]string, len(s.Renderings))
		for i, r := range s.Renderings {
			out[i] = rendering(r)
		}
		return out
	}},
	{"avoid", true, false, func(s *glossary.Sense) []string {
		out := make([]string, len(s.Avoid))
		for i, a := range s.Avoid {
			out[i] = avoided(a)
		}
		return out
	}},
	{"why", false, false, func(s *glossary.Sense) []string {
		var out []string
		for _, a := range s.Avoid {
			if a.Why != "" {
				out = append(out, "not "+a.En+": "+a.Why)
			}
		}
		return out
	}},
}

// Fields lists the fields that a [Detail] may name, in their order.
func Fields() []string {
	var out []string
	for _, f := range senseFields {
		out = append(out, f.name)
	}
	for _, f := range entryFields {
		out = append(out, f.name)
	}
	return append(out, "senses")
}

// details are the differences of two entries that belong together.
func details(a, b *glossary.Term) []Detail {
	var out []Detail
	add := func(name string, sense int, matters, ordered bool, old, now []string) {
		d := Detail{Field: name, Sense: sense, Matters: matters, Removed: without(old, now), Added: without(now, old)}
		d.Moved = ordered && len(d.Removed)+len(d.Added) == 0 && !slices.Equal(old, now)
		if len(d.Removed)+len(d.Added) > 0 || d.Moved {
			out = append(out, d)
		}
	}
	if len(a.Senses) != len(b.Senses) {
		add("senses", 0, true, true, senses(a), senses(b))
	} else {
		for i := range a.Senses {
			n := 0
			if len(a.Senses) > 1 {
				n = i + 1
			}
			for _, f := range senseFields {
				add(f.name, n, f.matters, f.ordered, f.texts(&a.Senses[i]), f.texts(&b.Senses[i]))
			}
		}
	}
	for _, f := range entryFields {
		if f.name == "id" && a.ID == a.Zh && b.ID == b.Zh {
			continue // it goes by its zh
		}
		add(f.name, 0, f.matters, f.ordered, f.texts(a), f.texts(b))
	}
	return dropEchoes(out)
}

// dropEchoes takes away what another detail has said already: a rendering
// moved to the front, or put in the place of the first, is the preferred one.
func dropEchoes(all []Detail) []Detail {
	preferred := map[int]Detail{}
	for _, d := range all {
		if d.Field == "preferred" {
			preferred[d.Sense] = d
		}
	}
	return slices.DeleteFunc(all, func(d Detail) bool {
		p, said := preferred[d.Sense]
		return said && d.Field == "renderings" && (d.Moved || slices.Equal(p.Removed, d.Removed) && slices.Equal(p.Added, d.Added))
	})
}

// without are the texts of a that b does not have.
func without(a, b []string) []string {
	var out []string
	for _, s := range a {
		if !slices.Contains(b, s) && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

func one(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

// labelled gives "key value" for each pair with a value.
func labelled(pairs ...string) []string {
	var out []string
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			out = append(out, pairs[i]+" "+pairs[i+1])
		}
	}
	return out
}

// rendering is a rendering with its conditions: "Carbon Peaking (title, since
// 2021-10)".
func rendering(r glossary.Rendering) string {
	var facts []string
	if r.Form != "" {
		facts = append(facts, string(r.Form))
	}
	facts = append(facts, r.House...)
	facts = append(facts, r.Genre...)
	return bracketed(r.En, append(facts, labelled("since", r.Period.From, "until", r.Period.To)...))
}

func avoided(a glossary.Avoid) string {
	facts := labelled("since", a.Period.From, "until", a.Period.To)
	if len(a.UnlessZh) > 0 {
		facts = append(facts, "unless "+strings.Join(a.UnlessZh, " "))
	}
	return bracketed(a.En, facts)
}

func bracketed(s string, facts []string) string {
	if len(facts) == 0 {
		return s
	}
	return s + " (" + strings.Join(facts, ", ") + ")"
}

// conditions says a when: "after 印发 出台", "title_end".
func conditions(w *glossary.When) []string {
	var out []string
	for _, list := range []struct {
		name  string
		words []string
	}{
		{"after", w.After}, {"before", w.Before}, {"with", w.With}, {"not_after", w.NotAfter}, {"not_before", w.NotBefore},
		{"genre", w.Genre}, {"house", w.House}, {"block", w.Block},
	} {
		if len(list.words) > 0 {
			out = append(out, list.name+" "+strings.Join(list.words, " "))
		}
	}
	for _, flag := range []struct {
		name string
		set  bool
	}{{"title_start", w.TitleStart}, {"title_end", w.TitleEnd}} {
		if flag.set {
			out = append(out, flag.name)
		}
	}
	return out
}

// senses says each sense of an entry in one text.
func senses(t *glossary.Term) []string {
	out := make([]string, len(t.Senses))
	for i := range t.Senses {
		s := &t.Senses[i]
		var all []string
		for _, r := range s.Renderings {
			all = append(all, rendering(r))
		}
		for _, a := range s.Avoid {
			all = append(all, "not "+avoided(a))
		}
		out[i] = strings.Join(all, "; ")
		if when := conditions(&s.When); len(when) > 0 {
			out[i] = fmt.Sprintf("when %s: %s", strings.Join(when, ", "), out[i])
		}
	}
	return out
}
