package align_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"duizhao/align"
)

var out = flag.String("align.out", "", "folder for the alignments of the development texts")

const dev = "../../shared/dev/align"

func readLines(t testing.TB, path string) []align.Piece {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var pieces []align.Piece
	for line := range strings.Lines(string(data)) {
		pieces = append(pieces, align.Piece{Text: strings.TrimSpace(line)})
	}
	return pieces
}

func TestDevelopment(t *testing.T) {
	for _, set := range []string{"mac-dev", "hkma-drop-dev"} {
		files, err := filepath.Glob(filepath.Join(dev, set, "zh", "*.txt"))
		if err != nil {
			t.Fatal(err)
		}
		if len(files) == 0 {
			t.Skip("no development texts")
		}
		for _, zh := range files {
			name := strings.TrimSuffix(filepath.Base(zh), ".txt")
			links := align.Links(readLines(t, zh), readLines(t, filepath.Join(dev, set, "en", name+".txt")), align.Options{})
			if *out == "" {
				continue
			}
			var b strings.Builder
			for _, l := range links {
				write(&b, l)
			}
			if err := os.WriteFile(filepath.Join(*out, set, name+".align"), []byte(b.String()), 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// write writes a link; of an empty one each piece by itself, as the gold has
// them.
func write(b *strings.Builder, l align.Link) {
	switch {
	case l.En.Len() == 0:
		for i := l.Zh.Start; i < l.Zh.End; i++ {
			fmt.Fprintf(b, "[%d]:[]\n", i)
		}
	case l.Zh.Len() == 0:
		for j := l.En.Start; j < l.En.End; j++ {
			fmt.Fprintf(b, "[]:[%d]\n", j)
		}
	default:
		fmt.Fprintf(b, "%s:%s\n", ids(l.Zh), ids(l.En))
	}
}

func ids(r align.Range) string {
	var list []string
	for i := r.Start; i < r.End; i++ {
		list = append(list, fmt.Sprint(i))
	}
	return "[" + strings.Join(list, ", ") + "]"
}
