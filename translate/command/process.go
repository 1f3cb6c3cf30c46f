package command

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"time"
)

// errEnded: the program ended before it answered.
var errEnded = errors.New("it ended")

// maxLine is the most bytes of a line that are read.
const maxLine = 32 << 20

// process is a program that runs.
type process struct {
	cmd   *exec.Cmd
	in    io.WriteCloser
	lines chan []byte   // of its output
	ended chan struct{} // closed when it has ended
	err   error         // why it ended; to be read after ended
}

func start(command []string, stderr io.Writer) (*process, error) {
	p := &process{cmd: exec.Command(command[0], command[1:]...), lines: make(chan []byte), ended: make(chan struct{})}
	p.cmd.Stderr = stderr
	p.cmd.WaitDelay = stopTime // children that keep its stderr open
	ownGroup(p.cmd)
	in, err := p.cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := p.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	p.in = in
	if err := p.cmd.Start(); err != nil {
		return nil, err
	}
	go p.read(out)
	return p, nil
}

// read hands out the lines of the program until it ends.
func (p *process) read(out io.Reader) {
	defer close(p.ended)
	lines := bufio.NewScanner(out)
	lines.Buffer(nil, maxLine)
	for lines.Scan() {
		if line := bytes.TrimSpace(lines.Bytes()); len(line) > 0 {
			p.lines <- bytes.Clone(line)
		}
	}
	if lines.Err() != nil {
		killGroup(p.cmd) // a line without end
	}
	p.err = errors.Join(lines.Err(), p.cmd.Wait())
}

// ask writes a line to the program and waits for one.
func (p *process) ask(ctx context.Context, line []byte) ([]byte, error) {
	select {
	case text := <-p.lines:
		return nil, fmt.Errorf("it says something that it was not asked: %.80q", text)
	default:
	}
	written := make(chan error, 1)
	go func() {
		_, err := p.in.Write(line)
		written <- err
	}()
	for {
		select {
		case err := <-written:
			written = nil // answers are still to come
			if err != nil {
				return nil, p.whyEnded(ctx)
			}
		case text := <-p.lines:
			return text, nil
		case <-p.ended:
			return nil, p.whyEnded(ctx)
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}

// whyEnded waits for the end of a program whose pipes have broken.
func (p *process) whyEnded(ctx context.Context) error {
	select {
	case <-p.ended:
	case <-p.lines:
		return errEnded // it hung up its input, and spoke
	case <-time.After(stopTime):
		return errEnded // it hung up its input, and lives
	case <-ctx.Done():
		return ctx.Err()
	}
	if p.err != nil {
		return fmt.Errorf("%w: %w", errEnded, p.err)
	}
	return errEnded
}

// kill ends the program at once.
func (p *process) kill() {
	killGroup(p.cmd)
	p.drain()
}

// stop ends the input of the program, and the program itself where it has not
// ended by then.
func (p *process) stop(patience time.Duration) error {
	err := p.in.Close()
	if errors.Is(err, os.ErrClosed) {
		err = nil // it has ended already
	}
	timer := time.AfterFunc(patience, func() { killGroup(p.cmd) })
	defer timer.Stop()
	p.drain()
	return err
}

// drain waits for the end of the program; nobody wants what it still says.
func (p *process) drain() {
	for {
		select {
		case <-p.lines:
		case <-p.ended:
			return
		}
	}
}
