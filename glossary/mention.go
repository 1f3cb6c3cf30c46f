package glossary

import "strings"

// Mentions follows a document unit by unit and knows which full forms have
// stood in its English: an abbreviation or a short form is only to be used
// after one. The zero value is the beginning of a document.
type Mentions struct {
	full map[string]bool // renderings that have stood, folded
}

// EarlyUse is a short form that stands before its full form.
type EarlyUse struct {
	Match int    // index into the matches of the unit
	Write string // what should stand there: "People's Bank of China (PBOC)"
}

// Note takes in the next unit, its matches and how its English meets them, and
// returns the short forms in it that come too early. The full form may stand
// anywhere in the same unit, and in the English for any term that shares it.
// Units are to be noted in the order of the document; one without English may
// be left out.
func (s *Mentions) Note(ms []Match, rs []Recognition, c Context) []EarlyUse {
	if s.full == nil {
		s.full = make(map[string]bool)
	}
	for i := range rs {
		if r := &rs[i]; r.How.Met() && r.Rendering != nil && r.Rendering.Form != FormShort {
			s.full[strings.ToLower(r.Rendering.En)] = true
		}
	}
	var early []EarlyUse
	for i := range rs {
		if rs[i].isShort() && !s.stood(ms[i]) {
			early = append(early, EarlyUse{i, introduction(ms[i], &rs[i], c)})
		}
	}
	return early
}

// isShort reports whether r is an abbreviation or a short form of its entry.
// An acronym written out is none.
func (r *Recognition) isShort() bool {
	return r.How == HowAbbreviated && (r.Rendering == nil || r.Rendering.Form == FormShort)
}

// stood reports whether a full form of m has stood.
func (s *Mentions) stood(m Match) bool {
	for _, r := range m.Term.Senses[m.Sense].Renderings {
		if r.Form != FormShort && s.full[strings.ToLower(r.En)] {
			return true
		}
	}
	return false
}

// introduction is how m is mentioned first: by its full form, with the
// abbreviation that r has behind it.
func introduction(m Match, r *Recognition, c Context) string {
	full := m.Preferred(c)
	if full.Form == FormShort {
		for i, other := range m.Term.Senses[m.Sense].Renderings {
			if other.Form != FormShort {
				full = &m.Term.Senses[m.Sense].Renderings[i]
				break
			}
		}
	}
	if r.Rendering != nil {
		return full.En
	}
	return full.En + " (" + strings.TrimSuffix(strings.TrimSuffix(r.En, "'s"), "’s") + ")"
}
