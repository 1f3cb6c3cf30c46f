package openai

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
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
	titles := map[string]string{"italics": "*Title Case*", "quotes": `"Title Case"`}[s.Titles]
	line := fmt.Sprintf("Style: %s spelling; %s; %s; 《》 as %s; %s register.\n", or(s.Spelling, "US"),
		or(s.Dates, "October 24, 2021"), or(s.Currency, "9 billion yuan"), or(titles, "Title Case"), or(s.Formality, "official"))
	if s.Instructions != "" {
		line += strings.TrimSpace(s.Instructions) + "\n"
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
	Task       string                `json:"task,omitempty"` // only where it is not the usual one
	Title      string                `json:"title,omitempty"`
	Terms      []translate.TermPair  `json:"terms,omitempty"`
	Before     []translate.Neighbour `json:"before,omitempty"`
	After      []translate.Neighbour `json:"after,omitempty"`
	Units      []translate.Unit      `json:"units"`
	Complaints []translate.Complaint `json:"complaints,omitempty"`
}

// mend is the task of a request with complaints.
const mend = "Translate again: mend what the complaints say is wrong with en, keep the rest."

// nearRunes is how much of a neighbour is sent: what is nearest to the units
// tells most about them.
const nearRunes = 40

// nearest cuts neighbours to their end, or to their beginning.
func nearest(all []translate.Neighbour, end bool) []translate.Neighbour {
	var out []translate.Neighbour
	for _, n := range all {
		if zh := []rune(n.Zh); len(zh) > nearRunes && n.En == "" {
			n.Zh = string(zh[:nearRunes]) + "…"
			if end {
				n.Zh = "…" + string(zh[len(zh)-nearRunes:])
			}
		}
		out = append(out, n)
	}
	return out
}

// usualBlock is the kind of block that need not be named.
const usualBlock = "paragraph"

// message is the user message of a request.
func message(r translate.Request) (string, error) {
	w := wire{
		Title: r.Title, Terms: r.Terms, Before: nearest(r.Before, true), After: nearest(r.After, false),
		Units: make([]translate.Unit, len(r.Units)), Complaints: r.Complaints,
	}
	if len(r.Complaints) > 0 {
		w.Task = mend
	}
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
// does, each with its only rendering, so that the message need not say where.
func plainUses(terms []translate.TermPair, u translate.Unit) bool {
	if !slices.Equal(Uses(terms, u.Zh), u.Terms) {
		return false
	}
	return !slices.ContainsFunc(u.Terms, func(use translate.TermUse) bool {
		return slices.ContainsFunc(terms, func(p translate.TermPair) bool {
			return p.Zh == terms[use.Term].Zh && p.En != terms[use.Term].En
		})
	})
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
