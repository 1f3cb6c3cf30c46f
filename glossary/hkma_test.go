package glossary

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"duizhao/lang/lexicon"
)

// corpora is where the bilingual chapters stand that the judgement is measured
// on; they are not part of the project.
const corpora = "../../shared/dev/"

// chapter is one article with two translations, paragraph by paragraph.
type chapter struct {
	Zh     string
	En     string // by people
	System string `json:"system_en"` // by a machine that was given the terms
}

// verdict is how a term that a substring rule calls missing was judged.
type verdict struct {
	Doc     int
	Zh      string
	En      []string
	Verdict string
}

// readLines reads a file of JSON lines; where it is missing, the test is skipped.
func readLines[T any](t *testing.T, path string) []T {
	t.Helper()
	f, err := os.Open(corpora + path)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("the corpora are not here")
	}
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	var out []T
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var v T
		if err := json.Unmarshal(lines.Bytes(), &v); err != nil {
			t.Fatal(err)
		}
		out = append(out, v)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

// chapterTerms makes a glossary of the terms that were extracted from the
// chapters.
func chapterTerms(t *testing.T) *Glossary {
	t.Helper()
	var file File
	for i, v := range readLines[struct {
		Zh string
		En []string
	}](t, "corpora/hkma2018-terms.jsonl") {
		term := &Term{ID: fmt.Sprint(i), Zh: v.Zh, Status: Approved, Binding: Fixed, Match: MatchWord, Case: CaseSmart}
		var sense Sense
		for _, en := range v.En {
			sense.Renderings = append(sense.Renderings, Rendering{En: en})
		}
		term.Senses = []Sense{sense}
		file.Terms = append(file.Terms, term)
	}
	return New(&file)
}

// TestChapters measures recognition on real translations: go test -run
// TestChapters -v prints the counts, and CHAPTERS=people or CHAPTERS=system
// lists what is not met exactly. The English by people keeps to the terms, so
// what is called missing there is mostly a false alarm.
func TestChapters(t *testing.T) {
	g := chapterTerms(t)
	chapters := readLines[chapter](t, "corpora/hkma2018.jsonl")
	for _, side := range []string{"people", "system"} {
		counts, missing := map[How]int{}, map[string]bool{}
		for doc, c := range chapters {
			en := c.System
			if side == "people" {
				en = c.En
			}
			zhs, ens := paragraphs(c.Zh), paragraphs(en)
			if len(zhs) != len(ens) {
				t.Fatalf("chapter %d: %d paragraphs, %d translated", doc, len(zhs), len(ens))
			}
			for i := range zhs {
				ms := g.Match(zhs[i], Context{Borders: lexicon.Borders()})
				for k, r := range g.Recognise(ens[i], zhs[i], ms, Context{}) {
					if ms[k].Doubtful || ms[k].Quoted {
						continue
					}
					counts[r.How]++
					if !r.How.Met() {
						missing[fmt.Sprint(doc, ms[k].Term.Zh)] = true
					}
					if r.How != HowPreferred && r.How != HowAccepted && os.Getenv("CHAPTERS") == side {
						t.Logf("%d.%d %s %s %q lowered=%v want %q\n   %s\n   %s", doc, i, r.How, ms[k].Term.Zh, r.En, r.Lowered, renderingsOf(ms[k]), zhs[i], ens[i])
					}
				}
			}
		}
		t.Logf("%s: %v", side, counts)
		if side == "system" {
			compareVerdicts(t, missing)
		}
	}
}

// compareVerdicts prints how far missing (chapter and term) agrees with the
// verdicts of people.
func compareVerdicts(t *testing.T, missing map[string]bool) {
	t.Helper()
	verdicts := readLines[verdict](t, "check/judged-2018.jsonl")
	agree := 0
	for _, v := range verdicts {
		found := missing[fmt.Sprint(v.Doc, v.Zh)]
		if found == (v.Verdict == "genuine") {
			agree++
			continue
		}
		t.Logf("judged %s, found missing=%v: %d %s %v", v.Verdict, found, v.Doc, v.Zh, v.En)
	}
	t.Logf("agrees with %d of %d verdicts", agree, len(verdicts))
}

func renderingsOf(m Match) []string {
	var out []string
	for _, r := range m.Term.Senses[m.Sense].Renderings {
		out = append(out, r.En)
	}
	return out
}

func paragraphs(s string) []string {
	return slices.DeleteFunc(strings.Split(s, "\n"), func(line string) bool { return strings.TrimSpace(line) == "" })
}
