package openai

import (
	_ "embed"
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"sync"

	goopenai "github.com/sashabaranov/go-openai"
)

// format is how an answer in JSON is asked for.
type format int

// The formats, the strictest first; a server that refuses one is asked for the
// next.
const (
	bySchema format = iota // a strict JSON schema
	byMode                 // JSON mode
	byWords                // the prompt alone
)

//go:embed answer.schema.json
var answerSchema []byte

func (f format) response() *goopenai.ChatCompletionResponseFormat {
	switch f {
	case bySchema:
		return &goopenai.ChatCompletionResponseFormat{
			Type:       goopenai.ChatCompletionResponseFormatTypeJSONSchema,
			JSONSchema: &goopenai.ChatCompletionResponseFormatJSONSchema{Name: "answer", Schema: json.RawMessage(answerSchema), Strict: true},
		}
	case byMode:
		return &goopenai.ChatCompletionResponseFormat{Type: goopenai.ChatCompletionResponseFormatTypeJSONObject}
	}
	return nil
}

// mode is what can be asked of the server.
type mode struct {
	format        format
	noTemperature bool
	noLimit       bool // no bound on the tokens of an answer
}

// without is the mode that leaves out what err says the server does not take;
// ok is false where err is about something else.
func (m mode) without(err error) (next mode, ok bool) {
	next = m
	switch {
	case errors.Is(err, goopenai.ErrReasoningModelMaxTokensDeprecated):
		next.noLimit = true
	case errors.Is(err, goopenai.ErrReasoningModelLimitationsOther), errors.Is(err, goopenai.ErrReasoningSamplingUnsupported):
		next.noTemperature = true
	default:
		next = m.withoutNamed(statusOf(err), messageOf(err))
	}
	return next, next != m
}

// withoutNamed leaves out the parameter that the message of the server names.
func (m mode) withoutNamed(status int, message string) mode {
	message = strings.ToLower(message)
	switch {
	case status == 0 || filtered(message):
	case !m.noTemperature && strings.Contains(message, "temperature"):
		m.noTemperature = true
	case !m.noLimit && (namesAny(message, "max_tokens", "max_completion_tokens", "max_new_tokens") || overContext(message)):
		m.noLimit = true
	case m.format < byWords && namesAny(message, "response_format", "json_schema", "json_object", "json schema", "grammar", "structured output", "schema"):
		m.format++
	case m.format < byWords && (status == http.StatusBadRequest || status == http.StatusUnprocessableEntity) && !overContext(message):
		m.format++ // it does not say what it cannot do; the format is what servers know least
	}
	return m
}

func namesAny(message string, names ...string) bool {
	for _, n := range names {
		if strings.Contains(message, n) {
			return true
		}
	}
	return false
}

// overContext reports whether the request is too long for the model.
func overContext(message string) bool {
	return namesAny(message, "context length", "context_length", "context size", "context_size", "context window", "too many tokens", "input is too long")
}

// modes is the mode of a run, which all requests share: what one has found
// out, the others need not ask again.
type modes struct {
	mu  sync.Mutex
	now mode
}

func (m *modes) current() mode {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.now
}

// change sets the mode to next, unless another request has changed it since it
// was from.
func (m *modes) change(from, next mode) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.now == from {
		m.now = next
	}
}

// thinks takes the bound off answers.
func (m *modes) thinks() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.now.noLimit = true
}
