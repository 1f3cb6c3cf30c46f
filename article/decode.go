package article

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"unicode/utf8"
)

// What can be wrong with an input; [Read] returns them wrapped, with details
// and what to do.
var (
	ErrEmpty    = errors.New("no article text found")
	ErrNotText  = errors.New("the input is not text")
	ErrTooLarge = errors.New("the input is too large")
	ErrEncoding = errors.New("unknown encoding")
)

// load reads and decodes all of r: the first half of [Read]. Every field of
// the Source but Script is set. Never more than one byte over o.MaxBytes is
// read. Its errors are those of [Read].
func load(r io.Reader, o Options) (Source, error) {
	name := o.name()
	limit := o.MaxBytes
	if limit <= 0 {
		limit = DefaultMaxBytes
	}
	data, sum, err := slurp(r, limit)
	if err != nil {
		return Source{}, fmt.Errorf("read %s: %w", name, err)
	}
	src, err := decode(data, o.Encoding)
	if err != nil {
		return Source{}, fmt.Errorf("read %s: %w", name, err)
	}
	if strings.TrimSpace(src.Text) == "" {
		return Source{}, fmt.Errorf("read %s: %w: there is only white space in it", name, ErrEmpty)
	}
	src.SHA256 = sum
	src.Format = o.Format
	if src.Format == FormatAuto {
		src.Format = findFormat(o.Name, src.Text)
	}
	return src, nil
}

// name is what errors call the input.
func (o Options) name() string {
	if o.Name == "" {
		return "input"
	}
	return o.Name
}

// slurp reads all of r into one string, with no copy made at the end, and
// gives the SHA-256 of what it read.
func slurp(r io.Reader, limit int64) (data, sum string, err error) {
	var b strings.Builder
	b.Grow(int(min(sizeHint(r), limit) + 1))
	hash := sha256.New()
	n, err := io.Copy(io.MultiWriter(&b, hash), io.LimitReader(r, limit+1))
	switch {
	case err != nil:
		return "", "", err
	case n > limit:
		return "", "", fmt.Errorf("%w: it has more than %d bytes; split it, or raise the limit (MaxBytes)", ErrTooLarge, limit)
	case n == 0:
		return "", "", fmt.Errorf("%w: it has no bytes", ErrEmpty)
	}
	return b.String(), hex.EncodeToString(hash.Sum(nil)), nil
}

// sizeHint is how many bytes r will probably give, where it can tell.
func sizeHint(r io.Reader) int64 {
	switch r := r.(type) {
	case interface{ Len() int }:
		return int64(r.Len())
	case interface{ Stat() (fs.FileInfo, error) }:
		if info, err := r.Stat(); err == nil {
			return max(info.Size(), 0)
		}
	}
	return 0
}

// decode turns bytes into UTF-8. Without a label it believes a byte order
// mark, then UTF-8 that is valid and holds Chinese, then the best score; what
// HTML or XML declares only tips the balance between near scores.
func decode(data, label string) (Source, error) {
	if kind := binaryKind(data); kind != "" {
		return Source{}, fmt.Errorf("%w: it looks like %s", ErrNotText, kind)
	}
	if label != "" {
		s, err := schemeByLabel(label, data)
		if err != nil {
			return Source{}, err
		}
		return decodeAs(s, data), nil
	}
	if s := schemeByMark(data); s != nil {
		return decodeAs(s, data), nil
	}
	if plainUTF8(data) {
		return Source{Text: data, Encoding: utf8Scheme.name}, nil
	}
	s, err := detect(data, declared(data))
	if err != nil {
		return Source{}, err
	}
	return decodeAs(s, data), nil
}

// decodeAs decodes data by s and drops a byte order mark.
func decodeAs(s *scheme, data string) Source {
	data = strings.TrimPrefix(data, s.mark)
	if s == utf8Scheme && utf8.ValidString(data) {
		return Source{Text: data, Encoding: s.name}
	}
	return Source{Text: s.decode(data), Encoding: s.name}
}

// plainUTF8 reports whether data is valid UTF-8 beyond doubt. Two-byte
// sequences alone are no proof, since short GBK words can look like them
// (一些 is D2BB D0A9), and NUL bytes hint at UTF-16.
func plainUTF8(data string) bool {
	if !utf8.ValidString(data) || strings.IndexByte(data, 0) >= 0 {
		return false
	}
	ascii := true
	for i := 0; i < len(data); i++ {
		if data[i] >= 0xE0 {
			return true
		}
		ascii = ascii && data[i] < utf8.RuneSelf
	}
	return ascii
}
