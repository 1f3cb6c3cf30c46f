// Package command promises that any program can be an engine: it reads a
// request as one line of JSON and writes its answer as one line. The program
// is started once and kept; one that takes too long or ends is started again,
// and an answer that comes late is never taken for that of another request.
//
// Start with [New], and end with [Engine.Close]; [Split] makes words of a
// command line. Lines are [translate.Request] and [translate.Answer].
//
// The package starts the program itself, without a shell, and asks it one
// request at a time. It does not judge what it answers.
package command

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"path/filepath"
	"time"

	"duizhao/lang/han"
	"duizhao/translate"
)

// DefaultTimeout is how long the answer to one line may take.
const DefaultTimeout = 2 * time.Minute

// stopTime is how long a program is given to end by itself once its input has
// ended.
const stopTime = 2 * time.Second

// Options say which program to ask.
type Options struct {
	Command []string      // the program and its arguments
	Timeout time.Duration // for the answer to one line; 0 means DefaultTimeout
	Stderr  io.Writer     // takes what the program says; nil: nobody hears it
}

// Engine asks a program. It is safe for concurrent use; requests wait for one
// another.
type Engine struct {
	options  Options
	turn     chan struct{} // holds a token while nobody asks
	process  *process      // nil while none runs; of whoever has the token
	answered bool          // the program has ever answered; the same
}

var _ translate.Engine = (*Engine)(nil)

// New is an engine for a program, which is started with the first request. The
// error is a [translate.Unusable] where there is no such program.
func New(o Options) (*Engine, error) {
	if len(o.Command) == 0 {
		return nil, &translate.Unusable{Problem: "no command is named", Advice: "name a program that answers lines of JSON: --command \"python3 engine.py\""}
	}
	if _, err := exec.LookPath(o.Command[0]); err != nil {
		return nil, &translate.Unusable{Problem: fmt.Sprintf("the command %s cannot be run: %v", o.Command[0], plain(err)), Advice: "check --command; a program in this directory is named with ./"}
	}
	if o.Timeout == 0 {
		o.Timeout = DefaultTimeout
	}
	e := &Engine{options: o, turn: make(chan struct{}, 1)}
	e.turn <- struct{}{}
	return e, nil
}

// plain is err without the name of what was looked for.
func plain(err error) error {
	var e *exec.Error
	if errors.As(err, &e) {
		return e.Err
	}
	return err
}

// Name is "command".
func (e *Engine) Name() string { return "command" }

// Model is the name of the program.
func (e *Engine) Model() string { return filepath.Base(e.options.Command[0]) }

// Translate puts r to the program. A program that ends while it is asked is
// started and asked once more.
func (e *Engine) Translate(ctx context.Context, r translate.Request) (translate.Answer, error) {
	line, err := json.Marshal(r)
	if err != nil {
		return translate.Answer{}, fmt.Errorf("write request: %w", err)
	}
	select {
	case <-e.turn:
	case <-ctx.Done():
		return translate.Answer{}, ctx.Err()
	}
	defer func() { e.turn <- struct{}{} }()
	answer, err := e.ask(ctx, r, line)
	if errors.Is(err, errEnded) {
		answer, err = e.ask(ctx, r, line)
	}
	if errors.Is(err, errEnded) && !e.answered {
		err = &translate.Unusable{
			Problem: fmt.Sprintf("the command %s ended without an answer: %v", e.Model(), err),
			Advice:  "try it by hand: it must read a line of JSON, answer with a line of JSON, and wait for the next",
		}
	}
	return answer, err
}

// ask puts r, written as line, to the program and reads a line.
func (e *Engine) ask(ctx context.Context, r translate.Request, line []byte) (translate.Answer, error) {
	if e.process == nil {
		p, err := start(e.options.Command, e.options.Stderr)
		if err != nil {
			return translate.Answer{}, &translate.Unusable{Problem: fmt.Sprintf("the command %s cannot be run: %v", e.Model(), plain(err)), Advice: "check --command"}
		}
		e.process = p
	}
	timeout, cancel := context.WithTimeout(ctx, e.options.Timeout)
	defer cancel()
	text, err := e.process.ask(timeout, append(line, '\n'))
	var answer translate.Answer
	if err == nil {
		if err = json.Unmarshal(text, &answer); err != nil {
			err = fmt.Errorf("the line is no answer: %w", err)
		}
	}
	if err != nil {
		// Whatever it says from now on may belong to this request.
		e.process.kill()
		e.process = nil
		if ctx.Err() != nil {
			return translate.Answer{}, ctx.Err()
		}
		if timeout.Err() != nil {
			err = fmt.Errorf("no answer within %s (--timeout)", e.options.Timeout)
		}
		return translate.Answer{}, err
	}
	e.answered = true
	if !belongs(answer, r) {
		e.process.kill() // it is out of step
		e.process = nil
	}
	return answer, nil
}

// belongs reports whether every unit of a stands under the id and echo of one
// that r asks for.
func belongs(a translate.Answer, r translate.Request) bool {
	for _, u := range a.Units {
		if u.ID < 1 || u.ID > len(r.Units) || han.Key(u.Echo) != han.Key(translate.Echo(r.Units[u.ID-1].Zh)) {
			return false
		}
	}
	return true
}

// Close ends the program: its input ends, and it is killed where it does not
// end soon after. The engine is not used again.
func (e *Engine) Close() error {
	<-e.turn
	if e.process == nil {
		return nil
	}
	p := e.process
	e.process = nil
	return p.stop(stopTime)
}
