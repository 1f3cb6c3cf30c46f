package check

import (
	"duizhao/bitext"
	"duizhao/glossary"
)

// weight orders severities; nothing weighs less than a note.
func weight(s bitext.Severity) int {
	switch s {
	case bitext.Error:
		return 3
	case bitext.Warning:
		return 2
	case bitext.Note:
		return 1
	}
	return 0
}

func approved(t *glossary.Term) bool { return t.Status == glossary.Approved }

// Binds reports whether a term binds where it stands: approved, more than
// advice, and certain to be meant.
func Binds(m glossary.Match) bool {
	return approved(m.Term) && m.Term.Binding != glossary.Advisory && unbound(m) == ""
}
