package openai

import (
	"bytes"
	"context"
	"errors"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"github.com/hashicorp/go-retryablehttp"
)

const (
	maxRetries  = 6               // of one request
	maxTimeouts = 2               // of these, tries that took too long
	maxPatience = 2 * time.Minute // the longest wait that a server may ask for
)

// retrier sends requests at the pace of all requests, and again where a fault
// may pass.
type retrier struct {
	client   *retryablehttp.Client
	pace     *pace
	answered *atomic.Bool // whether the server has ever answered well
}

func newRetrier(transport http.RoundTripper, o Options, answered *atomic.Bool) *retrier {
	r := &retrier{client: retryablehttp.NewClient(), pace: newPace(o.RPM), answered: answered}
	c := r.client
	c.HTTPClient = &http.Client{Transport: transport, Timeout: o.Timeout, CheckRedirect: noRedirect}
	c.Logger = nil
	c.RetryMax = maxRetries
	c.RetryWaitMin, c.RetryWaitMax = o.Wait/2, o.Wait*3/2
	c.CheckRetry = r.check
	c.Backoff = r.backoff
	c.ErrorHandler = retryablehttp.PassthroughErrorHandler
	c.PrepareRetry = func(req *http.Request) error { return r.pace.wait(req.Context()) }
	return r
}

// Do sends a request until it is answered or nothing more can be hoped for.
func (r *retrier) Do(req *http.Request) (*http.Response, error) {
	ctx := context.WithValue(req.Context(), timeoutsKey{}, new(int))
	again, err := retryablehttp.FromRequest(req.WithContext(ctx))
	if err != nil {
		return nil, err
	}
	if err := r.pace.wait(ctx); err != nil {
		return nil, err
	}
	response, err := r.client.Do(again)
	if err == nil && response.StatusCode < http.StatusBadRequest {
		r.pace.ease()
	}
	return response, err
}

// timeoutsKey is the key of a context under which the tries of a request that
// took too long are counted.
type timeoutsKey struct{}

// check says whether a try should be followed by another.
func (r *retrier) check(ctx context.Context, response *http.Response, err error) (bool, error) {
	var dial *net.OpError
	var elsewhere *redirected
	switch {
	case ctx.Err() != nil:
		return false, ctx.Err()
	case errors.Is(err, errPage), errors.Is(err, errForeign), errors.Is(err, http.ErrSchemeMismatch), errors.As(err, &elsewhere):
		return false, nil
	case !r.answered.Load() && malformed(err):
		return false, nil // some other service
	case errors.As(err, &dial) && dial.Op == "dial" && !r.answered.Load():
		return false, nil // nobody is there
	case timedOut(ctx, err):
		n := ctx.Value(timeoutsKey{}).(*int)
		*n++
		return *n < maxTimeouts, nil
	case err == nil && response.StatusCode == http.StatusTooManyRequests && outOfCredit(response):
		return false, nil
	case err == nil && (response.StatusCode == http.StatusTooManyRequests || response.StatusCode == http.StatusServiceUnavailable):
		wait, said := retryAfter(response)
		r.pace.slow(wait)
		if said && wait > maxPatience {
			return false, nil
		}
	}
	return retryablehttp.DefaultRetryPolicy(ctx, response, err)
}

// malformed reports whether what came from the server is not HTTP.
func malformed(err error) bool { return err != nil && strings.Contains(err.Error(), "malformed HTTP") }

// backoff is the wait before the next try: what the server asks for, or longer
// from try to try, and a little more, so that not all come back at once.
func (r *retrier) backoff(least, most time.Duration, try int, response *http.Response) time.Duration {
	wait := retryablehttp.RateLimitLinearJitterBackoff(least, most, try, response)
	return wait + time.Duration(rand.Int64N(int64(least)+1))
}

// retryAfter is the wait that a response asks for.
func retryAfter(response *http.Response) (time.Duration, bool) {
	header := response.Header.Get("Retry-After")
	if seconds, err := strconv.Atoi(header); err == nil && seconds >= 0 {
		return time.Duration(seconds) * time.Second, true
	}
	if at, err := http.ParseTime(header); err == nil {
		return max(0, time.Until(at)), true
	}
	return 0, false
}

// outOfCredit reports whether a 429 will not pass by waiting. The body stays
// to be read.
func outOfCredit(response *http.Response) bool {
	data, err := io.ReadAll(response.Body)
	response.Body = io.NopCloser(bytes.NewReader(data))
	return err == nil && namesAny(strings.ToLower(string(data)), "insufficient_quota", "insufficient balance", "exceeded your current quota")
}
