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

var out = flag.String("align.out", "", "folder for the alignments of the development texts, a file a text")

const dev = "../../shared/dev/align"

// TestDevelopment prints how well texts are aligned whose alignment is known.
// It holds the figures to what was reached once.
func TestDevelopment(t *testing.T) {
	if files, err := filepath.Glob(filepath.Join(dev, "*", "zh", "*.txt")); err != nil || len(files) == 0 {
		t.Skip("no development texts")
	}
	t.Run("chapters", func(t *testing.T) {
		var s strict
		for name, links := range alignAll(t, "mac-dev") {
			s.add(links, readGold(t, filepath.Join(dev, "mac-dev", "gold", name+".align")))
		}
		p, r := float64(s.right)/float64(s.found), float64(s.recalled)/float64(s.wanted)
		f := 2 * p * r / (p + r)
		t.Logf("links exactly as in the gold: precision %.3f, recall %.3f, F1 %.3f", p, r, f)
		if f < 0.86 {
			t.Errorf("F1 is %.3f, was 0.87", f)
		}
	})
	t.Run("deleted lines", func(t *testing.T) {
		var s purity
		for name, links := range alignAll(t, "hkma-drop-dev") {
			s.add(links, readLinesOf(t, filepath.Join(dev, "hkma-drop-dev", "gold", name+".lines")))
		}
		p := float64(s.pure) / float64(s.links)
		t.Logf("links within one line: %.4f of %d; of %d doubtful ones %.3f, of the others %.4f",
			p, s.links, s.doubtful, float64(s.pureDoubtful)/float64(max(1, s.doubtful)),
			float64(s.pure-s.pureDoubtful)/float64(s.links-s.doubtful))
		if p < 0.985 {
			t.Errorf("precision is %.4f, was 0.992", p)
		}
	})
}

// alignAll aligns the texts of a set, by name.
func alignAll(t *testing.T, set string) map[string][]align.Link {
	files, err := filepath.Glob(filepath.Join(dev, set, "zh", "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]align.Link{}
	for _, zh := range files {
		name := strings.TrimSuffix(filepath.Base(zh), ".txt")
		links := align.Links(readPieces(t, zh), readPieces(t, filepath.Join(dev, set, "en", name+".txt")), align.Options{})
		all[name] = links
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
	return all
}

func readFile(t testing.TB, path string) string {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func readPieces(t testing.TB, path string) []align.Piece {
	var pieces []align.Piece
	for line := range strings.Lines(readFile(t, path)) {
		pieces = append(pieces, align.Piece{Text: strings.TrimSpace(line)})
	}
	return pieces
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

// strict counts links that are exactly those of the gold; for the recall, links
// with an empty side do not count.
type strict struct{ right, found, recalled, wanted int }

func (s *strict) add(links []align.Link, gold map[string]bool) {
	var b strings.Builder
	for _, l := range links {
		write(&b, l)
	}
	seen := map[string]bool{}
	for line := range strings.Lines(b.String()) {
		line = strings.TrimSpace(line)
		seen[line] = true
		s.found++
		if gold[line] {
			s.right++
		}
	}
	for line := range gold {
		if strings.Contains(line, "[]") {
			continue
		}
		s.wanted++
		if seen[line] {
			s.recalled++
		}
	}
}

func readGold(t testing.TB, path string) map[string]bool {
	gold := map[string]bool{}
	for line := range strings.Lines(readFile(t, path)) {
		gold[strings.TrimSpace(line)] = true
	}
	return gold
}

// purity counts links whose pieces all come from one line of the original.
type purity struct{ pure, links, doubtful, pureDoubtful int }

// origin tells for each piece of both sides the line it comes from.
type origin struct{ zh, en map[int]int }

func readLinesOf(t testing.TB, path string) origin {
	o := origin{map[int]int{}, map[int]int{}}
	for line := range strings.Lines(readFile(t, path)) {
		var side string
		var piece, number int
		if _, err := fmt.Sscan(line, &side, &piece, &number); err != nil {
			t.Fatal(err)
		}
		if side == "zh" {
			o.zh[piece] = number
		} else {
			o.en[piece] = number
		}
	}
	return o
}

func (s *purity) add(links []align.Link, o origin) {
	for _, l := range links {
		if l.Zh.Len() == 0 || l.En.Len() == 0 {
			continue
		}
		lines := map[int]bool{}
		for i := l.Zh.Start; i < l.Zh.End; i++ {
			lines[o.zh[i]] = true
		}
		for j := l.En.Start; j < l.En.End; j++ {
			lines[o.en[j]] = true
		}
		s.links++
		if len(lines) == 1 {
			s.pure++
		}
		if l.Doubtful {
			s.doubtful++
			if len(lines) == 1 {
				s.pureDoubtful++
			}
		}
		if os.Getenv("SCORES") != "" {
			fmt.Printf("SCORE %v %.2f %d %d\n", len(lines) == 1, l.Score, l.Zh.Len(), l.En.Len())
		}
	}
}
