package draft

import (
	"slices"
	"strings"

	"duizhao/lang/english"
)

// piece is a stretch of English as it is put down, before spaces, articles
// and capitals are settled.
type piece struct {
	text  string
	tight bool // no space before
	glue  bool // no space after
	indef bool // "a", or "an" where the next word wants it
	verb  bool // a verb of the lexicon, whose preposition may be moved
}

// text gathers pieces.
type text struct{ pieces []piece }

func (t *text) say(s string) {
	if s != "" {
		t.pieces = append(t.pieces, piece{text: s, tight: len(s) > 1 && s[0] == '-'}) // 型 "-type"
	}
}

// sayVerb says a verb of the lexicon.
func (t *text) sayVerb(s string) {
	t.say(s)
	if s != "" {
		t.pieces[len(t.pieces)-1].verb = true
	}
}

// endsWith reports whether s is what was said last.
func (t *text) endsWith(s string) bool {
	n := len(t.pieces)
	return n > 0 && (t.pieces[n-1].text == s || strings.HasSuffix(t.pieces[n-1].text, " "+s))
}

// lastVerb is the last piece, when it is a verb of the lexicon, else nil.
func (t *text) lastVerb() *piece {
	if n := len(t.pieces); n > 0 && t.pieces[n-1].verb {
		return &t.pieces[n-1]
	}
	return nil
}

// afterBe moves the adverbs in pieces from to to behind the form of "be" that
// begins the verb after them: "is fully responsible for".
func (t *text) afterBe(from, to int) {
	if from == to || to >= len(t.pieces) || !t.pieces[to].verb {
		return
	}
	be, rest, ok := strings.Cut(t.pieces[to].text, " ")
	switch be {
	case "is", "are", "was", "were", "am":
	default:
		return
	}
	if ok {
		t.pieces[to].text = rest
	} else {
		t.pieces = slices.Delete(t.pieces, to, to+1)
	}
	t.pieces = slices.Insert(t.pieces, from, piece{text: be})
}

// close says a mark that leans on what stands before it. A comma gives way to
// the mark behind it.
func (t *text) close(s string) {
	if isStop(s) {
		t.undivide()
	}
	if n := len(t.pieces); n > 0 && isStop(s) && t.pieces[n-1].text == "," {
		t.pieces = t.pieces[:n-1]
	} else if n > 0 && s == "," && isStop(t.pieces[n-1].text) {
		return
	}
	t.pieces = append(t.pieces, piece{text: s, tight: true})
}

// open says a mark that leans on what comes after it.
func (t *text) open(s string) { t.pieces = append(t.pieces, piece{text: s, glue: true}) }

// link says a mark that leans on both sides.
func (t *text) link(s string) { t.pieces = append(t.pieces, piece{text: s, tight: true, glue: true}) }

// article says "a" or "an", as the next word wants.
func (t *text) article() { t.pieces = append(t.pieces, piece{text: "a", indef: true}) }

// divide says the mark between two stretches that stand side by side, once.
func (t *text) divide() {
	if n := len(t.pieces); n > 0 && !isStop(t.pieces[n-1].text) && !t.pieces[n-1].glue {
		t.say("|")
	}
}

// undivide takes a mark back that has nothing behind it.
func (t *text) undivide() {
	if n := len(t.pieces); n > 0 && t.pieces[n-1].text == "|" {
		t.pieces = t.pieces[:n-1]
	}
}

// comma says a comma, unless a mark stands there already.
func (t *text) comma() {
	if t.endsWith("that") || t.endsQuotation() { // 据了解，
		return
	}
	if n := len(t.pieces); n > 0 && !isStop(t.pieces[n-1].text) && !t.pieces[n-1].glue {
		t.close(",")
	}
}

// endsQuotation reports whether a quotation that ends a sentence was said last.
func (t *text) endsQuotation() bool {
	n := len(t.pieces)
	return n > 1 && t.pieces[n-1].text == `"` && t.pieces[n-2].text != "," && isStop(t.pieces[n-2].text)
}

// wordAfter is the text behind piece i that is not an opening mark.
func (t *text) wordAfter(i int) string {
	for _, p := range t.pieces[i+1:] {
		if word := strings.TrimLeft(p.text, `"'([{`); word != "" {
			return word
		}
	}
	return ""
}

func isStop(s string) bool {
	switch s {
	case ",", ".", ";", ":", "!", "?", "...", "|":
		return true
	}
	return false
}

// String settles spaces and articles.
func (t *text) String() string {
	var b strings.Builder
	glue := true
	for i, p := range t.pieces {
		if !glue && !p.tight {
			b.WriteByte(' ')
		}
		if p.indef {
			p.text += english.Article(t.wordAfter(i))[len("a"):]
		}
		b.WriteString(p.text)
		glue = p.glue
	}
	return b.String()
}

// lastWord is the head of an English noun phrase in lower case: of "head of
// state" it is "head".
func lastWord(en string) string { return strings.ToLower(head(en)) }

// head is the head of an English noun phrase as it is written.
func head(en string) string {
	head := en
	for _, p := range [...]string{" of ", " for ", " in ", " on ", " to ", " with "} {
		head, _, _ = strings.Cut(head, p)
	}
	return head[strings.LastIndexByte(head, ' ')+1:]
}

// stop says the English mark for the Chinese mark that ends a clause.
func (t *text) stop(zh rune) {
	switch zh {
	case '。':
		t.close(".")
	case '；', ';':
		t.close(";")
	case '：', ':':
		t.close(":")
	case '！', '!':
		t.close("!")
	case '？', '?':
		t.close("?")
	case '…':
		t.close("...")
	}
}

// capitaliseAt makes the sentence that begins at piece i begin with a
// capital.
func capitaliseAt(t *text, i int) {
	for ; i < len(t.pieces); i++ {
		p := &t.pieces[i]
		if p.glue || p.text == "(it)" || p.text == "" {
			if p.text == "(it)" {
				p.text = "(It)"
				return
			}
			continue
		}
		p.text = english.Capitalise(p.text)
		return
	}
}
