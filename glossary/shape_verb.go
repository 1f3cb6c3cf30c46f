package glossary

import "strings"

// active finds the head as a verb before its object.
func active(f *phrase, s *split, i int) (end int, ok bool) {
	if s.lead[1] > s.lead[0] || s.verb || !s.single() {
		return 0, false
	}
	j, ok := f.sequence(s.head[0], s.head[1], i, asVerb)
	if !ok || f.isAttribute(s, i, j) {
		return 0, false
	}
	noun := f.kins[s.head[0]][i] == kinSame && !strings.HasSuffix(f.r.atoms[i].fold, "ing") // it may be: cut, market
	kept := len(f.hits)
	end, ok = f.modifierBehind(s, j, maxForeign)
	if ok && noun && !f.isVerbHere(i, j) && !f.isOtherNumber(s.mod[1]-1, end-1) {
		return 0, false // market capital, for "capital market"; but cut taxes
	}
	if ok && f.hits[kept] == j && isParticiple(f.r.atoms[i].fold) && !f.hasSubject(i) {
		return 0, false // planned development, for "development plan"
	}
	return end, ok
}

// isOtherNumber reports whether piece k stands at j in another number.
func (f *phrase) isOtherNumber(k, j int) bool {
	return f.kins[k][j] == kinSame && f.r.atoms[j].fold != f.p.pieces[k].fold
}

// isVerbHere reports whether the word at i, which may be a noun, has the
// neighbours of a verb.
func (f *phrase) isVerbHere(i, j int) bool {
	if j < len(f.r.atoms) && (isArticle(f.r.atoms[j].fold) || isOwner(f.r.atoms[j].fold)) {
		return true
	}
	return i > 0 && f.r.atoms[i].gap == gapSoft && (listed("auxiliary", f.r.atoms[i-1].fold) || isPronoun(f.r.atoms[i-1].fold))
}

// hasSubject reports whether what stands before i may be the subject of a verb
// there.
func (f *phrase) hasSubject(i int) bool {
	if i == 0 || f.r.atoms[i].gap > gapSoft {
		return false
	}
	before := f.r.atoms[i-1].fold
	return !isFunction(before) && !isAdjective(before) || listed("auxiliary", before) || before == "and"
}

func isOwner(w string) bool { return w == "its" || w == "their" || w == "our" }

func isPronoun(w string) bool {
	switch w {
	case "we", "they", "it", "he", "she", "i", "you", "who", "which", "that":
		return true
	}
	return false
}

// isAttribute reports whether the word at i is no verb but stands as a
// participle or a noun before what would be its object: a protected
// environment, the management risks.
func (f *phrase) isAttribute(s *split, i, j int) bool {
	if i == 0 || j >= len(f.r.atoms) || f.r.atoms[i].gap > gapSoft || isArticle(f.r.atoms[j].fold) {
		return false
	}
	before := f.r.atoms[i-1].fold
	article := isArticle(before) || isOwner(before) || strings.HasSuffix(before, "'s")
	return article && !strings.HasSuffix(f.r.atoms[i].fold, "ing")
}

// passive finds the head as a participle behind its object, with a form of "be"
// between them or "by" behind, or as a verb in a relative clause.
func passive(f *phrase, s *split, i int) (end int, ok bool) {
	if s.lead[1] > s.lead[0] || !s.single() {
		return 0, false
	}
	j, ok := f.modifier(s, i)
	if !ok {
		return 0, false
	}
	atoms := f.r.atoms
	be, relative := false, j < len(atoms) && (atoms[j].fold == "that" || atoms[j].fold == "which")
	kept := len(f.hits)
	for n := 0; n <= maxBetween && j < len(atoms) && atoms[j].gap == gapSoft; n++ {
		as := asPast
		if relative && !be {
			as = asVerb
		}
		if end, ok := f.sequence(s.head[0], s.head[1], j, as); ok {
			by := end < len(atoms) && atoms[end].fold == "by" && n == 0
			return end, be || by || relative && n > 1
		}
		f.hits = f.hits[:kept]
		w := atoms[j].fold
		be = be || isBe(w)
		if !relative && !listed("auxiliary", w) && !strings.HasSuffix(w, "ly") {
			break
		}
		j++
	}
	return 0, false
}

// turning finds the head as a verb that its object does by itself.
func turning(f *phrase, s *split, i int) (end int, ok bool) {
	if s.lead[1] > s.lead[0] || s.head[1]-s.head[0] != 1 {
		return 0, false
	}
	j, ok := f.sequence(s.mod[0], s.mod[1], i, asModifier)
	if !ok || isAdjective(f.r.atoms[j-1].fold) {
		return 0, false
	}
	atoms := f.r.atoms
	for n := 0; n <= maxForeign && j < len(atoms) && atoms[j].gap == gapSoft; n++ {
		verb := listed("turning", lemmaIn("turning", atoms[j].fold))
		if verb && f.fits(s.head[0], j, asVerb) && !strings.HasSuffix(atoms[j].fold, "ing") {
			f.hits = append(f.hits, j)
			last := j+1 == len(atoms) || atoms[j+1].gap > gapSoft
			return j + 1, last || listed("following", atoms[j+1].fold) || atoms[j+1].fold[0] <= '9' || strings.HasSuffix(atoms[j+1].fold, "ly")
		}
		if !listed("auxiliary", atoms[j].fold) && !strings.HasSuffix(atoms[j].fold, "ly") {
			break
		}
		j++
	}
	return 0, false
}

// madeSo finds the head as what is made to be as the modifier says: making
// finance inclusive, water kept clean.
func madeSo(f *phrase, s *split, i int) (end int, ok bool) {
	if s.lead[1] > s.lead[0] || s.of || s.verb || !isAdjective(f.p.pieces[s.mod[1]-1].fold) {
		return 0, false
	}
	atoms, j := f.r.atoms, i
	before := listed("making", atoms[i].fold)
	if before {
		if j++; j < len(atoms) && (isArticle(atoms[j].fold) || isOwner(atoms[j].fold)) {
			j++
		}
	}
	if j, ok = f.sequence(s.head[0], s.head[1], j, asNoun); !ok {
		return 0, false
	}
	made := before
	for ; j < len(atoms) && atoms[j].gap == gapSoft; j++ {
		w := atoms[j].fold
		if !listed("auxiliary", w) && !strings.HasSuffix(w, "ly") && w != "more" && (before || !listed("making", w)) {
			break
		}
		made = made || listed("making", w)
	}
	if !made || j >= len(atoms) || atoms[j].gap > gapSoft {
		return 0, false
	}
	end, ok = f.sequence(s.mod[0], s.mod[1], j, asIs)
	return end, ok && f.endsPhrase(end)
}

// endsPhrase reports whether no noun goes on with the phrase that ends before
// atom j.
func (f *phrase) endsPhrase(j int) bool {
	if j >= len(f.r.atoms) || f.r.atoms[j].gap > gapSoft {
		return true
	}
	w := f.r.atoms[j].fold
	return isFunction(w) || listed("following", w) || listed("auxiliary", w) || strings.HasSuffix(w, "ly")
}

// drivenBy finds "development driven by innovation" for innovation-driven
// development.
func drivenBy(f *phrase, s *split, i int) (end int, ok bool) {
	if s.of || s.verb || s.mod[1]-s.mod[0] != 2 || !isParticiple(f.p.pieces[s.mod[1]-1].fold) && !f.p.pieces[s.mod[1]-1].join {
		return 0, false
	}
	j := i
	if s.lead[1] > s.lead[0] {
		if j, ok = f.sequence(s.lead[0], s.lead[1], j, asIs); !ok {
			return 0, false
		}
	}
	if j, ok = f.sequence(s.head[0], s.head[1], j, asNoun); !ok {
		return 0, false
	}
	atoms := f.r.atoms
	if end, ok := f.relative(s, j); ok {
		return end, true
	}
	for j < len(atoms) && atoms[j].gap == gapSoft && (isBe(atoms[j].fold) || atoms[j].fold == "that" || atoms[j].fold == "which") {
		j++
	}
	if j+1 >= len(atoms) || !f.fits(s.mod[1]-1, j, asIs) || !isPreposition(atoms[j+1].fold) {
		return 0, false
	}
	f.hits = append(f.hits, j)
	if j += 2; j < len(atoms) && isArticle(atoms[j].fold) {
		j++
	}
	return f.sequence(s.mod[0], s.mod[0]+1, j, asModifier)
}

// relative finds the modifier in a clause behind the head: industries that are
// labor-intensive, a society that conserves resources.
func (f *phrase) relative(s *split, j int) (end int, ok bool) {
	atoms, kept := f.r.atoms, len(f.hits)
	if j+2 >= len(atoms) || atoms[j].fold != "that" && atoms[j].fold != "which" {
		return 0, false
	}
	if isBe(atoms[j+1].fold) {
		if end, ok = f.sequence(s.mod[0], s.mod[1], j+2, asIs); ok {
			return end, true
		}
	} else if last := s.mod[1] - 1; strings.HasSuffix(f.p.pieces[last].fold, "ing") && f.kins[last][j+1] == kinVerb {
		f.hits = append(f.hits, j+1)
		if end, ok = f.sequence(s.mod[0], last, j+2, asIs); ok {
			return end, true
		}
	}
	f.hits = f.hits[:kept]
	return 0, false
}

// adverbial finds the head as a verb with an adverb behind it.
func adverbial(f *phrase, s *split, i int) (end int, ok bool) {
	if s.lead[1] > s.lead[0] || s.of || s.verb || s.mod[1]-s.mod[0] != 1 || s.head[1]-s.head[0] != 1 || f.r.used[i] {
		return 0, false
	}
	n := f.kins[s.head[0]][i]
	if n == kinNone || n == kinAdverb || isNominal(f.r.atoms[i].fold) || isAdjective(f.r.atoms[i].fold) {
		return 0, false
	}
	f.hits = append(f.hits, i)
	for j := i + 1; j <= i+1+maxForeign && j < len(f.r.atoms) && f.r.atoms[j].gap == gapSoft; j++ {
		k := f.kins[s.mod[0]][j]
		if k == kinSame && !f.r.used[j] && f.isManner(j) {
			f.hits = append(f.hits, j)
			return j + 2, true
		}
		if adverb := strings.HasSuffix(f.r.atoms[j].fold, "ly"); adverb && (k == kinAdverb || k == kinSame) && !f.r.used[j] {
			f.hits = append(f.hits, j)
			return j + 1, true
		}
	}
	return 0, false
}
