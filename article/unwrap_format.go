package article

import (
	"path"
	"strings"
)

// sniffWithin is how much of a text is looked at to find its format, in bytes.
const sniffWithin = 16 << 10

// findFormat finds the format by the ending of the name, else by content. A
// page that was saved as .txt is HTML all the same when it opens like a page.
func findFormat(name, text string) Format {
	head := strings.ToLower(strings.TrimSpace(text[:min(len(text), sniffWithin)]))
	switch strings.ToLower(path.Ext(strings.ReplaceAll(name, `\`, "/"))) {
	case ".html", ".htm", ".xhtml", ".shtml", ".shtm":
		return FormatHTML
	case ".md", ".markdown", ".mdown", ".mkd":
		return FormatMarkdown
	case ".txt", ".text":
		if opensLikePage(head) {
			return FormatHTML
		}
		return FormatText
	}
	switch {
	case opensLikePage(head) || tagEvidence(head) >= 4:
		return FormatHTML
	case markdownEvidence(head) >= 2:
		return FormatMarkdown
	default:
		return FormatText
	}
}

func opensLikePage(head string) bool {
	for strings.HasPrefix(head, "<!--") || strings.HasPrefix(head, "<?xml") {
		_, rest, ok := strings.Cut(head, ">")
		if !ok {
			return false
		}
		head = strings.TrimSpace(rest)
	}
	for _, tag := range [...]string{"<!doctype html", "<html", "<head>", "<head ", "<body"} {
		if strings.HasPrefix(head, tag) {
			return true
		}
	}
	return false
}

// tagEvidence counts tags that prose does not hold: one stray <br> makes no
// page.
func tagEvidence(head string) int {
	n := 0
	for _, tag := range [...]string{"</p>", "</div>", "</table>", "</td>", "</h1>", "</ul>", "</a>", "</span>", "<br"} {
		n += min(strings.Count(head, tag), 3)
	}
	return n
}

// markdownEvidence counts the kinds of Markdown marks in head that prose has
// no use for; headings count by number, up to two.
func markdownEvidence(head string) int {
	headings, rules, tables, fences := 0, 0, 0, 0
	rest := head
	if front, _, ok := cutFrontMatter(head); ok && strings.Contains(front, ":") {
		rules = 1
		rest = head[len(front):]
	}
	for text := range strings.Lines(rest) {
		text = strings.TrimSpace(text)
		marks := strings.TrimLeft(text, "#")
		switch n := len(text) - len(marks); {
		case n >= 1 && n <= 6 && strings.HasPrefix(marks, " "):
			headings++
		case strings.HasPrefix(text, "```"):
			fences = 1
		case strings.HasPrefix(text, "|") && strings.Trim(text, "|-: ") == "" && strings.Contains(text, "---"):
			tables = 1
		}
	}
	n := min(headings, 2) + rules + tables + fences
	if strings.Contains(head, "](http") {
		n++
	}
	if strings.Count(head, "**") >= 2 {
		n++
	}
	return n
}
