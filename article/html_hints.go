package article

import (
	_ "embed"
	"strings"
	"sync"
)

// role is what the name of an element says about its part of the page.
type role string

const (
	roleNone       role = ""
	roleBody       role = "body"    // surely the article
	roleContent    role = "content" // the article, or all around it
	roleTitle      role = "title"
	roleInfo       role = "info"
	rolePublisher  role = "publisher"
	roleAttachment role = "attachment"
	roleHeader     role = "header"
)

// layoutReasons says, for people, what the roles are that are no content.
var layoutReasons = map[role]string{
	"navigation": "navigation", roleHeader: "page header", "footer": "page footer", "sidebar": "sidebar",
	"share": "share bar", "related": "related links", "comments": "comments", "search": "search and login",
	"advert": "advertisement", "pager": "page links", "tools": "page tools",
}

// layout reports whether parts of role r are no content.
func (r role) layout() bool { return layoutReasons[r] != "" }

// hints leads names to roles.
type hints struct {
	names, words map[string]role
	stems        []string
	stemRoles    map[string]role
	documents    []string // what titles of official documents end with
}

//go:embed data/html_hints.txt
var hintsText string

var pageHints = sync.OnceValue(func() *hints {
	h := &hints{names: map[string]role{}, words: map[string]role{}, stemRoles: map[string]role{}}
	for row := range strings.Lines(hintsText) {
		fields := strings.Fields(row)
		if len(fields) < 3 || fields[0] == "#" {
			continue
		}
		r := role(fields[0])
		for _, name := range fields[2:] {
			switch fields[1] {
			case "name":
				h.names[name] = r
			case "stem":
				h.stems = append(h.stems, name)
				h.stemRoles[name] = r
			case "word":
				h.words[name] = r
			case "ending":
				h.documents = append(h.documents, name)
			}
		}
	}
	return h
})

// longestName is how much of a class or id attribute is looked at, in bytes.
const longestName = 200

// of finds the role of an element by its class and id. A name that is known
// as a whole wins, then the words for layout, then the rest; "header" beside a
// word for content is the head of the article, not of the page.
func (h *hints) of(class, id string) role {
	found := roleNone
	content := false
	for _, attr := range [...]string{id, class} {
		attr = attr[:min(len(attr), longestName)]
		for name := range strings.FieldsSeq(attr) {
			if r := h.ofName(strings.ToLower(name)); r != roleNone {
				return r
			}
			word, beside := h.ofWords(name)
			content = content || beside
			if rank(word) > rank(found) {
				found = word
			}
		}
	}
	if found == roleHeader && content {
		return roleInfo
	}
	return found
}

// ofName finds the role of a whole name in lower case.
func (h *hints) ofName(name string) role {
	if r, ok := h.names[name]; ok {
		return r
	}
	for _, stem := range h.stems {
		if strings.HasPrefix(name, stem) {
			return h.stemRoles[stem]
		}
	}
	return roleNone
}

// ofWords finds the strongest role of the words of a name, and whether one of
// them means content.
func (h *hints) ofWords(name string) (found role, content bool) {
	for start := 0; start < len(name); {
		end := wordEnd(name, start)
		if r, ok := h.words[strings.ToLower(name[start:end])]; ok {
			content = content || r == roleContent
			if rank(r) > rank(found) {
				found = r
			}
		}
		start = max(end, start+1)
	}
	return found, content
}

// rank orders roles by which wins where a name has words of several.
func rank(r role) int {
	switch {
	case r == roleNone:
		return 0
	case r == roleContent:
		return 1
	case r == roleInfo:
		return 2
	case r == roleHeader:
		return 3
	case r.layout():
		return 4
	default:
		return 5
	}
}

// wordEnd finds the end of the word of letters that begins at byte at of a
// name; a capital after a small letter begins a new word.
func wordEnd(name string, at int) int {
	i := at
	for i < len(name) && isLetter(name[i]) {
		if i > at && isUpper(name[i]) && !isUpper(name[i-1]) {
			break
		}
		i++
	}
	return i
}

func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }

func isLetter(c byte) bool { return isUpper(c) || 'a' <= c && c <= 'z' }
