package main

import (
	"fmt"
	"io"
	"strings"
	"sync"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"

	"duizhao/translate"
)

// talk is where a program that runs beside duizhao says something: to stderr,
// above the progress bar while there is one.
type talk struct {
	mu sync.Mutex
	to io.Writer
}

// Write passes p on without what could command the terminal.
func (t *talk) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if _, err := io.WriteString(t.to, printable(string(p))); err != nil {
		return 0, err
	}
	return len(p), nil
}

// through makes t write to another writer, and returns the one before.
func (t *talk) through(w io.Writer) io.Writer {
	t.mu.Lock()
	defer t.mu.Unlock()
	before := t.to
	t.to = w
	return before
}

// startProgress shows on a terminal how far the translation of an article of
// so many units is, until stop is called. In a pipe it shows nothing.
func (u *ui) startProgress(name string, units int, t *talk) (show func(translate.Progress), stop func()) {
	if _, ok := terminal(u.err); !ok || u.quiet {
		return nil, func() {}
	}
	var mu sync.Mutex
	now := translate.Progress{Units: units}
	start := time.Now()
	line := func(decor.Statistics) string {
		mu.Lock()
		defer mu.Unlock()
		return " " + progressLine(now, time.Since(start))
	}
	container := mpb.New(mpb.WithOutput(u.err), mpb.WithWidth(24))
	// One more than there is to do: the bar ends when all is written.
	bar := container.AddBar(int64(units)+1, mpb.BarRemoveOnComplete(),
		mpb.PrependDecorators(decor.Name(printable(name)+" ")), mpb.AppendDecorators(decor.Any(line)))
	before := t.through(container)
	show = func(p translate.Progress) {
		mu.Lock()
		now = p
		mu.Unlock()
		bar.SetCurrent(int64(p.Done))
	}
	stop = func() {
		t.through(before)
		bar.Abort(true)
		container.Wait()
	}
	return show, stop
}

// progressLine is "12/40 units, 14/15 terms met, 12.3k tokens, 1m20s left".
func progressLine(p translate.Progress, took time.Duration) string {
	parts := []string{fmt.Sprintf("%d/%d units", p.Done, p.Units)}
	if p.Required > 0 {
		parts = append(parts, fmt.Sprintf("%d/%d terms met", p.Met, p.Required))
	}
	if tokens := p.Usage.Input + p.Usage.Output; tokens > 0 {
		parts = append(parts, thousands(tokens)+" tokens")
	}
	switch {
	case p.Round > 0 && p.Left > 0:
		parts = append(parts, fmt.Sprintf("repair %d: %d left", p.Round, p.Left))
	case p.Round == 0 && p.Done > 0 && p.Done < p.Units:
		left := took / time.Duration(p.Done) * time.Duration(p.Units-p.Done)
		parts = append(parts, left.Round(time.Second).String()+" left")
	}
	return strings.Join(parts, ", ")
}

// thousands writes 12345 as 12.3k.
func thousands(n int) string {
	if n < 10_000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%.1fk", float64(n)/1000)
}

// sayTokens tells what a run took from the engine.
func sayTokens(u *ui, s translate.Summary) {
	if s.Usage.Input+s.Usage.Output == 0 {
		return
	}
	line := fmt.Sprintf("tokens %d sent, %d answered, in %s", s.Usage.Input, s.Usage.Output, counted(s.Requests, "request", "requests"))
	if s.Unmetered > 0 {
		line += fmt.Sprintf("; %s did not say", counted(s.Unmetered, "answer", "answers"))
	}
	u.Say("%s", line)
}
