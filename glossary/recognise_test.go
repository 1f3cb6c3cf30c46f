package glossary

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRecognise(t *testing.T) { testRecognise(t, "testdata/recognise") }

// The cases of docs.txt were written from docs/glossary.md alone.
func TestRecogniseAsTheDocsSay(t *testing.T) { testRecognise(t, "testdata/docs") }

// testRecognise runs the cases of path.txt against the glossary path.yaml.
func testRecognise(t *testing.T, path string) {
	g := readGlossary(t, path+".yaml")
	names, bodies := lineCases(t, path+".txt")
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			c, body := context(t, bodies[name])
			zh, rest, _ := strings.Cut(body, "\n> ")
			en, want, _ := strings.Cut(rest, "\n")
			if want != "" {
				want += "\n"
			}
			ms := g.Match(zh, c)
			got := told(en, ms, g.Recognise(en, zh, ms, c))
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s\n%s\n(-want +got):\n%s", zh, en, diff)
			}
		})
	}
}

// told writes recognitions in the notation of recognise.txt.
func told(en string, ms []Match, rs []Recognition) string {
	var b strings.Builder
	for i, r := range rs {
		fmt.Fprintf(&b, "= %s %s", ms[i].Term.Zh, r.How)
		if r.Lowered {
			b.WriteString(" lowered")
		}
		if r.En != "" {
			fmt.Fprintf(&b, " \"%s\"", r.En)
		}
		if cut := string([]rune(en)[r.Target.Start:r.Target.End]); cut != r.En {
			fmt.Fprintf(&b, " but the target is %q", cut)
		}
		b.WriteByte('\n')
	}
	return b.String()
}
