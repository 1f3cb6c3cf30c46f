package glossary

import (
	"fmt"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// verifier finds what is wrong between the entries of one file.
type verifier struct {
	r    *reader
	keys map[string]place // folded zh → where it was given
	ids  map[string]place
}

type place struct {
	text string
	line int
}

func newVerifier(r *reader) *verifier {
	return &verifier{r: r, keys: make(map[string]place), ids: make(map[string]place)}
}

// add checks e against the entries before it; false means that e is not to be
// used.
func (v *verifier) add(e *entry) bool {
	ok := v.addKey(e.zh)
	for _, t := range e.zhAlso {
		ok = v.addKey(t) && ok
	}
	if e.id.at != nil {
		if was, double := v.ids[e.id.text]; double {
			v.r.errorf(e.id.at, "give each entry an id of its own", "id %q is already that of the entry in line %d", e.id.text, was.line)
			ok = false
		}
	}
	v.ids[e.term.ID] = place{e.term.ID, e.node.Line}
	for _, p := range e.parts {
		if p.text == e.term.ID {
			v.r.errorf(p.at, "", "%q cannot be a part of itself", p.text)
			ok = false
		}
	}
	return ok
}

func (v *verifier) addKey(t text) bool {
	k := Key(t.text)
	switch n := utf8.RuneCountInString(k); {
	case n == 0:
		v.r.errorf(t.at, "", "zh %q has nothing in it that could be matched", t.text)
		return false
	case n == 1:
		v.r.warnf(t.at, "give it senses with when, or a longer zh", "zh %q is one character: it will match in many words", t.text)
	}
	if was, double := v.keys[k]; double {
		hint := "make them senses of one entry"
		if was.text != t.text {
			hint = fmt.Sprintf("%q and %q are the same in another script or width; keep one", was.text, t.text)
		}
		v.r.errorf(t.at, hint, "zh %q stands already in line %d", t.text, was.line)
		return false
	}
	v.keys[k] = place{t.text, line(t.at)}
	return true
}

func line(n *yaml.Node) int { return max(n.Line, 1) }
