package check

import (
	"sync"

	"duizhao/bitext"
)

// Scope is one document with its subjects, for the rules that compare units.
type Scope struct {
	Document *bitext.Document
	Subjects []*Subject // of the units, in the order of the source
	Facts    Facts
	Spelling string // "us" or "gb" where the project asks for one; "" follows the document

	first *firstUses // from earlier parts of the document, or nil

	// What is learned from all documents of a run together; a document alone
	// learns from itself.
	corpus *corpus
}

// Facts are what the reader of a pair of files knows and a bitext does not
// hold. The zero value knows nothing and is always right.
type Facts struct {
	// The hash of the Chinese that the English says it was translated from, and
	// that of the Chinese as it is now, in whatever form both were written.
	TranslatedFrom, Chinese string

	Unpaired  []Unpaired
	Structure [2]Structure // of the Chinese and of the English
	Doubtful  []int        // units, by index, whose pairing is not sure: what is found there are notes
}

// Unpaired is a stretch of blocks, or a whole file, that stands in one language
// only.
type Unpaired struct {
	Unit   int    // index of the unit where it stands, or would
	Blocks int    // 0 for a whole file
	Lang   string // the language that it stands in: "zh" or "en"
	Text   string // its beginning, for people
}

// Structure counts what Markdown or HTML marks in a file.
type Structure struct {
	Headings, ListItems, Tables, CodeBlocks, Links, Images int
}

// corpus is what all documents of a run say together. It is made when a rule
// first asks for it.
type corpus struct {
	scopes   []*Scope
	segments func() map[string]string // of a Chinese text that recurs: the English that most often renders it
	wordings func() []recurring
}

func newCorpus(scopes []*Scope) *corpus {
	c := &corpus{scopes: scopes}
	c.segments = sync.OnceValue(c.countSegments)
	c.wordings = sync.OnceValue(c.findRecurring)
	return c
}

// learned is the corpus of the scope.
func (s *Scope) learned() *corpus {
	if s.corpus == nil {
		s.corpus = newCorpus([]*Scope{s})
	}
	return s.corpus
}

// about is a finding about unit i of the scope.
func about(i int, f Finding) Finding {
	f.Unit = i
	return f
}
