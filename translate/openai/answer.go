package openai

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	goopenai "github.com/sashabaranov/go-openai"

	"duizhao/translate"
)

// read takes the answer out of a response. A good HTTP status says nothing:
// the answer must have ended by itself, and hold the JSON that was asked for.
func read(response goopenai.ChatCompletionResponse) (translate.Answer, error) {
	if len(response.Choices) == 0 {
		return translate.Answer{}, errors.New("the server answered without a choice")
	}
	choice := response.Choices[0]
	switch choice.FinishReason {
	case "", goopenai.FinishReasonNull:
		return translate.Answer{}, fmt.Errorf("%w: it has no finish_reason", translate.ErrCut)
	case goopenai.FinishReasonLength:
		return translate.Answer{}, fmt.Errorf("%w: finish_reason is length", translate.ErrCut)
	case goopenai.FinishReasonContentFilter:
		return translate.Answer{}, fmt.Errorf("%w: the content filter of the server", translate.ErrRefused)
	}
	if choice.Message.Refusal != "" {
		return translate.Answer{}, fmt.Errorf("%w: %s", translate.ErrRefused, firstWords(choice.Message.Refusal))
	}
	return parse(choice.Message.Content)
}

// thoughtsEnd ends what a model thinks aloud before it answers.
const thoughtsEnd = "</think>"

// thinks reports whether the model thought before it answered.
func thinks(response goopenai.ChatCompletionResponse) bool {
	if len(response.Choices) == 0 {
		return false
	}
	m := response.Choices[0].Message
	return m.ReasoningContent != "" || strings.Contains(m.Content, "<think>")
}

// parse finds the answer in what a model wrote: JSON alone, in a Markdown
// fence, or between sentences.
func parse(content string) (translate.Answer, error) {
	if at := strings.LastIndex(content, thoughtsEnd); at >= 0 {
		content = content[at+len(thoughtsEnd):]
	}
	content = strings.TrimSpace(content)
	if content == "" {
		return translate.Answer{}, errors.New("the answer is empty")
	}
	cut := false
	for tries, at := 0, 0; tries < maxTries; tries++ {
		next := strings.IndexAny(content[at:], "{[")
		if next < 0 {
			break
		}
		at += next
		a, err := decode(content[at:])
		if err == nil {
			return a, nil
		}
		cut = cut || tries == 0 && errors.Is(err, io.ErrUnexpectedEOF)
		at++
	}
	switch {
	case refuses(content):
		return translate.Answer{}, fmt.Errorf("%w: %s", translate.ErrRefused, firstWords(content))
	case cut:
		return translate.Answer{}, fmt.Errorf("%w: its JSON has no end", translate.ErrCut)
	}
	return translate.Answer{}, fmt.Errorf("the answer is not the JSON that was asked for: %s", firstWords(content))
}

// maxTries is at how many brackets the JSON is looked for.
const maxTries = 64

// unitAnswer is a translate.UnitAnswer whose id may be written as a string.
type unitAnswer struct {
	ID   json.RawMessage
	Echo string
	En   *string
}

// decode reads an answer at the beginning of s: an object with units, or the
// list of units alone.
func decode(s string) (translate.Answer, error) {
	units := []unitAnswer{}
	decoder := json.NewDecoder(strings.NewReader(s))
	if s[0] == '[' {
		if err := decoder.Decode(&units); err != nil {
			return translate.Answer{}, err
		}
	} else {
		var object struct{ Units *[]unitAnswer }
		if err := decoder.Decode(&object); err != nil {
			return translate.Answer{}, err
		}
		if object.Units == nil {
			return translate.Answer{}, errors.New("no units")
		}
		units = *object.Units // none is an answer, too, though a bad one
	}
	if s[0] == '[' && len(units) == 0 {
		return translate.Answer{}, errors.New("no units")
	}
	var a translate.Answer
	for _, u := range units {
		id, err := strconv.Atoi(strings.Trim(string(u.ID), `"`))
		if err != nil || u.En == nil {
			return translate.Answer{}, errors.New("a unit without id or English")
		}
		a.Units = append(a.Units, translate.UnitAnswer{ID: id, Echo: u.Echo, En: *u.En})
	}
	return a, nil
}

// shown is how much of a bad answer an error quotes, in runes.
const shown = 80

// firstWords is the beginning of s on one line.
func firstWords(s string) string {
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) > shown {
		return strconv.Quote(string(r[:shown]) + "…")
	}
	return strconv.Quote(string(r))
}
