package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"

	"golang.org/x/term"

	"duizhao/translate"
)

// The voice of the program. Results go to stdout or --output; everything said
// here goes to stderr. Messages are lower case, without a full stop, and one
// line; "error:" says what went wrong, "hint:" what to type or do, "warning:"
// what the reader should know although the work went on.
type ui struct {
	in  io.Reader
	out io.Writer
	err io.Writer

	quiet, verbose, noColor bool
}

// Error says err, and its hint where it has one.
func (u *ui) Error(err error) {
	fmt.Fprintf(u.err, "error: %s\n", printable(err.Error()))
	var h *hinted
	var engine *translate.Unusable
	switch {
	case errors.As(err, &h):
		fmt.Fprintf(u.err, "hint: %s\n", printable(h.hint))
	case errors.As(err, &engine):
		fmt.Fprintf(u.err, "hint: %s\n", printable(engine.Advice))
	}
}

// Warn says something that the reader should know.
func (u *ui) Warn(format string, args ...any) {
	if !u.quiet {
		fmt.Fprintf(u.err, "warning: %s\n", printable(fmt.Sprintf(format, args...)))
	}
}

// Say says how the work went.
func (u *ui) Say(format string, args ...any) {
	if !u.quiet {
		fmt.Fprintln(u.err, printable(fmt.Sprintf(format, args...)))
	}
}

// Tell says what only --verbose shows.
func (u *ui) Tell(format string, args ...any) {
	if u.verbose && !u.quiet {
		fmt.Fprintln(u.err, printable(fmt.Sprintf(format, args...)))
	}
}

// hinted is an error with advice.
type hinted struct {
	err  error
	hint string
}

func (h *hinted) Error() string { return h.err.Error() }
func (h *hinted) Unwrap() error { return h.err }

// withHint adds advice to err.
func withHint(err error, hint string) error { return &hinted{err, hint} }

// printable keeps text of an article or a file name from commanding the
// terminal.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && r != '\t' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)) {
			return unicode.ReplacementChar
		}
		return r
	}, s)
}

// terminal returns the width of a reader or writer where it is a terminal.
func terminal(stream any) (columns int, ok bool) {
	f, isFile := stream.(*os.File)
	if !isFile || !term.IsTerminal(int(f.Fd())) {
		return 0, false
	}
	columns, _, err := term.GetSize(int(f.Fd()))
	return columns, err == nil && columns > 0
}

// color reports whether stdout may be coloured (https://no-color.org).
func (u *ui) color() bool {
	if u.noColor || os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb" {
		return false
	}
	_, ok := terminal(u.out)
	return ok
}
