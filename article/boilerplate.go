package article

import (
	"slices"
	"strings"
	"unicode/utf8"

	"duizhao/lang/span"
)

// Head and tail are looked for in this many lines at the ends of a document.
const headLines, tailLines = 60, 400

// removeBoilerplate takes off what the page says around its article: only at
// the head or at the tail, and only behind a marker. Losing a line of the
// article is worse than keeping one of the page.
func removeBoilerplate(c *cleaning) []span.Span {
	content := contentLines(c.lines)
	removeHead(c.lines, content)
	removeTail(c.lines, content)
	c.cutEditor()
	var out []span.Span
	for i := range c.lines {
		if c.lines[i].skip == stepBoilerplate {
			out = append(out, c.lines[i].span)
		}
	}
	return out
}

// contentLines are the indices of the lines that are content so far.
func contentLines(lines []*line) []int {
	out := make([]int, 0, len(lines))
	for i := range lines {
		if lines[i].skip == "" {
			out = append(out, i)
		}
	}
	return out
}

// removeHead removes navigation above the title, and buttons between title
// and text. Between two lines of navigation above the title short lines
// without marks are navigation too.
func removeHead(lines []*line, content []int) {
	anchor := headAnchor(lines)
	last := -1 // the last line of navigation above the title
	reasons := map[int]string{}
	for n, i := range content {
		if n >= headLines || beginsText(lines[i].text) {
			break
		}
		if lines[i].kind == Title {
			continue
		}
		reason, ok := headReason(lines[i].text)
		if !ok {
			continue
		}
		reasons[i] = reason
		if i < anchor {
			last = n
		}
	}
	titleBelow := last >= 0 && hasTitleBelow(lines, content[last+1:])
	first := true
	for n, i := range content {
		reason, marked := reasons[i]
		if n >= last && n >= headLines {
			return
		}
		text := strings.TrimSpace(lines[i].text)
		switch {
		case marked:
			first = false
			lines[i].remove(stepBoilerplate, reason)
		case n >= last || lines[i].kind == Title:
		case !first && utf8.RuneCountInString(text) <= 8:
			lines[i].remove(stepBoilerplate, "navigation")
		case first && titleBelow && endsWithAny(foldMarks(text), publisherEnds) && utf8.RuneCountInString(text) <= 24:
			lines[i].remove(stepBoilerplate, "site header")
		}
	}
}

// hasTitleBelow reports whether a line that can be the title stands among the
// lines above the text: then a site's name above the navigation is none.
func hasTitleBelow(lines []*line, content []int) bool {
	for _, i := range content {
		if beginsText(lines[i].text) {
			return false
		}
		if _, marked := headReason(lines[i].text); !marked {
			return utf8.RuneCountInString(strings.TrimSpace(lines[i].text)) > 9
		}
	}
	return false
}

// headAnchor is the line in front of which navigation can stand: the first
// one of metadata, or the first that is long enough for a title.
func headAnchor(lines []*line) int {
	for i := range lines {
		if i >= headLines || beginsText(lines[i].text) {
			break
		}
		if lines[i].skip == stepMetadata {
			return i
		}
	}
	for i := range min(len(lines), headLines) {
		if lines[i].skip != "" {
			continue
		}
		_, marked := headReason(lines[i].text)
		if !marked && utf8.RuneCountInString(strings.TrimSpace(lines[i].text)) > 8 {
			return i
		}
	}
	return 0
}

// headReason says why a line above the text is no part of the article.
func headReason(text string) (string, bool) {
	if len(text) > 600 {
		return "", false
	}
	m := loadMarkers()
	folded := foldMarks(strings.TrimSpace(text))
	if reason, ok := m.prefix(markHead, folded); ok && !strings.ContainsAny(folded, "。") {
		return reason, true
	}
	if isTrail(folded) {
		return "breadcrumb", true
	}
	if isHomeRow(folded) {
		return "navigation", true
	}
	return m.menuLine(folded)
}

// homeWords are how pages call the way back to their beginning.
var homeWords = []string{"首页", "网站首页", "主页", "home", "返回首页"}

func isHome(word string) bool {
	return slices.ContainsFunc(homeWords, func(home string) bool { return word == foldMarks(home) })
}

// isHomeRow reports whether folded is a row of short words of which the first
// leads home: a menu, though a site may call the others what it likes.
func isHomeRow(folded string) bool {
	words := strings.FieldsFunc(folded, func(r rune) bool { return strings.ContainsRune(" \t\u00a0|/", r) })
	return len(words) >= 5 && isHome(words[0]) &&
		!slices.ContainsFunc(words, func(w string) bool { return utf8.RuneCountInString(w) > 6 })
}

// isTrail reports whether folded is a breadcrumb trail that begins at home.
func isTrail(folded string) bool {
	for _, arrow := range []string{">", "»", "›", "→"} {
		first, _, ok := strings.Cut(folded, arrow)
		if !ok {
			continue
		}
		first = strings.Trim(first, " \t[]【】")
		if isHome(first) {
			return true
		}
	}
	return false
}

// menuLine reports whether folded is a row of a menu: most of its words, and
// its only one, are words of menus.
func (m *markers) menuLine(folded string) (string, bool) {
	words := strings.FieldsFunc(folded, func(r rune) bool {
		return strings.ContainsRune(" \t\u00a0|/\\·•-—_>»:,，、;[]【】()「」《》*#", r)
	})
	known, reason := 0, ""
	for _, word := range words {
		if utf8.RuneCountInString(word) > 12 {
			return "", false
		}
		if why, ok := m.menu[word]; ok {
			known++
			if reason == "" {
				reason = why
			}
		}
	}
	switch {
	case known == 0:
		return "", false
	case len(words) < 4:
		return reason, known == len(words)
	default:
		return reason, known*2 >= len(words)
	}
}

// isProse reports whether text is a sentence, or so long a line that it is
// part of one.
func isProse(text string) bool {
	return isSentence(text) || strings.ContainsAny(text, "，,") && utf8.RuneCountInString(strings.TrimSpace(text)) >= 60
}

// beginsText reports whether the head of the page ends with text: it is
// prose, and more than a title that asks or calls.
func beginsText(text string) bool {
	return isProse(text) && (strings.Contains(text, "。") || utf8.RuneCountInString(text) > 40)
}

// isSentence reports whether a sentence ends in text.
func isSentence(text string) bool {
	if len(text) > 1<<12 || strings.Contains(text, "。") {
		return true
	}
	text = strings.TrimSpace(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune("！？；!?;…", last) && utf8.RuneCountInString(text) >= 12
}
