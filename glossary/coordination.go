package glossary

import (
	"slices"
	"strings"

	"duizhao/lang/span"
)

// maxBetween is how many words may stand between the two parts of a
// coordinated rendering, "green[, low-carbon and high-quality] development".
// All but the coordinators must be words of terms of the unit, unless they are
// few and the head is shared.
const maxBetween = 8

// coordinate meets groups that are not yet met through a word that they share
// with another: a modifier in front (carbon peaking and neutrality) or a head
// behind (coal and gas power).
func (r *recogniser) coordinate() {
	for _, g := range r.groups {
		if len(g.taken) > 0 {
			continue
		}
		for _, p := range g.forms {
			s, ok := r.coordinated(g, p)
			if !ok {
				s, ok = r.sharedHead(g, p)
			}
			if !ok {
				s, ok = r.sharedName(p)
			}
			if ok && !g.isWrong(s) {
				r.take(g, s)
				break
			}
		}
	}
}

// coordinated finds p cut in two, with a coordination between the parts.
// Of a sharing head its form may change: administrative reconsideration and
// licensing. Words that no term of the unit has must render Chinese beside g.
func (r *recogniser) coordinated(g *group, p *pattern) (stretch, bool) {
	for cut := 1; cut < len(p.pieces); cut++ {
		if !p.pieces[cut].content || !p.pieces[cut-1].content {
			continue
		}
		for i := range r.atoms {
			if r.atoms[i].fold[0] != p.pieces[0].fold[0] {
				continue
			}
			left, inner, ok := p.part(0, cut, r.atoms, i, r.capitals)
			if !ok || inner.lowered {
				continue
			}
			for right := left + 1; right <= left+maxBetween && right < len(r.atoms); right++ {
				how := HowCoordinated
				end, f, ok := p.part(cut, len(p.pieces), r.atoms, right, r.capitals)
				if !ok && cut == len(p.pieces)-1 && !p.name && isNounFrom(&p.pieces[cut], &r.atoms[right]) {
					end, how, ok = right+1, HowDerived, true
				}
				if ok && !f.lowered && !inner.inflected && r.shares(g, p, left, right) {
					between := span.Span{Start: left, End: right}
					return stretch{from: i, to: end, between: between, pattern: p, how: how}, true
				}
			}
		}
	}
	return stretch{}, false
}

// shares reports whether atoms [left, right) join the parts of p that stand
// before and after them: one part may be shared, but the word of the other
// that stands next to them is free.
func (r *recogniser) shares(g *group, p *pattern, left, right int) bool {
	for i := left; i <= right; i++ {
		if r.atoms[i].gap > gapComma {
			return false
		}
	}
	between := r.atoms[left:right]
	head := (isJoiner(between[0].fold) || between[0].gap == gapComma || isAsWellAs(between)) && !r.used[left-1]
	modifier := (isCoordinator(between[len(between)-1].fold) || r.atoms[right].gap == gapComma) && !r.used[right]
	known, content, foreign, inserted := true, true, 0, false
	if isAsWellAs(between) {
		between = between[len(asWellAs):]
	}
	for i := range between {
		w := between[i].fold
		if isJoiner(w) {
			inserted = false
			continue
		}
		its := isArticle(w) || r.inRendering(w) || g != nil && r.vouched(g, &between[i], true)
		// Behind the other's modifier a word belongs to the head: "green and
		// low-carbon rural development".
		inserted = inserted || !its && i > 0 && !isJoiner(between[i-1].fold) && r.inRendering(between[i-1].fold)
		known = known && its
		content = content && !isFunction(w)
		foreign++
	}
	if foreign == 0 {
		return false // nothing is shared: urban and rural, for "urban-rural"
	}
	// "bond and equity markets" names bond markets whatever equity is; but
	// "carbon tax and neutrality" does not name carbon neutrality.
	return known && (head || modifier) || head && content && !inserted && !p.name && foreign <= maxForeign
}

// isNounFrom reports whether a is a noun made from q: licensing from license.
func isNounFrom(q *piece, a *atom) bool {
	k := q.kinOf(a)
	return k == kinNoun || k == kinVerb && strings.HasSuffix(a.fold, "ing")
}

// asWellAs joins as "and" does.
var asWellAs = [...]string{"as", "well", "as"}

// isAsWellAs reports whether words begin with "as well as" and go on.
func isAsWellAs(words []atom) bool {
	if len(words) <= len(asWellAs) {
		return false
	}
	for i, w := range asWellAs {
		if words[i].fold != w {
			return false
		}
	}
	return true
}

// isJoiner reports whether w joins as "and" does, alone or with others: not only
// the supply but also the demand side.
func isJoiner(w string) bool {
	return isCoordinator(w) || w == "but" || w == "also" || w == "both" || w == "either"
}

func isCoordinator(w string) bool { return w == "and" || w == "or" }

// inRendering reports whether a rendering of some term of the unit has the
// word w.
func (r *recogniser) inRendering(w string) bool {
	for _, g := range r.groups {
		for _, p := range g.forms {
			if slices.ContainsFunc(p.pieces, func(q piece) bool {
				_, ok := q.meets(&atom{fold: w, text: w})
				return ok
			}) {
				return true
			}
		}
	}
	return false
}

// assignParts meets groups whose term has parts through each of them.
func (r *recogniser) assignParts() {
	for _, g := range r.groups {
		if len(g.taken) > 0 || len(g.match.Term.Parts) == 0 {
			continue
		}
		if s, ok := r.byParts(g); ok {
			g.taken = append(g.taken, s)
		}
	}
}

// byParts finds a free stretch for each part of g; the stretch returned
// reaches over all of them.
func (r *recogniser) byParts(g *group) (stretch, bool) {
	all := stretch{from: len(r.atoms), how: HowAccepted}
	used := slices.Clone(r.used)
	for _, id := range g.match.Term.Parts {
		s, ok := r.part(id)
		if ok {
			r.mark(s)
			all.from, all.to, all.pattern = min(all.from, s.from), max(all.to, s.to), s.pattern
		}
		if !ok || g.isWrong(all) {
			r.used = used
			return stretch{}, false
		}
	}
	return all, true
}

// part finds the term with this id in any of its senses, alone or in a
// coordination.
func (r *recogniser) part(id string) (stretch, bool) {
	t := r.g.byID[id]
	if t == nil {
		return stretch{}, false
	}
	e := r.g.compiledOf(t)
	var forms []*pattern
	var all []stretch
	for sense := range t.Senses {
		forms = r.appendForms(forms, e, Match{Term: t, Sense: sense})
	}
	for _, p := range forms {
		all = r.find(all, p, r.capitals)
	}
	best, found := stretch{}, false
	for _, s := range all {
		if !s.fit.lowered && r.free(s) && (!found || s.to-s.from > best.to-best.from) {
			best, found = s, true
		}
	}
	for i := 0; !found && i < len(forms); i++ {
		best, found = r.coordinated(nil, forms[i])
	}
	return best, found
}
