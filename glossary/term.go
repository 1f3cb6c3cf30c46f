package glossary

import (
	"slices"

	"duizhao/lang/span"
)

// Term is one entry of a glossary. [Parse] makes it; nobody changes it
// afterwards.
type Term struct {
	ID         string   // as given, or Zh where none is given
	Zh         string   // as written in the file
	ZhAlso     []string // further Chinese forms of the same term
	Parts      []string // ids of the terms that together also meet this one
	Binding    Binding
	Status     Status
	Kind       Kind
	Domain     string
	Senses     []Sense // at least one; a plain entry has one that always holds
	Abbr       []string
	Source     Source
	Definition string
	Note       string
	Match      Borders
	Case       Case
	Existed    Existed

	Pos Position // where the entry begins
}

// Position is a place in a glossary file.
type Position struct {
	File   string
	Line   int // from 1
	Column int // from 1, counted in runes
}

// Sense is one meaning of a term, with its renderings.
type Sense struct {
	When       When
	Renderings []Rendering // at least one; the first is preferred
	Avoid      []Avoid
}

// Rendering is one accepted English form of a term.
type Rendering struct {
	En     string
	Form   Form
	House  []string // preferred in these houses
	Genre  []string // preferred in these genres
	Period Period   // accepted in documents of these dates
}

// Avoid is an English form that is wrong wherever it renders the term.
type Avoid struct {
	En       string
	Why      string
	UnlessZh []string // does not count where the Chinese also says one of these
	Period   Period   // counts in documents of these dates
}

// Source says where the renderings of an entry come from.
type Source struct {
	Name    string
	URL     string
	Checked string // date
}

// Existed says when a body existed, and what stood before and after it.
type Existed struct {
	Period
	Predecessor string // id or Chinese name
	Successor   string // id or Chinese name
}

// Binding says how much a term demands.
type Binding string

// The bindings, strongest first.
const (
	Fixed     Binding = "fixed"
	Preferred Binding = "preferred"
	Advisory  Binding = "advisory"
)

// Status says how far an entry has come.
type Status string

// The statuses. Only an approved term can hide another, see [Glossary.Match].
const (
	Approved   Status = "approved"
	Proposed   Status = "proposed"
	Deprecated Status = "deprecated"
)

// Kind says what an entry names. Users may have kinds of their own.
type Kind string

// The kinds that duizhao knows.
const (
	KindNone    Kind = ""
	KindBody    Kind = "body"    // 生态环境部
	KindTitle   Kind = "title"   // the name of one law, plan or notice
	KindPost    Kind = "post"    // 主任
	KindPerson  Kind = "person"  // 单霁翔
	KindPlace   Kind = "place"   // 粤港澳大湾区
	KindSlogan  Kind = "slogan"  // 放管服
	KindMeasure Kind = "measure" // 标准煤
	KindConcept Kind = "concept" // 碳中和
	KindEvent   Kind = "event"   // 二十国集团领导人峰会

	KindDocument Kind = "document" // a make of document: 意见, 办法
)

// Form is the grammatical form of a rendering.
type Form string

// The forms. FormAny is what short entries have: a noun phrase as a rule.
const (
	FormAny       Form = ""
	FormNoun      Form = "noun"
	FormTitle     Form = "title" // capitals as in a title
	FormVerb      Form = "verb"  // met in any inflection
	FormAdjective Form = "adjective"
	FormShort     Form = "short" // a short second mention: "the Initiative"
)

// Borders says what may stand beside a term.
type Borders string

// The values of match.
const (
	MatchWord     Borders = "word"     // not inside or across other words
	MatchAnywhere Borders = "anywhere" // wherever the characters stand
)

// Case says what capitals of a rendering demand.
type Case string

// The values of case.
const (
	CaseSmart Case = "smart" // capitals may be added, never removed
	CaseExact Case = "exact" // letter for letter, but for the start of a sentence
	CaseAny   Case = "any"   // capitals mean nothing
)

// approved reports whether t may hide other terms and bind.
func (t *Term) approved() bool { return t.Status == Approved }

// Period is a stretch of time between two dates, each inclusive, written
// YYYY, YYYY-MM or YYYY-MM-DD; an empty date leaves that end open.
type Period struct{ From, To string }

// Holds reports whether date, written in one of the same ways, may lie in p.
// A document without a date lies in every period.
func (p Period) Holds(date string) bool {
	return date == "" || !earlier(date, p.From) && !earlier(p.To, date)
}

// earlier reports whether a is surely before b, at the precision that both
// have. An empty date is never before or after another.
func earlier(a, b string) bool {
	n := min(len(a), len(b))
	return a[:n] < b[:n]
}

// Preferred returns the rendering that a translation of m should have: the
// first of the list, but for those whose period does not hold, and after those
// of the house or genre asked for and, in a title or heading, those of form title.
func (m Match) Preferred(c Context) *Rendering {
	renderings := m.Term.Senses[m.Sense].Renderings
	best, bestScore := &renderings[0], -1
	for i := range renderings {
		if s := renderings[i].score(c); s > bestScore {
			best, bestScore = &renderings[i], s
		}
	}
	return best
}

// score tells how well r fits c; -1 where its period does not hold.
func (r *Rendering) score(c Context) int {
	if !r.Period.Holds(c.Date) {
		return -1
	}
	score := 8 // a rendering without conditions
	for _, wish := range []struct {
		have []string
		want string
	}{{r.House, c.House}, {r.Genre, c.Genre}} {
		switch {
		case len(wish.have) == 0:
		case slices.Contains(wish.have, wish.want):
			score += 2
		default:
			score -= 2
		}
	}
	if r.Form == FormTitle && (c.Block == unitTitle || c.Block == unitHeading) {
		score++
	}
	return score
}

// Match is one place where a term stands.
type Match struct {
	Span  span.Span // runes of the text
	Term  *Term
	Sense int // index into Term.Senses

	// Ambiguous says that more than one sense holds and nothing decides
	// between them: any of their renderings will do.
	Ambiguous bool
	// Doubtful says that the borders of the term are uncertain: it is not
	// binding here.
	Doubtful bool
	// Quoted says that the term stands inside 《》, is not the whole title, and
	// has nothing to do with titles: the translated title may have words of
	// its own.
	Quoted bool
}
