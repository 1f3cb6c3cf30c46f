package article

import (
	"errors"
	"io"
)

// What can be wrong with an input; [Read] returns them wrapped, with details
// and what to do.
var (
	ErrEmpty    = errors.New("the input is empty")
	ErrNotText  = errors.New("the input is not text")
	ErrTooLarge = errors.New("the input is too large")
	ErrEncoding = errors.New("unknown encoding")
)

// load reads and decodes all of r: the first half of [Read]. Every field of
// the Source but Script is set.
func load(r io.Reader, o Options) (Source, error) {
	return Source{}, ErrEmpty
}
