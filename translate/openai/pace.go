package openai

import (
	"context"
	"errors"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// pace is the pace of all requests of a run. It never exceeds what the user
// allows; when the server says that there are too many it slows down, and it
// grows again with every answer.
type pace struct {
	limiter *rate.Limiter
	ceiling rate.Limit

	mu     sync.Mutex
	resume time.Time     // no request before
	last   time.Time     // when the last request was let go
	gap    time.Duration // between requests, lately
	slowed time.Time     // when the pace was last slowed
}

const (
	slower   = 0.6             // the pace after a 429, in parts of that before
	faster   = 1.1             // the pace after a good answer
	slowest  = rate.Limit(0.5) // requests a second
	episode  = time.Second     // 429s this close together count once
	freeFrom = rate.Limit(50)  // requests a second from which no pace is kept
)

var errNoTime = errors.New("no time was left at the pace that the server or --rpm allows")

func newPace(rpm int) *pace {
	p := &pace{ceiling: rate.Inf}
	if rpm > 0 {
		p.ceiling = rate.Limit(float64(rpm) / 60)
	}
	p.limiter = rate.NewLimiter(p.ceiling, 1)
	return p
}

// wait waits until the next request may go.
func (p *pace) wait(ctx context.Context) error {
	for {
		p.mu.Lock()
		pause := time.Until(p.resume)
		p.mu.Unlock()
		if pause <= 0 {
			break
		}
		timer := time.NewTimer(pause)
		select {
		case <-ctx.Done():
			timer.Stop()
			return ctx.Err()
		case <-timer.C:
		}
	}
	if err := p.limiter.Wait(ctx); err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return errNoTime // the wait would end after the deadline of ctx
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	now := time.Now()
	if !p.last.IsZero() {
		p.gap = (p.gap*3 + now.Sub(p.last)) / 4
	}
	p.last = now
	return nil
}

// slow lowers the pace, and lets nothing go for the time that the server asked
// for.
func (p *pace) slow(pause time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := time.Now()
	if until := now.Add(min(pause, maxPatience)); until.After(p.resume) {
		p.resume = until
	}
	if now.Sub(p.slowed) < episode {
		return
	}
	p.slowed = now
	lately := rate.Inf
	if p.gap > 0 {
		lately = rate.Every(p.gap)
	}
	p.limiter.SetLimit(max(min(slowest, p.ceiling), slower*min(p.limiter.Limit(), lately, freeFrom)))
}

// ease raises the pace again.
func (p *pace) ease() {
	p.mu.Lock()
	defer p.mu.Unlock()
	limit := p.limiter.Limit()
	if limit >= p.ceiling {
		return
	}
	limit *= faster
	if limit > freeFrom {
		limit = rate.Inf
	}
	p.limiter.SetLimit(min(limit, p.ceiling))
}
