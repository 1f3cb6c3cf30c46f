package align

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// Lock says from which Chinese each English file was translated, for
// documents that have no front matter: the hash of the Chinese file, as [Hash]
// gives it, by the path of the English one with forward slashes.
type Lock map[string]string

// ReadLock reads lines of a hash, white space and a path. Empty lines and
// those that begin with # say nothing.
func ReadLock(r io.Reader) (Lock, error) {
	l := Lock{}
	in := bufio.NewScanner(r)
	for n := 1; in.Scan(); n++ {
		line := strings.TrimSpace(in.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		at := strings.IndexAny(line, " \t")
		if at < 0 || !strings.HasPrefix(line, "sha256:") {
			return nil, fmt.Errorf("line %d: want sha256:HASH PATH, have %q", n, line)
		}
		path := strings.TrimSpace(line[at:])
		if _, twice := l[path]; twice {
			return nil, fmt.Errorf("line %d: %s stands here twice", n, path)
		}
		l[path] = line[:at]
	}
	if err := in.Err(); err != nil {
		return nil, fmt.Errorf("read lock: %w", err)
	}
	return l, nil
}

// WriteLock writes l in the order of its paths.
func WriteLock(w io.Writer, l Lock) error {
	for _, path := range slices.Sorted(maps.Keys(l)) {
		if _, err := fmt.Fprintf(w, "%s %s\n", l[path], path); err != nil {
			return fmt.Errorf("write lock: %w", err)
		}
	}
	return nil
}
