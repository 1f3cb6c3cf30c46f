package openai

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"syscall"
	"time"

	"duizhao/translate"
)

// maxAnswer is the most bytes of an answer that are read.
const maxAnswer = 32 << 20

// dialTimeout is how long it may take to reach a server.
const dialTimeout = 15 * time.Second

// whole is an http.RoundTripper whose responses have been read to their end: a
// connection that breaks in the middle of an answer is an error of the round
// trip, which is tried again.
type whole struct{ next http.RoundTripper }

// newTransport reaches servers; offline, only those on this machine, whatever
// a name resolves to and without a proxy.
func newTransport(offline bool) http.RoundTripper {
	t := &http.Transport{
		Proxy:               http.ProxyFromEnvironment,
		MaxIdleConnsPerHost: 64,
		IdleConnTimeout:     90 * time.Second,
		TLSHandshakeTimeout: dialTimeout,
		ForceAttemptHTTP2:   true,
	}
	dialer := &net.Dialer{Timeout: dialTimeout}
	if offline {
		t.Proxy = nil
		dialer.Control = func(_, address string, _ syscall.RawConn) error {
			if at, err := netip.ParseAddrPort(address); err != nil || !at.Addr().Unmap().IsLoopback() {
				return fmt.Errorf("%s is not on this machine", address)
			}
			return nil
		}
	}
	t.DialContext = dialer.DialContext
	return whole{t}
}

// RoundTrip sends r and reads the answer to its end.
func (w whole) RoundTrip(r *http.Request) (*http.Response, error) {
	response, err := w.next.RoundTrip(r)
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(response.Body, maxAnswer))
	if err := errors.Join(err, response.Body.Close()); err != nil {
		return nil, fmt.Errorf("read answer: %w", err)
	}
	if response.StatusCode == http.StatusOK && !json.Valid(data) {
		switch start := bytes.TrimSpace(data); {
		case isPage(start):
			return nil, errPage
		case len(start) > 0 && start[0] != '{':
			return nil, errForeign
		}
		return nil, errBroken
	}
	response.Body = io.NopCloser(bytes.NewReader(data))
	return response, nil
}

var (
	errPage    = errors.New("it answers with a web page")
	errForeign = errors.New("it answers with no JSON")
	errBroken  = errors.New("the answer is broken off")
)

// isPage reports whether data is HTML.
func isPage(data []byte) bool { return bytes.HasPrefix(bytes.TrimSpace(data), []byte("<")) }

// redirected is the error of a server that wants to be asked elsewhere. A
// redirected request would lose its body, and the key might go astray.
type redirected struct{ to string }

func (r *redirected) Error() string { return "it redirects to " + r.to }

func noRedirect(r *http.Request, _ []*http.Request) error {
	to := *r.URL
	to.User, to.RawQuery = nil, ""
	return &redirected{to.String()}
}

// parseURL completes the address of a server.
func parseURL(s string) (*url.URL, error) {
	if s == "" {
		s = DefaultURL
	}
	complete := s
	if !strings.Contains(s, "://") {
		complete = "https://" + s
		if host, _, _ := strings.Cut(s, "/"); loopback(hostname(host)) {
			complete = "http://" + s
		}
	}
	u, err := url.Parse(complete)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil, &translate.Unusable{
			Problem: fmt.Sprintf("%q is no address of a server", s),
			Advice:  "an address looks like https://api.openai.com/v1 or http://127.0.0.1:11434/v1",
		}
	}
	u.RawQuery, u.Fragment = "", ""
	u.Path = strings.TrimSuffix(strings.TrimSuffix(strings.TrimRight(u.Path, "/"), "/chat/completions"), "/models")
	if u.Path == "" {
		u.Path = "/v1"
	}
	return u, nil
}

// Reachable reports whether o.Offline allows the address of o.
func Reachable(o Options) bool {
	u, err := parseURL(o.BaseURL)
	return !o.Offline || err == nil && loopback(u.Hostname())
}

// hostname is host without its port.
func hostname(host string) string {
	if name, _, err := net.SplitHostPort(host); err == nil {
		return name
	}
	return strings.Trim(host, "[]")
}

// loopback reports whether host names this machine.
func loopback(host string) bool {
	if strings.EqualFold(host, "localhost") {
		return true
	}
	ip, err := netip.ParseAddr(host)
	return err == nil && ip.Unmap().IsLoopback()
}

// timedOut reports whether err is a try that took too long, while the caller's
// own context still stands.
func timedOut(ctx context.Context, err error) bool {
	var t interface{ Timeout() bool }
	return ctx.Err() == nil && errors.As(err, &t) && t.Timeout()
}
