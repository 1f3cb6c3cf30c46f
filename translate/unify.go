package translate

// Name is something that recurs in the document and that the glossary does not
// hold: a suggestion for it.
type Name struct{ Zh, En string }

func (r *run) unify() {}
