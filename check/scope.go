package check

import "duizhao/bitext"

// Scope is one document with its subjects, for the rules that compare units.
type Scope struct {
	Document *bitext.Document
	Subjects []*Subject // in the order of the source
}
