package openai

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed refused.txt
var refusedText string

// refusals are the lists of refused.txt, by the heading they stand under.
var refusals = sync.OnceValue(func() map[string][]string {
	lists := map[string][]string{}
	heading := ""
	for line := range strings.Lines(refusedText) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			heading = strings.Trim(line, "[]")
		default:
			lists[heading] = append(lists[heading], line)
		}
	}
	return lists
})

// filtered reports whether an error of the server, in lower case, is that of
// a content filter.
func filtered(message string) bool { return namesAny(message, refusals()["filter"]...) }

// refuses reports whether a text without JSON is a refusal.
func refuses(content string) bool {
	content = strings.ToLower(content)
	for _, r := range refusals()["refusal"] {
		if strings.HasPrefix(content, r) {
			return true
		}
	}
	return false
}
