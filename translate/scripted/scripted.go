// Package scripted promises a server that speaks the OpenAI protocol as real
// servers do, with all that goes wrong with them, and the same way every time:
// which fault meets which request follows from a seed and the request itself,
// not from the order in which requests arrive.
//
// Start with [Server], an http.Handler; its zero value answers every request
// well. A good answer to a unit holds [Hash] of its Chinese, the renderings of
// its terms and its figures ([English]), so that a translation under the wrong
// unit shows. [Faults] are what can go wrong with one request, the fields of
// Server what a make of server can not do at all.
//
// It is made for tests and for trying things out on one machine; it translates
// nothing and knows no rule of what a good translation is.
package scripted

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"duizhao/translate"
)

// Server is a scripted server. Its fields are set before it is used and not
// changed after.
type Server struct {
	Plan Plan // the fault of each request; nil means none, ever

	Model   string   // the only model it has; "" takes every name
	Key     string   // the key it wants; "" takes every one, and none
	Shape   Shape    // of its list of models; "" means VLLM
	Refuses []string // what it says 400 to: names of request fields, or of types of response_format

	// Avoid gives the wrong rendering that the fault Avoided puts in place of
	// the right one, by the Chinese of the term.
	Avoid map[string]string

	RetryAfter int           // seconds, of the fault RetryAfter
	Base       time.Duration // every answer takes this long
	PerRune    time.Duration // and this long for each rune of it
	Jitter     float64       // and up to this share of both more
	Seed       uint64        // of the jitter

	mu    sync.Mutex
	calls []Call
	seen  map[uint64]int // requests so far, by the hash of the body
}

// Call is a request that was asked for a translation.
type Call struct {
	Number  int // 0 for the first the server got
	Attempt int // 0 for the first with this body
	Body    uint64
	System  string // the system message
	User    string // the last user message
	Request translate.Request
	Fault   Fault
	Status  int           // of the answer over HTTP; 0 where there was none
	Took    time.Duration // the time that was slept
}

// Calls are the requests so far, in order of arrival.
func (s *Server) Calls() []Call {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.calls)
}

// ServeHTTP answers GET …/models and POST …/chat/completions.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch {
	case s.Key != "" && r.Header.Get("Authorization") != "Bearer "+s.Key:
		key := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
		writeError(w, http.StatusUnauthorized, "Incorrect API key provided: "+key+".", "invalid_api_key")
	case r.Method == http.MethodGet && strings.HasSuffix(r.URL.Path, "/v1/models"):
		s.serveModels(w)
	case r.Method == http.MethodPost && strings.HasSuffix(r.URL.Path, "/v1/chat/completions"):
		s.serveChat(w, r)
	default:
		http.Error(w, "404 page not found", http.StatusNotFound)
	}
}

// chat is what the server reads of a request.
type chat struct {
	Model    string
	Messages []struct{ Role, Content string }
	fields   map[string]json.RawMessage
}

func (s *Server) serveChat(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return // the client has gone
	}
	var c chat
	if err := errors.Join(json.Unmarshal(body, &c), json.Unmarshal(body, &c.fields)); err != nil {
		writeError(w, http.StatusBadRequest, "We could not parse the JSON body of your request.", "invalid_request_error")
		return
	}
	if s.Model != "" && c.Model != s.Model {
		writeError(w, http.StatusNotFound, fmt.Sprintf("The model `%s` does not exist or you do not have access to it.", c.Model), "model_not_found")
		return
	}
	if refused := s.refused(c); refused != "" {
		writeError(w, http.StatusBadRequest, fmt.Sprintf("Unsupported parameter: '%s' is not supported with this model.", refused), "unsupported_parameter")
		return
	}
	call := Call{Body: sum(body)}
	for _, m := range c.Messages {
		if m.Role == "user" {
			call.User = m.Content
		} else {
			call.System = m.Content
		}
	}
	if err := json.Unmarshal([]byte(call.User), &call.Request); err != nil {
		writeError(w, http.StatusBadRequest, "The last message is no request: "+err.Error(), "invalid_request_error")
		return
	}
	call = s.begin(call)
	call.Status, call.Took = s.reply(w, r, call)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.calls[call.Number] = call
}

// refused is the field of the request that this server does not take, or "".
func (s *Server) refused(c chat) string {
	for _, name := range s.Refuses {
		if _, has := c.fields[name]; has {
			return name
		}
		var format struct{ Type string }
		if raw, has := c.fields["response_format"]; has && json.Unmarshal(raw, &format) == nil && format.Type == name {
			return "response_format " + name
		}
	}
	return ""
}

// begin numbers the call and draws its fault.
func (s *Server) begin(c Call) Call {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.seen == nil {
		s.seen = map[uint64]int{}
	}
	c.Number, c.Attempt = len(s.calls), s.seen[c.Body]
	s.seen[c.Body]++
	if s.Plan != nil {
		c.Fault = s.Plan(c)
	}
	s.calls = append(s.calls, c)
	return c
}

// latency is how long the answer takes: longer for a longer one.
func (s *Server) latency(c Call, content string) time.Duration {
	steady := s.Base + time.Duration(utf8.RuneCountInString(content))*s.PerRune
	share := float64(mix(s.Seed, c.Body)%1000) / 1000
	return steady + time.Duration(math.Round(float64(steady)*s.Jitter*share))
}

// sleep waits for d, or until the client has gone.
func sleep(r *http.Request, d time.Duration) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-r.Context().Done():
	}
}

func writeError(w http.ResponseWriter, status int, message, code string) {
	writeJSON(w, status, map[string]any{"error": map[string]any{"message": message, "type": "invalid_request_error", "code": code, "param": nil}})
}

func writeJSON(w http.ResponseWriter, status int, v any) {
	data, err := json.Marshal(v)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	if _, err := w.Write(data); err != nil {
		return // the client has gone
	}
}
