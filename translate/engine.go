package translate

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
)

// Errors that an engine wraps in what it returns, where it knows the cause;
// any other error counts as a fault that may pass.
var (
	// ErrRefused: the engine will not translate this text (a content filter,
	// a refusal). The units are asked one by one, and not again.
	ErrRefused = errors.New("the engine refused")
	// ErrCut: the answer ended before its end (finish_reason "length", a
	// broken stream). The batch is halved.
	ErrCut = errors.New("the answer was cut off")
	// ErrUnusable: the engine cannot be used at all (wrong key, wrong address,
	// unknown model, no network). Where nothing was answered yet, the run fails
	// with it; otherwise the rest of the units is failed.
	ErrUnusable = errors.New("the engine cannot be used")
)

// Engine turns Chinese units into English. It need not be trusted: whatever
// it answers is verified before it becomes part of a bitext.
type Engine interface {
	// Name is what the bitext records: "draft", "openai", "command".
	Name() string
	// Translate answers a request. An error means that no unit was answered;
	// where the cause is known it wraps [ErrRefused], [ErrCut] or
	// [ErrUnusable]. Requests over a network are retried by the engine itself:
	// an error says that it gave up. It must be safe to call concurrently.
	Translate(ctx context.Context, r Request) (Answer, error)
}

// Request asks an engine for the translation of a few neighbouring units.
type Request struct {
	Task       string      `json:"task"` // "translate"
	Title      string      `json:"title,omitempty"`
	Style      Style       `json:"style"`
	Terms      []TermPair  `json:"terms,omitempty"`
	Before     []Neighbour `json:"before,omitempty"`
	After      []Neighbour `json:"after,omitempty"`
	Units      []Unit      `json:"units"`
	Complaints []Complaint `json:"complaints,omitempty"`
}

// Style is the house style that the English should follow; what is empty is
// left to the engine.
type Style struct {
	Spelling     string `json:"spelling,omitempty"`     // "US", "GB"
	Dates        string `json:"dates,omitempty"`        // by example: "October 24, 2021"
	Titles       string `json:"titles,omitempty"`       // of documents in 《》: "italics", "quotes", "plain"
	Currency     string `json:"currency,omitempty"`     // by example: "9 billion yuan"
	Formality    string `json:"formality,omitempty"`    // "official", "plain"
	Instructions string `json:"instructions,omitempty"` // anything else, in plain words
}

// TermPair is a term of the glossary and the rendering it must have. It
// travels as ["碳达峰","carbon peaking"]. One term may stand in a request with
// two renderings: "the People's Bank of China (PBOC)" where it is mentioned
// first, "the PBOC" further on; [TermUse] says which is meant where.
type TermPair struct{ Zh, En string }

// MarshalJSON writes [zh, en].
func (p TermPair) MarshalJSON() ([]byte, error) { return json.Marshal([2]string{p.Zh, p.En}) }

// UnmarshalJSON reads [zh, en].
func (p *TermPair) UnmarshalJSON(data []byte) error {
	var pair []string
	if err := json.Unmarshal(data, &pair); err != nil {
		return fmt.Errorf("read term pair: %w", err)
	}
	if len(pair) != 2 {
		return fmt.Errorf("read term pair: want [zh, en], have %s", data)
	}
	p.Zh, p.En = pair[0], pair[1]
	return nil
}

// Neighbour is a unit that stands beside those asked for.
type Neighbour struct {
	Zh string `json:"zh"`
	En string `json:"en,omitempty"`
}

// Unit is one segment to be translated.
type Unit struct {
	ID    int       `json:"id"` // 1…n within the request
	Zh    string    `json:"zh"`
	Block string    `json:"block,omitempty"` // kind of the block the unit stands in: "title", "heading", "paragraph" …
	Terms []TermUse `json:"terms,omitempty"`
}

// TermUse says that the term Request.Terms[Term] stands at runes
// [Start, End) of the unit's Zh. It travels as [term, start, end].
type TermUse struct{ Term, Start, End int }

// MarshalJSON writes [term, start, end].
func (u TermUse) MarshalJSON() ([]byte, error) {
	return json.Marshal([3]int{u.Term, u.Start, u.End})
}

// UnmarshalJSON reads [term, start, end].
func (u *TermUse) UnmarshalJSON(data []byte) error {
	var triple []int
	if err := json.Unmarshal(data, &triple); err != nil {
		return fmt.Errorf("read term use: %w", err)
	}
	if len(triple) != 3 {
		return fmt.Errorf("read term use: want [term, start, end], have %s", data)
	}
	u.Term, u.Start, u.End = triple[0], triple[1], triple[2]
	return nil
}

// Complaint says what was wrong with an earlier answer to a unit. A unit may
// have several.
type Complaint struct {
	ID      int      `json:"id"`              // of the unit in this request
	En      string   `json:"en"`              // the answer complained about
	Rule    string   `json:"rule"`            // "term-missing"
	Message string   `json:"message"`         // `碳达峰 should be "carbon peaking"`
	Also    []string `json:"also,omitempty"`  // of a term: what is accepted besides
	Avoid   []string `json:"avoid,omitempty"` // of a term: what must not stand for it
}

// Answer is what an engine gives back.
type Answer struct {
	Units []UnitAnswer `json:"units"`
	Error string       `json:"error,omitempty"`
	Usage *Usage       `json:"usage,omitempty"`
}

// UnitAnswer is the English of one unit. Echo repeats the first six runes of
// the unit's Chinese: an answer under the wrong id gives itself away.
type UnitAnswer struct {
	ID   int    `json:"id"`
	Echo string `json:"echo"`
	En   string `json:"en"`
}

// Usage counts tokens.
type Usage struct {
	Input  int `json:"input"`
	Output int `json:"output"`
}
