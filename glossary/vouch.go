package glossary

import (
	"duizhao/lang/english"
	"duizhao/lang/han"
	"duizhao/lang/lexicon"
	"duizhao/lang/span"
)

const (
	maxInside   = 5 // English words that may stand inside a rendering
	maxVouching = 8 // Chinese characters beside a term that may ask for them
)

// behindVouched is the first atom from j on that stands and before which every
// word renders Chinese beside the term; j where there is none.
func (r *recogniser) behindVouched(g *group, j int, stands func(int) bool) int {
	for n := j; n < min(len(r.atoms), j+maxInside) && r.atoms[n].gap == gapSoft; n++ {
		if n > j && stands(n) {
			return n
		}
		if a := &r.atoms[n]; !isArticle(a.fold) && (n == j || !isCoordinator(a.fold)) && !r.vouched(g, a, false) {
			return j
		}
	}
	return j
}

// vouched reports whether the Chinese beside a mention of g has a word that a
// renders: 服务业 before 高质量发展. With wide it may stand on either side, joined
// by 和 or 、.
func (r *recogniser) vouched(g *group, a *atom, wide bool) bool {
	if g.beside == nil {
		g.beside = r.besides(g)
	}
	for _, w := range g.beside {
		if (wide || w.close) && (w.en == a.fold || isKin(kinOf(w.en, a.fold))) {
			return true
		}
	}
	return false
}

func isKin(k kin) bool { return k != kinNone && k != kinVerb }

// beside is an English word that renders Chinese beside a term.
type beside struct {
	en    string // folded
	close bool   // it stands right before the term
}

// besides lists what the Chinese around the mentions of g is rendered by.
func (r *recogniser) besides(g *group) []beside {
	zh := []rune(r.zh)
	out := []beside{}
	for i := range r.matches {
		m := &r.matches[i]
		if m.Term != g.match.Term {
			continue
		}
		start, end := m.Span.Start, m.Span.End
		for start > 0 && m.Span.Start-start < maxVouching && (han.Is(zh[start-1]) || zh[start-1] == '、') {
			start--
		}
		for end < len(zh) && end-m.Span.End < maxVouching && (han.Is(zh[end]) || zh[end] == '、') {
			end++
		}
		out = r.appendWords(out, zh, span.Span{Start: start, End: m.Span.Start}, true)
		out = r.appendWords(out, zh, span.Span{Start: m.Span.End, End: end}, false)
	}
	return out
}

// appendWords appends what renders the words and the terms in a stretch of zh.
func (r *recogniser) appendWords(dst []beside, zh []rune, in span.Span, close bool) []beside {
	words := lexicon.Default()
	for i := in.Start; i < in.End; i++ {
		for j := i + 2; j <= min(in.End, i+5); j++ {
			e, ok := words.Lookup(string(zh[i:j]))
			if !ok {
				continue
			}
			for _, s := range e.Senses {
				for _, en := range s.En {
					dst = appendBeside(dst, en, close)
				}
			}
		}
	}
	for i := range r.matches {
		m := &r.matches[i]
		if m.Span.Start < in.End && in.Start < m.Span.End && len(m.Term.Senses) > m.Sense {
			for _, v := range m.Term.Senses[m.Sense].Renderings {
				dst = appendBeside(dst, v.En, close)
			}
		}
	}
	return dst
}

func appendBeside(dst []beside, en string, close bool) []beside {
	for _, w := range english.AppendParts(nil, en) {
		if fold := english.Fold(w.Text); !isFunction(fold) {
			dst = append(dst, beside{fold, close})
		}
	}
	return dst
}
