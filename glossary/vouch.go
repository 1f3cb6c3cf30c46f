package glossary

import (
	"slices"

	"duizhao/lang/english"
	"duizhao/lang/han"
	"duizhao/lang/lexicon"
	"duizhao/lang/span"
)

const (
	maxInside   = 5  // English words that may stand inside a rendering
	maxVouching = 12 // Chinese characters beside a term that may ask for them
	maxWord     = 5  // characters of a Chinese word
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

// goesOnWith reports whether right behind a mention of g stands a word that a
// renders, or a verb where a is a noun made from one.
func (r *recogniser) goesOnWith(g *group, a *atom) bool {
	zh, words := []rune(r.zh), lexicon.Default()
	for _, i := range g.members {
		from := r.matches[i].Span.End
		to, action := from, false
		for to < min(len(zh), from+maxWord) && han.Is(zh[to]) {
			to++
			e, ok := words.Lookup(string(zh[from:to]))
			action = action || ok && to > from+1 && e.Has(lexicon.Verb) && isAction(a.fold)
		}
		asked := r.appendWords(nil, zh, span.Span{Start: from, End: to}, false)
		if action || slices.ContainsFunc(asked, func(w beside) bool { return w.en == a.fold || isKin(kinOf(w.en, a.fold)) }) {
			return true
		}
	}
	return false
}

func isKin(k kin) bool { return k != kinNone && k != kinVerb && k != kinAgent }

// agents end the Chinese for those who do something: 执法人员, 执法者.
func agents() []string { return []string{"人员", "者", "员", "队伍", "部门", "机关", "人"} }

// speaksOfAgents reports whether the Chinese names those who do what g is.
func (r *recogniser) speaksOfAgents(g *group) bool {
	zh := []rune(r.zh)
	for _, i := range g.members {
		behind := zh[r.matches[i].Span.End:]
		if slices.ContainsFunc(agents(), func(word string) bool { return startsWith(behind, foldRunes(word)) }) {
			return true
		}
	}
	return false
}

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
		start = r.phraseStart(zh, start)
		for end < len(zh) && end-m.Span.End < maxVouching && (han.Is(zh[end]) || zh[end] == '、') {
			end++
		}
		out = r.appendWords(out, zh, span.Span{Start: start, End: m.Span.Start}, true)
		out = r.appendWords(out, zh, span.Span{Start: m.Span.End, End: end}, false)
	}
	return out
}

// phraseStart is where the words begin that stand right before start and belong
// to the same noun phrase: a verb before the term, 推动, does not.
func (r *recogniser) phraseStart(zh []rune, start int) int {
	words, first, passed := lexicon.Default(), max(0, start-maxVouching), false
	for start > first && (han.Is(zh[start-1]) || zh[start-1] == '、') {
		n := 1
		for k := min(start-first, maxWord); k > 1; k-- {
			if e, ok := words.Lookup(string(zh[start-k : start])); ok {
				if n = k; listed("passing", string(zh[start-k:start])) {
					passed = true
					break
				} else if !e.Has(lexicon.Noun) && !e.Has(lexicon.Attribute) && !e.Has(lexicon.Adjective) && e.Has(lexicon.Verb) && !r.inTerm(start-1) {
					return start
				}
				break
			}
		}
		if n == 1 && !passed && isModal(zh[start-1]) {
			return start // 经济工作要突出
		}
		start -= n
	}
	return start
}

// isModal reports whether the character c, a word of its own, stands before a
// verb, so that its subject does not belong to what follows.
func isModal(c rune) bool {
	switch c {
	case '要', '应', '将', '须', '能', '可', '会', '應', '將', '須', '會':
		return true
	}
	return false
}

// inTerm reports whether a term stands at rune i of the Chinese.
func (r *recogniser) inTerm(i int) bool {
	return slices.ContainsFunc(r.matches, func(m Match) bool { return m.Term.approved() && m.Span.Start <= i && i < m.Span.End })
}

// appendWords appends what renders the words and the terms in a stretch of zh.
func (r *recogniser) appendWords(dst []beside, zh []rune, in span.Span, close bool) []beside {
	words := lexicon.Default()
	for i := in.Start; i < in.End; i++ {
		for j := i + 2; j <= min(in.End, i+maxWord); j++ {
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
		if m.Term.approved() && m.Span.Start < in.End && in.Start < m.Span.End && len(m.Term.Senses) > m.Sense {
			for _, v := range m.Term.Senses[m.Sense].Renderings {
				dst = appendBeside(dst, v.En, close)
			}
		}
	}
	return dst
}

func appendBeside(dst []beside, en string, close bool) []beside {
	for _, w := range english.AppendParts(nil, en) {
		word := beside{english.Fold(w.Text), close}
		if !isFunction(word.en) && !slices.Contains(dst, word) {
			dst = append(dst, word)
		}
	}
	return dst
}
