package glossary

// turnedName finds a name with its owner, an acronym, in another place: the
// "Central Committee of the CPC" is the CPC Central Committee, and the "20th
// National Congress of the CPC" the 20th CPC National Congress. Otherwise names
// keep their order.
func (r *recogniser) turnedName(p *pattern) (stretch, bool) {
	for k := range p.pieces {
		if p.pieces[k].caps == capsAll && len(p.pieces) > 1 && k < len(p.pieces)-1 && !p.behindOf(k) {
			if s, ok := r.ownerBehind(p, k); ok {
				return s, true
			}
		}
	}
	for of := len(p.pieces) - 2; of > 0; of-- {
		if p.pieces[of].fold == "of" {
			if s, ok := r.ownerBefore(p, of); ok {
				return s, true
			}
		}
	}
	return stretch{}, false
}

// behindOf reports whether piece k stands behind "of" already.
func (p *pattern) behindOf(k int) bool {
	return k > 0 && (p.pieces[k-1].fold == "of" || isArticle(p.pieces[k-1].fold))
}

// ownerBehind finds p with its owner, piece k, behind "of".
func (r *recogniser) ownerBehind(p *pattern, k int) (stretch, bool) {
	for i := range r.atoms {
		at, ok := i, true
		if k > 0 {
			at, ok = r.nameAt(p, 0, k, at)
		}
		if ok {
			at, ok = r.nameAt(p, k+1, len(p.pieces), at)
		}
		if !ok || at+1 >= len(r.atoms) || r.atoms[at].fold != "of" {
			continue
		}
		if at++; isArticle(r.atoms[at].fold) {
			at++
		}
		if end, ok := r.nameAt(p, k, k+1, at); ok {
			if s := (stretch{from: i, to: end, pattern: p}); r.free(s) {
				return s, true
			}
		}
	}
	return stretch{}, false
}

// ownerBefore finds p with its owner, which stands behind piece "of", as an
// acronym before the rest or inside it.
func (r *recogniser) ownerBefore(p *pattern, of int) (stretch, bool) {
	owner := of + 1
	if isArticle(p.pieces[owner].fold) && owner+1 < len(p.pieces) {
		owner++
	}
	for i := range r.atoms {
		for k := range of {
			if k > 0 && !p.pieces[k-1].content {
				break // not "Group of CPC Twenty"
			}
			at, ok := i, true
			if k > 0 {
				at, ok = r.nameAt(p, 0, k, at)
			}
			if !ok || at >= len(r.atoms) || !r.isAcronym(at) {
				continue
			}
			end, ok := r.nameAt(p, owner, len(p.pieces), at)
			if !ok || end != at+1 {
				continue
			}
			if end, ok = r.nameAt(p, k, of, end); ok {
				if s := (stretch{from: i, to: end, pattern: p}); r.free(s) {
					return s, true
				}
			}
		}
	}
	return stretch{}, false
}

// isAcronym reports whether atom i is one, in the possessive or not.
func (r *recogniser) isAcronym(i int) bool {
	text := r.atoms[i].text
	return len(text) > 1 && 'A' <= text[0] && text[0] <= 'Z' && 'A' <= text[1] && text[1] <= 'Z'
}

// nameAt finds the pieces [from, to) of a name at atom i, with their capitals.
func (r *recogniser) nameAt(p *pattern, from, to, i int) (end int, ok bool) {
	if i >= len(r.atoms) {
		return 0, false
	}
	end, f, ok := p.part(from, to, r.atoms, i, r.capitals)
	return end, ok && !f.lowered
}
