package check

import (
	"html"
	"strings"
	"unicode/utf8"

	"duizhao/bitext"
	"duizhao/glossary"
	"duizhao/lang/english"
	"duizhao/lang/han"
	"duizhao/lang/number"
	"duizhao/lang/span"
)

// Subject is one unit with what the rules compare. What costs time is made
// when a rule first asks for it, once; so a Subject belongs to one goroutine
// at a time.
//
// Zh and En are the texts of the unit with HTML entities unescaped. All spans
// of a Subject, and of the findings of rules, count runes of these; they are
// led back to the real texts when findings and receipts leave the package.
type Subject struct {
	Glossary *glossary.Glossary
	Context  glossary.Context
	Unit     *bitext.Unit
	Zh, En   string
	Terms    []glossary.Match       // in Zh
	Met      []glossary.Recognition // how En meets each of Terms

	zhEntities, enEntities *entities
	zhRunes                []rune
	folded                 string
	words                  []english.Word
	enFolded               string
	differences            []number.Difference
	compared               bool // differences are made
}

// NewSubject makes the subject of u. terms are the matches in u.Zh, and the
// context is that of u, its block included.
func NewSubject(g *glossary.Glossary, c glossary.Context, u *bitext.Unit, terms []glossary.Match) *Subject {
	s := &Subject{Glossary: g, Context: c, Unit: u, Zh: u.Zh, En: u.En, Terms: terms}
	if s.Zh, s.zhEntities = unescape(u.Zh); s.zhEntities != nil {
		s.Terms = make([]glossary.Match, len(terms))
		for i, m := range terms {
			m.Span = s.zhEntities.plain(m.Span)
			s.Terms[i] = m
		}
	}
	s.En, s.enEntities = unescape(u.En)
	s.Met = g.Recognise(s.En, s.Zh, s.Terms, c)
	return s
}

// Receipts says for every term how the English meets it.
func (s *Subject) Receipts() []bitext.Receipt {
	out := make([]bitext.Receipt, len(s.Terms))
	for i, m := range s.Terms {
		out[i] = bitext.Receipt{
			ID: m.Term.ID, Zh: s.zh(m.Span), Source: s.zhEntities.real(m.Span),
			En: s.Met[i].En, How: bitext.How(s.Met[i].How),
		}
		if !s.Met[i].Target.Empty() {
			target := s.enEntities.real(s.Met[i].Target)
			out[i].Target = &target
		}
	}
	return out
}

// Runes is Zh in runes.
func (s *Subject) Runes() []rune {
	if s.zhRunes == nil {
		s.zhRunes = []rune(s.Zh)
	}
	return s.zhRunes
}

// Folded is Zh under [han.FoldString]; it has the same runes at the same places.
func (s *Subject) Folded() string {
	if s.folded == "" {
		s.folded = han.FoldString(s.Zh)
	}
	return s.folded
}

// Words are the words of En; their spans count bytes.
func (s *Subject) Words() []english.Word {
	if s.words == nil {
		s.words = english.AppendWords(make([]english.Word, 0, len(s.En)/6+1), s.En)
	}
	return s.words
}

// foldedEn is En under [english.Fold].
func (s *Subject) foldedEn() string {
	if s.enFolded == "" {
		s.enFolded = english.Fold(s.En)
	}
	return s.enFolded
}

// zh is the Chinese at runes at.
func (s *Subject) zh(at span.Span) string { return string(s.Runes()[at.Start:at.End]) }

// target is the runes of En that stand at bytes at.
func (s *Subject) target(at span.Span) span.Span {
	start := utf8.RuneCountInString(s.En[:at.Start])
	return span.Span{Start: start, End: start + utf8.RuneCountInString(s.En[at.Start:at.End])}
}

// real leads the places of a finding back to the real texts.
func (s *Subject) real(f Finding) Finding {
	if f.Source != nil {
		source := s.zhEntities.real(*f.Source)
		f.Source = &source
	}
	if f.Target != nil {
		target := s.enEntities.real(*f.Target)
		f.Target = &target
	}
	if f.Fix != nil {
		f.Fix = &Fix{Target: s.enEntities.real(f.Fix.Target), En: f.Fix.En}
	}
	return f
}

// entities leads between a text with HTML entities and without; nil where the
// text has none.
type entities struct {
	at []int // of each rune of the unescaped text, and of its end: where it stands in the real one
}

// unescape replaces the HTML entities of text.
func unescape(text string) (string, *entities) {
	if strings.IndexByte(text, '&') < 0 {
		return text, nil
	}
	plain := html.UnescapeString(text)
	if plain == text {
		return text, nil
	}
	e := &entities{}
	real := 0
	for rest := text; rest != ""; {
		n := 1
		if rest[0] == '&' {
			n = entityLen(rest)
		} else {
			_, n = utf8.DecodeRuneInString(rest)
		}
		for range utf8.RuneCountInString(html.UnescapeString(rest[:n])) {
			e.at = append(e.at, real)
		}
		real += utf8.RuneCountInString(rest[:n])
		rest = rest[n:]
	}
	e.at = append(e.at, real)
	if len(e.at) != utf8.RuneCountInString(plain)+1 {
		return text, nil // an entity that only its neighbours make; nothing to be gained from it
	}
	return plain, e
}

// maxEntity is the length of the longest entity, in bytes.
const maxEntity = 33

// entityLen is the length in bytes of the entity that s begins with, 1 where
// it begins with none.
func entityLen(s string) int {
	end := strings.IndexByte(s[:min(len(s), maxEntity)], ';')
	if end < 0 || html.UnescapeString(s[:end+1]) == s[:end+1] {
		return 1
	}
	return end + 1
}

func (e *entities) real(at span.Span) span.Span {
	if e == nil {
		return at
	}
	return span.Span{Start: e.at[at.Start], End: e.at[at.End]}
}

// plainOf is plain of a place that may be none.
func (e *entities) plainOf(at *span.Span) *span.Span {
	if at == nil || e == nil {
		return at
	}
	out := e.plain(*at)
	return &out
}

func (e *entities) plain(at span.Span) span.Span {
	out := span.Span{End: len(e.at) - 1}
	for i, real := range e.at {
		if real <= at.Start {
			out.Start = i
		}
		if real >= at.End {
			out.End = i
			break
		}
	}
	return out
}
