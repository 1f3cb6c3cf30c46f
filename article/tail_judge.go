package article

import (
	"slices"
	"strings"
	"unicode/utf8"

	"duizhao/lang/han"
)

// tailLine is a line behind the last sentence of an article.
type tailLine struct {
	*line
	class   tailClass
	reason  string
	numbers bool // a numbered heading
	resumes bool // shows that the article goes on to here
}

// tailRun is all lines behind the last sentence, in order.
type tailRun []tailLine

// readTail classifies the lines of a tail.
func readTail(lines []*line, content []int) tailRun {
	tail := make(tailRun, len(content))
	for n, i := range content {
		l := lines[i]
		t := tailLine{line: l}
		t.class, t.reason = tailClassOf(l.text)
		t.numbers = isNumberedHeading(l.text)
		t.resumes = t.numbers || t.class == tailKeep && continuesDocument(l.text)
		tail[n] = t
	}
	tail.signatures()
	tail.menus()
	return tail
}

// isNumberedHeading reports whether a line begins like a heading of a
// document. Lists of other articles have Arabic numbers.
func isNumberedHeading(text string) bool {
	switch numberingOf(text).kind {
	case numberChapter, numberArticle, numberChinese, numberBracketed:
		return true
	}
	return false
}

// continuesDocument reports whether a line that is part of a document stands
// in no footer of a site.
func continuesDocument(text string) bool {
	folded := strings.TrimLeft(foldMarks(strings.TrimSpace(text)), "(")
	for _, word := range []string{"附件", "抄送", "此件"} {
		if strings.HasPrefix(folded, foldMarks(word)) {
			return true
		}
	}
	return false
}

// signatureRunes is how long the name of a body that signs can be.
const signatureRunes = 30

// signatures finds the names of bodies with a date in characters below, and
// 国务院 among them, which is also a word of menus.
func (tail tailRun) signatures() {
	for n := 0; n+1 < len(tail); n++ {
		body, date := &tail[n], &tail[n+1]
		if body.class != tailPlain && body.class != tailMenu || date.class != tailPlain && date.class != tailKeep {
			continue
		}
		name := foldMarks(strings.TrimSpace(body.text))
		if utf8.RuneCountInString(name) > signatureRunes || !endsWithAny(name, publisherEnds) && !strings.HasSuffix(name, foldMarks("院")) {
			continue
		}
		folded := []rune(foldMarks(strings.TrimSpace(date.text)))
		if _, size := dateAt(folded); size != len(folded) || !slices.Contains(folded, '年') {
			continue
		}
		body.class, date.class = tailKeep, tailKeep
		body.resumes, date.resumes = true, true
	}
}

// menus judges the lines of words of menus: they belong to the page if they
// have several words or company, and are not made of names of sections alone
// unless a footer of the site follows. Else they are plain.
func (tail tailRun) menus() {
	site := false // a footer follows
	for n := len(tail) - 1; n >= 0; n-- {
		t := &tail[n]
		if t.class == tailSite {
			site = true
		}
		if t.class != tailMenu {
			continue
		}
		company := n > 0 && tail[n-1].isPage() || n+1 < len(tail) && tail[n+1].isPage()
		if (company || len(strings.Fields(t.text)) > 1) && (site || t.reason != menuSections) {
			continue
		}
		t.class, t.reason = tailPlain, ""
	}
}

// menuSections is the reason of menu words that are names of sections.
const menuSections = "navigation"

// isPage reports whether a line says that it belongs to the page or the site.
func (t *tailLine) isPage() bool {
	return t.class == tailPage || t.class == tailSite || t.class == tailMenu
}

// resumed takes out the marked lines above the last line that shows that the
// article goes on, and gives the place behind that. Between numbered headings
// even those stay.
func (tail tailRun) resumed(numbersAbove bool) int {
	end := 0
	for n := range tail {
		if tail[n].resumes {
			end = n + 1
		}
	}
	for n := range tail[:end] {
		t := &tail[n]
		numbersAbove = numbersAbove || t.numbers
		if t.class != tailPage && t.class != tailSite {
			continue
		}
		below := slices.ContainsFunc(tail[n:end], func(t tailLine) bool { return t.numbers })
		if !numbersAbove || !below {
			t.remove(stepBoilerplate, t.reason)
		}
	}
	return end
}

// remove takes out a tail in which the article does not go on.
func (tail tailRun) remove() {
	site := slices.IndexFunc(tail, func(t tailLine) bool { return t.class == tailSite })
	if site < 0 {
		site = len(tail)
	}
	for site > 0 && isFooter(tail[site-1].text, site < len(tail)) {
		site--
	}
	reason := ""
	for n := range tail {
		t := &tail[n]
		switch {
		case n >= site:
			if t.class == tailSite {
				reason = t.reason
			}
			t.line.remove(stepBoilerplate, orElse(reason, "site footer"))
		case t.class == tailMenu:
			t.line.remove(stepBoilerplate, t.reason)
		case t.class == tailPage:
			reason = t.reason
			t.line.remove(stepBoilerplate, reason)
		case t.class == tailKeep || t.class == tailContact:
			reason = ""
		case reason != "" && !tail[n:site].keep():
			t.line.remove(stepBoilerplate, reason)
		}
	}
}

// keep reports whether one of the lines is part of a document.
func (tail tailRun) keep() bool {
	return slices.ContainsFunc(tail, func(t tailLine) bool { return t.class == tailKeep || t.class == tailContact })
}

// pageClassOf is the class of a line in whose company a menu has no doubt.
func pageClassOf(text string) tailClass {
	class, _ := tailClassOf(text)
	if class == tailMenu {
		return tailPage
	}
	return class
}

// namesEditors reports whether what stands behind the label of an editor, in
// folded text, is names and more labels: 审核: 县级负责 is an instruction.
func namesEditors(folded string) bool {
	_, rest, ok := strings.Cut(folded, ":")
	if !ok {
		return true // a label without a colon is one of those that say all
	}
	words := strings.FieldsFunc(rest, func(r rune) bool { return !han.Is(r) && r != ':' && r != '·' })
	return len(words) == 0 || strings.Contains(words[0], ":") || isName(words[0])
}

// isName reports whether a word is shaped like the name of a person.
func isName(word string) bool {
	n := utf8.RuneCountInString(word)
	return strings.Contains(word, "·") || n >= 2 && n <= 4 && n <= 2+han.SurnameLen(word) && han.SurnameLen(word) > 0
}
