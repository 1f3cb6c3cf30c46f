package article

import "strings"

// cutFrontMatter cuts the YAML head off a Markdown text: all up to and with
// the closing fence, and what follows.
func cutFrontMatter(text string) (front, rest string, ok bool) {
	first, _, found := strings.Cut(text, "\n")
	if !found || strings.TrimRight(first, " \t\r") != "---" {
		return "", text, false
	}
	at := len(first) + 1
	for l := range strings.Lines(text[at:]) {
		at += len(l)
		if mark := strings.TrimRight(l, " \t\r\n"); mark == "---" || mark == "..." {
			return text[:at], text[at:], true
		}
	}
	return "", text, false
}
