package openai

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"time"

	"duizhao/translate"
)

// DefaultLocal is where servers on this machine usually listen: Ollama, LM
// Studio, llama.cpp, vLLM.
func DefaultLocal() []string {
	return []string{"127.0.0.1:11434", "127.0.0.1:1234", "127.0.0.1:8080", "127.0.0.1:8000"}
}

// localTimeout is how long all of them are given together.
const localTimeout = 200 * time.Millisecond

// Found is a server on this machine, and its models.
type Found struct {
	Address string // host and port
	Models  []string
}

// Local asks all addresses at once whether an OpenAI-compatible server with a
// model is there, for at most 200 ms, and returns the first of them in the
// order given. Addresses that are not on this machine are passed over.
func Local(ctx context.Context, addresses []string) (Found, bool) {
	ctx, cancel := context.WithTimeout(ctx, localTimeout)
	defer cancel()
	client := &http.Client{Transport: newTransport(true), CheckRedirect: noRedirect}
	models := make([][]string, len(addresses))
	var asked sync.WaitGroup
	for i, address := range addresses {
		asked.Go(func() {
			if names, err := listModels(ctx, client, "http://"+address+"/v1/models", ""); err == nil {
				models[i] = names
			}
		})
	}
	asked.Wait()
	for i, names := range models {
		if len(names) > 0 {
			return Found{addresses[i], names}, true
		}
	}
	return Found{}, false
}

// modelList is the shape of GET /v1/models.
type modelList struct {
	Object string
	Data   []struct{ ID, Object string }
}

var errNoList = errors.New("it has no list of models as the OpenAI protocol has it")

// maxList is the most bytes of a list of models that are read.
const maxList = 8 << 20

// listModels are the models of a server that can translate, in its order.
func listModels(ctx context.Context, client *http.Client, url, key string) ([]string, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	if key != "" {
		request.Header.Set("Authorization", "Bearer "+key)
	}
	response, err := client.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close() // the answer has been read by then
	if response.StatusCode != http.StatusOK {
		return nil, &statusError{response.StatusCode}
	}
	var list modelList
	if err := json.NewDecoder(io.LimitReader(response.Body, maxList)).Decode(&list); err != nil || list.Object != "list" {
		return nil, errNoList
	}
	var names []string
	for _, m := range list.Data {
		if m.ID == "" || m.Object != "model" {
			return nil, errNoList
		}
		if !strings.Contains(strings.ToLower(m.ID), "embed") {
			names = append(names, m.ID)
		}
	}
	return names, nil
}

// statusError is an HTTP status in place of a list of models.
type statusError struct{ status int }

func (s *statusError) Error() string { return fmt.Sprintf("it says %d", s.status) }

// pickModel is the model to ask where none is named: the one that the server
// has, or the first of several on this machine.
func (e *Engine) pickModel(ctx context.Context) (string, error) {
	names, err := listModels(ctx, e.list, e.url.JoinPath("models").String(), e.key)
	var status *statusError
	switch {
	case ctx.Err() != nil:
		return "", ctx.Err()
	case errors.As(err, &status):
		if u := e.unusable(ctx, status.status, ""); u != nil && status.status != http.StatusNotFound {
			return "", u
		}
	case err != nil && !errors.Is(err, errNoList):
		if err := e.unreached(ctx, err); errors.Is(err, translate.ErrUnusable) {
			return "", err
		}
	case len(names) == 1, len(names) > 1 && loopback(e.url.Hostname()):
		return names[0], nil
	case len(names) > 1:
		return "", &translate.Unusable{Problem: fmt.Sprintf("%s has %d models, and none is named", e.Host(), len(names)), Advice: "--model with one of: " + someOf(names)}
	}
	return "", &translate.Unusable{Problem: e.Host() + " does not say which models it has", Advice: "check --base-url (it mostly ends in /v1), or name a model with --model"}
}

// modelAdvice names the models that the server has.
func (e *Engine) modelAdvice(ctx context.Context) string {
	names, err := listModels(ctx, e.list, e.url.JoinPath("models").String(), e.key)
	if err != nil || len(names) == 0 {
		return "name one of its models with --model"
	}
	return "--model with one of: " + someOf(names)
}

// someOf lists names for people.
func someOf(names []string) string {
	const most = 12
	if len(names) > most {
		return strings.Join(names[:most], ", ") + " …"
	}
	return strings.Join(names, ", ")
}
