package article

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// tailClass says what a line is for the end of an article.
type tailClass int

const (
	tailPlain   tailClass = iota // a short line: it goes the way of the lines above it
	tailProse                    // a sentence of the article
	tailKeep                     // part of an official document: attachment, copies to
	tailContact                  // a contact: of the document, or of the site
	tailMenu                     // words of a menu, which a list in a document may hold too
	tailPage                     // belongs to the page: editor, related reading
	tailSite                     // belongs to the site: copyright, licence
)

// tailClassOf classifies a line by its words.
func tailClassOf(text string) (tailClass, string) {
	m := loadMarkers()
	if len(text) > 1<<12 {
		return tailProse, ""
	}
	folded := foldMarks(strings.TrimSpace(text))
	prose := isSentence(text)
	if reason, ok := m.prefix(markSite, folded); ok {
		if !prose || m.count(markSiteSentence, folded) >= 1 {
			return tailSite, reason
		}
	}
	if reason, ok := m.inside(markSiteIn, folded); ok {
		if !prose || m.count(markSiteSentence, folded) >= 2 {
			return tailSite, reason
		}
	}
	if prose {
		return tailProse, ""
	}
	if reason, ok := m.prefix(markPage, folded); ok && (reason != "editor" || namesEditors(folded)) {
		return tailPage, reason
	}
	if reason, ok := m.inside(markPageIn, folded); ok {
		return tailPage, reason
	}
	if _, ok := m.prefix(markKeep, folded); ok {
		return tailKeep, ""
	}
	if _, ok := m.prefix(markContact, folded); ok {
		return tailContact, ""
	}
	if reason, ok := m.menuLine(folded); ok {
		return tailMenu, reason
	}
	return tailPlain, ""
}

// removeTail removes what stands behind the last sentence of the article and
// behind a marker.
//
// Behind a line of the site everything goes. Behind a line of the page (an
// editor's name, "related reading") short lines go, but an attachment or a
// contact that follows shows that the document has not ended: then only the
// marked lines go. Above a heading with a number or a signature, too, only
// marked lines go.
func removeTail(lines []*line, content []int) {
	from := max(0, len(content)-tailLines)
	if end := editorEnd(lines, content, from); end >= 0 {
		reason := ""
		for _, i := range content[end:] {
			if class, why := tailClassOf(lines[i].text); class == tailPage || class == tailSite || class == tailMenu {
				reason = why
			}
			lines[i].remove(stepBoilerplate, reason)
		}
		return
	}
	start := tailStart(lines, content, from)
	tail := readTail(lines, content[start:])
	resumed := tail.resumed(isNumberedIn(lines, content[:start]))
	tail[resumed:].remove()
}

// tailStart is the place in content of the line behind the last sentence.
func tailStart(lines []*line, content []int, from int) int {
	for n := len(content) - 1; n >= from; n-- {
		l := lines[content[n]]
		if l.skip != "" || l.kind == Title {
			return n + 1
		}
		if class, _ := tailClassOf(l.text); class == tailProse {
			return n + 1
		}
	}
	return from
}

// isNumberedIn reports whether one of the lines is a numbered heading.
func isNumberedIn(lines []*line, content []int) bool {
	return slices.ContainsFunc(content, func(i int) bool { return isNumberedHeading(lines[i].text) })
}

// editorEnd finds, among the last lines, an editor's line in brackets right
// above a line of the page: what follows are teasers, even in sentences. It
// is -1 where there is none.
func editorEnd(lines []*line, content []int, from int) int {
	for n := from; n+1 < len(content); n++ {
		text := strings.TrimSpace(lines[content[n]].text)
		if !strings.HasPrefix(text, "(") && !strings.HasPrefix(text, "（") && !strings.HasPrefix(text, "【") || utf8.RuneCountInString(text) > editorRunes {
			continue
		}
		class, reason := tailClassOf(text)
		below := pageClassOf(lines[content[n+1]].text)
		if class != tailPage || reason != "editor" || below != tailPage && below != tailSite {
			continue
		}
		for n > 1 {
			if pageClassOf(lines[content[n-1]].text) != tailPage {
				break
			}
			n--
		}
		return n
	}
	return -1
}

// isFooter reports whether a line right above a site's footer belongs to it.
func isFooter(text string, footer bool) bool {
	if !footer {
		return false
	}
	_, ok := loadMarkers().prefix(markFooter, foldMarks(strings.TrimSpace(text)))
	return ok
}

// orElse is s, or other where s is empty.
func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// editorRunes is how long an editor's line in brackets can be.
const editorRunes = 40

// cutEditor cuts "（责任编辑：…）" off the end of the last line of content.
func (c *cleaning) cutEditor() {
	last := len(c.lines) - 1
	for last >= 0 && c.lines[last].skip != "" {
		last--
	}
	if last < 0 {
		return
	}
	l := c.lines[last]
	text := strings.TrimRightFunc(l.text, unicode.IsSpace)
	end, size := utf8.DecodeLastRuneInString(text)
	open := map[rune]string{')': "(", '）': "（", '】': "【", ']': "["}[end]
	if open == "" {
		return
	}
	at := strings.LastIndex(text[:len(text)-size], open)
	if at <= 0 || utf8.RuneCountInString(text[at:]) > editorRunes {
		return
	}
	folded := foldMarks(text[at:])
	reason, ok := loadMarkers().prefix(markPage, folded)
	if !ok || !strings.Contains(folded, ":") || reason != "editor" {
		return
	}
	head, tail := l.split(c.src, at)
	tail.remove(stepBoilerplate, reason)
	*l = head
	c.lines = slices.Insert(c.lines, last+1, &tail)
}
