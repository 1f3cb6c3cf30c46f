package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// writeFile writes a file that appears whole or not at all: write fills a
// temporary file beside it, which then takes its name. An existing file keeps
// its permissions; a link is followed.
func writeFile(path string, write func(io.Writer) error) (err error) {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	mode := fs.FileMode(0o644)
	info, err := os.Stat(path)
	switch {
	case err == nil && !info.Mode().IsRegular():
		return writeDevice(path, write)
	case err == nil:
		mode = info.Mode().Perm()
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), ".duizhao-*")
	if err != nil {
		return fmt.Errorf("write %s: %w", path, pathCause(err))
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, ignoreMissing(os.Remove(tmp.Name())))
		}
	}()
	if err = write(tmp); err != nil {
		return errors.Join(err, tmp.Close())
	}
	if err = errors.Join(tmp.Chmod(mode), tmp.Sync(), tmp.Close()); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	if err = os.Rename(tmp.Name(), path); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	return nil
}

// writeDevice writes into what is no regular file: /dev/null, a named pipe.
func writeDevice(path string, write func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return errors.Join(write(f), f.Close())
}

func ignoreMissing(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// pathCause is the cause of a path error without the path, which the message
// names already.
func pathCause(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// writeResult writes a result to stdout, where output is "-" or empty, or to
// a file. When ctx ends, so does the writing, and the file does not appear.
func (u *ui) writeResult(ctx context.Context, output string, write func(io.Writer) error) error {
	whole := func(w io.Writer) error {
		if err := write(contextWriter{ctx, w}); err != nil {
			return err
		}
		return ctx.Err()
	}
	if output != "" && output != stdinName {
		return writeFile(output, whole)
	}
	return whole(u.out)
}

// contextWriter is a writer that fails once ctx has ended.
type contextWriter struct {
	ctx context.Context
	w   io.Writer
}

func (c contextWriter) Write(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.w.Write(p)
}

// sourcePath is how a bitext records where its article came from: with
// forward slashes on every system, and nothing for standard input.
func sourcePath(path string) string {
	if path == stdinName {
		return ""
	}
	return filepath.ToSlash(path)
}

// writeJSON writes v as indented JSON, keys of maps sorted.
func writeJSON(w io.Writer, v any) error {
	if err := json.MarshalWrite(w, v, json.Deterministic(true), jsontext.Multiline(true)); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}
