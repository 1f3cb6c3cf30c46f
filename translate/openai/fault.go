package openai

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"

	goopenai "github.com/sashabaranov/go-openai"

	"duizhao/translate"
)

// statusOf is the HTTP status that err is about, or 0.
func statusOf(err error) int {
	var api *goopenai.APIError
	var request *goopenai.RequestError
	switch {
	case errors.As(err, &api):
		return api.HTTPStatusCode
	case errors.As(err, &request):
		return request.HTTPStatusCode
	}
	return 0
}

// messageOf is what the server said, with the code of the error: in the form
// of the protocol or any other.
func messageOf(err error) string {
	var api *goopenai.APIError
	var request *goopenai.RequestError
	switch {
	case errors.As(err, &api) && api.Code != nil:
		return fmt.Sprintf("%s (%v)", api.Message, api.Code)
	case errors.As(err, &api):
		return api.Message
	case errors.As(err, &request) && isPage(request.Body):
		return "a web page" + pageTitle(string(request.Body))
	case errors.As(err, &request):
		return strings.Join(strings.Fields(string(request.Body)), " ")
	}
	return err.Error()
}

// pageTitle is the title of a page as ": title", or "".
func pageTitle(page string) string {
	_, page, _ = strings.Cut(page, "<title>")
	title, _, found := strings.Cut(page, "</title>")
	if title = strings.Join(strings.Fields(title), " "); !found || title == "" {
		return ""
	}
	return ": " + title
}

// fault says what err means for the run, in words that hold no key.
func (e *Engine) fault(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	status, message := statusOf(err), e.redact(messageOf(err))
	lower := strings.ToLower(message)
	switch {
	case status == 0:
		return e.unreached(ctx, err)
	case filtered(lower):
		return fmt.Errorf("%w: %s", translate.ErrRefused, cutText(message))
	case overContext(lower):
		return fmt.Errorf("%w: the request is too long for the model: %s", translate.ErrCut, cutText(message))
	}
	if u := e.unusable(ctx, status, lower); u != nil {
		return u
	}
	return fmt.Errorf("the server said %d: %s", status, cutText(message))
}

// unusable tells the statuses that no other request will change.
func (e *Engine) unusable(ctx context.Context, status int, lower string) error {
	switch {
	case status == http.StatusUnauthorized:
		if e.key == "" {
			return &translate.Unusable{Problem: e.Host() + " wants a key (401)", Advice: "set DUIZHAO_API_KEY or OPENAI_API_KEY to the key of this server"}
		}
		return &translate.Unusable{Problem: e.Host() + " refused the key (401)", Advice: "check DUIZHAO_API_KEY or OPENAI_API_KEY, and that the key is for this server (--base-url)"}
	case status == http.StatusForbidden:
		return &translate.Unusable{Problem: e.Host() + " forbids the request (403)", Advice: "check that the key may use the model " + e.model + " from this place"}
	case status == http.StatusPaymentRequired, status == http.StatusTooManyRequests && namesAny(lower, "quota", "balance"):
		return &translate.Unusable{Problem: fmt.Sprintf("the account at %s has no credit left (%d)", e.Host(), status), Advice: "top it up, or name another server with --base-url"}
	case status == http.StatusTooManyRequests && !e.answered.Load():
		return &translate.Unusable{Problem: e.Host() + " says again and again that there are too many requests (429)", Advice: "wait a while, or ask less at once: --concurrency 1, --rpm 10"}
	case namesAny(lower, "model") && (status == http.StatusNotFound || namesAny(lower, "not exist", "not found", "unknown model", "invalid model", "model_not_found")):
		return &translate.Unusable{Problem: fmt.Sprintf("%s has no model %q", e.Host(), e.model), Advice: e.modelAdvice(ctx)}
	case namesAny(lower, "http request to an https server", "http request was sent to https port"):
		return &translate.Unusable{Problem: e.Host() + " speaks HTTPS, not HTTP", Advice: "begin --base-url with https://"}
	case status == http.StatusNotFound, status == http.StatusMethodNotAllowed:
		return &translate.Unusable{Problem: fmt.Sprintf("%s answers, but not at %s (%d)", e.Host(), e.url.Path, status), Advice: "check --base-url; it mostly ends in /v1"}
	}
	return nil
}

// maxMute is after how many requests, each tried as often as makes sense, a
// server that has never answered is given up. One alone proves nothing: there
// are networks that break a connection for what is in it.
const maxMute = 3

// unreached is the fault where no HTTP status came.
func (e *Engine) unreached(ctx context.Context, err error) error {
	var elsewhere *redirected
	var name *net.DNSError
	var dial *net.OpError
	switch {
	case errors.As(err, &elsewhere):
		return &translate.Unusable{Problem: e.Host() + " redirects to " + elsewhere.to, Advice: "name that address with --base-url, without its last part"}
	case errors.Is(err, http.ErrSchemeMismatch):
		return &translate.Unusable{Problem: e.Host() + " speaks HTTP, not HTTPS", Advice: "begin --base-url with http://"}
	case errors.Is(err, errForeign), !e.answered.Load() && malformed(err):
		return &translate.Unusable{Problem: "what answers at " + e.url.String() + " does not speak the OpenAI protocol", Advice: "check --base-url: its port, and that it mostly ends in /v1"}
	case errors.Is(err, errPage):
		return &translate.Unusable{Problem: e.url.String() + " answers with a web page, not as the OpenAI protocol has it", Advice: "check --base-url; it mostly ends in /v1"}
	case !e.answered.Load() && errors.As(err, &name):
		return &translate.Unusable{Problem: fmt.Sprintf("no server is called %s, or there is no network", name.Name), Advice: "check --base-url and the network; --engine draft needs neither"}
	case !e.answered.Load() && errors.As(err, &dial) && dial.Op == "dial":
		return &translate.Unusable{Problem: "nothing answers at " + e.Host() + ": " + cause(dial), Advice: "start the server, check --base-url and the network; --engine draft needs neither"}
	case !e.answered.Load() && namesAny(err.Error(), "certificate", "tls:"):
		return &translate.Unusable{Problem: "no safe connection to " + e.Host() + ": " + e.redact(root(err).Error()), Advice: "check --base-url; http:// where the server has no certificate"}
	case timedOut(ctx, err):
		return errors.New("no answer within the time of one request (--timeout)")
	case !e.answered.Load() && e.mute.Add(1) >= maxMute:
		return &translate.Unusable{Problem: e.Host() + " takes connections, but never answers: " + e.redact(reason(err)), Advice: "check --base-url, and what the server says itself"}
	}
	return errors.New(e.redact(reason(err)))
}

// reason is why a try failed, in few words.
func reason(err error) string {
	if op := (*net.OpError)(nil); errors.As(err, &op) {
		return cause(op)
	}
	return root(err).Error()
}

// cause is why a connection failed, without the addresses.
func cause(err *net.OpError) string {
	if err.Timeout() {
		return "timed out"
	}
	return strings.TrimPrefix(root(err).Error(), "connect: ")
}

// root is the innermost error of err.
func root(err error) error {
	for {
		next := errors.Unwrap(err)
		if next == nil {
			return err
		}
		err = next
	}
}

// redact takes the key out of a text: some servers repeat it.
func (e *Engine) redact(s string) string {
	if e.key == "" {
		return s
	}
	return strings.ReplaceAll(s, e.key, "[key]")
}

// cutText keeps a message of a server to a line that can be read.
func cutText(s string) string {
	if r := []rune(s); len(r) > 200 {
		return string(r[:200]) + "…"
	}
	return s
}
