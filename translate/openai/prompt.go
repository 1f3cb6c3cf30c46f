package openai

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"strings"

	"duizhao/translate"
)

//go:embed prompt.txt
var prompt string

// Prompt is what is sent for r: the system message, which depends on the style
// alone, and the last user message.
func Prompt(r translate.Request) (system, user string, err error) {
	user, err = message(r)
	return prompt + styleLine(r.Style), user, err
}

// styleLine puts a house style into words.
func styleLine(s translate.Style) string {
	words := []string{
		or(s.Spelling, "US") + " spelling",
		"dates as " + or(s.Dates, "October 24, 2021"),
		"money as " + or(s.Currency, "9 billion yuan"),
	}
	switch s.Titles {
	case "italics":
		words = append(words, "titles in 《》 as *Title Case*")
	case "quotes":
		words = append(words, `titles in 《》 as "Title Case"`)
	default:
		words = append(words, "titles in 《》 in title case without marks")
	}
	words = append(words, or(s.Formality, "official")+" register")
	line := "- Style: " + strings.Join(words, "; ") + ".\n"
	if s.Instructions != "" {
		line += "- " + strings.TrimSpace(s.Instructions) + "\n"
	}
	return line
}

func or(word, otherwise string) string {
	if word == "" {
		return otherwise
	}
	return word
}

// wire is a translate.Request as the user message has it: without what the
// system message says, and without what follows from the rest.
type wire struct {
	Title      string                `json:"title,omitempty"`
	Terms      []translate.TermPair  `json:"terms,omitempty"`
	Before     []translate.Neighbour `json:"before,omitempty"`
	After      []translate.Neighbour `json:"after,omitempty"`
	Units      []translate.Unit      `json:"units"`
	Complaints []translate.Complaint `json:"complaints,omitempty"`
}

// usualBlock is the kind of block that need not be named.
const usualBlock = "paragraph"

// message is the user message of a request.
func message(r translate.Request) (string, error) {
	w := wire{r.Title, r.Terms, r.Before, r.After, make([]translate.Unit, len(r.Units)), r.Complaints}
	for i, u := range r.Units {
		w.Units[i] = u
		if u.Block == usualBlock {
			w.Units[i].Block = ""
		}
		if plainUses(r.Terms, u) {
			w.Units[i].Terms = nil
		}
	}
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(w); err != nil {
		return "", fmt.Errorf("write request: %w", err)
	}
	return strings.TrimSuffix(b.String(), "\n"), nil
}

// plainUses reports whether the terms of a unit stand just where their Chinese
// does, so that the message need not say where.
func plainUses(terms []translate.TermPair, u translate.Unit) bool {
	found := Uses(terms, u.Zh)
	if len(found) != len(u.Terms) || len(found) == 0 {
		return len(found) == len(u.Terms)
	}
	for i, use := range found {
		if use != u.Terms[i] {
			return false
		}
	}
	return true
}

// Uses are the terms of a unit whose message lists none: each pair wherever
// its Chinese stands in zh, from left to right, the longest first.
func Uses(terms []translate.TermPair, zh string) []translate.TermUse {
	var uses []translate.TermUse
	for at, rest := 0, zh; rest != ""; {
		best := -1
		for i, pair := range terms {
			if pair.Zh != "" && strings.HasPrefix(rest, pair.Zh) && (best < 0 || len(pair.Zh) > len(terms[best].Zh)) {
				best = i
			}
		}
		taken := firstRune(rest)
		if best >= 0 {
			taken = terms[best].Zh
		}
		end := at + len([]rune(taken))
		if best >= 0 {
			uses = append(uses, translate.TermUse{Term: best, Start: at, End: end})
		}
		at, rest = end, rest[len(taken):]
	}
	return uses
}

func firstRune(s string) string {
	for i := range s {
		if i > 0 {
			return s[:i]
		}
	}
	return s
}
