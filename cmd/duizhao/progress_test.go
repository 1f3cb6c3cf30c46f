package main

import (
	"bytes"
	"testing"
	"time"

	"duizhao/translate"
)

func TestProgressLine(t *testing.T) {
	cases := map[string]struct {
		p    translate.Progress
		took time.Duration
	}{
		"0/40 units": {translate.Progress{Units: 40}, time.Second},
		"10/40 units, 14/15 terms met, 12.3k tokens, 1m0s left": {translate.Progress{
			Units: 40, Done: 10, Required: 15, Met: 14, Usage: translate.Usage{Input: 12000, Output: 345},
		}, 20 * time.Second},
		"40/40 units, 900 tokens":       {translate.Progress{Units: 40, Done: 40, Usage: translate.Usage{Input: 900}}, time.Minute},
		"40/40 units, repair 2: 3 left": {translate.Progress{Units: 40, Done: 40, Round: 2, Left: 3}, time.Minute},
	}
	for want, c := range cases {
		if got := progressLine(c.p, c.took); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// What a program says goes to stderr without what could command the terminal,
// and nothing is shown where stderr is no terminal.
func TestTalk(t *testing.T) {
	var stderr bytes.Buffer
	u := &ui{err: &stderr}
	program := &talk{to: &stderr}
	show, stop := u.startProgress("a.txt", 3, program)
	if show != nil {
		t.Error("progress is shown in a pipe")
	}
	if n, err := program.Write([]byte("loading\x1b[2J …\n")); err != nil || n != 16 {
		t.Errorf("wrote %d, %v", n, err)
	}
	stop()
	if got := stderr.String(); got != "loading\ufffd[2J …\n" {
		t.Errorf("%q on stderr", got)
	}
}
