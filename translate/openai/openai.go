// Package openai promises translations from any server that speaks the OpenAI
// protocol, whatever it lacks: how answers are asked for (by a strict JSON
// schema, in JSON mode, or in words) and which parameters a model refuses is
// found out as the run goes and remembered; faults that pass are retried, at
// the pace the server asks for; what does not pass is told apart ([translate.ErrRefused],
// [translate.ErrCut], [translate.Unusable]).
//
// Start with [New]; [Local] finds a server on this machine, and
// [Prompt] shows what would be sent. The system message (prompt.txt) is
// the same for every request of a run, so that servers can keep it.
//
// The package does not judge translations: ids, echoes, terms and figures are
// verified by package translate. It never says a key, and reads no environment.
package openai

import (
	"context"
	"net/http"
	"net/url"
	"sync/atomic"
	"time"

	goopenai "github.com/sashabaranov/go-openai"

	"duizhao/translate"
)

// DefaultURL and DefaultModel are what a key alone leads to.
const (
	DefaultURL   = "https://api.openai.com/v1"
	DefaultModel = "gpt-4.1-mini"
)

// DefaultTimeout is how long one request may take.
const DefaultTimeout = 2 * time.Minute

// Options say which server to ask, and how. The zero value asks [DefaultURL]
// without a key.
type Options struct {
	BaseURL string        // with or without scheme and /v1; "" means DefaultURL
	Key     string        // sent as a bearer token; "" sends none
	Model   string        // "" means DefaultModel at DefaultURL, else the one the server has
	RPM     int           // requests a minute, retries counted; 0 means no limit
	Timeout time.Duration // of one try; 0 means DefaultTimeout
	Offline bool          // refuse every address that is not on this machine
	Wait    time.Duration // between tries, growing with each; 0 means a second
}

// Engine asks a server. It is safe for concurrent use.
type Engine struct {
	client *goopenai.Client
	list   *http.Client // for the list of models
	url    *url.URL
	key    string
	model  string

	mode     modes
	answered atomic.Bool
	mute     atomic.Int32 // requests that got no answer over HTTP
}

var _ translate.Engine = (*Engine)(nil)

// New is an engine for a server. It asks the server for its models where
// o.Model does not name one; the error is then as that of Translate.
func New(ctx context.Context, o Options) (*Engine, error) {
	base, err := parseURL(o.BaseURL)
	if err != nil {
		return nil, err
	}
	if o.Offline && !loopback(base.Hostname()) {
		return nil, &translate.Unusable{
			Problem: base.Host + " is not on this machine, and --offline forbids to leave it",
			Advice:  "name a server on 127.0.0.1 with --base-url, or leave --offline out",
		}
	}
	if o.Timeout == 0 {
		o.Timeout = DefaultTimeout
	}
	if o.Wait == 0 {
		o.Wait = time.Second
	}
	e := &Engine{url: base, key: o.Key, model: o.Model}
	transport := newTransport(o.Offline)
	e.list = &http.Client{Transport: transport, Timeout: o.Timeout, CheckRedirect: noRedirect}
	config := goopenai.DefaultConfig(o.Key)
	config.BaseURL = base.String()
	config.HTTPClient = newRetrier(transport, o, &e.answered)
	e.client = goopenai.NewClientWithConfig(config)
	if e.model == "" && o.BaseURL == "" {
		e.model = DefaultModel
	}
	if e.model == "" {
		if e.model, err = e.pickModel(ctx); err != nil {
			return nil, err
		}
	}
	return e, nil
}

// Name is "openai".
func (e *Engine) Name() string { return "openai" }

// Model is the model that is asked.
func (e *Engine) Model() string { return e.model }

// Host is the server that is asked: host and port.
func (e *Engine) Host() string { return e.url.Host }

// Translate asks the server for the units of r. It has tried as often as makes
// sense when it fails. An answer that is no good has its Usage all the same,
// beside the error, where the server counted it.
func (e *Engine) Translate(ctx context.Context, r translate.Request) (translate.Answer, error) {
	system, user, err := Prompt(r)
	if err != nil {
		return translate.Answer{}, err
	}
	for {
		m := e.mode.current()
		response, err := e.client.CreateChatCompletion(ctx, e.chat(system, user, m))
		if err == nil {
			e.answered.Store(true)
			return e.take(response)
		}
		if next, ok := m.without(err); ok {
			e.mode.change(m, next)
			continue // each turn asks for less, so there is a last one
		}
		return translate.Answer{}, e.fault(ctx, err)
	}
}

// chat is the request over HTTP.
func (e *Engine) chat(system, user string, m mode) goopenai.ChatCompletionRequest {
	c := goopenai.ChatCompletionRequest{
		Model: e.model,
		Messages: []goopenai.ChatCompletionMessage{
			{Role: goopenai.ChatMessageRoleSystem, Content: system},
			{Role: goopenai.ChatMessageRoleUser, Content: user},
		},
		ResponseFormat: m.format.response(),
	}
	if !m.noTemperature {
		c.Temperature = temperature
	}
	if !m.noLimit {
		//lint:ignore SA1019 most servers know only this name; models that refuse it get no limit
		c.MaxTokens = limit(user)
	}
	return c
}

// temperature is as good as 0, which the client library would leave out.
const temperature = 0.01

// limit keeps a model that does not stop from going on until the timeout; no
// translation comes near it.
func limit(user string) int { return 2048 + 8*Estimate(user) }

// take reads a response, and what it took.
func (e *Engine) take(response goopenai.ChatCompletionResponse) (translate.Answer, error) {
	if thinks(response) {
		e.mode.thinks() // what it thinks counts as output
	}
	answer, err := read(response)
	if in, out := response.Usage.PromptTokens, response.Usage.CompletionTokens; in+out > 0 {
		answer.Usage = &translate.Usage{Input: in, Output: out}
	}
	return answer, err
}
